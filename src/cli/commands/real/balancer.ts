import { seedKnob } from "../../../labs/index.ts";
import { table } from "../../../present/table.ts";
import type { BalancerFound } from "../../../real/index.ts";
import type { RealBalancerWords } from "../../../words/contract/real.ts";
import { exitCodes } from "../../io.ts";
import { knobValues } from "../labs/lab.ts";
import { newsLine, type RealCommand, rounded } from "./experiment.ts";

const cases = ["alike", "slow", "dead"] as const;

const knobs = {
  program: { is: "word", words: ["any", "nginx", "haproxy"] },
  case: { is: "word", words: ["all", ...cases] },
  boxes: { is: "number", sign: "n", min: 2, max: 16, whole: true, fallback: 4 },
  service: { is: "number", sign: "ms", min: 5, max: 200, fallback: 20 },
  load: { is: "number", sign: "ρ", min: 0.05, max: 0.9, fallback: 0.6 },
  seconds: { is: "number", sign: "n", min: 5, max: 600, fallback: 20 },
  seed: seedKnob,
} as const;

/** `play real balancer`: a real balancer before this machine's own boxes. */
export const balancer: RealCommand = {
  name: "balancer",
  knobs,
  async run(args, io) {
    const { program, case: wanted, service, ...more } = knobValues(args, knobs);
    const { real } = await io.cliWords();
    const { realBalancer, withKeeper } = await import("../../../real/index.ts");
    const setup = {
      ...more,
      serviceMs: service,
      program: program === "any" ? undefined : program,
      cases: cases.filter((each) => wanted === "all" || wanted === each),
    };
    const found = await withKeeper(io.signal, (keeper) =>
      realBalancer(setup, keeper, (news) => io.err(`${newsLine(real, news, real.balancer.measuring)}\n`)),
    );
    const end = found.late.isJudged ? real.balancer.lesson(found) : real.late(found.late);
    io.out(
      `${args.has("json") ? JSON.stringify(found, rounded) : [tableOf(real.balancer, found), "", end].join("\n")}\n`,
    );
    return found.late.isJudged ? exitCodes.fine : exitCodes.failed;
  },
};

function tableOf(words: RealBalancerWords, { rows }: BalancerFound): string {
  const lines = rows.map(({ of, policy, measured, halfWidth, sameTrace, lab, lost }) => [
    words.cases[of],
    words.policies[policy],
    words.value(measured.meanMs),
    words.value(measured.p95Ms),
    `± ${words.value(halfWidth.p95Ms)}`,
    words.value(sameTrace.meanMs),
    words.value(sameTrace.p95Ms),
    words.value(lab?.p95Ms ?? null),
    words.count(lost),
  ]);
  return table([words.heads, ...lines], [2, 3, 4, 5, 6, 7, 8]);
}
