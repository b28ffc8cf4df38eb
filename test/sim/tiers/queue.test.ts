import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  design,
  type Indicator,
  patientClients,
  photoData,
  type Report,
  Run,
  type Scenario,
  type ScenarioEvent,
  simulate,
} from "../../../src/sim/index.ts";

/** A quiet day of photos with one viral minute, as many seconds as asked for. */
function photos(events: readonly ScenarioEvent[] = [], extra: Partial<Scenario> = {}): Scenario {
  return {
    ticks: 600,
    tickSec: 1,
    streams: [
      {
        kind: "photo",
        curve: [
          [200, 320],
          [200, 1_200],
          [260, 1_200],
          [260, 320],
        ],
        regions: { us: 1 },
        mobileShare: 0,
      },
    ],
    data: photoData,
    clients: patientClients,
    events,
    ...extra,
  };
}

const front = "dns · lb 2 · web 10×8 · sessions pair · cache 3 invalidate · db 8 + 3×4 zones=AB";
const poison: ScenarioEvent = { label: "poison", atSec: 120, what: "poison", messages: 4 };
const broker: ScenarioEvent = {
  label: "broker",
  atSec: 262,
  what: "restart",
  tier: "queue",
  durationSec: 3,
};
const death: ScenarioEvent = { label: "death", atSec: 350, what: "crash", tier: "workers", boxes: 1 };

function play(parts: string, scenario: Scenario, stride = 1): Report {
  return simulate(design(`${front} · ${parts}`), scenario, { seed: 11, particles: 16, stride });
}

function of(report: Report, name: Indicator): number {
  return report.indicators[name] as number;
}

function balanced(report: Report): boolean {
  const sum = ["doneJobs", "lostJobs", "parkedJobs", "waitingJobs", "workingJobs"] as const;
  return of(report, "publishedJobs") === sum.reduce((total, name) => total + of(report, name), 0);
}

describe("queue and workers", () => {
  test("a burst waits in line instead of failing, and scaling on depth shortens the line", () => {
    const fixed = play("queue durable · workers 6×8", photos());
    const scaled = play("queue durable · workers 6×8 max=12", photos());
    const faster = play("queue durable · workers 6×8 max=18", photos());
    expect(of(fixed, "availability")).toBeGreaterThan(0.999);
    expect(of(fixed, "photoReadyP95Sec")).toBeGreaterThan(80);
    expect(of(scaled, "photoReadyP95Sec")).toBeLessThan(60);
    expect(of(faster, "photoReadyP95Sec")).toBeLessThan(of(scaled, "photoReadyP95Sec"));
    expect(faster.costPerMonth).toBeGreaterThan(scaled.costPerMonth);
    expect(scaled.costPerMonth).toBeGreaterThan(fixed.costPerMonth);
  });

  test("1,200 jobs a second for a minute against 460 leave about 44,000 waiting", () => {
    const run = new Run(design(`${front} · queue durable · workers 6×8`), photos(), {
      seed: 1,
      particles: 16,
      stride: 1,
    });
    while (run.world.timeSec < 260) run.advance();
    const waiting = run.report().indicators["waitingJobs"] as number;
    expect(waiting).toBeGreaterThan(43_500);
    expect(waiting).toBeLessThan(45_500);
  });

  test("too few workers: a queue hides overload, it does not abolish it", () => {
    const report = play("queue durable · workers 4×8", photos());
    expect(of(report, "availability")).toBeGreaterThan(0.999);
    expect(of(report, "waitingJobs")).toBeGreaterThan(50_000);
    expect(of(report, "photoReadyP95Sec")).toBeGreaterThan(150);
    expect(report.causes.some((cause) => cause.what === "saturated" && cause.place === "workers")).toBe(true);
  });

  test("a broker's restart loses what waits in memory, and nothing of a durable queue", () => {
    const memory = play("queue memory · workers 6×8", photos([broker]));
    const durable = play("queue durable · workers 6×8", photos([broker]));
    expect(of(memory, "lostJobs")).toBeGreaterThan(40_000);
    expect(of(durable, "lostJobs")).toBe(0);
    expect(durable.ledger.failedBy).toContainEqual({
      place: "queue",
      reason: "broker-down",
      count: 960,
    });
  });

  test("acknowledged on receipt, a dead worker's jobs are gone; after the work, some are done twice", () => {
    const receipt = play("queue durable ack=receipt · workers 6×8", photos([death]));
    const done = play("queue durable · workers 6×8", photos([death]));
    const steps = play("queue durable steps · workers 6×8", photos([death]));
    expect(of(receipt, "lostJobs")).toBe(8);
    expect(of(receipt, "duplicateJobs")).toBe(0);
    expect(of(done, "lostJobs")).toBe(0);
    expect(of(done, "duplicateJobs")).toBe(5);
    expect(of(steps, "duplicateJobs")).toBe(0);
    expect(of(steps, "resumedJobs")).toBe(8);
    expect(of(steps, "wastedJobs")).toBeLessThan(of(done, "wastedJobs"));
  });

  test("poison burns a good quarter of the workers for ever, unless attempts are limited", () => {
    const endless = play("queue durable dead · workers 6×8", photos([poison]));
    const limited = play("queue durable attempts=3 dead · workers 6×8", photos([poison]));
    const dropped = play("queue durable attempts=3 · workers 6×8", photos([poison]));
    expect(of(endless, "workersBurntShare")).toBeGreaterThan(0.24);
    expect(of(endless, "workersBurntShare")).toBeLessThan(0.36);
    expect(of(endless, "photoReadyP95Sec")).toBeGreaterThan(1.5 * of(limited, "photoReadyP95Sec"));
    expect(of(limited, "workersBurntShare")).toBeLessThan(0.07);
    expect([of(limited, "parkedJobs"), of(limited, "lostJobs")]).toEqual([4, 0]);
    expect([of(dropped, "parkedJobs"), of(dropped, "lostJobs")]).toEqual([0, 4]);
  });

  test("one attempt only parks healthy photos that were in the same box", () => {
    const one = play("queue durable attempts=1 dead · workers 6×8", photos([poison]));
    expect(of(one, "parkedJobs")).toBeGreaterThan(20);
    expect(of(one, "photosReadyShare")).toBeLessThan(1);
  });

  test("poison can come spread over time", () => {
    const spread = play(
      "queue durable attempts=3 dead · workers 8×8",
      photos([{ ...poison, untilSec: 180, messages: 10 }]),
    );
    expect(of(spread, "parkedJobs")).toBe(10);
  });

  test("a pool that scales replaces a dead worker, a fixed one waits for its repair", () => {
    const boxesAt = (parts: string, events: ScenarioEvent[]) => {
      const run = new Run(design(`${front} · ${parts}`), photos(events), {
        seed: 1,
        particles: 16,
        stride: 1,
      });
      while (!run.done) run.advance();
      const boxes = run.world.gauges.column("workers.boxes");
      return [boxes[349], boxes[351], boxes[420], boxes[599]];
    };
    expect(boxesAt("queue durable · workers 8×8", [death])).toEqual([8, 7, 7, 7]);
    expect(boxesAt("queue durable · workers 8×8", [{ ...death, untilSec: 400 }])).toEqual([8, 7, 8, 8]);
    const scaled = boxesAt("queue durable · workers 8×8 max=9", [death]);
    expect(scaled[3]).toBeGreaterThanOrEqual(8);
  });

  test("larger boxes work faster at a price", () => {
    const small = play("queue durable · workers 6×4", photos());
    const large = play("queue durable · workers 6×16", photos());
    expect(of(large, "photoReadyP95Sec")).toBeLessThan(of(small, "photoReadyP95Sec"));
    expect(large.costPerMonth).toBeGreaterThan(small.costPerMonth);
  });

  test("publishing is limited by the broker", () => {
    const flood = photos([], {
      ticks: 60,
      streams: [{ kind: "photo", curve: [[0, 20_000]], regions: { us: 1 }, mobileShare: 0 }],
    });
    const report = simulate(
      design(
        "dns · lb 4 · web 300×8 · sessions pair · cache 8 · db 32 + 8×32 · queue durable · workers 20×8",
      ),
      flood,
      { seed: 1, particles: 16, stride: 1 },
    );
    expect(of(report, "publishedJobs")).toBeLessThanOrEqual(5_000 * 60 + 20_000);
    expect(balanced(report)).toBe(true);
  });

  test("the bill counts boxes as they ran, once", () => {
    const report = play("queue durable · workers 6×8 max=12", photos());
    const line = (id: string) => report.bill.find((entry) => entry.id === id)?.perMonth ?? 0;
    expect(line("queue")).toBe(400);
    expect(line("workers")).toBe(6 * 280);
    expect(line("workers") + line("workers-extra")).toBeCloseTo(of(report, "workerBoxesMean") * 280, 0);
  });

  test("steps of ten seconds and of a minute tell nearly the same as seconds", () => {
    const parts = "queue durable attempts=3 dead · workers 6×8 max=12";
    const fine = play(parts, photos([poison, broker]));
    const coarse = play(parts, photos([poison, broker]), 10);
    const day = play(parts, { ...photos([poison, broker]), ticks: 10, tickSec: 60 });
    for (const report of [coarse, day]) {
      expect(balanced(report)).toBe(true);
      expect(of(report, "parkedJobs")).toBe(4);
      expect(of(report, "publishedJobs") / of(fine, "publishedJobs")).toBeCloseTo(1, 1);
    }
    expect(Math.abs(of(coarse, "photoReadyP95Sec") / of(fine, "photoReadyP95Sec") - 1)).toBeLessThan(0.2);
    expect(Math.abs(of(day, "photoReadyP95Sec") / of(fine, "photoReadyP95Sec") - 1)).toBeLessThan(0.7);
  });

  test("without a queue a photo is ready when its request is answered, and lost when its request dies", () => {
    const few = play("kv 1", photos([], { ticks: 240 }));
    expect(of(few, "photoReadyP95Sec")).toBeGreaterThan(0.1);
    expect(of(few, "lostJobs")).toBe(few.ledger.failedBy.reduce((sum, { count }) => sum + count, 0));
    expect(of(few, "lostJobs")).toBeGreaterThan(0);
  });

  test("jobs balance and nothing is negative or NaN, whatever is built and whatever happens", () => {
    const designs = fc.record({
      kind: fc.constantFrom("memory", "durable"),
      ack: fc.constantFrom("", " ack=receipt"),
      attempts: fc.integer({ min: 0, max: 4 }),
      dead: fc.constantFrom("", " dead"),
      steps: fc.constantFrom("", " steps"),
      count: fc.integer({ min: 0, max: 12 }),
      size: fc.constantFrom(1, 8, 32),
      max: fc.constantFrom(0, 12, 40),
    });
    const events: ScenarioEvent[] = [
      { ...poison, atSec: 5, untilSec: 90, messages: 9 },
      { ...broker, atSec: 40 },
      { ...death, atSec: 60, boxes: 2, untilSec: 80 },
      { label: "dark", atSec: 100, untilSec: 110, what: "region-outage", region: "us" },
    ];
    fc.assert(
      fc.property(
        designs,
        fc.constantFrom(0, 0.3, 80, 1e9),
        fc.constantFrom(1, 10, 60),
        ({ kind, ack, attempts, dead, steps, count, size, max }, rate, tickSec) => {
          const parts = `queue ${kind}${ack} attempts=${attempts}${dead}${steps} · workers ${count}×${size} max=${max}`;
          const report = play(
            parts,
            photos(events, {
              ticks: Math.ceil(130 / tickSec),
              tickSec,
              streams: [{ kind: "photo", curve: [[0, rate]], regions: { us: 1 }, mobileShare: 0 }],
            }),
          );
          expect(balanced(report), parts).toBe(true);
          for (const [name, value] of Object.entries(report.indicators)) {
            expect(Number.isFinite(value), `${name} of ${parts}`).toBe(true);
            expect(value).toBeGreaterThanOrEqual(0);
          }
          const { offered, answered, failed, inFlight, failedBy } = report.ledger;
          expect(answered + failed + inFlight).toBe(offered);
          expect(failedBy.reduce((sum, row) => sum + row.count, 0)).toBe(failed);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("the same run twice gives the same report, byte for byte", () => {
    const parts = "queue durable attempts=3 dead steps · workers 6×8 max=12";
    const once = JSON.stringify(play(parts, photos([poison, broker, death])));
    expect(JSON.stringify(play(parts, photos([poison, broker, death])))).toBe(once);
  });
});

test("when the last photos will be ready does not depend on the second in which the run ends", () => {
  const poison: ScenarioEvent = { label: "poison", what: "poison", messages: 4, atSec: 120, untilSec: 480 };
  const parts = design(`${front} · queue durable · workers 6×8`);
  const readySec = [585, 593, 600, 607, 615].map((ticks) => {
    const report = simulate(parts, photos([poison], { ticks }), { seed: 1, particles: 64, stride: 1 });
    return report.indicators.photoReadyP95Sec as number;
  });
  expect(Math.max(...readySec) / Math.min(...readySec)).toBeLessThan(1.1);
});
