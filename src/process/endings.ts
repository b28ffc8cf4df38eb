/** The one place where the process ends: what each exit code means, and how it is reached without a trace. */

/** Exit codes, of the game and of every command. */
export const exitCodes = {
  fine: 0,
  failed: 1,
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
  process.removeAllListeners("SIGHUP");
  process.removeAllListeners("exit");
  process.kill(process.pid, "SIGHUP");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), deathMs);
}

/** Says that something broke that should not have, with what a report of it needs, and ends. */
export function crash(problem: unknown): void {
  const what = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  process.stderr.write(`play: this is a mistake of the game:\n${what}\n`);
  endProcess(exitCodes.crashed);
}
