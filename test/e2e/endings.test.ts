/** How the built game ends: with the documented code, at once, without a trace. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, expectClean, GAME, openGame, ROOT, savesFolder } from "../helpers/play.ts";
import { canMount, smallDisk } from "../helpers/small-disk.ts";
import { canUsePty, TestTerminal } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");
const unix = onlyWhen(process.platform !== "win32", "needs a system with signals");
const withFullDevice = onlyWhen(existsSync("/dev/full"), "needs /dev/full");
const withSmallDisk = onlyWhen(canMount(), "needs root on Linux, to mount a small disk");

const long = ["lab", "queue", "--arrival", "80", "--service", "12.5", "--servers", "8", "--ticks", "1000000"];

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

function ended(child: ChildProcess): Promise<Ending> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (data) => (out += data));
  child.stderr?.on("data", (data) => (err += data));
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out, err })));
}

/** Runs a command into a file descriptor. */
function playInto(path: string, stream: "stdout" | "stderr", ...words: string[]) {
  const file = openSync(path, "w");
  onTestFinished(() => closeSync(file));
  const { status, stdout, stderr } = spawnSync(process.execPath, [GAME, ...words], {
    encoding: "utf8",
    stdio: ["ignore", stream === "stdout" ? file : "pipe", stream === "stderr" ? file : "pipe"],
  });
  return { status, stdout, stderr };
}

describe("Ctrl-C", () => {
  unix("ends a command that computes without pause, with 130 and nothing half printed", async () => {
    const child = spawn(process.execPath, [GAME, ...long]);
    const ending = ended(child);
    // Its thread is at work once the process has spent a second of its own.
    await expect.poll(() => cpuSec(child.pid as number), { timeout: 30_000 }).toBeGreaterThan(1);
    child.kill("SIGINT");
    expect(await ending).toEqual({ code: 130, signal: null, out: "", err: "" });
  });

  unix(
    "leaves a whole document that says it is partial, and claims nothing of what was not tried",
    async () => {
      const child = spawn(process.execPath, [GAME, "prove", "4", "--all", "--jobs", "2", "--json"]);
      const ending = ended(child);
      await expect.poll(() => cpuSec(child.pid as number), { timeout: 30_000 }).toBeGreaterThan(3);
      child.kill("SIGINT");
      const { code, out } = await ending;
      expect(code).toBe(130);
      const proof = JSON.parse(out) as { complete: boolean; claims: { claim: string }[] };
      expect(proof.complete).toBe(false);
      expect(proof.claims.map(({ claim }) => claim)).not.toContain("whole space searched");
    },
  );
});

describe("a command that waits for a pipe", () => {
  unix("into which nobody writes ends with Ctrl-C all the same", async () => {
    const pipe = join(savesFolder(), "pipe.json");
    spawnSync("mkfifo", [pipe]);
    const child = spawn(process.execPath, [GAME, "export", pipe]);
    const ending = ended(child);
    let before = 0;
    const isIdle = () => {
      const now = cpuSec(child.pid as number);
      const isSame = now > 0.2 && now === before;
      before = now;
      return isSame;
    };
    await expect.poll(isIdle, { timeout: 30_000, interval: 500 }).toBe(true);
    child.kill("SIGINT");
    // A shell calls that 130 too.
    expect(await ending).toEqual({ code: null, signal: "SIGINT", out: "", err: "" });
  });

  unix("reads it to its end, as it does standard input", () => {
    const piped = (line: string) =>
      spawnSync("bash", ["-c", `play() { "${process.execPath}" "${GAME}" "$@"; }; ${line}`], {
        encoding: "utf8",
      });
    for (const line of [
      "echo 'dns; box 2' | play export - --format line",
      "play export <(echo 'dns; box 2') --format line",
    ])
      expect(piped(line)).toMatchObject({ status: 0, stdout: "dns · box 2\n", stderr: "" });
    expect(piped("play export - <&-").status).toBe(2);
  });
});

describe("what the system refuses", () => {
  const refused = (...line: string[]) => spawnSync("sh", ["-c", line.join(" ")], { encoding: "utf8" });

  unix("too many open files, is one line with the way out", () => {
    const { status, stdout, stderr } = refused(`ulimit -n 20; exec "${process.execPath}" "${GAME}" levels`);
    expect(stderr).toMatch(/^play: [^\n]*too many[^\n]*ulimit -n 256\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  unix("threads, is done without; files outside the game, is one line", () => {
    const flag = process.allowedNodeEnvironmentFlags.has("--permission")
      ? "--permission"
      : "--experimental-permission";
    const node = `"${process.execPath}" --no-warnings ${flag} "--allow-fs-read=${ROOT}*" "${GAME}"`;
    expect(refused(node, "solve 1 --json")).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = refused(node, "export /etc/passwd");
    expect(stderr).toMatch(/^play: \/etc\/passwd cannot be read[^\n]+permission\n$/);
    expect(status).toBe(2);
  });
});

/** Seconds of CPU that a process has used, all its threads together. */
function cpuSec(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

describe("output that cannot be written", () => {
  withFullDevice("is an error of its own, in one line", () => {
    for (const words of [["levels"], ["simulate", "--level", "1", "--design", "lesson", "--json"]]) {
      const { status, stderr } = playInto("/dev/full", "stdout", ...words);
      expect(stderr).toBe("play: the output could not be written: the disk is full\n");
      expect(status).toBe(4);
    }
  });

  withSmallDisk("is an error too when the disk fills up half-way", () => {
    const file = join(smallDisk("16k"), "out.json");
    const { status, stderr } = playInto(
      ...([file, "stdout", "simulate", "--level", "12", "--design", "lesson", "--series", "--json"] as const),
    );
    expect(stderr).toBe("play: the output could not be written: the disk is full\n");
    expect(status).toBe(4);
  });

  unix("is an error too when the file may not grow so large", () => {
    const file = join(savesFolder(), "out.json");
    const line = `ulimit -f 1; exec "${process.execPath}" "${GAME}" levels --json > "${file}"`;
    const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8" });
    expect(stderr).toBe("play: the output could not be written: the file grew too large\n");
    expect(status).toBe(4);
  });

  withFullDevice("on standard error changes no exit code", () => {
    expect(playInto("/dev/full", "stderr", "bogus").status).toBe(2);
    expect(playInto("/dev/full", "stderr", "levels").status).toBe(0);
  });

  unix("because its reader is gone is no error", () => {
    const line = `"${process.execPath}" "${GAME}" levels | head -1`;
    const { stdout, stderr } = spawnSync("bash", ["-c", `${line}; echo "\${PIPESTATUS[0]}"`], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("0");
  });
});

describe("a folder that was deleted under the player", () => {
  unix("stops neither a command with threads nor the game", () => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-gone-"));
    const line = `cd "${folder}" && rmdir "${folder}" && exec "${process.execPath}" "${GAME}" solve 1 --jobs 2 --json`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
    expect(stderr).not.toContain("Error");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ complete: true });
  });

  unix("is told when a path begins there", () => {
    const gone = (...words: string[]) => {
      const folder = mkdtempSync(join(tmpdir(), "ztm-gone-"));
      const line = `cd "${folder}" && rmdir "${folder}" && exec "${process.execPath}" "${GAME}" ${words.join(" ")}`;
      const { status, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
      return { status, stderr };
    };
    expect(gone("export", "design.json")).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^play: design\.json cannot be read .*deleted, so give a whole path\n$/),
    });
    expect(gone("export", "'dns; box 2'").status).toBe(0);
  });

  story("refuses to keep progress in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-gone-"));
    const line = `cd "${folder}" && rmdir "${folder}" && exec "${process.execPath}" "${GAME}" --saves mine`;
    const game = TestTerminal.open({ command: ["sh", "-c", line] });
    onTestFinished(() => game.close());
    expect(await game.exit()).toBe(2);
    expect(game.raw()).toContain("mine begins in the folder you are in, and that was deleted");
    expect(existsSync("/mine")).toBe(false);
  });

  story("lets the game itself start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-gone-"));
    const saves = savesFolder();
    const line = `cd "${folder}" && rmdir "${folder}" && exec "${process.execPath}" "${GAME}" --saves "${saves}"`;
    const game = TestTerminal.open({ command: ["sh", "-c", line] });
    onTestFinished(() => game.close());
    await game.see("Z E R O");
    await game.press("q");
    expect(await game.exit()).toBe(0);
  });
});

describe("the game", () => {
  story("starts where DEV=true and NODE_ENV=development are set", async () => {
    const game = openGame({
      saves: savesFolder(),
      env: { DEV: "true", NODE_ENV: "development", CI: "true" },
    });
    await game.see("Z E R O");
    await game.press("q");
    expect(await game.exit()).toBe(0);
  });

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGQUIT", 131],
    ["SIGUSR1", 138],
    ["SIGUSR2", 140],
    ["SIGALRM", 142],
    ["SIGPROF", 155],
    ["SIGABRT", 134],
    ["SIGTRAP", 133],
  ] as const)
    story(`ends clean with ${code} after ${signal}`, async () => {
      const game = openGame({ saves: savesFolder() });
      await game.see("Z E R O");
      game.signal(signal);
      expect(await game.exit()).toBe(code);
      expectClean(game);
    });

  story("ends with 129 and leaves nothing behind when its terminal is closed", async () => {
    const game = openGame({ saves: savesFolder() });
    await game.see("Z E R O");
    game.hangUp();
    expect(await game.exit()).toBe(129);
  });

  story("gives the terminal back when whoever started it is killed", async () => {
    const saves = savesFolder();
    const pidFile = join(saves, "pid");
    const line = `"${process.execPath}" "${GAME}" --saves "${saves}" & echo $! > "${pidFile}"; fg`;
    const game = TestTerminal.open({ command: ["bash", "-m", "-c", line] });
    onTestFinished(() => {
      game.close();
      rmSync(pidFile, { force: true });
    });
    await game.see("Z E R O");
    const pid = Number(readFileSync(pidFile, "utf8"));
    onTestFinished(() => killed(pid));
    process.kill(game.pid, "SIGKILL");
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 10_000 }).toBe(false);
  });

  story("goes on after it was stopped from outside and brought back by the shell", async () => {
    const saves = savesFolder();
    const game = TestTerminal.open({ command: ["bash", "--norc", "-i"], env: { PS1: "$ " } });
    onTestFinished(() => game.close());
    await game.see("$");
    game.type(`"${process.execPath}" "${GAME}" --saves "${saves}"\r`);
    await game.see("Z E R O");
    const found = spawnSync("ps", ["-o", "pid=", "--ppid", String(game.pid)], { encoding: "utf8" });
    const pid = Number(found.stdout.trim());
    process.kill(pid, "SIGSTOP");
    await game.see("Stopped");
    game.type("fg\r");
    await game.gone("Stopped");
    await game.see("Z E R O");
    await game.press("enter");
    await game.see("GOALS");
    await game.press("q");
    await expect.poll(() => game.isAlternate(), { timeout: 10_000 }).toBe(false);
  });
});

function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone, as it should be.
  }
}

it("no command outlives a mistake in its options", () => {
  const { status, stderr } = spawnSync(process.execPath, [GAME, "solve", "1", "--shard", "5/4"], {
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stderr).toContain("--shard 5/4");
  expect(status).toBe(2);
});
