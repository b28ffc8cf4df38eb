import { usageOf } from "../../labs/index.ts";
import { nearest } from "../../present/nearest.ts";
import { type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { flagsOf, type RealCommand } from "./real/experiment.ts";
import { experiments } from "./real/index.ts";

const names = experiments.map(({ name }) => name);
const usageOfOne = ({ word, texts = {}, knobs }: RealCommand) => {
  const written = Object.entries(texts).map(([name, sign]) => `[--${name} ${sign}]`);
  return [word, ...written, usageOf(knobs)].filter(Boolean).join(" ");
};

/** `play real …`: real servers on this machine, beside what the simulator says of them. */
export const real: CliCommand = {
  name: "real",
  usage: `real ${names.join("|")} … [--json]`,
  details: ({ real }) =>
    experiments.flatMap((each) => [
      `play real ${each.name} ${usageOfOne(each)}`,
      `    ${real.summaries[each.name]}`,
    ]),
  flags: Object.assign({}, ...experiments.map(flagsOf)),
  words: [`(${names.join("|")})`, "N?"],
  async run(args, io) {
    const [name = "", word] = args.words;
    const found = experiments.find((candidate) => candidate.name === name);
    if (!found) {
      const near = nearest(name, names);
      throw new UsageError((usage) => usage.noExperiment({ name: plain(name), near, names }));
    }
    const usage = `real ${name} ${usageOfOne(found)}`;
    if (word !== undefined && found.word === undefined)
      throw new UsageError((say) => say.unknownWord({ command: `real ${name}`, word: plain(word), usage }));
    // A flag of another experiment would be ignored without a word.
    for (const other of experiments)
      for (const flag of Object.keys(flagsOf(other)))
        if (args.has(flag) && !Object.hasOwn(flagsOf(found), flag))
          throw new UsageError((say) =>
            say.optionOfOther({
              of: `real ${name}`,
              flag,
              owner: `real ${other.name}`,
              usage: usageOfOne(found),
            }),
          );
    const { Interrupted, RealProblem } = await import("../../real/index.ts");
    try {
      return await found.run(args, io);
    } catch (problem) {
      // A terminal sends Ctrl-C to everybody, and who was started may have ended first.
      if (problem instanceof Interrupted || io.signal.aborted) return exitCodes.interrupted;
      if (!(problem instanceof RealProblem)) throw problem;
      throw new UsageError((say) => say.realTrouble(problem.trouble));
    }
  },
};
