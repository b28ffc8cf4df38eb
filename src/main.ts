/** The entry: reads the command line, wires, hands over. Headless commands never load the screen. */
import { fileURLToPath } from "node:url";
import { commonFlags, exitCodes, type Io, runCommand, tokenize, UsageError } from "./cli/index.ts";

declare const __ZTM_VERSION__: string | undefined;

/** Baked in by the build; a run straight from the sources has none. */
const version = typeof __ZTM_VERSION__ === "undefined" ? "development" : __ZTM_VERSION__;

const interrupted = new AbortController();

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  signal: interrupted.signal,
};

async function main(words: readonly string[]): Promise<number> {
  const [first] = words;
  if (first === undefined || first.startsWith("-")) return game(words);
  process.once("SIGINT", () => {
    interrupted.abort();
    // Commands that can stop early do so and end by themselves; the others end here.
    setTimeout(() => process.exit(exitCodes.interrupted), 1_000).unref();
  });
  const code = await runCommand(words, io);
  return interrupted.signal.aborted ? exitCodes.interrupted : code;
}

/** No command: the game itself, or a question about it. */
async function game(words: readonly string[]): Promise<number> {
  try {
    const args = tokenize(commonFlags, words, "play");
    const [extra] = args.words;
    if (extra !== undefined) throw new UsageError(`options come after the command: play ${extra} …`);
    if (args.has("version")) {
      io.out(`${version}\n`);
      return exitCodes.fine;
    }
    if (args.has("help")) {
      const { helpText } = await import("./cli/help.ts");
      io.out(await helpText());
      return exitCodes.fine;
    }
    const { playGame } = await import("./ui/index.ts");
    return await playGame({
      ...(args.value("saves") === undefined ? {} : { saves: args.value("saves") as string }),
      ...(args.value("theme") === undefined ? {} : { theme: args.value("theme") as string }),
      ascii: args.has("ascii"),
      reducedMotion: args.has("reduced-motion"),
      screenReader: args.has("screen-reader"),
      // The entry lies one folder below the package's root, in src/ as in dist/.
      packageRoot: fileURLToPath(new URL("..", import.meta.url)),
    });
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    io.err(`play: ${problem.message}\n`);
    return exitCodes.badInput;
  }
}

// A reader that closes early (`play levels | head -1`) is no error.
process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
  if (problem.code === "EPIPE") process.exit(exitCodes.fine);
  throw problem;
});

process.exitCode = await main(process.argv.slice(2));
