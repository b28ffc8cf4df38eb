/** Keys on shards: who moves when a shard comes, and what a popular key does to the one that holds it. */
import { type ShardsLabResult, shardsLab } from "../sim/index.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt, type Turned } from "./lab.ts";

const placements = ["ring", "modulo"] as const;

const knobs = {
  shards: { is: "number", sign: "n", min: 1, max: 1_024, whole: true },
  grow: { is: "number", sign: "m", min: 0, max: 1_024, whole: true, fallback: 1 },
  placement: { is: "word", words: placements },
  keys: { is: "number", sign: "N", min: 1, max: 5_000_000, whole: true },
  zipf: { is: "number", sign: "α", min: 0, max: 3, fallback: 0 },
  seed: seedKnob,
} as const;

export const shards: Lab<typeof knobs, ShardsLabResult> = { name: "shards", knobs, run: shardsLab };

const keys = 100_000;
const shardCounts = { id: "shards", values: [2, 3, 4, 6, 8, 12, 16, 24, 32], start: 2 } as const;
const placement = { id: "placement", values: placements, start: 0 } as const;

const placementOf = (turned: Turned) => placements.find((each) => each === turned.placement) ?? placements[0];

/** A shard more: how many keys move. */
export const shardsBench = benchOf(shards, {
  name: "shards",
  unit: "share",
  sweep: shardCounts,
  others: [placement],
  settings: (turned) => ({ shards: numberAt(turned, "shards"), placement: placementOf(turned), keys }),
  trial: ({ movedShare, theory }) => ({ measured: movedShare, theory: theory.movedShare }),
});

/** A celebrity: how much more than its share the busiest shard has to do. */
export const celebrityBench = benchOf(shards, {
  name: "celebrity",
  unit: "times",
  sweep: shardCounts,
  others: [{ id: "popularity", values: [0, 0.8, 1, 1.2], start: 2 }, placement],
  settings: (turned) => ({
    shards: numberAt(turned, "shards"),
    placement: placementOf(turned),
    keys,
    zipf: numberAt(turned, "popularity"),
  }),
  trial: ({ maxOverMean }, turned) => ({
    measured: maxOverMean,
    theory: Math.max(1, numberAt(turned, "shards") * topShare(keys, numberAt(turned, "popularity"))),
  }),
});

/** Share of the most popular of so many keys (Zipf): no placement can split it. */
function topShare(count: number, exponent: number): number {
  let sum = 0;
  for (let key = 1; key <= count; key++) sum += key ** -exponent;
  return 1 / sum;
}
