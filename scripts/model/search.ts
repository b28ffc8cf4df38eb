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
  play,
  spaceSize,
} from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { type Design, forecast, formatDesign, problemsOf } from "../../src/sim/index.ts";
import { isClear } from "../../src/solver/claims.ts";
import { tenthOf } from "../../test/helpers/tenth-town.ts";

export interface Searched {
  /** Designs of which both said the same of every goal. */
  agreed: number;
  /** Designs with a goal on which they differ within the margin of clear goals (`isClear`), or on which exact runs differ. */
  near: number;
  chance: number;
  /** What they differ on beyond it, a line each. */
  readonly apart: string[];
}

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
    const isPlayable = problemsOf(design).length === 0 && inexpressible(design, level.scenario).length === 0;
    if (isPlayable && forecast(design, level.scenario).perMonth <= level.budget) return design;
  }
}

/** Compares random designs of some levels, `count` in all; each gets two exact runs, on each kind of day in turn. */
export function searchVerdicts(
  numbers: readonly number[],
  count: number,
  seed: number,
  tell: (line: string) => void,
): Searched {
  const prng = new Prng(seed);
  const found: Searched = { agreed: 0, near: 0, chance: 0, apart: [] };
  for (let i = 0; i < count; i++) {
    const own = findLevel(String(numbers[i % numbers.length]));
    if (!own) throw new RangeError(`there is no level ${numbers[i % numbers.length]}`);
    const days = daySeeds(own);
    const day = days[Math.floor(i / numbers.length) % days.length]!;
    const level = { ...own, scenario: tenthOf(own.scenario, day) };
    const design = affordable(level, prng);
    const { report, goals } = play(level, design, 11);
    const exact = [1, 2].map((run) => {
      const { indicators } = runExactly(design, level.scenario, seed + run);
      return judge(level.goals, { ...report, indicators: { ...report.indicators, ...indicators } });
    });
    const differing = goals.flatMap((goal, at) => {
      const runs = exact.map((results) => results[at]!);
      return runs.every(({ met }) => met === goal.met) ? [] : [{ goal, runs }];
    });
    const far = differing.filter(({ goal, runs }) => [goal, ...runs].every(isClear));
    const isSplit = differing.some(({ runs }) => runs.some(({ met }) => met !== runs[0]!.met));
    if (differing.length === 0) found.agreed++;
    else if (far.length === 0) found[isSplit ? "chance" : "near"]++;
    const told = (result: GoalResult) => result.value.toPrecision(4);
    for (const { goal, runs } of far)
      found.apart.push(
        `level ${level.number}, day ${day}, ${formatDesign(design)}: ${goal.indicator} ${told(goal)}, exact ${runs.map(told).join(" and ")}, goal ${goal.target}`,
      );
    tell(
      `${i + 1} of ${count}: ${found.agreed} agree, ${found.near} near a goal, ${found.chance} by chance, ${found.apart.length} apart`,
    );
  }
  return found;
}
