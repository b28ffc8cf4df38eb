import { EventHeap, IntRing } from "../../src/exact/event-heap.ts";
import { Prng } from "../../src/exact/prng.ts";

export interface Hop {
  servers: number;
  serviceTimeSec: number;
  /** Share of the requests that pass this hop by (a cache hit passes the database by). */
  skipShare?: number;
}

/**
 * The exact path: Poisson arrivals go through the hops in order, each hop c exponential servers, first come first
 * served. Returns the end-to-end latencies (seconds) of the requests after the warm-up.
 */
export function simulatePath(
  hops: readonly Hop[],
  arrivalRatePerSec: number,
  requests: number,
  warmUp: number,
  seed: number,
): Float64Array {
  const random = new Prng(seed);
  const heap = new EventHeap();
  const total = requests + warmUp;
  const arrivedAt = new Float64Array(total);
  const latency = new Float64Array(total).fill(Number.NaN);
  const busy = new Int32Array(hops.length);
  const queues = hops.map(() => new IntRing());
  const hopCount = hops.length;

  const enter = (request: number, from: number, now: number): void => {
    let hop = from;
    while (hop < hopCount && random.uniform() < (hops[hop]!.skipShare ?? 0)) hop++;
    if (hop === hopCount) {
      latency[request] = now - arrivedAt[request]!;
      return;
    }
    const { servers, serviceTimeSec } = hops[hop]!;
    if (busy[hop]! < servers) {
      busy[hop]!++;
      heap.push(now + serviceTimeSec * random.exponential(), request * hopCount + hop);
    } else queues[hop]!.push(request);
  };

  let next = 0;
  let nextArrival = random.exponential() / arrivalRatePerSec;
  while (next < total || heap.size > 0) {
    if (next < total && nextArrival <= heap.nextTime) {
      arrivedAt[next] = nextArrival;
      enter(next++, 0, nextArrival);
      nextArrival += random.exponential() / arrivalRatePerSec;
      continue;
    }
    const now = heap.nextTime;
    const event = heap.pop();
    const hop = event % hopCount;
    const request = (event - hop) / hopCount;
    const queue = queues[hop]!;
    if (queue.length > 0) {
      heap.push(now + hops[hop]!.serviceTimeSec * random.exponential(), queue.shift() * hopCount + hop);
    } else busy[hop]!--;
    enter(request, hop + 1, now);
  }
  return latency.subarray(warmUp);
}
