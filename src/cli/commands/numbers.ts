import type { Lesson } from "../../levels/index.ts";
import { numberLines } from "../../present/numbers.ts";
import { lessonArgument } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";

/** `play numbers [N]`: the numbers to say aloud of one level, or of all. */
export const numbers: CliCommand = {
  name: "numbers",
  usage: "numbers [N] [--json]",
  flags: {},
  words: ["N?"],
  async run(args, io) {
    const [word] = args.words;
    const chosen = word === undefined ? await io.lessons() : [await lessonArgument(word, io)];
    if (args.has("json")) {
      const told = chosen.map(asJson);
      io.out(`${JSON.stringify(word === undefined ? told : told[0])}\n`);
      return exitCodes.fine;
    }
    const [words, { output }] = await Promise.all([io.words(), io.cliWords()]);
    const texts = chosen.map((lesson) => numberLines(words, output, lesson, 80).join("\n"));
    io.out(`${texts.join("\n\n")}\n`);
    return exitCodes.fine;
  },
};

function asJson({ level, prose }: Lesson) {
  return { level: level.number, id: level.id, numbers: prose.numbers };
}
