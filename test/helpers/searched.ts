/**
 * Designs that a random search came upon, with their exact runs as they were recorded, a line a run
 * (`npm run model -- --search n`): today's report is held to what they say of the goals of their levels.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type Goal, type GoalResult, judge, type Level } from "../../src/game/index.ts";
import { type Report, reportedRun, simulate } from "../../src/sim/index.ts";
import { isClear } from "../../src/solver/claims.ts";
import { written } from "./exact-runs.ts";
import { type Played, playedOn } from "./whole-designs.ts";

const file = new URL("../golden/searched-runs.tsv", import.meta.url);
const heads = "level\tday\tdesign\tinputs\tseed\tvalues of the goals";

/** An exact run of a design that was come upon. */
export interface SearchedRun {
  readonly level: number;
  /** The seed of the day that is played. */
  readonly day: number;
  readonly line: string;
  /** What it was played with, by `inputsOf`. */
  readonly inputs: string;
  readonly seed: number;
  /** In the order of the level's goals. */
  readonly values: readonly number[];
}

export function readSearched(): SearchedRun[] {
  const lines = readFileSync(file, "utf8").split("\n").slice(1);
  return lines.filter(Boolean).map((line) => {
    const [level, day, design = "", inputs = "", seed, ...values] = line.split("\t");
    return {
      level: Number(level),
      day: Number(day),
      line: design,
      inputs,
      seed: Number(seed),
      values: values.map(Number),
    };
  });
}

export function writeSearched(runs: readonly SearchedRun[]): void {
  const lines = runs.map(({ level, day, line, inputs, seed, values }) =>
    [level, day, line, inputs, seed, ...values.map(written)].join("\t"),
  );
  writeFileSync(file, `${[heads, ...lines].join("\n")}\n`);
}

/**
 * How much longer than the lesson's answers may take in the town: its requests are ten times as heavy, so the level's own
 * target says nothing there.
 */
const ofLesson = 1.25;

export function reportOn({ design, scenario }: Played): Report {
  return simulate(design, scenario, { ...reportedRun, seed: 11 });
}

/** The goals of a level as they are in the town that both play, on the day of a seed. */
export function goalsInTown(level: Level, day: number): readonly Goal[] {
  const known = goalsOf.get(`${level.id} ${day}`);
  if (known) return known;
  const hasTimes = level.goals.some(({ indicator }) => indicator.endsWith("Ms"));
  const lesson = hasTimes ? judge(level.goals, reportOn(playedOn(level, level.lesson, day))) : [];
  const goals = level.goals.map((goal, i) =>
    goal.indicator.endsWith("Ms") ? { indicator: goal.indicator, atMost: ofLesson * lesson[i]!.value } : goal,
  );
  goalsOf.set(`${level.id} ${day}`, goals);
  return goals;
}
const goalsOf = new Map<string, readonly Goal[]>();

/** The goals of a report's design as a recorded exact run has them. */
export function judgedRun(
  goals: readonly Goal[],
  report: Report,
  { values }: Pick<SearchedRun, "values">,
): GoalResult[] {
  const exact = goals.map(({ indicator }, i) => [indicator, values[i]!]);
  return judge(goals, { ...report, indicators: Object.fromEntries(exact) });
}

export type Agreement = "agreed" | "near" | "chance" | "apart";

/**
 * What exact runs make of the report's verdict: they agree; they differ near a goal, within the margin that goals of
 * levels clear; they differ among themselves; or they are apart.
 */
export function agreementOf(
  report: readonly GoalResult[],
  runs: readonly (readonly GoalResult[])[],
): Agreement {
  const differing = report.map((_, i) => i).filter((i) => runs.some((run) => run[i]!.met !== report[i]!.met));
  if (differing.length === 0) return "agreed";
  const isSplit = (i: number) => runs.some((run) => run[i]!.met !== runs[0]![i]!.met);
  if (differing.every(isSplit)) return "chance";
  const isFar = (i: number) => !isSplit(i) && [report, ...runs].every((results) => isClear(results[i]!));
  return differing.some(isFar) ? "apart" : "near";
}
