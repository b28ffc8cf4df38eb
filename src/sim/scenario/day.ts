/**
 * Which day a seed makes of a scenario: what is left to chance in it, decided before anything runs. The same seed
 * always makes the same day.
 */
import { uniform } from "../chance/random.ts";
import { streamOf } from "../chance/streams.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";

/** Numbers that a seed draws for one event of chance: which of them it is, how much later it comes, and its turn. */
const draws = { which: 0, later: 1, turn: 2 } as const;

/** Which of its events the n-th event of chance is on the day of a seed. */
function chosen(options: readonly ScenarioEvent[], seed: number, n: number): number {
  return Math.floor(uniform(seed, draws.which, streamOf("day", n)) * options.length);
}

/** When in the order of a seed's day each event of chance has its turn, from 0: every order is as likely as any other. */
function turnsOf(seed: number, count: number): number[] {
  const lots = Array.from({ length: count }, (_, n) => uniform(seed, draws.turn, streamOf("day", n)));
  return lots.map((lot) => lots.filter((other) => other < lot).length);
}

/** The event moved to a later time, with its end. */
function moved(event: ScenarioEvent, bySec: number): ScenarioEvent {
  const { atSec, untilSec } = event;
  return {
    ...event,
    atSec: atSec + bySec,
    ...(untilSec === undefined ? {} : { untilSec: untilSec + bySec }),
  };
}

/** The days that seeds have made of scenarios with chance in them: a search runs each with thousands of designs. */
const days = new WeakMap<Scenario, Map<number, Scenario>>();

/** The scenario of a seed's day: every event of chance is one event among the others, in order of time. */
export function dayOf(scenario: Scenario, seed: number): Scenario {
  if (!scenario.drawn?.length) return scenario;
  const known = days.get(scenario) ?? new Map<number, Scenario>();
  days.set(scenario, known);
  const day = known.get(seed) ?? drawnOn(scenario, seed);
  known.set(seed, day);
  return day;
}

function drawnOn(scenario: Scenario, seed: number): Scenario {
  const { drawn = [], shuffledEverySec = 0, ...certain } = scenario;
  const { tickSec } = certain;
  const turns = turnsOf(seed, drawn.length);
  const events = drawn.flatMap(({ oneOf, laterSec = 0 }, n) => {
    const event = oneOf[chosen(oneOf, seed, n)];
    const byTicks = Math.floor(uniform(seed, draws.later, streamOf("day", n)) * (laterSec / tickSec + 1));
    const bySec = byTicks * tickSec + turns[n]! * shuffledEverySec;
    return event ? [moved(event, bySec)] : [];
  });
  return { ...certain, events: [...scenario.events, ...events].sort((a, b) => a.atSec - b.atSec) };
}

/**
 * The kind of day that a seed makes: the same text for days that differ in nothing but the times of their events. Where
 * the order is shuffled, another order is another kind.
 */
export function dayKindOf({ drawn = [], shuffledEverySec }: Scenario, seed: number): string {
  const which = drawn.map(({ oneOf }, n) => chosen(oneOf, seed, n));
  return [...which, ...(shuffledEverySec === undefined ? [] : turnsOf(seed, drawn.length))].join(" ");
}

/** Every event that some seed's day may have, at its earliest. */
export function possibleEvents({ events, drawn = [] }: Scenario): readonly ScenarioEvent[] {
  return [...events, ...drawn.flatMap(({ oneOf }) => oneOf)];
}
