/** What a run is about, as names: what it missed, lost, and what brought that about. Texts say which of these they explain. */
import {
  type EventKind,
  type PlaceName,
  type PlainIndicator,
  partsOfIndicator,
  partsOfPlace,
  type Reason,
} from "../sim/index.ts";
import { explain } from "./explain.ts";
import type { Outcome } from "./verdict.ts";

/**
 * A goal that was missed, a reason of losses, an event that set them off, a part that fell or had too much to do,
 * and the wrong idea behind all that, by its letter.
 */
export type Topic =
  | PlainIndicator
  | "costPerMonth"
  | Reason
  | EventKind
  | `busy ${PlaceName}`
  | `down ${PlaceName}`
  | `idea ${string}`;

/** What nearly every failure misses: it says little of why. */
const general: ReadonlySet<string> = new Set([
  "availability",
  "latencyP95Ms",
  "latencyP99Ms",
  "costPerMonth",
]);

/** Goals that are missed by what is lost. */
const losing: ReadonlySet<string> = new Set(["availability", "worstTickAvailability", "goodputPerSec"]);

/** What strangers took over outweighs whatever was lost besides. */
const gravest: ReadonlySet<string> = new Set<PlainIndicator>(["breachedBoxes"]);

/**
 * The topics of a run, what says most of it first.
 * @param ideas letters of the wrong ideas that a failure comes of, as far as they are known
 */
export function topicsOf(
  { goals, report, withinBudget }: Outcome,
  ideas: readonly string[] = [],
): readonly Topic[] {
  const missed = goals.filter(({ met }) => !met).map(({ indicator }) => indicator);
  const names = missed.map((indicator) =>
    indicator === "costPerMonth" ? indicator : (partsOfIndicator(indicator).name as PlainIndicator),
  );
  const { trigger, first, dragged, besides, losses } = explain(report, missed);
  const faults = [first, ...dragged].flatMap((fault): Topic[] =>
    fault ? [`${fault.what === "down" ? "down" : "busy"} ${partsOfPlace(fault.place).name}`] : [],
  );
  const specific = names.filter((name) => !general.has(name));
  const reasons = losses.map(({ reason }) => reason);
  const main = reasons.slice(0, 1);
  // Where enough was answered, what was lost on the way is not why.
  const hasLostTooMuch = names.some((name) => losing.has(name));
  const topics: readonly Topic[] = [
    ...ideas.map((letter): Topic => `idea ${letter}`),
    ...names.filter((name) => gravest.has(name)),
    ...(hasLostTooMuch ? [...main, ...specific] : [...specific, ...names, ...main]),
    ...(trigger ? [trigger.event] : []),
    ...faults,
    ...besides.map(({ event }) => event),
    ...reasons,
    ...names,
    ...(withinBudget ? [] : (["costPerMonth"] as const)),
  ];
  return [...new Set(topics)];
}
