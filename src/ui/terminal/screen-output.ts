import { EventEmitter } from "node:events";
import { slice, width } from "../../present/cells.ts";

const ESC = "\u001B";
const BEGIN_FRAME = `${ESC}[?2026h`;
const END_FRAME = `${ESC}[?2026l`;
const CLEAR = `${ESC}[0m${ESC}[2J`;
const ERASE_REST = `${ESC}[K`;
const PLAIN = `${ESC}[0m`;
/** Alternate screen, no cursor, no automatic wrap (a width misjudged must not push lines down). */
const ENTER = `${ESC}[?1049h${ESC}[?25l${ESC}[?7l`;
/** Undone in reverse; cleared first for terminals that have no alternate screen. */
const LEAVE = `${END_FRAME}${PLAIN}${ESC}[2J${ESC}[H${ESC}[?7h${ESC}[?25h${ESC}[?1049l`;

/** Characters that some terminals (East Asian settings) draw two cells wide, and the question where the cursor is then. */
const SAMPLE = "─│▶★×·→✓";
const ASK_WIDTH = `${ESC}[H${SAMPLE}${ESC}[6n\r${ESC}[K`;

/** What of a terminal's stdout is needed here. */
export interface TerminalStream {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  write(text: string): boolean;
  on(event: "resize" | "drain", listener: () => void): unknown;
  off(event: "resize" | "drain", listener: () => void): unknown;
}

export interface PaintStats {
  /** Frames handed over. */
  frames: number;
  /** Frames that changed something and were painted. */
  painted: number;
  /** Lines painted. */
  lines: number;
  /** Bytes written, all in all. */
  bytes: number;
  /** Frames dropped because the terminal had not taken the ones before. */
  dropped: number;
}

/**
 * The screen, and the stdout that Ink gets. Ink runs with `debug: true` and so writes whole plain frames; they
 * are compared line by line with what stands on the screen, and only what changed is painted, at
 * absolute positions, in one synchronized update. Ink's own output clears the whole screen for every
 * frame as tall as the terminal.
 *
 * It owns the alternate screen, never writes past the last column or row, and clears only when
 * entering and after a resize. It does not pass `resize` on to Ink, which would paint the old layout
 * at the new size first (and does not listen where it believes itself in CI): the game hears of it
 * with `onResize` and draws anew.
 */
export class ScreenOutput extends EventEmitter {
  readonly isTTY = false; // Ink must not send cursor codes of its own
  readonly writable = true;
  readonly stats: PaintStats = { frames: 0, painted: 0, lines: 0, bytes: 0, dropped: 0 };
  readonly #stream: TerminalStream;
  #translate: ((line: string) => string) | undefined;
  #screen: string[] = [];
  #frame: readonly string[] | undefined;
  #mustClear = true;
  #isOpen = false;
  #isBlocked = false;

  /** `translate` turns each line into what the terminal can show (for example its ASCII twin). */
  constructor(stream: TerminalStream, translate?: (line: string) => string) {
    super();
    this.#stream = stream;
    this.#translate = translate;
  }

  get columns(): number {
    return this.#stream.columns || 80;
  }

  get rows(): number {
    return this.#stream.rows || 24;
  }

  /** Takes the alternate screen and paints the latest frame on it, if there is one. */
  enter(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#stream.on("resize", this.#resized);
    this.#stream.on("drain", this.#drained);
    this.#send(this.#translate ? ENTER : ENTER + ASK_WIDTH);
    this.#forget();
    this.#paint();
  }

  /** Gives the terminal back as it was. Frames that still come are kept, not shown. */
  leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#stream.off("resize", this.#resized);
    this.#stream.off("drain", this.#drained);
    this.#send(LEAVE);
  }

  /** Whether the answer to `ASK_WIDTH` tells of a terminal whose cells our characters do not fit. */
  isTooWide(column: number): boolean {
    return column > SAMPLE.length + 1;
  }

  /** From now on lines go through this. */
  translateBy(translate: (line: string) => string): void {
    this.#translate = translate;
    this.repaint();
  }

  /** Paints everything again: something else may have written on the screen. */
  repaint(): void {
    this.#forget();
    this.#paint();
  }

  /** Takes a whole frame from Ink. An empty text is no frame (Ink uses it to flush). */
  readonly write = (frame: string, done?: () => void): boolean => {
    if (frame !== "") this.show(frame.split("\n"));
    if (done) setImmediate(done);
    return true;
  };

  /**
   * Shows a whole frame. A page that is nothing but lines comes straight here: it need not be taken apart into cells
   * and put together again twenty times a second.
   */
  show(lines: readonly string[]): void {
    this.stats.frames++;
    this.#frame = lines;
    this.#paint();
  }

  /** Calls back after the terminal changed its size. Returns the way to stop. */
  onResize(listener: () => void): () => void {
    this.on("resized", listener);
    return () => this.off("resized", listener);
  }

  readonly #resized = (): void => {
    this.#forget();
    this.emit("resized");
  };

  readonly #drained = (): void => {
    if (!this.#isBlocked) return;
    this.#isBlocked = false;
    this.#paint();
  };

  #forget(): void {
    this.#screen = [];
    this.#mustClear = true;
  }

  #paint(): void {
    if (!this.#isOpen || this.#frame === undefined) return;
    if (this.#isBlocked) {
      this.stats.dropped++;
      return; // the latest frame is painted when the terminal has caught up
    }
    const lines = this.#frame.slice(0, this.rows);
    let body = "";
    for (let row = 0; row < Math.max(lines.length, this.#screen.length); row++) {
      const line = lines[row] ?? "";
      if (line === (this.#screen[row] ?? "")) continue;
      body += `${ESC}[${row + 1};1H${this.#cells(line)}`;
      this.stats.lines++;
    }
    this.#screen = lines;
    if (body === "" && !this.#mustClear) return;
    this.stats.painted++;
    const clear = this.#mustClear ? CLEAR : "";
    this.#mustClear = false;
    this.#send(BEGIN_FRAME + clear + body + END_FRAME);
  }

  /** A line as it is sent: only text and styles, not wider than the screen, the rest erased. */
  #cells(line: string): string {
    const clean = onlyTextAndStyles(line);
    let text = this.#translate?.(clean) ?? clean;
    let cells = width(text);
    if (cells > this.columns) {
      text = slice(text, 0, this.columns);
      cells = width(text);
    }
    const styled = text.includes(ESC) ? text + PLAIN : text;
    // After the last column the cursor still stands on it: erasing there would eat the last character.
    return cells < this.columns ? styled + ERASE_REST : styled;
  }

  #send(text: string): void {
    this.stats.bytes += Buffer.byteLength(text);
    if (!this.#stream.write(text)) this.#isBlocked = true;
  }
}

/** Removes every control character and every escape sequence but styles (SGR): the last wall before the terminal. */
export function onlyTextAndStyles(line: string): string {
  return line.replace(
    /(\u001B\[[\d;:]*m)|(?:\u001B\[|\u009B)[\u0020-\u003F]*[\u0040-\u007E]?|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|\u001B[\u0020-\u007E]?|[\u0000-\u001F\u007F-\u009F]/g,
    (_match, style?: string) => style ?? "",
  );
}
