import { EventEmitter } from "node:events";
import { onlyTextAndStyles, type TerminalStream } from "./screen-output.ts";

/**
 * The stdout that Ink gets for a screen reader, and for a terminal that can only print: text alone, one line after
 * the other, nothing erased. Of a screen that was told before only what is new is told.
 */
export class SpokenOutput extends EventEmitter {
  readonly isTTY = false; // Ink must not send cursor codes of its own
  readonly writable = true;
  readonly #stream: TerminalStream;
  readonly #translate: (line: string) => string;
  #told: readonly string[] = [];

  /** `translate` turns each line into what the terminal can show (for example its ASCII twin). */
  constructor(stream: TerminalStream, translate: (line: string) => string = (line) => line) {
    super();
    this.#stream = stream;
    this.#translate = translate;
  }

  /** Room for whole lines: the terminal breaks them itself, and a changed one is told whole. */
  readonly columns = 1_000;

  get rows(): number {
    return this.#stream.rows || 24;
  }

  /** Takes a whole frame from Ink. An empty text is no frame (Ink uses it to flush). */
  readonly write = (frame: string, done?: () => void): boolean => {
    if (frame !== "")
      this.#tell(
        frame
          .trimEnd()
          .split("\n")
          .map((line) => this.#plain(line)),
      );
    if (done) setImmediate(done);
    return true;
  };

  /** Tells everything again. */
  repaint(): void {
    const lines = this.#told;
    this.#told = [];
    this.#tell(lines);
  }

  /** Calls back after the terminal changed its size. Returns the way to stop. */
  onResize(listener: () => void): () => void {
    this.#stream.on("resize", listener);
    return () => this.#stream.off("resize", listener);
  }

  #tell(lines: readonly string[]): void {
    const told = new Set(this.#told);
    // Screens begin with what they are and end with their keys; one that goes on keeps one of the two, or most of it.
    const known = lines.filter((line) => told.has(line)).length;
    const isSameScreen =
      lines[0] === this.#told[0] || lines.at(-1) === this.#told.at(-1) || known * 2 >= lines.length;
    const before = isSameScreen ? told : new Set<string>();
    const fresh = lines.filter((line) => line !== "" && !before.has(line));
    this.#told = lines;
    if (fresh.length > 0) this.#stream.write(`${fresh.join("\n")}\n`);
  }

  #plain(line: string): string {
    return this.#translate(onlyTextAndStyles(line).replace(/\u001B\[[\d;:]*m/g, "")).trimEnd();
  }
}
