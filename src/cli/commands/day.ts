import { paragraph } from "../../present/cells.ts";
import { dayFacts } from "../../present/day.ts";
import { budgetOf } from "../../present/forecast.ts";
import { isShiftDay, type ProvenDay } from "../../rooms/day/index.ts";
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
    const day = await provenDay(dateArgument(args.words[0], io), args, io);
    if (!day) return exitCodes.failed; // stopped: whoever stopped it knows
    if (args.has("json")) {
      io.out(`${JSON.stringify(jsonOf(day))}\n`);
      return exitCodes.fine;
    }
    const words = await io.words();
    const { title, story, changes, goals, judgedBy, line } = dayFacts(words, await io.lessons(), day);
    io.out(
      `${[
        title,
        ...paragraph(story, lineCells),
        "",
        words.day.changed,
        ...changes.flatMap((change) => paragraph(change, lineCells)),
        "",
        words.map.goals,
        ...goals,
        "",
        ...paragraph(judgedBy, lineCells),
        line,
        ...(isShiftDay(day) ? ["", words.day.shiftBy(`npx play on-call --day ${day.drawn.date}`)] : []),
      ].join("\n")}\n`,
    );
    return exitCodes.fine;
  },
};

/** What is told of a shift names neither its case nor its fault. */
function jsonOf(day: ProvenDay): object {
  if (isShiftDay(day)) {
    const { date, turn, kind } = day.drawn;
    return { date, turn, kind, design: day.case.design, promised: day.case.promised };
  }
  const { goals, start } = day.level;
  const budget = budgetOf(day.level);
  return {
    ...day.drawn,
    ...{ start: formatDesign(start), goals },
    ...(budget === undefined ? {} : { budget }),
    best: day.best,
  };
}
