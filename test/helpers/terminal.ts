/**
 * A terminal for tests: a command in a real pseudo-terminal, its output in a real terminal emulator,
 * and methods in the player's words.
 */
import { createRequire } from "node:module";
import type { IPty } from "@lydell/node-pty";
import type { Terminal as Emulator, IBufferCell } from "@xterm/headless";
import type { StyledCell } from "../../src/film/cells.ts";

const require = createRequire(import.meta.url);

export interface OpenOptions {
  /** The program and its arguments. `node` is the one running the tests. */
  readonly command: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** On top of a plain environment: a UTF-8 terminal with 24-bit colour. `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const KEYS: Readonly<Record<string, string>> = {
  up: "\u001B[A",
  down: "\u001B[B",
  right: "\u001B[C",
  left: "\u001B[D",
  home: "\u001B[H",
  end: "\u001B[F",
  pageup: "\u001B[5~",
  pagedown: "\u001B[6~",
  delete: "\u001B[3~",
  enter: "\r",
  escape: "\u001B",
  esc: "\u001B",
  space: " ",
  tab: "\t",
  "shift-tab": "\u001B[Z",
  backspace: "\u007F",
};

/** The bytes of a key by name: `down`, `ctrl-c`, or a character. */
export function keyBytes(key: string): string {
  const ctrl = /^ctrl-([a-z])$/.exec(key);
  if (ctrl) return String.fromCharCode(ctrl[1]!.charCodeAt(0) - 0x60);
  const bytes = KEYS[key] ?? ([...key].length === 1 ? key : undefined);
  if (bytes === undefined) throw new Error(`unknown key: ${key}`);
  return bytes;
}

let reason: string | undefined | null = null;

/** Why no pseudo-terminal can be had here, or undefined when one can. */
function whyNoPty(): string | undefined {
  if (reason !== null) return reason;
  try {
    const { spawn } = require("@lydell/node-pty") as typeof import("@lydell/node-pty");
    spawn(process.execPath, ["-e", "0"], {}).kill();
    reason = undefined;
  } catch (error) {
    reason = error instanceof Error ? error.message.split("\n")[0]! : String(error);
  }
  return reason;
}

/**
 * Whether tests in a real terminal can run here. When not, the reason is printed and the tests are to
 * be skipped (`describe.skipIf(!canUsePty())`), but with `E2E_REQUIRED=1` that is a failure.
 */
export function canUsePty(): boolean {
  const why = whyNoPty();
  if (why === undefined) return true;
  if (process.env.E2E_REQUIRED === "1")
    throw new Error(`E2E_REQUIRED=1, but there is no pseudo-terminal: ${why}`);
  console.warn(`Tests in a real terminal are skipped: ${why}`);
  return false;
}

export class TestTerminal {
  readonly #pty: IPty;
  readonly #emulator: Emulator;
  readonly #chunks: string[] = [];
  readonly #exited: Promise<{ exitCode: number; signal?: number | undefined }>;
  #isOver = false;
  #unread = 0;

  private constructor(pty: IPty, emulator: Emulator) {
    this.#pty = pty;
    this.#emulator = emulator;
    pty.onData((data) => {
      this.#chunks.push(data);
      this.#unread++;
      emulator.write(data, () => this.#unread--);
    });
    emulator.onData((reply) => {
      if (!this.#isOver) pty.write(reply);
    });
    this.#exited = new Promise((resolve) => {
      pty.onExit((how) => {
        this.#isOver = true;
        resolve(how);
      });
    });
  }

  /** Starts a command in a terminal. Close it at the end of the test. */
  static open(options: OpenOptions): TestTerminal {
    const { command, columns = 80, rows = 24, cwd = process.cwd(), env = {} } = options;
    const { spawn } = require("@lydell/node-pty") as typeof import("@lydell/node-pty");
    const { Terminal } = require("@xterm/headless") as typeof import("@xterm/headless");
    const [program, ...args] = command;
    const pty = spawn(program === "node" ? process.execPath : program!, args, {
      name: env.TERM ?? "xterm-256color", // the pseudo-terminal sets TERM from it
      cols: columns,
      rows,
      cwd,
      env: plainEnv(env),
    });
    return new TestTerminal(
      pty,
      new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 }),
    );
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Presses keys, one write each: `press("down", "enter", "q", "ctrl-c")`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#pty.write(keyBytes(key));
      await wait(key === "escape" || key === "esc" ? 120 : 5);
    }
  }

  /** Sends text in one write, as a fast typist or a slow line would. */
  type(text: string): void {
    this.#pty.write(text);
  }

  /** Something else writes on the screen, as `wall` does. */
  scribble(text: string): void {
    this.#emulator.write(text);
  }

  /** Waits until the text (or pattern) stands on the screen; fails with a picture of the screen. */
  async see(text: string | RegExp, options: { readonly within?: number } = {}): Promise<void> {
    await this.#until(() => found(this.screen(), text), `expected to see ${String(text)}`, options.within);
  }

  /** Waits until the text (or pattern) has left the screen. */
  async gone(text: string | RegExp, options: { readonly within?: number } = {}): Promise<void> {
    await this.#until(
      () => !found(this.screen(), text),
      `expected ${String(text)} to be gone`,
      options.within,
    );
  }

  /** The lines on the screen, without the spaces at their ends. */
  screen(): string[] {
    const buffer = this.#emulator.buffer.active;
    return Array.from(
      { length: this.#emulator.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? "",
    );
  }

  /** The cells on the screen with their styles, row by row. */
  styledScreen(): StyledCell[][] {
    const buffer = this.#emulator.buffer.active;
    return Array.from({ length: this.#emulator.rows }, (_, row) => {
      const line = buffer.getLine(buffer.viewportY + row);
      return Array.from({ length: this.#emulator.cols }, (_, column) => styled(line?.getCell(column)));
    });
  }

  /** Whether the alternate screen is shown. */
  isAlternate(): boolean {
    return this.#emulator.buffer.active.type === "alternate";
  }

  /** Whether the cursor is shown (told by the last word about it). */
  isCursorShown(): boolean {
    const raw = this.raw();
    return raw.lastIndexOf("\u001B[?25h") >= raw.lastIndexOf("\u001B[?25l");
  }

  /** Whether pastes are marked. */
  isPasteMarked(): boolean {
    return this.#emulator.modes.bracketedPasteMode;
  }

  /** Everything the program has written. */
  raw(): string {
    return this.#chunks.join("");
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  signal(name: string): void {
    this.#pty.kill(name);
  }

  /** Closes the terminal under the program, as a closed window or a dropped line does. */
  hangUp(): void {
    this.#emulator.reset();
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  /** Waits for the end of the program; its exit code (128 and the signal's number when killed). */
  async exit(options: { readonly within?: number } = {}): Promise<number> {
    const within = options.within ?? 10_000;
    const how = await Promise.race([this.#exited, wait(within).then(() => undefined)]);
    if (how === undefined) throw new Error(`the program still runs after ${within} ms\n${this.picture()}`);
    for (let turns = 0; turns < 3 || this.#unread > 0; turns++) await wait(10);
    return how.signal ? 128 + how.signal : how.exitCode;
  }

  /** The screen in a frame, for the message of a failure. */
  picture(): string {
    const edge = `+${"-".repeat(this.#emulator.cols)}+`;
    return [edge, ...this.screen().map((line) => `|${line.padEnd(this.#emulator.cols)}|`), edge].join("\n");
  }

  /** Ends what still runs. */
  close(): void {
    if (!this.#isOver) this.#pty.kill(...(process.platform === "win32" ? [] : ["SIGKILL"]));
    this.#emulator.dispose();
  }

  async #until(holds: () => boolean, what: string, within = 12_000): Promise<void> {
    const end = Date.now() + within;
    while (this.#unread > 0 || !holds()) {
      if (Date.now() > end) throw new Error(`${what} within ${within} ms\n${this.picture()}`);
      await wait(10);
    }
  }
}

/** A plain environment: what a program needs to run, and a good terminal. */
function plainEnv(changes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const needed = [
    "PATH",
    "HOME",
    "USERPROFILE",
    "SystemRoot",
    "TEMP",
    "TMP",
    "APPDATA",
    "LOCALAPPDATA",
    "PATHEXT",
  ];
  const env: Record<string, string | undefined> = {
    ...Object.fromEntries(needed.map((name) => [name, process.env[name]])),
    TERM: "xterm-256color",
    COLORTERM: "truecolor",
    LANG: "en_US.UTF-8",
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

function found(lines: readonly string[], text: string | RegExp): boolean {
  const all = lines.join("\n");
  return typeof text === "string" ? all.includes(text) : text.test(all);
}

function styled(cell: IBufferCell | undefined): StyledCell {
  return {
    text: cell?.getChars() || (cell?.getWidth() === 0 ? "" : " "),
    width: cell?.getWidth() ?? 1,
    color: cell && !cell.isFgDefault() ? color(cell.isFgRGB(), cell.getFgColor()) : undefined,
    background: cell && !cell.isBgDefault() ? color(cell.isBgRGB(), cell.getBgColor()) : undefined,
    bold: !!cell?.isBold(),
    dim: !!cell?.isDim(),
    italic: !!cell?.isItalic(),
    underline: !!cell?.isUnderline(),
    inverse: !!cell?.isInverse(),
  };
}

function color(isRgb: boolean, value: number): string | number {
  return isRgb ? `#${value.toString(16).padStart(6, "0")}` : value;
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
