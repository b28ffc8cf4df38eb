/** A queue that is asked for more than it can do for a minute, event by event. */
import { meanOf, quantileOf, simulateQueue } from "../oracle/queue.ts";

/** Servers and their mean service time, in seconds: 2,000 requests a second each time. */
export const overloadedQueues = [
  { servers: 1, serviceTimeSec: 0.0005 },
  { servers: 8, serviceTimeSec: 0.004 },
  { servers: 64, serviceTimeSec: 0.032 },
] as const;

/** Arrivals over what the servers can do: 0.7, from 60 s on 1.3, from 120 s to 300 s 0.7 again. */
export const overloadAt = (sec: number) => (sec >= 60 && sec < 120 ? 1.3 : 0.7);

/**
 * Mean, p95 and p99 of the answer times of a run, in seconds. The backlog of one exact run differs from another's by
 * 2 %, so fifty are averaged, and every 16th request is enough for the quantiles.
 */
export function overloadByEvents({ servers, serviceTimeSec }: (typeof overloadedQueues)[number]) {
  const capacity = servers / serviceTimeSec;
  const phases = [60, 120, 300].map((untilSec) => ({
    untilSec,
    arrivalRatePerSec: overloadAt(untilSec - 1) * capacity,
  }));
  const sample: number[] = [];
  let mean = 0;
  const runs = 50;
  for (let seed = 1; seed <= runs; seed++) {
    const { sojournSec } = simulateQueue({ servers, serviceTimeSec, phases, seed });
    mean += meanOf(sojournSec) / runs;
    for (let i = seed % 16; i < sojournSec.length; i += 16) sample.push(sojournSec[i]!);
  }
  const all = Float64Array.from(sample);
  return { mean, p95: quantileOf(all, 0.95), p99: quantileOf(all, 0.99) };
}
