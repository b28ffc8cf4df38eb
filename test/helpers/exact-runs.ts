/**
 * Exact runs of whole designs as they were recorded, a line a run: playing them all takes an hour. What they were
 * played with is recorded beside them, so that a level or a capacity that has changed since shows.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { capacities, formatDesign, kinds } from "../../src/sim/index.ts";
import { type ConscienceCase, conscienceCases, titleOf } from "./conscience.ts";
import { type Figures, figureNames, type Played, playedIn } from "./whole-designs.ts";

const file = new URL("../golden/exact-runs.tsv", import.meta.url);
const heads = ["design", "inputs", "seed", ...figureNames];

export interface RecordedRun {
  /** What it was played with, by `inputsOf`. */
  readonly inputs: string;
  readonly seed: number;
  readonly figures: Figures;
}

/** By the title of the case, in the order of their seeds. */
export type RecordedRuns = Map<string, RecordedRun[]>;

/** A short name for all that an exact run is given: the design, the day, and the reference sheet. */
export function inputsOf({ design, scenario }: Played): string {
  const sheet = Object.entries(capacities).sort(([a], [b]) => (a < b ? -1 : 1));
  const given = JSON.stringify([formatDesign(design), scenario, sheet, kinds]);
  return createHash("sha256").update(given).digest("hex").slice(0, 12);
}

export function readRuns(): RecordedRuns {
  const runs: RecordedRuns = new Map();
  for (const line of readFileSync(file, "utf8").split("\n").slice(1)) {
    const [title, inputs, seed, ...values] = line.split("\t");
    if (!title || !inputs) continue;
    const figures = Object.fromEntries(figureNames.map((name, at) => [name, Number(values[at])])) as Record<
      (typeof figureNames)[number],
      number
    >;
    runs.set(title, [...(runs.get(title) ?? []), { inputs, seed: Number(seed), figures }]);
  }
  return runs;
}

/** Those of a case that were played with what it is today. */
export function runsOf(runs: RecordedRuns, each: ConscienceCase): readonly RecordedRun[] {
  const inputs = inputsOf(playedIn(each, each.day));
  return (runs.get(titleOf(each)) ?? []).filter((run) => run.inputs === inputs);
}

/** A figure as it is written down: enough digits to tell two runs apart. */
export function written(value: number): string {
  return String(Number(value.toPrecision(7)));
}

/** Writes down the runs of all cases on the list, and no others. */
export function writeRuns(runs: RecordedRuns): void {
  const lines = conscienceCases.flatMap((each) =>
    (runs.get(titleOf(each)) ?? []).map(({ inputs, seed, figures }) =>
      [titleOf(each), inputs, seed, ...figureNames.map((name) => written(figures[name]))].join("\t"),
    ),
  );
  writeFileSync(file, `${[heads.join("\t"), ...lines].join("\n")}\n`);
}
