/** A scenario as acts leave it: events that they end, streams that they stop, and what they bring about themselves. */
import type { Act } from "./acts.ts";
import { delaySec } from "./capacities.ts";
import { type Curve, endOf, rateAt, type Scenario, type ScenarioEvent } from "./scenario.ts";

/** Shortest part of a second that a curve may fall in. */
const instantSec = 1e-6;

/** Whether an act ends an event that is in force. */
function ends(act: Act, event: ScenarioEvent): boolean {
  switch (act.does) {
    case "replace":
      return event.what === "slow" && event.tier === act.tier;
    case "fail-over":
      return event.what === "report" || (event.what === "slow" && event.tier === "primary");
    case "end":
      return event.what === act.what && (event.what !== "region-outage" || event.region === act.region);
    default:
      return false;
  }
}

/** The event, over with the act; what it had done before stays as it was. */
function ended(event: ScenarioEvent, { atSec }: Act): ScenarioEvent {
  const untilSec = endOf(event);
  if (atSec <= event.atSec || atSec >= untilSec) return event;
  if (event.what !== "crawl") return { ...event, untilSec: atSec };
  const played = (atSec - event.atSec) / (untilSec - event.atSec);
  return { ...event, untilSec: atSec, objects: event.objects * played };
}

/** A curve that falls to nothing at a time. */
function cut(curve: Curve, atSec: number): Curve {
  const before = curve.filter(([sec]) => sec < atSec);
  return [...before, [atSec, rateAt(curve, atSec - instantSec)], [atSec, 0]];
}

/** What an act brings about that can happen by itself as well. */
function broughtAbout({ does, label, atSec, ...act }: Act, cacheNodes: number): ScenarioEvent[] {
  switch (does) {
    case "replace":
      return "tier" in act && act.tier === "replica"
        ? [{ label, atSec, what: "crash", tier: "replica", boxes: 1 }]
        : [];
    case "restart-web":
      return [{ label, atSec, what: "restart", tier: "web", durationSec: delaySec.processRestart }];
    case "purge-cache":
      return [{ label, atSec, what: "cache-restart", nodes: cacheNodes }];
    default:
      return [];
  }
}

/** The scenario as acts leave it, and what they bring about themselves. */
export function actedOn(
  scenario: Scenario,
  cacheNodes: number,
): { scenario: Scenario; broughtAbout: readonly ScenarioEvent[] } {
  const { acts } = scenario;
  if (!acts || acts.length === 0) return { scenario, broughtAbout: [] };
  let { events, streams } = scenario;
  for (const act of acts) {
    events = events.map((event) => (ends(act, event) ? ended(event, act) : event));
    if (act.does === "pause")
      streams = streams.map((stream, i) =>
        i === act.stream ? { ...stream, curve: cut(stream.curve, act.atSec) } : stream,
      );
  }
  return {
    scenario: { ...scenario, events, streams },
    broughtAbout: acts.flatMap((act) => broughtAbout(act, cacheNodes)),
  };
}
