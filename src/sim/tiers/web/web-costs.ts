/** What a request of each kind costs a web box, in seconds of one vCPU. */

import type { Site } from "../../design/design.ts";
import { joinLookups, webCpuSec } from "../../scenario/capacities.ts";
import type { RequestKind } from "../../scenario/scenario.ts";
import { mainStore } from "../common/data-home.ts";

export interface RequestCost {
  readonly missSec: number;
  /** When the cache had the answer. */
  readonly hitSec: number;
}

/** Work of one request; `asksSession` when its session must be fetched from a store that the boxes share. */
export function requestCost(kind: RequestKind, site: Site, asksSession: boolean): RequestCost {
  const session = asksSession ? webCpuSec.session : 0;
  switch (kind) {
    case "asset":
      return alike(webCpuSec.asset);
    case "log":
      return alike(webCpuSec.log);
    case "photo":
      return alike(site.queue.kind === "none" ? webCpuSec.photo : webCpuSec.publish);
    case "feed": {
      // A store without joins leaves them to the application: one lookup a row.
      const joins = mainStore(site) === "kv" ? joinLookups * webCpuSec.lookup : 0;
      return { missSec: webCpuSec.dynamic + joins + session, hitSec: webCpuSec.hit + session };
    }
    default:
      return { missSec: webCpuSec.dynamic + session, hitSec: webCpuSec.hit + session };
  }
}

function alike(sec: number): RequestCost {
  return { missSec: sec, hitSec: sec };
}
