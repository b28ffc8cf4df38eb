import { seedKnob } from "../../../labs/index.ts";
import { table } from "../../../present/table.ts";
import type { QueueFound } from "../../../real/index.ts";
import type { RealWords } from "../../../words/contract/real.ts";
import { exitCodes } from "../../io.ts";
import { knobValues } from "../labs/lab.ts";
import { newsLine, type RealCommand, rounded } from "./experiment.ts";

const knobs = {
  servers: { is: "number", sign: "c", min: 1, max: 64, whole: true, fallback: 1 },
  service: { is: "number", sign: "ms", min: 5, max: 1_000, fallback: 20 },
  load: { is: "number", sign: "ρ", min: 0.05, max: 0.95, fallback: 0.8 },
  variability: { is: "number", sign: "cs²", min: 0, max: 10, fallback: 1 },
  seconds: { is: "number", sign: "n", min: 5, max: 3_600, isOptional: true },
  seed: seedKnob,
} as const;

/** `play real queue`: a queue of this machine's own. */
export const queue: RealCommand = {
  name: "queue",
  knobs,
  async run(args, io) {
    const { service, variability, ...more } = knobValues(args, knobs);
    const { real } = await io.cliWords();
    const { apart, realQueue, withKeeper } = await import("../../../real/index.ts");
    const setup = { serviceMs: service, cv2: variability, ...more };
    const found = await withKeeper(io.signal, (keeper) =>
      realQueue(setup, keeper, (news) => io.err(`${newsLine(real, news, real.queue.measuring)}\n`)),
    );
    const { isJudged } = found.late;
    io.out(
      args.has("json")
        ? `${JSON.stringify({ ...found, apart: apart(found) }, rounded)}\n`
        : `${textOf(real, found, apart(found))}\n`,
    );
    return isJudged ? exitCodes.fine : exitCodes.failed;
  },
};

function textOf(
  { late, queue: words }: RealWords,
  found: QueueFound,
  reasons: ReturnType<typeof import("../../../real/index.ts")["apart"]>,
): string {
  const { measured, halfWidth, sameTrace, simulated, theory } = found;
  const names = ["meanMs", "p50Ms", "p95Ms", "p99Ms"] as const;
  const times = names.map((name) => [
    words.figures[name],
    words.value(measured[name]),
    `± ${words.value(halfWidth[name])}`,
    ...[sameTrace, simulated, theory].map((each) => words.value(each[name])),
  ]);
  const busy = [measured, undefined, sameTrace, simulated, theory].map((each) =>
    each ? words.share(each.busy) : "",
  );
  const among = (why: (typeof reasons)["meanMs"]) => names.filter((name) => reasons[name] === why);
  return [
    table([words.heads, ...times, [words.figures.busy, ...busy]], [1, 2, 3, 4, 5]),
    "",
    words.found(found),
    found.late.isJudged
      ? words.apart({
          luck: among("luck"),
          machine: among("machine"),
          overheadMs: (measured.meanMs ?? 0) - (sameTrace.meanMs ?? 0),
          seconds: found.seconds,
        })
      : late(found.late),
  ].join("\n");
}
