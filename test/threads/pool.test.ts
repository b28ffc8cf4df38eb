/** Working threads: the same results as here, whoever asks, and an end when they are told. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  finish,
  inSlices,
  type Level,
  type Playable,
  recordVerdict,
  verdictSeeds,
  whatIf,
} from "../../src/game/index.ts";
import { benchNamed, startOf } from "../../src/labs/index.ts";
import { proveCase } from "../../src/rooms/on-call/index.ts";
import { formatDesign, reportedRun, searchRun } from "../../src/sim/index.ts";
import { carryOut, inProcess, searchParallel, wholeSpace } from "../../src/solver/index.ts";
import { claimsParallel, verdictsParallel } from "../../src/solver/parallel.ts";
import { interviewCase } from "../../src/study/interview/cases.ts";
import { grownBy } from "../../src/study/interview/scenario.ts";
import { type Hands, ownHands, type ThreadPool, threadPool } from "../../src/threads/index.ts";
import { proveShiftParallel } from "../../src/threads/shift.ts";
import { asSent } from "../../src/threads/subjects.ts";
import { firstDayOf } from "../helpers/days.ts";
import { findLesson } from "../helpers/english.ts";
import { buildGame, ROOT } from "../helpers/play.ts";

const file = pathToFileURL(join(ROOT, "dist/worker.js"));
const seed = verdictSeeds[0] as number;

function levelOf(name: string) {
  const lesson = findLesson(name);
  if (!lesson) throw new Error(`no level ${name}`);
  return lesson.level;
}

let pool: ThreadPool;
beforeAll(() => {
  buildGame();
  pool = threadPool(file, 2);
});
afterAll(() => pool.close());

describe("threads find what is found here", () => {
  it("when asked what one change would have done, and tell how far they are", async () => {
    const level = levelOf("1");
    const here = finish(inSlices(level, whatIf(level, level.start, seed)));
    const shares: number[] = [];
    const plan = whatIf(level, level.start, seed);
    const there = await carryOut(pool, level, plan, { onShare: (share) => shares.push(share) });
    const told = (found: typeof here | undefined) =>
      found?.map(({ design, outcome }) => [formatDesign(design), outcome]);
    expect(told(there)).toEqual(told(here));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("when asked about the case of an interview, its twist and its growth", async () => {
    const { playable, model, twist } = interviewCase("03-scaling", 1, "senior");
    for (const each of [playable, twist.playable, grownBy(playable, 2)]) {
      const task = { kind: "run", design: model, seed, fidelity: searchRun } as const;
      const there = await pool.work(each, task);
      expect(there).toEqual(await inProcess.work(each, task));
    }
  });

  it("when asked for the verdict on the other seeds", async () => {
    const level = levelOf("4");
    const built = level.stars.three.design;
    const first = await pool.work(level, { kind: "run", design: built, seed, fidelity: reportedRun });
    if (!first) throw new Error("stopped");
    const there = await carryOut(pool, level, recordVerdict(built, first));
    expect(there?.outcomes.some(({ audit }) => audit?.holds)).toBe(true);
    expect(there).toEqual(finish(inSlices(level, recordVerdict(built, first))));
  });

  it("when they search, and say on the way what they have", async () => {
    const level = levelOf("3");
    let toldOf = 0;
    const part = { index: 1, of: 4 };
    const there = await searchParallel(pool, level, {
      part,
      onProgress: (tried) => {
        toldOf = tried;
      },
    });
    expect(there).toEqual(await searchParallel(inProcess, level, { part }));
    expect(there.passing.length).toBeGreaterThan(0);
    expect(toldOf).toBeLessThanOrEqual(there.tried);
  });

  it("when they run designs exactly, in the order of designs and seeds", async () => {
    const level = levelOf("1");
    const lines = [level.start, level.lesson].map(formatDesign);
    const there = await verdictsParallel(pool, level, lines, [11, 23, 37]);
    expect(there).toEqual(await verdictsParallel(inProcess, level, lines, [11, 23, 37]));
  });

  it("when they prove claims, told in the order of the levels", async () => {
    const there = [];
    // The first takes longer than the second.
    const asked = [levelOf("3"), levelOf("1")];
    for await (const claims of claimsParallel(pool, asked)) there.push(claims);
    expect(there.map(([first]) => first?.design)).toEqual(asked.map(({ start }) => formatDesign(start)));
    for (const claims of there) expect(claims.some(({ isRule }) => isRule)).toBe(true);
  });
});

describe("what is no level", () => {
  const { scenario, start, shop, goals } = levelOf("1");
  const task = { kind: "run", design: start, seed, fidelity: searchRun } as const;

  it("is sent as it is where it is plain data, such as a system of one's own", async () => {
    const sandbox: Playable = { id: "sandbox", scenario, start, shop, goals, budget: 5_000 };
    expect(asSent(sandbox)).toEqual({ playable: sandbox });
    expect(structuredClone(asSent(sandbox))).toEqual(asSent(sandbox));
    expect(await pool.work(sandbox, task)).toEqual(await inProcess.work(sandbox, task));
  });

  it("is done here where it can be neither sent nor named: another day of a level", async () => {
    const other: Level = { ...levelOf("1"), scenario: { ...scenario, ticks: 60 } };
    expect(asSent(other)).toBeUndefined();
    expect(await pool.work(other, task)).toEqual(await inProcess.work(other, task));
  });
});

describe("errands", () => {
  it("are done by threads as they are here: trials of the labs", async () => {
    for (const bench of [benchNamed("queue"), benchNamed("shards")]) {
      const turned = startOf(bench);
      const found = await pool.errand({ kind: "trial", bench: bench.name, turned });
      expect(found).toEqual(bench.trial(turned));
      expect(await ownHands.errand({ kind: "trial", bench: bench.name, turned })).toEqual(found);
    }
  });

  it("prove a day on call, with its progress, and turn down what does not hold", async () => {
    const shift = firstDayOf("on-call");
    const shares: number[] = [];
    const onShare = (share: number) => shares.push(share);
    const claims = proveCase(shift.case, shift.drawn.seed);
    expect(await proveShiftParallel(pool, shift, { onShare })).toBe(claims.every(({ holds }) => holds));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const signal = AbortSignal.abort();
    expect(await proveShiftParallel(pool, shift, { signal })).toBeUndefined();
    // Nothing on offer mends it: told by the first day, and no change is tried.
    const hands: Hands = {
      ...ownHands,
      errand: async (errand) =>
        errand.kind === "idle"
          ? ({ claims: [{ says: "is-on-offer", holds: false }], alarmSec: 100 } as never)
          : Promise.reject(new Error("no change is tried")),
    };
    expect(await proveShiftParallel(hands, shift)).toBe(false);
  });

  it("that fail are told to whoever waits", async () => {
    await expect(pool.errand({ kind: "idle", case: "none", seed: 1 })).rejects.toThrow(/no case none/);
  });
});

describe("a task that is stopped", () => {
  it("ends in nothing, at once, and the next one is done all the same", async () => {
    const level = levelOf("13");
    const stopper = new AbortController();
    const stopped = searchParallel(pool, level, { part: wholeSpace, signal: stopper.signal });
    stopper.abort();
    expect((await stopped).complete).toBe(false);
    const task = { kind: "stars", runs: [{ line: "dns · box 2", seed }] } as const;
    expect(await pool.work(levelOf("1"), task)).toMatchObject([
      { stars: expect.any(Number), distance: expect.any(Number) },
    ]);
    expect(await pool.work(level, task, { signal: stopper.signal })).toBeUndefined();
    expect(await inProcess.work(level, task, { signal: stopper.signal })).toBeUndefined();
  });

  it("whose answer is on its way takes no thread with it: the next ones are answered", async () => {
    const one = threadPool(file, 1);
    const task = { kind: "stars", runs: [{ line: "dns · box 2", seed }] } as const;
    const level = levelOf("1");
    try {
      for (let turn = 0; turn < 2; turn++) {
        await one.work(level, task);
        const stopper = new AbortController();
        const stopped = one.work(level, task, { signal: stopper.signal });
        // The thread answers while this one hears nothing; then it is stopped before the answer is read.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
        stopper.abort();
        expect(await stopped).toBeUndefined();
        await new Promise((resolve) => setImmediate(resolve));
        expect(await one.work(level, task)).toMatchObject([{ stars: expect.any(Number) }]);
      }
    } finally {
      await one.close();
    }
  });

  it("needs one listener a signal, however many tasks it stops", async () => {
    const warnings: string[] = [];
    const hear = (warning: Error) => warnings.push(warning.name);
    process.on("warning", hear);
    const { signal } = new AbortController();
    const runs = Array.from({ length: 60 }, () => ({ line: "dns", seed }));
    await Promise.all(runs.map((run) => pool.work(levelOf("1"), { kind: "stars", runs: [run] }, { signal })));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", hear);
    expect(warnings).toEqual([]);
  });
});

describe("threads", () => {
  it("are no more than there are cores, and at least one", () => {
    expect(threadPool(file, 10_000).size).toBe(threadPool(file).size);
    expect(threadPool(file, 1).size).toBe(1);
    expect(threadPool(file, 0).size).toBe(1);
  });

  it("tell when a task goes wrong, and go on", async () => {
    const broken = { kind: "stars", runs: [{ line: "no such part", seed }] } as const;
    await expect(pool.work(levelOf("1"), broken)).rejects.toThrow();
    const sound = { kind: "stars", runs: [{ line: "dns", seed }] } as const;
    expect(await pool.work(levelOf("1"), sound)).toMatchObject([{ stars: 0, distance: expect.any(Number) }]);
  });
});
