/** A random search for designs whose verdict the exact simulation does not share. */
import { inexpressible, runExactly } from "../../src/exact/index.ts";
import { Prng } from "../../src/exact/prng.ts";
import {
  daySeeds,
  designAt,
  type GoalResult,
  judge,
  type Level,
  movesFrom,
  spaceSize,
} from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import {
  type Design,
  design,
  forecast,
  formatDesign,
  problemsOf,
  searchRun,
  simulate,
} from "../../src/sim/index.ts";
import { isClear } from "../../src/solver/claims.ts";
import { inputsOf, written } from "../../test/helpers/exact-runs.ts";
import {
  type Agreement,
  agreementOf,
  goalsInTown,
  hingeOf,
  judgedRun,
  readSearched,
  reportOn,
  type Searched,
  searchedTitle,
  writeSearched,
} from "../../test/helpers/searched.ts";
import { playedOn } from "../../test/helpers/whole-designs.ts";

/** Of so many affordable designs the one whose verdict hangs on least is compared … */
const drawn = 12;
/** … but one of so many is the first that comes. */
const oneIn = 5;
/** Exact runs of a design at most: one where all is clear, two where the verdict is near, three where it is not shared. */
const runsMax = 3;

/** After so many designs that are not affordable, or were come upon before, a level's space has no others. */
const triesMax = 5_000;

/**
 * A design that can be paid and was not come upon before: half of them from anywhere, half a few purchases away from the
 * lesson, near the goals. Nothing when there are no others.
 */
function affordable(level: Level, prng: Prng, known: ReadonlySet<string>): Design | undefined {
  for (let tries = 0; tries < triesMax; tries++) {
    let design = designAt(level, Math.floor(prng.uniform() * spaceSize(level)));
    if (prng.uniform() < 0.5) {
      design = level.lesson;
      for (let left = 1 + Math.floor(prng.uniform() * 3); left > 0; left--) {
        const moves = movesFrom(level, design);
        design = moves[Math.floor(prng.uniform() * moves.length)]?.design ?? design;
      }
    }
    if (known.has(formatDesign(design)) || problemsOf(design).length > 0) continue;
    if (forecast(design, level.scenario).perMonth > level.budget) continue;
    const { design: played, scenario } = playedOn(level, design, daySeeds(level)[0]!);
    if (inexpressible(played, scenario).length === 0) return design;
  }
  return undefined;
}

/** The affordable design of a few whose verdict hangs on least. */
function nearAGoal(level: Level, day: number, prng: Prng, known: ReadonlySet<string>): Design | undefined {
  const few = Array.from({ length: drawn }, () => affordable(level, prng, known)).flatMap((design) => {
    if (!design) return [];
    const { scenario, ...played } = playedOn(level, design, day);
    const report = simulate(played.design, scenario, { ...searchRun, seed: 11 });
    const { distance } = hingeOf(judge(goalsInTown(level, day), report));
    return { design, distance: Math.abs(distance) };
  });
  return few.sort((a, b) => a.distance - b.distance)[0]?.design;
}

function levelAt(number: number): Level {
  const level = findLevel(String(number));
  if (!level) throw new RangeError(`there is no level ${number}`);
  return level;
}

/**
 * Random designs of some levels, `count` in all or as many as there are, on each kind of day in turn; same arguments,
 * same designs.
 */
export function* randomDesigns(numbers: readonly number[], count: number, seed: number): Generator<Searched> {
  const prng = new Prng(seed);
  const known = new Set<string>();
  for (let i = 0; i < count; i++) {
    const level = levelAt(numbers[i % numbers.length]!);
    const days = daySeeds(level);
    const day = days[(seed + Math.floor(i / numbers.length)) % days.length]!;
    const isAny = Math.floor(i / numbers.length) % oneIn === 0;
    const design = isAny ? affordable(level, prng, known) : nearAGoal(level, day, prng, known);
    if (!design) continue;
    const line = formatDesign(design);
    known.add(line);
    yield { level: level.number, day, line };
  }
}

/**
 * Compares designs. Exact runs are written down as they end; what is on record is not played again.
 * @returns how many came out how
 */
export function searchVerdicts(
  designs: Iterable<Searched>,
  tell: (line: string) => void,
): Readonly<Record<Agreement, number>> {
  const found: Record<Agreement, number> = { agreed: 0, near: 0, chance: 0, apart: 0 };
  const recorded = readSearched();
  for (const each of designs) {
    const level = levelAt(each.level);
    const played = playedOn(level, design(each.line), each.day);
    const goals = goalsInTown(level, each.day);
    const report = reportOn(played);
    const told = judge(goals, report);
    const inputs = inputsOf(played);
    const runs: GoalResult[][] = [];
    const runsDue = () =>
      agreementOf(told, runs) !== "agreed" ? runsMax : [told, ...runs].flat().every(isClear) ? 1 : 2;
    while (runs.length < runsDue()) {
      const seed = runs.length + 1;
      let known = recorded.find((run) => run.inputs === inputs && run.seed === seed);
      if (!known) {
        const { indicators } = runExactly(played.design, played.scenario, seed);
        const results = judge(goals, { ...report, indicators: { ...report.indicators, ...indicators } });
        known = { ...each, inputs, seed, values: results.map(({ value }) => value) };
        recorded.push(known);
        writeSearched(recorded);
      }
      runs.push(judgedRun(goals, report, known));
    }
    const agreement = agreementOf(told, runs);
    found[agreement]++;
    const figures = told.map(
      ({ indicator, value, target }, at) =>
        `${indicator} ${written(value)}, exact ${runs.map((run) => written(run[at]!.value)).join(" ")}, goal ${written(target)}`,
    );
    tell(`${agreement}: ${searchedTitle(each)}: ${figures.join("; ")}`);
  }
  return found;
}
