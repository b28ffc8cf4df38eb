/** What was really done of what was asked for. */
import type { World } from "../../engine/world.ts";
import type { RequestKind } from "../../scenario/kinds.ts";

/**
 * Requests of a kind that are carried out anywhere, per second: those of this step, of which as many are refused as in
 * the one before. To be asked while tiers prepare, when every route still knows what was left of it then.
 */
export function carriedOutPerSec({ sources }: World, kind: RequestKind): number {
  let perSec = 0;
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]!;
    if (source.kind !== kind) continue;
    const { routes } = source;
    for (let r = 0; r < routes.length; r++)
      perSec += source.totalPerSec() * routes[r]!.share * routes[r]!.mass;
  }
  return perSec;
}
