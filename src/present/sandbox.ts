/** A system of one's own in words. */
import type { Scenario, ScenarioEvent } from "../sim/index.ts";
import type { Words } from "../words/index.ts";

/** What the log says of each event, by its label: an event without a name of its own is told by what it is. */
export function whatHappens(
  { sandbox }: Words,
  { events, drawn = [] }: Scenario,
): Readonly<Record<string, string>> {
  const all: readonly ScenarioEvent[] = [...events, ...drawn.flatMap(({ oneOf }) => oneOf)];
  return Object.fromEntries(
    all.map((event) => [event.label, event.label === event.what ? sandbox.events[event.what] : event.label]),
  );
}
