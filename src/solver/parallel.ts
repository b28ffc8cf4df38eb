/** Work that is spread over a workforce. What comes out does not depend on how many hands there are. */
import {
  type AtPeak,
  type Audit,
  type AuditFault,
  auditOfRuns,
  faultsOf,
  type Level,
  type PeakRun,
  type Playable,
} from "../game/index.ts";
import type { Design } from "../sim/index.ts";
import type { Claim } from "./claim.ts";
import type { ExactResult } from "./exact-run.ts";
import { type Findings, merge, nothingFound } from "./search.ts";
import { sideBySide } from "./side-by-side.ts";
import type { SpacePart } from "./space.ts";
import type { SeededDesign, Workforce, WorkOptions } from "./task.ts";

/** How a design came out on each seed. */
export interface Verdicts {
  readonly line: string;
  readonly results: readonly ExactResult[];
}

interface Stoppable {
  readonly signal?: AbortSignal | undefined;
}

interface PeakOptions extends Pick<WorkOptions, "signal" | "onShare"> {
  readonly run?: PeakRun | undefined;
}

export interface SearchOptions extends Stoppable {
  readonly part: SpacePart;
  readonly onProgress?: (tried: number, passing: number) => void;
}

/** Searches a level's space. When stopped, it returns what was found until then, at once. */
export async function searchParallel(
  workforce: Workforce,
  level: Level,
  { part, signal, onProgress }: SearchOptions,
): Promise<Findings> {
  const jobs = workforce.size;
  const found: Findings[] = Array.from({ length: jobs }, () => ({ ...nothingFound, complete: false }));
  await Promise.all(
    found.map(async (_, job) => {
      // The i-th of n of the j-th of m: one part of n·m.
      const share = { index: part.index + part.of * job, of: part.of * jobs };
      const onNews = (news: Findings) => {
        const before = found[job]!;
        found[job] = {
          ...news,
          passing: [...before.passing, ...news.passing],
          close: [...before.close, ...news.close],
        };
        onProgress?.(
          found.reduce((sum, { tried }) => sum + tried, 0),
          found.reduce((sum, { passing }) => sum + passing.length, 0),
        );
      };
      const all = await workforce.work(level, { kind: "search", part: share }, { signal, onNews });
      if (all) found[job] = all;
    }),
  );
  return merge(found);
}

/** Runs in one task: enough that asking costs nothing beside them. */
const runsPerTask = 4;

/** Plays designs exactly on each seed; the answer is in the order of the lines. */
export async function verdictsParallel(
  workforce: Workforce,
  level: Level,
  lines: readonly string[],
  seeds: readonly number[],
  { signal, drawsTraffic = false }: Stoppable & Pick<SeededDesign, "drawsTraffic"> = {},
): Promise<Verdicts[]> {
  const runs = lines.flatMap((line) => seeds.map((seed): SeededDesign => ({ line, seed, drawsTraffic })));
  const tasks = Array.from({ length: Math.ceil(runs.length / runsPerTask) }, (_, i) =>
    runs.slice(i * runsPerTask, (i + 1) * runsPerTask),
  );
  const answers = await Promise.all(
    tasks.map(
      async (share) =>
        (await workforce.work(level, { kind: "stars", runs: share }, { signal })) ??
        share.map(() => ({ stars: 0, distance: 0, day: "" })),
    ),
  );
  const results = answers.flat();
  return lines.map((line, l) => ({ line, results: results.slice(l * seeds.length, (l + 1) * seeds.length) }));
}

/** Runs a design at a level's peak with each of some losses, or with none, side by side; undefined when stopped. */
export async function loseParallel(
  workforce: Workforce,
  playable: Playable,
  design: Design,
  faults: readonly (AuditFault | undefined)[],
  { run, ...options }: PeakOptions = {},
): Promise<AtPeak[] | undefined> {
  const asked = faults.map((fault) => ({
    subject: playable,
    task: { kind: "lose" as const, design, fault, run },
  }));
  return sideBySide(workforce, asked, options);
}

/** Audits a design; undefined when stopped. */
export async function auditParallel(
  workforce: Workforce,
  playable: Playable,
  design: Design,
  options: PeakOptions = {},
): Promise<Audit | undefined> {
  const found = await loseParallel(workforce, playable, design, [undefined, ...faultsOf(design)], options);
  const [undisturbed, ...losses] = found ?? [];
  return undisturbed && auditOfRuns(playable, design, undisturbed, losses);
}

/**
 * Proves the quick claims of levels and looks at their rules, several at a time.
 * @yields each level's claims, in the order of the levels; fewer when stopped
 */
export async function* claimsParallel(
  workforce: Workforce,
  levels: readonly Level[],
  { signal }: Stoppable = {},
): AsyncGenerator<readonly Claim[]> {
  const proofs: Promise<readonly Claim[] | undefined>[] = [];
  const start = (level: Level | undefined) => {
    if (level) proofs.push(workforce.work(level, { kind: "claims" }, { signal }));
  };
  for (const level of levels.slice(0, workforce.size)) start(level);
  for (let i = 0; i < levels.length; i++) {
    // Whoever is done first makes room for the next, but they are told in order.
    const claims = await proofs[i];
    start(levels[proofs.length]);
    if (!claims) return;
    yield claims;
  }
}
