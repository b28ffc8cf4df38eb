import { table } from "../../../present/table.ts";
import { retriesLab } from "../../../sim/index.ts";
import { numberFlag, seedBounds } from "../../parse.ts";
import { figure, type Lab, ran } from "./lab.ts";

/** A short overload and clients that try again: does the system come back? */
export const retries: Lab = {
  name: "retries",
  usage:
    "[--arrival λ] [--service μ] [--servers c] [--factor f] [--at s] [--for s] [--attempts n] [--budget b] [--timeout s] [--backoff s] [--ticks n] [--seed s] [--series]",
  flags: {
    arrival: "value",
    service: "value",
    servers: "value",
    factor: "value",
    at: "value",
    for: "value",
    attempts: "value",
    budget: "value",
    timeout: "value",
    backoff: "value",
    ticks: "value",
    seed: "value",
    series: "switch",
  },
  run(args) {
    const service = numberFlag(args, "service", { min: 0.02, max: 1e6, fallback: 50 });
    const result = ran(
      retriesLab({
        ratePerSec: numberFlag(args, "arrival", { min: 0.01, max: 1e7, fallback: 280 }),
        servers: numberFlag(args, "servers", { min: 1, max: 100_000, whole: true, fallback: 8 }),
        serviceSec: 1 / service,
        triggerFactor: numberFlag(args, "factor", { min: 0, max: 1_000, fallback: 3 }),
        triggerAtSec: numberFlag(args, "at", { min: 1, max: 100_000, whole: true, fallback: 100 }),
        triggerSec: numberFlag(args, "for", { min: 0, max: 100_000, whole: true, fallback: 30 }),
        attempts: numberFlag(args, "attempts", { min: 1, max: 20, whole: true, fallback: 4 }),
        timeoutSec: numberFlag(args, "timeout", { min: 0.1, max: 15, fallback: 3 }),
        backoffSec: numberFlag(args, "backoff", { min: 0, max: 60, fallback: 1 }),
        ticks: numberFlag(args, "ticks", { min: 10, max: 20_000, whole: true, fallback: 600 }),
        seed: numberFlag(args, "seed", seedBounds),
        ...(args.has("budget") ? { budget: numberFlag(args, "budget", { min: 0, max: 1e6 }) } : {}),
      }),
      { triggerSec: "for", triggerAtSec: "at" },
    );
    const { simulated, theory, isCollapsed, recoverySec, series } = result;
    const shown = Object.fromEntries(Object.entries(series).map(([name, each]) => [name, Array.from(each)]));
    return {
      json: {
        simulated,
        theory,
        isCollapsed,
        recoverySec,
        ...(args.has("series") ? { series: shown } : {}),
      },
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
    };
  },
};
