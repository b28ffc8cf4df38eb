/**
 * What an attacker can buy: each kind of fault at a place, for a price that rises with its length. The list follows from
 * the parts of a design, and the search for what breaks it goes through all of it.
 */
import type { Design, Happening, Scenario, ScenarioEvent, Site } from "../../sim/index.ts";

/** Kinds of faults, in the order of the menu: what is at the way in first. */
export const faultKinds = [
  "balancer-dies",
  "web-dies",
  "web-slow",
  "web-gray",
  "cache-restarts",
  "cold-crawl",
  "all-changes",
  "primary-dies",
  "primary-slow",
  "report",
  "replica-dies",
  "replica-slow",
  "zone-a",
  "zone-b",
  "broker-restarts",
  "worker-dies",
  "poison",
] as const;
export type BoughtKind = (typeof faultKinds)[number];

/** How long a fault may last, in seconds; what is over at once has no length. */
export const lengthsSec = [30, 120, 300] as const;

/** A fault with its length, where it has one. */
export interface BoughtFault {
  readonly kind: BoughtKind;
  readonly lengthSec?: (typeof lengthsSec)[number];
}

interface FaultRule {
  /** What it costs for the shortest length, in dollars; longer ones cost in proportion to the root of their length. */
  readonly price: number;
  /** It is over at once. */
  readonly isMoment?: true;
  readonly isThere: (site: Site) => boolean;
  readonly what: (lengthSec: number) => Happening;
}

const hasWeb = ({ web }: Site) => web.count > 0;
const hasCache = ({ cache }: Site) => cache.nodes > 0;
const hasDatabase = ({ db }: Site) => db.size > 0;
const hasReplicas = ({ db }: Site) => db.replicas > 0;
const hasQueue = ({ queue }: Site) => queue.kind !== "none";

const rules: Readonly<Record<BoughtKind, FaultRule>> = {
  "balancer-dies": {
    price: 300,
    isThere: ({ lb }) => lb.nodes > 0,
    what: () => ({ what: "crash", tier: "lb", boxes: 1 }),
  },
  "web-dies": { price: 100, isThere: hasWeb, what: () => ({ what: "crash", tier: "web", boxes: 1 }) },
  "web-slow": {
    price: 80,
    isThere: hasWeb,
    what: () => ({ what: "slow", tier: "web", boxes: 1, speed: 0.2 }),
  },
  "web-gray": {
    price: 120,
    isThere: hasWeb,
    what: () => ({ what: "gray", tier: "web", boxes: 1, errorShare: 0.5 }),
  },
  "cache-restarts": {
    price: 150,
    isMoment: true,
    isThere: hasCache,
    what: () => ({ what: "cache-restart", nodes: 1 }),
  },
  "cold-crawl": { price: 60, isThere: hasCache, what: () => ({ what: "crawl", objects: 2_000_000 }) },
  "all-changes": {
    price: 200,
    isMoment: true,
    isThere: hasCache,
    what: () => ({ what: "sale", share: 0.5 }),
  },
  "primary-dies": {
    price: 500,
    isThere: hasDatabase,
    what: () => ({ what: "crash", tier: "primary", boxes: 1 }),
  },
  "primary-slow": {
    price: 250,
    isThere: hasDatabase,
    what: () => ({ what: "slow", tier: "primary", boxes: 1, speed: 0.3 }),
  },
  report: { price: 90, isThere: hasDatabase, what: () => ({ what: "report", cpuShare: 0.4 }) },
  "replica-dies": {
    price: 150,
    isThere: hasReplicas,
    what: () => ({ what: "crash", tier: "replica", boxes: 1 }),
  },
  "replica-slow": {
    price: 110,
    isThere: hasReplicas,
    what: () => ({ what: "slow", tier: "replica", boxes: 1, speed: 0.2 }),
  },
  "zone-a": { price: 2_000, isThere: hasDatabase, what: () => ({ what: "flood", zone: "A" }) },
  "zone-b": { price: 2_000, isThere: hasReplicas, what: () => ({ what: "flood", zone: "B" }) },
  "broker-restarts": {
    price: 200,
    isThere: hasQueue,
    what: (durationSec) => ({ what: "restart", tier: "queue", durationSec }),
  },
  "worker-dies": {
    price: 70,
    isThere: ({ workers }) => workers.count > 0,
    what: () => ({ what: "crash", tier: "workers", boxes: 1 }),
  },
  poison: { price: 140, isMoment: true, isThere: hasQueue, what: () => ({ what: "poison", messages: 200 }) },
};

/** Every fault that can be bought against a design. */
export function faultsAgainst({ sites: [home] }: Design): readonly BoughtFault[] {
  return faultKinds.flatMap((kind): BoughtFault[] => {
    const { isThere, isMoment } = rules[kind];
    if (!isThere(home)) return [];
    return isMoment ? [{ kind }] : lengthsSec.map((lengthSec) => ({ kind, lengthSec }));
  });
}

/** What a fault costs, in dollars, to the nearest ten. */
export function priceOf({ kind, lengthSec = lengthsSec[0] }: BoughtFault): number {
  return Math.round((rules[kind].price * Math.sqrt(lengthSec / lengthsSec[0])) / 10) * 10;
}

/** A fault as it is written: "web-gray-120", or its kind alone where it is over at once. */
export function faultId({ kind, lengthSec }: BoughtFault): string {
  return lengthSec === undefined ? kind : `${kind}-${lengthSec}`;
}

/** The label of a fault's event, and so of its words. */
export function faultLabel({ kind }: Pick<BoughtFault, "kind">): string {
  return `bought-${kind}`;
}

/** A day with one fault more. */
export function withFault(scenario: Scenario, fault: BoughtFault, atSec: number): Scenario {
  const { lengthSec } = fault;
  const event = {
    label: faultLabel(fault),
    atSec,
    ...(lengthSec === undefined ? {} : { untilSec: atSec + lengthSec }),
    ...rules[fault.kind].what(lengthSec ?? 0),
  } as ScenarioEvent;
  return { ...scenario, events: [...scenario.events, event].sort((a, b) => a.atSec - b.atSec) };
}
