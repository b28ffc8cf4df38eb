/** Days of endless growth as a table. */
import type { Endurance } from "../game/index.ts";
import type { LevelProse } from "../levels/index.ts";
import { exact, grouped, percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { causeSentence } from "./causes.ts";
import type { Sited } from "./sites.ts";
import { tableLines } from "./table.ts";

/** A day in cells: how it went, what came, what became of it, what it is worth. */
function cellsOf({ factor, passed, report, score }: Endurance): string[] {
  const { goodputPerSec = 0, availability = 0, ordersShare = 0 } = report.indicators;
  return [
    passed ? "✓" : "✗",
    `× ${exact(factor, 2)}`,
    `${grouped(goodputPerSec)}/s`,
    percent(availability),
    percent(ordersShare),
    grouped(score),
  ];
}

/** What gave way first on a day, as a sentence; "" where nothing did. */
export function firstToGiveWay(
  words: Words,
  events: LevelProse["events"],
  design: Sited,
  { first, report }: Endurance,
): string {
  return first ? causeSentence(words, events, design, first, report) : "";
}

/** All days as sentences, for the ear. */
export function enduranceTold(
  words: Words,
  events: LevelProse["events"],
  design: Sited,
  days: readonly Endurance[],
): string[] {
  return days.map((day) => {
    const { availability = 0, ordersShare = 0 } = day.report.indicators;
    return words.endless.day({
      factor: exact(day.factor, 2),
      passed: day.passed,
      availability: percent(availability),
      orders: percent(ordersShare),
      score: grouped(day.score),
      first: firstToGiveWay(words, events, design, day),
    });
  });
}

/** All days under their heads, each with what gave way first; `isShort`: without it. */
export function enduranceTable(
  words: Words,
  events: LevelProse["events"],
  design: Sited,
  days: readonly Endurance[],
  isShort = false,
): string[] {
  const { heads, firstHead } = words.endless;
  const rows = [
    [...heads, ...(isShort ? [] : [firstHead])],
    ...days.map((day) => [...cellsOf(day), ...(isShort ? [] : [firstToGiveWay(words, events, design, day)])]),
  ];
  return tableLines(rows, [1, 2, 3, 4, 5]);
}
