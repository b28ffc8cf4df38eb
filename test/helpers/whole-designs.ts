/** Designs that levels name, played by the simulator and by the exact simulation. */
import { runExactly } from "../../src/exact/index.ts";
import type { Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { type Design, Run, reportedRun, type Scenario, withEventStreams } from "../../src/sim/index.ts";
import { inSmallerTown, piecesInSmallerTown } from "./smaller-town.ts";
import { tenthOf } from "./tenth-town.ts";

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

/** What is compared of a run. */
export const figureNames = [
  "availability",
  "lostSessionsShare",
  "latencyP95Ms",
  "latencyP99Ms",
  "photoReadyP95Sec",
  "doneJobs",
  "firstBadSec",
  "lastBadSec",
] as const;
export type FigureName = (typeof figureNames)[number];
/** 0 where a run has none; seconds −1 where none was bad. */
export type Figures = Readonly<Record<FigureName, number>>;

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
/**
 * Of level 8's day: the death of a box, the beginning and the end of the crowd, the death of a session store's node;
 * between them nothing changes.
 */
function level8Pieces({ events }: Scenario): (readonly [fromSec: number, untilSec: number])[] {
  const pieces = [
    [11 * 60 + 23, 12 * 60 + 3],
    [12 * 60 + 57, 13 * 60 + 15],
    [13 * 60 + 56, 14 * 60 + 14],
  ].map(([from, until]) => [from! * minute, until! * minute] as const);
  const isPlayed = (sec: number) => pieces.some(([from, until]) => sec >= from && sec < until);
  const deaths = events.filter((event) => event.what === "crash" && event.tier === "sessions");
  const more = deaths.flatMap(({ atSec }) =>
    isPlayed(atSec) ? [] : [[atSec - minute, atSec + 3 * minute] as const],
  );
  return [...pieces, ...more].sort(([a], [b]) => a - b);
}

/** A design and the day of a seed as both play it. */
export interface Played {
  readonly design: Design;
  readonly scenario: Scenario;
}

/** A named design as both play it, on the day of a seed. */
export function playedIn(named: NamedDesign, daySeed: number): Played {
  const { level, design } = findDesign(named);
  return playedOn(level, design, daySeed);
}

/**
 * A design in the tenth town, on the day of a seed. Level 8's day is the longest by far, so it is played in part and in
 * a smaller town still.
 */
export function playedOn(level: Level, design: Design, daySeed: number): Played {
  const scenario = tenthOf(withEventStreams(level.scenario), daySeed);
  if (level.number !== 8) return { design, scenario };
  return { design: inSmallerTown(design), scenario: piecesInSmallerTown(scenario, level8Pieces(scenario)) };
}

/** Sums over the steps of a scenario of what is counted by the second. */
function bySteps(seconds: Float64Array, { ticks, tickSec }: Scenario): Float64Array {
  return Float64Array.from({ length: ticks }, (_, tick) =>
    seconds.subarray(tick * tickSec, (tick + 1) * tickSec).reduce((sum, each) => sum + each, 0),
  );
}

function figuresOf(
  indicators: Readonly<Record<string, number | undefined>>,
  { ticks, tickSec }: Scenario,
  answered: ArrayLike<number>,
  failed: ArrayLike<number>,
): Figures {
  const [firstBadSec, lastBadSec] = badSeconds(answered, failed, ticks, tickSec);
  const known: Readonly<Record<string, number | undefined>> = { ...indicators, firstBadSec, lastBadSec };
  return Object.fromEntries(figureNames.map((name) => [name, known[name] ?? 0])) as Record<
    FigureName,
    number
  >;
}

/** What the report says: 256 particles, one seed. */
export function reportFigures({ design, scenario }: Played): Figures {
  const run = new Run(design, scenario, { seed: 11, ...reportedRun });
  while (!run.done) run.advance();
  const { gauges } = run.world;
  return figuresOf(run.report().indicators, scenario, gauges.column("answered"), gauges.column("failed"));
}

/** What one exact run has. */
export function exactFigures({ design, scenario }: Played, seed: number): Figures {
  const { indicators, answeredAt, failedAt } = runExactly(design, scenario, seed);
  return figuresOf(indicators, scenario, bySteps(answeredAt, scenario), bySteps(failedAt, scenario));
}
