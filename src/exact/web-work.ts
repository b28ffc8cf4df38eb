/** Work of requests at a web box, in seconds of one vCPU. */
import { capacities, type Site } from "../sim/index.ts";
import { keepsAllByKey } from "./store.ts";

const { webCpuSec } = capacities;

/** What a request of each kind costs a web box on one vCPU: when the store or the cache had the answer. */
export function webWork(site: Site, kind: string, hit: boolean): number {
  switch (kind) {
    case "asset":
      return webCpuSec.asset;
    case "log":
      return webCpuSec.log;
    case "photo":
      return site.queue.kind === "none" ? webCpuSec.photo : webCpuSec.publish;
    case "feed": {
      if (hit) return webCpuSec.hit;
      return webCpuSec.dynamic + (keepsAllByKey(site) ? capacities.joinLookups * webCpuSec.lookup : 0);
    }
    default:
      return hit ? webCpuSec.hit : webCpuSec.dynamic;
  }
}
