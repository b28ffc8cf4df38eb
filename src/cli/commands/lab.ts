import { usageOf } from "../../labs/index.ts";
import { nearest } from "../../present/corrected.ts";
import { type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { labs } from "./labs/index.ts";
import type { Lab } from "./labs/lab.ts";

const names = labs.map(({ name }) => name);

const flagsOf = ({ knobs, switches }: Lab): Readonly<Record<string, "value" | "switch">> => ({
  ...Object.fromEntries(Object.keys(knobs).map((flag) => [flag, "value" as const])),
  ...Object.fromEntries(switches.map((flag) => [flag, "switch" as const])),
});
const optionsOf = ({ knobs, switches }: Lab) => usageOf(knobs, switches);

/** `play lab …`: simulated values beside theoretical ones. */
export const lab: CliCommand = {
  name: "lab",
  usage: `lab ${names.join("|")} … [--json]`,
  details: (words) =>
    labs.flatMap((each) => [`play lab ${each.name} ${optionsOf(each)}`, `    ${words.labs[each.name]}`]),
  flags: Object.assign({}, ...labs.map(flagsOf)),
  words: [`(${names.join("|")})`],
  async run(args, io) {
    const name = args.words[0] ?? "";
    const found = labs.find((candidate) => candidate.name === name);
    if (!found) {
      const near = nearest(name, names);
      throw new UsageError((usage) => usage.noLab({ name: plain(name), near, names }));
    }
    // A flag of another lab would be ignored without a word.
    for (const other of labs)
      for (const flag of Object.keys(flagsOf(other)))
        if (args.has(flag) && !Object.hasOwn(flagsOf(found), flag))
          throw new UsageError((usage) =>
            usage.optionOfLab({ lab: name, flag, owner: other.name, usage: optionsOf(found) }),
          );
    const { json, text } = found.run(args);
    io.out(args.has("json") ? `${JSON.stringify(json)}\n` : `${text((await io.cliWords()).labTables)}\n`);
    return exitCodes.fine;
  },
};
