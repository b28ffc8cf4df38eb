/**
 * What a change would have done, by really running it: every single affordable move is screened with few particles in
 * long steps, pairs of the most promising where no single one does it, and the few worth telling are run as the verdict
 * runs them.
 */
import { type Design, forecast, reportedRun, searchRun } from "../sim/index.ts";
import type { AuditCheck } from "./audit/audit.ts";
import { type Change, type Counterfactual, isSame, seconds, singlesOf, withOutcomes } from "./change.ts";
import { daySeeds } from "./days.ts";
import type { Level, Playable } from "./level.ts";
import type { Plan } from "./plan.ts";
import { movesFrom } from "./shop.ts";
import { closeness, type Fidelity, type GoalResult, nearTo, type Outcome, worstOf } from "./verdict.ts";
import { auditCure } from "./what-if-audit.ts";
import { buysPart } from "./wrong-idea.ts";

/** What a change does is seen in steps of four ticks, in a quarter of the time; what is told of it is run whole. */
const screenedRun = { particles: searchRun.particles, stride: 4 } as const;
/** Changes that are paired with each other where no single one passes. */
const pairedMax = 4;
/** Pairs of values that are run whichever they are. */
const valuePairsMax = 16;
/** Part of its way to the target that a failed goal must come nearer to be helped. */
const helpMin = 0.05;
/** The same for all goals together: what brings a design nearer by less changes nothing. */
const gainMin = 0.005;

/**
 * Tries every change of a design and keeps what teaches most: of each offer its best value alone. Of a failed design,
 * for every failed goal what helps it most, the concept of the level, and a pair where no single change passes; of one
 * that passed, what could be taken away, what would break it, and what would earn a star.
 * @param count how many to keep
 * @param audit of the design, where its third star has come to that
 * @returns the changes, run with full precision
 */
export function* whatIf(
  playable: Playable,
  design: Design,
  seed: number,
  { count = 3, audit }: { readonly count?: number; readonly audit?: AuditCheck | undefined } = {},
): Plan<readonly Counterfactual[]> {
  const singles = singlesOf(playable, design);
  const wanted = (designs: readonly Pick<Change, "design">[], fidelity: Fidelity) =>
    designs.map((each) => ({ design: each.design, seed, fidelity }));
  const [own, long, ...screened] = yield {
    runs: [...wanted([{ design }], searchRun), ...wanted([{ design }, ...singles], screenedRun)],
    later: count + pairedMax,
  };
  // Changes are compared with what the design does in steps as long as theirs, where that is lost or won as it really is.
  const before = (own!.passed === long!.passed ? long : own) as Outcome;
  const screenedSingles = withOutcomes(singles, screened).filter(({ outcome }) => differs(outcome, before));
  const changed = before.passed ? screenedSingles : yield* checkedOnAllDays(playable, screenedSingles);
  const isPaid = ({ outcome }: Counterfactual) => outcome.withinBudget || before.passed;
  const tried = changed.filter((change) => isPaid(change) && stillAnswers(change, before));
  const needsPairs = !before.passed && !tried.some(({ outcome }) => outcome.passed);
  const pairs = needsPairs ? pairsOf(playable, design, changed, before) : [];
  const paired = pairs.length === 0 ? [] : yield { runs: wanted(pairs, screenedRun), later: count };
  const ranked = withOutcomes(pairs, paired)
    .filter((pair) => isPaid(pair) && stillAnswers(pair, before))
    .sort(byCloseness);
  const closest = (yield* checkedOnAllDays(playable, ranked.slice(0, pairedMax))).sort(byCloseness);
  const cure =
    before.passed && audit && !audit.holds ? yield* auditCure(playable, changed, audit, seed) : undefined;
  const chosen = before.passed
    ? onePerOffer([...(cure ? [cure] : []), ...afterPass(playable, tried, before)])
    : afterLoss(playable, tried, before, [...closest, ...ranked.slice(pairedMax)]);
  const told = chosen.slice(0, count);
  const found = withOutcomes(told, yield* onAllDays(playable, told, { ...reportedRun, audits: true }));
  if (!before.passed) return found.sort(byCloseness);
  // What holds as a search sees it may miss by a hair.
  return found.filter(({ moves, outcome }) => moves !== cure?.moves || outcome.stars === 3);
}

/** How changes come out as the verdict has it: of every kind of day that a seed may bring, the one that decides. */
function* onAllDays(
  playable: Playable,
  changes: readonly Change[],
  fidelity: Fidelity,
): Plan<readonly Outcome[]> {
  if (changes.length === 0) return [];
  const seeds = daySeeds(playable);
  // One audit does for all days of a design.
  const { audits: _, ...others } = fidelity;
  const outcomes = yield {
    runs: changes.flatMap(({ design }) =>
      seeds.map((seed, i) => ({ design, seed, fidelity: i === 0 ? fidelity : others })),
    ),
    later: 0,
  };
  return changes.map((_, i) => worstOf(outcomes.slice(i * seeds.length, (i + 1) * seeds.length)));
}

/**
 * What passed in long steps on one day as it comes out in short ones on every kind of day: a percentile may leap between
 * the two, and one day may spare what another would have hit.
 */
function* checkedOnAllDays(playable: Playable, found: readonly Counterfactual[]): Plan<Counterfactual[]> {
  const passing = found.filter(({ outcome }) => outcome.passed);
  const outcomes = yield* onAllDays(playable, passing, searchRun);
  return found.map((each) => ({ ...each, outcome: outcomes[passing.indexOf(each)] ?? each.outcome }));
}

function byCloseness(a: Counterfactual, b: Counterfactual): number {
  return closeness(b.outcome) - closeness(a.outcome) || a.costDelta - b.costDelta;
}

/** A change after which nobody is answered any more teaches nothing. */
function stillAnswers({ outcome }: Counterfactual, before: Outcome): boolean {
  return outcome.report.ledger.answered > 0 || before.report.ledger.answered === 0;
}

/** Whether anything that is judged comes out differently. */
function differs(outcome: Outcome, before: Outcome): boolean {
  return (
    outcome.stars !== before.stars ||
    outcome.withinBudget !== before.withinBudget ||
    Math.abs(outcome.report.costPerMonth - before.report.costPerMonth) >= 1 ||
    outcome.goals.some((goal, i) => {
      const was = (before.goals[i] as GoalResult).value;
      return (
        !Object.is(goal.value, was) && !(Math.abs(goal.value - was) <= 1e-3 * Math.max(1e-9, Math.abs(was)))
      );
    })
  );
}

/** The best of each offer, in the order in which they stand. */
function onePerOffer(found: readonly Counterfactual[]): Counterfactual[] {
  const taken = new Set<string>();
  return found.filter(({ moves }) => {
    const key = moves.map(({ offer }) => offer.id).join();
    return taken.has(key) ? false : taken.add(key);
  });
}

/** @param pairs the closest first */
function afterLoss(
  playable: Playable,
  tried: readonly Counterfactual[],
  before: Outcome,
  pairs: readonly Counterfactual[],
): Counterfactual[] {
  const ranked = [...tried].sort(byCloseness);
  const better = ranked.filter(({ outcome }) => closeness(outcome) - closeness(before) >= gainMin);
  const closer = pairs
    .slice(0, 1)
    .filter(({ outcome }) => closeness(outcome) > closeness(better[0]?.outcome ?? before));
  const helpers = before.goals.flatMap(
    (_, i) => helperOf(tried, before, i) ?? helperOf(pairs, before, i) ?? [],
  );
  const concept = conceptOf(playable);
  const taught = concept && [...ranked, ...pairs].find(({ design }) => concept(design));
  const isNew = taught && tried.some(({ design }) => !concept(design));
  return onePerOffer([
    ...closer,
    ...better.slice(0, 1),
    ...helpers,
    ...(isNew ? [taught] : []),
    ...better.slice(1),
    // Why it takes both: what either half does alone, even if that is nothing.
    ...tried.filter(({ moves: [own] }) =>
      closer.some(({ moves }) => moves.some((half) => isSame(half, own))),
    ),
  ]);
}

/** What brings one goal nearest to its target, whatever else suffers; nothing does where it is met. */
function helperOf(tried: readonly Counterfactual[], before: Outcome, at: number): Counterfactual | undefined {
  const nearness = (outcome: Outcome) => nearTo(outcome.goals[at] as GoalResult);
  return [...tried]
    .filter(({ outcome }) => nearness(outcome) - nearness(before) >= helpMin)
    .sort((a, b) => nearness(b.outcome) - nearness(a.outcome) || byCloseness(a, b))[0];
}

function conceptOf(playable: Playable): Level["concept"] | undefined {
  return (playable as Partial<Level>).concept;
}

/**
 * What would earn another star, what could be taken away, and what would break it: the savings that miss by least, and
 * the level's concept undone.
 */
function afterPass(playable: Playable, tried: readonly Counterfactual[], before: Outcome): Counterfactual[] {
  const passing = tried.filter(({ outcome }) => outcome.passed);
  const saving = passing
    .filter(({ costDelta, outcome }) => costDelta <= -1 && outcome.stars >= before.stars)
    .sort((a, b) => a.costDelta - b.costDelta)[0];
  const breaking = tried
    .filter(({ costDelta, outcome }) => costDelta <= 0 && !outcome.passed)
    .sort((a, b) => Number(b.costDelta < 0) - Number(a.costDelta < 0) || byCloseness(a, b));
  const concept = conceptOf(playable);
  const starring = passing.filter(({ outcome }) => outcome.stars > before.stars).sort(byCloseness)[0];
  const others = onePerOffer(breaking.filter(({ moves }) => moves[0].offer !== saving?.moves[0].offer));
  const undone =
    concept &&
    breaking.find(({ moves, design }) => !concept(design) && moves[0].offer !== others[0]?.moves[0].offer);
  const told = [starring, saving, others[0], undone, others[1]];
  return onePerOffer(told.filter((each) => each !== undefined));
}

/**
 * Pairs worth running: first values of two offers whose own changes come closest, help a failed goal most or teach the
 * concept, whether they can be paid alone or not; then a part that was not there, with the settings that change nothing
 * without it.
 * @param changed every single change that changes anything
 */
function pairsOf(
  playable: Playable,
  design: Design,
  changed: readonly Counterfactual[],
  before: Outcome,
): Change[] {
  const concept = conceptOf(playable);
  const ranked = [...changed].sort(byCloseness);
  const helpers = before.goals.flatMap((_, i) => helperOf(changed, before, i) ?? []);
  const paid = ranked.filter(({ outcome }) => outcome.withinBudget);
  const taught = paid.filter(({ design }) => concept?.(design)).slice(0, 1);
  const close = onePerOffer([...helpers, ...taught, ...ranked]).slice(0, pairedMax);
  // As much of it as can be paid: a part too small would hide what its settings do.
  const parts = paid
    .filter((each) => buysPart(design, each.design))
    .sort((a, b) => b.costDelta - a.costDelta);
  const known = new Set(changed.map(({ moves }) => moves[0].offer));
  const opened = [...taught, ...onePerOffer(parts)].flatMap((opener) =>
    seconds(playable, opener, ({ offer }) => !known.has(offer)),
  );
  return [...valuePairs(playable, design, close), ...opened];
}

/**
 * Values of two offers at a time that can be paid together; where there are many, beside each value of the one the
 * dearest of the other: two parts too small would hide what they can do together.
 */
function valuePairs(playable: Playable, design: Design, close: readonly Counterfactual[]): Change[] {
  const { budget = Number.POSITIVE_INFINITY, scenario } = playable;
  const costMax = budget - forecast(design, scenario).perMonth;
  const offers = playable.shop.filter((offer) => close.some(({ moves }) => moves[0].offer === offer));
  const firsts = movesFrom(playable, design);
  const rows = offers.flatMap((a, i) =>
    offers.slice(i + 1).flatMap((b) =>
      firsts
        .filter(({ offer }) => offer === a)
        .map((move) => seconds(playable, { ...move, moves: [move] }, ({ offer }) => offer === b))
        .map((row) => row.filter(({ costDelta }) => costDelta <= costMax)),
    ),
  );
  const all = rows.flat();
  if (all.length <= valuePairsMax) return all;
  return rows.flatMap((row) => {
    const dearest = Math.max(...row.map(({ costDelta }) => costDelta));
    return row.filter(({ costDelta }) => dearest - costDelta < 1);
  });
}
