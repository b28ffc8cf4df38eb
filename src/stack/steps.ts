/** What happens to the processes of a stack while traffic runs: a day's events, and what follows from them. */
import { capacities, endOf, type Scenario, type Site } from "../sim/index.ts";
import type { Scale } from "./scale.ts";

const { delaySec } = capacities;

/** What is done to processes while traffic runs. */
export type StackStep = { readonly atSec: number; readonly names: readonly string[] } & (
  | { readonly does: "kill" | "start" }
  | { readonly does: "slow"; readonly speed: number }
  /** The first name becomes the primary of all web boxes. */
  | { readonly does: "promote" }
);

/** Does something for those in a zone: of boxes that are spread over zones every n-th stands in the first. */
const inZone = (names: readonly string[], zone: number, zones: number) =>
  names.filter((_, n) => n % zones === zone);

/** What there is, by name. */
interface StackNames {
  readonly webs: readonly string[];
  readonly balancers: readonly string[];
  readonly nodes: readonly string[];
  readonly copies: readonly string[];
  readonly hands: readonly string[];
  readonly hasQueue: boolean;
}

/** What is done to processes, in order of time. */
export function stepsOf(site: Site, day: Scenario, { time, seconds }: Scale, names: StackNames): StackStep[] {
  const { webs, balancers, nodes, copies, hands, hasQueue } = names;
  const hasData = site.box.size === 0;
  const steps: StackStep[] = [];
  const away = (who: readonly string[], atSec: number, untilSec: number) => {
    if (who.length === 0) return;
    steps.push({ atSec, names: who, does: "kill" });
    if (untilSec < seconds) steps.push({ atSec: untilSec, names: who, does: "start" });
  };
  const losePrimary = (atSec: number, untilSec: number) => {
    if (!hasData) return;
    const found = atSec + delaySec.detectPrimary / time;
    const waits = site.db.promote === "manual" ? delaySec.promoteByHand : delaySec.promote;
    const zone = zonesOfCopies(site, copies);
    const next = copies.find((_, n) => zone[n] !== 0);
    away(["db"], atSec, untilSec);
    if (next && found < untilSec) steps.push({ atSec: found + waits / time, names: [next], does: "promote" });
  };
  const rebuilt = delaySec.replicaRebuild / time;
  for (const event of day.events) {
    const { atSec } = event;
    const untilSec = endOf(event);
    if (event.what === "restart") {
      const who = event.tier === "queue" ? (hasQueue ? ["queue"] : []) : webs;
      if ((event.tier === "box") === site.box.size > 0 || event.tier === "queue")
        away(who, atSec, atSec + event.durationSec);
    } else if (event.what === "crash") {
      if (event.tier === "web" && hasData) away(webs.slice(0, event.boxes), atSec, untilSec);
      else if (event.tier === "lb") away(balancers.slice(0, event.boxes), atSec, untilSec);
      else if (event.tier === "workers")
        away(hands.slice(0, event.boxes), atSec, site.workers.max > 0 ? Number.POSITIVE_INFINITY : untilSec);
      else if (event.tier === "replica")
        away(copies.slice(0, event.boxes), atSec, event.untilSec ?? atSec + rebuilt);
      else if (event.tier === "primary") losePrimary(atSec, untilSec);
    } else if (event.what === "slow" && event.tier === "web" && hasData) {
      const who = webs.slice(0, event.boxes);
      steps.push({ atSec, names: who, does: "slow", speed: event.speed });
      if (untilSec < seconds) steps.push({ atSec: untilSec, names: who, does: "slow", speed: 1 });
    } else if (event.what === "cache-restart") {
      away(nodes.slice(0, event.nodes), atSec, Math.max(untilSec, atSec + 0.2));
    } else if (event.what === "flood") {
      const zone = event.zone === "A" ? 0 : 1;
      if (zone < site.cache.zones) away(inZone(nodes, zone, site.cache.zones), atSec, untilSec);
      const lost = zonesOfCopies(site, copies);
      away(
        copies.filter((_, n) => lost[n] === zone),
        atSec,
        untilSec + rebuilt,
      );
      if (zone === 0) losePrimary(atSec, untilSec);
    }
  }
  return steps.sort((a, b) => a.atSec - b.atSec);
}

/** The zone of each copy, the primary's being 0: over both zones they alternate, beginning with the other one. */
function zonesOfCopies({ db }: Site, copies: readonly string[]): number[] {
  return copies.map((_, n) => (db.zones === "AB" ? (n + 1) % 2 : db.zones === "A" ? 0 : 1));
}
