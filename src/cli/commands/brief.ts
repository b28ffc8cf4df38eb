import { briefing } from "../../present/briefing.ts";
import { lessonArgument } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";

/** `play brief N`: the briefing as text, or its parts as JSON. */
export const brief: CliCommand = {
  name: "brief",
  usage: "brief N [--json]",
  flags: {},
  words: ["N"],
  async run(args, io) {
    const lesson = await lessonArgument(args.words[0], io);
    const { level, prose } = lesson;
    if (args.has("json")) {
      const { title, promise, story, lesson, hints } = prose;
      const { number, id, budget, goals, scenario } = level;
      io.out(
        `${JSON.stringify({ level: number, id, title, promise, story, lesson, hints, budget, goals, ticks: scenario.ticks, tickSec: scenario.tickSec, streams: scenario.streams, events: scenario.events })}\n`,
      );
    } else io.out(`${briefing(await io.words(), (await io.cliWords()).output, lesson, 80).join("\n")}\n`);
    return exitCodes.fine;
  },
};
