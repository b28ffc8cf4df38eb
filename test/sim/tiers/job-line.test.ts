import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Tally } from "../../../src/sim/engine/world.ts";
import { sojournQuantileSec } from "../../../src/sim/queueing/erlang.ts";
import { JobLine, type LineRules } from "../../../src/sim/tiers/jobs/line.ts";
import { quantileOf, simulateQueue } from "../../oracle/queue.ts";

const usual: LineRules = { durable: true, ackDone: true, attemptsMax: 3, parks: true, steps: false };

function newLine(rules: Partial<LineRules> = {}): JobLine {
  return new JobLine({ ...usual, ...rules }, new Tally());
}

/** One stretch: jobs arrive, workers work. */
function run(line: JobLine, arrivals: number, servers: number, serviceSec: number, at: number, dt = 1) {
  line.arrivalsPerSec = arrivals;
  line.publish(at, dt);
  line.work(servers, serviceSec, true, at, dt);
}

function unaccounted(line: JobLine): number {
  return line.published - line.done - line.lost - line.parked - line.waiting - line.working.total;
}

describe("a line of jobs", () => {
  test("agrees with the exact simulation over a burst and its aftermath", () => {
    // 48 vCPU, 0.5 s a photo: 96 a second; 80 arrive, 300 during a minute, then 40.
    const phases = [
      { untilSec: 100, arrivalRatePerSec: 80 },
      { untilSec: 160, arrivalRatePerSec: 300 },
      { untilSec: 600, arrivalRatePerSec: 40 },
    ];
    const exact: number[] = [];
    for (const seed of [1, 2, 3])
      exact.push(...simulateQueue({ phases, servers: 48, serviceTimeSec: 0.5, seed }).sojournSec);
    const line = newLine();
    for (let t = 0; t < 600; t++)
      run(line, phases.find((phase) => t < phase.untilSec)?.arrivalRatePerSec ?? 0, 48, 0.5, t);
    expect(unaccounted(line)).toBe(0);
    for (const q of [0.25, 0.5, 0.75, 0.95, 0.99]) {
      const wanted = quantileOf(Float64Array.from(exact), q);
      expect(Math.abs(line.ready.histogram.quantileSec(q) / wanted - 1), `quantile ${q}`).toBeLessThan(0.05);
    }
  });

  test("agrees with M/M/c while there is no line", () => {
    for (const [servers, rate] of [
      [1, 1],
      [1, 1.8],
      [8, 12],
      [48, 86],
    ] as const) {
      const line = newLine();
      for (let t = 0; t < 300; t++) run(line, rate, servers, 0.5, t);
      for (const q of [0.5, 0.95]) {
        const wanted = sojournQuantileSec(servers, rate, 2, q);
        expect(Math.abs(line.ready.histogram.quantileSec(q) / wanted - 1)).toBeLessThan(0.03);
      }
    }
  });

  test("holds in work what Little says, and never more than its servers", () => {
    const line = newLine();
    for (let t = 0; t < 50; t++) run(line, 80, 48, 0.5, t);
    expect(line.working.total).toBe(40);
    for (let t = 50; t < 100; t++) run(line, 300, 48, 0.5, t);
    expect(line.working.total).toBe(48);
    expect(line.waiting).toBeCloseTo((300 - 96) * 50, -2);
  });

  test("tells the same whether stretches are short or long", () => {
    const p95 = [0.5, 1, 5].map((dt) => {
      const line = newLine();
      for (let t = 0; t < 300; t += dt) run(line, t < 60 ? 200 : 50, 48, 0.5, t, dt);
      return line.ready.histogram.quantileSec(0.95);
    });
    expect(Math.abs((p95[1] as number) / (p95[0] as number) - 1)).toBeLessThan(0.02);
    expect(Math.abs((p95[2] as number) / (p95[0] as number) - 1)).toBeLessThan(0.06);
  });

  test("a crash gives jobs back after the visibility timeout, or loses them when they were acknowledged early", () => {
    const back = newLine();
    const gone = newLine({ ackDone: false });
    for (const line of [back, gone]) {
      for (let t = 0; t < 10; t++) run(line, 80, 48, 0.5, t);
      line.dropFromHands(7, 10);
    }
    expect(gone.lost).toBe(7);
    expect(back.lost).toBe(0);
    expect(back.returned.total).toBe(7);
    for (let t = 10; t < 40; t++) run(back, 80, 48, 0.5, t);
    expect(back.returned.total).toBe(7);
    run(back, 80, 48, 0.5, 40);
    expect(back.returned.total).toBe(0);
    expect(back.duplicates).toBe(5);
  });

  test("a workflow resumes a job at its step: nothing twice, and less work", () => {
    const line = newLine({ steps: true });
    for (let t = 0; t < 10; t++) run(line, 80, 48, 0.5, t);
    line.dropFromHands(7, 10);
    expect(line.duplicates).toBe(0);
    expect(line.resumed).toBe(7);
    expect(line.returned.workShare[line.returned.at(0)]).toBeCloseTo(2 / 3);
    expect(line.wastedJobs).toBeCloseTo(7 / 6);
  });

  test("a job that crashed its limit is parked, or dropped without a dead-letter queue", () => {
    for (const parks of [true, false]) {
      const line = newLine({ attemptsMax: 1, parks });
      for (let t = 0; t < 10; t++) run(line, 80, 48, 0.5, t);
      line.dropFromHands(7, 10);
      expect([line.parked, line.lost]).toEqual(parks ? [7, 0] : [0, 7]);
    }
  });

  test("poison is taken attempt after attempt, and for ever without a limit", () => {
    const touches = (attemptsMax: number) => {
      const line = newLine({ attemptsMax });
      line.publishPoison(1, 0);
      let taken = 0;
      for (let t = 0; t < 300; t++) {
        const at = line.poisonAtHand(6, t);
        line.takePoison(at, t);
        taken += at;
      }
      return { taken, parked: line.parked, waiting: line.waiting };
    };
    expect(touches(3)).toEqual({ taken: 3, parked: 1, waiting: 0 });
    expect(touches(0)).toEqual({ taken: 10, parked: 0, waiting: 1 });
  });

  test("poison stands in line behind those who came before it", () => {
    const line = newLine();
    line.arrivalsPerSec = 100;
    line.publish(0, 1);
    line.publishPoison(1, 1);
    expect(line.poisonAtHand(6, 1)).toBe(0);
    line.publish(1, 1);
    line.work(1_000, 0.5, true, 1, 1);
    expect(line.poisonAtHand(6, 2)).toBe(1);
  });

  test("only poison whose turn has come is taken: what stands behind it in line waits", () => {
    const line = newLine();
    line.arrivalsPerSec = 100;
    for (let t = 0; t < 3; t++) {
      line.publish(t, 1);
      line.publishPoison(1, t + 1);
    }
    const turns = [];
    for (let t = 3; t < 6; t++) {
      line.work(50, 0.5, true, t, 1);
      turns.push(line.poisonAtHand(6, t));
      line.takePoison(line.poisonAtHand(6, t), t);
    }
    expect(turns).toEqual([1, 1, 1]);
  });

  test("a broker in memory forgets its line; a durable one gives out again what was in hand", () => {
    const memory = newLine({ durable: false });
    const durable = newLine();
    const steps = newLine({ steps: true });
    for (const line of [memory, durable, steps]) {
      for (let t = 0; t < 10; t++) run(line, 200, 48, 0.5, t);
      line.restartBroker(13);
    }
    expect(memory.lost).toBeGreaterThan(900);
    expect(memory.waiting).toBe(0);
    expect(durable.lost).toBe(0);
    expect(durable.duplicates).toBe(48);
    expect(steps.duplicates).toBe(0);
    for (const line of [memory, durable, steps]) expect(unaccounted(line)).toBe(0);
  });

  test("every job is accounted for, whole, whatever happens", () => {
    const happening = fc.record({
      rate: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 500, noNaN: true }), fc.constant(1e9)),
      servers: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
      crash: fc.integer({ min: 0, max: 20 }),
      poison: fc.integer({ min: 0, max: 5 }),
      restart: fc.boolean(),
      open: fc.boolean(),
      dt: fc.constantFrom(0.5, 1, 5),
    });
    const rules = fc.record({
      durable: fc.boolean(),
      ackDone: fc.boolean(),
      attemptsMax: fc.integer({ min: 0, max: 4 }),
      parks: fc.boolean(),
      steps: fc.boolean(),
    });
    fc.assert(
      fc.property(rules, fc.array(happening, { minLength: 1, maxLength: 60 }), (ruled, happenings) => {
        const line = new JobLine(ruled, new Tally());
        let now = 0;
        for (const { rate, servers, crash, poison, restart, open, dt } of happenings) {
          if (restart) line.restartBroker(now + 2);
          line.dropFromHands(crash, now);
          if (poison > 0) line.publishPoison(poison, now);
          line.takePoison(line.poisonAtHand(3, now), now);
          line.arrivalsPerSec = rate;
          line.publish(now, dt);
          line.work(servers, 0.5, open, now, dt);
          now += dt;
          expect(unaccounted(line)).toBe(0);
          for (const n of [line.waiting, line.done, line.lost, line.parked, line.working.total]) {
            expect(Number.isInteger(n)).toBe(true);
            expect(n).toBeGreaterThanOrEqual(0);
          }
          expect(line.working.total).toBeLessThanOrEqual(Math.max(100, servers));
        }
        expect(line.ready.histogram.count).toBeCloseTo(line.done, 3);
      }),
      { numRuns: 60 },
    );
  });
});
