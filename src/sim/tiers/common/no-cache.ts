/** A site without cache nodes. */
import type { Tier, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";

/** Where nothing is kept nothing is hit, and nothing is old or lost. */
export class NoCache implements Tier {
  measure(_world: World, indicators: Indicators): void {
    indicators["hitRatio"] ??= 0;
    indicators["staleReadShare"] ??= 0;
    indicators["staleSecMax"] ??= 0;
    indicators["ordersLost"] ??= 0;
  }
}
