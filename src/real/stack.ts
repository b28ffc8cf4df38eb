/** A stack on this machine: its programs and servers as processes, what happens to them, and what its clients met. */
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  balancerConfig,
  brokerArguments,
  cacheArguments,
  type LoadResults,
  type Program,
  type Stack,
  type StackStep,
} from "../stack/index.ts";
import { haproxy, haproxyArgs } from "./haproxy.ts";
import type { Keeper, Started } from "./keeper.ts";
import { locate, onFreePorts } from "./program.ts";
import { redisPrograms } from "./redis.ts";

/** How far the clients are. */
export interface StackMoment {
  readonly phase: "warm" | "run" | "drain" | "done";
  readonly sec: number;
  readonly perSec: number;
  readonly answeredShare: number;
  readonly latencyP95Ms: number;
  readonly hitRatio?: number;
  readonly waiting?: number;
}

/** What is told while a stack runs. */
export interface StackNews {
  started(processes: number): void;
  moment(moment: StackMoment): void;
  step(step: StackStep): void;
}

/** What a stack's processes are started from. */
export interface StackFiles {
  /** The stack's own programs, by file name. */
  readonly programs: Readonly<Record<string, string>>;
  /** Where the servers of others are, by name. */
  readonly servers: ServerFiles;
}

type ServerFiles = Readonly<Partial<Record<"haproxy" | "redis", string>>>;

const lookEveryMs = 1_000;
/** The process that plays them, of the program of its name. */
const clients = "load";

/** The servers that a stack needs; throws what is missing or too old. */
export async function locateServers({ processes }: Stack): Promise<ServerFiles> {
  const needs = (program: Program) => processes.some((each) => each.program === program);
  return {
    ...(needs("redis") && { redis: (await locate(redisPrograms)).file }),
    ...(needs("haproxy") && { haproxy: (await locate([haproxy])).file }),
  };
}

/** Runs a stack to its end; what its clients measured. */
export async function runStack(
  stack: Stack,
  given: StackFiles,
  keeper: Keeper,
  news: StackNews,
): Promise<LoadResults> {
  const run = new StackRun(stack, keeper, given);
  await run.start();
  news.started(stack.processes.length);
  return run.play(news);
}

class StackRun {
  readonly #stack: Stack;
  readonly #keeper: Keeper;
  readonly #given: StackFiles;
  readonly #folder: string;
  /** The program of each process, in the order in which they start: the clients last. */
  readonly #programs: ReadonlyMap<string, Program | typeof clients>;
  readonly #kept = new Map<string, Started>();
  readonly #ports = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(stack: Stack, keeper: Keeper, given: StackFiles) {
    this.#stack = stack;
    this.#given = given;
    this.#keeper = keeper;
    this.#folder = keeper.folder();
    this.#programs = new Map([
      ...stack.processes.map(({ name, program }) => [name, program] as const),
      [clients, clients],
    ]);
  }

  /** Starts everything, the clients last; anew on other ports where somebody else was quicker. */
  async start(): Promise<void> {
    for (const [file, text] of Object.entries(this.#given.programs))
      writeFileSync(join(this.#folder, file), text);
    const names = [...this.#programs.keys()];
    await onFreePorts(names[0]!, names.length, async (ports) => {
      names.forEach((name, n) => {
        this.#ports.set(name, ports[n]!);
      });
      try {
        await this.#startAll();
      } catch (problem) {
        await Promise.all([...this.#kept.values()].map((started) => started.stop("SIGKILL")));
        throw problem;
      }
    });
  }

  async #startAll(): Promise<void> {
    const { plan } = this.#stack;
    const whole = JSON.stringify({ ...plan, at: this.#addresses() });
    writeFileSync(join(this.#folder, "plan.json"), whole);
    // Whoever is asked starts before those who ask, one after the other: a busy machine would be late to answer.
    for (const name of this.#programs.keys()) await this.#start(name);
  }

  #addresses(): Record<string, string> {
    return Object.fromEntries([...this.#ports].map(([name, port]) => [name, `127.0.0.1:${port}`]));
  }

  async #start(name: string): Promise<void> {
    const { plan } = this.#stack;
    const port = this.#ports.get(name)!;
    const program = this.#programs.get(name)!;
    const own = join(this.#folder, name);
    if (program === "haproxy") {
      const file = `${own}.cfg`;
      writeFileSync(file, balancerConfig(plan, `127.0.0.1:${port}`, this.#addresses()));
      this.#kept.set(
        name,
        await this.#keeper.start(this.#given.servers.haproxy!, haproxyArgs(file), port, name),
      );
    } else if (program === "redis") {
      mkdirSync(own, { recursive: true });
      const more = name === plan.queue?.name ? brokerArguments(plan) : cacheArguments(plan);
      const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", own, ...more];
      this.#kept.set(name, await this.#keeper.start(this.#given.servers.redis!, args, port, name));
    } else {
      const args = [join(this.#folder, `${program}.mjs`), name];
      this.#kept.set(name, await this.#keeper.start(process.execPath, args, port, name));
    }
  }

  /** Lets clients come and steps happen, until the books are closed. */
  async play(news: StackNews): Promise<LoadResults> {
    let hasBegun = false;
    for (;;) {
      const moment = (await this.#ask(clients, "/status")) as StackMoment;
      if (moment.phase !== "warm" && !hasBegun) {
        hasBegun = true;
        this.#plan(news);
      }
      news.moment(moment);
      if (moment.phase === "done") break;
      await pause(lookEveryMs);
    }
    for (const timer of this.#timers) clearTimeout(timer);
    return (await this.#ask(clients, "/results")) as LoadResults;
  }

  #plan(news: StackNews): void {
    for (const step of this.#stack.steps) {
      const timer = setTimeout(() => {
        news.step(step);
        this.#do(step).catch((problem) => this.#keeper.fail(problem as Error));
      }, step.atSec * 1_000);
      this.#timers.push(timer);
    }
  }

  async #do(step: StackStep): Promise<void> {
    const { plan } = this.#stack;
    if (step.does === "kill")
      await Promise.all(step.names.map((name) => this.#kept.get(name)?.stop("SIGKILL")));
    else if (step.does === "start") await Promise.all(step.names.map((name) => this.#start(name)));
    else if (step.does === "slow")
      await Promise.all(step.names.map((name) => this.#ask(name, `/speed/${step.speed}`)));
    else {
      await this.#ask(step.names[0]!, "/promote");
      await Promise.all(plan.web.names.map((name) => this.#ask(name, `/primary/${step.names[0]}`)));
    }
  }

  /** Asks a program of ours; nothing when it is away. */
  #ask(name: string, path: string): Promise<unknown> {
    const { inside } = this.#stack.plan;
    return new Promise((resolve) => {
      const asked = request(
        {
          host: "127.0.0.1",
          port: this.#ports.get(name),
          path,
          ...(inside === undefined ? {} : { headers: { "x-inside": inside } }),
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk: string) => {
            text += chunk;
          });
          response.on("end", () => resolve(text ? JSON.parse(text) : undefined));
        },
      );
      asked.on("error", () => resolve(undefined));
      asked.end();
    });
  }
}
