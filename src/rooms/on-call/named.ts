/** Cases by their names: the ones there are, and the same with more or fewer people. */
import { withTraffic } from "../../game/index.ts";
import type { Case } from "./case.ts";
import { cases } from "./data.ts";

/** Factors on all traffic of a case's day under which it is another day of the same case. */
export const caseTraffics = [0.85, 0.9, 0.95, 1, 1.05] as const;
export type CaseTraffic = (typeof caseTraffics)[number];

const variants = new Map<string, Case>(
  cases.flatMap((which) =>
    caseTraffics.map((traffic) => {
      const id = variantId(which.id, traffic);
      const day: Case["day"] = (faultSec) => withTraffic(which.day(faultSec), traffic);
      return [id, traffic === 1 ? which : { ...which, id, day }];
    }),
  ),
);

/** The id of a case with so much traffic: its own with as much as it has. */
export function variantId(id: string, traffic: CaseTraffic): string {
  return traffic === 1 ? id : `${id}*${traffic}`;
}

/** The case that a seed picks: every one of them once, before any comes again. */
export function caseOf(seed: number): Case {
  // A stride that has no divisor in common with the number of cases.
  return cases[(seed * 7 + 3) % cases.length]!;
}

/** The case of that id, or a variant of one. */
export function caseNamed(id: string): Case | undefined {
  return variants.get(id);
}
