/**
 * Does a test notice? Breaks the rules of play, the words' logic and the judging parts of the simulator in one place
 * at a time and runs the tests that come by there.
 *
 *   npm run mutate                          a fair sample of 400 (seed 1)
 *   npm run mutate -- --sample 100 --seed 7 another one
 *   npm run mutate -- --all                 every mutant: hours
 *   npm run mutate -- --only src/game/shop  files whose path begins so
 *   npm run mutate -- --tests test/game/*   no other tests than these: quicker, and notices no more than all of them
 *
 * At first it learns which test comes by which mutant, and keeps that until a source or the test changes. Then each
 * mutant meets its quickest tests, for so long; what only others would notice counts as not noticed, and so does what
 * no test comes by. Tests that fail with nothing broken are named and left out. Exit code 1 below the promised share.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVitest, type TestSpecification, type Vitest } from "vitest/node";
import { hash32 } from "../src/sim/chance/random.ts";
import { deps, oneWayToCount, sharesProcess } from "../vitest.config.ts";
import { type Instrumented, instrument, type Mutant } from "./mutate/instrument.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What is broken: where something is judged, chosen, explained or shown. */
const SCOPE = ["src/game", "src/present", "src/sim/report", "src/sim/tiers/operations/fog.ts"];
/** The tests that come by what is broken. The simulator's parts, files, threads and whole games have others. */
const TRIED = [
  "test/{cli,game,levels,present,ui,words}/**/*.test.{ts,tsx}",
  "test/sim/{kinds,notation,stated-figures,trace}.test.ts",
  "test/sim/tiers/tools.test.ts",
];
const LEFT_OUT = ["test/levels/proofs-*", "test/ui/terminal/**"];
/** The tests that take less are tried first, then those that take less than the second; others where nothing else comes by. */
const PASSES_MS = [0, 1_000, 5_000];
/** Tests are tried together until they take so long, then ever more of them. */
const ROUNDS_MS = [2_000, 5_000];
/** So long at most is a mutant tried: what other tests alone would notice counts as not noticed. */
const TRIED_MS = 30_000;
/** A mutant whose tests take so long does not end, which is noticed. */
const ENDLESS_MS = 300_000;
/** Which test comes by which mutant, by what its files say: learned once. */
const KNOWN = join(ROOT, "node_modules/.cache/mutants");
const PROMISED = 0.85;

interface Met {
  readonly spec: TestSpecification;
  /** By test id, how long it takes; "*" for loading the file. */
  readonly durationsMs: ReadonlyMap<string, number>;
  /** By test id, the mutants it met; "*" while the file loaded. */
  readonly byTest: ReadonlyMap<string, ReadonlySet<number>>;
}

function sources(only: string): Map<string, Instrumented> {
  const files = SCOPE.flatMap((scope) =>
    scope.endsWith(".ts")
      ? [scope]
      : readdirSync(join(ROOT, scope), { recursive: true, withFileTypes: true })
          .filter(
            (entry) =>
              entry.isFile() && /\.ts$/.test(entry.name) && !/(?:^|-)(?:en|population)\.ts$/.test(entry.name),
          )
          .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  ).sort();
  const result = new Map<string, Instrumented>();
  let nextId = 0;
  for (const path of files) {
    const made = instrument(path, readFileSync(join(ROOT, path), "utf8"), nextId);
    nextId += made.mutants.length;
    if (path.startsWith(only)) result.set(path, made);
  }
  return result;
}

async function vitestWith(
  made: ReadonlyMap<string, Instrumented>,
  include: readonly string[],
): Promise<Vitest> {
  return createVitest(
    "test",
    {
      root: ROOT,
      config: false,
      watch: false,
      cache: false,
      include: [...include],
      exclude: LEFT_OUT,
      setupFiles: ["test/helpers/fixed-seed.ts", "scripts/mutate/setup.ts"],
      env: { NODE_ENV: "production" },
      testTimeout: 60_000,
      hookTimeout: 60_000,
      pool: "threads",
      maxWorkers: 1,
      reporters: [{}],
      server: { deps },
    },
    {
      plugins: [
        oneWayToCount,
        {
          name: "mutants",
          enforce: "pre",
          load(id: string) {
            const path = relative(ROOT, id.split("?")[0] ?? id).replaceAll("\\", "/");
            return made.get(path)?.code ?? null;
          },
        },
      ],
    },
  );
}

function pathOf({ moduleId }: TestSpecification): string {
  return relative(ROOT, moduleId).replaceAll("\\", "/");
}

/** A name for what a test file and all that it may load say now. */
function keysOf(specs: readonly TestSpecification[]): string[] {
  const all = createHash("sha256");
  for (const folder of ["src", "test/helpers", "scripts/mutate"])
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) all.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  const shared = all.digest("hex");
  return specs.map(({ moduleId }) =>
    createHash("sha256").update(shared).update(moduleId).update(readFileSync(moduleId)).digest("hex"),
  );
}

/** Learns which test comes by which mutant: runs once what has changed since it was last learned. */
async function meet(vitest: Vitest, specs: readonly TestSpecification[]): Promise<Met[]> {
  mkdirSync(KNOWN, { recursive: true });
  const keys = keysOf(specs);
  const files = keys.map((key) => join(KNOWN, `${key}.json`));
  for (const name of readdirSync(KNOWN)) if (!files.includes(join(KNOWN, name))) rmSync(join(KNOWN, name));
  const news = specs.filter((_, i) => !existsSync(files[i] as string));
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  vitest.provide("mutant", -1);
  vitest.provide("meetings", folder);
  // A file at a time, so that what was learned before a break is kept.
  for (const spec of news) {
    const { testModules } = await vitest.runTestSpecifications([spec], false);
    const [module] = testModules;
    const meetings = join(folder, `${spec.taskId}.json`);
    // Where no test of a file ran, nothing was met.
    if (module === undefined || !existsSync(meetings)) continue;
    for (const test of module.children.allTests("failed"))
      console.log(`fails with nothing broken, left out: ${pathOf(spec)} "${test.fullName}"`);
    const { collectDuration, setupDuration } = module.diagnostic();
    const durationsMs = [...module.children.allTests("passed")].map((test) => [
      test.id,
      test.diagnostic()?.duration ?? 0,
    ]);
    writeFileSync(
      files[specs.indexOf(spec)] as string,
      JSON.stringify({
        durationsMs: [["*", collectDuration + setupDuration], ...durationsMs],
        byTest: Object.entries(JSON.parse(readFileSync(meetings, "utf8"))),
      }),
    );
  }
  rmSync(folder, { recursive: true, force: true });
  return specs.flatMap((spec, i) => {
    const file = files[i] as string;
    if (!existsSync(file)) return [];
    const { durationsMs, byTest } = JSON.parse(readFileSync(file, "utf8")) as {
      durationsMs: [string, number][];
      byTest: [string, number[]][];
    };
    return [
      {
        spec,
        durationsMs: new Map(durationsMs),
        byTest: new Map(byTest.map(([test, ids]) => [test, new Set(ids)])),
      },
    ];
  });
}

interface Passers {
  readonly spec: TestSpecification;
  /** Ids of tests; how long they take together, with loading their file. */
  readonly ids: readonly string[];
  readonly ms: number;
  readonly shares: boolean;
}

/** The tests of a file that come by a mutant. While the file loads, all of them do. */
function passersBy({ spec, byTest, durationsMs }: Met, id: number, fromMs: number, toMs: number): Passers[] {
  const loads = byTest.get("*")?.has(id) === true;
  const ids = [...durationsMs].flatMap(([test, ms]) =>
    test !== "*" && ms >= fromMs && ms < toMs && (loads || byTest.get(test)?.has(id) === true) ? [test] : [],
  );
  const ms = ids.reduce((sum, test) => sum + (durationsMs.get(test) ?? 0), 0);
  const shares = sharesProcess.test(pathOf(spec));
  return ids.length === 0 ? [] : [{ spec, ids, ms: ms + (durationsMs.get("*") ?? 0), shares }];
}

/** The tests to try in the order in which to try them: what shares its process together, the quickest first. */
function roundsOf(met: readonly Met[], id: number): Passers[][] {
  const passes = PASSES_MS.map((fromMs, at) =>
    met
      .flatMap((one) => passersBy(one, id, fromMs, PASSES_MS[at + 1] ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => Number(b.shares) - Number(a.shares) || a.ms - b.ms),
  );
  const slowest = passes.pop() ?? [];
  const coming = passes.flat().length > 0 ? passes.flat() : slowest;
  const rounds: Passers[][] = [];
  let takenMs = 0;
  let allMs = 0;
  for (const one of coming) {
    allMs += one.ms;
    if (allMs > TRIED_MS && rounds.length > 0) break;
    const last = rounds.at(-1);
    const lastMs = ROUNDS_MS[rounds.length - 1] ?? Number.POSITIVE_INFINITY;
    const fits = takenMs + one.ms <= lastMs && last?.some(({ spec }) => spec === one.spec) === false;
    if (last !== undefined && fits && last[0]?.shares === one.shares) last.push(one);
    else {
      rounds.push([one]);
      takenMs = 0;
    }
    takenMs += one.ms;
  }
  return rounds;
}

/** Whether some test that comes by the mutant fails with it. */
async function isKilled(vitest: Vitest, met: readonly Met[], { id }: Mutant): Promise<boolean> {
  vitest.provide("mutant", id);
  vitest.provide("meetings", "");
  for (const round of roundsOf(met, id)) {
    for (const { config } of vitest.projects)
      Object.assign(config, { isolate: round[0]?.shares !== true, bail: 1 });
    // Vitest remembers what failed in earlier runs.
    vitest.state.filesMap.clear();
    vitest.state.idMap.clear();
    let isEndless = false;
    const watch = setTimeout(() => {
      isEndless = true;
      // The second time it no longer waits for the worker.
      for (let time = 0; time < 2; time += 1) void vitest.cancelCurrentRun("test-failure");
    }, ENDLESS_MS);
    const { unhandledErrors, testModules } = await vitest.runTestSpecifications(
      round.map(({ spec, ids }) => Object.assign(spec, { testIds: [...ids] })),
      false,
    );
    clearTimeout(watch);
    if (isEndless || unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) return true;
  }
  return false;
}

/** So many of them by lot, the same for the same seed: what has been tried so far is a fair sample too. */
function sampleOf(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  return [...mutants].sort((a, b) => hash32(seed, a.id, 0) - hash32(seed, b.id, 0)).slice(0, count);
}

// Golden files are compared, never written.
process.env.CI = "1";
const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    all: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    tests: { type: "string", multiple: true, default: TRIED },
  },
});
const made = sources(values.only);
const mutants = [...made.values()].flatMap((file) => file.mutants);
const chosen = values.all ? mutants : sampleOf(mutants, Number(values.sample), Number(values.seed));
const vitest = await vitestWith(made, values.tests);
const specs = await vitest.globTestSpecifications();
console.log(
  `${mutants.length} mutants in ${made.size} files, ${chosen.length} of them tried with ${specs.length} test files`,
);
const met = await meet(vitest, specs);
console.log(`every test met its mutants in ${(performance.now() / 1_000).toFixed(0)} s`);
let killed = 0;
const began = performance.now();
for (const [index, mutant] of chosen.entries()) {
  const noticed = await isKilled(vitest, met, mutant);
  killed += Number(noticed);
  const { path, line, was, becomes } = mutant;
  const short = (text: string) => text.replace(/\s+/g, " ").slice(0, 60);
  if (!noticed) console.log(`survives  ${path}:${line}  ${short(was)}  →  ${short(becomes)}`);
  if ((index + 1) % 10 === 0)
    console.log(
      `${index + 1} tried, ${killed} killed, ${((performance.now() - began) / 1_000).toFixed(0)} s`,
    );
}
const share = chosen.length === 0 ? 1 : killed / chosen.length;
const spread = 1.96 * Math.sqrt((share * (1 - share)) / Math.max(1, chosen.length));
console.log(
  `${killed} of ${chosen.length} killed: ${(100 * share).toFixed(1)} %${values.all ? "" : ` ± ${(100 * spread).toFixed(1)}`}; promised ${100 * PROMISED} %`,
);
await vitest.close();
process.exit(share >= PROMISED ? 0 : 1);
