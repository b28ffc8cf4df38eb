/**
 * Does a test notice? Breaks the rules of play, the words' logic and the judging parts of the simulator in one place
 * at a time and runs the tests that come by there.
 *
 *   npm run mutate                          a fair sample of 400 (seed 1)
 *   npm run mutate -- --sample 100 --seed 7 another one
 *   npm run mutate -- --all                 every mutant: hours
 *   npm run mutate -- --only src/game/shop  files whose path begins so
 *
 * Left out are the tests that search or play for long (e2e, deep, proofs, the real terminal): what only they notice
 * counts as not noticed. A mutant that no test comes by survives. Exit code 1 below the promised share.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVitest, type TestSpecification, type Vitest } from "vitest/node";
import { hash32 } from "../src/sim/chance/random.ts";
import { type Instrumented, instrument, type Mutant } from "./mutate/instrument.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What is broken: where something is judged, chosen, explained or shown. */
const SCOPE = ["src/game", "src/present", "src/sim/report", "src/sim/tiers/operations/fog.ts"];
/** Tests too long to be run for each mutant. */
const SLOW = [
  "test/e2e/**",
  "test/deep/**",
  "test/levels/proofs-*",
  "test/ui/terminal/**",
  "test/walls.test.ts",
];
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

async function vitestWith(made: ReadonlyMap<string, Instrumented>): Promise<Vitest> {
  return createVitest(
    "test",
    {
      root: ROOT,
      config: false,
      watch: false,
      include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
      exclude: [...SLOW, "node_modules/**"],
      setupFiles: ["test/helpers/fixed-seed.ts", "scripts/mutate/setup.ts"],
      env: { NODE_ENV: "production" },
      testTimeout: 20_000,
      bail: 1,
      reporters: [{}],
    },
    {
      plugins: [
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

/** Runs everything once and learns which test comes by which mutant. */
async function meet(vitest: Vitest, specs: readonly TestSpecification[]): Promise<Met[]> {
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  try {
    vitest.provide("mutant", -1);
    vitest.provide("meetings", folder);
    const { unhandledErrors, testModules } = await vitest.runTestSpecifications([...specs], true);
    const failed = testModules.filter((module) => !module.ok());
    const reasons = failed.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allTests("failed")].flatMap((test) => test.result().errors ?? []),
    ]);
    if (failed.length > 0 || unhandledErrors.length > 0)
      throw new Error(
        `tests fail with nothing broken: ${failed.map(({ moduleId }) => relative(ROOT, moduleId)).join(", ")}\n${reasons.map(({ message }) => message.slice(0, 300)).join("\n")}`,
      );
    const modules = new Map(testModules.map((module) => [module.id, module]));
    return specs.map((spec) => {
      const module = modules.get(spec.taskId);
      const durationsMs = new Map<string, number>();
      if (module !== undefined) {
        const { collectDuration, setupDuration, prepareDuration } = module.diagnostic();
        durationsMs.set("*", collectDuration + setupDuration + prepareDuration);
        for (const test of module.children.allTests())
          durationsMs.set(test.id, test.diagnostic()?.duration ?? 0);
      }
      const byTest: Record<string, number[]> = {};
      try {
        Object.assign(byTest, JSON.parse(readFileSync(join(folder, `${spec.taskId}.json`), "utf8")));
      } catch {
        // No test of the file ran: nothing was met.
      }
      return {
        spec,
        durationsMs,
        byTest: new Map(Object.entries(byTest).map(([id, met]) => [id, new Set(met)])),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of a file that come by a mutant, `undefined` for all of them, and how long they take. */
function passersBy({ spec, byTest, durationsMs }: Met, id: number) {
  const loads = byTest.get("*")?.has(id) === true;
  const ids = [...byTest].flatMap(([test, mutants]) => (test !== "*" && mutants.has(id) ? [test] : []));
  if (!loads && ids.length === 0) return [];
  const counted = loads ? [...durationsMs.keys()] : ["*", ...ids];
  const ms = counted.reduce((sum, test) => sum + (durationsMs.get(test) ?? 0), 0);
  return [{ spec, ids: loads ? undefined : ids, ms }];
}

/** How many files are tried together: the quickest alone, since it mostly suffices, then ever more. */
const ROUNDS = [1, 2, 4, Number.POSITIVE_INFINITY];

/** Whether some test that comes by the mutant fails with it. The quickest are tried first. */
async function isKilled(vitest: Vitest, met: readonly Met[], { id }: Mutant): Promise<boolean> {
  const coming = met.flatMap((one) => passersBy(one, id)).sort((a, b) => a.ms - b.ms);
  vitest.provide("mutant", id);
  vitest.provide("meetings", "");
  for (const count of ROUNDS) {
    const specs = coming.splice(0, count).map(({ spec, ids }) => Object.assign(spec, { testIds: ids }));
    if (specs.length === 0) return false;
    vitest.state.errorsSet.clear();
    const { unhandledErrors, testModules } = await vitest.runTestSpecifications(specs, false);
    if (unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) return true;
  }
  return false;
}

/** So many of them, the same for the same seed. */
function sampleOf(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  return [...mutants]
    .sort((a, b) => hash32(seed, a.id, 0) - hash32(seed, b.id, 0))
    .slice(0, count)
    .sort((a, b) => a.id - b.id);
}

// Golden files are compared, never written.
process.env.CI = "1";
const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    all: { type: "boolean", default: false },
    only: { type: "string", default: "" },
  },
});
const made = sources(values.only);
const mutants = [...made.values()].flatMap((file) => file.mutants);
const chosen = values.all ? mutants : sampleOf(mutants, Number(values.sample), Number(values.seed));
const vitest = await vitestWith(made);
const specs = await vitest.globTestSpecifications();
console.log(
  `${mutants.length} mutants in ${made.size} files, ${chosen.length} of them tried with ${specs.length} test files`,
);
const met = await meet(vitest, specs);
let killed = 0;
const began = performance.now();
for (const [index, mutant] of chosen.entries()) {
  const noticed = await isKilled(vitest, met, mutant);
  killed += Number(noticed);
  const { path, line, was, becomes } = mutant;
  const short = (text: string) => text.replace(/\s+/g, " ").slice(0, 60);
  if (!noticed) console.log(`survives  ${path}:${line}  ${short(was)}  →  ${short(becomes)}`);
  if ((index + 1) % 50 === 0)
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
