/** The labs of the command line, and what each prints. */
import {
  balancing,
  batching,
  cache,
  hotKey,
  lag,
  loadTest,
  measuring,
  queue,
  restart,
  retries,
  shards,
} from "../../../labs/index.ts";
import { table } from "../../../present/table.ts";
import { hotKeyGuards } from "../../../sim/index.ts";
import { type Arguments, UsageError } from "../../io.ts";
import { besideTheory, countedWith, figure, figuresOnly, type LabCommand, labOf } from "./lab.ts";

const hotKeyTable = labOf(hotKey, ({ simulated, theory }) => ({
  json: { simulated, theory },
  text: (words) => {
    const { figures, guards, theory: expected, storeRate } = words;
    const heads = ["", figures.hitRatio, expected, figures.staleShare, expected, storeRate];
    const rows = hotKeyGuards.map((guard) => {
      const { hitRatio, staleShare, storePerSec } = simulated[guard];
      const { hitRatio: hit, staleShare: old } = theory[guard];
      return [guards[guard], ...[hitRatio, hit, staleShare, old, storePerSec].map(figure)];
    });
    return table([heads, ...rows], [1, 2, 3, 4, 5]);
  },
}));

const shardsTable = labOf(shards, ({ movedShare, maxOverMean, shares, theory }) => ({
  json: { movedShare, maxOverMean, shares, ideal: theory },
  text: (words) => {
    const rows = shares.map((share, i) => [words.shard(i + 1), figure(share)]);
    const heads = [words.counted, words.ideal] as const;
    return [
      besideTheory(words, { movedShare, maxOverMean }, theory, heads),
      "",
      table([["", words.workShare], ...rows], [1]),
    ].join("\n");
  },
}));

const retriesTable = labOf(
  retries,
  ({ simulated, theory, isCollapsed, recoverySec, series }, args) => ({
    json: { simulated, theory, isCollapsed, recoverySec, ...seriesIn(args, series) },
    text: (words) => {
      const names = Object.keys(simulated) as (keyof typeof simulated)[];
      return [
        table(
          [["", words.simulated], ...names.map((name) => [words.figures[name], figure(simulated[name])])],
          [1],
        ),
        "",
        table(
          [
            ["", words.theory],
            [words.freshUtilization, figure(theory.utilization)],
            [words.attemptsUtilization, figure(theory.utilizationCollapsed)],
            [words.canCollapse, theory.canStayCollapsed ? words.yes : words.no],
          ],
          [1],
        ),
        "",
        words.ending({ isCollapsed, recoverySec: recoverySec === null ? undefined : figure(recoverySec) }),
      ].join("\n");
    },
  }),
  { switches: ["series"] },
);

/** Every second, where that is asked for. */
function seriesIn(args: Arguments, series: Readonly<Record<string, Float64Array>>): object {
  const shown = Object.entries(series).map(([name, each]) => [name, Array.from(each)]);
  return args.has("series") ? { series: Object.fromEntries(shown) } : {};
}

/** In the order of the help. */
export const labs: readonly LabCommand[] = [
  labOf(queue, figuresOnly),
  labOf(loadTest, (result) => countedWith(result)),
  labOf(measuring, (result) => countedWith(result, (words) => [words.relaxationSec, result.relaxationSec])),
  labOf(balancing, (result) => countedWith(result)),
  labOf(cache, figuresOnly, { check: checkClock }),
  labOf(restart, (result) => countedWith(result, (words) => [words.steadyHitRatio, result.steadyHitRatio])),
  hotKeyTable,
  shardsTable,
  retriesTable,
  labOf(batching, (result) => countedWith(result, (words) => [words.mostPerSec, result.mostPerSec])),
  labOf(
    lag,
    ({ simulated, theory, lagSeries }, args) => ({
      json: { simulated, theory, ...seriesIn(args, { lagSec: lagSeries }) },
      text: (words) => besideTheory(words, simulated, theory),
    }),
    { switches: ["series"] },
  ),
];

/** A sampled cache has no life of entries, and a clock is of use only with one or the other. */
function checkClock(args: Arguments): void {
  const isSampled = args.value("policy")?.trim().toLowerCase().startsWith("sampled") ?? false;
  if (isSampled && args.has("ttl")) throw new UsageError((usage) => usage.ttlOfSampled());
  if (args.has("rate") && !args.has("ttl") && !isSampled)
    throw new UsageError((usage) => usage.rateWithoutTtl());
}
