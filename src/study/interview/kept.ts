/** What running a design has shown, as it comes back from a save: plain JSON of perhaps another version of the game. */
import { type Audit, type AuditFault, type AuditRow, faultParts, type GoalResult } from "../../game/index.ts";
import {
  type Failure,
  type Indicator,
  isPlace,
  partsOfIndicator,
  plainIndicators,
  reasons,
  regionalIndicators,
  regionNames,
} from "../../sim/index.ts";
import { type Check, flag, list, number, oneOf, perhaps, record, shape, text } from "./checks.ts";
import type { GivesWay, Grown, Judged } from "./judge.ts";

const region = oneOf(...regionNames);
const place: Check = (value) => typeof value === "string" && isPlace(value);
/** Goals are about an indicator, or about the bill. */
export const indicator: Check = (value) => {
  if (value === "costPerMonth") return true;
  if (typeof value !== "string") return false;
  const { name, region: where } = partsOfIndicator(value as Indicator);
  return where === undefined
    ? oneOf(...plainIndicators)(name)
    : oneOf(...regionalIndicators)(name) && region(where);
};
const failure = shape<Failure>({ place, reason: oneOf(...reasons), count: number });
export const fault = shape<AuditFault>({ part: oneOf(...faultParts), region: perhaps(region) });
const lost = record(perhaps(number));
export const givesWay = shape<GivesWay>({ place, what: text });
export const bound = oneOf("atMost", "atLeast");
export const goalResult = shape<GoalResult>({
  ...{ indicator, target: number, bound, value: number, met: flag },
});
const row = shape<AuditRow>({
  ...{ fault, availability: number, atLeast: number, outageSec: number, lost, failedBy: list(failure) },
  ...{ missed: list(indicator), holds: flag, isCurable: flag },
});
const undisturbed = shape<Audit["undisturbed"]>({
  ...{ availability: number, atLeast: number, failedBy: list(failure), holds: flag },
});
const audit = shape<Audit>({ undisturbed, rows: list(row), holds: flag });
const grown = shape<Grown>({
  ...{ factor: number, passed: flag, availability: number },
  ...{ first: perhaps(givesWay), lost: perhaps(failure) },
});

export const isJudged = shape<Judged>({
  ...{ passed: flag, goals: list(goalResult), costPerMonth: number, budget: number },
  ...{ topics: list(text), first: perhaps(givesWay), trigger: perhaps(text) },
  ...{ audit: perhaps(audit), growth: list(grown) },
});

/** What running a design has shown, as it was kept; undefined where it cannot be read. */
export function readJudged(kept: unknown): Judged | undefined {
  return isJudged(kept) ? kept : undefined;
}
