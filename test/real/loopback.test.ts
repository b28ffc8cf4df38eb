import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLoop } from "../../src/real/open-loop.ts";
import { slotsServer } from "../../src/real/slots-server.ts";

/** A server and a client in this process: two boxes of one slot, the second twice as slow. */
let ports: readonly number[] = [];
beforeAll(async () => {
  ({ ports } = await slotsServer.listen({ boxes: 2, slots: 1, slow: [1, 2] }));
});
afterAll(() => {
  for (const box of [0, 1]) slotsServer.kill({ box });
});

const silent = () => {};
const atOnce = (count: number) => ({
  atMs: new Float64Array(count),
  paths: Array.from({ length: count }, () => "/4.000"),
});

describe("a server of slots", () => {
  test("serves one after the other, and a latency counts from the planned time", async () => {
    const { latencyMs, serviceMs, boxes, attempts } = await openLoop.play(
      { port: ports[0] ?? 0, ...atOnce(5) },
      silent,
    );
    const inOrder = [...latencyMs].sort((a, b) => a - b);
    const heldMs = serviceMs.reduce((sum, each) => sum + each, 0);
    expect(Math.min(...serviceMs)).toBeGreaterThan(3);
    expect(inOrder.at(-1)).toBeGreaterThanOrEqual(heldMs);
    expect([...boxes]).toEqual([0, 0, 0, 0, 0]);
    expect([...attempts]).toEqual([1, 1, 1, 1, 1]);
  });

  test("tells what it has served, and forgets it", async () => {
    await slotsServer.seen();
    await openLoop.play({ port: ports[1] ?? 0, ...atOnce(3) }, silent);
    const { boxes, timers } = slotsServer.seen();
    expect(boxes.map(({ served }) => served)).toEqual([0, 3]);
    expect(boxes[1]?.heldMs).toBeGreaterThan(3 * 7);
    expect(timers.p99Ms).toBeGreaterThanOrEqual(timers.meanMs);
    expect(slotsServer.seen().boxes.map(({ served }) => served)).toEqual([0, 0]);
  });
});

describe("a client with patience", () => {
  const patience = { timeoutMs: 15, attempts: 3, backoffMs: 1 };
  const paused = async (more: object) => {
    slotsServer.pause({ box: 0, isPaused: true });
    const plan = { port: ports[0] ?? 0, ...atOnce(4), patience: { ...patience, ...more } };
    const played = await openLoop.play(plan, silent);
    slotsServer.pause({ box: 0, isPaused: false });
    return played;
  };

  test("tries as often as it may, and then has no answer", async () => {
    const { latencyMs, attempts } = await paused({});
    expect([...attempts]).toEqual([3, 3, 3, 3]);
    expect([...latencyMs].every(Number.isNaN)).toBe(true);
  });

  test("tries no more often than the budget allows, all together", async () => {
    const { attempts } = await paused({ budget: { share: 0.5, savedMax: 10 } });
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(4 + 2);
    const none = await paused({ budget: { share: 0, savedMax: 10 } });
    expect([...none.attempts]).toEqual([1, 1, 1, 1]);
  });

  test("has no answer where nobody listens", async () => {
    const { latencyMs } = await openLoop.play({ port: 1, ...atOnce(2) }, silent);
    expect([...latencyMs].every(Number.isNaN)).toBe(true);
  });
});
