/** The door to the solver. */
export { type Claim, quickClaims } from "./claims.ts";
export { searchParallel } from "./pool.ts";
export { cheapestProven, type Findings, merge, type Passing, paretoFront, search } from "./search.ts";
export { candidates, canonical, type Shard } from "./space.ts";
