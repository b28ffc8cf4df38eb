/**
 * Which shards are alike. A queue for each of sixteen shards would cost sixteen times one queue and tell nothing
 * new: shards with nearly the same work and the same fate share one representative.
 */

import type { Site } from "../../design/design.ts";
import { type Growth, grow, keyHash, placementOver, spreadOver } from "../../keys/placement.ts";
import type { Scenario } from "../../scenario/scenario.ts";

/** Groups with nothing special about them. */
const plainGroupsMax = 4;
/**
 * The number of the celebrity's account among the keys; her sub-keys are the next ones. Hashing sixteen sub-keys over
 * a handful of shards is lumpy, and this account was chosen among thirty for a kind spread: on six shards of 8 vCPU
 * at level 12's load the busiest is 94 % busy, where others of the thirty come to between 94 and 127 %.
 */
const postKey = 31_001_700;

/** Some shards that are alike, with what is theirs together, before and after one more shard was added. */
export interface ShardGroupPlan {
  /** Which shards of the site these are, counted from 0; the dedicated one is none of them. */
  readonly members: number[];
  shards: number;
  /** How many of them there will be after growing (the new shard's group grows from 0 to 1). */
  shardsAfter: number;
  work: number;
  workAfter: number;
  /** Share of the likes' sub-keys. */
  likes: number;
  likesAfter: number;
  /** How many of the post's sub-keys are here. */
  hasPost: boolean;
  hasPostAfter: boolean;
  /** Share of all keys that leaves and enters while growing. */
  leaves: number;
  enters: number;
  isDedicated: boolean;
  /** The position of its first shard in the order in which faults strike. */
  readonly victimFrom: number;
  readonly signature: string;
}

export interface ShardPlan {
  readonly groups: ShardGroupPlan[];
  readonly growth: Growth;
}

/** How many shards each fault of a scenario strikes, without repetition, rising. */
export function struckCounts(scenario: Scenario): number[] {
  const counts = new Set<number>();
  for (const event of scenario.events)
    if ((event.what === "crash" || event.what === "slow") && isShardTier(event.tier)) counts.add(event.boxes);
  return [...counts].sort((a, b) => a - b);
}

/** Whether a fault of this tier strikes shards: a primary is one of them. */
export function isShardTier(tier: string): boolean {
  return tier === "shard" || tier === "primary";
}

/** Puts a site's shards into groups. */
export function planShards(settings: Site["shards"], scenario: Scenario): ShardPlan {
  const { count, place, key, dedicated } = settings;
  const groups = merged(plansOf(settings, scenario), count);
  if (dedicated) groups.push(dedicatedPlan(likeRows(settings)));
  return { groups, growth: grow(count, place, key) };
}

/** What is one shard's: the plan of a group of one. */
export type ShardShare = Readonly<ShardGroupPlan>;

/** Every shard of a site by itself, the dedicated one last. */
export function shardShares(settings: Site["shards"], scenario: Scenario): ShardShare[] {
  const shares: ShardShare[] = plansOf(settings, scenario);
  if (settings.dedicated) shares.push(dedicatedPlan(likeRows(settings)));
  return shares;
}

function plansOf(settings: Site["shards"], scenario: Scenario): ShardGroupPlan[] {
  const { count, place, key, dedicated } = settings;
  const before = spreadOver(count, place, key);
  const growth = grow(count, place, key);
  const grows = scenario.events.some((event) => event.what === "add-shard");
  const hasPost = scenario.events.some((event) => event.what === "celebrity");
  const struck = struckCounts(scenario);
  const home = homeOf(count, settings);
  const homeAfter = homeOf(count + 1, settings);
  const likes = likesOver(count, settings);
  const likesAfter = likesOver(count + 1, settings);
  const victims = victimOrder(count, hasPost && !dedicated ? home : -1);
  const plans: ShardGroupPlan[] = [];
  for (let i = 0; i < count + (grows ? 1 : 0); i++) {
    const isNew = i === count;
    const isHome = hasPost && !dedicated && i === home;
    const isHomeAfter = hasPost && !dedicated && i === homeAfter;
    const victimFrom = isNew ? Number.POSITIVE_INFINITY : victims[i]!;
    const fate = struck.map((boxes) => (victimFrom < boxes ? 1 : 0)).join("");
    plans.push({
      members: [i],
      shards: isNew ? 0 : 1,
      shardsAfter: 1,
      work: isNew ? 0 : before.work[i]!,
      workAfter: grows ? growth.work[i]! : before.work[i]!,
      likes: isNew ? 0 : likes[i]!,
      likesAfter: grows ? likesAfter[i]! : likes[i]!,
      hasPost: isHome,
      hasPostAfter: grows ? isHomeAfter : isHome,
      leaves: grows ? growth.leaves[i]! : 0,
      enters: grows ? growth.enters[i]! : 0,
      isDedicated: false,
      victimFrom,
      signature: `${isNew ? 1 : 0}${isHome ? 1 : 0}${isHomeAfter ? 1 : 0}${fate}`,
    });
  }
  return plans;
}

/** The shard of a celebrity's account. By country: the largest; by date: a newcomer among the newest. */
function homeOf(count: number, settings: Site["shards"]): number {
  const placement = placementOver(count, settings.place);
  if (settings.key === "signup") return count - 1;
  return placement.shardOf(keyHash(settings.key === "country" ? 0 : postKey));
}

/** Into how many rows the likes of a post are split; where they are counted apart, their sums go to one. */
export function likeRows({ likes, salt }: Site["shards"]): number {
  return likes === "rows" ? salt : 1;
}

/** Share of the likes on each shard: one row where the post is, or sub-keys hashed over all shards. */
function likesOver(count: number, settings: Site["shards"]): Float64Array {
  const { dedicated, place } = settings;
  const salt = likeRows(settings);
  const likes = new Float64Array(count);
  if (salt <= 1) {
    if (!dedicated) likes[homeOf(count, settings)] = 1;
    return likes;
  }
  const placement = placementOver(count, place);
  for (let sub = 0; sub < salt; sub++) {
    const shard = placement.shardOf(keyHash(postKey + 1 + sub));
    likes[shard] = likes[shard]! + 1 / salt;
  }
  return likes;
}

/** The order in which faults strike: from the first shard on, the celebrity's last. */
function victimOrder(count: number, last: number): number[] {
  const order: number[] = new Array<number>(count).fill(0);
  let next = 0;
  for (let i = 0; i < count; i++) if (i !== last) order[i] = next++;
  if (last >= 0) order[last] = next;
  return order;
}

/** The dedicated shard: the post, and its row of likes unless that is split over all shards. */
function dedicatedPlan(salt: number): ShardGroupPlan {
  const likes = salt > 1 ? 0 : 1;
  return {
    members: [],
    shards: 1,
    shardsAfter: 1,
    work: 0,
    workAfter: 0,
    likes,
    likesAfter: likes,
    hasPost: true,
    hasPostAfter: true,
    leaves: 0,
    enters: 0,
    isDedicated: true,
    victimFrom: Number.POSITIVE_INFINITY,
    signature: "dedicated",
  };
}

/** Merges the two most alike of one signature (least squares, Ward 1963) until few are left. */
function merged(plans: ShardGroupPlan[], count: number): ShardGroupPlan[] {
  const signatures = new Set(plans.map((plan) => plan.signature)).size;
  const max = plainGroupsMax + signatures - 1;
  while (plans.length > 1) {
    let best = Number.POSITIVE_INFINITY;
    let at = -1;
    let into = -1;
    for (let i = 0; i < plans.length; i++)
      for (let j = 0; j < i; j++) {
        const distance = distanceOf(plans[i]!, plans[j]!, count);
        if (distance < best) {
          best = distance;
          at = i;
          into = j;
        }
      }
    if (at < 0 || (plans.length <= max && best > 1e-6)) break;
    join(plans[into]!, plans[at]!);
    plans.splice(at, 1);
  }
  return plans;
}

function distanceOf(a: ShardGroupPlan, b: ShardGroupPlan, count: number): number {
  if (a.signature !== b.signature) return Number.POSITIVE_INFINITY;
  const n = a.shardsAfter;
  const m = b.shardsAfter;
  let sum = 0;
  const add = (x: number, y: number) => {
    const gap = (x / n - y / m) * count;
    sum += gap * gap;
  };
  add(a.work, b.work);
  add(a.workAfter, b.workAfter);
  add(a.likes, b.likes);
  add(a.likesAfter, b.likesAfter);
  add(a.leaves, b.leaves);
  add(a.enters, b.enters);
  return (sum * n * m) / (n + m);
}

function join(into: ShardGroupPlan, from: ShardGroupPlan): void {
  into.members.push(...from.members);
  into.shards += from.shards;
  into.shardsAfter += from.shardsAfter;
  into.work += from.work;
  into.workAfter += from.workAfter;
  into.likes += from.likes;
  into.likesAfter += from.likesAfter;
  into.leaves += from.leaves;
  into.enters += from.enters;
}
