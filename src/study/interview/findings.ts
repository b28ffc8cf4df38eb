/** What to say next time: what was missed in an interview, what weighs most first. */
import type { AuditFault, GoalResult } from "../../game/index.ts";
import { counts } from "../../game/index.ts";
import type { Slip } from "../reckoning.ts";
import type { InputName } from "../sums.ts";
import type { IdleQuestion } from "./clarifications.ts";
import type { EstimateName } from "./estimates.ts";
import { cameBack, type InterviewFacts, isTooMuch, passMark, type Returned } from "./facts.ts";
import type { GivesWay } from "./judge.ts";
import type { SummaryWord, TimedPhase } from "./machine.ts";

/** Something that was missed, as data; its sentence is a language's. */
export type NextTime =
  | { readonly kind: "not-asked"; readonly returned: Returned }
  | { readonly kind: "goal"; readonly goal: GoalResult }
  | { readonly kind: "bill"; readonly costPerMonth: number; readonly budget: number }
  | { readonly kind: "loss"; readonly fault: AuditFault }
  | {
      readonly kind: "slip";
      readonly figure: EstimateName;
      readonly slip: Slip<InputName>;
      readonly ratio: number;
    }
  | { readonly kind: "off"; readonly figure: EstimateName; readonly ratio: number }
  | { readonly kind: "no-figure"; readonly figure: EstimateName }
  | { readonly kind: "twist" }
  | { readonly kind: "changes"; readonly changes: number; readonly takes: number }
  | { readonly kind: "not-explained" }
  | { readonly kind: "rung"; readonly rung: number }
  | { readonly kind: "growth"; readonly factor: number; readonly first?: GivesWay }
  | { readonly kind: "idle"; readonly question: IdleQuestion }
  | { readonly kind: "overtime"; readonly phase: TimedPhase }
  | { readonly kind: "unsaid"; readonly word: SummaryWord }
  /** Nothing was missed. */
  | { readonly kind: "nothing" };

/** All that was missed, what weighs most first; of each kind the first. */
export function findingsOf(facts: InterviewFacts): readonly NextTime[] {
  const found = [...ofDesign(facts), ...ofNumbers(facts), ...ofDepth(facts), ...ofManner(facts)];
  const firsts = found.filter(({ kind }, n) => found.findIndex((each) => each.kind === kind) === n);
  return firsts.length > 0 ? firsts : [{ kind: "nothing" }];
}

function* ofDesign({ unasked, judged }: InterviewFacts): Generator<NextTime> {
  const returned = unasked.filter(cameBack);
  for (const each of returned) yield { kind: "not-asked", returned: each };
  if (!judged) return;
  // What was never asked for has been told by that.
  const isTold = ({ indicator }: GoalResult) => returned.some(({ goals }) => goals.includes(indicator));
  for (const goal of judged.goals) if (!goal.met && !isTold(goal)) yield { kind: "goal", goal };
  const { costPerMonth, budget } = judged;
  if (costPerMonth > budget && !returned.some(({ isBill }) => isBill))
    yield { kind: "bill", costPerMonth, budget };
  for (const row of judged.audit?.rows ?? []) if (counts(row)) yield { kind: "loss", fault: row.fault };
}

function* ofNumbers({ figures }: InterviewFacts): Generator<NextTime> {
  for (const { name, estimated } of figures) {
    if (!estimated) yield { kind: "no-figure", figure: name };
    else if (estimated.mark < 1) {
      const { ratio, slip } = estimated;
      yield slip ? { kind: "slip", figure: name, slip, ratio } : { kind: "off", figure: name, ratio };
    }
  }
}

function* ofDepth({ twist, rungs, judged }: InterviewFacts): Generator<NextTime> {
  if (twist.judged?.passed === false) yield { kind: "twist" };
  const { changes = 0, takes } = twist;
  if (isTooMuch(twist)) yield { kind: "changes", changes, takes };
  for (const { rung, mark } of rungs) if (mark < passMark) yield { kind: "rung", rung };
  for (const { factor, passed, first } of judged?.growth ?? [])
    if (!passed) yield { kind: "growth", factor, ...(first && { first }) };
  if (!twist.isExplained) yield { kind: "not-explained" };
}

function* ofManner({ asked, times, unsaid }: InterviewFacts): Generator<NextTime> {
  for (const question of asked.idle) yield { kind: "idle", question };
  for (const { phase, spentMs, limitMs } of times)
    if (limitMs !== undefined && spentMs > limitMs) yield { kind: "overtime", phase };
  for (const word of unsaid) yield { kind: "unsaid", word };
}
