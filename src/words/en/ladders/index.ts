/** All ladders in English, in teaching order of their topics. */

import type { LadderTexts } from "../../contract/ladders.ts";
import { cacheLadders } from "./caches.ts";
import { dataLadders } from "./data.ts";
import { inputs } from "./inputs.ts";
import { levelLadders } from "./more.ts";
import { progress } from "./progress.ts";
import { runningLadders } from "./running.ts";
import { scopeLadders } from "./scope.ts";
import { ladderScreen } from "./screen.ts";
import { stateLadders } from "./state.ts";
import { wayInLadders } from "./way-in.ts";

export const ladders: LadderTexts = {
  screen: ladderScreen,
  progress,
  inputs,
  ladders: [
    ...scopeLadders,
    ...wayInLadders,
    ...dataLadders,
    ...cacheLadders,
    ...stateLadders,
    ...runningLadders,
    ...levelLadders,
  ],
  units: {
    requestsPerSec: "requests a second",
    terabytes: "TB",
    gigabitsPerSec: "Gbit/s",
    megabitsPerSec: "Mbit/s",
    gigabytes: "GB",
    boxes: "boxes",
    minutes: "minutes",
    percent: "%",
    rows: "rows",
    ms: "ms",
    seconds: "s",
    nodes: "nodes",
    requests: "requests",
    times: "times",
    connections: "connections",
    connectionsPerSec: "connections a second",
    writes: "writes",
    shards: "shards",
    hours: "hours",
    idsPerSec: "ids a second",
    parts: "parts",
    writesPerSec: "writes a second",
    keys: "keys",
    computations: "computations",
    fetchesPerSec: "fetches a second",
    cores: "cores",
    sessions: "sessions",
    refreshesPerSec: "refreshes a second",
    partitions: "partitions",
    effects: "effects",
    calls: "calls",
    percentile: "th percentile",
    traces: "traces",
    months: "months",
  },
  topics: "Topics that interviews climb, rung by rung; the level that prepares for each",
  rung: ({ at, of }) => `Rung ${at} of ${of}`,
  points: "A good answer",
  redFlags: "Better not said",
  samples: { weak: "weak", pass: "a pass", strong: "strong" },
  truth: ({ value, unit, within }) => `The figure: ${value} ${unit}; within a factor of ${within} is right`,
};
