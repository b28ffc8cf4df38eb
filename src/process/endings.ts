/** The one place where the process ends: what each exit code means, and how it is reached without a trace. */

/** Exit codes, of the game and of every command. */
export const exitCodes = {
  fine: 0,
  failed: 1,
  /** What was given will not do, or what surrounds us. */
  badInput: 2,
  noTerminal: 3,
  /** What was to be printed could not be written: a full disk, a failing one. */
  unwritten: 4,
  /** A mistake of the game's own. */
  crashed: 70,
  /** The terminal is gone. */
  hungUp: 129,
  interrupted: 130,
} as const;

/** How long a signal that must kill us may take before we end by other means, in ms. */
const deathMs = 500;

/**
 * Ends the process at once, whatever timers, threads or listeners are left. When the terminal is gone, it ends as
 * the system's own signal would end it: Node 20 insists on resetting a terminal that is no more and aborts.
 */
export function endProcess(code: number): void {
  if (code !== exitCodes.hungUp || process.platform === "win32") process.exit(code);
  dieOf("SIGHUP");
}

/** Ends the process as a signal ends one that does not listen; no thread is waited for. */
export function dieOf(signal: "SIGHUP" | "SIGINT"): void {
  process.removeAllListeners(signal);
  process.removeAllListeners("exit");
  process.kill(process.pid, signal);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), deathMs);
}

/** What the system and Node refuse without anybody's mistake: files, memory, threads, permissions. */
const refusals: ReadonlySet<unknown> = new Set([
  "EMFILE",
  "ENFILE",
  "ENOMEM",
  "ERR_WORKER_OUT_OF_MEMORY",
  "ERR_WORKER_INIT_FAILED",
  "ERR_ACCESS_DENIED",
]);

/** The code of what the system refused us; undefined when a problem is of our own making. */
export function refusalOf(problem: unknown): string | undefined {
  const code = problem instanceof Error && "code" in problem ? problem.code : undefined;
  return refusals.has(code) ? String(code) : undefined;
}

/** Says that something broke that should not have, with what a report of it needs, and ends. */
export function crash(problem: unknown): void {
  const what = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  process.stderr.write(`play: this is a mistake of the game:\n${what}\n`);
  endProcess(exitCodes.crashed);
}
