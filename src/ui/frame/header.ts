/** Where the player is and what it may cost: the same on board, prediction, run and debrief. */
import type { Level } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { budgetOf, forecastForms } from "../../present/forecast.ts";
import { showGoal, showGoalShort } from "../../present/indicators.ts";
import { type Design, type Forecast, forecast } from "../../sim/index.ts";
import type { Visit } from "../model/types.ts";
import { type Frame, firstFitting } from "./frame.ts";
import type { Theme } from "./theme.ts";

/** A level's number; what stands between the numbered ones has a sign. */
export function levelNumber({ number }: Level): string {
  return Number.isInteger(number) ? String(number) : "◆";
}

/** A level's number and name. */
export function lessonTitle({ level, prose }: Lesson, theme: Theme): string {
  // What is played in a room has the number of no level.
  return level.id.includes(":")
    ? theme.title(prose.title)
    : `${theme.accent(levelNumber(level))}  ${theme.title(prose.title)}`;
}

/** The level of a visit, and whether it is only practice. */
export function levelTitle(visit: Visit, { theme, words }: Frame): string {
  const name = lessonTitle(visit.lesson, theme);
  return visit.practice ? `${name}  ${theme.warn(words.header.practice)}` : name;
}

/** The goals in short, for the line under the title, as wide as there is room. */
export function goalsLine({ lesson }: Visit, { words }: Frame, cells: number): string {
  const goals = lesson.level.goals.map((goal) => showGoal(words, goal));
  const brief = lesson.level.goals.map((goal) => showGoalShort(words, goal));
  return firstFitting([goals.join("   "), goals.join("  "), brief.join("  ")], cells);
}

/** The bill that the design's run will charge, of the level's traffic. */
export function forecastOf({ lesson }: Visit, design: Design): Forecast {
  return forecast(design, lesson.level.scenario);
}

/** The bill against the budget, as a sum where there is room. */
export function billText(visit: Visit, { theme, words }: Frame, cells: number): string {
  const bill = forecastOf(visit, visit.sitting.design);
  const { budget } = visit.lesson.level;
  const text = firstFitting(forecastForms(words, bill, budgetOf(visit.lesson.level)), cells - 2);
  if (bill.fixedPerMonth > budget) return theme.bad(`✗ ${text}`);
  return bill.perMonth > budget ? theme.warn(`! ${text}`) : theme.money(text);
}
