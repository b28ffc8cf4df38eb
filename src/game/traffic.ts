/** The same day with more traffic, or less. */
import { type Scenario, type ScenarioEvent, scaled } from "../sim/index.ts";

/** All traffic, the crowds of celebrities included, so many times as much. */
export function withTraffic(scenario: Scenario, factor: number): Scenario {
  const grown = <E extends ScenarioEvent>(event: E): E =>
    event.what === "celebrity"
      ? { ...event, readsPerSec: event.readsPerSec * factor, likesPerSec: event.likesPerSec * factor }
      : event;
  return {
    ...scenario,
    streams: scenario.streams.map((stream) => ({ ...stream, curve: scaled(stream.curve, factor) })),
    events: scenario.events.map(grown),
    ...(scenario.drawn && {
      drawn: scenario.drawn.map((each) => ({ ...each, oneOf: each.oneOf.map(grown) })),
    }),
  };
}
