/**
 * A day is proven before it is shown: the start fails, an answer passes on every seed and holds the audit, and nothing
 * without what the level teaches does for the same money, as far as was tried. Only a sample of the shop is tried: whoever
 * finds better has found better.
 */
import {
  daySeeds,
  designAt,
  drawsOf,
  type Fidelity,
  type Level,
  movesFrom,
  type Outcome,
  type Plan,
  refusals,
  spaceSize,
  verdictSeeds,
} from "../../game/index.ts";
import { type Design, forecast, formatDesign, problemsOf, reportedRun, searchRun } from "../../sim/index.ts";
import { type BoardDay, boardOf, type ShiftDay } from "./variant.ts";

/** A day as it is played on a board. */
export interface ProvenBoard extends BoardDay {
  /** The best answer that is known, and its price a month in whole dollars. */
  readonly answer: Design;
  readonly best: number;
}

/** A day as it is played. */
export type ProvenDay = ProvenBoard | ShiftDay;

/** Whoever counts on gives up after so many turns: none of a hundred days took more than a few. */
export const turnsMax = 40;

/** So many designs of the shop are tried with what the level teaches, and so many without. */
const sampleSize = 40;
const withoutSize = 12;
/** So many of the cheapest that pass are audited, so many at a time: most often the first of them hold. */
const auditedMax = 16;
const auditedAtOnce = 2;
/** A sample that looks for a design without the concept draws so often at most. */
const drawsMax = 400;

/** Designs that are looked at between two breaths: some milliseconds. */
const designsPerBreath = 8;
const breath = { runs: [], later: sampleSize + withoutSize } as const;

interface Priced {
  readonly design: Design;
  readonly line: string;
  readonly perMonth: number;
}

/** Designs of the shop that may answer it, and some without what is taught; the cheapest first. */
function* poolOf({
  drawn,
  level,
}: BoardDay): Plan<{ readonly taught: Priced[]; readonly untaught: Priced[] }> {
  const draw = drawsOf(`sample:${drawn.date}:${drawn.turn}`);
  const seen = new Map<string, Priced>();
  let looked = 0;
  function* lookAt(designs: Iterable<Design>): Plan<void> {
    for (const design of designs) {
      if (++looked % designsPerBreath === 0) yield breath;
      const line = formatDesign(design);
      if (seen.has(line) || problemsOf(design).length > 0 || refusals(level, design).length > 0) continue;
      seen.set(line, { design, line, perMonth: forecast(design, level.scenario).perMonth });
    }
  }
  const named = [level.lesson, level.alsoPasses, level.stars.three.design];
  yield* lookAt(named);
  for (const design of named) yield* lookAt(movesFrom(level, design).map(({ design: next }) => next));
  const size = spaceSize(level);
  for (let n = 0; n < drawsMax && seen.size < 6 * sampleSize; n++)
    yield* lookAt([designAt(level, Math.floor(draw() * size))]);
  const priced = [...seen.values()].sort((a, b) => a.perMonth - b.perMonth || (a.line < b.line ? -1 : 1));
  const dearest = Math.max(...named.map((design) => forecast(design, level.scenario).perMonth));
  const within = priced.filter(({ perMonth }) => perMonth <= dearest);
  return {
    taught: within.filter(({ design }) => level.concept(design)).slice(-sampleSize),
    untaught: within.filter(({ design }) => !level.concept(design)).slice(-withoutSize),
  };
}

/** A variant proven, or undefined where it cannot be played: a plan, so that anybody may make its runs. */
export function provingDay(variant: BoardDay): Plan<ProvenBoard | undefined> {
  return provers[variant.drawn.kind](variant);
}

const provers: Readonly<
  Record<BoardDay["drawn"]["kind"], (variant: BoardDay) => Plan<ProvenBoard | undefined>>
> = { level: provingLevel, waste: provingWaste };

const once = (design: Design, fidelity: Fidelity) => ({ design, seed: verdictSeeds[0]!, fidelity });
const onAllSeeds = (design: Design, fidelity: Fidelity = reportedRun) =>
  verdictSeeds.map((seed) => ({ design, seed, fidelity }));
const passAll = (outcomes: readonly Outcome[]) => outcomes.every(({ passed }) => passed);

/** A design on every seed as the game runs it, and audited on the first. */
const judgedRuns = (design: Design) =>
  onAllSeeds(design).map((run, n) =>
    n > 0 ? run : { ...run, fidelity: { ...run.fidelity, audits: true } as const },
  );
const winAll = (outcomes: readonly Outcome[]) => outcomes.every(({ stars }) => stars === 3);
/** What a design costs a month on the dearest of its days, in whole dollars. */
const dearestOf = (outcomes: readonly Outcome[]) =>
  Math.ceil(Math.max(...outcomes.map(({ report }) => report.costPerMonth)));

function* provingLevel(variant: BoardDay): Plan<ProvenBoard | undefined> {
  const { level, drawn } = variant;
  const { taught, untaught } = yield* poolOf(variant);
  // A start that one kind of day lets pass fails by another: it passes where all do.
  const starts = daySeeds(level).map((seed) => ({ design: level.start, seed, fidelity: searchRun }));
  const tried = [...taught, ...untaught].map(({ design }) => once(design, searchRun));
  const all = yield { runs: [...starts, ...tried], later: auditedAtOnce + verdictSeeds.length };
  if (passAll(all.slice(0, starts.length))) return undefined;
  const outcomes = all.slice(starts.length);
  const passing = taught.filter((_, n) => outcomes[n]?.passed).slice(0, auditedMax);
  const doubtful = untaught.filter((_, n) => outcomes[taught.length + n]?.passed);
  const answer = yield* answerAmong(passing.map(({ design }) => design));
  if (!answer) return undefined;
  const { design, best } = answer;
  const proven = boardOf(drawn, best);
  for (const { design: other, perMonth } of doubtful) {
    if (perMonth > proven.level.budget) continue;
    // What passes without the lesson, on every kind of day, would be no day for it.
    if (passAll(yield { runs: onAllSeeds(other, searchRun), later: 0 })) return undefined;
  }
  return { ...proven, level: withAnswer(proven.level, design), answer: design, best };
}

/** The first of some designs that wins every star as the game judges it, and its price a month in whole dollars. */
function* answerAmong(
  designs: readonly Design[],
): Plan<{ readonly design: Design; readonly best: number } | undefined> {
  for (let from = 0; from < designs.length; from += auditedAtOnce) {
    const some = designs.slice(from, from + auditedAtOnce);
    const audits = yield {
      runs: some.map((design) => once(design, { ...searchRun, audits: true })),
      later: verdictSeeds.length,
    };
    for (const design of some.filter((_, n) => audits[n]?.stars === 3)) {
      const found = yield { runs: judgedRuns(design), later: 0 };
      if (winAll(found)) return { design, best: dearestOf(found) };
    }
  }
  return undefined;
}

/** The level with the best known answer as its own. */
function withAnswer(level: Level, answer: Design): Level {
  const { two, three } = level.stars;
  return {
    ...level,
    lesson: answer,
    stars: { two: { ...two, design: answer }, three: { ...three, design: answer } },
  };
}

function* provingWaste(variant: BoardDay): Plan<ProvenBoard | undefined> {
  const { level } = variant;
  const { lesson: answer, start } = level;
  const [ofStart, ...found] = yield { runs: [once(start, reportedRun), ...judgedRuns(answer)], later: 0 };
  // All that the start misses is the price.
  const keeps = ofStart?.goals.every(({ met, indicator }) => met || indicator === "costPerMonth");
  if (!ofStart || ofStart.passed || !keeps || !winAll(found)) return undefined;
  return { ...variant, answer, best: dearestOf(found) };
}
