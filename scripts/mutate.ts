/**
 * Does a test notice? Breaks the rules of play, the words' logic and the judging parts of the simulator in one place
 * at a time and runs the tests that come by there.
 *
 *   npm run mutate                          a fair sample of 400 (seed 1)
 *   npm run mutate -- --sample 100 --seed 7 another one
 *   npm run mutate -- --all                 every mutant: hours
 *   npm run mutate -- --only src/game/shop  files whose path begins so
 *   npm run mutate -- --tests present/      no other tests than these: quicker, and notices no more than all of them
 *   npm run mutate -- --minutes 4           stops after so long; the next time it goes on from there
 *
 * At first it learns which test comes by which mutant, and keeps that until a source or the test changes. Then each
 * mutant meets its tests, the most promising first, until one fails; what only others would notice counts as not
 * noticed, and so does what no test comes by. A test that fails with nothing broken notices nothing. Exit code 1 below
 * the promised share.
 */
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hash32 } from "../src/sim/chance/random.ts";
import { sharesProcess } from "../vitest.config.ts";
import type { Chosen, Order, Told } from "./mutate/child.ts";
import { type Mutant, sources } from "./mutate/instrument.ts";

/** The tests that come by what is broken, of those that leave their process as they found it. */
const TRIED =
  /^test\/(?:(?:cli|game|levels|present|rooms|study|ui|words)\/|sim\/(?:causes|indicators-told|kinds|notation|report-\w+|stated-figures|trace|struck|tiers\/tools)\.)/;
const LEFT_OUT = /^test\/levels\/proofs-/;
/** Tests that take less are tried first, then those that take less than the second; others where nothing else comes by. */
const PASSES_MS = [0, 1_000, 5_000];
/** So much work at most is a mutant worth: what other tests alone would notice counts as not noticed. */
const TRIED_MS = 20_000;
/** So much work at most to learn what a file's tests meet; the rest of them are left out. */
const LEARNED_MS = 30_000;
/** A mutant whose tests take so long does not end, which is noticed. */
const ENDLESS_MS = 300_000;
/** Which test comes by which mutant, and what became of those tried. */
const KNOWN = "node_modules/.cache/mutants";
const PROMISED = 0.85;

/** What is known of a test file. */
interface Met {
  readonly file: string;
  readonly key: string;
  /** By test id, how long it takes; "*" for the rest of the file. */
  readonly durationsMs: ReadonlyMap<string, number>;
  /** By test id, the mutants it met; "*" while no test ran. */
  readonly byTest: ReadonlyMap<string, ReadonlySet<number>>;
}

/** What became of a mutant: the file that noticed and its key, or that none did and the key of all of them. */
interface Outcome {
  readonly by: string | null;
  readonly key: string;
}

const hashOf = (...texts: readonly (string | Buffer)[]) =>
  texts.reduce((hash, text) => hash.update(text), createHash("sha256")).digest("hex");

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .sort();
}

/** A process that runs tests, started anew where a mutant does not end. */
class Hand {
  /** The work of its processor so far. */
  workMs = 0;
  #child: ChildProcess | undefined;

  async run(order: Order): Promise<Told | "endless"> {
    const child = this.#child ?? (await this.#start());
    return new Promise((resolve) => {
      const end = (told: Told | "endless") => {
        clearTimeout(watch);
        child.removeAllListeners();
        resolve(told);
      };
      const give = () => {
        this.stop();
        end("endless");
      };
      const watch = setTimeout(give, ENDLESS_MS);
      child.once("message", (told: Told) => {
        this.workMs += told.cpuMs;
        end(told);
      });
      child.once("exit", give);
      child.send(order);
    });
  }

  stop(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #start(): Promise<ChildProcess> {
    const child = fork("scripts/mutate/child.ts", {
      // Golden files are compared, never written.
      env: { ...process.env, CI: "1", NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.once("message", () => {
        child.removeAllListeners();
        resolve(child);
      });
      child.once("exit", (code) => reject(new Error(`the tests' process ended with ${code}`)));
    });
  }
}

/** What is known of a test file, learned once: runs it with nothing broken. */
async function meet(hand: Hand, file: string, key: string): Promise<Met> {
  const known = join(KNOWN, `${key}.json`);
  if (!existsSync(known)) {
    const told = await hand.run({ mutant: -1, tests: [{ file }], cpuMaxMs: LEARNED_MS, learns: true });
    if (told === "endless") throw new Error(`${file} does not end`);
    if (told.failed !== undefined) console.log(`fails with nothing broken: ${file} ${told.failed.why}`);
    writeFileSync(known, JSON.stringify({ durationsMs: told.durationsMs, byTest: told.met }));
  }
  const { durationsMs, byTest } = JSON.parse(readFileSync(known, "utf8")) as {
    durationsMs: [string, number][];
    byTest: [string, number[]][];
  };
  return {
    file,
    key,
    durationsMs: new Map(durationsMs),
    byTest: new Map(byTest.map(([test, ids]) => [test, new Set(ids)])),
  };
}

/** The tests of a file that come by a mutant and take so long. While the file loads, all of them do. */
function passersBy({ file, byTest, durationsMs }: Met, id: number, fromMs: number, toMs: number) {
  const loads = byTest.get("*")?.has(id) === true;
  const ids = [...durationsMs].flatMap(([test, ms]) =>
    test !== "*" && ms >= fromMs && ms < toMs && (loads || byTest.get(test)?.has(id) === true) ? [test] : [],
  );
  const ms = ["*", ...ids].reduce((sum, test) => sum + (durationsMs.get(test) ?? 0), 0);
  return ids.length === 0 ? [] : [{ file, ids, ms }];
}

/** The tests to try in the order in which to try them: the quickest first, sooner where they noticed neighbors. */
function testsFor(met: readonly Met[], { id, path }: Mutant, kills: ReadonlyMap<string, number>): Chosen[] {
  const worth = (file: string) => 1 + (kills.get(`${path} ${file}`) ?? 0);
  const passes = PASSES_MS.map((fromMs, at) =>
    met
      .flatMap((one) => passersBy(one, id, fromMs, PASSES_MS[at + 1] ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => a.ms / worth(a.file) - b.ms / worth(b.file)),
  );
  const slowest = passes.pop() ?? [];
  const quick = passes.flat();
  return quick.length > 0 ? quick : slowest;
}

/** The test file that fails with the mutant and passes right after without it. */
async function noticedBy(hand: Hand, mutant: Mutant, tests: readonly Chosen[]): Promise<string | undefined> {
  const order = { mutant: mutant.id, tests, cpuMaxMs: TRIED_MS, learns: false };
  const told = await hand.run(order);
  if (told === "endless") return "what does not end";
  if (told.failed === undefined) return undefined;
  const { file, ids } = told.failed;
  const chosen = ids.length > 0 ? { file, ids } : (tests.find((one) => one.file === file) as Chosen);
  const again = await hand.run({ ...order, mutant: -1, tests: [chosen] });
  if (again !== "endless" && again.failed === undefined) return file;
  // What failed has failed for another reason, such as what a mutant left behind: once more, in a new process.
  hand.stop();
  return noticedBy(hand, mutant, tests.slice(tests.findIndex((one) => one.file === file) + 1));
}

/** So many of them by lot, the same for the same seed: what has been tried so far is a fair sample too. */
function sampleOf(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  return [...mutants].sort((a, b) => hash32(seed, a.id, 0) - hash32(seed, b.id, 0)).slice(0, count);
}

const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    all: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    tests: { type: "string", default: "" },
    minutes: { type: "string", default: "Infinity" },
  },
});
const endsMs = performance.now() + 60_000 * Number(values.minutes);
const mutants = [...sources().values()].flatMap((file) => file.mutants);
const within = mutants.filter(({ path }) => path.startsWith(values.only));
const chosen = values.all ? within : sampleOf(within, Number(values.sample), Number(values.seed));
const files = filesIn("test").filter(
  (file) =>
    /\.test\.tsx?$/.test(file) &&
    sharesProcess.test(file) &&
    TRIED.test(file) &&
    !LEFT_OUT.test(file) &&
    new RegExp(values.tests).test(file),
);
console.log(`${within.length} mutants, ${chosen.length} of them tried with ${files.length} test files`);

mkdirSync(KNOWN, { recursive: true });
const loaded = hashOf(
  ...[...["src", "test/helpers"].flatMap(filesIn), "scripts/mutate/instrument.ts"].flatMap((file) => [
    file,
    readFileSync(file),
  ]),
);
const keys = files.map((file) => hashOf(loaded, file, readFileSync(file)));
const outcomesFile = join(KNOWN, "outcomes.json");
const outcomes = new Map<number, Outcome>(
  existsSync(outcomesFile) ? JSON.parse(readFileSync(outcomesFile, "utf8")) : [],
);
const hand = new Hand();
const met: Met[] = [];
for (const [at, file] of files.entries()) {
  if (performance.now() > endsMs) {
    console.log(`learned ${at} of ${files.length} test files; the next time it goes on from there`);
    hand.stop();
    process.exit(1);
  }
  met.push(await meet(hand, file, keys[at] as string));
}
if (values.tests === "")
  for (const name of readdirSync(KNOWN))
    if (name !== "outcomes.json" && !keys.includes(name.replace(".json", ""))) rmSync(join(KNOWN, name));
console.log(`every test met its mutants in ${(hand.workMs / 1_000).toFixed(0)} s of work`);

const all = hashOf(...keys);
const kills = new Map<string, number>();
const learnedMs = hand.workMs;
let tried = 0;
const count = (path: string, by: string) => kills.set(`${path} ${by}`, 1 + (kills.get(`${path} ${by}`) ?? 0));
const isNoticed: boolean[] = [];
for (const mutant of chosen) {
  const known = outcomes.get(mutant.id);
  const holds = known !== undefined && (known.key === all || keys.includes(known.key));
  if (!holds && performance.now() > endsMs) break;
  tried += Number(!holds);
  const by = holds ? known.by : ((await noticedBy(hand, mutant, testsFor(met, mutant, kills))) ?? null);
  outcomes.set(mutant.id, { by, key: keys[files.indexOf(by ?? "")] ?? all });
  writeFileSync(outcomesFile, JSON.stringify([...outcomes]));
  isNoticed.push(by !== null);
  if (by !== null) count(mutant.path, by);
  const { path, line, was, becomes } = mutant;
  const short = (text: string) => text.replace(/\s+/g, " ").slice(0, 60);
  if (by === null) console.log(`survives  ${path}:${line}  ${short(was)}  →  ${short(becomes)}`);
}
hand.stop();
const killed = isNoticed.filter(Boolean).length;
const share = killed / Math.max(1, isNoticed.length);
const spread = 1.96 * Math.sqrt((share * (1 - share)) / Math.max(1, isNoticed.length));
console.log(
  `${killed} of ${isNoticed.length} killed in ${(performance.now() / 1_000).toFixed(0)} s: ${(100 * share).toFixed(1)} %${values.all ? "" : ` ± ${(100 * spread).toFixed(1)}`}; promised ${100 * PROMISED} %`,
);
console.log(`${tried} of them tried now, in ${((hand.workMs - learnedMs) / 1_000).toFixed(0)} s of work`);
process.exit(share >= PROMISED ? 0 : 1);
