/** How the built game ends: with the documented code, at once, without a trace. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, expectClean, GAME, openGame, savesFolder } from "../helpers/play.ts";
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
    ["SIGUSR2", 140],
    ["SIGALRM", 142],
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
