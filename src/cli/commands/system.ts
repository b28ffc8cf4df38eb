/** `play system new [FILE]`: a system file to begin with, every part of it explained. */
import { type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { exampleSystem } from "../system-example.ts";
import { newFile } from "../text-file.ts";

export const system: CliCommand = {
  name: "system",
  usage: "system new [FILE]",
  flags: {},
  words: ["new", "FILE?"],
  async run(args, io) {
    const [word = "", file] = args.words;
    if (word !== "new") throw new UsageError((usage) => usage.systemNew({ word: plain(word) }));
    const text = exampleSystem((await io.cliWords()).systemFile);
    if (file === undefined) io.out(text);
    else newFile(file, text);
    return exitCodes.fine;
  },
};
