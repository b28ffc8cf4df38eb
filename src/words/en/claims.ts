import type { GoalResult } from "../../game/index.ts";
import type { ClaimName, DesignName, Failing, Measured, Statement } from "../../solver/index.ts";
import type { ClaimTerms, ClaimWords } from "../contract/claims.ts";
import { percent } from "../figures.ts";

const names: Readonly<Record<Exclude<ClaimName, `wrong-answer-${string}`>, string>> = {
  "start-fails": "start fails",
  "lesson-passes": "lesson passes",
  "naive-answer": "naive answer",
  "bigger-box-fails": "bigger box fails",
  "concept-is-necessary": "concept is necessary",
  "two-designs-pass": "two designs pass",
  "star-2-reachable": "star 2 reachable",
  "star-3-reachable": "star 3 reachable",
  "same-on-every-seed": "same on every seed",
  "margins-are-clear": "margins are clear",
  "whole-space-searched": "whole space searched",
  "no-pass-without-concept": "no pass without the concept",
  "bigger-box-never-wins": "a bigger box never wins",
  "no-star-for-fragility": "no star for fragility",
  "screening-loses-nothing": "screening loses nothing",
  "search-tells-truth": "the search tells the truth",
  "audit-holds": "three stars hold the audit",
  "price-keeps-copies": "a price keeps the copies",
  "wrong-wins-nothing": "a wrong idea wins nothing",
  "best-answer-has-three": "the best answer has three stars",
  "room-to-spare": "room to spare",
  "every-offer-matters": "every offer matters",
};

const designNames: Readonly<Record<Exclude<DesignName, `wrong-${string}`>, string>> = {
  start: "start",
  lesson: "lesson",
  another: "another",
  "bigger-box": "bigger box",
  "two-stars": "two stars",
  "three-stars": "three stars",
};

/** A name of the table, or one with its letter: "wrong-answer-B" is "wrong answer B". */
const named = (name: string, table: Readonly<Record<string, string>>) =>
  table[name] ?? name.replaceAll("-", " ");

const stars = (count: number) => "★".repeat(count);

function measured(goals: readonly Measured[], terms: ClaimTerms): string[] {
  const shown = goals.map(({ indicator, value }) => `${terms.indicator(indicator)} ${figure(value)}`);
  return [...new Set(shown)];
}

/** "availability 0.9941 ≥ 0.993" */
function judged(goals: readonly GoalResult[], terms: ClaimTerms): string[] {
  return goals.map(({ indicator, value, bound, target, met }) => {
    const sign = bound === "atMost" ? (met ? "≤" : ">") : met ? "≥" : "<";
    return `${terms.indicator(indicator)} ${figure(value)} ${sign} ${target}`;
  });
}

/** Four digits are enough to be told apart by. */
function figure(value: number): string {
  return Number.isNaN(value) ? "none" : String(Number(value.toPrecision(4)));
}

function failing(way: Failing, terms: ClaimTerms): string {
  switch (way.code) {
    case "over-budget":
      return "over budget";
    case "misses":
      return `misses ${terms.indicator(way.indicator)}`;
    case "loses":
      return `${terms.place(way.place)}: ${way.reason.replaceAll("-", " ")}`;
    case "saturates":
      return `${terms.place(way.place)} saturates`;
  }
}

function told(statement: Statement, terms: ClaimTerms): string {
  switch (statement.code) {
    case "fails":
    case "passes":
    case "none":
    case "clear":
      return statement.code;
    case "another-passes":
      return "another design passes";
    case "sold":
      return "for sale";
    case "not-sold":
      return "not for sale";
    case "two-or-more":
      return "two or more";
    case "one-verdict":
      return statement.onAll ? `one verdict each; ${statement.onAll} on all seeds` : "one verdict each";
    case "every-design":
      return "every design";
    case "all-fail":
      return "all fail";
    case "none-without-concept":
      return "no pass without it";
    case "stars":
      return stars(statement.stars);
    case "failing":
      return statement.ways.map((way) => failing(way, terms)).join(", ");
    case "verdict": {
      const { missed, costPerMonth, notSo } = statement;
      const bill = costPerMonth === undefined ? [] : [`bill ${Math.round(costPerMonth)}`];
      const verdict =
        statement.stars > 0
          ? [stars(statement.stars), ...judged(statement.starGoals ?? [], terms)].join("  ")
          : `fails: ${[...measured(missed, terms), ...bill].join(", ")}`;
      return [verdict, ...notSo.map((way) => `not so: ${failing(way, terms)}`)].join("; ");
    }
    case "design-passes":
      return `passes: ${statement.line}`;
    case "three-stars-hold":
      return "whatever has three stars holds the audit";
    case "price-with-copies":
      return "a price that can be met with copies";
    case "no-more-than-lesson":
      return "no more stars than the lesson";
    case "no-price":
      return "no price";
    case "no-audit":
      return "no star asks for it";
    case "fragile":
      return `three stars: ${statement.line}`;
    case "hold-of":
      return `no single point in ${statement.of}; ${statement.count} audited once more hold`;
    case "audit-holds":
      return `${statement.designs} ${statement.designs === 1 ? "design holds" : "designs hold"}`;
    case "audit-breaks":
      if (statement.losses.length === 0) return "the peak itself is too much";
      return statement.losses
        .map(({ fault, availability }) => `${terms.fault(fault)} ${percent(availability)}`)
        .join(", ");
    case "wrong-wins":
      return `wrong answer ${statement.letter}: ${stars(statement.stars)}, the lesson ${stars(statement.than) || "none"}`;
    case "busy-at-most":
      return `no part above ${percent(statement.share)}`;
    case "busiest":
      return `${terms.place(statement.place)} ${percent(statement.share)}`;
    case "none-of-tried":
      return `none of ${statement.tried} tried`;
    case "one-verdict-on": {
      const seeds = `${statement.seeds.join(" + ")} seeds`;
      return statement.designs === undefined
        ? `one verdict on ${seeds}`
        : `${statement.designs} designs, ${statement.seeds.slice(0, -1).join(" + ")} seeds, ${statement.seeds.at(-1)} more where in doubt`;
    }
    case "designs-differ":
      return `${statement.count} designs differ`;
    case "named-differ":
      return `differ: ${statement.names.map((each) => each.map((name) => named(name, designNames)).join(", ")).join("; ")}`;
    case "margin":
      return `${percent(statement.share)} of a goal`;
    case "thin":
      return measured(statement.goals, terms).join(", ");
    case "designs":
      return `${statement.count} designs`;
    case "pass":
      return `${statement.count} pass`;
    case "nearest-fail":
      return `the ${statement.count} nearest fail`;
    case "none-close":
      return `none; ${statement.close} came close${statement.isTooMany ? ", too many to decide" : ""}`;
    case "of":
      return `${statement.count} of ${statement.of}`;
    case "idle":
      return `no difference: ${statement.values.map(({ offer, label }) => `${offer} ${label}`).join(", ")}`;
    case "wrong-ideas":
      return `none; sold as a wrong idea: ${statement.values.map(({ offer, label, letter }) => `${offer} ${label} (${letter})`).join(", ")}`;
    case "sample-share":
      return `${percent(statement.share)} of a sample`;
    case "pass-exactly":
      return `${statement.count} of ${statement.of} pass exactly`;
  }
}

export const claims: ClaimWords = {
  name: (claim) => named(claim, names),
  told,
  notYet: (got) => `not yet held: ${got}`,
};
