/** What a claim is, as data: which one, what should be of a design or a space, and what was found. */
import type { FaultName, GoalIndicator, GoalResult } from "../game/index.ts";
import type { Bucket, Place } from "../sim/index.ts";
import type { OfferedValue, WrongIdeaSold } from "./matters.ts";

/** The rules by which nothing pays for fragility. */
export const ruleNames = [
  "audit-holds",
  "price-keeps-copies",
  "wrong-wins-nothing",
  "best-answer-has-three",
  "room-to-spare",
] as const;
export type RuleName = (typeof ruleNames)[number];

/** The claims by name; a wrong answer's has its letter. */
export type ClaimName =
  | RuleName
  | "start-fails"
  | "lesson-passes"
  | "naive-answer"
  | `wrong-answer-${string}`
  | "bigger-box-fails"
  | "concept-is-necessary"
  | "two-designs-pass"
  | "star-2-reachable"
  | "star-3-reachable"
  | "same-on-every-seed"
  | "margins-are-clear"
  | "whole-space-searched"
  | "no-pass-without-concept"
  | "bigger-box-never-wins"
  | "no-star-for-fragility"
  | "screening-loses-nothing"
  | "search-tells-truth"
  | "every-offer-matters";

/** What a level's data names a design for. */
export type DesignName =
  | "start"
  | "lesson"
  | "another"
  | "bigger-box"
  | "two-stars"
  | "three-stars"
  | `wrong-${string}`;

/** A goal and what was measured. */
export interface Measured {
  readonly indicator: GoalIndicator;
  readonly value: number;
}

/** One way in which a wrong answer must fail. */
export type Failing =
  | { readonly code: "over-budget" }
  | { readonly code: "misses"; readonly indicator: GoalIndicator }
  | ({ readonly code: "loses" } & Bucket)
  | { readonly code: "saturates"; readonly place: Place };

/** What should be, or what was found. */
export type Statement =
  | { readonly code: "fails" | "passes" | "another-passes" | "sold" | "not-sold" | "none" | "two-or-more" }
  | { readonly code: "one-verdict" /** Designs that were run on all seeds. */; readonly onAll?: number }
  | { readonly code: "clear" | "every-design" | "all-fail" | "none-without-concept" }
  | { readonly code: "stars"; readonly stars: number }
  | { readonly code: "failing"; readonly ways: readonly Failing[] }
  /** A verdict that is not passed, or stars; then what was expected and is not so. */
  | {
      readonly code: "verdict";
      readonly stars: number;
      readonly missed: readonly Measured[];
      /** The bill, where it is over the budget. */
      readonly costPerMonth?: number;
      readonly notSo: readonly Failing[];
      /** What the star that is asked for was judged by, in the run with the fewest stars. */
      readonly starGoals?: readonly GoalResult[];
    }
  | { readonly code: "design-passes"; readonly line: string }
  | { readonly code: "three-stars-hold" | "price-with-copies" | "no-more-than-lesson" | "no-price" }
  | { readonly code: "no-audit" }
  | { readonly code: "fragile"; readonly line: string }
  /** So many of those with three stars were audited once more and hold. */
  | { readonly code: "hold-of"; readonly count: number; readonly of: number }
  | { readonly code: "audit-holds"; readonly designs: number }
  | {
      readonly code: "audit-breaks";
      readonly losses: readonly { readonly fault: FaultName; readonly availability: number }[];
    }
  | {
      readonly code: "wrong-wins";
      readonly letter: string;
      readonly stars: number;
      readonly than: number;
    }
  | { readonly code: "busy-at-most"; readonly share: number }
  | { readonly code: "busiest"; readonly place: Place; readonly share: number }
  | { readonly code: "none-of-tried"; readonly tried: number }
  | { readonly code: "one-verdict-on"; readonly designs?: number; readonly seeds: readonly number[] }
  | { readonly code: "designs-differ"; readonly count: number }
  | { readonly code: "named-differ"; readonly names: readonly (readonly DesignName[])[] }
  | { readonly code: "margin"; readonly share: number }
  | { readonly code: "thin"; readonly goals: readonly Measured[] }
  | { readonly code: "designs" | "pass" | "nearest-fail"; readonly count: number }
  | { readonly code: "none-close"; readonly close: number; readonly isTooMany: boolean }
  | { readonly code: "of"; readonly count: number; readonly of: number }
  | { readonly code: "idle"; readonly values: readonly OfferedValue[] }
  /** Nothing is idle but what is sold as a wrong idea. */
  | { readonly code: "wrong-ideas"; readonly values: readonly WrongIdeaSold[] }
  | { readonly code: "sample-share"; readonly share: number }
  | { readonly code: "pass-exactly"; readonly count: number; readonly of: number };

/** One claim: what should be, what was found. */
export interface Claim {
  readonly claim: ClaimName;
  /** The design that it is about, in notation; empty when it is about none. */
  readonly design: string;
  readonly expected: Statement;
  readonly got: Statement;
  readonly ok: boolean;
  /** A rule for levels that are still to be tuned: where it is not held it is told, and disproves nothing. */
  readonly isRule?: true;
}

/** A claim, or a rule, that is proven when somebody asks. */
export interface QuickClaim<N extends ClaimName = ClaimName> {
  readonly name: N;
  readonly prove: () => Claim;
}
