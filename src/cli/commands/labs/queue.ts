import { queueLab } from "../../../sim/index.ts";
import { numberFlag, seedBounds } from "../../parse.ts";
import { besideTheory, type Lab } from "./lab.ts";

/** One queue beside Erlang's formulas. */
export const queue: Lab = {
  name: "queue",
  usage: "--arrival λ --service μ --servers c [--cv2 v] [--ticks n] [--dt s] [--seed s]",
  flags: {
    arrival: "value",
    service: "value",
    servers: "value",
    cv2: "value",
    ticks: "value",
    dt: "value",
    seed: "value",
  },
  run(args) {
    const json = queueLab({
      arrivalRatePerSec: numberFlag(args, "arrival", { min: 0.001, max: 1e9 }),
      serviceRatePerSec: numberFlag(args, "service", { min: 0.001, max: 1e9 }),
      servers: numberFlag(args, "servers", { min: 1, max: 100_000, whole: true }),
      serviceCv2: numberFlag(args, "cv2", { min: 0, max: 100, fallback: 1 }),
      ticks: numberFlag(args, "ticks", { min: 1, max: 1_000_000, whole: true, fallback: 600 }),
      dtSec: numberFlag(args, "dt", { min: 0.001, max: 3_600, fallback: 1 }),
      seed: numberFlag(args, "seed", seedBounds),
    });
    return { json, text: (words) => besideTheory(words, json.simulated, json.theory) };
  },
};
