/** A copy that follows a primary: how often a reader does not find what was just written. */
import { type LagLabResult, lagLab } from "../sim/index.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";

const knobs = {
  writes: { is: "number", sign: "λ", min: 0, max: 1e7 },
  service: { is: "number", sign: "μ", min: 0.1, max: 1e7 },
  appliers: { is: "number", sign: "n", min: 1, max: 1_024, whole: true, fallback: 1 },
  base: { is: "number", sign: "s", min: 0, max: 3_600, fallback: 0.3 },
  age: { is: "number", sign: "s", min: 1e-6, max: 1e6, fallback: 2 },
  ticks: { is: "number", sign: "n", min: 1, max: 100_000, whole: true, fallback: 600 },
  seed: seedKnob,
} as const;

export const lag: Lab<typeof knobs, LagLabResult> = {
  name: "lag",
  knobs,
  run: ({ writes, service, appliers, base, age, ticks, seed }) =>
    lagLab({
      writesPerSec: writes,
      replaySec: 1 / service,
      appliers,
      lagBaseSec: base,
      ageSec: age,
      ticks,
      seed,
    }),
};

/** Writes a second that one applier of the bench can apply. */
const appliedPerSec = 100;

export const lagBench = benchOf(lag, {
  name: "lag",
  unit: "share",
  sweep: { id: "load", values: [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98], start: 2 },
  others: [
    { id: "appliers", values: [1, 4, 16], start: 0 },
    { id: "sinceSec", values: [0.1, 0.5, 2, 10], start: 1 },
  ],
  settings: (turned) => {
    const appliers = numberAt(turned, "appliers");
    return {
      writes: Number((numberAt(turned, "load") * appliers * appliedPerSec).toPrecision(6)),
      service: appliedPerSec,
      appliers,
      base: 0.02,
      age: numberAt(turned, "sinceSec"),
    };
  },
  trial: ({ simulated, theory }) => ({ measured: simulated.staleShare, theory: theory.staleShare }),
});
