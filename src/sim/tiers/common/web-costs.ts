/** What a request costs the machine that computes its answer, a web box or the all-in-one box, in seconds of one vCPU. */

import type { Site } from "../../design/design.ts";
import { webCpuSec } from "../../scenario/capacities.ts";
import type { RequestTraits } from "../../scenario/kinds.ts";
import { mainStore } from "./data-home.ts";

export interface WebCost {
  readonly missSec: number;
  /** When the cache had the answer. */
  readonly hitSec: number;
}

/**
 * Work of one request.
 * @param asksSession whether its session must be fetched from a store that the boxes share
 * @param isPublished whether what can be done later is left to a queue
 */
export function webCostOf(
  traits: RequestTraits,
  site: Site,
  asksSession: boolean,
  isPublished: boolean,
): WebCost {
  if (traits.isQueued && isPublished) return { missSec: webCpuSec.publish, hitSec: webCpuSec.publish };
  const session = asksSession ? webCpuSec.session : 0;
  // A store without joins leaves them to the application.
  const joins = mainStore(site) === "kv" ? traits.joins * webCpuSec.lookup : 0;
  return { missSec: traits.webSec + joins + session, hitSec: traits.webHitSec + session };
}
