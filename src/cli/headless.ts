/** Runs a command in this process: on a thread where it may take long, its text written whole, Ctrl-C heard. */
import { existsSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { dieOf, exitCodes } from "../process/endings.ts";
import { ReaderGone, UnwrittenError, writeWhole } from "../process/output.ts";
import { runCommand, usageLine } from "./index.ts";
import type { UsageError } from "./io.ts";
import { surroundings } from "./surroundings.ts";
import type { ThreadMessage } from "./thread.ts";

/** After Ctrl-C a command that can stop early may print what it has; so long, in ms. */
const graceMs = 700;

/** So long a thread may take to end, in ms; one that waits for a pipe into which nobody writes never does. */
const threadEndMs = 1_000;

/** Commands that answer at once, that ask, or whose work is done by processes of their own need no thread. */
const quick: ReadonlySet<string> = new Set([
  "levels",
  "brief",
  "review",
  "interview",
  "real",
  "version",
  "help",
]);

/** Runs the command that the words name. Resolves to the exit code. */
export async function runHeadless(words: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const giveUp = new Promise<number>((resolve) => {
    process.on("SIGINT", () => {
      const isAgain = stop.signal.aborted;
      stop.abort();
      setTimeout(() => resolve(exitCodes.interrupted), isAgain ? 0 : graceMs);
    });
  });
  const thread = quick.has(words[0] ?? "") ? undefined : await startThread(words);
  const code = await Promise.race([giveUp, answered(words, stop.signal, thread)]);
  if (!stop.signal.aborted) return code;
  if (thread && !(await endsSoon(thread))) dieOf("SIGINT");
  return exitCodes.interrupted;
}

function endsSoon(thread: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(resolve, threadEndMs, false);
    void thread.terminate().then(() => resolve(true));
  });
}

/** Runs the command and writes what it says, in order; what cannot be written decides the code. */
async function answered(
  words: readonly string[],
  signal: AbortSignal,
  thread: Worker | undefined,
): Promise<number> {
  let written = Promise.resolve();
  const err = (text: string) => void process.stderr.write(text);
  const around = surroundings();
  try {
    const code = await new Promise<number>((resolve, reject) => {
      const out = (text: string) => {
        written = written.then(() => writeWhole(process.stdout, text));
        written.catch(reject); // nobody waits for a command whose reader is gone
      };
      run(words, { out, err, ...around, lines: () => typedLines(signal), signal }, thread).then(
        resolve,
        reject,
      );
    });
    await written;
    return code;
  } catch (problem) {
    if (problem instanceof ReaderGone) return exitCodes.fine;
    if (!(problem instanceof UnwrittenError)) throw problem;
    const say: UsageError["say"] = (usage) => usage.unwritten({ errno: problem.errno });
    err(await usageLine({ say }, words, around.savedLanguage));
    return exitCodes.unwritten;
  }
}

/** What is typed, line by line, until it ends or Ctrl-C is pressed. */
async function* typedLines(signal: AbortSignal): AsyncGenerator<string> {
  const { createInterface } = await import("node:readline");
  yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY, signal });
}

async function run(
  words: readonly string[],
  io: Parameters<typeof runCommand>[1],
  thread: Worker | undefined,
): Promise<number> {
  if (!thread) return runCommand(words, io);
  return new Promise((resolve, reject) => {
    io.signal.addEventListener("abort", () => thread.postMessage("stop"));
    thread.on("message", (message: ThreadMessage) => {
      if ("out" in message) io.out(message.out);
      else if ("err" in message) io.err(message.err);
      else resolve(message.code);
    });
    thread.on("error", reject);
    thread.on("exit", () => reject(new Error("the command's thread ended without an answer")));
  });
}

/** The thread beside the bundle; undefined from the sources, or where no thread may be had. */
async function startThread(words: readonly string[]): Promise<Worker | undefined> {
  const file = ["./command.js", "../command.js"]
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(url));
  try {
    const { Worker } = await import("node:worker_threads");
    return file && new Worker(file, { workerData: words });
  } catch {
    return undefined;
  }
}
