/** What can be shared from a debrief: text to copy, and films that the host takes. */
import { expect, test } from "vitest";
import { emptySave } from "../../src/saves/shape.ts";
import { playOn } from "../../src/ui/game.ts";
import type { MadeFile } from "../../src/ui/host.ts";
import { inMemory } from "../../src/ui/saving.ts";
import type { Delivery } from "../../src/words/contract/share.ts";
import { lessons, words } from "../helpers/english.ts";
import { judgedRun } from "../helpers/filmed.ts";
import { eventsOf, PlainHost } from "../helpers/plain-host.ts";

const [lesson] = lessons;
const run = judgedRun(lesson!, lesson!.level.lesson);

class TakingHost extends PlainHost {
  readonly taken: MadeFile[] = [];
  delivery: Delivery = { place: "films/film.svg" };
  readonly address: string | undefined;

  constructor(address?: string) {
    super();
    if (address !== undefined) this.address = address;
  }

  async give(file: MadeFile): Promise<Delivery> {
    this.taken.push(file);
    return this.delivery;
  }
}

/** The game at the debrief of a run, with what can be shared over it. */
function atSharing<H extends PlainHost>(host: H) {
  const stop = playOn(host, {
    ...{ store: inMemory({ ...emptySave(), settings: { speed: 16 } }), words, lessons, run },
    workforce: () => new Promise(() => {}),
    fetchFilms: async () => (await import("../../src/film/index.ts")).makeFilm,
  });
  const press = (...keys: readonly string[]) => {
    for (const key of keys) {
      host.hear(...eventsOf(key));
      host.turn();
    }
  };
  press("end", "enter", "s");
  return { host, press, stop, text: () => host.lines().join("\n") };
}

/** Lets what is being made be made. */
async function settle(host: PlainHost): Promise<void> {
  for (let turn = 0; turn < 400 && !/Written|could not|cannot/.test(host.lines().join("\n")); turn++) {
    host.turn(20);
    await new Promise(setImmediate);
  }
}

test("code and card are there to be copied; a terminal says where a link would come from", () => {
  const { press, text, stop } = atSharing(new PlainHost());
  expect(text()).toMatch(/SHARE THIS RUN.*▸ code.*ztm-1-\S+.*play replay ztm-1-/s);
  press("enter");
  expect(text()).toContain(words.share.copyIt);
  press("down");
  expect(text()).toMatch(/▸ link.*index\.html#ztm-1-/s);
  press("enter");
  expect(text()).toContain(words.share.nothingToCopy);
  press("down");
  expect(text()).toMatch(/▸ card.*zero-to-millions level 1, Single server.*passed ★★★.*asked [≤≥]/s);
  press("s");
  expect(text()).not.toContain("SHARE THIS RUN");
  stop();
});

test("a link is the host's address with the code", () => {
  const { press, text, stop } = atSharing(new TakingHost("https://example.org/play/"));
  press("down");
  expect(text()).toMatch(/https:\/\/example\.org\/play\/#ztm-1-/);
  stop();
});

test("a film is made while keys are heard, given to the host under the run's code, and its place is told", async () => {
  const { host, press, text, stop } = atSharing(new TakingHost());
  press("down", "down", "down", "enter");
  expect(text()).toContain(words.share.filming);
  press("enter");
  await settle(host);
  expect(text()).toContain("Written: films/film.svg");
  expect(host.taken).toHaveLength(1);
  expect(host.taken[0]!.name).toMatch(/^ztm-1-\S+\.svg$/);
  expect(host.taken[0]!.text).toMatch(/^<svg .*<\/svg>\n$/s);
  press("down", "enter");
  host.delivery = { errno: "ENOSPC" };
  await settle(host);
  expect(text()).toMatch(/could not be written/);
  expect(host.taken[1]!.name).toMatch(/\.cast$/);
  stop();
});

test("who goes away gives the film up", async () => {
  const { host, press, stop } = atSharing(new TakingHost());
  press("down", "down", "down", "enter", "escape");
  for (let turn = 0; turn < 60; turn++) {
    host.turn(20);
    await new Promise(setImmediate);
  }
  expect(host.taken).toEqual([]);
  stop();
});

test("a host that takes no files says so", async () => {
  const { host, press, text, stop } = atSharing(new PlainHost());
  press("down", "down", "down", "enter");
  await settle(host);
  expect(text()).toContain(words.share.noFiles.slice(0, 30));
  stop();
});
