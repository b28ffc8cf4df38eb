import { seedKnob } from "../../../labs/index.ts";
import { table } from "../../../present/table.ts";
import type { StormFate, StormFound } from "../../../real/index.ts";
import type { RealRetriesWords } from "../../../words/contract/real.ts";
import { exitCodes } from "../../io.ts";
import { knobValues } from "../labs/lab.ts";
import { newsLine, type RealCommand, rounded } from "./experiment.ts";

const knobs = {
  runs: { is: "number", sign: "n", min: 1, max: 40, whole: true, fallback: 3 },
  servers: { is: "number", sign: "c", min: 1, max: 32, whole: true, fallback: 4 },
  service: { is: "number", sign: "ms", min: 5, max: 200, fallback: 20 },
  load: { is: "number", sign: "ρ", min: 0.05, max: 0.95, fallback: 0.55 },
  factor: { is: "number", sign: "f", min: 1, max: 5, fallback: 2 },
  for: { is: "number", sign: "s", min: 1, max: 60, whole: true, fallback: 5 },
  attempts: { is: "number", sign: "n", min: 1, max: 5, whole: true, fallback: 3 },
  budget: { is: "number", sign: "b", min: 0, max: 1, fallback: 0.1 },
  seed: seedKnob,
} as const;

/** `play real retries`: storms on this machine's own server. */
export const retries: RealCommand = {
  name: "retries",
  knobs,
  async run(args, io) {
    const { service, for: forSec, ...more } = knobValues(args, knobs);
    const { real } = await io.cliWords();
    const { realRetries, withKeeper } = await import("../../../real/index.ts");
    const setup = { serviceMs: service, forSec, ...more };
    const found = await withKeeper(io.signal, (keeper) =>
      realRetries(setup, keeper, (news) => io.err(`${newsLine(real, news, real.retries.measuring)}\n`)),
    );
    const text = () => {
      const { lesson } = real.retries;
      const end = found.late.isJudged ? lesson({ ...found, budget: setup.budget }) : real.late(found.late);
      return [tableOf(real.retries, found, setup.budget), "", end].join("\n");
    };
    io.out(`${args.has("json") ? JSON.stringify(found, rounded) : text()}\n`);
    return found.late.isJudged ? exitCodes.fine : exitCodes.failed;
  },
};

function tableOf(words: RealRetriesWords, { runs, simulated, cure }: StormFound, budget: number): string {
  const row = (title: string, fate: StormFate) => [
    title,
    ...[fate.before, fate.during, fate.after].map(words.share),
    words.attempts(fate.attemptsAfter),
    words.fate(fate),
  ];
  const beside = (title: string, { measured, sameTrace }: StormFound["runs"][number]) => [
    row(title, measured),
    row(`  ${words.sameTrace}`, sameTrace),
  ];
  const rows = [
    ...runs.flatMap((each, n) => beside(words.run(n + 1), each)),
    row(words.simulated, simulated),
    ...beside(words.cure(budget), cure),
    row(`  ${words.simulated}`, cure.simulated),
  ];
  return table([words.heads, ...rows], [1, 2, 3, 4]);
}
