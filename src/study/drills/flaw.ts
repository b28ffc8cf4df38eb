/** Flaws: a design that looks sound, and one loss that it does not bear. Whatever is answered is run. */
import {
  type AtPeak,
  type AuditRow,
  atPeak,
  auditRow,
  type FaultName,
  faultOf,
  finish,
  type Playable,
} from "../../game/index.ts";
import { capacities, design, mixed, patientClients, photoData } from "../../sim/index.ts";

/** Requests a second, and how many of them are writes. */
export const flawRatePerSec = 10_000;
export const flawWriteShare = 0.1;
/** Processor time of a page on a web core. */
export const flawWorkMs = capacities.webCpuSec.dynamic * 1_000;

const steady: Playable = {
  id: "drill",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: mixed(
      [[0, flawRatePerSec]],
      { page: 1 - flawWriteShare, write: flawWriteShare },
      { us: 1 },
      0.3,
    ),
    data: photoData,
    clients: patientClients,
    events: [],
  },
  start: design("empty"),
  shop: [],
  goals: [{ indicator: "availability", atLeast: 0.99 }],
};

interface FlawRule {
  /** In one-line notation. */
  readonly line: string;
  /** The loss that it does not bear, and others that it does. */
  readonly breaks: FaultName;
  readonly holds: readonly FaultName[];
}

const balancers = "dns · lb 2 interval=10s retry";
const copies = "db 4 + 3×4 zones=AB";

/** Every flaw. What breaks and what holds is what the simulator says of it. */
export const flaws = {
  "one-balancer": {
    line: `dns · lb 1 interval=10s retry · web 4×8 · ${copies}`,
    breaks: "lb",
    holds: ["web", "db", "replicas", "zone-B"],
  },
  "one-large-box": {
    line: `${balancers} · web 1×32 · ${copies}`,
    breaks: "web",
    holds: ["lb", "db", "replicas", "zone-A"],
  },
  "no-spare-box": {
    line: `${balancers} · web 3×8 · ${copies}`,
    breaks: "web",
    holds: ["lb", "db", "replicas", "zone-B"],
  },
  "one-zone": {
    line: `${balancers} · web 4×8 · db 4 + 3×4 zones=A`,
    breaks: "zone-A",
    holds: ["lb", "web", "db", "replicas"],
  },
  "by-hand": {
    line: `${balancers} · web 4×8 · db 4 + 3×4 zones=AB promote=manual`,
    breaks: "db",
    holds: ["lb", "web", "replicas", "zone-B"],
  },
  "no-copy": { line: `${balancers} · web 4×8 · db 16`, breaks: "db", holds: ["lb", "web"] },
  "bare-shards": { line: `${balancers} · web 4×8 · shards 3×4`, breaks: "shards", holds: ["lb", "web"] },
  "one-site": {
    line: `${balancers} · web 4×8 · ${copies}`,
    breaks: "site",
    holds: ["lb", "web", "db", "zone-A"],
  },
} as const satisfies Readonly<Record<string, FlawRule>>;

export type FlawName = keyof typeof flaws;

/** The same loss of the same design comes out the same: it is run once. */
const known = new Map<string, AuditRow>();

/** Runs exactly that loss. */
export function runFlaw(name: FlawName, fault: FaultName): AuditRow {
  const key = `${name} ${fault}`;
  const before = known.get(key);
  if (before) return before;
  const { line } = flaws[name];
  const built = design(line);
  const found: AtPeak = finish(atPeak(steady, built, faultOf(fault)));
  const row = auditRow(steady, built, faultOf(fault), found);
  known.set(key, row);
  return row;
}
