/** The entry: reads the command line, wires, hands over. Headless commands never load the screen. */
import { fileURLToPath } from "node:url";
import { runHeadless } from "./cli/headless.ts";
import { gameFlags, tokenize, UsageError, usageLine, wordFlag } from "./cli/index.ts";
import { surroundings } from "./cli/surroundings.ts";
import { workerFile } from "./cli/worker-file.ts";
import { crash, endProcess, exitCodes } from "./process/endings.ts";
import { languages } from "./words/index.ts";

async function main(words: readonly string[]): Promise<number> {
  const [first] = words;
  if (first !== undefined && !first.startsWith("-")) return runHeadless(words);
  try {
    const args = tokenize(gameFlags, words, "play");
    const [extra] = args.words;
    if (extra !== undefined) throw new UsageError((usage) => usage.optionFirst({ word: extra }));
    const theme = wordFlag(args, "theme", ["dark", "light"] as const);
    const language = wordFlag(args, "language", languages);
    const spoken = [
      ...(args.has("ascii") ? ["--ascii"] : []),
      ...(language === undefined ? [] : ["--language", language]),
    ];
    for (const question of ["help", "version"])
      if (args.has(question)) return await runHeadless([question, ...spoken]);
    const { playGame } = await import("./ui/index.ts");
    return await playGame({
      ...(args.value("saves") === undefined ? {} : { saves: args.value("saves") as string }),
      ...(theme === undefined ? {} : { theme }),
      ...(language === undefined ? {} : { language }),
      worker: workerFile(),
      ascii: args.has("ascii"),
      noColor: args.has("no-color"),
      reducedMotion: args.has("reduced-motion"),
      screenReader: args.has("screen-reader"),
      // The entry lies one folder below the package's root, in src/ as in dist/.
      packageRoot: fileURLToPath(new URL("..", import.meta.url)),
    });
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    process.stderr.write(await usageLine(problem, words, surroundings().savedLanguage));
    return exitCodes.badInput;
  }
}

// A standard error that is closed or full changes nothing: what could not be said there is not said.
process.stderr.on("error", () => {});

process.removeAllListeners("SIGINT"); // the door's
main(process.argv.slice(2)).then(endProcess, crash);
