/** On call: a working system breaks; somebody has to find out why, and mend it while it runs. */
export * from "./case.ts";
export type { ChangeId } from "./changes.ts";
export { cases } from "./data.ts";
export { caseNamed, caseOf, caseTraffics, variantId } from "./named.ts";
export {
  type CaseClaim,
  type IdleProof,
  type ProvenCase,
  proveCase,
  proveCases,
  provingChange,
  provingIdle,
} from "./proof.ts";
export { type ShiftScore, scoreOf, shiftOver } from "./score.ts";
export * from "./shift.ts";
export { brokenAt, dayTicks, meanBefore } from "./watched.ts";
