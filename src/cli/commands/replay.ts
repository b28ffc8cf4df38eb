import { recordAll } from "../../game/index.ts";
import { mustBeSold, sharedArgument, sharedLesson } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";
import { describeOutcome, simulationJson } from "./simulate.ts";

/** `play replay CODE`: a shared run again. */
export const replay: CliCommand = {
  name: "replay",
  usage: "replay CODE [--json]",
  flags: {},
  words: ["CODE"],
  async run(args, io) {
    const shared = sharedArgument(args.words[0] as string);
    const { level, design, seed } = shared;
    mustBeSold(level, design);
    const lesson = await sharedLesson(shared, io);
    const { outcome } = recordAll(level, design, seed);
    io.out(
      args.has("json")
        ? `${JSON.stringify(simulationJson(lesson, design, outcome))}\n`
        : `${describeOutcome(await io.words(), (await io.cliWords()).output, lesson, design, outcome)}\n`,
    );
    return outcome.passed ? exitCodes.fine : exitCodes.failed;
  },
};
