/** One queue: what a request waits, by how busy the servers are, how many, and how much their work varies. */
import { queueLab } from "../sim/index.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";

const knobs = {
  arrival: { is: "number", sign: "λ", min: 0.001, max: 1e9 },
  service: { is: "number", sign: "μ", min: 0.001, max: 1e9 },
  servers: { is: "number", sign: "c", min: 1, max: 100_000, whole: true },
  cv2: { is: "number", sign: "v", min: 0, max: 100, fallback: 1 },
  ticks: { is: "number", sign: "n", min: 1, max: 1_000_000, whole: true, fallback: 600 },
  dt: { is: "number", sign: "s", min: 0.001, max: 3_600, fallback: 1 },
  seed: seedKnob,
} as const;

export const queue: Lab<typeof knobs, ReturnType<typeof queueLab>> = {
  name: "queue",
  knobs,
  run: ({ arrival, service, servers, cv2, ticks, dt, seed }) =>
    queueLab({
      arrivalRatePerSec: arrival,
      serviceRatePerSec: service,
      servers,
      serviceCv2: cv2,
      ticks,
      dtSec: dt,
      seed,
    }),
};

/** Requests a second that one server of the bench finishes: 20 ms each. */
const servicePerSec = 50;

export const queueBench = benchOf(queue, {
  name: "queue",
  unit: "ms",
  sweep: { id: "load", values: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95], start: 4 },
  others: [
    { id: "servers", values: [1, 2, 4, 8, 16], start: 0 },
    { id: "variability", values: [0, 1, 4, 9], start: 1 },
  ],
  settings: (turned) => {
    const servers = numberAt(turned, "servers");
    return {
      arrival: Number((numberAt(turned, "load") * servers * servicePerSec).toPrecision(6)),
      service: servicePerSec,
      servers,
      cv2: numberAt(turned, "variability"),
    };
  },
  trial: ({ simulated, theory }) => ({ measured: simulated.meanMs, theory: theory.meanMs }),
});
