import { findEntry, type GlossaryWord, glossaryLines, glossaryWord } from "../../present/glossary.ts";
import { nearest } from "../../present/nearest.ts";
import { loadTexts } from "../../words/index.ts";
import { type CliCommand, exitCodes, lineCells, plain, UsageError } from "../io.ts";

/** `play glossary [WORD]`: what the words mean, where they are met, which belong together. */
export const glossary: CliCommand = {
  name: "glossary",
  usage: "glossary [WORD] [--json]",
  flags: {},
  words: ["WORD?"],
  async run(args, io) {
    const [texts, lessons, words] = await Promise.all([loadTexts(io.language()), io.lessons(), io.words()]);
    const [name] = args.words;
    const entry = name === undefined ? undefined : findEntry(texts.glossary, name);
    if (name !== undefined && !entry) {
      const terms = texts.glossary.map(({ term }) => term);
      const near = nearest(
        name.toLowerCase(),
        terms.map((term) => term.toLowerCase()),
      );
      throw new UsageError((usage) => usage.noTerm({ name: plain(name), near, count: terms.length }));
    }
    const found = (entry ? [entry] : texts.glossary).map((each) =>
      glossaryWord(words, texts.glossary, lessons, each),
    );
    if (args.has("json")) {
      const [first] = found;
      io.out(`${JSON.stringify(entry && first ? asJson(first) : found.map(asJson))}\n`);
      return exitCodes.fine;
    }
    const lines = found.flatMap((word, at) => [
      ...(at > 0 ? [""] : []),
      word.term,
      ...glossaryLines(words, word, lineCells - 2).flatMap((line) => (line === "" ? [] : [`  ${line}`])),
    ]);
    io.out(`${lines.join("\n")}\n`);
    return exitCodes.fine;
  },
};

function asJson({ term, definition, metIn, related }: GlossaryWord): object {
  return { term, definition, levels: metIn.map(({ level }) => level.number), related };
}
