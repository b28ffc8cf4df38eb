/**
 * A process that keeps every module compiled and runs tests with one mutant on, over and over. Each mutant finds all
 * modules of the project as if they were loaded for the first time.
 */
import { join } from "node:path";
import { type File, startTests, type Task, type Test } from "@vitest/runner";
import { getTests, hasFailed } from "@vitest/runner/utils";
import "../../test/helpers/fixed-seed.ts";
import { sources } from "./instrument.ts";
import { Modules } from "./modules.ts";

/** Tests of a file; all of them where none are named. */
export interface Chosen {
  readonly file: string;
  readonly ids?: readonly string[];
}

export interface Order {
  /** The mutant to switch on; −1 for none. */
  readonly mutant: number;
  /** The files in which to run tests, until one fails. */
  readonly tests: readonly Chosen[];
  readonly cpuMaxMs: number;
  /** Whether to tell which mutants each test meets. */
  readonly learns: boolean;
}

/** What became of an order. */
export interface Told {
  /** The first test that failed; a file alone where it could not be loaded. */
  readonly failed:
    | { readonly file: string; readonly ids: readonly string[]; readonly why: string }
    | undefined;
  readonly cpuMs: number;
  /** Of the last file run with `learns`: by test id, the CPU time it takes; "*" for loading the file. */
  readonly durationsMs: readonly (readonly [string, number])[];
  /** By test id, the mutants it met; "*" while no test ran. */
  readonly met: readonly (readonly [string, readonly number[]])[];
}

/** A mutant that never ends is as good as noticed: so many looks at switches are more than any test needs. */
const LOOKS_MAX = 300_000_000;

const root = process.cwd();
const config = {
  root,
  setupFiles: [],
  name: undefined,
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { seed: 1, hooks: "stack", setupFiles: "list" },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
  experimental: { importDurations: { limit: 0 } },
  expect: {},
  snapshotOptions: { updateSnapshot: "none" as const, expand: false },
};
// The door by which Vitest's own parts ask for their surroundings.
const surroundings = {
  config,
  ctx: { pool: "threads" },
  environment: { name: "node" },
  rpc: { snapshotSaved: async () => undefined, resolveSnapshotPath: async (file: string) => `${file}.snap` },
  onCleanup: () => undefined,
  filepath: "",
};
Object.assign(globalThis, { __vitest_worker__: surroundings });
const { TestRunner } = await import("vitest");
const { VitestSnapshotEnvironment } = await import("vitest/runtime");
Object.assign(config.snapshotOptions, { snapshotEnvironment: new VitestSnapshotEnvironment() });

const made = sources();
const modules = new Modules((file) => made.get(file)?.code);
let active = -1;
let looks = 0;
const met = new Uint8Array([...made.values()].reduce((sum, { mutants }) => sum + mutants.length, 0));
let learns = false;
Object.assign(globalThis, {
  $mutant: (id: number) => {
    if (learns) met[id] = 1;
    looks += 1;
    if (looks > LOOKS_MAX) throw new Error("this mutant does not end");
    return id === active;
  },
});

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

function takeMet(): number[] {
  const ids = [...met.keys()].filter((id) => met[id] === 1);
  met.fill(0);
  return ids;
}

/** Something failed where no test waited for it. */
let stray: unknown;
for (const event of ["uncaughtException", "unhandledRejection"])
  process.on(event, (error) => (stray ??= error));
process.exit = () => {
  throw new Error("a test ends the process");
};

class Runner extends TestRunner {
  readonly durationsMs: [string, number][] = [];
  readonly met = new Map<string, number[]>();
  readonly #ids: ReadonlySet<string> | undefined;
  readonly #endMs: number;
  #beganMs = cpuMs();
  #isOver = false;

  constructor(ids: readonly string[] | undefined, endMs: number) {
    super(config as never);
    this.#ids = ids && new Set(ids);
    this.#endMs = endMs;
  }

  override trace = (_: string, attributes: unknown, run?: () => unknown) =>
    (run ?? (attributes as () => unknown))() as never;

  override importFile(file: string) {
    return modules.load(file);
  }

  onCollected(files: File[]) {
    if (this.#ids === undefined) return;
    for (const file of files) leaveOut(file, this.#ids);
  }

  override async onBeforeRunTask(test: Test) {
    if (this.#isOver || cpuMs() > this.#endMs) test.mode = "skip";
    await super.onBeforeRunTask(test);
    if (learns) this.met.set("*", [...(this.met.get("*") ?? []), ...takeMet()]);
    looks = 0;
    this.#beganMs = cpuMs();
  }

  override onAfterRunTask(test: Test) {
    super.onAfterRunTask(test);
    if (test.result?.state === "fail" && !learns) this.#isOver = true;
    if (test.result?.state === "pass") this.durationsMs.push([test.id, cpuMs() - this.#beganMs]);
    if (learns) this.met.set(test.id, takeMet());
  }
}

/** Skips what is not chosen, and with it the preparations of a group of which nothing is chosen. */
function leaveOut(task: Task, ids: ReadonlySet<string>): boolean {
  const stays =
    task.type === "test" ? ids.has(task.id) : task.tasks.filter((one) => leaveOut(one, ids)).length > 0;
  if (!stays) task.mode = "skip";
  return stays && task.mode !== "skip";
}

async function run({ mutant, tests, cpuMaxMs, ...order }: Order): Promise<Told> {
  modules.forget();
  stray = undefined;
  active = mutant;
  learns = order.learns;
  looks = 0;
  met.fill(0);
  const beganMs = cpuMs();
  let runner: Runner | undefined;
  for (const { file, ids } of tests) {
    if (cpuMs() - beganMs > cpuMaxMs) break;
    const filepath = join(root, file);
    surroundings.filepath = filepath;
    runner = new Runner(ids, beganMs + cpuMaxMs);
    const fileBeganMs = cpuMs();
    const [ran] = await startTests([{ filepath }], runner);
    const inTestsMs = runner.durationsMs.reduce((sum, [, ms]) => sum + ms, 0);
    runner.durationsMs.push(["*", cpuMs() - fileBeganMs - inTestsMs]);
    const failing = ran === undefined ? [] : getTests(ran).filter(({ result }) => result?.state === "fail");
    if (stray !== undefined || ran === undefined || hasFailed(ran)) {
      const [error] = [failing[0], ran].flatMap((task) => task?.result?.errors ?? []);
      const why = `${failing[0]?.name ?? ""}: ${stray ?? error?.message}`;
      const failed = { file, ids: failing.map(({ id }) => id), why };
      return { failed, cpuMs: cpuMs() - beganMs, durationsMs: runner.durationsMs, met: [...runner.met] };
    }
  }
  return {
    failed: undefined,
    cpuMs: cpuMs() - beganMs,
    durationsMs: runner?.durationsMs ?? [],
    met: [...(runner?.met ?? [])],
  };
}

process.on("message", (order: Order) => {
  run(order).then(
    (told) => process.send?.(told),
    (error) => {
      console.error(error);
      process.kill(process.pid);
    },
  );
});
process.send?.("ready");
