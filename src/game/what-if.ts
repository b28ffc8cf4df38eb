/**
 * What a change would have done, by really running it: every single affordable move is screened with few particles,
 * pairs of the most promising where no single one does it, and the few worth telling are run as the verdict runs them.
 */
import { type Design, reportedRun, searchRun } from "../sim/index.ts";
import { daySeeds } from "./days.ts";
import type { Level, Playable } from "./level.ts";
import type { Plan } from "./plan.ts";
import { type Move, movesFrom } from "./shop.ts";
import {
  closeness,
  type Fidelity,
  type GoalResult,
  nearTo,
  type Outcome,
  verdictOf,
  worstOf,
} from "./verdict.ts";
import { buysPart } from "./wrong-idea.ts";

/** A change of one setting or two, and what it did. */
export interface Counterfactual {
  /** In the order in which they are made. */
  readonly moves: readonly [Move, ...Move[]];
  readonly design: Design;
  /** What the whole bill changes by, dollars a month. */
  readonly costDelta: number;
  readonly outcome: Outcome;
}

type Change = Omit<Counterfactual, "outcome">;

/** Changes that are paired with each other where no single one passes. */
const pairedMax = 4;
/** Part of its way to the target that a failed goal must come nearer to be helped. */
const helpMin = 0.05;

/**
 * Tries every change of a design and keeps what teaches most: of each offer its best value alone. Of a failed design,
 * for every failed goal what helps it most, the concept of the level, and a pair where no single change passes; of one
 * that passed, what could be taken away, what would break it, and what would earn a star.
 * @param count how many to keep
 * @returns the changes, run with full precision
 */
export function* whatIf(
  playable: Playable,
  design: Design,
  seed: number,
  count = 3,
): Plan<readonly Counterfactual[]> {
  const singles = movesFrom(playable, design).map(
    (move): Change => ({ moves: [move], design: move.design, costDelta: move.costDelta }),
  );
  const wanted = (changes: readonly Change[], fidelity: Fidelity) =>
    changes.map((change) => ({ design: change.design, seed, fidelity }));
  const [own, ...screened] = yield {
    runs: [{ design, seed, fidelity: searchRun }, ...wanted(singles, searchRun)],
    later: count + pairedMax,
  };
  const before = own as Outcome;
  const payable = withOutcomes(singles, screened).filter(
    ({ outcome }) => outcome.withinBudget || before.passed,
  );
  const tried = payable.filter(({ outcome }) => differs(outcome, before));
  const needsPairs = !before.passed && !tried.some(({ outcome }) => outcome.passed);
  const pairs = needsPairs ? pairsOf(playable, design, payable, tried, before) : [];
  const paired = pairs.length === 0 ? [] : yield { runs: wanted(pairs, searchRun), later: count };
  const bestPair = withOutcomes(pairs, paired)
    .filter(({ outcome }) => outcome.withinBudget)
    .sort(byCloseness)[0];
  const chosen = before.passed
    ? afterPass(playable, tried, before)
    : afterLoss(playable, tried, before, bestPair);
  const told = chosen.slice(0, count);
  const found = withOutcomes(told, told.length === 0 ? [] : yield* onAllDays(playable, told));
  return before.passed ? found : found.sort(byCloseness);
}

/** How changes come out as the verdict has it: of every kind of day that a seed may bring, the one that decides. */
function* onAllDays(playable: Playable, changes: readonly Change[]): Plan<readonly Outcome[]> {
  const seeds = daySeeds(playable);
  // One audit does for all days of a design.
  const fidelities = seeds.map((_, i) =>
    i === 0 ? ({ ...reportedRun, audits: true } as const) : reportedRun,
  );
  const outcomes = yield {
    runs: changes.flatMap(({ design }) =>
      seeds.map((seed, i) => ({ design, seed, fidelity: fidelities[i] ?? reportedRun })),
    ),
    later: 0,
  };
  return changes.map((_, i) => {
    const own = outcomes.slice(i * seeds.length, (i + 1) * seeds.length);
    return worstOf(verdictOf(own).outcomes);
  });
}

function withOutcomes(changes: readonly Change[], outcomes: readonly Outcome[]): Counterfactual[] {
  return changes.map(({ moves, design, costDelta }, i) => ({
    moves,
    design,
    costDelta,
    outcome: outcomes[i] as Outcome,
  }));
}

function byCloseness(a: Counterfactual, b: Counterfactual): number {
  return closeness(b.outcome) - closeness(a.outcome) || a.costDelta - b.costDelta;
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

function afterLoss(
  playable: Playable,
  tried: readonly Counterfactual[],
  before: Outcome,
  pair: Counterfactual | undefined,
): Counterfactual[] {
  const ranked = [...tried].sort(byCloseness);
  const better = ranked.filter(({ outcome }) => closeness(outcome) > closeness(before));
  const helpers = before.goals.flatMap((goal, i) => (goal.met ? [] : (helperOf(tried, before, i) ?? [])));
  const concept = conceptOf(playable);
  const taught = concept && ranked.find(({ design }) => concept(design));
  const isNew = taught && tried.some(({ design }) => !concept(design));
  return onePerOffer([
    ...(pair && closeness(pair.outcome) > closeness(better[0]?.outcome ?? before) ? [pair] : []),
    ...better.slice(0, 1),
    ...helpers,
    ...(isNew ? [taught] : []),
    ...better.slice(1),
  ]);
}

/** What brings one goal nearest to its target, whatever else suffers. */
function helperOf(tried: readonly Counterfactual[], before: Outcome, at: number): Counterfactual | undefined {
  const nearness = (outcome: Outcome) => nearTo(outcome.goals[at] as GoalResult);
  return [...tried]
    .filter(({ outcome }) => nearness(outcome) - nearness(before) >= helpMin)
    .sort((a, b) => nearness(b.outcome) - nearness(a.outcome) || byCloseness(a, b))[0];
}

function conceptOf(playable: Playable): Level["concept"] | undefined {
  return "concept" in playable ? (playable as Level).concept : undefined;
}

/**
 * What would earn another star, what could be taken away, and what would break it: the savings that miss by least, and
 * the level's concept undone. A change after which nobody is answered teaches nothing.
 */
function afterPass(playable: Playable, tried: readonly Counterfactual[], before: Outcome): Counterfactual[] {
  const passing = tried.filter(({ outcome }) => outcome.passed);
  const saving = passing
    .filter(({ costDelta, outcome }) => costDelta <= -1 && outcome.stars >= before.stars)
    .sort((a, b) => a.costDelta - b.costDelta)[0];
  const breaking = tried
    .filter(
      ({ costDelta, outcome }) => costDelta <= 0 && !outcome.passed && outcome.report.ledger.answered > 0,
    )
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
 * Pairs of the changes that come closest or help a failed goal most, and of the concept, or a part that was not there,
 * with the settings that change nothing without it.
 * @param payable every single change that the budget allows
 * @param tried those of them that change anything
 */
function pairsOf(
  playable: Playable,
  design: Design,
  payable: readonly Counterfactual[],
  tried: readonly Counterfactual[],
  before: Outcome,
): Change[] {
  const concept = conceptOf(playable);
  const ranked = [...tried].sort(byCloseness);
  const helpers = before.goals.flatMap((goal, i) => (goal.met ? [] : (helperOf(tried, before, i) ?? [])));
  const taught = concept ? ranked.filter(({ design }) => concept(design)).slice(0, 1) : [];
  const close = onePerOffer([...helpers, ...taught, ...ranked]).slice(0, pairedMax);
  // As much of it as can be paid: a part too small would hide what its settings do.
  const parts = payable
    .filter((each) => buysPart(design, each.design))
    .sort((a, b) => b.costDelta - a.costDelta);
  const openers = [...taught, ...onePerOffer(parts)];
  const known = new Set(tried.map(({ moves }) => moves[0].offer.id));
  const changes: Change[] = [];
  for (const [i, first] of [...close, ...openers].entries()) {
    const [own] = first.moves;
    const partners = close.slice(i + 1).map(({ moves }) => moves[0]);
    for (const move of movesFrom(playable, first.design)) {
      const isPartner = partners.some(({ offer, choice }) => offer === move.offer && choice === move.choice);
      const isOpened = i >= close.length && !known.has(move.offer.id);
      if (move.offer !== own.offer && (isPartner || isOpened))
        changes.push({
          moves: [own, move],
          design: move.design,
          costDelta: first.costDelta + move.costDelta,
        });
    }
  }
  return changes;
}
