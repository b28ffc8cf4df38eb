/** Every level, by keys alone in a real terminal: won with the lesson's design, lost with a wrong one. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "vitest";
import { type Level, refusals } from "../../src/game/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { type Design, fixedCostPerMonth, problemsOf } from "../../src/sim/index.ts";
import { keysToBuy } from "../helpers/buy.ts";
import { lessons } from "../helpers/english.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, openGame, savesFolder } from "../helpers/play.ts";
import { canUsePty, type TestTerminal } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");

/** A player who has passed everything before a level. */
function saveBefore(number: number): Save {
  const before = lessons.filter(({ level }) => level.number < number);
  return {
    ...emptySave(),
    levels: Object.fromEntries(
      before.map(({ level }) => [level.id, { ...emptyLevel(), passed: true, stars: 1, bestCostPerMonth: 1 }]),
    ),
  };
}

/** From the title to the debrief of a design, by keys. */
async function play(game: TestTerminal, level: Level, design: Design): Promise<void> {
  await game.see("Z E R O");
  await game.press("enter");
  await game.see("of 14 levels");
  await game.press("enter");
  await game.see("TRAFFIC");
  await game.press("enter");
  await game.see("SHOP");
  await game.press(...keysToBuy(level, level.start, design));
  await game.press("enter");
  await game.see("BEFORE YOU RUN");
  if (level.prediction.kind === "number") await game.press("1");
  await game.press("enter");
  await game.see(/ of \d+ (?:s|h)/, { within: 30_000 });
  await game.press("end");
  await game.see("to the debrief");
  await game.press("enter");
}

/** The design of the first wrong answer that can be bought and run. */
function wrongDesign(level: Level): Design | undefined {
  const candidates = [
    ...level.wrongAnswers.flatMap((wrong) => ("design" in wrong ? [wrong.design] : [])),
    level.start,
  ];
  return candidates.find(
    (design) =>
      refusals(level, design).length === 0 &&
      problemsOf(design).length === 0 &&
      fixedCostPerMonth(design) <= level.budget,
  );
}

describe.each(lessons.map(({ level, prose }) => ({ level, title: prose.title })))(
  "level $level.number, $title",
  ({ level }) => {
    const open = (columns: number, rows: number) => {
      const saves = savesFolder();
      writeFileSync(join(saves, "progress.json"), JSON.stringify(saveBefore(level.number)));
      return { saves, game: openGame({ saves, columns, rows }) };
    };

    story("is won with the lesson's design", async () => {
      const { saves, game } = open(80, 24);
      await play(game, level, level.lesson);
      await game.see("✓ PASSED", { within: 30_000 });
      await expect
        .poll(() => (JSON.parse(readFileSync(join(saves, "progress.json"), "utf8")) as Save).levels[level.id])
        .toMatchObject({ passed: true, attempts: 1 });
    });

    story("is lost with a wrong answer, and says why", async () => {
      const wrong = wrongDesign(level);
      if (wrong === undefined) return;
      const { game } = open(120, 40);
      await play(game, level, wrong);
      await game.see("✗ NOT YET", { within: 30_000 });
      await game.see("WHY");
    });
  },
);
