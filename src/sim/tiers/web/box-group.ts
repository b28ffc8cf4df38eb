/** Boxes that are alike at work: one queue that stands for them. */

import { type BalancingPolicy, type EffectiveQueue, effectiveQueue } from "../../queueing/balancing.ts";
import type { Station } from "../../queueing/station.ts";

/** Utilization in steps of this size decides how many boxes act as one. */
const grain = 1 / 32;

/** Boxes that are alike, one queue standing for them. */
export interface Group {
  boxes: number;
  speed: number;
  sessions: number;
  /** Share of the tier's requests that come here. */
  share: number;
  station: Station;
  queue: EffectiveQueue;
  queueGrain: number;
  queueBoxes: number;
  isSlow: boolean;
  /** Share of its cores in use in the last step. */
  cpu: number;
}

/** A group without boxes, before its first step. */
export function newGroup(station: Station, policy: BalancingPolicy, serversPerBox: number): Group {
  return {
    boxes: 0,
    speed: 1,
    sessions: 0,
    share: 0,
    station,
    queue: effectiveQueue(policy, 1, serversPerBox, 0),
    queueGrain: -1,
    queueBoxes: -1,
    isSlow: false,
    cpu: 0,
  };
}

/** Sessions a box. */
export function loadOf({ boxes, sessions }: Group): number {
  return boxes > 0 ? sessions / boxes : 0;
}

/** Decides how many boxes act as one queue, at a utilization 0…1. */
export function poolGroup(
  group: Group,
  policy: BalancingPolicy,
  serversPerBox: number,
  utilization: number,
): void {
  const at = Math.round(utilization / grain);
  const boxes = Math.max(1, group.boxes);
  if (at === group.queueGrain && boxes === group.queueBoxes) return;
  const before = group.queue.boxesPooled;
  group.queue = effectiveQueue(policy, boxes, serversPerBox, at * grain);
  group.queueGrain = at;
  group.queueBoxes = boxes;
  if (group.queue.boxesPooled !== before) group.station.scale(group.queue.boxesPooled / before);
}
