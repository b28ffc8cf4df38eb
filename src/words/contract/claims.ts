/** What `play prove` says of a level's claims. */
import type { FaultName, GoalIndicator } from "../../game/index.ts";
import type { Place } from "../../sim/index.ts";
import type { ClaimName, Statement } from "../../solver/index.ts";

/** Names that a language has words for elsewhere. */
export interface ClaimTerms {
  indicator(indicator: GoalIndicator): string;
  place(place: Place): string;
  /** A loss of the audit by its name: "zone-A", "lb@korea". */
  fault(name: FaultName): string;
}

export interface ClaimWords {
  name(claim: ClaimName): string;
  /** What was found of a rule that a level does not hold yet. */
  notYet(got: string): string;
  /** What should be, or what was found, in short. */
  told(statement: Statement, terms: ClaimTerms): string;
}
