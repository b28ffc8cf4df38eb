/** A host that is nothing but memory: what is drawn is kept, and time passes when it is told to. */
import type { Drawn } from "../ui/frame/menu.ts";
import type { Host, Look, Room } from "../ui/host.ts";
import type { KeyEvent } from "../ui/keys/events.ts";

/** A screen, and when it was drawn. */
export interface Shot extends Drawn {
  readonly atMs: number;
}

interface LaterTask {
  readonly task: () => void;
  readonly dueMs: number;
}

export class RecordingHost implements Host {
  readonly drawn: Shot[] = [];
  readonly look: Look;
  room: Room;
  exitCode: number | undefined;
  protected nowMs: number;
  #waiting: readonly LaterTask[] = [];
  #resized: (() => void) | undefined;
  #heard: ((event: KeyEvent) => void) | undefined;

  constructor(room: Room, look: Look, nowMs = 0) {
    this.room = room;
    this.look = look;
    this.nowMs = nowMs;
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
    this.drawn.push({ ...screen, atMs: this.nowMs });
  }

  now(): number {
    return this.nowMs;
  }

  later(task: () => void, ms: number): () => void {
    const waiting = { task, dueMs: this.nowMs + Math.max(0, ms) };
    this.#waiting = [...this.#waiting, waiting];
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
    };
  }

  exit(code: number): void {
    this.exitCode ??= code;
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
    return Math.min(...this.#waiting.map(({ dueMs }) => dueMs)) - this.nowMs;
  }

  /** Lets time pass, then does what is due by then and was waiting before. */
  turn(ms = 0): void {
    this.nowMs += ms;
    const due = this.#waiting.filter(({ dueMs }) => dueMs <= this.nowMs);
    for (const waiting of due) {
      if (!this.#waiting.includes(waiting)) continue; // called off meanwhile
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
      waiting.task();
    }
  }
}
