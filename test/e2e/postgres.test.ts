/** The databases of a stack with a real PostgreSQL: schema, seed, copies that follow, a failover, and a day of clients. */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import { stackPrograms } from "../../src/cli/stack-programs.ts";
import { finish, type Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { freePorts } from "../../src/real/keeper.ts";
import { fileOf } from "../../src/real/program.ts";
import { type Design, design } from "../../src/sim/index.ts";
import { composeFiles, expectedFile, trialOf } from "../../src/stack/index.ts";
import { play } from "../helpers/command-line.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { dataIn, onLoopback, postgresPrograms, runBeside, startBeside } from "../helpers/postgres.ts";

const at = (number: number) => levels.find((level) => level.number === number) as Level;

/** A stack's files in a folder, its parts on loopback, and who starts them. */
async function stackIn(level: Level, made: Design, seconds: number) {
  const folder = mkdtempSync(join(tmpdir(), "ztm-postgres-"));
  const running = new Map<string, ChildProcess>();
  onTestFinished(async () => {
    for (const child of running.values()) child.kill("SIGKILL");
    await pause(200);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  const trial = trialOf(level, made, 11, seconds);
  const names = [...trial.stack.processes.map(({ name }) => name), "load"];
  const stores = trial.stack.processes.filter(({ program }) => program === "store").map(({ name }) => name);
  const free = await freePorts(names.length + stores.length);
  const ports = new Map(names.map((name, n) => [name, free[n] as number]));
  const sqlPorts = new Map(stores.map((name, n) => [name, free[names.length + n] as number]));
  const files = composeFiles(trial, stackPrograms());
  const here = Object.fromEntries(names.map((name) => [name, `127.0.0.1:${ports.get(name)}`]));
  files["plan.json"] = JSON.stringify({ ...trial.stack.plan, at: here });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const start = async (name: string, program: string, args: readonly string[], port: number, env = {}) => {
    running.set(name, await startBeside(folder, program, args, port, env));
  };
  const kill = async (name: string) => {
    const child = running.get(name);
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGKILL");
    await ended;
  };

  /** The primary's, as the image of PostgreSQL fills it: every file of sql/ in order of name. */
  const startPrimary = async (name: string) => {
    const data = dataIn(folder, `${name}-data`);
    runBeside(folder, "initdb", ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"]);
    runBeside(folder, "sh", ["sql/3-copies.sh"], { PGDATA: data });
    const port = sqlPorts.get(name) as number;
    const follow = ["-c", "wal_level=replica", "-c", "max_wal_senders=32"];
    await start(`${name}-postgres`, "postgres", ["-D", data, ...follow, ...onLoopback(port)], port);
    for (const file of ["sql/1-schema.sql", "sql/2-seed.sql"])
      runBeside(folder, "psql", [
        ...["-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-f", file],
      ]);
  };

  /** A copy's, by the command that its container has. */
  const startCopy = async (name: string, primary: string) => {
    const [data, port, from] = [
      dataIn(folder, `${name}-data`),
      sqlPorts.get(name) as number,
      sqlPorts.get(primary),
    ];
    const text = /- ("rm -rf .*")/.exec(files["compose.yml"] ?? "")?.[1] ?? "";
    const command = (JSON.parse(text) as string)
      .replaceAll("/tmp/data", data)
      .replace(`-h ${primary}-postgres`, `-h 127.0.0.1 -p ${from}`);
    await start(`${name}-postgres`, "sh", ["-c", `${command} ${onLoopback(port).join(" ")}`], port);
  };

  const startProgram = (name: string, program: string, ...more: string[]) =>
    start(
      name,
      process.execPath,
      [join(folder, `${program}.mjs`), name, ...more],
      ports.get(name) as number,
      {
        ...(sqlPorts.has(name) && { POSTGRES: `127.0.0.1:${sqlPorts.get(name)}` }),
      },
    );

  const get = async (name: string, path: string) => {
    const answer = await fetch(`http://127.0.0.1:${ports.get(name)}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  return { folder, files, trial, ports, sqlPorts, start, kill, startPrimary, startCopy, startProgram, get };
}

/** Waits until something is so. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look++) {
    if (await holds().catch(() => false)) return;
    await pause(50);
  }
  expect.unreachable("it has not come to be");
}

const postgres = onlyWhen(postgresPrograms() !== undefined, "goes without PostgreSQL's server");

postgres(
  "stores keep what is written in PostgreSQL, copies follow, and go on behind a copy that is promoted",
  async () => {
    const copied = design("dns · lb 1 · web 2×8 · db 4 + 2×4 zones=AB");
    const stack = await stackIn(at(5), copied, 12);
    const { get, startPrimary, startCopy, startProgram, kill, sqlPorts, folder } = stack;
    await startPrimary("db");
    for (const copy of ["replica1", "replica2"]) await startCopy(copy, "db");
    for (const name of ["db", "replica1", "replica2"]) await startProgram(name, "store");
    const [kind] = Object.keys(stack.trial.stack.plan.kinds);
    const read = async (name: string, key: number) => {
      const { status, text } = await get(name, `/read/${kind}/${key}`);
      return status === 200 ? (JSON.parse(text) as { at: number }).at : Number.NaN;
    };
    const write = async (name: string, key: number) =>
      Number((await get(name, `/write/${kind}/${key}`)).text);
    for (const name of ["db", "replica1", "replica2"]) await until(async () => (await read(name, 7)) === 0);

    const first = await write("db", 7);
    expect(first).toBeGreaterThan(1e12);
    for (const name of ["replica1", "replica2"]) await until(async () => (await read(name, 7)) === first);
    const count = ["-h", "127.0.0.1", "-p", String(sqlPorts.get("replica2")), "-U", "postgres", "-tAc"];
    const rows = runBeside(folder, "psql", [...count, "SELECT count(*) FROM objects"]);
    expect(Number(rows)).toBe(stack.trial.stack.plan.data.objects + 1);

    await kill("db-postgres");
    await kill("db");
    expect((await get("replica1", "/promote")).status).toBe(200);
    expect((await get("replica2", `/follow/127.0.0.1:${sqlPorts.get("replica1")}`)).status).toBe(200);
    let second = Number.NaN;
    await until(async () => {
      second = await write("replica1", 8);
      return second > first;
    });
    // What its store was told is left out: another one beside the same database knows what that says alone.
    const says = () => runBeside(folder, "psql", [...count, "SELECT changed_ms FROM objects WHERE id = 8"]);
    await until(async () => Number(says()) === second);
  },
);

const servers = ["haproxy"].filter((name) => fileOf(name) === undefined);
const day = onlyWhen(
  postgresPrograms() !== undefined && servers.length === 0,
  "goes without PostgreSQL or HAProxy",
);

day("a short day before PostgreSQL is answered, and play check sets it beside what is expected", async () => {
  const calm = { ...at(4), scenario: { ...at(4).scenario, events: [] } };
  const stack = await stackIn(calm, at(4).lesson, 12);
  const { folder, files, trial, ports, startPrimary, startProgram, start } = stack;
  await startPrimary("db");
  await startProgram("db", "store");
  for (const { name, program } of trial.stack.processes)
    if (program === "web") await startProgram(name, "web");
  const config = (files["haproxy.cfg"] ?? "")
    .replace("bind *:8080", `bind 127.0.0.1:${ports.get("lb1")}`)
    .replace(
      /^( +server (\S+)) \S+/gm,
      (_, line: string, name: string) => `${line} 127.0.0.1:${ports.get(name)}`,
    );
  writeFileSync(join(folder, "here.cfg"), config);
  await start("lb1", fileOf("haproxy") as string, ["-db", "-f", "here.cfg"], ports.get("lb1") as number);
  const results = join(folder, "results.json");
  writeFileSync(join(folder, "expected.json"), JSON.stringify(expectedFile(trial, finish(trial.predict()))));
  await startProgram("load", "load", "--out", results);
  for (let sec = 0; sec < 40 && !existsSync(results); sec++) await pause(1_000);
  const { code, out } = await play("check", results);
  expect([0, 1]).toContain(code);
  expect(out).toMatch(/availability +100 % .* (?:99\.\d+|100) % +holds/);
  expect(out).toMatch(/^p95 +\d+ ms +± .* ms/m);
});
