/** An interview in a real terminal, by keys alone: interrupted with Ctrl-C, gone on with, to its report. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished } from "vitest";
import type { Save } from "../../src/saves/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { interviewCase } from "../../src/study/interview/cases.ts";
import { loadInterviews } from "../../src/words/index.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, expectClean, GAME, ROOT, savesFolder } from "../helpers/play.ts";
import { canUsePty, TestTerminal } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");

type Case = ReturnType<typeof interviewCase>;
const atFirst = interviewCase("01-single-server", 7, "senior");
/** With the first, five seeds: levels whose days are short to judge. */
const others = [
  ["1", "01-single-server", 11],
  ["2", "02-database", 23],
  ["3", "03-scaling", 37],
  ["2", "02-database", 41],
] as const;
const { hints, phases } = (await loadInterviews("en")).screen;

function openInterview(saves: string, ...words: readonly string[]): TestTerminal {
  const command = ["node", GAME, "interview", ...words, "--saves", saves];
  const game = TestTerminal.open({ command, columns: 80, rows: 24, cwd: ROOT, env: {} });
  onTestFinished(() => game.close());
  return game;
}

const saved = (saves: string) => JSON.parse(readFileSync(join(saves, "progress.json"), "utf8")) as Save;

describe("a candidate", () => {
  story("is interviewed from the prompt to the report, and loses nothing to a Ctrl-C", async () => {
    const saves = savesFolder();
    const first = openInterview(saves, "1", "--seed", "7");
    await first.see(hints.prompt);
    await first.press("enter");
    await first.see(hints.clarify);
    await first.press("enter", "down", "enter", "n");
    await first.see(hints.estimate);
    first.type("12k");
    await first.see("12k");
    await first.press("ctrl-c");
    expect(await first.exit()).toBe(130);
    expectClean(first);
    const { interview } = saved(saves);
    expect(interview?.asked).toHaveLength(2);
    expect(Object.values(interview?.figures ?? {})).toEqual(["12k"]);

    const path = join(saves, "report.md");
    const game = openInterview(saves, "--report", path);
    await game.see(hints.estimate);
    for (const _ of atFirst.estimates.slice(1)) await game.press("enter");
    await fromDesignToReport(game, atFirst);
    await expect.poll(() => saved(saves).reports.length, { timeout: 5_000 }).toBe(1);
    expect(saved(saves).interview).toBeUndefined();
    await game.press("q");
    expect(await game.exit()).toBe(0);
    expect(readFileSync(path, "utf8")).toMatch(/^# .*```mermaid\n/s);
    expectClean(game);

    const taken = openInterview(saves, "1", "--report", path);
    expect(await taken.exit()).toBe(2);
    expect(saved(saves).interview).toBeUndefined();
    const left = openInterview(saves, "1", "--report", join(saves, "other.md"));
    await left.see(hints.prompt);
    await left.press("escape", "q");
    expect(await left.exit()).toBe(0);
    expect(() => readFileSync(join(saves, "other.md"))).toThrow("ENOENT");
  });

  for (const [number, id, seed] of others)
    story(`is interviewed without a stop, with seed ${seed} on level ${number}`, async () => {
      const which = interviewCase(id, seed, "senior");
      const saves = savesFolder();
      const game = openInterview(saves, number, "--seed", String(seed));
      await game.see(hints.prompt);
      await game.press("enter");
      await game.see(hints.clarify);
      await game.press("enter", "n");
      await game.see(hints.estimate);
      for (const _ of which.estimates) await game.press("enter");
      await fromDesignToReport(game, which);
      await expect.poll(() => saved(saves).reports.length, { timeout: 5_000 }).toBe(1);
      await game.press("q");
      expect(await game.exit()).toBe(0);
      expectClean(game);
    });
});

/** The model answer to everything from the design on, until the report is on the screen. */
async function fromDesignToReport(game: TestTerminal, { model, twist }: Case): Promise<void> {
  await game.see(hints.design);
  await line(game, formatDesign(model));
  await game.see(phases.verdict, { within: 60_000 });
  await game.press("enter");
  await dive(game);
  await line(game, formatDesign(twist.model));
  // Whatever is not one change is asked about once.
  await game.see(/Enter again|One sentence/);
  if (game.screen().join("\n").includes("Enter again")) await game.press("enter");
  await game.see(hints.explain);
  await game.press("enter");
  await game.see(phases.outcome, { within: 60_000 });
  await game.press("enter");
  await game.see(hints.summary);
  await game.press("enter");
  await game.see(hints.cover);
  await game.press("1", "enter");
  await game.see(hints.marks);
  await game.press("3", "3", "3", "3");
  await game.see("Grades");
}

/** Writes a line in the place of what stands in the field, and sends it. */
async function line(game: TestTerminal, text: string): Promise<void> {
  for (let char = 0; char < 80; char++) game.type("\u007f");
  await game.see(/> ▏/);
  game.type(text);
  await game.see(`${text}▏`);
  await game.press("enter");
}

/** Climbs with empty answers until the twist is told: a weak one, and one more. */
async function dive(game: TestTerminal): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await game.see(/Deep dive|The twist/);
    const now = game.screen().join("\n");
    if (now.includes(hints.change)) return;
    await game.press(now.includes(hints.guess) || now.includes(hints.samples) ? "1" : "enter");
    await expect
      .poll(() => game.screen().slice(1).join("\n") !== now.split("\n").slice(1).join("\n"))
      .toBe(true);
  }
}
