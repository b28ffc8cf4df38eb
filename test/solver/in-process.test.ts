/** Work in this process: others have their turn, and a signal ends it. */
import { expect, test } from "vitest";
import { inTurns } from "../../src/solver/in-process.ts";

/** Steps of a millisecond at least, which yield their number. */
function* steps(of: number): Generator<number, string> {
  for (let n = 0; n < of; n++) {
    for (const until = performance.now() + 1; performance.now() < until; );
    yield n;
  }
  return "done";
}

test("somebody else has a turn after some milliseconds, and hears how far the work is", async () => {
  let turns = 0;
  let isOver = false;
  const other = () => {
    turns++;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  const heard: number[] = [];
  expect(await inTurns(steps(60), undefined, (step) => heard.push(step))).toBe("done");
  isOver = true;
  // Slices of eight milliseconds hold eight such steps at the most.
  expect(heard.length).toBeGreaterThanOrEqual(6);
  expect(turns).toBeGreaterThanOrEqual(heard.length);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
});

test("work that takes no time is not held up", async () => {
  const heard: number[] = [];
  function* few(): Generator<number, number> {
    yield 1;
    return 2;
  }
  expect(await inTurns(few(), undefined, (step) => heard.push(step))).toBe(2);
  expect(heard).toEqual([]);
});

test("a signal ends it at the next turn, or before it begins", async () => {
  const stopper = new AbortController();
  let last = -1;
  const stopped = inTurns(steps(1_000), stopper.signal, (step) => {
    last = step;
    if (step > 10) stopper.abort();
  });
  expect(await stopped).toBeUndefined();
  expect(last).toBeGreaterThan(10);
  expect(last).toBeLessThan(30);
  expect(await inTurns(steps(1), AbortSignal.abort(), () => {})).toBeUndefined();
});
