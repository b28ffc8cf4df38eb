import { lagLab } from "../../../sim/index.ts";
import { numberFlag, seedBounds } from "../../parse.ts";
import { besideTheory, type Lab, ran } from "./lab.ts";

/** A copy that follows a primary: how often a reader does not find what was just written. */
export const lag: Lab = {
  name: "lag",
  usage: "--writes λ --service μ [--appliers n] [--base s] [--age s] [--ticks n] [--seed s] [--series]",
  flags: {
    writes: "value",
    service: "value",
    appliers: "value",
    base: "value",
    age: "value",
    ticks: "value",
    seed: "value",
    series: "switch",
  },
  run(args) {
    const result = ran(
      lagLab({
        writesPerSec: numberFlag(args, "writes", { min: 0, max: 1e7 }),
        replaySec: 1 / numberFlag(args, "service", { min: 0.1, max: 1e7 }),
        appliers: numberFlag(args, "appliers", { min: 1, max: 1_024, whole: true, fallback: 1 }),
        lagBaseSec: numberFlag(args, "base", { min: 0, max: 3_600, fallback: 0.3 }),
        ageSec: numberFlag(args, "age", { min: 1e-6, max: 1e6, fallback: 2 }),
        ticks: numberFlag(args, "ticks", { min: 1, max: 100_000, whole: true, fallback: 600 }),
        seed: numberFlag(args, "seed", seedBounds),
      }),
      {},
    );
    const { simulated, theory, lagSeries } = result;
    return {
      json: {
        simulated,
        theory,
        ...(args.has("series") ? { series: { lagSec: Array.from(lagSeries) } } : {}),
      },
      text: (words) => besideTheory(words, simulated, theory),
    };
  },
};
