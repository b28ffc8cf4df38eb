/** What ten minutes at the peak come to: counted anew from a run of the same day, and judged from invented ones. */
import { describe, expect, test } from "vitest";
import { atPeak, auditCheck, lossAtSec, peakScenario } from "../../src/game/audit/audit.ts";
import {
  type AtPeak,
  type AuditFault,
  auditRow,
  finish,
  type Playable,
  pick,
  worstFirst,
} from "../../src/game/index.ts";
import {
  type Design,
  design,
  mixed,
  patientClients,
  photoData,
  Run,
  requestKinds,
  type Scenario,
} from "../../src/sim/index.ts";
import { calmPeak } from "../helpers/calm-peak.ts";

const scenario: Scenario = {
  ticks: 900,
  tickSec: 1,
  streams: [
    ...mixed(
      [
        [0, 10],
        [300, 40],
        [600, 40],
        [900, 20],
      ],
      { page: 0.6, write: 0.2, order: 0.1, photo: 0.1 },
      { us: 1 },
      0,
    ),
    { kind: "log", curve: [[0, 5]], regions: { us: 1 }, mobileShare: 0 },
  ],
  data: photoData,
  clients: { ...patientClients, sessionSec: 600 },
  events: [{ label: "dies", what: "crash", tier: "web", boxes: 1, atSec: 5 }],
};
const one = design("dns · lb 1 · web 1×8 · sessions node · db 2 + 1×1 · queue memory · workers 1×8 max=3");
const particles = 16;

/** The same figures, summed up by hand from the run itself. */
function counted(of: Design, fault: AuditFault | undefined, stride: number) {
  const run = new Run(of, peakScenario({ scenario }, of, fault), { seed: 7, particles, stride });
  const lossSec = lossAtSec(of);
  const { ledger, gauges } = run.world;
  const failed = (kind: "order" | "photo") => ledger.failed[requestKinds.indexOf(kind)]!;
  while (run.world.timeSec < lossSec) run.advance();
  const before = { orders: failed("order"), photos: failed("photo") };
  while (!run.done) run.advance();
  const from = lossSec / stride;
  const perSec = (name: "answered" | "failed") =>
    Array.from({ length: 600 }, (_, sec) => gauges.column(name)[from + Math.floor(sec / stride)]! / stride);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const { indicators } = run.figures();
  return {
    answeredPerSec: perSec("answered"),
    failedPerSec: perSec("failed"),
    availability: sum(perSec("answered")) / (sum(perSec("answered")) + sum(perSec("failed"))),
    orders: failed("order") - before.orders + Math.round(indicators.ordersLost ?? 0),
    photos: failed("photo") - before.photos,
    indicators,
    busy: (place: "web" | "db") =>
      sum([...gauges.column(`${place}.utilization`)].slice(from)) / (600 / stride),
  };
}

describe("a peak", () => {
  test.each([
    ["lb", 4],
    ["db", 1],
    ["queue", 4],
    ["sessions", 4],
  ] as const)("with the loss of the %s in steps of %d is counted from the loss on", (part, stride) => {
    const found = finish(atPeak({ scenario }, one, { part }, { particles, stride, seed: 7 }));
    const own = counted(one, { part }, stride);
    expect(found.failedPerSec).toEqual(own.failedPerSec);
    expect(found.closedPerSec).toEqual(
      own.answeredPerSec.map((answered, sec) => answered + own.failedPerSec[sec]!),
    );
    expect(found.availability).toBeCloseTo(own.availability, 12);
    const { lost } = found;
    expect(lost.requests).toBeCloseTo(
      own.failedPerSec.reduce((sum, failed) => sum + failed, 0),
      6,
    );
    expect(lost.orders).toBe(own.orders);
    expect(lost.photos).toBe(own.photos + Math.round(own.indicators.lostJobs ?? 0));
    expect(lost.sessions).toBe(Math.round(own.indicators.sessionsLost ?? 0));
    expect(lost.writes).toBe(Math.round(own.indicators.lostWrites ?? 0));
    expect(found.indicators).toEqual(
      Object.fromEntries(
        (["lostWrites", "lostJobs", "ordersLost", "sessionsLost", "lostSessionsShare"] as const).flatMap(
          (name) => (own.indicators[name] === undefined ? [] : [[name, own.indicators[name]]]),
        ),
      ),
    );
    for (const place of ["web", "db"] as const)
      expect(found.utilization.find((each) => each.place === place)?.share).toBeCloseTo(own.busy(place), 9);
    const counts = found.failedBy.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(Math.min(...counts)).toBeGreaterThan(0);
    // Something is lost in each, so that the figures above are not all of nothing.
    expect(lost.requests + lost.sessions!).toBeGreaterThan(0);
  });

  test("has the traffic of its busiest second: the sum of all streams, the first of equals", () => {
    const stream = (kind: "page" | "write", curve: Scenario["streams"][number]["curve"]) =>
      ({ kind, curve, regions: { us: 1 }, mobileShare: 0 }) as const;
    const peakOf = (...streams: Scenario["streams"]) =>
      peakScenario({ scenario: { ...scenario, streams } }, one).streams.map(({ curve }) => curve);
    const rising = stream("page", [
      [0, 10],
      [100, 50],
    ]);
    const falling = stream("write", [
      [0, 50],
      [100, 10],
    ]);
    expect(peakOf(rising)).toEqual([[[0, 50]]]);
    expect(peakOf(falling)).toEqual([[[0, 50]]]);
    expect(peakOf(rising, falling)).toEqual([[[0, 10]], [[0, 50]]]);
    const steep = stream("write", [
      [0, 20],
      [50, 90],
      [100, 0],
    ]);
    expect(peakOf(rising, steep)).toEqual([[[0, 30]], [[0, 90]]]);
    expect(peakOf(stream("page", [[0, 0]]))).toEqual([[[0, 0]]]);
  });
});

const playable: Playable = {
  ...{ id: "light", scenario, start: one, shop: [pick("lb.nodes", [1, 2])] },
  goals: [
    { indicator: "costPerMonth", atMost: 0 },
    { indicator: "lostWrites", atMost: 3 },
    { indicator: "availability", atLeast: 0.995 },
    { indicator: "lostJobs", atMost: 0 },
    { indicator: "latencyP95Ms", atMost: 0 },
  ],
};

describe("a row of the audit", () => {
  const row = (found: Partial<AtPeak>, of: Playable = playable) =>
    auditRow(of, one, { part: "lb" }, { ...calmPeak, ...found });

  test("is what was found, with what is asked and missed", () => {
    const found: AtPeak = {
      ...calmPeak,
      availability: 0.99,
      failedPerSec: [0, 3, 3, 0, 3],
      closedPerSec: [100, 100, 100, 100, 100],
      failedBy: [{ place: "lb", reason: "node-down", count: 9 }],
      lost: { requests: 9 },
      indicators: { lostWrites: 4, lostJobs: 1 },
    };
    expect(row(found)).toEqual({
      fault: { part: "lb" },
      availability: 0.99,
      atLeast: 0.995,
      outageSec: 2,
      lost: { requests: 9 },
      failedBy: found.failedBy,
      missed: ["lostWrites", "lostJobs"],
      holds: false,
      isCurable: true,
    });
    expect(row({ indicators: { lostWrites: 3 } })).toMatchObject({ missed: [], holds: true });
    expect(row({ availability: 0.995 }, { ...playable, shop: [] })).toMatchObject({
      holds: true,
      isCurable: false,
    });
  });

  test("has an outage of seconds in which more fails than may: none of those in which just as much does", () => {
    const outage = (...failedPerSec: number[]) =>
      row({ failedPerSec, closedPerSec: failedPerSec.map(() => 1_000) }).outageSec;
    expect([outage(), outage(0, 0), outage(6), outage(5.001), outage(4.9)]).toEqual([0, 0, 1, 1, 0]);
    expect(outage(9, 9, 0, 9, 0, 9, 9, 9)).toBe(3);
    expect(outage(9, 9, 9, 0, 9, 9)).toBe(3);
  });

  test("stands before others that are available more, after those that count", () => {
    const of = (availability: number, holds: boolean, isCurable: boolean) => ({
      ...row({ availability }),
      holds,
      isCurable,
    });
    const rows = [
      of(0.5, false, false),
      of(0.4, true, false),
      of(0.9, true, true),
      of(0.8, true, true),
      of(0.99, false, true),
      of(0.98, false, true),
    ];
    expect(worstFirst(rows).map(({ availability }) => availability)).toEqual([
      0.98, 0.99, 0.8, 0.9, 0.4, 0.5,
    ]);
  });
});

describe("a check", () => {
  const shop = [pick("lb.nodes", [1, 2]), pick("db.replicas", [0, 1])];
  const checked = (goals: Playable["goals"], of = one, sold = shop) => {
    const shares: number[] = [];
    const work = auditCheck({ ...playable, start: of, shop: sold, goals }, of, { particles });
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return { shares, found: step.value };
      shares.push(step.value);
    }
  };

  test("ends with the first loss that is not borne, and says what of it is gone", () => {
    const { found } = checked([{ indicator: "lostWrites", atMost: 0 }]);
    expect(found).toMatchObject({
      holds: false,
      undisturbed: { holds: true },
      broken: { fault: { part: "db" } },
    });
    expect(found.broken?.missed).toEqual(["lostWrites"]);
    expect(found.gone?.indicator).toBe("lostWrites");
    expect(found.gone?.value).toBeGreaterThan(0);
  });

  test("ends with the peak where that does not hold by itself", () => {
    const { found } = checked([{ indicator: "availability", atLeast: 1.1 }]);
    expect(found).toEqual({
      holds: false,
      undisturbed: expect.objectContaining({ holds: false, atLeast: 1.1 }),
    });
  });

  test("holds where every loss that counts is borne, and tells of each as much as of the peak", () => {
    const two = design("dns · lb 2 interval=1s retry · web 1×8 · db 4");
    const { found, shares } = checked([{ indicator: "availability", atLeast: 0.5 }], two, shop.slice(0, 1));
    expect(found).toEqual({ holds: true, undisturbed: expect.objectContaining({ holds: true }) });
    const ofPeak = shares.slice(0, shares.length / 2);
    const ofLoss = shares.slice(shares.length / 2);
    expect([Math.max(...ofPeak), Math.max(...ofLoss)]).toEqual([0.5, 1]);
    expect(Math.min(...ofLoss)).toBeGreaterThan(0.5);
  });
});
