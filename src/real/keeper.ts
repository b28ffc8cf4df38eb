/**
 * Keeps what an experiment starts, processes and folders: all of it is gone when the experiment ends, by itself, by
 * an error, by Ctrl-C or by a signal, in whatever phase it is.
 */
import { type ChildProcess, fork, type Serializable, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endProcess, exitCodes } from "../process/endings.ts";
import type { Calls, Peer, Question, Reply, Role } from "./peer.ts";
import { Interrupted, RealProblem } from "./problem.ts";

/** So much of what a program says last is kept, in characters. */
const saidMax = 2_000;
/** So long a server may take to answer at its port, in ms. */
const startMs = 30_000;
const lookEveryMs = 25;
/** So long what was told to end may take, before it is killed, in ms. */
const endMs = 400;

/** Servers get ports from here up to there, which few have for their own. */
const [portsFrom, portsTo] = [20_000, 32_000];
/** So many of them are tried for one, before the system is asked for any. */
const portTries = 50;
/** Where the next port is looked for: processes that experiment at the same time begin far from each other. */
let portsTried = process.pid * 64;

/** Whoever is left when the process ends; keepers come and go. */
const keepers = new Set<Keeper>();
let isListening = false;

/** Signals that would end us without a word, and what we end with instead. */
const deadly = ["SIGTERM", "SIGHUP"] as const;

function listen(): void {
  if (isListening) return;
  isListening = true;
  const dropAll = () => {
    for (const keeper of keepers) keeper.drop();
  };
  process.on("exit", dropAll);
  for (const signal of deadly) {
    process.once(signal, () => {
      dropAll();
      endProcess(signal === "SIGHUP" ? exitCodes.hungUp : 128 + constants.signals[signal]);
    });
  }
}

/** Does some work with a keeper. Whatever ends it, everything that was started is gone afterwards. */
export async function withKeeper<T>(signal: AbortSignal, work: (keeper: Keeper) => Promise<T>): Promise<T> {
  const keeper = new Keeper();
  const stop = () => keeper.fail(new Interrupted());
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([work(keeper), keeper.failed]);
  } catch (problem) {
    throw await keeper.causeOf(problem);
  } finally {
    signal.removeEventListener("abort", stop);
    await keeper.close();
  }
}

export class Keeper {
  /** Rejects when something that was started ends before it should, or when we are stopped. */
  readonly failed: Promise<never>;
  /** Ends everything that waits on it with the same problem. */
  fail!: (problem: Error) => void;
  readonly #children = new Set<ChildProcess>();
  readonly #folders = new Set<string>();
  #isClosed = false;

  constructor() {
    listen();
    keepers.add(this);
    this.failed = new Promise((_, reject) => {
      this.fail = (problem) => {
        this.#isClosed = true;
        reject(problem);
      };
    });
    this.failed.catch(() => {}); // nobody may be waiting yet
  }

  /** A folder of its own, ours alone, removed in the end. */
  folder(): string {
    this.#mayStart();
    try {
      const path = mkdtempSync(join(tmpdir(), "zero-to-millions-"));
      this.#folders.add(path);
      return path;
    } catch (problem) {
      const { code: errno } = problem as NodeJS.ErrnoException;
      throw new RealProblem({ code: "folder", path: tmpdir(), errno });
    }
  }

  /** Starts a program and waits until its port answers. @param program what it is called when something is said of it */
  async start(file: string, args: readonly string[], port: number, program = file): Promise<Started> {
    this.#mayStart();
    const child = spawn(file, args, { stdio: ["ignore", "ignore", "pipe"], windowsHide: true });
    const kept = this.#keep(child, program, false);
    for (const until = performance.now() + startMs; !(await answers(port)); await pause(lookEveryMs)) {
      this.#mayStart();
      if (kept.hasEnded()) throw kept.problem();
      if (performance.now() > until) throw new RealProblem({ code: "silent", program });
    }
    kept.want();
    return kept;
  }

  /** Starts a process of our own in a role. */
  async fork<C extends Calls>(role: Role): Promise<Peer<C>> {
    this.#mayStart();
    const child = fork(childFile(), [role], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
    });
    const kept = this.#keep(child, role);
    const waiting = new Map<number, { answer: (value: never) => void; hear?: (news: never) => void }>();
    child.on("message", (reply: Reply) => {
      const asked = waiting.get(reply.id);
      if ("news" in reply) return asked?.hear?.(reply.news as never);
      waiting.delete(reply.id);
      asked?.answer(reply.answer as never);
    });
    let id = 0;
    return {
      pid: kept.pid,
      ask: (name, given, hear) =>
        new Promise((answer) => {
          this.#mayStart();
          waiting.set(++id, { answer, ...(hear ? { hear } : {}) });
          child.send({ id, name, given } satisfies Question as Serializable);
        }),
    };
  }

  /**
   * Why some work has failed. What a dead server leaves behind, a connection that is lost or an answer that never
   * came, is often seen before its death.
   */
  async causeOf(problem: unknown): Promise<unknown> {
    if (problem instanceof RealProblem || problem instanceof Interrupted) return problem;
    return Promise.race([this.failed, pause(endMs)]).then(
      () => problem,
      (cause: unknown) => cause,
    );
  }

  /** Ends everything, politely at first, and removes the folders. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = [...this.#children].map((child) => endOf(child, "SIGTERM"));
    await Promise.race([Promise.all(ended), pause(endMs)]);
    const killed = [...this.#children].map((child) => endOf(child, "SIGKILL"));
    await Promise.race([Promise.all(killed), pause(endMs)]);
    this.drop();
    keepers.delete(this);
  }

  /** Ends everything at once: there is no time to wait. */
  drop(): void {
    this.#isClosed = true;
    for (const child of this.#children) child.kill("SIGKILL");
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    this.#folders.clear();
  }

  #mayStart(): void {
    if (this.#isClosed) throw new Interrupted();
  }

  /** Puts a process on the list; one that ends by itself while it is wanted fails the work. */
  #keep(child: ChildProcess, program: string, isWantedNow = true): Starting {
    let said = "";
    let isWanted = isWantedNow;
    this.#children.add(child);
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-saidMax);
    });
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    const problem = () => new RealProblem({ code: "died", program, said: tellingLine(said) });
    child.once("error", (error) => {
      said = error.message;
      this.#children.delete(child);
      if (isWanted && !this.#isClosed) this.fail(problem());
    });
    // "close" and not "exit": by then it has said all that it says.
    child.once("close", () => {
      this.#children.delete(child);
      if (isWanted && !this.#isClosed) this.fail(problem());
    });
    return {
      pid: child.pid ?? 0,
      hasEnded,
      problem,
      want: () => {
        isWanted = true;
      },
      stop: async (signal = "SIGTERM") => {
        isWanted = false;
        await endOf(child, signal);
      },
    };
  }
}

/** A program that was started. */
export interface Started {
  readonly pid: number;
  /** Ends it on purpose, and waits for that. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** One that does not answer yet. */
interface Starting extends Started {
  hasEnded(): boolean;
  /** What to say when it has ended by itself. */
  problem(): RealProblem;
  /** From now on its end is a failure. */
  want(): void;
}

function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** The program of the roles: beside the bundle, or here among the sources. */
function childFile(): string {
  const files = ["./real.js", "../real.js", "./child.ts"].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  return files.find((file) => existsSync(file)) as string;
}

/** Of what a program said last the line that says why; a stack trace and the version of Node come after it. */
function tellingLine(said: string): string {
  const lines = said.trim().split("\n");
  return (
    lines.find((line) => /^\w*Error: /.test(line)) ??
    lines.findLast((line) => /error|fatal|emerg|alert|in use/i.test(line)) ??
    lines.at(-1) ??
    ""
  );
}

/**
 * Ports on which nobody listens, no two of them alike: each is held until all are found. None of them is one that a
 * system gives to connections on their way out (from 32768 on Linux, from 49152 elsewhere): a client would have it as
 * soon as it is let go, or while a server that was killed is away.
 */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, holdPort));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

async function holdPort(): Promise<Server> {
  for (let attempt = 0; attempt < portTries; attempt++) {
    const port = portsFrom + (portsTried++ % (portsTo - portsFrom));
    const server = await listening(port).catch(() => undefined);
    if (server) return server;
  }
  return listening(0);
}

function listening(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** Whether somebody listens at a port of this machine. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
