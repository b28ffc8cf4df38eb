/** The command line: finds the command, runs it, turns every ending into an exit code. */
import { commands } from "./commands/index.ts";
import { exitCodes, type Io, plain, UsageError } from "./io.ts";
import { nearest, readArguments } from "./parse.ts";

export type { Io } from "./io.ts";
export { exitCodes, UsageError } from "./io.ts";
export { commonFlags, tokenize } from "./parse.ts";

/** Runs a headless command. `words` are those after `play`. Never throws for what a user can write. */
export async function runCommand(words: readonly string[], io: Io): Promise<number> {
  const [name = "", ...rest] = words;
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
      const near = nearest(name, Object.keys(commands));
      throw new UsageError(
        `there is no command "${plain(name)}": ${near ? `did you mean ${near}?` : "see play --help"}`,
      );
    }
    const command = await load();
    const args = readArguments(command, rest);
    if (args.has("help")) {
      const details = (command.details ?? []).map((line) => `  ${line}\n`);
      io.out(`play ${command.usage}\n  ${command.summary}\n${details.join("")}`);
      return exitCodes.fine;
    }
    return await command.run(args, io);
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    io.err(`play: ${problem.message}\n`);
    return exitCodes.badInput;
  }
}
