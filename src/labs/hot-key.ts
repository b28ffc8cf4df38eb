/** One key that is read and changed all the time: a stampede, and what guards the store against it. */
import { type HotKeyLabResult, hotKeyGuards, hotKeyLab } from "../sim/index.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";

const knobs = {
  reads: { is: "number", sign: "λ", min: 0.01, max: 1e6 },
  changes: { is: "number", sign: "δ", min: 0, max: 1e6 },
  compute: { is: "number", sign: "s", min: 1e-6, max: 60 },
  "second-delete": { is: "number", sign: "s", min: 1e-6, max: 3_600, isOptional: true },
  seed: seedKnob,
} as const;

export const hotKey: Lab<typeof knobs, HotKeyLabResult> = {
  name: "hot-key",
  knobs,
  run: ({ reads, changes, compute, "second-delete": secondDelete = 2 * compute, seed }) =>
    hotKeyLab({
      readsPerSec: reads,
      changesPerSec: changes,
      computeSec: compute,
      secondDeleteSec: secondDelete,
      seed,
    }),
};

const changesPerSec = 2;

export const hotKeyBench = benchOf(hotKey, {
  name: "hot-key",
  unit: "perSec",
  sweep: { id: "computeMs", values: [2, 5, 10, 20, 50, 100, 200, 400], start: 3 },
  others: [
    { id: "guard", values: hotKeyGuards, start: 0 },
    { id: "reads", values: [200, 1_000, 5_000], start: 1 },
  ],
  settings: (turned) => ({
    reads: numberAt(turned, "reads"),
    changes: changesPerSec,
    compute: numberAt(turned, "computeMs") / 1_000,
  }),
  trial: ({ simulated, theory }, { guard: wanted }) => {
    const guard = hotKeyGuards.find((each) => each === wanted) ?? "none";
    return { measured: simulated[guard].storePerSec, theory: theory[guard].storePerSec };
  },
});
