/** A PostgreSQL of a test's own: in a temporary folder, as an ordinary user, on loopback, gone afterwards. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers } from "../../src/real/keeper.ts";
import { fileOf } from "../../src/real/program.ts";

/** The folder of its programs; undefined where it is not installed, or not whole. */
export function postgresPrograms(): string | undefined {
  const found = fileOf("postgres");
  const folder = found && dirname(realpathSync(found));
  const needs = ["postgres", "initdb", "pg_basebackup", "psql"];
  return folder && needs.every((name) => existsSync(join(folder, name))) ? folder : undefined;
}

/** It does not run as root: nobody in particular then. */
const nobody = 65_534;
const who = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** A place for its data, in a folder of the test's. */
export function dataIn(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  if ("uid" in who) {
    chownSync(path, nobody, nobody);
    chmodSync(folder, 0o777);
  }
  return path;
}

/** Runs a command with its programs at hand; throws what it says when it fails. */
export function runBeside(folder: string, program: string, args: readonly string[], env = {}): string {
  const PATH = `${postgresPrograms()}${delimiter}${process.env.PATH}`;
  const options = { encoding: "utf8", cwd: folder, env: { ...process.env, PATH, ...env }, ...who } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Starts something that listens at a port, with its programs at hand, and waits until it does. */
export async function startBeside(
  folder: string,
  program: string,
  args: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const PATH = `${postgresPrograms()}${delimiter}${process.env.PATH}`;
  const child = spawn(program, args, {
    stdio: "pipe",
    cwd: folder,
    env: { ...process.env, PATH, ...env },
    ...who,
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  child.stdout.resume();
  for (let look = 0; look < 300; look++) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    if (await answers(port)) return child;
    await pause(100);
  }
  child.kill("SIGKILL");
  throw new Error(`${program} does not answer at ${port}: ${said}`);
}

/** Options that keep it on loopback, without a socket in a folder of the system's. */
export const onLoopback = (port: number) => [
  ...["-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
  ...["-c", "fsync=off"],
];
