/** Designs that levels name, played by the simulator and by the exact simulation. */
import { betweenRuns, runExactly } from "../../src/exact/index.ts";
import type { Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import {
  type Design,
  type Indicator,
  Run,
  reportedRun,
  type Scenario,
  withEventStreams,
} from "../../src/sim/index.ts";
import { inSmallerTown, piecesInSmallerTown } from "./smaller-town.ts";

/** A design by its level and name: "lesson", "also", or the letter of a wrong answer (the first of that letter). */
export interface NamedDesign {
  readonly level: number;
  readonly name: string;
}

export function findDesign({ level: number, name }: NamedDesign): { level: Level; design: Design } {
  const level = levels.find((candidate) => candidate.number === number);
  const wrong = level?.wrongAnswers.find((answer) => answer.letter === name && "design" in answer);
  const wrongDesign = wrong && "design" in wrong ? wrong.design : undefined;
  const design = name === "lesson" ? level?.lesson : name === "also" ? level?.alsoPasses : wrongDesign;
  if (!level || !design) throw new RangeError(`level ${number} names no design ${name}`);
  return { level, design };
}

/** Of the report, of the exact runs on average, and what lies between these (one standard deviation). */
export interface Beside {
  readonly report: number;
  readonly exact: number;
  readonly between: number;
}

export interface Comparison extends NamedDesign {
  readonly value: (indicator: Indicator) => Beside;
  /** The last second in which fewer than nine in ten were answered, −1 when there was none. */
  readonly lastBadSec: Beside;
  /** The first such second. */
  readonly firstBadSec: Beside;
}

/** A second, or a longer step, is bad when fewer than this share of those who then knew were answered. */
const bad = 0.9;

function badSeconds(
  answered: ArrayLike<number>,
  failed: ArrayLike<number>,
  steps: number,
  stepSec: number,
): [number, number] {
  let first = -1;
  let last = -1;
  for (let s = 0; s < steps; s++) {
    const closed = (answered[s] as number) + (failed[s] as number);
    if (closed <= 0 || (answered[s] as number) >= bad * closed) continue;
    if (first < 0) first = s;
    last = s;
  }
  return [first < 0 ? -1 : first * stepSec, last < 0 ? -1 : last * stepSec];
}

const minute = 60;
/** Of level 8's day: the death of a box, the beginning and the end of the crowd; between them nothing changes. */
const level8Pieces = [
  [11 * 60 + 23, 12 * 60 + 3],
  [12 * 60 + 57, 13 * 60 + 15],
  [13 * 60 + 56, 14 * 60 + 14],
].map(([from, until]) => [from! * minute, until! * minute] as const);

/** A design as both play it: level 8's day is the longest by far, so it is played in part and in a smaller town. */
function played(named: NamedDesign, town: Town): { design: Design; scenario: Scenario } {
  const { level, design } = findDesign(named);
  const scenario = town(withEventStreams(level.scenario));
  if (level.number !== 8) return { design, scenario };
  return { design: inSmallerTown(design), scenario: piecesInSmallerTown(scenario, level8Pieces) };
}

/** Sums over the steps of a scenario of what is counted by the second. */
function bySteps(seconds: Float64Array, { ticks, tickSec }: Scenario): Float64Array {
  return Float64Array.from({ length: ticks }, (_, tick) =>
    seconds.subarray(tick * tickSec, (tick + 1) * tickSec).reduce((sum, each) => sum + each, 0),
  );
}

/** Another scenario in a level's place. */
export type Town = (scenario: Scenario) => Scenario;

export function compare(named: NamedDesign, runs: number, town: Town = (whole) => whole): Comparison {
  const { design, scenario } = played(named, town);
  const run = new Run(design, scenario, { seed: 11, ...reportedRun });
  while (!run.done) run.advance();
  const { indicators } = run.report();
  const reports = Array.from({ length: runs }, (_, i) => runExactly(design, scenario, i + 1));
  const { gauges } = run.world;
  const { ticks, tickSec } = scenario;
  const modelBad = badSeconds(gauges.column("answered"), gauges.column("failed"), ticks, tickSec);
  const exactBad = reports.map(({ answeredAt, failedAt }) =>
    badSeconds(bySteps(answeredAt, scenario), bySteps(failedAt, scenario), ticks, tickSec),
  );
  const beside = (report: number, of: readonly number[]): Beside => {
    const exact = of.reduce((sum, value) => sum + value, 0) / of.length;
    const squares = of.reduce((sum, value) => sum + (value - exact) ** 2, 0);
    return { report, exact, between: Math.sqrt(squares / Math.max(1, of.length - 1)) };
  };
  return {
    ...named,
    value: (indicator) => {
      const { mean, deviation } = betweenRuns(reports, indicator);
      return { report: indicators[indicator] ?? 0, exact: mean, between: deviation };
    },
    firstBadSec: beside(
      modelBad[0],
      exactBad.map(([first]) => first),
    ),
    lastBadSec: beside(
      modelBad[1],
      exactBad.map(([, last]) => last),
    ),
  };
}
