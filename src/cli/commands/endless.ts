import { type Endurance, endure, lampsOf } from "../../game/index.ts";
import { enduranceTable } from "../../present/endless.ts";
import { table } from "../../present/table.ts";
import { formatDesign } from "../../sim/index.ts";
import { designArgument, lessonArgument, mustBeSold } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";

/** `play endless`: the finale's day with more and more traffic until something breaks. */
export const endless: CliCommand = {
  name: "endless",
  usage: "endless [--design D] [--json]",
  flags: { design: "value" },
  words: [],
  async run(args, io) {
    const lesson = await lessonArgument("finale", io);
    const { level } = lesson;
    const design = designArgument(args.value("design") ?? "lesson", level);
    mustBeSold(level, design);
    const [words, { output }] = await Promise.all([io.words(), io.cliWords()]);
    const days: Endurance[] = [];
    let complete = true;
    for (const day of endure(level, design)) {
      if (typeof day !== "number") days.push(day);
      await new Promise((resume) => setImmediate(resume));
      if (!io.signal.aborted) continue;
      complete = false;
      break;
    }
    const [own] = days;
    const lamps: Record<string, boolean> = own ? lampsOf(design, own.report) : {};
    const score = days.reduce((sum, day) => sum + day.score, 0);
    if (args.has("json")) {
      const told = days.map(({ report: { indicators, costPerMonth }, ...day }) => ({
        ...day,
        availability: indicators.availability,
        ordersShare: indicators.ordersShare,
        costPerMonth,
      }));
      io.out(`${JSON.stringify({ design: formatDesign(design), complete, lamps, score, days: told })}\n`);
    } else {
      const shown = Object.entries(words.lamps).map(([id, lamp]) => [
        lamps[id] ? "✓" : "✗",
        lamp.title,
        lamps[id] ? lamp.green : lamp.dark,
      ]);
      io.out(
        `${table(shown)}\n\n${enduranceTable(words, lesson.prose.events, design, days).join("\n")}\n${words.endless.total(score)}\n${complete ? "" : `${output.endlessStopped}\n`}`,
      );
    }
    return exitCodes.fine;
  },
};
