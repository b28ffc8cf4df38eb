import { paragraph } from "../../present/cells.ts";
import { dayFacts } from "../../present/day.ts";
import { formatDesign } from "../../sim/index.ts";
import { dateArgument, provenDay } from "../day-argument.ts";
import { type CliCommand, exitCodes, lineCells } from "../io.ts";

/** `play day [DATE]`: the level of a day, proven before it is told. */
export const dayCommand: CliCommand = {
  name: "day",
  usage: "day [DATE] [--jobs J] [--json]",
  flags: { jobs: "value" },
  words: ["DATE?"],
  async run(args, io) {
    const found = await provenDay(dateArgument(args.words[0], io), args, io);
    if (!found) return exitCodes.failed; // stopped: whoever stopped it knows
    const { day, lesson } = found;
    const { drawn, level, best } = day;
    const line = formatDesign(level.start);
    if (args.has("json")) {
      const { goals, budget } = level;
      io.out(`${JSON.stringify({ ...drawn, start: line, goals, budget, best })}\n`);
      return exitCodes.fine;
    }
    const words = await io.words();
    const { story, changes, goals, money } = dayFacts(words, day, lesson);
    io.out(
      `${[
        lesson.prose.title,
        ...paragraph(story, lineCells),
        "",
        words.day.changed,
        ...changes.flatMap((change) => paragraph(change, lineCells)),
        "",
        words.map.goals,
        ...goals,
        "",
        money,
        line,
      ].join("\n")}\n`,
    );
    return exitCodes.fine;
  },
};
