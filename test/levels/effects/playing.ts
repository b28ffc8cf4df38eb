/** How effects are read: a finished run and what a player can see of it; days that are a little different. */
import type { GoalIndicator, Level } from "../../../src/game/index.ts";
import {
  type Design,
  design,
  type Gauge,
  type Note,
  type Place,
  type Reason,
  type Report,
  type RequestKind,
  Run,
  type Scenario,
  type SettingPath,
  type SettingValue,
  searchRun,
  type Trace,
  withValues,
} from "../../../src/sim/index.ts";
import { lessons } from "../../helpers/english.ts";

/** A finished run, and what can be read of it. */
export class Seen {
  readonly design: Design;
  readonly report: Report;
  private readonly run: Run;
  private readonly scenario: Scenario;

  constructor(played: Design, scenario: Scenario) {
    this.design = played;
    this.scenario = scenario;
    this.run = new Run(played, scenario, { seed: 11, ...searchRun });
    while (!this.run.done) this.run.advance();
    this.report = this.run.report();
  }

  /** An indicator of the report, "costPerMonth" included. */
  of(indicator: GoalIndicator): number {
    return indicator === "costPerMonth"
      ? this.report.costPerMonth
      : (this.report.indicators[indicator] ?? Number.NaN);
  }

  /** Mean of a gauge from one tick to another. */
  mean(gauge: Gauge, from = 0, to = this.scenario.ticks): number {
    const column = this.run.world.gauges.column(gauge).subarray(from, to);
    return column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length);
  }

  sum(gauge: Gauge, from = 0, to = this.scenario.ticks): number {
    return this.mean(gauge, from, to) * this.run.world.gauges.column(gauge).subarray(from, to).length;
  }

  peak(gauge: Gauge, from = 0, to = this.scenario.ticks): number {
    return Math.max(0, ...this.run.world.gauges.column(gauge).subarray(from, to));
  }

  /** Mean of the p95 of each tick. */
  p95(from: number, to: number): number {
    const column = this.run.latencySeries[1].subarray(from, to);
    return column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length);
  }

  /** Requests lost at a place, for a reason. */
  lost(place: Place, reason?: Reason): number {
    return this.report.ledger.failedBy
      .filter((row) => row.place === place && (reason === undefined || row.reason === reason))
      .reduce((sum, row) => sum + row.count, 0);
  }

  bill(id: string): number {
    return this.report.bill.filter((line) => line.id === id).reduce((sum, line) => sum + line.perMonth, 0);
  }

  /** Notes of a kind: how many, or a figure of the first. */
  noted(what: Note["what"], about: string, figure?: "afterSec" | "boxes" | "lostWrites"): number {
    const notes = this.report.notes.filter(
      (note) => note.what === what && ("label" in note ? note.label : note.place) === about,
    );
    if (figure === undefined) return notes.length;
    const [first] = notes as readonly { readonly [Figure in typeof figure]?: number }[];
    return first?.[figure] ?? Number.NaN;
  }

  /** Answer times of one kind of requests. */
  kind(kind: RequestKind, figure: "meanMs" | "p50Ms" | "p95Ms", region?: string): number {
    const found = this.report.latency.find(
      (row) => row.kind === kind && (region === undefined || row.region === region),
    );
    return found?.[figure] ?? Number.NaN;
  }

  /** A median request at a tick, hop by hop. */
  trace(tick: number): Trace {
    const run = new Run(this.design, this.scenario, { seed: 11, ...searchRun });
    while (!run.done && run.world.tick <= tick) run.advance();
    const { median } = run.traces();
    if (!median) throw new Error("nobody was answered");
    return median;
  }

  /** At which stop of the trace a place comes, from 1; 0 when it is not on the way. */
  stop(place: string, tick: number): number {
    return this.trace(tick).hops.findIndex((hop) => hop.place === place) + 1;
  }

  /** Milliseconds at a place of the trace, on average over the twenty ticks up to one: a single request is luck. */
  hopMs(place: Place, tick: number): number {
    const run = new Run(this.design, this.scenario, { seed: 11, ...searchRun });
    const found: number[] = [];
    while (!run.done && run.world.tick <= tick) {
      run.advance();
      if (run.world.tick <= tick - 19) continue;
      const hop = run.traces().median?.hops.find((each) => each.place === place);
      if (hop) found.push(hop.ms);
    }
    return found.reduce((sum, ms) => sum + ms, 0) / found.length;
  }

  /** Share of traced requests that want JSON. */
  jsonShare(): number {
    const run = new Run(this.design, this.scenario, { seed: 11, ...searchRun });
    let traced = 0;
    let json = 0;
    while (!run.done) {
      run.advance();
      if (run.world.tick % 5 !== 0) continue;
      traced++;
      if (run.traces().median?.format === "json") json++;
    }
    return json / traced;
  }
}

export type Changes = Readonly<Record<SettingPath, SettingValue>>;
export type Play = (
  /** "lesson", "start", "bigger", a wrong answer's letter, or notation. */
  which: string,
  changes?: Changes,
  /** Another day, by a name that is its own. */
  day?: { readonly name: string; readonly of: (scenario: Scenario) => Scenario },
  level?: number,
) => Seen;

export interface Effect {
  readonly level: number;
  readonly facts: readonly number[];
  /** Where a player sees it. */
  readonly sees: string;
  /** Two readings; the second is larger, by `times` at least. */
  readonly rises: (on: Play) => readonly [number, number];
  readonly times?: number;
}

const runs = new Map<string, Seen>();

/** Plays designs of a level, each once. */
export function playOn(number: number): Play {
  return (which, changes = {}, day, other = number) => {
    const key = JSON.stringify([other, which, changes, day?.name]);
    const known = runs.get(key);
    if (known) return known;
    const level = levelOf(other);
    const scenario = day ? day.of(level.scenario) : level.scenario;
    const seen = new Seen(withValues(designOf(level, which), changes), scenario);
    runs.set(key, seen);
    return seen;
  };
}

/** A level by its number. */
export function levelOf(number: number): Level {
  const found = lessons.find(({ level }) => level.number === number);
  if (!found) throw new Error(`there is no level ${number}`);
  return found.level;
}

function designOf(level: Level, which: string): Design {
  if (which === "start") return level.start;
  if (which === "lesson") return level.lesson;
  if (which === "bigger") return level.biggerBox;
  const wrong = level.wrongAnswers.find(({ letter }) => letter === which);
  return wrong && "design" in wrong ? wrong.design : design(which);
}

/** The same day with one kind of requests alone, few of them. */
export const only = (kind: RequestKind) => ({
  name: `only ${kind}`,
  of: (scenario: Scenario): Scenario => ({
    ...scenario,
    events: [],
    streams: [{ kind, curve: [[0, 20]], regions: { us: 1 }, mobileShare: 0.3 }],
  }),
});
export const mobile = (share: number) => ({
  name: `mobile ${share}`,
  of: (scenario: Scenario): Scenario => ({
    ...scenario,
    streams: scenario.streams.map((stream) => ({ ...stream, mobileShare: share })),
  }),
});
export const withEvents = (name: string, more: Scenario["events"]) => ({
  name,
  of: (scenario: Scenario): Scenario => ({ ...scenario, events: [...scenario.events, ...more] }),
});
/** The day on which this one of the drawn events comes, at its earliest. */
export const dayOf = (label: string) => ({
  name: label,
  of: ({ drawn = [], ...scenario }: Scenario): Scenario => ({
    ...scenario,
    events: [
      ...scenario.events,
      ...drawn.flatMap(({ oneOf }) => oneOf.filter((event) => event.label === label)),
    ],
  }),
});
/** The same day without any event: nothing fails and nothing is in fashion. */
export const quietDay = {
  name: "quiet",
  of: ({ drawn: _, ...scenario }: Scenario): Scenario => ({ ...scenario, events: [] }),
};
/** A quiet day on which nobody writes. */
export const readsOnly = {
  name: "reads only",
  of: (scenario: Scenario): Scenario => ({
    ...quietDay.of(scenario),
    streams: scenario.streams.filter(({ kind }) => kind === "page" || kind === "feed"),
  }),
};
/** The server that dies is replaced after a while. */
export const replaced = {
  name: "replaced",
  of: (scenario: Scenario): Scenario => ({
    ...scenario,
    events: scenario.events.map((event) =>
      event.label === "server-dies" ? { ...event, untilSec: 280 } : event,
    ),
  }),
};
export const mostlyWrites = {
  name: "mostly writes",
  of: (scenario: Scenario): Scenario => ({
    ...quietDay.of(scenario),
    streams: scenario.streams.map((stream) => ({
      ...stream,
      curve: stream.curve.map(
        ([sec, rate]) => [sec, stream.kind === "write" ? rate * 40 : rate / 4] as const,
      ),
    })),
  }),
};
export const workersRest = withEvents("workers rest", [
  { label: "worker-dies", what: "crash", tier: "workers", boxes: 99, atSec: 100, untilSec: 160 },
]);
export const oneMachineDies = withEvents("one machine dies", [
  { label: "growth", what: "crash", tier: "primary", boxes: 1, atSec: 60, untilSec: 90 },
  { label: "growth", what: "crash", tier: "shard", boxes: 1, atSec: 60, untilSec: 90 },
]);
export const bonusNight = { name: "bonus", of: () => levelOf(4).stars.three.scenario as Scenario };
export const yes = (holds: boolean): readonly [number, number] => [0, holds ? 1 : 0];
export const spread = (seen: Seen, from: number, to: number) =>
  seen.mean("web.idlestCpu", from, to) / seen.mean("web.busiestCpu", from, to);
export const noCdn = { "cdn.assets": "none", "cdn.versioned": false, "cdn.fallback": false } as const;
export const noCache = {
  "cache.nodes": 0,
  "@korea.cache.nodes": 0,
  "cache.zones": 1,
  "@korea.cache.zones": 1,
  "cache.invalidate": false,
  "@korea.cache.invalidate": false,
} as const;
export const noTools = {
  "tools.logs": "none",
  "tools.metrics": "none",
  "tools.business": false,
  "tools.ci": "none",
  "tools.smoke": false,
} as const;
