/** The door to the solver. */
export { type Claim, type QuickClaim, quickClaims, quickClaimsOf } from "./claims.ts";
export { claimsParallel, searchParallel } from "./pool.ts";
export { cheapestProven, type Findings, type Passing, paretoFront } from "./search.ts";
export { type Shard, wholeSpace } from "./space.ts";
export { wholeClaims } from "./whole.ts";
