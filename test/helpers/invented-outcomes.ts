/** "What if" with outcomes that are invented: no run is made, so that every limit can be met exactly. */
import type { AuditCheck } from "../../src/game/audit/audit.ts";
import {
  count,
  daySeeds,
  type GoalResult,
  type Outcome,
  type Playable,
  whatIf,
} from "../../src/game/index.ts";
import type { Batch, WantedRun } from "../../src/game/plan.ts";
import { type Design, design, searchRun, valueAt } from "../../src/sim/index.ts";
import { lessons } from "./english.ts";

export const start = design("dns · lb 1 · web 3×4 · cache 1 · db 4 + 1×4");
/** A day without chance, so that each design is run once. */
export const scenario = { ...lessons[0]!.level.scenario, drawn: [] };
export const shopOf = (...shop: Playable["shop"]): Playable => ({
  id: "invented",
  scenario,
  start,
  shop,
  budget: 10_000,
  goals: [],
});
export const playable = shopOf(
  count("lb.nodes", 1, 2),
  count("web.count", 2, 5),
  count("cache.nodes", 1, 2),
  count("db.replicas", 1, 2),
);

/** What is invented of an outcome: by goal how near it is to its target (1: met), and the rest where it matters. */
export interface Invented {
  readonly near?: readonly number[];
  readonly goals?: readonly Partial<GoalResult>[];
  readonly stars?: Outcome["stars"];
  readonly costPerMonth?: number;
  readonly answered?: number;
  readonly isDear?: boolean;
  readonly audit?: Partial<AuditCheck>;
}

function outcomeOf({
  near = [0.5],
  stars,
  costPerMonth = 500,
  answered = 1,
  isDear,
  goals,
  audit,
}: Invented): Outcome {
  const results = goals ?? near.map((value) => ({ value, target: 1, bound: "atLeast", met: value === 1 }));
  const passed = !isDear && results.every(({ met }) => met);
  return {
    goals: results,
    passed,
    withinBudget: !isDear,
    stars: stars ?? Number(passed),
    starGoals: [],
    audit,
    report: { costPerMonth, ledger: { answered } },
  } as unknown as Outcome;
}

const names: Readonly<Record<string, string>> = {
  "lb.nodes": "lb",
  "web.count": "web",
  "web.size": "cores",
  "cache.nodes": "cache",
  "cache.ttl": "ttl",
  "db.replicas": "copies",
  "db.size": "db",
  "dns.ttl": "names",
  "kv.nodes": "kv",
};

/** What a design has that the start has not, such as "web 5 cache 2"; "" for the start itself. */
export const said = (built: Design) =>
  Object.entries(names)
    .filter(([path]) => valueAt(built, path) !== valueAt(start, path))
    .map(([path, name]) => `${name} ${valueAt(built, path)}`)
    .join(" ");

/** Carries a plan out: what was wanted at each step, and what is told at last. */
export function asked(
  invented: (changed: string, run: WantedRun & { readonly isFull: boolean }) => Invented,
  of: Playable = playable,
  options: Parameters<typeof whatIf>[3] = { count: 9 },
) {
  const plan = whatIf(of, start, daySeeds(of)[0] as number, options);
  const steps: (readonly string[])[] = [];
  const batches: Batch[] = [];
  let step = plan.next([]);
  while (!step.done) {
    const { runs } = step.value;
    batches.push(step.value);
    steps.push(runs.map((run) => said(run.design)));
    step = plan.next(
      runs.map((run) => {
        const isFull = run.fidelity.particles !== searchRun.particles;
        return outcomeOf(invented(said(run.design), { ...run, isFull }));
      }),
    );
  }
  return { steps, batches, found: step.value, told: step.value.map(({ design: built }) => said(built)) };
}
/** The same by a table; what is not in it comes out as the start does. */
const askedOf = (
  table: Readonly<Record<string, Invented>>,
  of?: Playable,
  options?: Parameters<typeof whatIf>[3],
) => asked((changed) => table[changed] ?? table[""] ?? {}, of, options);
export const toldOf = (...given: Parameters<typeof askedOf>) => askedOf(...given).told;

/** The changes of two offers among what was wanted. */
export const pairsIn = (steps: readonly (readonly string[])[]) =>
  steps[1]?.filter((changed) => changed.split(" ").length === 4) ?? [];
