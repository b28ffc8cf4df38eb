/**
 * The life of a terminal session: take the terminal, give it back exactly once, whatever happens.
 * It knows nothing of React; the caller hands in what to do on entering and leaving.
 */
import { constants } from "node:os";
import { ancestors } from "../../process/ancestors.ts";
import { exitCodes } from "../../process/endings.ts";

/** Standard input or output is no terminal, or one that cannot place the cursor. */
export class NoTerminalError extends Error {
  override readonly name = "NoTerminalError";
  /** The exit code that fits it. */
  readonly exitCode = exitCodes.noTerminal;
  readonly missing: "stdin" | "stdout" | "cursor";

  constructor(missing: "stdin" | "stdout" | "cursor") {
    super(missing);
    this.missing = missing;
  }
}

export interface SessionStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: Pick<NodeJS.WriteStream, "write">;
}

export interface SessionHooks {
  /** Whether the terminal can be asked to mark what is pasted. */
  readonly marksPastes: boolean;
  /** Take the screen (also after a pause in the background). */
  enterScreen(): void;
  /** Give the screen back. */
  leaveScreen(): void;
  /** Input arrived. */
  input(chunk: Uint8Array | string): void;
  /** The session is over and the terminal restored; nothing may be shown any more. */
  ended(): void;
}

const PASTE_ON = "\u001B[?2004h";
const PASTE_OFF = "\u001B[?2004l";
/**
 * Signals that end a program; its exit code is then 128 and the number of the signal. SIGUSR1 is among them: Node
 * would open its debugger and write so over the screen.
 */
const ENDING = [
  ...(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK", "SIGUSR1", "SIGUSR2", "SIGALRM"] as const),
  ...(["SIGVTALRM", "SIGPROF", "SIGXCPU", "SIGPWR", "SIGIO", "SIGSYS"] as const),
  ...(["SIGABRT", "SIGTRAP", "SIGSTKFLT"] as const),
];
/** How often we look whether whoever started us is still there, in ms. */
const PARENT_CHECK_MS = 1_000;
/** How long the last bytes may take to a terminal that no longer answers, in ms. */
const LAST_WRITE_MS = 1_000;
/** How long after asking to be stopped we look whether we run (again), in ms. */
const STOP_CHECK_MS = 50;

/** Fails with the reason when the game cannot be shown here. */
export function requireTerminal(
  streams: Pick<SessionStreams, "stdin" | "stdout">,
  addressable: boolean,
): void {
  if (!streams.stdout.isTTY) throw new NoTerminalError("stdout");
  if (!streams.stdin.isTTY) throw new NoTerminalError("stdin");
  if (!addressable) throw new NoTerminalError("cursor");
}

export class Session {
  /** The exit code, once the terminal is restored. Never rejects. */
  readonly ended: Promise<number>;
  readonly #streams: SessionStreams;
  readonly #hooks: SessionHooks;
  #resolve: (code: number) => void = () => {};
  #isEntered = false;
  #isOver = false;
  #stopCheck: NodeJS.Timeout | undefined;
  #parentCheck: NodeJS.Timeout | undefined;
  readonly #onSignal = new Map<string, () => void>();

  constructor(streams: SessionStreams, hooks: SessionHooks) {
    this.#streams = streams;
    this.#hooks = hooks;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Takes the terminal and watches for everything that may end the session. */
  start(): void {
    const { stdin, stdout } = this.#streams;
    for (const signal of ENDING)
      this.#listen(signal, () => this.finish(128 + (constants.signals[signal] ?? 0)));
    this.#listen("SIGTSTP", () => this.suspend());
    this.#listen("SIGCONT", () => this.#resume());
    const parents = ancestors();
    this.#parentCheck = setInterval(() => {
      // Nobody waits for us any more (npx was killed): the terminal belongs to the shell again.
      if (ancestors().join() !== parents.join()) this.#lost();
    }, PARENT_CHECK_MS).unref();
    process.on("exit", this.#restore);
    process.on("uncaughtException", this.#failed);
    process.on("unhandledRejection", this.#failed);
    stdin.on("data", this.#input);
    stdin.on("end", this.#lost);
    stdin.on("error", this.#lost);
    stdout.on("error", this.#lost);
    this.#enter();
  }

  /** Ends the session: the terminal comes back first, then the error is printed. Only the first call counts. */
  finish(code: number, error?: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { stdin, stdout, stderr } = this.#streams;
    this.#restore();
    clearTimeout(this.#stopCheck);
    clearInterval(this.#parentCheck);
    // Not yet: Ink's own listener would take the signal for one that nobody heeds, and die of it before the end.
    setImmediate(() => {
      for (const [signal, listener] of this.#onSignal) process.off(signal, listener);
    });
    process.off("exit", this.#restore);
    process.off("uncaughtException", this.#failed);
    process.off("unhandledRejection", this.#failed);
    stdin.off("data", this.#input);
    stdin.off("end", this.#lost);
    stdin.pause();
    stdin.unref();
    if (error !== undefined) stderr.write(`${describe(error)}\n`);
    this.#hooks.ended();
    // The streams' error listeners stay: a terminal that is gone complains once more about each write.
    stdout.write("", () => this.#resolve(code));
    if (stdout.destroyed || !stdout.writable) this.#resolve(code);
    setTimeout(() => this.#resolve(code), LAST_WRITE_MS).unref();
  }

  /** Ctrl-Z: gives the terminal back and stops, together with whoever started us (npx, a script). */
  suspend(): void {
    if (this.#isOver || constants.signals.SIGTSTP === undefined) return;
    this.#restore();
    const listener = this.#onSignal.get("SIGTSTP")!;
    process.off("SIGTSTP", listener); // so that the signal does what it does by default
    process.kill(0, "SIGTSTP");
    // Without a shell that could wake us up the system ignores the signal; then we go on at once.
    this.#stopCheck = setTimeout(() => this.#resume(), STOP_CHECK_MS);
  }

  #resume(): void {
    clearTimeout(this.#stopCheck);
    if (this.#isOver) return;
    // After SIGSTOP, of which nobody is told, the shell has taken the terminal back although we hold it.
    this.#restore();
    const listener = this.#onSignal.get("SIGTSTP")!;
    if (!process.listeners("SIGTSTP").includes(listener)) process.on("SIGTSTP", listener);
    this.#enter();
    process.kill(process.pid, "SIGWINCH"); // nobody told us of a new size while we were stopped
  }

  #enter(): void {
    this.#isEntered = true;
    const { stdin, stdout } = this.#streams;
    stdin.setRawMode(true);
    stdin.ref();
    stdin.resume();
    this.#hooks.enterScreen();
    if (this.#hooks.marksPastes) stdout.write(PASTE_ON);
  }

  /** Gives the terminal back. Safe to call at any time, as often as one likes. */
  readonly #restore = (): void => {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    const { stdin, stdout } = this.#streams;
    try {
      if (this.#hooks.marksPastes) stdout.write(PASTE_OFF);
      this.#hooks.leaveScreen();
      stdin.setRawMode(false);
    } catch {
      // The terminal is gone: there is nothing to restore.
    }
  };

  readonly #input = (chunk: Uint8Array | string): void => this.#hooks.input(chunk);
  readonly #failed = (error: unknown): void => this.finish(exitCodes.crashed, error);
  readonly #lost = (): void => this.finish(exitCodes.hungUp);

  #listen(signal: string, listener: () => void): void {
    if (!(signal in constants.signals)) return; // this system does not have it
    this.#onSignal.set(signal, listener);
    process.on(signal, listener);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
