import { benchNamed, benchNames, triedAt, usageOf } from "../../labs/index.ts";
import { labReport } from "../../present/labs.ts";
import { nearest } from "../../present/nearest.ts";
import { type Arguments, type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { savedProgress } from "../saved.ts";
import { labs } from "./labs/index.ts";
import type { LabCommand } from "./labs/lab.ts";

const names = labs.map(({ name }) => name);
/** What was tried on the screen, written down. */
const report = "report";

const flagsOf = ({ knobs, switches }: LabCommand): Readonly<Record<string, "value" | "switch">> => ({
  ...Object.fromEntries(Object.keys(knobs).map((flag) => [flag, "value" as const])),
  ...Object.fromEntries(switches.map((flag) => [flag, "switch" as const])),
});
const optionsOf = ({ knobs, switches }: LabCommand) => usageOf(knobs, switches);

/** `play lab …`: simulated values beside theoretical ones. */
export const lab: CliCommand = {
  name: "lab",
  usage: `lab ${[...names, report].join("|")} … [--json]`,
  details: (words) => [
    ...labs.flatMap((each) => [`play lab ${each.name} ${optionsOf(each)}`, `    ${words.labs[each.name]}`]),
    `play lab ${report} [BENCH] [--saves DIR]`,
    `    ${words.labReport}`,
  ],
  flags: Object.assign({ saves: "value" }, ...labs.map(flagsOf)),
  words: [`(${[...names, report].join("|")})`, "BENCH?"],
  async run(args, io) {
    const [name = "", of] = args.words;
    if (name === report) return printReport(args, io, of);
    const found = labs.find((candidate) => candidate.name === name);
    if (!found) {
      const near = nearest(name, [...names, report]);
      throw new UsageError((usage) => usage.noLab({ name: plain(name), near, names }));
    }
    if (of !== undefined) throw new UsageError((usage) => usage.onlyReport({ word: plain(of) }));
    // A flag of another lab would be ignored without a word.
    for (const other of labs)
      for (const flag of Object.keys(flagsOf(other)))
        if (args.has(flag) && !Object.hasOwn(flagsOf(found), flag))
          throw new UsageError((usage) =>
            usage.optionOfOther({
              of: `lab ${name}`,
              flag,
              owner: `lab ${other.name}`,
              usage: optionsOf(found),
            }),
          );
    const { json, text } = found.run(args);
    io.out(args.has("json") ? `${JSON.stringify(json)}\n` : `${text((await io.cliWords()).labTables)}\n`);
    return exitCodes.fine;
  },
};

/** The trials made on the screen, of one bench or of all at which there are any. */
async function printReport(args: Arguments, io: SpokenIo, name: string | undefined): Promise<number> {
  const wanted = benchNames.filter((each) => name === undefined || each === name);
  if (wanted.length === 0) {
    const near = nearest(name ?? "", benchNames);
    throw new UsageError((usage) => usage.noLab({ name: plain(name ?? ""), near, names: benchNames }));
  }
  const { labs: kept } = savedProgress(args, io);
  const found = wanted.flatMap((each) => {
    const trials = triedAt(benchNamed(each), kept);
    return trials.length === 0 ? [] : [{ bench: each, trials }];
  });
  if (args.has("json")) {
    io.out(`${JSON.stringify(found)}\n`);
    return exitCodes.fine;
  }
  const { labScreens } = await io.words();
  const pages = found.map(({ bench, trials }) => labReport(labScreens, bench, trials));
  io.out(`${pages.length === 0 ? labScreens.report.none : pages.join("\n\n")}\n`);
  return exitCodes.fine;
}
