/** What the game shows of a code that was followed, here in Node: what a page of a browser is compared with. */
import { readShareCode } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { playOn } from "../../src/ui/game.ts";
import type { Room } from "../../src/ui/host.ts";
import { inMemory } from "../../src/ui/saving.ts";
import { lessons, words } from "./english.ts";
import { eventsOf, PlainHost } from "./plain-host.ts";

/** The debrief of a code's run, line by line, once all about it is decided. */
export async function debriefOf(code: string, room: Room): Promise<readonly string[]> {
  const read = readShareCode(code, levels);
  if ("problem" in read) throw new Error(`${code} is no code`);
  const { level, design, seed } = read;
  const host = new PlainHost(room);
  playOn(host, {
    ...{ store: inMemory(), words, lessons },
    link: { kind: "run", level: level.id, design, seed },
  });
  const shown = () => host.lines().join("\n");
  await until(host, () => / of \d+ (?:s|h)/.test(shown()));
  host.hear(...eventsOf("end"));
  await until(host, () => shown().includes("to the debrief"));
  host.hear(...eventsOf("enter"));
  await until(host, () => /PASSED|NOT YET/.test(shown()) && host.sleepsMs() === undefined);
  return host.lines().map((line) => line.trimEnd());
}

/** Lets time pass until something holds. */
async function until(host: PlainHost, holds: () => boolean): Promise<void> {
  for (let turns = 0; !holds(); turns++) {
    if (turns > 100_000) throw new Error(`it never came to that:\n${host.lines().join("\n")}`);
    host.turn(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
