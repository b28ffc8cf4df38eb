/**
 * The cause of a failure, as a chain: what happened, what saturated or fell, what it dragged along, who was
 * hurt. From the run's own causes.
 */
import {
  type Bucket,
  type EventCause,
  type EventKind,
  type FaultCause,
  type LosingCause,
  type Place,
  type PlaceName,
  partsOfPlace,
  type Reason,
  type RegionName,
  type Report,
} from "../sim/index.ts";
import type { GoalIndicator } from "./level.ts";

/** The links worth telling, in order of time, and the losses by size. */
export interface Explanation {
  /** What set it off, when an event did. */
  readonly trigger: EventCause | undefined;
  /** The first part that fell or saturated, when one did. */
  readonly first: FaultCause | undefined;
  /** What fell or saturated after it. */
  readonly dragged: readonly FaultCause[];
  /** Events that set off what is told besides the first part: other faults, other large losses. */
  readonly besides: readonly EventCause[];
  /** Where and why requests were lost, largest first. */
  readonly losses: readonly LosingCause[];
}

const draggedMax = 3;
/** How many losses are told, and the share of all failures below which one is not. */
const lossesMax = 3;
const lossShareMin = 0.01;
/** Ticks by which a loss may be noticed before its fault is. */
const early = 5;
/** Ticks after an event, or after its end, in which what saturates is put down to it. */
const aftermath = 40;
/** The same for news: their crowds come by and by. */
const crowdAftermath = 120;

/**
 * The events that can bring about a loss, by its reason; none where the design itself is to blame, undefined where it
 * comes of too much work, and so of any.
 */
const bringers: Readonly<Record<Reason, readonly EventKind[] | undefined>> = {
  timeout: undefined,
  "queue-full": undefined,
  "process-down": ["restart"],
  "box-down": ["crash", "flood"],
  "lost-with-box": ["crash", "flood"],
  "node-down": ["crash"],
  "store-down": ["crash", "flood"],
  "broker-down": ["restart", "region-outage"],
  "cache-down": ["cache-restart"],
  "edge-down": ["cdn-outage"],
  "site-down": ["region-outage"],
  "data-elsewhere": ["region-outage"],
  "shard-down": ["crash", "region-outage"],
  "primary-down": ["crash", "flood", "region-outage"],
  "no-copy": ["crash", "flood", "region-outage"],
  "copy-silent": ["crash", "flood", "region-outage"],
  "row-locked": ["celebrity"],
  "bad-build": ["bad-build"],
  "order-blocked": ["bad-build"],
  "box-errs": ["gray"],
  "version-skew": ["deploy"],
  "disk-full": ["disk-fills"],
  "logged-out": ["crash", "restart"],
  "turned-away": [],
  "session-elsewhere": [],
  "session-unreadable": ["crash", "flood", "region-outage"],
  "no-domain": [],
  "no-server": [],
  "no-database": [],
};
/** Events that make something fall. */
const fallers: ReadonlySet<EventKind> = new Set([
  "crash",
  "restart",
  "flood",
  "region-outage",
  "cdn-outage",
  "cache-restart",
]);
/** Events that put nothing under load and break nothing by themselves. */
const harmless: ReadonlySet<EventKind> = new Set(["sale", "rebrand", "deploy", "disk-fills", "gray"]);

/**
 * Tells the chain of a report.
 * @param missed indicators of the goals that were missed: photos that wait are no failed requests
 */
export function explain(report: Report, missed: readonly GoalIndicator[] = []): Explanation {
  const events = report.causes.filter(
    (cause): cause is EventCause => cause.what === "event" && cause.absent === undefined,
  );
  const faults = report.causes.filter((cause) => cause.what === "saturated" || cause.what === "down");
  const losses = report.causes.filter((cause) => cause.what === "losing").sort((a, b) => b.count - a.count);
  const isAboutJobs = missed.length > 0 && missed.every((indicator) => jobIndicators.has(indicator));
  const main = isAboutJobs ? undefined : losses[0];
  const first = isAboutJobs
    ? faults.find(({ place }) => jobPlaces.has(partsOfPlace(place).name))
    : main
      ? faultOf(main, faults)
      : faults[0];
  const trigger = first ? triggerOf(first, events) : main ? triggerOf(main, events) : undefined;
  const told = toldLosses(losses, report.ledger.failed);
  // Where nothing fell or saturated first, only what brought a loss of its own belongs to the story.
  const owners = told.map((loss) => faultOf(loss, faults)).filter((fault) => fault !== undefined);
  // Workers that are behind are no part of it where no missed goal is about waiting.
  const isJobs = missed.length === 0 || missed.some((indicator) => jobIndicators.has(indicator));
  const theirs = first
    ? faults.filter(
        (fault) => isJobs || partsOfPlace(fault.place).name !== "workers" || owners.includes(fault),
      )
    : owners;
  const dragged = draggedBy(first, theirs, owners);
  const others = [...dragged, ...told]
    .map((cause) => triggerOf(cause.what === "losing" ? (faultOf(cause, faults) ?? cause) : cause, events))
    .filter((event) => event !== undefined)
    .concat(missed.includes("lostJobs") ? events.filter(({ event }) => jobTakers.has(event)) : [])
    .filter((event) => event !== trigger);
  return {
    trigger,
    first,
    dragged,
    besides: [...new Set(others)],
    losses,
  };
}

const jobIndicators: ReadonlySet<GoalIndicator> = new Set([
  "photoReadyP95Sec",
  "queueAgeMaxSec",
  "waitingJobs",
]);
/** Events that can take jobs with them which had been accepted. */
const jobTakers: ReadonlySet<EventKind> = new Set(["restart", "crash", "poison"]);
const jobPlaces: ReadonlySet<PlaceName> = new Set(["workers", "queue"]);

/**
 * The losses worth a line: the largest, as long as they are more than a trickle of all failures. One more is told
 * where it is the only one left: to say that there were other reasons takes a line as well.
 */
export function toldLosses(losses: readonly LosingCause[], failed: number): LosingCause[] {
  const most = losses.length === lossesMax + 1 ? losses.length : lossesMax;
  return losses.filter((loss, i) => i < most && (i === 0 || loss.count >= failed * lossShareMin));
}

/** What growth broke: the overload behind the largest loss of one, or the first, or what fell where nothing saturated. */
export function firstToGiveWay(report: Report): FaultCause | undefined {
  const faults = report.causes.filter((cause) => cause.what === "saturated" || cause.what === "down");
  const overloads = faults.filter(({ what }) => what === "saturated");
  const losses = report.causes.filter((cause) => cause.what === "losing").sort((a, b) => b.count - a.count);
  const owners = losses.map((loss) => faultOf(loss, overloads)).filter((fault) => fault !== undefined);
  return owners[0] ?? overloads[0] ?? faults[0];
}

/** The fault that a loss belongs to: its own part's fall, or the earliest fault that was on when it began. */
function faultOf(loss: LosingCause, faults: readonly FaultCause[]): FaultCause | undefined {
  const on = faults.filter(
    (fault) => fault.tick <= loss.tick + early && fault.untilTick >= loss.tick - early,
  );
  const kinds = bringers[loss.reason];
  const isFall = kinds?.some((kind) => fallers.has(kind));
  // A machine that is gone needs nothing overloaded, a locked row nothing else; a build that errs needs neither.
  const isOwn = ({ what, place }: FaultCause) =>
    isFall ? what === "down" : loss.reason === "row-locked" && partsOfPlace(place).name === "hotRow";
  const own = kinds === undefined ? on : on.filter(isOwn);
  const [first] = own.sort((a, b) => a.tick - b.tick || rank(a, loss) - rank(b, loss));
  return first && isHeld(first) ? (own.find((fault) => standsBehind(fault, first)) ?? first) : first;
}

/** Whether a part has no worker free although its processors have time: it waits for what stands behind. */
function isHeld(fault: FaultCause): boolean {
  return fault.what === "saturated" && fault.waiting === true;
}

/** Whether a part may be what the workers of another wait for: not held itself, and over while they waited. */
function standsBehind(fault: FaultCause, held: FaultCause): boolean {
  return !isHeld(fault) && fault.place !== held.place && fault.tick <= held.untilTick && !isSite(fault);
}

/** Of what begins in one tick: a dark site before its parts, a fall before an overload, the loser before the rest. */
function rank(fault: FaultCause, loss: LosingCause): number {
  if (isSite(fault)) return 0;
  if (fault.what === "down") return fault.place === loss.place ? 1 : 2;
  return fault.place === loss.place ? 3 : 4;
}

/**
 * What fell or saturated after the first part, and before it what a told loss comes of: each part once, and nothing
 * that went dark with its site.
 */
function draggedBy(
  first: FaultCause | undefined,
  faults: readonly FaultCause[],
  owners: readonly FaultCause[],
): FaultCause[] {
  const dark = faults.filter(isSite);
  const told: FaultCause[] = [];
  for (const fault of faults) {
    const isEarlier = first !== undefined && fault.tick < first.tick;
    if (fault === first || (isEarlier && !isHeld(fault) && !owners.includes(fault))) continue;
    const isSame = (other: FaultCause | undefined) =>
      other?.place === fault.place && other.what === fault.what;
    if (isSame(first) || told.some(isSame)) continue;
    const isInside = dark.some(
      (site) =>
        site !== fault &&
        regionOf(site) === regionOf(fault) &&
        fault.what === "down" &&
        fault.tick >= site.tick &&
        fault.tick <= site.untilTick,
    );
    if (!isInside) told.push(fault);
  }
  return told.slice(0, draggedMax);
}

function isSite({ place }: FaultCause): boolean {
  return partsOfPlace(place).name === "site";
}

function regionOf({ place }: FaultCause): RegionName | undefined {
  return partsOfPlace(place).region;
}

/** The last event before a link that can have brought it about. */
function triggerOf(cause: FaultCause | LosingCause, events: readonly EventCause[]): EventCause | undefined {
  const kinds =
    cause.what === "down" ? [...fallers] : cause.what === "losing" ? bringers[cause.reason] : undefined;
  if (kinds)
    return events.findLast(
      (event) =>
        kinds.includes(event.event) &&
        event.tick <= cause.tick &&
        cause.tick <= Math.max(endOf(event), event.tick + aftermath),
    );
  return events.findLast((event) => {
    const isNews = event.event === "news";
    const end = isNews ? event.tick + crowdAftermath : endOf(event) + aftermath;
    return event.tick <= cause.tick + 1 && cause.tick <= end && !harmless.has(event.event);
  });
}

/** When an event is over: what dies and has no end given is dead for good. */
function endOf({ tick, untilTick, event }: EventCause): number {
  const isForGood = untilTick <= tick && (event === "crash" || event === "flood");
  return isForGood ? Number.POSITIVE_INFINITY : Math.max(tick, untilTick);
}

/** How many of the largest losses count as what a run failed by. */
const largestLosses = 3;

/** Whether a place and reason are among the largest losses of a run. */
export function failsBy(report: Report, by: Bucket): boolean {
  return report.ledger.failedBy
    .slice(0, largestLosses)
    .some(({ place, reason }) => place === by.place && reason === by.reason);
}

/** Whether a place had more work than it can do, or fell. */
export function fellOrSaturated(report: Report, place: Place): boolean {
  return report.causes.some(
    (cause) => (cause.what === "saturated" || cause.what === "down") && cause.place === place,
  );
}
