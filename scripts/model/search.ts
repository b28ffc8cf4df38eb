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
import { type Design, forecast, formatDesign, problemsOf, searchRun, simulate } from "../../src/sim/index.ts";
import { isClear, margin } from "../../src/solver/claims.ts";
import { inputsOf, written } from "../../test/helpers/exact-runs.ts";
import {
  type Agreement,
  agreementOf,
  goalsInTown,
  judgedRun,
  readSearched,
  reportOn,
  writeSearched,
} from "../../test/helpers/searched.ts";
import { playedOn } from "../../test/helpers/whole-designs.ts";

/** Of so many affordable designs the one that is nearest to a goal is compared, whether it meets it or not. */
const drawn = 4;
/** Exact runs of a design at most: one where all is clear, two where the verdict is near, three where it is not shared. */
const runsMax = 3;

/** A design that can be paid: half of them from anywhere, half a few purchases away from the lesson, near the goals. */
function affordable(level: Level, prng: Prng): Design {
  for (;;) {
    let design = designAt(level, Math.floor(prng.uniform() * spaceSize(level)));
    if (prng.uniform() < 0.5) {
      design = level.lesson;
      for (let left = 1 + Math.floor(prng.uniform() * 3); left > 0; left--) {
        const moves = movesFrom(level, design);
        design = moves[Math.floor(prng.uniform() * moves.length)]?.design ?? design;
      }
    }
    if (problemsOf(design).length > 0 || forecast(design, level.scenario).perMonth > level.budget) continue;
    const { design: played, scenario } = playedOn(level, design, daySeeds(level)[0]!);
    if (inexpressible(played, scenario).length === 0) return design;
  }
}

/** The affordable design of a few that is nearest to a goal. */
function nearAGoal(level: Level, day: number, prng: Prng): Design {
  const few = Array.from({ length: drawn }, () => affordable(level, prng)).map((design) => {
    const { scenario, ...played } = playedOn(level, design, day);
    const results = judge(
      goalsInTown(level, day),
      simulate(played.design, scenario, { ...searchRun, seed: 11 }),
    );
    const distances = results.map((goal) => (Number.isNaN(goal.value) ? 1 : Math.abs(margin(goal))));
    return { design, distance: Math.min(...distances) };
  });
  return few.reduce((best, each) => (each.distance < best.distance ? each : best)).design;
}

/**
 * Compares random designs of some levels, `count` in all, on each kind of day in turn. Exact runs are written down as
 * they end; what is on record is not played again.
 */
export function searchVerdicts(
  numbers: readonly number[],
  count: number,
  seed: number,
  tell: (line: string) => void,
): Readonly<Record<Agreement, number>> {
  const prng = new Prng(seed);
  const found: Record<Agreement, number> = { agreed: 0, near: 0, chance: 0, apart: 0 };
  const recorded = readSearched();
  for (let i = 0; i < count; i++) {
    const level = findLevel(String(numbers[i % numbers.length]));
    if (!level) throw new RangeError(`there is no level ${numbers[i % numbers.length]}`);
    const days = daySeeds(level);
    const day = days[(seed + Math.floor(i / numbers.length)) % days.length]!;
    const design = nearAGoal(level, day, prng);
    const played = playedOn(level, design, day);
    const goals = goalsInTown(level, day);
    const report = reportOn(played);
    const told = judge(goals, report);
    const line = formatDesign(design);
    const inputs = inputsOf(played);
    const runs: GoalResult[][] = [];
    const runsDue = () =>
      agreementOf(told, runs) !== "agreed" ? runsMax : [told, ...runs].flat().every(isClear) ? 1 : 2;
    while (runs.length < runsDue()) {
      const ordinal = runs.length + 1;
      let known = recorded.find((run) => run.inputs === inputs && run.seed === ordinal);
      if (!known) {
        const { indicators } = runExactly(played.design, played.scenario, ordinal);
        const values = judge(goals, { ...report, indicators: { ...report.indicators, ...indicators } });
        known = {
          level: level.number,
          day,
          line,
          inputs,
          seed: ordinal,
          values: values.map(({ value }) => value),
        };
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
    tell(
      `${i + 1} of ${count}: ${agreement}: level ${level.number}, day ${day}, ${line}: ${figures.join("; ")}`,
    );
  }
  return found;
}
