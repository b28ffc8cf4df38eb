/** The system that one begins with: sound as it is. */
import type { System } from "./system.ts";

/** @param restart what its first event is called */
export function exampleSystem(restart: string): System {
  return {
    name: "photos",
    design: "dns · lb 2 interval=10s retry · web 3×8 · cache 2 · db 4 + 1×4",
    goals: [
      { indicator: "availability", atLeast: 0.99 },
      { indicator: "latencyP95Ms", atMost: 150 },
      { indicator: "costPerMonth", atMost: 6_000 },
    ],
    scenario: {
      ticks: 600,
      tickSec: 1,
      streams: [
        {
          kind: "page",
          curve: [
            [0, 300],
            [200, 900],
            [600, 900],
          ],
          regions: { us: 0.7, europe: 0.3 },
          mobileShare: 0.4,
        },
        { kind: "write", curve: [[0, 20]], regions: { us: 1 }, mobileShare: 0.4 },
      ],
      data: {
        objects: 2_000_000,
        objectKb: 4,
        zipf: 0.9,
        changesPerWrite: 1,
        assets: 20_000,
        assetKb: 20,
        growthShare: 0,
      },
      clients: { timeoutSec: 3, attempts: 2, backoffSec: 1, retryBudget: 0.1, pageRoundTrips: 8 },
      events: [
        { what: "cache-restart", label: restart, nodes: 1, atSec: 300, untilSec: 315 },
        { what: "crash", tier: "web", boxes: 1, atSec: 400, untilSec: 460 },
      ],
      billBandwidth: true,
    },
  };
}
