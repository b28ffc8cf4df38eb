/** The reference sheet with ten times the work of a request: in the place of the levels' own when whole designs are played. */
import * as own from "../../src/sim/scenario/capacities.ts";
import { withTenfoldWork } from "./tenth-town.ts";

export * from "../../src/sim/scenario/capacities.ts";
export const {
  webCpuSec,
  databaseSec,
  ratePerSecMax,
  sharding,
  poolPerCore,
  listenPerCore,
  waitingPerCore,
  waitingPerNode,
} = withTenfoldWork(own);
