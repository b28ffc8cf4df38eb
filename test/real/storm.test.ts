import { describe, expect, test } from "vitest";
import { drawTraffic } from "../../src/real/plan.ts";
import { fateOf } from "../../src/real/retries.ts";
import { playStorm } from "../../src/real/storm.ts";

const of = (...values: number[]) => Float64Array.from(values);
const patience = { timeoutMs: 100, attempts: 3, backoffMs: 50 };
const server = { slots: 1, queueLimit: 10 };

describe("a storm played exactly", () => {
  test("answers who is served in time, at once or at a later attempt", () => {
    const { isAnswered, attempts } = playStorm({ atMs: of(0, 10), serviceMs: of(99, 60) }, server, patience);
    expect([...isAnswered]).toEqual([1, 1]);
    // The second waits until 99 and gives up at 110; its first attempt is served to 159 for nobody, and at 160 it
    // asks again.
    expect([...attempts]).toEqual([1, 2]);
  });

  test("gives up after the last attempt, and the budget allows no more than was paid in", () => {
    const slow = { atMs: of(0, 1, 2, 3), serviceMs: of(500, 500, 500, 500) };
    expect([...playStorm(slow, server, patience).attempts]).toEqual([3, 3, 3, 3]);
    const { attempts } = playStorm(slow, server, { ...patience, budget: { share: 0.5, savedMax: 10 } });
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(4 + 2);
    const none = playStorm(slow, server, { ...patience, budget: { share: 0.5, savedMax: 0 } });
    expect([...none.attempts]).toEqual([1, 1, 1, 1]);
  });

  test("refuses at once who finds the queue full", () => {
    const { attempts } = playStorm(
      { atMs: of(0, 1, 2), serviceMs: of(45, 5, 5) },
      { slots: 1, queueLimit: 1 },
      patience,
    );
    expect([...attempts]).toEqual([1, 1, 2]);
  });
});

describe("a surge of double the load for 5 s", () => {
  const setup = {
    servers: 4,
    serviceMs: 20,
    factor: 2,
    forSec: 5,
    attempts: 3,
    budget: 0.1,
    runs: 1,
    seed: 0,
  };
  const capacityPerSec = 200;

  /** How many of ten storms stay down. */
  function down(load: number, budget?: number): number {
    const ratePerSec = load * capacityPerSec;
    const isSurge = (atMs: number) => atMs >= 5_000 && atMs < 10_000;
    return Array.from({ length: 10 }, (_, seed) => {
      const arrivals = drawTraffic({
        ratePerSec: (atMs) => ratePerSec * (isSurge(atMs) ? 2 : 1),
        ratePerSecMax: 2 * ratePerSec,
        ...{ forMs: 30_000, serviceMs: 20, cv2: 1, seed },
      });
      const end = playStorm(
        arrivals,
        { slots: 4, queueLimit: 300 },
        {
          ...{ timeoutMs: 500, attempts: 3, backoffMs: 500 },
          ...(budget === undefined ? {} : { budget: { share: budget, savedMax: budget * ratePerSec * 10 } }),
        },
      );
      return fateOf({ ...setup, load }, arrivals, end);
    }).filter(({ isDown }) => isDown).length;
  }

  test("comes back from a low load, stays down at a high one, and in between luck decides", () => {
    expect(down(0.45)).toBe(0);
    expect(down(0.7)).toBe(10);
    const between = down(0.55);
    expect(between).toBeGreaterThan(0);
    expect(between).toBeLessThan(10);
  });

  test("always comes back when retries have a small budget, and not with a large one", () => {
    expect(down(0.7, 0.1)).toBe(0);
    expect(down(0.7, 2)).toBe(10);
  });
});
