/** A design judged as in an interview, in this thread. */
import type { Playable } from "../../src/game/index.ts";
import type { Design } from "../../src/sim/index.ts";
import type { Judged } from "../../src/study/interview/judge.ts";
import { ownHands } from "../../src/threads/errands.ts";
import { judgeParallel } from "../../src/threads/judge.ts";

export async function judgedAs(playable: Playable, design: Design, isWhole = true): Promise<Judged> {
  return (await judgeParallel(ownHands, playable, design, isWhole))!;
}
