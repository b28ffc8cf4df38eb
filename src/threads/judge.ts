/** The design of an interview judged by a workforce: all runs that it takes, side by side. */
import type { Playable } from "../game/index.ts";
import type { Design } from "../sim/index.ts";
import { loseParallel, sideBySide, type Workforce, type WorkOptions } from "../solver/index.ts";
import { type Judged, judgedOf, judgingWork } from "../study/interview/judge.ts";

/** Judges a design; undefined when stopped. */
export async function judgeParallel(
  workforce: Workforce,
  playable: Playable,
  design: Design,
  isWhole: boolean,
  { signal, onShare }: Pick<WorkOptions, "signal" | "onShare"> = {},
): Promise<Judged | undefined> {
  const { runs, losses } = judgingWork(playable, design, isWhole);
  const done = { runs: 0, losses: 0 };
  const hear = (part: "runs" | "losses", share: number) => {
    done[part] = share;
    const all = done.runs * runs.length + done.losses * losses.length;
    onShare?.(all / (runs.length + losses.length));
  };
  const [outcomes, found] = await Promise.all([
    sideBySide(
      workforce,
      runs.map(({ playable: subject, run }) => ({ subject, task: { kind: "run" as const, ...run } })),
      { signal, onShare: (share) => hear("runs", share) },
    ),
    loseParallel(workforce, playable, design, losses, {
      signal,
      onShare: (share) => hear("losses", share),
    }),
  ]);
  return outcomes && found && judgedOf(playable, design, outcomes, found);
}
