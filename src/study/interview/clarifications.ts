/**
 * What a candidate may ask before designing. What is worth asking sets something of the case: goals, assumptions of the
 * estimates, the budget, where users are, what happens. Whatever was not asked holds all the same.
 */
import { type Goal, type Playable, shuffled } from "../../game/index.ts";
import { type EventKind, partsOfIndicator, possibleEvents, type Stream } from "../../sim/index.ts";
import type { InputName, Values } from "../sums.ts";

export type UsefulQuestion =
  | "calls"
  | "peak"
  | "writes"
  | "latency"
  | "availability"
  | "budget"
  | "loss"
  | "staleness"
  | "ready"
  | "regions"
  | "events"
  | "photos"
  | "data";

/** Questions whose answers change nothing of the design. */
export const idleQuestions = [
  "language",
  "provider",
  "containers",
  "framework",
  "team",
  "competitors",
  "theme",
] as const;
export type IdleQuestion = (typeof idleQuestions)[number];

/** What is known of a case before its questions are made. */
export interface CaseFacts {
  readonly playable: Playable;
  /** What the estimates are reckoned from. */
  readonly assumed: Values;
}

/** What an answer tells. */
export interface ToldAnswer {
  /** Assumptions of the estimates. */
  readonly inputs?: Values;
  readonly goals?: readonly Goal[];
  /** Dollars a month. */
  readonly budget?: number;
  readonly regions?: Stream["regions"];
  /** What kinds of things have happened before. */
  readonly events?: readonly EventKind[];
}

/** A question that may be asked. */
export type Clarification =
  | { readonly id: UsefulQuestion; readonly matters: true; readonly told: ToldAnswer }
  | { readonly id: IdleQuestion; readonly matters: false; readonly told: ToldAnswer };

/** So many are shown; `questionsMax` of them may be asked. */
const questionsShown = 13;

const latencies: ReadonlySet<string> = new Set([
  "latencyP50Ms",
  "latencyP95Ms",
  "latencyP99Ms",
  "writeP99Ms",
  "worstRegionPageLoadP95Ms",
]);
const losses: ReadonlySet<string> = new Set([
  "lostWrites",
  "lostJobs",
  "ordersLost",
  "ordersShare",
  "oversold",
  "logsStoredShare",
  "lostSessionsShare",
  "breachedBoxes",
]);
const ages: ReadonlySet<string> = new Set(["staleSecMax", "staleAssetSecMax"]);

type Rule = (facts: CaseFacts) => ToldAnswer;

const goalsOf =
  (isWanted: (name: string) => boolean): Rule =>
  ({ playable: { goals } }) => ({
    goals: goals.filter(
      ({ indicator }) => indicator !== "costPerMonth" && isWanted(partsOfIndicator(indicator).name),
    ),
  });
const inputs =
  (...names: readonly InputName[]): Rule =>
  ({ assumed }) => ({ inputs: Object.fromEntries(names.map((name) => [name, assumed[name]])) });

const rules: Readonly<Record<UsefulQuestion, Rule>> = {
  calls: inputs("requestsPerUserDaily"),
  peak: inputs("peakFactor"),
  writes: inputs("writeShare"),
  photos: inputs("photosPerUserDaily", "photoKb", "copies"),
  data: inputs("objectsMillions", "objectKb", "hotShare"),
  latency: goalsOf((name) => latencies.has(name)),
  availability: goalsOf((name) => /availability/i.test(name)),
  loss: goalsOf((name) => losses.has(name)),
  staleness: goalsOf((name) => ages.has(name)),
  ready: goalsOf((name) => name === "photoReadyP95Sec"),
  budget: ({ playable: { budget } }) => (budget === undefined ? {} : { budget }),
  regions: ({ playable: { scenario } }) => ({ regions: scenario.streams[0]?.regions ?? {} }),
  events: ({ playable: { scenario } }) => ({
    events: [...new Set(possibleEvents(scenario).map(({ what }) => what))],
  }),
};

/** The questions that matter somewhere. */
export const usefulQuestions = Object.keys(rules) as readonly UsefulQuestion[];

/** The questions of a case, in a drawn order: all that matter, and as many idle ones as fill the list. */
export function clarificationsOf(
  facts: CaseFacts,
  asks: readonly UsefulQuestion[],
  draw: () => number,
): Clarification[] {
  const useful = asks.map((id) => ({ id, matters: true as const, told: rules[id](facts) }));
  const idle = shuffled(idleQuestions, draw)
    .slice(0, questionsShown - useful.length)
    .map((id) => ({ id, matters: false as const, told: {} }));
  return shuffled([...useful, ...idle], draw);
}
