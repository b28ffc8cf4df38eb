import { announcementOf } from "../../game/index.ts";
import { briefing, chapterLines, eventsAhead } from "../../present/briefing.ts";
import { lessonArgument } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";

/** `play brief N`: the briefing as text, or its parts as JSON; with `--why` the chapter, which gives things away. */
export const brief: CliCommand = {
  name: "brief",
  usage: "brief N [--why] [--json]",
  flags: { why: "switch" },
  words: ["N"],
  async run(args, io) {
    const lesson = await lessonArgument(args.words[0], io);
    const { level, prose } = lesson;
    const words = await io.words();
    if (args.has("json")) {
      const { title, promise, story, brief, lesson: why, hints } = prose;
      const { number, id, budget, goals, scenario } = level;
      const { ticks, tickSec, streams, events } = scenario;
      const announces = announcementOf(level);
      // What is not announced is not told here either.
      const ahead =
        announces === "when"
          ? { streams, events }
          : { ahead: eventsAhead(words, lesson).map((each) => each.words) };
      const told = { title, promise, story, brief, ...(args.has("why") ? { lesson: why } : {}), hints };
      io.out(
        `${JSON.stringify({ level: number, id, ...told, budget, goals, ticks, tickSec, announces, ...ahead })}\n`,
      );
      return exitCodes.fine;
    }
    const { output } = await io.cliWords();
    const lines = args.has("why") ? chapterLines(output, lesson, 80) : briefing(words, output, lesson, 80);
    io.out(`${lines.join("\n")}\n`);
    return exitCodes.fine;
  },
};
