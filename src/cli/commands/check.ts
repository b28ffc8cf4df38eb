import { dirname, join } from "node:path";
import { indicatorName, showIndicator } from "../../present/indicators.ts";
import { table } from "../../present/table.ts";
import {
  type ComparedResult,
  compareResults,
  type ExpectedFile,
  measuredOf,
  readExpected,
  shareApart,
  timeFactor,
} from "../../stack/index.ts";
import { type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { jsonFile } from "../text-file.ts";

/** `play check FILE`: what the clients of a stack have measured, beside what is expected of it. */
export const check: CliCommand = {
  name: "check",
  usage: "check FILE [--json]",
  flags: {},
  words: ["FILE"],
  async run(args, io) {
    const [file = ""] = args.words;
    const beside = join(dirname(file), "expected.json");
    const results = jsonFile(file);
    const expected = readExpected(jsonFile(beside));
    if (!expected) throw new UsageError((usage) => usage.notExpected({ path: plain(beside) }));
    const measured = measuredOf(results, expected.roundTripMs);
    if (!measured) throw new UsageError((usage) => usage.notResults({ path: plain(file) }));
    const rows = compareResults(expected.indicators, measured);
    if (rows.length === 0) throw new UsageError((usage) => usage.notResults({ path: plain(file) }));
    io.out(
      args.has("json")
        ? `${JSON.stringify({ level: expected.level, design: expected.design, rows })}\n`
        : await checkText(expected, rows, io),
    );
    return rows.every(({ isWithin }) => isWithin) ? exitCodes.fine : exitCodes.failed;
  },
};

async function checkText({ level, design }: ExpectedFile, rows: readonly ComparedResult[], io: SpokenIo) {
  const words = await io.words();
  const { stack } = await io.cliWords();
  const within = rows.filter(({ isWithin }) => isWithin).length;
  const lines = rows.map(({ indicator, expected, measured, isWithin }) => [
    indicatorName(words, indicator),
    showIndicator(words, indicator, expected.mean),
    `± ${showIndicator(words, indicator, expected.deviation)}`,
    showIndicator(words, indicator, measured),
    isWithin ? stack.holds : stack.isApart,
  ]);
  const told = stack.checked({
    level,
    design,
    within,
    of: rows.length,
    timeFactor,
    sharePoints: Math.round(shareApart * 100),
  });
  return `${table([[...stack.heads], ...lines], [1, 2, 3])}\n\n${told}\n`;
}
