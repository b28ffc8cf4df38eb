/**
 * What would make the audit hold where it alone keeps the third star: changes of the parts that are lost, and of those
 * where requests fail meanwhile, each audited; pairs where no single one does it.
 */
import { partsOfPlace, searchRun } from "../sim/index.ts";
import type { AuditCheck } from "./audit/audit.ts";
import { type FaultName, faultName } from "./audit/faults.ts";
import { type Change, type Counterfactual, isSame, seconds, withOutcomes } from "./change.ts";
import { type Playable, targetOf } from "./level.ts";
import type { Plan } from "./plan.ts";
import type { Move } from "./shop.ts";
import type { Outcome } from "./verdict.ts";

/** Changes that are audited, alone and as pairs: an audit is as long as a dozen runs. */
const singlesMax = 10;
const pairsMax = 8;
/** First halves of pairs. */
const firstsMax = 2;
/** Values that are audited of one offer: the smallest step, the largest, one between. */
const valuesMax = 3;
/** Places where most was lost that a change may help. */
const placesMax = 3;

/** Parts that stand in a zone. */
const zoned = ["db", "cache", "shards"] as const;
/** The settings that speak of a part or a place, where they are not called after it. */
const settingsOf: Readonly<Record<string, readonly string[]>> = {
  replicas: ["db"],
  "zone-A": zoned,
  "zone-B": zoned,
  site: ["dns", "sync"],
};

/**
 * Tries what would make the audit hold.
 * @param tried every single change that was screened, judged by goals alone
 * @param audit of the design as it is, which does not hold
 * @returns the cheapest change found whose audit holds and that has all three stars, as a search sees it
 */
export function* auditCure(
  playable: Playable,
  tried: readonly Counterfactual[],
  audit: AuditCheck,
  seed: number,
): Plan<Counterfactual | undefined> {
  const aimed = tried.filter(({ moves: [move] }) => isAimed(move, audit));
  const singles = spreadOver(aimed.filter(({ outcome }) => outcome.stars === 3)).slice(0, singlesMax);
  const audited = yield* auditedOf(singles, seed, pairsMax);
  const alone = cheapestHeld(audited);
  if (alone) return alone;
  // One loss borne and another not, or borne for too much money: half of a cure.
  const before = brokenOf(audit);
  const further = byCost(audited.filter(({ outcome }) => outcome.audit && brokenOf(outcome.audit) !== before))
    .slice(0, firstsMax)
    .flatMap((first) => seconds(playable, first, (move) => isAimed(move, first.outcome.audit!)));
  const whole = tried.filter(({ outcome }) => outcome.stars === 3);
  const tooDear = byCost(spreadOver(aimed.filter(({ outcome }) => overspentBy(playable, outcome) > 0)))
    .slice(0, firstsMax)
    .flatMap((first) => {
      const over = overspentBy(playable, first.outcome);
      const pays = whole.filter(({ costDelta }) => -costDelta >= over);
      return seconds(playable, first, (move) => pays.some(({ moves: [other] }) => isSame(move, other)));
    });
  const share = Math.ceil(pairsMax / ([further, tooDear].filter(({ length }) => length > 0).length || 1));
  const pairs = [further, tooDear].flatMap((each) => spreadOver(each).slice(0, share));
  return cheapestHeld(yield* auditedOf(pairs, seed, 0));
}

function* auditedOf(changes: readonly Change[], seed: number, later: number): Plan<Counterfactual[]> {
  if (changes.length === 0) return [];
  const fidelity = { ...searchRun, audits: true } as const;
  const outcomes = yield { runs: changes.map(({ design }) => ({ design, seed, fidelity })), later };
  return withOutcomes(changes, outcomes);
}

/** Whether a move changes a part that is lost, or one where requests fail while it is. */
function isAimed({ choice }: Move, { broken, undisturbed }: AuditCheck): boolean {
  const places = (broken ?? undisturbed).failedBy
    .slice(0, placesMax)
    .map(({ place }) => partsOfPlace(place).name);
  const named = [...(broken ? [broken.fault.part] : []), ...places];
  const parts = new Set(named.flatMap((name) => settingsOf[name] ?? [name]));
  return Object.keys(choice.set).some((path) => parts.has(path.replace(/^@\w+\./, "").split(".")[0]!));
}

/** What an audit does not bear; undefined where that is the peak itself. */
function brokenOf({ broken }: AuditCheck): FaultName | undefined {
  return broken && faultName(broken.fault);
}

function byCost<T extends Change>(changes: readonly T[]): T[] {
  return [...changes].sort((a, b) => a.costDelta - b.costDelta);
}

function cheapestHeld(audited: readonly Counterfactual[]): Counterfactual | undefined {
  return byCost(audited.filter(({ outcome }) => outcome.stars === 3 && outcome.audit?.holds))[0];
}

/** A few values of each offer, of all offers in turn. */
function spreadOver<T extends Change>(changes: readonly T[]): T[] {
  const offers = new Map<string, T[]>();
  for (const change of byCost(changes)) {
    const key = change.moves.map(({ offer }) => offer.id).join();
    offers.set(key, [...(offers.get(key) ?? []), change]);
  }
  const few = [...offers.values()].map((all) =>
    [0, all.length - 1, all.length >> 1].flatMap((at, n, ats) => (ats.indexOf(at) === n ? [all[at]!] : [])),
  );
  return Array.from({ length: valuesMax }, (_, n) => few.flatMap((all) => all[n] ?? [])).flat();
}

/** Dollars a month by which a design costs more than all three stars allow; 0 where it misses anything else. */
function overspentBy({ budget = Number.POSITIVE_INFINITY, stars }: Playable, outcome: Outcome): number {
  if (outcome.goals.some(({ met }) => !met)) return 0;
  const costs = [stars?.two, stars?.three].flatMap((rule) =>
    rule && !rule.scenario
      ? rule.goals.filter(({ indicator }) => indicator === "costPerMonth").map(targetOf)
      : [],
  );
  return Math.max(0, outcome.report.costPerMonth - Math.min(budget, ...costs));
}
