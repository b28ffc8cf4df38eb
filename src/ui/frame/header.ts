/** Where the player is and what it may cost: the same on board, prediction, run and debrief. */
import type { Level } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { money } from "../../present/figures.ts";
import { showGoal } from "../../present/indicators-en.ts";
import { fixedCostPerMonth } from "../../sim/index.ts";
import type { Visit } from "../model/types.ts";
import { firstFitting } from "./frame.ts";
import type { Theme } from "./theme.ts";

/** A level's number; what stands between the numbered ones has a sign. */
export function levelNumber({ number }: Level): string {
  return Number.isInteger(number) ? String(number) : "◆";
}

/** A level's number and name. */
export function lessonTitle({ level, prose }: Lesson, theme: Theme): string {
  return `${theme.accent(levelNumber(level))}  ${theme.title(prose.title)}`;
}

/** The level of a visit, and whether it is only practice. */
export function levelTitle(visit: Visit, theme: Theme): string {
  const name = lessonTitle(visit.lesson, theme);
  return visit.practice ? `${name}  ${theme.warn("practice: no stars")}` : name;
}

/** The goals in short, for the line under the title, as wide as there is room. */
export function goalsLine(visit: Visit, cells: number): string {
  const goals = visit.lesson.level.goals.map(showGoal);
  const brief = goals.map((goal) =>
    goal.replace("availability", "up").replaceAll(" %", "%").replace(" ms", ""),
  );
  return firstFitting([goals.join("   "), goals.join("  "), brief.join("  ")], cells);
}

/** The bill against the budget. */
export function billText(visit: Visit, theme: Theme): string {
  const cost = fixedCostPerMonth(visit.sitting.design);
  const { budget } = visit.lesson.level;
  const text = `bill ${money(cost)} of ${money(budget)}`;
  return cost > budget ? theme.bad(`✗ ${text}`) : theme.money(text);
}
