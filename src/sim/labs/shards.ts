/** A lab: keys on shards, by the functions that the simulator itself uses. */

import { mix32 } from "../chance/random.ts";
import { countMoved, keyHash, type PlacementMethod, placementOver } from "../keys/placement.ts";
import { checkFields, type LabProblem } from "./input.ts";

export interface ShardsLabInput {
  readonly shards: number;
  /** Shards to add; 1 when not given. */
  readonly grow?: number;
  readonly placement: PlacementMethod;
  readonly keys: number;
  /** Zipf exponent of the keys' popularity; 0 or left out: all alike. */
  readonly zipf?: number;
  readonly seed: number;
}

export interface ShardsLabResult {
  readonly ok: true;
  /** Share of the keys that must move when the shards grow. */
  readonly movedShare: number;
  /** Busiest shard against the mean. */
  readonly maxOverMean: number;
  /** Share of the work on each shard. */
  readonly shares: readonly number[];
  /** What theory expects: even shares, as few moves as possible (ring), or all but 1 of n + grow (remainder). */
  readonly theory: { readonly movedShare: number; readonly maxOverMean: number };
}

/** Places keys on shards, then grows the shards and counts who has to move. */
export function shardsLab(input: ShardsLabInput): ShardsLabResult | LabProblem {
  const problem = checkFields(input, {
    shards: { min: 1, max: 1_024, whole: true },
    grow: { min: 0, max: 1_024, whole: true },
    keys: { min: 1, max: 5_000_000, whole: true },
    zipf: { min: 0, max: 3 },
    seed: { min: 0, max: 4_294_967_295, whole: true },
  });
  if (problem) return problem;
  if (input.placement !== "ring" && input.placement !== "modulo")
    return {
      ok: false,
      field: "placement",
      problem: { code: "placement", found: String(input.placement) },
    };
  const { shards, grow = 1, placement: method, keys, zipf = 0, seed } = input;
  const from = placementOver(shards, method);
  const to = placementOver(shards + grow, method);
  const salt = mix32(seed) | 0;
  const weights = new Float64Array(shards);
  let total = 0;
  for (let key = 0; key < keys; key++) {
    const weight = zipf > 0 ? Math.fround((key + 1) ** -zipf) : 1;
    const shard = from.shardOf(keyHash(key ^ salt));
    weights[shard] = weights[shard]! + weight;
    total += weight;
  }
  const shares = Array.from(weights, (weight) => weight / total);
  return {
    ok: true,
    movedShare: countMoved(from, to, keys, salt),
    maxOverMean: Math.max(...shares) * shards,
    shares,
    theory: {
      movedShare: method === "ring" ? grow / (shards + grow) : 1 - sameRemainder(shards, shards + grow),
      maxOverMean: 1,
    },
  };
}

/** Share of all numbers with the same remainder by both: the lower remainders of each common multiple. */
function sameRemainder(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y > 0) [x, y] = [y, x % y];
  const multiple = (a / x) * b;
  // Both remainders agree for the first min(a, b) numbers of each common multiple, and then not until the next.
  return Math.min(a, b) / multiple;
}
