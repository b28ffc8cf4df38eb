import { endure, lampsOf } from "../../game/index.ts";
import { causeSentence } from "../../present/causes.ts";
import { table } from "../../present/table.ts";
import { formatDesign } from "../../sim/index.ts";
import { grouped, percent } from "../../words/figures.ts";
import { designArgument, lessonArgument, mustBeSold } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";

/** `play endless`: the finale's day with the traffic doubled until something breaks. */
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
    const days: Record<string, unknown>[] = [];
    const rows: string[][] = [];
    let lamps: Record<string, boolean> = {};
    let complete = true;
    for (const { factor, report, passed, first } of endure(level, design)) {
      const { availability = 0, ordersShare = 0, goodputPerSec = 0 } = report.indicators;
      const lit = lampsOf(design, report);
      if (factor === 1) lamps = lit;
      const score = (availability * ordersShare * 1e6) / report.costPerMonth;
      days.push({
        factor,
        passed,
        availability,
        ordersShare,
        score,
        costPerMonth: report.costPerMonth,
        first,
      });
      rows.push([
        passed ? "✓" : "✗",
        `× ${factor}`,
        `${grouped(goodputPerSec)}/s`,
        percent(availability),
        percent(ordersShare),
        score.toFixed(1),
        first ? causeSentence(words, lesson.prose.events, first, report) : "",
      ]);
      await new Promise((resume) => setImmediate(resume));
      if (!io.signal.aborted) continue;
      complete = false;
      break;
    }
    if (args.has("json"))
      io.out(`${JSON.stringify({ design: formatDesign(design), complete, lamps, days })}\n`);
    else {
      const shown = Object.entries(words.lamps).map(([id, lamp]) => [
        lamps[id] ? "✓" : "✗",
        lamp.title,
        lamps[id] ? lamp.green : lamp.dark,
      ]);
      io.out(
        `${table(shown)}\n\n${table([output.dayHeads, ...rows], [2, 3, 4, 5])}${complete ? "" : `\n${output.endlessStopped}`}\n`,
      );
    }
    return exitCodes.fine;
  },
};
