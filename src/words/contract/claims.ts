/** What `play prove` says of a level's claims. */
import type { GoalIndicator } from "../../game/index.ts";
import type { Place } from "../../sim/index.ts";
import type { ClaimName, Statement } from "../../solver/index.ts";

/** Names that a language has words for elsewhere. */
export interface ClaimTerms {
  indicator(indicator: GoalIndicator): string;
  place(place: Place): string;
}

export interface ClaimWords {
  name(claim: ClaimName): string;
  /** What should be, or what was found, in short. */
  told(statement: Statement, terms: ClaimTerms): string;
}
