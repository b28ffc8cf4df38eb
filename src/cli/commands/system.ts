/** `play system new [FILE]`: a system file to begin with, every part of it explained. */

import { exampleSystem, systemText } from "../../rooms/sandbox/index.ts";
import type { SystemFileWords } from "../../words/contract/cli.ts";
import { type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { newFile } from "../text-file.ts";

export const system: CliCommand = {
  name: "system",
  usage: "system new [FILE]",
  flags: {},
  words: ["new", "FILE?"],
  async run(args, io) {
    const [word = "", file] = args.words;
    if (word !== "new") throw new UsageError((usage) => usage.systemNew({ word: plain(word) }));
    const { restart, ...comments } = (await io.cliWords()).systemFile;
    const text = systemText(exampleSystem(restart), commentsIn(comments));
    if (file === undefined) io.out(text);
    else newFile(file, text);
    return exitCodes.fine;
  },
};

/** The comments at their places in a file. */
function commentsIn(say: Omit<SystemFileWords, "restart">): Readonly<Record<string, string>> {
  const { whole, design, goals, time, streams, data, clients, events } = say;
  return {
    "": whole,
    design,
    goals,
    "scenario.ticks": time,
    "scenario.streams": streams,
    "scenario.data": data,
    "scenario.clients": clients,
    "scenario.events": events,
  };
}
