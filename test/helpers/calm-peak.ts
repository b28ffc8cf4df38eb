/** A peak at which a loss is felt by nobody: what a test finds at one is said over it. */
import type { AtPeak } from "../../src/game/index.ts";

export const calmPeak: AtPeak = {
  availability: 1,
  failedPerSec: [],
  closedPerSec: [],
  failedBy: [],
  lost: { requests: 0 },
  indicators: {},
  utilization: [],
};
