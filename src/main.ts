/** The entry: reads the command line, wires, hands over. Headless commands never load the screen. */
import { constants } from "node:os";
import { runHeadless } from "./cli/headless.ts";
import {
  type Arguments,
  gameFlags,
  readArguments,
  tokenize,
  UsageError,
  usageLine,
  wordFlag,
} from "./cli/index.ts";
import { packageRoot, surroundings } from "./cli/surroundings.ts";
import { workerFile } from "./cli/worker-file.ts";
import { crash, endProcess, exitCodes, refusalOf } from "./process/endings.ts";
import { NoFolder } from "./process/home.ts";
import { languages } from "./words/index.ts";

async function main(words: readonly string[]): Promise<number> {
  const [first] = words;
  const isHeadless = first !== undefined && !first.startsWith("-");
  const isShown = (first === "interview" || first === "sandbox") && isOnScreen(words);
  if (isHeadless && !isShown) return runHeadless(words);
  try {
    if (first === "sandbox") return await sandboxOnScreen(words.slice(1));
    if (isHeadless) return await interviewOnScreen(words);
    const args = tokenize(gameFlags, words, "play");
    const [extra] = args.words;
    if (extra !== undefined) throw new UsageError((usage) => usage.optionFirst({ word: extra }));
    const look = lookOf(args);
    const spoken = [
      ...(look.ascii ? ["--ascii"] : []),
      ...(look.language === undefined ? [] : ["--language", look.language]),
    ];
    for (const question of ["help", "version"])
      if (args.has(question)) return await runHeadless([question, ...spoken]);
    const { playGame } = await import("./ui/index.ts");
    return await playGame(look);
  } catch (caught) {
    const problem =
      caught instanceof NoFolder
        ? new UsageError((usage) => usage.noFolder({ path: caught.message }))
        : caught;
    if (!(problem instanceof UsageError)) throw problem;
    process.stderr.write(await usageLine(problem, words, surroundings().savedLanguage));
    return exitCodes.badInput;
  }
}

/** How the game is to look, where its saves lie, and what its threads run. */
function lookOf(args: Arguments) {
  const saves = args.value("saves");
  const theme = wordFlag(args, "theme", ["dark", "light"] as const);
  const language = wordFlag(args, "language", languages);
  return {
    ...(saves === undefined ? {} : { saves }),
    ...(theme === undefined ? {} : { theme }),
    ...(language === undefined ? {} : { language }),
    worker: workerFile(),
    ascii: args.has("ascii"),
    noColor: args.has("no-color"),
    reducedMotion: args.has("reduced-motion"),
    screenReader: args.has("screen-reader"),
    packageRoot: packageRoot(),
  };
}

/** Where there is a terminal, an interview is held on the screen, unless it is asked for as text or from a file. */
function isOnScreen(words: readonly string[]): boolean {
  const isText = words.some((word) => /^--?(?:answers|json|last|help)(?:=|$)|^-[h?]$/.test(word));
  return (
    !isText && process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.TERM !== "dumb"
  );
}

/** The game opened at an interview; a report that comes of it is written where it was wanted. */
async function interviewOnScreen([name = "", ...rest]: readonly string[]): Promise<number> {
  const [{ freeReportPath, interview, latestReportAt, wantedInterview }, { playGame }] = await Promise.all([
    import("./cli/commands/interview.ts"),
    import("./ui/index.ts"),
  ]);
  const args = readArguments(interview, rest);
  const path = freeReportPath(args);
  const before = path === undefined ? undefined : latestReportAt(args, process);
  const code = await playGame({ ...lookOf(args), interview: wantedInterview(args, Date.now()) });
  // One that was left has no report yet, and that of another interview is not the one that was wanted.
  const isOver = path !== undefined && latestReportAt(args, process) !== before;
  return code === exitCodes.fine && isOver
    ? runHeadless([name, "--last", ...rest.filter((word) => word !== "--anew")])
    : code;
}

/** The game opened at the sandbox, or at one of its systems. */
async function sandboxOnScreen(rest: readonly string[]): Promise<number> {
  const [{ sandbox }, { wantedSystem }, { savedProgress }, { playGame }] = await Promise.all([
    import("./cli/commands/sandbox.ts"),
    import("./cli/own-systems.ts"),
    import("./cli/saved.ts"),
    import("./ui/index.ts"),
  ]);
  const args = readArguments(sandbox, rest);
  const [word] = args.words;
  const wanted = word === undefined ? {} : wantedSystem(savedProgress(args, { env: process.env }), word);
  return playGame({ ...lookOf(args), sandbox: wanted });
}

/** What the system refused is one line, in its own words where ours cannot even be loaded. */
async function failed(problem: unknown, words: readonly string[]): Promise<void> {
  const errno = refusalOf(problem);
  if (errno === undefined) return crash(problem);
  const say: UsageError["say"] = (usage) => usage.refused({ errno });
  const line = usageLine({ say }, words, surroundings().savedLanguage);
  const remedy = errno === "EMFILE" ? ". Allow more, as with: ulimit -n 256" : "";
  process.stderr.write(await line.catch(() => `play: ${(problem as Error).message}${remedy}\n`));
  endProcess(exitCodes.badInput);
}

// A standard error that is closed or full changes nothing: what could not be said there is not said.
process.stderr.on("error", () => {});

process.removeAllListeners("SIGINT"); // the door's
// A file that grows over its limit (ulimit -f) is told as an error of writing it, not by death.
if ("SIGXFSZ" in constants.signals) process.on("SIGXFSZ", () => {});
const words = process.argv.slice(2);
main(words).then(endProcess, (problem) => failed(problem, words));
