/** A host that is nothing but memory: what is drawn is kept, keys come from the test, time passes when it is asked to. */
import type { Drawn } from "../../src/ui/frame/menu.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Host, Look, Room } from "../../src/ui/host.ts";
import type { KeyEvent } from "../../src/ui/keys/events.ts";
import { emptyParser, flushKeys, parseKeys } from "../../src/ui/terminal/input.ts";
import { keyBytes } from "./terminal.ts";

const plainLook: Look = { theme: plainTheme, unicode: true, still: false, spoken: false };

interface Waiting {
  readonly task: () => void;
  readonly dueMs: number;
}

export class PlainHost implements Host {
  readonly drawn: Drawn[] = [];
  readonly look: Look;
  room: Room;
  exitCode: number | undefined;
  /** What drawing costs here. */
  drawingMs = 0;
  #nowMs = Date.UTC(2026, 10, 25, 12);
  #waiting: readonly Waiting[] = [];
  #resized: (() => void) | undefined;
  #heard: ((event: KeyEvent) => void) | undefined;

  constructor(room: Room = { columns: 80, rows: 24 }, look: Partial<Look> = {}) {
    this.room = room;
    this.look = { ...plainLook, ...look };
  }

  onResize(listener: () => void): () => void {
    this.#resized = listener;
    return () => {
      this.#resized = undefined;
    };
  }

  onKey(listener: (event: KeyEvent) => void): () => void {
    this.#heard = listener;
    return () => {
      this.#heard = undefined;
    };
  }

  draw(screen: Drawn): void {
    this.drawn.push(screen);
    this.#nowMs += this.drawingMs;
  }

  now(): number {
    return this.#nowMs;
  }

  later(task: () => void, ms: number): () => void {
    const waiting = { task, dueMs: this.#nowMs + Math.max(0, ms) };
    this.#waiting = [...this.#waiting, waiting];
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
    };
  }

  exit(code: number): void {
    this.exitCode ??= code;
  }

  /** The latest screen. */
  lines(): readonly string[] {
    return this.drawn.at(-1)?.lines ?? [];
  }

  /** Hears events all at once. */
  hear(...events: readonly KeyEvent[]): void {
    for (const event of events) this.#heard?.(event);
  }

  resize(columns: number, rows: number): void {
    this.room = { columns, rows };
    this.#resized?.();
  }

  /** How long until something is due; undefined when nothing is: the game sleeps. */
  sleepsMs(): number | undefined {
    if (this.#waiting.length === 0) return undefined;
    return Math.min(...this.#waiting.map(({ dueMs }) => dueMs)) - this.#nowMs;
  }

  /** Lets time pass, then does what is due by then and was waiting before. */
  turn(ms = 0): void {
    this.#nowMs += ms;
    const due = this.#waiting.filter(({ dueMs }) => dueMs <= this.#nowMs);
    for (const waiting of due) {
      if (!this.#waiting.includes(waiting)) continue; // called off meanwhile
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
      waiting.task();
    }
  }
}

/** The events of a key by its name (`down`, `ctrl-r`, `u`), through the same parser as in a terminal. */
export function eventsOf(key: string): readonly KeyEvent[] {
  const { events, state } = parseKeys(emptyParser, keyBytes(key));
  return [...events, ...flushKeys(state).events].filter((event): event is KeyEvent => !("column" in event));
}
