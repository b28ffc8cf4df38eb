import { table } from "../../../present/table.ts";
import { hotKeyGuards, hotKeyLab } from "../../../sim/index.ts";
import { numberFlag, seedBounds } from "../../parse.ts";
import { figure, type Lab, ran } from "./lab.ts";

/** One key that is read and changed all the time: how often it hits, how often it is old, and what guards it. */
export const hotKey: Lab = {
  name: "hot-key",
  usage: "--reads λ --changes δ --compute s [--second-delete s] [--seed s]",
  flags: {
    reads: "value",
    changes: "value",
    compute: "value",
    "second-delete": "value",
    seed: "value",
  },
  run(args) {
    const computeSec = numberFlag(args, "compute", { min: 1e-6, max: 60 });
    const { simulated, theory } = ran(
      hotKeyLab({
        readsPerSec: numberFlag(args, "reads", { min: 0.01, max: 1e6 }),
        changesPerSec: numberFlag(args, "changes", { min: 0, max: 1e6 }),
        computeSec,
        secondDeleteSec: numberFlag(args, "second-delete", {
          min: 1e-6,
          max: 3_600,
          fallback: 2 * computeSec,
        }),
        seed: numberFlag(args, "seed", seedBounds),
      }),
      {},
    );
    return {
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
    };
  },
};
