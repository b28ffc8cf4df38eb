/** `play system new [FILE]`: a system file to begin with, every part of it explained. */
import { writeFileSync } from "node:fs";
import { wholePath } from "../../process/home.ts";
import { type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { exampleSystem } from "../system-example.ts";

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
    else write(file, text);
    return exitCodes.fine;
  },
};

/** Never over a file that is there. */
function write(file: string, text: string): void {
  try {
    writeFileSync(wholePath(file, process.env), text, { flag: "wx" });
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    const path = plain(file);
    throw new UsageError((usage) =>
      code === "EEXIST" ? usage.exists({ path }) : usage.unwritable({ path, errno: code }),
    );
  }
}
