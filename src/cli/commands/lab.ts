import { table } from "../../present/figures.ts";
import { queueLab } from "../../sim/index.ts";
import { type Arguments, type Command, exitCodes, type Io, plain, UsageError } from "../io.ts";
import { nearest, numberFlag } from "../parse.ts";

type Figures = Readonly<Record<string, number | null>>;

/** A lab: one phenomenon, simulated beside its theory. */
interface Lab {
  readonly name: string;
  readonly run: (args: Arguments) => { readonly simulated: object; readonly theory: object };
}

const queue: Lab = {
  name: "queue",
  run: (args) =>
    queueLab({
      arrivalRatePerSec: numberFlag(args, "arrival", { min: 0.001, max: 1e9 }),
      serviceRatePerSec: numberFlag(args, "service", { min: 0.001, max: 1e9 }),
      servers: numberFlag(args, "servers", { min: 1, max: 100_000, whole: true }),
      serviceCv2: numberFlag(args, "cv2", { min: 0, max: 100, fallback: 1 }),
      ticks: numberFlag(args, "ticks", { min: 1, max: 1_000_000, whole: true, fallback: 600 }),
      dtSec: numberFlag(args, "dt", { min: 0.001, max: 3_600, fallback: 1 }),
      seed: numberFlag(args, "seed", { min: 0, max: 4_294_967_295, whole: true, fallback: 11 }),
    }),
};

const labs: readonly Lab[] = [queue];

/** `play lab …`: simulated values beside theoretical ones. */
export const lab: Command = {
  name: "lab",
  usage: "lab queue --arrival λ --service μ --servers c [--cv2 v] [--ticks n] [--dt s] [--seed s] [--json]",
  summary: "a simulated value beside the theoretical one",
  flags: {
    arrival: "value",
    service: "value",
    servers: "value",
    cv2: "value",
    ticks: "value",
    dt: "value",
    seed: "value",
  },
  words: [`(${labs.map(({ name }) => name).join("|")})`],
  run(args, io) {
    const name = args.words[0] ?? "";
    const found = labs.find((candidate) => candidate.name === name);
    if (!found) {
      const names = labs.map((candidate) => candidate.name);
      const near = nearest(name, names);
      throw new UsageError(
        `there is no lab "${plain(name)}": ${near ? `did you mean ${near}?` : `give ${names.join(", ")}`}`,
      );
    }
    show(found.run(args), args.has("json"), io);
    return exitCodes.fine;
  },
};

function show(result: { readonly simulated: object; readonly theory: object }, json: boolean, io: Io): void {
  if (json) {
    io.out(`${JSON.stringify(result)}\n`);
    return;
  }
  const rows = Object.entries(result.simulated as Figures).map(([name, value]) => {
    const theory = (result.theory as Figures)[name];
    const off =
      typeof value === "number" && typeof theory === "number" && theory !== 0
        ? value / theory - 1
        : undefined;
    return [
      name,
      figure(value),
      figure(theory),
      off === undefined ? "" : `${off >= 0 ? "+" : "−"}${Math.abs(off * 100).toFixed(2)} %`,
    ];
  });
  io.out(`${table([["", "simulated", "theory", "difference"], ...rows], [1, 2, 3])}\n`);
}

function figure(value: number | null | undefined): string {
  return typeof value === "number" ? String(Number(value.toPrecision(5))) : "–";
}
