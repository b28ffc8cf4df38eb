/**
 * Proves every level over its whole space of designs and writes what was found: docs/proofs.md for readers,
 * src/levels/population.ts for the debrief.
 *
 *   npm run prove:all                 searches all levels and writes both files (many minutes, all cores)
 *   npm run prove:all -- --jobs 2     on so many cores
 *   npm run prove:all -- --only 4,6   looks at these levels and writes nothing
 *
 * What was found in a level is kept under node_modules/.cache until the sources change, so that an interrupted run
 * goes on where it was.
 *   npm run proofs:fresh              whether both files were made from the present sources
 */
import { execFileSync } from "node:child_process";
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
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { transformSync } from "esbuild";
import { type Level, spaceSize } from "../src/game/index.ts";
import { lessons } from "../src/levels/index.ts";
import { grouped, money } from "../src/present/figures.ts";
import { searchParallel, type Threads } from "../src/solver/pool.ts";
import { type Population, populationOf } from "../src/solver/population.ts";
import { wholeSpace } from "../src/solver/space.ts";
import { type Proof, wholeClaims } from "../src/solver/whole.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAPER = join(ROOT, "docs/proofs.md");
const CACHE = join(ROOT, "node_modules/.cache/zero-to-millions-proofs");
const POPULATION = join(ROOT, "src/levels/population.ts");

/**
 * One hash over all that decides a verdict: simulator, rules and the levels' numbers, but no words. It is taken of
 * what runs, so that types, comments and layout may change without a new proof.
 */
function hashSources(): string {
  const files = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const names = [
    ...files("src/sim"),
    ...files("src/game"),
    ...files("src/levels").filter((name) => name.endsWith("/level.ts")),
  ];
  const hash = createHash("sha256");
  for (const name of names.sort()) {
    const { code: text } = transformSync(readFileSync(join(ROOT, name), "utf8"), {
      loader: "ts",
      minifyWhitespace: true,
      legalComments: "none",
    });
    hash.update(`${name}\0${text.length}\0`).update(text);
  }
  return hash.digest("hex");
}

/** Which of the generated files were not made from these sources. */
function stale(hash: string): string[] {
  return [PAPER, POPULATION]
    .filter((path) => !existsSync(path) || !readFileSync(path, "utf8").includes(hash))
    .map((path) => relative(ROOT, path));
}

/** scripts/build.mjs, which has no types. */
interface Bundler {
  readonly build: (options: { readonly outdir: string }) => Promise<unknown>;
}

/** What is kept of a level. */
interface Found {
  readonly tried: number;
  readonly passing: number;
  readonly proof: Proof;
  readonly population: Population;
}

interface Result extends Found {
  readonly level: Level;
  readonly title: string;
}

/** What an earlier run over the same sources has found in a level, or finds now. */
async function found(level: Level, threads: Threads, hash: string): Promise<Found> {
  const path = join(CACHE, `${hash.slice(0, 16)}-${level.id}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Found;
  const result = await prove(level, threads);
  if (!threads.signal.aborted) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(path, JSON.stringify(result));
  }
  return result;
}

async function prove(level: Level, threads: Threads): Promise<Found> {
  const beganAt = performance.now();
  let toldAt = beganAt;
  const findings = await searchParallel(level, {
    ...threads,
    shard: wholeSpace,
    onProgress: (tried, passing) => {
      if (performance.now() - toldAt < 5_000) return;
      toldAt = performance.now();
      console.error(`level ${level.number}: ${grouped(tried)} tried, ${grouped(passing)} pass`);
    },
  });
  const searchedAt = performance.now();
  const proof = await wholeClaims(level, findings, threads);
  const seconds = (from: number, to: number) => ((to - from) / 1_000).toFixed(1);
  console.error(
    `level ${level.number}: searched ${findings.tried} in ${seconds(beganAt, searchedAt)} s, ${findings.passing.length} pass, proven in ${seconds(searchedAt, performance.now())} s`,
  );
  for (const { ok, claim, expected, got, design } of proof.claims)
    if (!ok) console.error(`  ✗ ${claim}: expected ${expected}, got ${got}  ${design}`);
  return {
    tried: findings.tried,
    passing: findings.passing.length,
    proof,
    population: populationOf(level.number, findings.passing),
  };
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === "number" ? grouped(cell) : cell)).join(" | ")} |`;
}

/** docs/proofs.md. */
function paper(results: readonly Result[], hash: string): string {
  const spaces = results.map(({ level, title, tried, passing, proof, population }) =>
    row([
      `${level.number} ${title}`,
      spaceSize(level),
      tried,
      passing,
      ...proof.byStars,
      proof.cheapest ? money(proof.cheapest.costPerMonth) : "none",
      money(level.budget),
      `${proof.confirmed.passed} of ${proof.confirmed.of}`,
      population.front.length,
    ]),
  );
  const names = results[0]?.proof.claims.map(({ claim }) => claim) ?? [];
  const claims = results.map(({ level, proof }) =>
    row([String(level.number), ...proof.claims.map(({ ok, got }) => `${ok ? "✓" : "✗"} ${got}`)]),
  );
  const cheapest = results.map(({ level, proof }) =>
    row([
      String(level.number),
      proof.cheapest ? money(proof.cheapest.costPerMonth) : "none",
      proof.cheapest ? `\`${proof.cheapest.line}\`` : "",
    ]),
  );
  return `# Proofs over whole spaces

Written by \`npm run prove:all\` from the sources with the hash \`${hash}\` (simulator, rules, the levels' numbers);
\`npm run proofs:fresh\` says whether they are still the same. The quick claims, which sample, are in \`test/levels\`.

Every design that a level's shop allows is looked at once: settings that mean nothing in it are left out, and so is
what cannot be played or costs more than the budget before it runs. It is screened with 16 particles in steps of ten ticks; what
is not clearly beyond a goal is run with 64 particles in every tick on the first fixed seed, and counts as
passing when it passes there. What a claim depends on is decided as the game decides it: 256 particles, all
five fixed seeds.

## Spaces

| level | combinations | distinct within budget | passing | ★ | ★★ | ★★★ | cheapest | budget | confirmed exactly | on the front |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${spaces.join("\n")}

## Claims

- **No pass without the concept**: of all passing designs, and of all without the concept that failed by little, none passes exactly without it.
- **A bigger box never wins**: the start with any other sizes of its boxes and databases, and the design that the level names as its bigger box.
- **Same on every seed**: every design that the level names has the same number of stars on the five fixed seeds and on a hundred others.
- **Screening loses nothing**: those it threw away although they were nearest to a goal or to the budget fail exactly.
- **The search tells the truth**: passing designs, evenly spaced by cost, pass exactly.

| level | ${names.join(" | ")} |
| --- |${" --- |".repeat(names.length)}
${claims.join("\n")}

## The cheapest design that passes

| level | a month | design |
| --- | ---: | --- |
${cheapest.join("\n")}
`;
}

/** src/levels/population.ts. */
function populationSource(results: readonly Result[], hash: string): string {
  return `/** Written by \`npm run prove:all\`: all designs that pass each level, in a few numbers. */
export const provenFrom: string = "${hash}";

export const populations = ${JSON.stringify(results.map(({ population }) => population))};
`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { check: { type: "boolean" }, jobs: { type: "string" }, only: { type: "string" } },
  });
  const hash = hashSources();
  if (values.check) {
    const files = stale(hash);
    for (const file of files) console.error(`${file} is stale: run npm run prove:all`);
    if (files.length === 0) console.log("the proofs are fresh");
    return files.length === 0 ? 0 : 1;
  }
  const only = values.only?.split(",");
  const chosen = lessons.filter(({ level }) => !only || only.includes(String(level.number)));
  // A bundle of its own, so that nobody else's build changes it meanwhile.
  const outdir = mkdtempSync(join(tmpdir(), "ztm-prove-"));
  const stopper = new AbortController();
  process.once("SIGINT", () => stopper.abort());
  try {
    const bundler = (await import(new URL("build.mjs", import.meta.url).href)) as Bundler;
    await bundler.build({ outdir });
    const threads: Threads = {
      jobs: Number(values.jobs ?? availableParallelism()),
      worker: pathToFileURL(join(outdir, "worker.js")),
      signal: stopper.signal,
    };
    const results: Result[] = [];
    for (const { level, prose } of chosen) {
      results.push({ level, title: prose.title, ...(await found(level, threads, hash)) });
      if (stopper.signal.aborted) return 130;
    }
    if (only) console.log(paper(results, hash));
    else if (hashSources() !== hash) {
      console.error("the sources changed meanwhile: nothing is written");
      return 1;
    } else {
      writeFileSync(PAPER, paper(results, hash));
      writeFileSync(POPULATION, populationSource(results, hash));
      execFileSync(process.execPath, [
        join(ROOT, "node_modules/@biomejs/biome/bin/biome"),
        "format",
        "--write",
        POPULATION,
      ]);
    }
    return results.every(({ proof }) => proof.claims.every(({ ok }) => ok)) ? 0 : 1;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
