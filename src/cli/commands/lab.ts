import { type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { nearest } from "../parse.ts";
import { cache } from "./labs/cache.ts";
import { hotKey } from "./labs/hot-key.ts";
import type { Lab } from "./labs/lab.ts";
import { lag } from "./labs/lag.ts";
import { queue } from "./labs/queue.ts";
import { retries } from "./labs/retries.ts";
import { shards } from "./labs/shards.ts";

const labs: readonly Lab[] = [queue, cache, hotKey, shards, retries, lag];
const names = labs.map(({ name }) => name);

/** `play lab …`: simulated values beside theoretical ones. */
export const lab: CliCommand = {
  name: "lab",
  usage: `lab ${names.join("|")} … [--json]`,
  details: (words) =>
    labs.flatMap(({ name, usage }) => [`play lab ${name} ${usage}`, `    ${words.labs[name]}`]),
  flags: Object.assign({}, ...labs.map(({ flags }) => flags)),
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
      for (const flag of Object.keys(other.flags))
        if (args.has(flag) && !Object.hasOwn(found.flags, flag))
          throw new UsageError((usage) =>
            usage.optionOfLab({ lab: name, flag, owner: other.name, usage: found.usage }),
          );
    const { json, text } = found.run(args);
    io.out(args.has("json") ? `${JSON.stringify(json)}\n` : `${text((await io.cliWords()).labTables)}\n`);
    return exitCodes.fine;
  },
};
