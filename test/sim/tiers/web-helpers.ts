import { design } from "../../../src/sim/design/notation.ts";
import type { RunOptions } from "../../../src/sim/engine/world.ts";
import type { Gauge, Indicator, Place, Reason } from "../../../src/sim/index.ts";
import type { Report } from "../../../src/sim/report/report.ts";
import { Run } from "../../../src/sim/run.ts";
import type { RequestKind } from "../../../src/sim/scenario/kinds.ts";
import {
  type Curve,
  mixed,
  patientClients,
  photoData,
  type Scenario,
  type ScenarioEvent,
} from "../../../src/sim/scenario/scenario.ts";

/** A steady or changing stream of one or several kinds, from one region. */
export function traffic(
  curve: Curve | number,
  events: readonly ScenarioEvent[] = [],
  more: Partial<Scenario> & { readonly shares?: Partial<Record<RequestKind, number>> } = {},
): Scenario {
  const { shares = { page: 1 }, ...rest } = more;
  return {
    ticks: 600,
    tickSec: 1,
    streams: mixed(typeof curve === "number" ? [[0, curve]] : curve, shares, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events,
    ...rest,
  };
}

/** Clients whose sessions the servers keep for 25 minutes. */
export const members = { ...patientClients, sessionSec: 1_500 };

export interface Played extends Report {
  column(name: Gauge): Float64Array;
  lost(place: Place, reason?: Reason): number;
  is(name: Indicator): number;
}

/** Plays a line of notation; the books are checked on the way. */
export function play(line: string, scenario: Scenario, options: Partial<RunOptions> = {}): Played {
  const run = new Run(design(line), scenario, { seed: 1, particles: 64, stride: 1, ...options });
  while (!run.done) run.advance();
  const report = run.report();
  const { offered, answered, failed, inFlight, failedBy } = report.ledger;
  if (offered !== answered + failed + inFlight || inFlight < 0)
    throw new Error(`books do not close: ${line}`);
  if (failedBy.reduce((sum, row) => sum + row.count, 0) !== failed)
    throw new Error(`reasons do not sum: ${line}`);
  for (const [name, value] of Object.entries(report.indicators))
    if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is ${value}: ${line}`);
  return {
    ...report,
    column: (name) => run.world.gauges.column(name),
    lost: (place, reason) =>
      failedBy
        .filter((row) => row.place === place && (reason === undefined || row.reason === reason))
        .reduce((sum, row) => sum + row.count, 0),
    is: (name) => {
      const value = report.indicators[name];
      if (value === undefined) throw new Error(`no indicator ${name}`);
      return value;
    },
  };
}

export function mean(column: Float64Array, from = 0, to = column.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += column[i] as number;
  return sum / (to - from);
}
