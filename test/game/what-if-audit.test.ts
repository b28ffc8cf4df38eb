/** What would make the audit hold: which changes are audited, and which of them is told. No run is made here. */
import { describe, expect, test } from "vitest";
import type { AuditCheck } from "../../src/game/audit/audit.ts";
import { type Counterfactual, singlesOf } from "../../src/game/change.ts";
import { count, type Outcome, type Playable } from "../../src/game/index.ts";
import type { WantedRun } from "../../src/game/plan.ts";
import { auditCure } from "../../src/game/what-if-audit.ts";
import { design } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const start = design("dns · lb 1 · web 6×4 · cache 1 · db 4 + 1×4");
const playable: Playable = {
  id: "invented",
  scenario: lessons[0]!.level.scenario,
  start,
  shop: [
    count("lb.nodes", 1, 2),
    count("web.count", 1, 12),
    count("cache.nodes", 1, 3),
    count("db.replicas", 1, 2),
  ],
  budget: 1_000,
  goals: [],
};

const undisturbed = { holds: true, failedBy: [] } as unknown as AuditCheck["undisturbed"];
const held = { holds: true, undisturbed } as AuditCheck;
/** An audit in which the loss of one of a part's boxes fails the most in these places. */
const brokenBy = (part: string, ...places: readonly string[]) =>
  ({
    holds: false,
    undisturbed,
    broken: {
      fault: { kind: "node", part },
      failedBy: places.map((place) => ({ place })),
    },
  }) as unknown as AuditCheck;
const outcomeOf = (rest: object) =>
  ({ stars: 3, goals: [], report: { costPerMonth: 500 }, ...rest }) as unknown as Outcome;

const singles = singlesOf(playable, start);
const named = ({ moves }: Pick<Counterfactual, "moves">) =>
  moves.map(({ offer, choice }) => `${offer.id} ${choice.label}`).join(" + ");
const tried = (outcome: (name: string) => object = () => ({})): Counterfactual[] =>
  singles.map((change) => ({ ...change, outcome: outcomeOf(outcome(named(change))) }));

/** Carries out a plan with invented audits: what was wanted at each step, and what is told at last. */
function cured(
  found: readonly Counterfactual[],
  audit: AuditCheck,
  outcome: (run: WantedRun) => object,
  of: Playable = playable,
): { readonly steps: readonly string[][]; readonly told: string | undefined } {
  const plan = auditCure(of, found, audit, 11);
  const steps: string[][] = [];
  const said = ({ sites: [{ lb, web, cache, db }] }: WantedRun["design"]) =>
    `lb ${lb.nodes} web ${web.count} cache ${cache.nodes} copies ${db.replicas}`;
  let step = plan.next([]);
  while (!step.done) {
    steps.push(step.value.runs.map(({ design: built }) => said(built)));
    step = plan.next(step.value.runs.map((run) => outcomeOf(outcome(run))));
  }
  return { steps, told: step.value && named(step.value) };
}

describe("changes are audited", () => {
  const none = () => ({ audit: brokenBy("lb") });

  test("of the part that is lost", () => {
    expect(cured(tried(), brokenBy("lb"), none).steps).toEqual([["lb 2 web 6 cache 1 copies 1"]]);
  });

  test("and of the three places where most requests fail meanwhile, a part of another name too", () => {
    const wide = cured(tried(), brokenBy("lb", "replicas", "cache", "dns", "web"), none).steps[0] ?? [];
    expect(wide.some((built) => /copies 2/.test(built))).toBe(true);
    expect(wide.some((built) => /cache 3/.test(built))).toBe(true);
    expect(wide.some((built) => !/web 6/.test(built))).toBe(false);
    const third = cured(tried(), brokenBy("lb", "dns", "cache", "web"), none).steps[0] ?? [];
    expect(third.some((built) => !/web 6/.test(built))).toBe(true);
  });

  test("of the peak's own failures where nothing is lost", () => {
    const peak = {
      holds: false,
      undisturbed: { holds: false, failedBy: [{ place: "cache" }] },
    } as unknown as AuditCheck;
    expect(cured(tried(), peak, none).steps[0]?.every((built) => /lb 1 web 6 cache [23]/.test(built))).toBe(
      true,
    );
  });

  test("those alone with which nothing but the audit is missing", () => {
    const two = tried((name) => (name === "lb.nodes 2" ? { stars: 2, goals: [{ met: false }] } : {}));
    expect(cured(two, brokenBy("lb"), none)).toEqual({ steps: [], told: undefined });
  });

  test("of an offer the smallest step, the largest and one between", () => {
    expect(cured(tried(), brokenBy("web"), none).steps[0]).toEqual([
      "lb 1 web 1 cache 1 copies 1",
      "lb 1 web 12 cache 1 copies 1",
      "lb 1 web 7 cache 1 copies 1",
    ]);
  });
});

describe("told is", () => {
  test("the cheapest whose audit holds, and no pair is audited then", () => {
    const all = cured(tried(), brokenBy("web"), () => ({ audit: held }));
    expect(all).toMatchObject({ told: "web.count 1" });
    expect(all.steps).toHaveLength(1);
    const dear = cured(tried(), brokenBy("web"), ({ design: { sites } }) => ({
      audit: sites[0].web.count > 6 ? held : brokenBy("web"),
    }));
    expect(dear.told).toBe("web.count 7");
  });

  test("none that loses a star on the way, nor where the audit has not been made", () => {
    expect(cured(tried(), brokenBy("lb"), () => ({ stars: 2, audit: held })).told).toBeUndefined();
    expect(cured(tried(), brokenBy("lb"), () => ({})).told).toBeUndefined();
  });

  test("a pair where the first half bears that loss and the next is another's", () => {
    const next = cured(tried(), brokenBy("lb"), ({ design: { sites } }) => ({
      audit: sites[0].lb.nodes < 2 ? brokenBy("lb") : sites[0].cache.nodes < 2 ? brokenBy("cache") : held,
    }));
    expect(next.told).toBe("lb.nodes 2 + cache.nodes 2");
    expect(next.steps.map(({ length }) => length)).toEqual([1, 2]);
    for (const built of next.steps[1] ?? []) expect(built).toMatch(/^lb 2 web 6 cache [23] copies 1$/);
  });

  test("a pair whose first half bears the loss where the peak itself does not hold yet, and the second mends that", () => {
    const peak = {
      holds: false,
      undisturbed: { holds: false, failedBy: [{ place: "cache" }] },
    } as unknown as AuditCheck;
    const next = cured(tried(), brokenBy("lb"), ({ design: { sites } }) => ({
      audit: sites[0].lb.nodes < 2 ? brokenBy("lb") : sites[0].cache.nodes < 2 ? peak : held,
    }));
    expect(next.told).toBe("lb.nodes 2 + cache.nodes 2");
    // And the other way round: what still does not hold at the peak is no half of a cure for it.
    const stuck = cured(tried(), peak, () => ({ audit: peak }));
    expect(stuck).toMatchObject({ told: undefined });
    expect(stuck.steps).toHaveLength(1);
    const other = cured(tried(), peak, ({ design: { sites } }) => ({
      audit: sites[0].cache.nodes < 2 ? peak : sites[0].lb.nodes < 2 ? brokenBy("lb") : held,
    }));
    expect(other.told).toBe("cache.nodes 2 + lb.nodes 2");
  });

  test("a pair of what is too dear and what pays for it, and of nothing that does not pay enough", () => {
    const boxMonth = -(singles.find((each) => named(each) === "web.count 5")?.costDelta ?? 0);
    const overspent = (dollars: number) =>
      tried((name) => (name === "lb.nodes 2" ? { stars: 2, report: { costPerMonth: 1_000 + dollars } } : {}));
    const pairOf = (dollars: number) =>
      cured(overspent(dollars), brokenBy("lb"), ({ design: { sites } }) => ({
        audit: sites[0].lb.nodes > 1 ? held : brokenBy("lb"),
      }));
    // The least that is given up first, and as many as are tried.
    const enough = pairOf(boxMonth);
    expect(enough.steps[0]?.every((built) => /^lb 2 web [1-5] cache 1 copies 1$/.test(built))).toBe(true);
    expect(enough.steps[0]).toContain("lb 2 web 5 cache 1 copies 1");
    const more = pairOf(boxMonth + 1);
    expect(more.steps[0]).not.toContain("lb 2 web 5 cache 1 copies 1");
    expect(more.steps[0]).toContain("lb 2 web 4 cache 1 copies 1");
    // A star's bound on the bill counts as the budget does; its other goals are none on dollars.
    const star = (budget: number) => ({
      goals: [
        { indicator: "availability", atLeast: 0.9 },
        { indicator: "costPerMonth", atMost: budget },
      ],
    });
    const stars = { two: star(1_000), three: star(2_000) } as unknown as NonNullable<Playable["stars"]>;
    const byStar = cured(
      overspent(boxMonth),
      brokenBy("lb"),
      ({ design: { sites } }) => ({ audit: sites[0].lb.nodes > 1 ? held : brokenBy("lb") }),
      { ...playable, budget: 5_000, stars },
    );
    expect(byStar).toEqual(enough);
    expect(pairOf(0)).toEqual({ steps: [], told: undefined });
    expect(pairOf(10 * boxMonth)).toEqual({ steps: [], told: undefined });
    // What keeps less than all stars pays for nothing.
    const poor = overspent(boxMonth).map((each) =>
      each.costDelta < 0 ? { ...each, outcome: outcomeOf({ stars: 2 }) } : each,
    );
    expect(cured(poor, brokenBy("lb"), () => ({ audit: held }))).toEqual({ steps: [], told: undefined });
  });
});
