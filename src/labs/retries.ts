/** A short overload and clients that try again: does the system come back? */
import { type RetriesLabResult, retriesLab } from "../sim/index.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";

const knobs = {
  arrival: { is: "number", sign: "λ", min: 0.01, max: 1e7, fallback: 280 },
  service: { is: "number", sign: "μ", min: 0.02, max: 1e6, fallback: 50 },
  servers: { is: "number", sign: "c", min: 1, max: 100_000, whole: true, fallback: 8 },
  factor: { is: "number", sign: "f", min: 0, max: 1_000, fallback: 3 },
  at: { is: "number", sign: "s", min: 1, max: 100_000, whole: true, fallback: 100 },
  for: { is: "number", sign: "s", min: 0, max: 100_000, whole: true, fallback: 30 },
  attempts: { is: "number", sign: "n", min: 1, max: 20, whole: true, fallback: 4 },
  budget: { is: "number", sign: "b", min: 0, max: 1e6, isOptional: true },
  timeout: { is: "number", sign: "s", min: 0.1, max: 15, fallback: 3 },
  backoff: { is: "number", sign: "s", min: 0, max: 60, fallback: 1 },
  ticks: { is: "number", sign: "n", min: 10, max: 20_000, whole: true, fallback: 600 },
  seed: seedKnob,
} as const;

export const retries: Lab<typeof knobs, RetriesLabResult> = {
  name: "retries",
  knobs,
  knobOf: { triggerSec: "for", triggerAtSec: "at" },
  run: ({ arrival, service, servers, factor, at, for: forSec, budget, timeout, backoff, ...rest }) =>
    retriesLab({
      ratePerSec: arrival,
      servers,
      serviceSec: 1 / service,
      triggerFactor: factor,
      triggerAtSec: at,
      triggerSec: forSec,
      timeoutSec: timeout,
      backoffSec: backoff,
      ...rest,
      ...(budget === undefined ? {} : { budget }),
    }),
};

/** Requests a second that the eight servers of the bench finish. */
const capacityPerSec = knobs.servers.fallback * knobs.service.fallback;
/** Without a budget everybody may try again. */
const noBudget = "none";

export const retriesBench = benchOf(retries, {
  name: "retries",
  unit: "share",
  sweep: { id: "load", values: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], start: 1 },
  others: [
    { id: "attempts", values: [1, 2, 3, 4, 6], start: 0 },
    { id: "budget", values: [noBudget, 0.1, 0.5], start: 0 },
  ],
  settings: (turned) => ({
    arrival: numberAt(turned, "load") * capacityPerSec,
    attempts: numberAt(turned, "attempts"),
    ...(turned.budget === noBudget ? {} : { budget: numberAt(turned, "budget") }),
  }),
  // Where every attempt fits with room to spare, all are answered in the end; otherwise theory leaves both open.
  trial: ({ simulated, theory }) => ({
    measured: simulated.answeredAfter,
    theory: theory.utilizationCollapsed < 1 ? 1 : null,
  }),
});
