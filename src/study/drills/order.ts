/**
 * Orderings: steps that only work in one order. Pairs in the wrong order are counted; a fatal one, such as promoting
 * before fencing, caps the mark whatever else is right.
 */

/** Steps by name, in their order, and pairs of neighbours or not of which the first must come first at any price. */
interface OrderRule {
  readonly steps: readonly string[];
  readonly fatal: readonly (readonly [first: string, then: string])[];
}

export const orders = {
  "request-path": {
    steps: ["name", "connect", "edge", "balancer", "web", "cache", "database"],
    fatal: [
      ["name", "connect"],
      ["cache", "database"],
    ],
  },
  failover: {
    steps: ["detect", "agree", "fence", "choose", "promote", "redirect", "rebuild"],
    fatal: [
      ["fence", "promote"],
      ["choose", "promote"],
      ["promote", "redirect"],
    ],
  },
  resharding: {
    steps: ["write-both", "backfill", "verify", "read-new", "write-new", "drop"],
    fatal: [
      ["write-both", "backfill"],
      ["verify", "read-new"],
      ["read-new", "drop"],
    ],
  },
  incident: {
    steps: ["acknowledge", "impact", "mitigate", "tell", "cause", "review"],
    fatal: [["mitigate", "cause"]],
  },
  "cache-write": {
    steps: ["write", "commit", "delete", "miss", "fill"],
    fatal: [["commit", "delete"]],
  },
  deploy: {
    steps: ["test", "canary", "compare", "zone", "everywhere", "clean-up"],
    fatal: [
      ["canary", "everywhere"],
      ["compare", "everywhere"],
    ],
  },
  "schema-change": {
    steps: ["add", "write-both", "backfill", "read-new", "stop-old", "drop"],
    fatal: [
      ["write-both", "backfill"],
      ["backfill", "read-new"],
      ["stop-old", "drop"],
    ],
  },
  restore: {
    steps: ["stop-writes", "choose-time", "restore", "replay", "verify", "switch"],
    fatal: [
      ["restore", "replay"],
      ["verify", "switch"],
    ],
  },
  job: {
    steps: ["take", "known", "work", "store", "acknowledge"],
    fatal: [["store", "acknowledge"]],
  },
  "region-loss": {
    steps: ["dark", "checks", "names", "expire", "scale", "resync", "fail-back"],
    fatal: [["resync", "fail-back"]],
  },
} as const satisfies Readonly<Record<string, OrderRule>>;

export type OrderName = keyof typeof orders;

/** How an ordering came out. */
export interface Ordered {
  /** Pairs in the wrong order. */
  readonly inversions: number;
  /** Those of them that are fatal. */
  readonly fatal: readonly (readonly [first: string, then: string])[];
  readonly mark: number;
}

/** With a fatal pair in the wrong order no mark is higher. */
export const fatalMarkMax = 0.25;

/** Judges an order by its pairs: the share of them that is right. */
export function judgeOrder(name: OrderName, order: readonly string[]): Ordered {
  const { steps, fatal: fatalPairs }: OrderRule = orders[name];
  const isAfter = (first: string, then: string) => order.indexOf(first) > order.indexOf(then);
  const pairs = steps.flatMap((first, at) => steps.slice(at + 1).map((then) => [first, then] as const));
  const inversions = pairs.filter(([first, then]) => isAfter(first, then)).length;
  const fatal = fatalPairs.filter(([first, then]) => isAfter(first, then));
  const mark = 1 - inversions / pairs.length;
  return { inversions, fatal, mark: fatal.length > 0 ? Math.min(fatalMarkMax, mark) : mark };
}
