import { recordAll } from "../../game/index.ts";
import { simulatorVersion } from "../../sim/index.ts";
import { mustBeSold, sharedArgument } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";
import { describeOutcome, simulationJson } from "./simulate.ts";

/** `play replay CODE`: a shared run again. */
export const replay: CliCommand = {
  name: "replay",
  usage: "replay CODE [--json]",
  flags: {},
  words: ["CODE"],
  async run(args, io) {
    const { level, design, seed, version } = sharedArgument(args.words[0] as string);
    mustBeSold(level, design);
    const { output } = await io.cliWords();
    if (version !== simulatorVersion)
      io.err(`play: ${output.otherVersion({ code: version, own: simulatorVersion })}\n`);
    const lesson = (await io.lessons()).find((candidate) => candidate.level === level);
    if (!lesson) throw new Error(`level ${level.number} has no words`);
    const { outcome } = recordAll(level, design, seed);
    io.out(
      args.has("json")
        ? `${JSON.stringify(simulationJson(lesson, design, outcome))}\n`
        : `${describeOutcome(await io.words(), output, lesson, design, outcome)}\n`,
    );
    return outcome.passed ? exitCodes.fine : exitCodes.failed;
  },
};
