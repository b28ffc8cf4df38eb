/** A retry storm that may or may not live on: a load that doubles for eight seconds, and clients that try three times. */
import type { Playable } from "../../src/game/index.ts";
import { design, patientClients, photoData } from "../../src/sim/index.ts";

/** One core behind a balancer. */
export const stormBoxes = design("dns · lb 1 · web 1×1 · db 8");

/** At 200 requests a second the storm passes, at 300 it stays, between them it is a matter of chance. */
export function storm(load: number): Playable {
  return {
    id: "storm",
    start: stormBoxes,
    shop: [],
    scenario: {
      ticks: 150,
      tickSec: 1,
      streams: [
        {
          kind: "page",
          curve: [
            [0, load],
            [60, load],
            [60, 2 * load],
            [68, 2 * load],
            [68, load],
          ],
          regions: { us: 1 },
          mobileShare: 0,
        },
      ],
      data: photoData,
      clients: { ...patientClients, timeoutSec: 1, attempts: 3 },
      events: [],
    },
    goals: [{ indicator: "availability", atLeast: 0.9 }],
  };
}
