/** A level as a player goes through it, on a page: from the title to the debrief. */
import { expect } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, type LevelProgress, type Save, saveText } from "../../src/saves/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { lessons } from "./english.ts";

/** A player who has passed all levels before one of a number, where the lesson's design stands on the board. */
export function readyFor(number: number, more: Readonly<Record<string, LevelProgress>> = {}): Save {
  const before = lessons.filter(({ level }) => level.number < number);
  const { level } = lessonOf(number);
  return {
    ...emptySave(),
    levels: {
      ...Object.fromEntries(
        before.map(({ level }) => [level.id, { ...emptyLevel(), passed: true, stars: 1 as const }]),
      ),
      [level.id]: withLesson(number),
      ...more,
    },
  };
}

/** A level that was left with its lesson's design on the board. */
export function withLesson(number: number): LevelProgress {
  return { ...emptyLevel(), lastDesign: formatDesign(lessonOf(number).level.lesson) };
}

export function lessonOf(number: number): Lesson {
  return lessons.find(({ level }) => level.number === number)!;
}

/** What a browser's storage is to have before the page is opened. */
export function stored(save: Save): readonly [name: string, text: string] {
  return ["zero-to-millions", saveText(save)];
}

interface Played {
  readonly shows: (pattern: RegExp) => Promise<unknown>;
  readonly keys: (...all: readonly string[]) => Promise<void>;
  readonly text: () => Promise<string>;
}

/** From the title to the map. */
export async function toMap({ shows, keys }: Played): Promise<void> {
  await shows(/Z E R O/);
  await keys("Enter");
  await shows(/of 14 levels/);
}

/** From the map to the run of what stands on the board of the level in focus. */
export async function toRun(page: Played, number: number): Promise<void> {
  const { shows, keys, text } = page;
  // A new level begins with its briefing, a passed one with its card, one that was left with its board: all lead on.
  for (let n = 0; n < 5; n++) {
    const before = await text();
    await keys("Enter");
    await expect.poll(text, { timeout: 60_000 }).not.toBe(before);
    if (/BEFORE YOU RUN/.test(await text())) break;
    await shows(/⏎ (?:board|play again|run)/);
  }
  await shows(/BEFORE YOU RUN/);
  if (lessonOf(number).level.prediction.kind === "number") await keys("1");
  await keys("Enter");
  await shows(/ of \d+ (?:s|h)/);
}

/** From the run to its debrief. */
export async function toDebrief({ shows, keys }: Played): Promise<void> {
  await keys("End");
  await shows(/to the debrief/);
  await keys("Enter");
  await shows(/PASSED|NOT YET/);
}
