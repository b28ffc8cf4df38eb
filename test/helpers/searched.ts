/**
 * Designs that a random search came upon, with their exact runs as they were recorded, a line a run
 * (`npm run model -- --search n`): today's report is held to what they say of the goals of their levels.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type Goal, type GoalResult, judge, type Level } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { design, type Report, reportedRun, simulate } from "../../src/sim/index.ts";
import { isClear, margin } from "../../src/solver/claims.ts";
import { inputsOf, written } from "./exact-runs.ts";
import { type Played, playedOn } from "./whole-designs.ts";

const file = new URL("../golden/searched-runs.tsv", import.meta.url);
const heads = "level\tday\tdesign\tinputs\tseed\tvalues of the goals";

/** A design that was come upon. */
export interface Searched {
  readonly level: number;
  /** The seed of the day that is played. */
  readonly day: number;
  readonly line: string;
}

/** An exact run of it. */
export interface SearchedRun extends Searched {
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

/** What a design is called, in tests and where the search tells of it. */
export function searchedTitle({ level, day, line }: Searched): string {
  return `level ${level}, day ${day}, ${line}`;
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

/**
 * How far a verdict is from the other one: the distance (`margin`) of the goal that is missed by most, or met by least,
 * from its target; negative when it is missed. What has no value is missed by all of it.
 */
export function hingeOf(results: readonly GoalResult[]): {
  readonly goal: GoalResult;
  readonly distance: number;
} {
  const all = results.map((goal) => ({ goal, distance: Number.isNaN(goal.value) ? -1 : margin(goal) }));
  return all.reduce((worst, each) => (each.distance < worst.distance ? each : worst));
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

/** A design that was come upon, as the report and as its exact runs have the goals. */
export interface Compared extends Searched {
  readonly told: readonly GoalResult[];
  readonly runs: readonly (readonly GoalResult[])[];
  readonly agreement: Agreement;
  /** Whether its runs were of another level than today's, of which they say nothing. */
  readonly isStale: boolean;
}

/**
 * Whose worst goal is so far from its target has the same verdict in every exact run, of all that were come upon, as
 * long as the runs agree among themselves: docs/model.md states it.
 */
export const sharedFrom = 0.03;

const passes = (results: readonly GoalResult[]) => results.every(({ met }) => met);

/** In how many of the exact runs a design has another verdict than in the report. */
export function otherVerdicts({ told, runs }: Pick<Compared, "told" | "runs">): number {
  return runs.filter((run) => passes(run) !== passes(told)).length;
}

/** The recorded runs by design, in the order in which they were come upon. */
export function byDesign(runs: readonly SearchedRun[]): readonly (readonly SearchedRun[])[] {
  const known = new Map<string, SearchedRun[]>();
  for (const run of runs) known.set(searchedTitle(run), [...(known.get(searchedTitle(run)) ?? []), run]);
  return [...known.values()];
}

/** Today's report of a design beside its recorded runs. */
export function compare(recorded: readonly SearchedRun[]): Compared {
  const { level: number, day, line } = recorded[0]!;
  const level = findLevel(String(number))!;
  const played = playedOn(level, design(line), day);
  const goals = goalsInTown(level, day);
  const report = reportOn(played);
  const told = judge(goals, report);
  const runs = recorded.map((run) => judgedRun(goals, report, run));
  const inputs = inputsOf(played);
  return {
    level: number,
    day,
    line,
    told,
    runs,
    agreement: agreementOf(told, runs),
    isStale: recorded.some((run) => run.inputs !== inputs),
  };
}

/** Why designs are apart, where that is known; other causes are told by what their runs do. */
const reasons: readonly (Searched & { readonly reason: string })[] = [];

/** Why a design's exact runs have not all of the report's goals. */
export function whyApart(found: Searched & Pick<Compared, "agreement">): string {
  const known = reasons.find((each) => searchedTitle(each) === searchedTitle(found));
  if (known) return known.reason;
  if (found.agreement === "chance") return "its exact runs differ among themselves";
  return found.agreement === "near" ? "both are close to the target" : "not known";
}
