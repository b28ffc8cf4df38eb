/** The design of an interview judged by a workforce: all runs that it takes, side by side. */
import { auditOfRuns, faultsOf, type Playable, verdictSeeds } from "../game/index.ts";
import type { Design } from "../sim/index.ts";
import { carryOut, loseParallel, type Workforce } from "../solver/index.ts";
import { growthFactors, growthPlan, type Judged, judgedOf, verdictPlan } from "../study/interview/judge.ts";
import { grownBy } from "../study/interview/scenario.ts";

interface JudgeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears the share done, 0…1. */
  readonly onShare?: (done: number) => void;
}

/**
 * Judges a design; undefined when stopped.
 * @param isWhole with its audit and growth; otherwise its goals alone
 */
export async function judgeParallel(
  workforce: Workforce,
  playable: Playable,
  design: Design,
  isWhole: boolean,
  { signal, onShare }: JudgeOptions = {},
): Promise<Judged | undefined> {
  const factors = isWhole ? growthFactors : [];
  const faults = isWhole ? [undefined, ...faultsOf(design)] : [];
  const of = verdictSeeds.length + faults.length + factors.length;
  let done = 0;
  const counting: Workforce = {
    size: workforce.size,
    async work(...asked) {
      const result = await workforce.work(...asked);
      onShare?.(++done / of);
      return result;
    },
  };
  const [verdict, losses, growth] = await Promise.all([
    carryOut(counting, playable, verdictPlan(design), { signal }),
    loseParallel(counting, playable, design, faults, { signal }),
    Promise.all(
      factors.map((factor) =>
        carryOut(counting, grownBy(playable, factor), growthPlan(design, factor), { signal }),
      ),
    ),
  ]);
  if (!verdict || !losses || growth.includes(undefined)) return undefined;
  const [alone, ...lost] = losses;
  return judgedOf(playable, {
    verdict,
    ...(alone && { audit: auditOfRuns(playable, design, alone, lost) }),
    growth: growth.flatMap((each) => each ?? []),
  });
}
