/** Random scenarios: every kind of request, every event, and clients of every temper. */
import fc from "fast-check";
import {
  type Clients,
  type Curve,
  type DataSet,
  type Happening,
  type Prices,
  patientClients,
  photoData,
  priceGroups,
  type RegionName,
  regionNames,
  requestKinds,
  type Scenario,
  type ScenarioEvent,
  type Stream,
} from "../../src/sim/index.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const boxes = fc.constantFrom(1, 1, 2, 3, 50);
/** At home, or at a site by name, which need not be there. */
const struck = fc.option(fc.constantFrom(...regionNames), { nil: undefined });
const at = <E extends Happening>(event: fc.Arbitrary<E>): fc.Arbitrary<E> =>
  fc.tuple(event, struck).map(([each, region]) => (region === undefined ? each : { ...each, region }));

/** One of each kind of event, with figures of its own. */
const happenings: { readonly [W in Happening["what"]]: fc.Arbitrary<Extract<Happening, { what: W }>> } = {
  restart: at(
    fc.record({
      what: fc.constant("restart"),
      tier: fc.constantFrom("box", "web", "queue"),
      durationSec: fc.integer({ min: 1, max: 60 }),
    }),
  ),
  crash: at(
    fc.record({
      what: fc.constant("crash"),
      tier: fc.constantFrom("web", "lb", "primary", "replica", "workers", "sessions", "kv", "shard"),
      boxes,
    }),
  ),
  slow: fc.record({
    what: fc.constant("slow"),
    tier: fc.constantFrom("web", "primary", "replica", "shard"),
    boxes,
    speed: fc.constantFrom(0, 0.01, 0.3, 0.9, 1),
  }),
  gray: fc.record({ what: fc.constant("gray"), tier: fc.constant("web"), boxes, errorShare: share }),
  "cache-restart": at(fc.record({ what: fc.constant("cache-restart"), nodes: boxes })),
  flood: at(fc.record({ what: fc.constant("flood"), zone: fc.constantFrom("A", "B") })),
  "region-outage": fc.record({ what: fc.constant("region-outage"), region: fc.constantFrom(...regionNames) }),
  "cdn-outage": at(fc.record({ what: fc.constant("cdn-outage") })),
  report: fc.record({ what: fc.constant("report"), cpuShare: share }),
  scan: fc.record({ what: fc.constant("scan"), boxes: fc.integer({ min: 1, max: 9 }) }),
  sale: fc.record({ what: fc.constant("sale"), share }),
  rebrand: fc.record({ what: fc.constant("rebrand") }),
  crawl: fc.record({ what: fc.constant("crawl"), objects: fc.constantFrom(0, 1_000, 400_000, 10_000_000) }),
  celebrity: fc.record({
    what: fc.constant("celebrity"),
    readsPerSec: fc.constantFrom(0, 100, 12_000),
    likesPerSec: fc.constantFrom(0, 10, 1_500),
  }),
  poison: fc.record({ what: fc.constant("poison"), messages: fc.constantFrom(1, 10, 1_000) }),
  "bad-build": fc.record({ what: fc.constant("bad-build"), errorShare: share, silent: fc.boolean() }),
  deploy: fc.record({ what: fc.constant("deploy") }),
  "disk-fills": fc.record({ what: fc.constant("disk-fills") }),
  news: fc.record({ what: fc.constant("news") }),
  "add-shard": fc.record({ what: fc.constant("add-shard") }),
};

function anyEvent(lengthSec: number): fc.Arbitrary<ScenarioEvent> {
  const time = fc.integer({ min: 0, max: Math.ceil(lengthSec * 1.2) });
  return fc
    .tuple(
      fc.oneof(...(Object.values(happenings) as fc.Arbitrary<Happening>[])),
      time,
      fc.option(fc.integer({ min: 1, max: Math.ceil(lengthSec) }), { nil: undefined }),
    )
    .map(
      ([happening, atSec, forSec]): ScenarioEvent => ({
        label: happening.what,
        atSec,
        ...(forSec === undefined ? {} : { untilSec: atSec + forSec }),
        ...happening,
      }),
    );
}

const rate = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 300, noNaN: true }) },
  { weight: 4, arbitrary: fc.double({ min: 0, max: 20_000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.001, 1e6, 1e9) },
);

function anyCurve(lengthSec: number): fc.Arbitrary<Curve> {
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: lengthSec }), rate), { minLength: 1, maxLength: 4 })
    .map((points) => points.sort((a, b) => a[0] - b[0]));
}

/** Shares of regions that sum to 1. */
const anyRegions: fc.Arbitrary<Stream["regions"]> = fc
  .tuple(
    fc.subarray([...regionNames], { minLength: 1 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([names, weights]) => {
    const total = names.reduce((sum, _, i) => sum + (weights[i] as number), 0);
    return Object.fromEntries(names.map((name, i) => [name, (weights[i] as number) / total])) as Partial<
      Record<RegionName, number>
    >;
  });

function anyStream(lengthSec: number): fc.Arbitrary<Stream> {
  return fc.record({
    kind: fc.constantFrom(...requestKinds),
    curve: anyCurve(lengthSec),
    regions: anyRegions,
    mobileShare: share,
  });
}

const anyData: fc.Arbitrary<DataSet> = fc.record({
  objects: fc.constantFrom(1, 100, 20_000, 2_000_000),
  objectKb: fc.constantFrom(1, 4, 400),
  zipf: fc.constantFrom(0, 0.7, 0.9, 1.2),
  changesPerWrite: fc.constantFrom(0, 1, 20),
  assets: fc.constantFrom(1, 20_000),
  assetKb: fc.constantFrom(1, 20, 2_000),
  growthShare: fc.constantFrom(0, 0.01, 0.5),
});

const anyClients: fc.Arbitrary<Clients> = fc.record({
  timeoutSec: fc.constantFrom(0.5, 3, 10),
  attempts: fc.integer({ min: 1, max: 4 }),
  backoffSec: fc.constantFrom(0, 0.5, 1, 7),
  retryBudget: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 0.1, 2),
  sessionSec: fc.constantFrom(0, 60, 1_800),
  pageRoundTrips: fc.integer({ min: 1, max: 20 }),
});

const anyPrices: fc.Arbitrary<Prices> = fc.dictionary(
  fc.constantFrom(...priceGroups),
  fc.constantFrom(0, 0.75, 1, 1.2),
  { noNullPrototype: true },
);

/** Any scenario that can be written, at most `ticksMax` ticks long. */
export function anyScenario(ticksMax = 90): fc.Arbitrary<Scenario> {
  return fc
    .tuple(fc.integer({ min: 1, max: ticksMax }), fc.constantFrom(1, 1, 1, 10, 60))
    .chain(([ticks, tickSec]) =>
      fc.record({
        ticks: fc.constant(ticks),
        tickSec: fc.constant(tickSec),
        streams: fc.array(anyStream(ticks * tickSec), { maxLength: 5 }),
        data: anyData,
        clients: anyClients,
        events: fc.array(anyEvent(ticks * tickSec), { maxLength: 5 }),
        billBandwidth: fc.boolean(),
        prices: anyPrices,
      }),
    );
}

/** A scenario without faults: so many requests of each kind a second, the same all the time. */
export function calm(
  ratesPerSec: Readonly<Partial<Record<Stream["kind"], number>>>,
  ticks = 300,
  changes: Partial<Scenario> = {},
): Scenario {
  return {
    ticks,
    tickSec: 1,
    streams: Object.entries(ratesPerSec).map(([kind, ratePerSec]) => ({
      kind: kind as Stream["kind"],
      curve: [[0, ratePerSec]],
      regions: { us: 1 },
      mobileShare: 0.3,
    })),
    data: photoData,
    clients: patientClients,
    events: [],
    ...changes,
  };
}

/** A scenario as one line of the JSON that `play simulate --scenario` reads; an endless retry budget is left out. */
export function scenarioLine(scenario: Scenario): string {
  return JSON.stringify(scenario, (_key, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? undefined : value,
  );
}
