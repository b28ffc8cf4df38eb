/** A code is the same run everywhere: what a page shows of it is what the game shows of it in Node, line by line. */
import { expect, test } from "vitest";
import { shareCode } from "../../src/game/index.ts";
import type { Design } from "../../src/sim/index.ts";
import { describeInBrowsers } from "../helpers/browser.ts";
import { debriefOf } from "../helpers/followed-code.ts";
import { lessonOf } from "../helpers/play-page.ts";

/** Of some levels the lesson and a wrong answer, each on a day of its own. */
const codes = [1, 3, 4, 6, 9].flatMap((number) => {
  const { level } = lessonOf(number);
  const wrong = level.wrongAnswers.find((each) => "design" in each) as
    | { readonly design: Design }
    | undefined;
  return [level.lesson, wrong?.design].flatMap((design, n) => {
    const code = design && shareCode(level, design, 7 + n);
    return code === undefined ? [] : [{ number, code }];
  });
});

test("there are codes of several levels, won and lost", () => {
  expect(codes.length).toBeGreaterThanOrEqual(8);
});

describeInBrowsers("a code", ({ some, opened }) => {
  test.each(some(codes, 3))("of level $number, $code", async ({ code }) => {
    const open = await opened(`#${code}`);
    await open.shows(/ of \d+ (?:s|h)/);
    await open.keys("End");
    await open.shows(/to the debrief/);
    await open.keys("Enter");
    await open.shows(/PASSED|NOT YET/);
    // Buttons below take more or less of the window on another screen.
    const here = await debriefOf(code, await open.room());
    await expect.poll(open.lines, { timeout: 120_000 }).toEqual(here);
    // What somebody else has designed is nobody's progress.
    const kept = await open.page.evaluate(() => localStorage.getItem("zero-to-millions"));
    expect(JSON.parse(kept!).levels).toEqual({});
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });
});
