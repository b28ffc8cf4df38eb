/** The short form of each experiment with real servers, as a player starts it. Tolerances are wide, and ratios. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fileOf } from "../../src/real/program.ts";
import { onlyWhen } from "../helpers/only-when.ts";

const PLAY = fileURLToPath(new URL("../../dist/play.js", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Whoever was started by it and is left of it. */
  readonly survivors: readonly string[];
  readonly folders: readonly string[];
}

/** What is done to it when its standard error says something. */
interface Meddling {
  readonly at: RegExp;
  act(about: { readonly pid: number }): void;
}

/** Gives way to all others: Linux may share out its cores by sessions first, and the child has one of its own. */
function goesLast(pid: number, niceness: number): void {
  setPriority(pid, niceness);
  const session = `/proc/${pid}/autogroup`;
  if (existsSync(session)) writeFileSync(session, `${niceness}`);
}

/** Runs it, in a group of processes of its own as a terminal would; somebody may meddle with it. */
async function real(words: string, meddling?: Meddling, niceness = 0): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "ztm-real-"));
  const env = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, [PLAY, "real", ...words.split(" ")], { env, detached: true });
  if (niceness > 0) goesLast(child.pid ?? 0, niceness);
  let [out, err] = ["", ""];
  let started: readonly Started[] = [];
  let isDone = meddling === undefined;
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
    started = [...started, ...startedBy(child.pid ?? 0)];
    if (isDone || !meddling?.at.test(err)) return;
    isDone = true;
    meddling.act({ pid: child.pid ?? 0 });
  });
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, out, err, ...(await leftIn(folder, started)) };
}

interface Started {
  readonly pid: number;
  readonly command: string;
}

/** Processes that something holds of, as Linux tells it. */
function processes(holds: (about: string) => boolean): readonly Started[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((entry) => {
    try {
      if (!/^\d+$/.test(entry) || !holds(`/proc/${entry}`)) return [];
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8").replaceAll("\0", " ").trimEnd();
      // One that has ended and is not yet asked for its code has no command any more.
      return command ? [{ pid: Number(entry), command }] : [];
    } catch {
      return [];
    }
  });
}

const startedBy = (pid: number) =>
  processes((about) => Number(/\) \S (\d+)/.exec(readFileSync(`${about}/stat`, "utf8"))?.[1]) === pid);

/** Everybody whose temporary folder that is, which is handed down to whoever is started; Redis writes over it. */
const startedIn = (folder: string) =>
  processes((about) => readFileSync(`${about}/environ`, "utf8").includes(`TMPDIR=${folder}`));

/** Whether it is there, and still the same program. */
const lives = (started: Started) =>
  processes((about) => about === `/proc/${started.pid}`).some(({ command }) => command === started.command);

/** Who and what is left where it had its folders, which are then removed. */
async function leftIn(
  folder: string,
  started: readonly Started[] = [],
): Promise<Pick<Ended, "survivors" | "folders">> {
  const left = () => [...startedIn(folder), ...started.filter(lives)];
  // Who was killed is gone a moment later.
  for (let look = 0; look < 50 && left().length > 0; look++) await pause(100);
  const survivors = left().map(({ command }) => command);
  const folders = readdirSync(folder);
  rmSync(folder, { recursive: true, force: true });
  return { survivors, folders };
}

/**
 * Other work on the machine can spoil one try, and hardly three. Where the command gives no verdict (1, the machine is
 * late by a tenth of the service time), its figures must still hold within tolerances as wide as these.
 */
async function inThreeTries(words: string, holds: (found: never) => boolean): Promise<void> {
  const seen: string[] = [];
  for (let attempt = 1; attempt <= 3; attempt++) {
    const { code, out, err, survivors, folders } = await real(`${words} --json --seed ${10 + attempt}`);
    expect({ survivors, folders }).toEqual({ survivors: [], folders: [] });
    if ((code === 0 || code === 1) && holds(JSON.parse(out) as never)) return;
    seen.push(`${code}: ${out.slice(0, 2_000)} ${err.slice(-300)}`);
  }
  expect(seen).toEqual([]);
}

const within = (value: number, expected: number, share: number) => Math.abs(value / expected - 1) <= share;

describe("on real servers", () => {
  interface Queue {
    readonly measured: { readonly meanMs: number };
    readonly sameTrace: { readonly meanMs: number };
    readonly simulated: { readonly meanMs: number };
  }
  test("a queue takes as long as its own trace within a quarter, and as simulated within a factor of two", () =>
    inThreeTries("queue --servers 2 --load 0.6 --service 40 --seconds 12", (found: Queue) => {
      const { measured, sameTrace, simulated } = found;
      return within(measured.meanMs, sameTrace.meanMs, 0.25) && within(measured.meanMs, simulated.meanMs, 1);
    }));

  interface Storm {
    readonly runs: readonly { readonly measured: { readonly isDown: boolean } }[];
    readonly cure: { readonly measured: { readonly isDown: boolean } };
  }
  test("a storm far beyond the tipping point stays down, and comes back with a budget", () =>
    inThreeTries(
      "retries --load 0.7 --runs 1",
      ({ runs, cure }: Storm) => runs.every(({ measured }) => measured.isDown) && !cure.measured.isDown,
    ));

  interface Balancer {
    readonly rows: readonly { readonly measured: { readonly meanMs: number }; readonly lost: number }[];
  }
  for (const program of ["nginx", "haproxy"]) {
    onlyWhen(fileOf(program) !== undefined, `${program} is not installed`)(
      `${program} counts connections well: least connections beats round robin when a box is slow, and nobody is lost`,
      () =>
        inThreeTries(
          `balancer --program ${program} --case slow --service 40 --seconds 8`,
          ({ rows: [turns, , least, ...none] }: Balancer) =>
            none.length === 0 &&
            turns !== undefined &&
            least !== undefined &&
            turns.measured.meanMs > 2 * least.measured.meanMs &&
            turns.lost + least.lost === 0,
        ),
    );
  }

  interface Cache {
    readonly policies: readonly { readonly measured: number; readonly simulated: number }[];
    readonly hotKey: readonly { readonly measured: { readonly storePerSec: number } }[];
  }
  onlyWhen(fileOf("redis-server") !== undefined, "redis-server is not installed")(
    "Redis hits what is simulated within a fifth, and a lease spares the store half",
    () =>
      inThreeTries(
        "cache --seconds 8",
        ({ policies, hotKey: [none, lease] }: Cache) =>
          policies.every(({ measured, simulated }) => within(measured, simulated, 0.2)) &&
          none !== undefined &&
          lease !== undefined &&
          lease.measured.storePerSec < 0.6 * none.measured.storePerSec,
      ),
  );
});

/** What each experiment says as it enters its phases. */
const phases: readonly (readonly [words: string, needs: readonly string[], at: readonly RegExp[]])[] = [
  ["queue --load 0.5 --seconds 30", [], [/Calibrating/, /Measuring/, /sent/]],
  ["retries --runs 1", [], [/Calibrating/, /storms in/, /sent/, /Computing/]],
  ["balancer --case dead --seconds 5", ["nginx"], [/Calibrating/, /three policies/, /sent/, /Computing/]],
  ["balancer --program haproxy --case slow --seconds 5", ["haproxy"], [/three policies/, /sent/]],
  ["cache --seconds 20", ["redis-server"], [/LRU/, /LFU/, /Restart 3/, /hot key/]],
  [
    "level 6 --seconds 60",
    ["redis-server", "haproxy"],
    [/Playing every request/, /processes are up/, /Filling the cache/, /answered/, /killed/],
  ],
  ["level 10 --seconds 60 --seed 11", ["redis-server", "haproxy"], [/processes are up/, /jobs in line/]],
];

/** As a terminal does it for Ctrl-C: everybody in the group hears it; and as others do, to the one process. */
const endings = {
  "Ctrl-C": { code: 130, kill: (pid: number) => process.kill(-pid, "SIGINT") },
  SIGINT: { code: 130, kill: (pid: number) => process.kill(pid, "SIGINT") },
  SIGTERM: { code: 143, kill: (pid: number) => process.kill(pid, "SIGTERM") },
  SIGHUP: { code: null, kill: (pid: number) => process.kill(pid, "SIGHUP") },
} as const;

describe.concurrent("nothing is left", () => {
  for (const [words, needs, at] of phases) {
    const missing = needs.filter((program) => fileOf(program) === undefined);
    for (const moment of at)
      for (const [name, { code, kill }] of Object.entries(endings)) {
        // Each phase is ended by the terminal; one of each experiment in the other ways too.
        if (name !== "Ctrl-C" && moment !== at.at(-1)) continue;
        onlyWhen(missing.length === 0, `${missing.join(", ")} not installed`)(
          `after ${name} at ${moment.source}: play real ${words}`,
          async ({ expect }) => {
            const ended = await real(words, { at: moment, act: ({ pid }) => kill(pid) });
            // What it says of a mistake stands first in what is shown when it ends otherwise.
            const mistakes = ended.err.split("\n").filter((line) => line.startsWith("play:"));
            expect({ ...ended, err: mistakes }).toEqual({
              code,
              out: "",
              err: [],
              survivors: [],
              folders: [],
            });
          },
        );
      }
  }

  /** How a shell may run it so that nobody reads on, or nothing can be read. */
  const pipes = ["| head -1", "2>&1 | head -1", "2>&1 >&- | true", "< /dev/null", "<&- >&-", "> /dev/full"];
  for (const tail of pipes)
    onlyWhen(process.platform === "linux", "needs Linux and its shell")(
      `after play real queue --seconds 5 ${tail}`,
      async ({ expect }) => {
        const folder = mkdtempSync(join(tmpdir(), "ztm-real-"));
        const env = { ...process.env, TMPDIR: folder, PLAY };
        const line = `"${process.execPath}" "$PLAY" real queue --load 0.5 --service 40 --seconds 5 ${tail}`;
        const child = spawn("sh", ["-c", line], { env, stdio: "ignore" });
        await new Promise((ended) => child.once("close", ended));
        expect(await leftIn(folder)).toEqual({ survivors: [], folders: [] });
      },
    );
});

describe.concurrent("a server that dies in the middle", () => {
  const deaths = [
    ["queue --load 0.5 --seconds 30", "", / server$/, /sent/],
    ["retries --runs 1", "", / client$/, /sent/],
    ["balancer --program nginx --case alike --seconds 20", "nginx", /nginx/, /sent/],
    ["balancer --program haproxy --case alike --seconds 20", "haproxy", /haproxy/, /sent/],
    ["cache", "redis-server", /redis-server/, /LFU/],
    ["cache --seconds 20", "redis-server", /redis-server/, /hot key/],
    ["level 1 --seconds 60", "", /load\.mjs/, /answered/],
    ["level 1 --seconds 60", "", /web\.mjs/, /answered/],
    ["level 6 --seconds 60", "redis-server", /redis-server/, /answered/],
  ] as const;
  for (const [words, program, command, at] of deaths)
    onlyWhen(program === "" || fileOf(program) !== undefined, `${program} is not installed`)(
      `is named in one line, and nothing is left: ${command.source} of play real ${words}`,
      async ({ expect }) => {
        const act: Meddling["act"] = ({ pid }) => {
          // The next of its kind, should this one be over already; nobody where the experiment is.
          const look = setInterval(() => {
            const victim = startedBy(pid).find((each) => command.test(each.command));
            if (!victim && processes((about) => about === `/proc/${pid}`).length > 0) return;
            clearInterval(look);
            if (victim) process.kill(victim.pid, "SIGKILL");
          }, 50);
        };
        const { code, out, err, survivors, folders } = await real(words, { at, act });
        const said = err.split("\n").filter((line) => line.startsWith("play:"));
        expect({ code, out, survivors, folders }, err).toEqual({
          code: 2,
          out: "",
          survivors: [],
          folders: [],
        });
        expect(said).toEqual([expect.stringMatching(/has ended in the middle/)]);
      },
    );
});

test("beside busy loops nothing is judged: one line says how late the machine was, and the code is 1", async () => {
  const loops = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
  try {
    // A fair scheduler lets whoever slept go first: what is measured here goes last.
    const { code, out } = await real("queue --service 5 --load 0.5 --seconds 5", undefined, 10);
    expect({ code, end: out.trim().split("\n").at(-1) }).toEqual({
      code: 1,
      end: expect.stringMatching(/^No verdict: .* late on average/),
    });
  } finally {
    for (const loop of loops) loop.kill("SIGKILL");
  }
});

const places = ["/nowhere", PLAY, ...(process.platform === "linux" ? ["/sys"] : [])];
test.each(places)("no folder can be made in %s: one line says so, and how to mend it", async (place) => {
  const child = spawn(process.execPath, [PLAY, "real", "cache"], { env: { ...process.env, TMPDIR: place } });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  expect(await new Promise((ended) => child.once("close", ended))).toBe(2);
  expect(err.trim().split("\n")).toEqual([expect.stringMatching(/no temporary folder can be made .*TMPDIR/)]);
});
