import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { freePorts, type Keeper, withKeeper } from "../../src/real/keeper.ts";
import { Interrupted, RealProblem } from "../../src/real/problem.ts";

const listening = (port: number) => `require("node:net").createServer().listen(${port}, "127.0.0.1")`;

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts a server and makes a folder with a file in it. */
async function started(keeper: Keeper, script = listening) {
  const folder = keeper.folder();
  writeFileSync(join(folder, "data"), "x");
  const [port = 0] = await freePorts(1);
  const { pid, stop } = await keeper.start(process.execPath, ["-e", script(port)], port);
  return { folder, pid, stop };
}

const never = new AbortController().signal;

describe("what an experiment has started is gone", () => {
  type Ending = (keeper: Keeper, stop: AbortController) => Promise<unknown>;
  const endings: readonly (readonly [string, Ending])[] = [
    ["when it is done", async () => "done"],
    ["when it fails", async () => Promise.reject(new Error("a mistake"))],
    [
      "when it is stopped while it measures",
      (_, stop) => {
        setTimeout(() => stop.abort(), 10);
        return pause(60_000, undefined, { ref: false });
      },
    ],
    [
      "when it is stopped while another server starts",
      async (keeper, stop) => {
        setTimeout(() => stop.abort(), 10);
        const [port = 0] = await freePorts(1);
        return keeper.start(process.execPath, ["-e", "setInterval(() => {}, 1e3)"], port);
      },
    ],
  ];

  test.each(endings)("%s", async (_, end) => {
    const stop = new AbortController();
    let left: { folder: string; pid: number } | undefined;
    const work = withKeeper(stop.signal, async (keeper) => {
      left = await started(keeper);
      expect(lives(left.pid)).toBe(true);
      return end(keeper, stop);
    });
    await work.catch(() => {});
    expect(left && { folder: existsSync(left.folder), process: lives(left.pid) }).toEqual({
      folder: false,
      process: false,
    });
  });

  test("though it does not listen to the signal that asks it to end", async () => {
    const deaf = (port: number) => `process.on("SIGTERM", () => {}); ${listening(port)}`;
    const { pid } = await withKeeper(never, (keeper) => started(keeper, deaf));
    expect(lives(pid)).toBe(false);
  });
});

describe("an experiment", () => {
  test("ends with what a server said when it dies in the middle", async () => {
    const work = withKeeper(never, async (keeper) => {
      const { pid } = await started(keeper, (port) => `console.error("out of luck"); ${listening(port)}`);
      process.kill(pid, "SIGKILL");
      await pause(60_000, undefined, { ref: false });
    });
    const problem = (await work.catch((caught) => caught)) as RealProblem;
    expect(problem).toBeInstanceOf(RealProblem);
    expect(problem.trouble).toMatchObject({ code: "died", said: "out of luck" });
  });

  test("goes on when it has stopped a server itself", async () => {
    const done = await withKeeper(never, async (keeper) => {
      const { pid, stop } = await started(keeper);
      await stop("SIGKILL");
      return lives(pid);
    });
    expect(done).toBe(false);
  });

  test("that is stopped before it begins starts nothing", async () => {
    const stop = new AbortController();
    stop.abort();
    let pid: number | undefined;
    const work = withKeeper(stop.signal, async (keeper) => {
      pid = (await started(keeper)).pid;
    });
    await expect(work).rejects.toBeInstanceOf(Interrupted);
    expect(pid).toBeUndefined();
  });

  test.each([
    ["is not there", "/nowhere/server"],
    ["cannot be run", "package.json"],
  ])("says so when a program %s", async (_, program) => {
    const [port = 0] = await freePorts(1);
    const problem = await withKeeper(never, (keeper) => keeper.start(program, [], port)).catch(
      (caught) => caught,
    );
    expect(problem.trouble).toMatchObject({ code: "died", program });
  });
});

test("ports for servers are none that a system gives to connections on their way out", async () => {
  const ports = await freePorts(30);
  expect(new Set(ports).size).toBe(30);
  expect(ports.filter((port) => port >= 32_768)).toEqual([]);
});
