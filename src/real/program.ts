/** Servers that people run: where they stand, and whether they are new enough. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { answers, freePorts, type Keeper, type Started } from "./keeper.ts";
import { RealProblem } from "./problem.ts";

export interface RealProgram {
  readonly name: string;
  /** The package that has it, by system. */
  readonly packages: Readonly<Record<string, string>>;
  /** How it tells its version, and the oldest that will do. */
  readonly asks: string;
  readonly least: string;
}

export interface Located {
  readonly name: string;
  readonly file: string;
  readonly version: string;
}

/** Where servers stand that are on nobody's path. */
const besides = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];
/** A port may be taken between our look and the server's: so often another one is tried. */
const tries = 3;

/** The file of a program; undefined where it is not installed. */
export function fileOf(name: string, path = process.env.PATH ?? ""): string | undefined {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  const folders = [...path.split(delimiter).filter(Boolean), ...besides];
  return folders.map((folder) => join(folder, file)).find((each) => existsSync(each));
}

/** The first of some programs that is installed. Throws what is missing, or too old. */
export async function locate(programs: readonly RealProgram[], path?: string): Promise<Located> {
  for (const { name, asks, least } of programs) {
    const file = fileOf(name, path);
    if (file === undefined) continue;
    const version = versionIn(await said(file, asks));
    if (version === undefined) throw new RealProblem({ code: "mute", program: name, asks });
    if (isOlder(version, least)) throw new RealProblem({ code: "old", program: name, version, least });
    return { name, file, version };
  }
  const [first] = programs as readonly [RealProgram];
  const program = programs.map(({ name }) => name).join("/");
  throw new RealProblem({ code: "missing", program, packages: first.packages });
}

function said(file: string, asks: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(file, [asks], { windowsHide: true }, (_, out, err) => resolve(`${out} ${err}`));
  });
}

/** The first number with points in what a program says of itself: "nginx version: nginx/1.22.1". */
export function versionIn(text: string): string | undefined {
  return /\d+(?:\.\d+)+/.exec(text)?.[0];
}

/** Whether a version comes before another; what is not said counts as 0. */
export function isOlder(version: string, than: string): boolean {
  const [have, need] = [version, than].map((each) => each.split(".").map(Number)) as [number[], number[]];
  const at = need.findIndex((part, n) => part !== (have[n] ?? 0));
  return at >= 0 && (have[at] ?? 0) < need[at]!;
}

/** Starts a server on ports that are free; where somebody else was quicker, on others. */
export async function startOnPorts(
  keeper: Keeper,
  { file, name }: Located,
  count: number,
  args: (ports: readonly number[]) => readonly string[],
  find?: typeof freePorts,
): Promise<{ readonly ports: readonly number[]; readonly started: Started }> {
  const start = async (ports: readonly number[]) => ({
    ports,
    started: await keeper.start(file, args(ports), ports[0]!, name),
  });
  return onFreePorts(name, count, start, find);
}

/** Starts what wants so many ports on some that are free; where somebody else was quicker, on others. */
export async function onFreePorts<T>(
  name: string,
  count: number,
  start: (ports: readonly number[]) => Promise<T>,
  find = freePorts,
): Promise<T> {
  let taken = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const ports = await find(count);
    // A server that fails to get its port would seem to answer there.
    const answering = await Promise.all(ports.map(answers));
    taken = ports[Math.max(0, answering.indexOf(true))]!;
    if (answering.includes(true)) continue;
    try {
      return await start(ports);
    } catch (problem) {
      if (!isTaken(problem)) throw problem;
    }
  }
  throw new RealProblem({ code: "taken", program: name, port: taken });
}

/** Whether a server ended since somebody else has its port. */
function isTaken(problem: unknown): boolean {
  if (!(problem instanceof RealProblem)) return false;
  const { trouble } = problem;
  return trouble.code === "died" && /in use|bind/i.test(trouble.said);
}
