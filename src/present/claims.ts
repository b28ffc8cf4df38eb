/** A level's claims in a language's words. */
import { type FaultName, faultOf } from "../game/index.ts";
import { design as designOf, type Place, parseDesign } from "../sim/index.ts";
import type { Claim } from "../solver/index.ts";
import type { ClaimWords } from "../words/contract/claims.ts";
import type { Words } from "../words/index.ts";
import { indicatorName } from "./indicators.ts";
import { faultIn, placeOf } from "./sites.ts";

/** A claim with what should be and what was found as text. */
export interface ToldClaim {
  readonly claim: string;
  readonly design: string;
  readonly expected: string;
  readonly got: string;
  readonly ok: boolean;
  /** Told, and disproves nothing. */
  readonly isRule?: true;
}

/** Tells a claim. */
export function toldClaim(words: Words, claims: ClaimWords, claim: Claim): ToldClaim {
  const { design, ok, isRule } = claim;
  // A claim about a setting of the shop, or about none, names no design.
  const parsed = parseDesign(design);
  const about = parsed.ok ? parsed.design : designOf("empty");
  const terms = {
    indicator: (indicator: Parameters<typeof indicatorName>[1]) => indicatorName(words, indicator),
    place: (place: Place) => words.places.part(placeOf(place, about)),
    fault: (name: FaultName) => words.audit.fault(faultIn(faultOf(name), about)),
  };
  const got = claims.told(claim.got, terms);
  return {
    claim: claims.name(claim.claim),
    design,
    expected: claims.told(claim.expected, terms),
    got: isRule && !ok ? claims.notYet(got) : got,
    ok,
    ...(isRule ? { isRule } : {}),
  };
}
