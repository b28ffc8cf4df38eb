/** Servers of the reader's own machine, started in a temporary folder on loopback and gone afterwards. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

/** One operation as it was measured, beside what the game takes for it. */
export interface Measured {
  readonly operation: string;
  /** Operations a second with both sides on this machine. */
  readonly perSec: number;
  /** CPU of the server's processes per operation, in ms; nothing where the system does not tell. */
  readonly cpuMs?: number;
  /** CPU per operation in the game, in ms. */
  readonly gameCpuMs?: number;
  /** The most a second in the game, where it states a rate. */
  readonly gamePerSec?: number;
}

export const run = promisify(execFile);

/** Where a program stands: on the path, or in one of these folders besides. */
export function find(program: string, folders: readonly string[] = []): string | undefined {
  const names = process.platform === "win32" ? [`${program}.exe`] : [program];
  const all = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...folders];
  return all.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/** A port nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(address)));
    });
  });
}

/** Some servers refuse to run as root: the account they usually have, where there is one and we are root. */
export function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  const account = ["postgres", "nobody"].flatMap((name) =>
    accounts.filter((a) => a.startsWith(`${name}:`)),
  )[0];
  const [, , uid, gid] = (account ?? "").split(":");
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** A folder for one server, its owner's, removed by `dispose`. */
export function temporary(owner = unprivileged()) {
  const folder = mkdtempSync(join(tmpdir(), "calibrate-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }) };
}

/** Starts a server and waits until its port answers; `stop` ends it and waits for that. */
export async function start(program: string, args: readonly string[], port: number, owner = unprivileged()) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], ...owner });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 150) throw new Error(`${program} did not start: ${said.trim()}`);
    await pause(100);
  }
  return {
    pid: child.pid ?? 0,
    stop: async (signal: NodeJS.Signals = "SIGINT") => {
      await ended(child, signal);
      process.removeListener("exit", kill);
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** Clock ticks a second in which Linux counts processor time, on every platform that Node runs on. */
const TICKS_PER_SEC = 100;

/** A process and its children, as Linux tells them; other systems are not asked. */
function family(pid: number) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const fields = readFileSync(`/proc/${entry}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
      const own = Number(entry) === pid;
      if (!own && Number(fields[1]) !== pid) return [];
      // What children of the server had used when they ended is its own by now.
      const ticks = user + system + (own ? endedUser + endedSystem : 0);
      return [{ pid: Number(entry), cpuSec: ticks / TICKS_PER_SEC }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

/** Ends a server and its children as a power cut does: nobody says goodbye. */
export function cutPower(pid: number): void {
  for (const each of family(pid)) {
    try {
      process.kill(each.pid, "SIGKILL");
    } catch {
      // It went with the others.
    }
  }
}

/** CPU so far of a server, of its children that live and of those that have ended, in seconds. */
function cpuSec(pid: number): number | undefined {
  const all = family(pid);
  return all.length === 0 ? undefined : all.reduce((sum, each) => sum + each.cpuSec, 0);
}

/** CPU that `work` costs the server, per operation, in ms; `work` says how many operations it did. */
export async function cpuPerOperation(
  pid: number,
  work: () => Promise<{ operations: number; perSec: number }>,
): Promise<{ perSec: number; cpuMs?: number }> {
  const before = cpuSec(pid);
  const { operations, perSec } = await work();
  const after = cpuSec(pid);
  if (before === undefined || after === undefined || operations === 0) return { perSec };
  return { perSec, cpuMs: ((after - before) * 1_000) / operations };
}
