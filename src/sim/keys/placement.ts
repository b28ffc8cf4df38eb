/**
 * Which shard keeps a key. Two real functions, the remainder of a hash and a ring of hashes (Karger 1997), and the
 * shares of users, work and moved keys that follow from them: counted over keys, not taken from formulas.
 */
import { mix32 } from "../chance/random.ts";

export type PlacementMethod = "ring" | "modulo";

/** Points of each shard on the ring (Cassandra long gave each node 256): shares stay within about ±10 % of each other. */
export const ringPointsPerShard = 256;
/** Keys over which the shares of users are counted. */
const sampleKeys = 16_384;

const keySalt = 0x7feb352d;
/** One of twelve tried: their busiest shard of eight has 4 to 16 % more than the mean, this one's 7 %. */
const pointSalt = 0xc2b2ae3d;

/** Finds the shard of a key. */
export interface Placement {
  readonly method: PlacementMethod;
  readonly shards: number;
  /** The shard, 0…shards − 1, of a key's hash (32 bits). */
  shardOf(hash: number): number;
}

/** The hash of the key with a number; the same for every placement. */
export function keyHash(key: number): number {
  return mix32(mix32(key ^ keySalt) + Math.imul(key, 0x9e3779b1));
}

/** Hashes as even as those of millions of users: a Weyl sequence, so that a small sample adds no noise of its own. */
function evenHash(i: number): number {
  return Math.imul(i, 0x9e3779b1) >>> 0;
}

/** `hash % shards`. */
function modulo(shards: number): Placement {
  return { method: "modulo", shards, shardOf: (hash) => (hash >>> 0) % shards };
}

/** A ring: a key belongs to the next point clockwise; a shard owns all its points' arcs. */
function ring(shards: number): Placement {
  const n = shards * ringPointsPerShard;
  const order = new Float64Array(n);
  for (let shard = 0; shard < shards; shard++)
    for (let point = 0; point < ringPointsPerShard; point++) {
      const hash = mix32(mix32(shard ^ pointSalt) + Math.imul(point + 1, 0x85ebca6b));
      // One number carries both: sorting it sorts the hashes.
      order[shard * ringPointsPerShard + point] = hash * 65_536 + shard;
    }
  order.sort();
  const at = Float64Array.from(order, (value) => Math.floor(value / 65_536));
  const owner = Uint16Array.from(order, (value) => value % 65_536);
  return {
    method: "ring",
    shards,
    shardOf(hash) {
      const key = hash >>> 0;
      let low = 0;
      let high = n;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (at[middle]! < key) low = middle + 1;
        else high = middle;
      }
      return owner[low === n ? 0 : low]!;
    },
  };
}

const made = new Map<string, Placement>();

/** The placement over so many shards (at least 1); made once. */
export function placementOver(shards: number, method: PlacementMethod): Placement {
  const name = `${method} ${shards}`;
  let placement = made.get(name);
  if (!placement) {
    placement = method === "ring" ? ring(shards) : modulo(shards);
    made.set(name, placement);
  }
  return placement;
}

/** Share of `keys` hashed keys whose shard differs between two placements; `salt` picks other keys. */
export function countMoved(from: Placement, to: Placement, keys: number, salt = 0): number {
  let moved = 0;
  for (let key = 0; key < keys; key++) {
    const hash = keyHash(key ^ salt);
    if (from.shardOf(hash) !== to.shardOf(hash)) moved++;
  }
  return moved / keys;
}

/**
 * Countries of the users and their shares; an assumption in the shape of most US services (the largest market near
 * a half, a long tail): a key with so few values, so unequal, cannot be spread by any function.
 */
export const countryShares: readonly number[] = [
  0.45, 0.09, 0.07, 0.06, 0.05, 0.045, 0.04, 0.035, 0.03, 0.025, 0.02, 0.02, 0.015, 0.015, 0.01, 0.01, 0.005,
  0.005, 0.0025, 0.0025,
];

/**
 * How much of the work belongs to accounts older than the newest x of all: accounts work half as much with every
 * further tenth of the users by age. An assumption; that new accounts are the busiest is what every cohort curve shows.
 */
const activityHalvings = 10;

/** Share of the work that the users between two quantiles of age (0 newest … 1 oldest) cause. */
function activityBetween(newer: number, older: number): number {
  const rest = (x: number) => Math.fround(Math.exp(-Math.LN2 * activityHalvings * x));
  return (rest(newer) - rest(older)) / (rest(0) - rest(1));
}

/** What a shard holds, and how much of the work goes there. */
export interface KeyShares {
  /** Share of the keys on each shard. */
  readonly keys: Float64Array;
  /** Share of the work on each shard. */
  readonly work: Float64Array;
}

export type ShardKey = "user" | "country" | "signup";

/** Keys and work over `shards` shards. Sign-up dates are kept in ranges of equal numbers of users, newest last. */
export function spreadOver(shards: number, method: PlacementMethod, key: ShardKey): KeyShares {
  if (key === "signup") {
    const keys = new Float64Array(shards).fill(1 / shards);
    const work = Float64Array.from(keys, (_, i) =>
      activityBetween((shards - 1 - i) / shards, (shards - i) / shards),
    );
    return { keys, work };
  }
  const placement = placementOver(shards, method);
  if (key === "user") {
    const shares = sampledShares(placement);
    return { keys: shares, work: shares };
  }
  const shares = new Float64Array(shards);
  countryShares.forEach((share, country) => {
    const shard = placement.shardOf(keyHash(country));
    shares[shard] = shares[shard]! + share;
  });
  return { keys: shares, work: shares };
}

/** What adding one shard does: who holds and does what afterwards, and which share of the keys has to move. */
export interface Growth extends KeyShares {
  readonly movedShare: number;
  /** Share of all keys that each shard (n + 1 of them) gives away, and receives. */
  readonly leaves: Float64Array;
  readonly enters: Float64Array;
}

const grown = new Map<string, Growth>();

/**
 * Grows n shards to n + 1. A range of dates is cut in the middle: the newer half of the newest range moves. Worked out
 * once and shared by all runs: only to be read.
 */
export function grow(shards: number, method: PlacementMethod, key: ShardKey): Growth {
  const name = `${method} ${key} ${shards}`;
  let growth = grown.get(name);
  if (!growth) {
    growth = growthOf(shards, method, key);
    grown.set(name, growth);
  }
  return growth;
}

function growthOf(shards: number, method: PlacementMethod, key: ShardKey): Growth {
  const leaves = new Float64Array(shards + 1);
  const enters = new Float64Array(shards + 1);
  if (key === "signup") {
    const before = spreadOver(shards, method, key);
    const keys = Float64Array.from(leaves, (_, i) => before.keys[i] ?? 0);
    const work = Float64Array.from(leaves, (_, i) => before.work[i] ?? 0);
    const moved = 0.5 / shards;
    const movedWork = activityBetween(0, moved);
    keys[shards - 1] = keys[shards - 1]! - moved;
    work[shards - 1] = work[shards - 1]! - movedWork;
    keys[shards] = moved;
    work[shards] = movedWork;
    leaves[shards - 1] = moved;
    enters[shards] = moved;
    return { keys, work, movedShare: moved, leaves, enters };
  }
  const after = spreadOver(shards + 1, method, key);
  const from = placementOver(shards, method);
  const to = placementOver(shards + 1, method);
  let movedShare = 0;
  const keys = key === "user" ? sampleKeys : countryShares.length;
  for (let i = 0; i < keys; i++) {
    const hash = key === "user" ? evenHash(i) : keyHash(i);
    const old = from.shardOf(hash);
    const next = to.shardOf(hash);
    if (old === next) continue;
    const share = key === "user" ? 1 / sampleKeys : countryShares[i]!;
    movedShare += share;
    leaves[old] = leaves[old]! + share;
    enters[next] = enters[next]! + share;
  }
  return { ...after, movedShare, leaves, enters };
}

const sampled = new Map<Placement, Float64Array>();

function sampledShares(placement: Placement): Float64Array {
  let shares = sampled.get(placement);
  if (!shares) {
    shares = new Float64Array(placement.shards);
    for (let i = 0; i < sampleKeys; i++) {
      const shard = placement.shardOf(evenHash(i));
      shares[shard] = shares[shard]! + 1 / sampleKeys;
    }
    sampled.set(placement, shares);
  }
  return shares;
}
