import { design } from "../../../src/sim/design/notation.ts";
import type { RunOptions } from "../../../src/sim/engine/world.ts";
import type { Gauge, Indicator, Place, Reason } from "../../../src/sim/index.ts";
import type { Report } from "../../../src/sim/report/report.ts";
import { Run, searchRun } from "../../../src/sim/run.ts";
import type { RequestKind } from "../../../src/sim/scenario/kinds.ts";
import {
  type Curve,
  mixed,
  patientClients,
  photoData,
  type Scenario,
  type ScenarioEvent,
  type Stream,
} from "../../../src/sim/scenario/scenario.ts";

/** More web than any test needs, so that only the data tier speaks. */
export const roomyWeb = "dns · web 60×32 · kv 1";

interface Traffic {
  readonly ratePerSec: number | Curve;
  readonly shares: Readonly<Partial<Record<RequestKind, number>>>;
  readonly events?: readonly ScenarioEvent[];
  readonly ticks?: number;
  readonly regions?: Stream["regions"];
  readonly clients?: Partial<Scenario["clients"]>;
}

export function scenarioOf(traffic: Traffic): Scenario {
  const { ratePerSec } = traffic;
  const curve: Curve = typeof ratePerSec === "number" ? [[0, ratePerSec]] : ratePerSec;
  return {
    ticks: traffic.ticks ?? 300,
    tickSec: 1,
    streams: mixed(curve, traffic.shares, traffic.regions ?? { us: 1 }, 0.3),
    data: photoData,
    clients: { ...patientClients, ...traffic.clients },
    events: traffic.events ?? [],
  };
}

export interface Played {
  readonly report: Report;
  /** A gauge over time. */
  readonly series: (name: Gauge) => Float64Array;
  /** Mean of a gauge from one second to another. */
  readonly mean: (name: Gauge, fromSec: number, untilSec: number) => number;
  /** Whole failures at a place for a reason. */
  readonly failedFor: (place: Place, reason: Reason) => number;
  /** An indicator; NaN when it is missing. */
  readonly indicator: (name: Indicator) => number;
}

export function play(line: string, scenario: Scenario, options: Partial<RunOptions> = {}): Played {
  const run = new Run(design(line), scenario, { seed: 1, ...searchRun, ...options });
  while (!run.done) run.advance();
  const report = run.report();
  const series = (name: Gauge) => run.world.gauges.column(name);
  return {
    report,
    series,
    mean: (name, fromSec, untilSec) => {
      const stride = run.world.dtSec;
      const part = series(name).subarray(Math.floor(fromSec / stride), Math.floor(untilSec / stride));
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    },
    failedFor: (place, reason) =>
      report.ledger.failedBy.find((row) => row.place === place && row.reason === reason)?.count ?? 0,
    indicator: (name) => report.indicators[name] ?? Number.NaN,
  };
}

/** Latency of a kind of request, from anywhere. */
export function latencyOf(report: Report, kind: RequestKind): Report["latency"][number] {
  const found = report.latency.find((row) => row.kind === kind);
  if (!found) throw new Error(`no ${kind} was answered`);
  return found;
}
