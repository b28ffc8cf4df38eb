/**
 * Which site a part is of, wherever a run is told. A place of the simulator names no site at home; a reader of a design
 * with two would not know which is meant.
 */
import type { AuditFault, FaultPart } from "../game/index.ts";
import { type Design, type Place, type PlaceName, type PlaceParts, partsOfPlace } from "../sim/index.ts";

/** What has its sites. */
export type Sited = Pick<Design, "sites">;

/** Of these there is one, or their own name says which is meant. */
const named: ReadonlySet<PlaceName | FaultPart> = new Set(["dns", "cdn", "site"]);

/** The region to name for a part at home; undefined where nobody could mistake it for another. */
function homeOf(part: PlaceName | FaultPart, { sites }: Sited): AuditFault["region"] {
  if (sites.length < 2 || named.has(part)) return undefined;
  // Copies elsewhere follow the one primary.
  if (part === "db" && sites.filter(({ db }) => db.size > 0).length < 2) return undefined;
  return sites[0].region;
}

/** A place as it is told of a design: with its site, where more than one could be meant. */
export function placeOf(place: Place, design: Sited): PlaceParts {
  const { name, region = homeOf(name, design) } = partsOfPlace(place);
  // There is one name service, whichever site it sends to.
  if (name === "dns") return { name };
  return region === undefined ? { name } : { name, region };
}

/** A fault of an audit, named in the same way. */
export function faultIn({ part, region }: AuditFault, design: Sited): AuditFault {
  const at = region ?? homeOf(part, design);
  return at === undefined ? { part } : { part, region: at };
}
