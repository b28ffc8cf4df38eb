/** Spells of time against steps: a fault shorter than a step hurts for its part of it. */
import type { World } from "../../engine/world.ts";

/** Share of the present step that lies in [fromSec, untilSec), 0…1. */
export function overlapShare(world: World, fromSec: number, untilSec: number): number {
  const from = Math.max(world.timeSec, fromSec);
  const until = Math.min(world.timeSec + world.dtSec, untilSec);
  return until > from ? (until - from) / world.dtSec : 0;
}
