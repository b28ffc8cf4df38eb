/**
 * Proves levels over their whole spaces of designs and writes what was found: population.ts (for the debrief) and
 * proof.json beside each level's numbers, and docs/proofs.md for readers.
 *
 *   npm run prove:all                 proves the levels that have changed since their last proof
 *   npm run prove:all -- --all        proves all of them
 *   npm run prove:all -- --only 4,6   proves these; so does  npm run prove:all 4 6
 *   npm run prove:all -- --jobs 2     on so many threads
 *   npm run proofs:fresh              says which levels have changed since their last proof; of these alone
 *                                     with  -- --only 4,6
 *
 * Each level is written as soon as it is proven, so that an interrupted run goes on where it was.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Level, populationOf } from "../src/game/index.ts";
import { findLevel, type Lesson, lessonsIn } from "../src/levels/index.ts";
import { prose } from "../src/levels/prose-en.ts";
import { toldClaim } from "../src/present/claims.ts";
import { searchParallel, wholeClaims, wholeSpace } from "../src/solver/index.ts";
import { type ThreadPool, threadPool } from "../src/threads/index.ts";
import { cli } from "../src/words/en/cli.ts";
import { words } from "../src/words/en/index.ts";
import { grouped } from "../src/words/figures.ts";
import { hashLevels } from "./level-hash.ts";
import { type LevelProof, paperOf } from "./proofs-paper.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const lessons = lessonsIn(prose);
const PAPER = join(ROOT, "docs/proofs.md");
const USAGE = "prove:all [--all | --only N,M | N M …] [--jobs J] [--check]";

const fileOf = (level: Level, name: string) => join(ROOT, "src/levels", level.id, name);

/** The last proof of a level; undefined when it has never been proven. */
function lastProof(level: Level): LevelProof | undefined {
  const path = fileOf(level, "proof.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as LevelProof) : undefined;
}

/** Whether a level's files were made from the sources with this hash. */
function isFresh(level: Level, hash: string | undefined): boolean {
  const path = fileOf(level, "population.ts");
  return (
    hash !== undefined &&
    lastProof(level)?.provenFrom === hash &&
    existsSync(path) &&
    readFileSync(path, "utf8").includes(hash)
  );
}

/** "3 min 20 s". */
function duration(sec: number): string {
  return sec < 60 ? `${Math.ceil(sec)} s` : `${Math.floor(sec / 60)} min ${Math.round(sec % 60)} s`;
}

/** How long these levels took last time, for so many threads; those never proven are not in it. */
function forecast(levels: readonly Level[], jobs: number): string {
  const known = levels.flatMap((level) => lastProof(level)?.cpuSec ?? []);
  const sum = known.reduce((total, sec) => total + sec, 0);
  const unknown = levels.length - known.length;
  return `about ${duration(sum / jobs)} on ${jobs} ${jobs === 1 ? "thread" : "threads"}${unknown > 0 ? `, and ${unknown} never proven before` : ""}`;
}

/** scripts/build.mjs, which has no types. */
interface Bundler {
  readonly build: (options: { readonly outdir: string }) => Promise<unknown>;
}

/** Proves a level and writes its files; undefined when stopped. */
async function prove(
  pool: ThreadPool,
  { level }: Lesson,
  hash: string,
  signal: AbortSignal,
): Promise<LevelProof | undefined> {
  const began = process.cpuUsage();
  let toldAt = performance.now();
  const findings = await searchParallel(pool, level, {
    signal,
    part: wholeSpace,
    onProgress: (tried, passing) => {
      if (performance.now() - toldAt < 5_000) return;
      toldAt = performance.now();
      console.error(`level ${level.number}: ${grouped(tried)} tried, ${grouped(passing)} pass`);
    },
  });
  if (signal.aborted) return undefined;
  const whole = await wholeClaims(pool, level, findings, signal);
  if (signal.aborted) return undefined;
  const { byStars, cheapest, confirmed } = whole;
  const claims = whole.claims.map((claim) => toldClaim(words, cli.claims, claim));
  const { user, system } = process.cpuUsage(began);
  const population = populationOf(level.goals, findings.passing);
  const proof: LevelProof = {
    provenFrom: hash,
    cpuSec: Math.round((user + system) / 1e5) / 10,
    tried: findings.tried,
    passing: findings.passing.length,
    byStars,
    front: population.front.length,
    cheapest: cheapest ? { costPerMonth: cheapest.costPerMonth, line: cheapest.line } : null,
    confirmed,
    idle: whole.idle.map(({ offer, label }) => `${offer} ${label}`),
    claims: claims.map(({ claim, ok, got }) => ({ claim, ok, got })),
  };
  const files = [fileOf(level, "proof.json"), fileOf(level, "population.ts")] as const;
  writeFileSync(files[0], JSON.stringify(proof));
  writeFileSync(
    files[1],
    `/** Written by \`npm run prove:all\`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "${hash}";

export const population: Population = ${JSON.stringify(population)};
`,
  );
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [biome, "format", "--write", ...files]);
  for (const { ok, claim, expected, got, design } of claims)
    if (!ok) console.error(`  ✗ ${claim}: expected ${expected}, got ${got}  ${design}`);
  return proof;
}

/** docs/proofs.md from what is written beside the levels. */
function writePaper(): void {
  const rows = lessons.flatMap(({ level, prose }) => {
    const proof = lastProof(level);
    return proof ? [{ level, title: prose.title, proof }] : [];
  });
  writeFileSync(PAPER, paperOf(rows));
}

interface Wanted {
  readonly check: boolean;
  readonly jobs: number;
  /** Undefined: those that have changed. */
  readonly chosen: readonly Lesson[] | undefined;
}

/** The command line; throws what is wrong with it. */
function readWords(): Wanted {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: "boolean" },
      check: { type: "boolean" },
      jobs: { type: "string" },
      only: { type: "string" },
    },
  });
  const jobs = Number(values.jobs ?? availableParallelism());
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new Error(`--jobs ${values.jobs}: expected a whole number from 1`);
  const names = [...(values.only?.split(",") ?? []), ...positionals];
  const named = names.map((name) => {
    const level = findLevel(name);
    const lesson = lessons.find((each) => each.level === level);
    if (!lesson) throw new Error(`there is no level "${name}": npm run prove:all -- --only 4,6`);
    return lesson;
  });
  return {
    check: values.check ?? false,
    jobs,
    chosen: values.all ? lessons : named.length > 0 ? named : undefined,
  };
}

async function main(): Promise<number> {
  let wanted: Wanted;
  try {
    wanted = readWords();
  } catch (problem) {
    console.error(`${(problem as Error).message}\n${USAGE}`);
    return 2;
  }
  const ids = lessons.map(({ level }) => level.id);
  const hashes = await hashLevels(ROOT, ids);
  const stale = (wanted.check ? (wanted.chosen ?? lessons) : lessons).filter(
    ({ level }) => !isFresh(level, hashes.get(level.id)),
  );
  const list = (of: readonly Lesson[]) => of.map(({ level }) => level.number).join(", ");
  const levelsOf = (of: readonly Lesson[]) => of.map(({ level }) => level);
  if (wanted.check) {
    if (stale.length === 0) console.log("the proofs are fresh");
    else
      console.error(
        `changed since their last proof: levels ${list(stale)}\nnpm run prove:all proves them, ${forecast(levelsOf(stale), wanted.jobs)}`,
      );
    return stale.length === 0 ? 0 : 1;
  }
  const chosen = wanted.chosen ?? stale;
  if (chosen.length === 0) console.log("the proofs are fresh: nothing to prove (--all proves all the same)");
  else console.error(`to prove: levels ${list(chosen)}, ${forecast(levelsOf(chosen), wanted.jobs)}`);
  // A bundle of its own, so that nobody else's build changes it meanwhile.
  const outdir = mkdtempSync(join(tmpdir(), "ztm-prove-"));
  const stopper = new AbortController();
  process.once("SIGINT", () => stopper.abort());
  let ok = true;
  try {
    const bundler = (await import(new URL("build.mjs", import.meta.url).href)) as Bundler;
    await bundler.build({ outdir });
    const pool = threadPool(pathToFileURL(join(outdir, "worker.js")), wanted.jobs);
    for (const [i, lesson] of chosen.entries()) {
      const { level } = lesson;
      const proof = await prove(pool, lesson, hashes.get(level.id) as string, stopper.signal);
      if (!proof) return 130;
      ok &&= proof.claims.every((claim) => claim.ok);
      const rest = levelsOf(chosen.slice(i + 1));
      console.error(
        `level ${level.number}: ${grouped(proof.tried)} tried, ${grouped(proof.passing)} pass, ${proof.cpuSec} s of processor time${rest.length > 0 ? `; to go ${forecast(rest, wanted.jobs)}` : ""}`,
      );
    }
    writePaper();
    const now = await hashLevels(ROOT, ids);
    const moved = chosen.filter(({ level }) => now.get(level.id) !== hashes.get(level.id));
    if (moved.length > 0) console.error(`the sources changed meanwhile: prove levels ${list(moved)} again`);
    return ok && moved.length === 0 ? 0 : 1;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
