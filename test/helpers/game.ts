/** The whole game without a terminal: on a plain host, with saves in memory. */

import type { Notice, Save } from "../../src/saves/index.ts";
import { playOn } from "../../src/ui/game.ts";
import type { Look } from "../../src/ui/host.ts";
import type { KeyEvent } from "../../src/ui/keys/events.ts";
import { inMemory, type Progress } from "../../src/ui/saving.ts";
import { loadCliWords, loadInterviews, loadLadders } from "../../src/words/index.ts";
import { glossary, lessons, words } from "./english.ts";
import { eventsOf, PlainHost } from "./plain-host.ts";

export interface GameOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly look?: Partial<Look>;
  readonly save?: Save;
  readonly store?: Progress;
  readonly notices?: readonly Notice[];
}

export interface Game {
  readonly host: PlainHost;
  /** The latest screen, as text. */
  frame(): string;
  /** Its lines. */
  lines(): readonly string[];
  /** Presses keys by name, one after the other, each drawn before the next. */
  press(...keys: readonly string[]): void;
  /** Presses keys by name, or pastes, all at once. */
  burst(...keys: readonly (string | KeyEvent)[]): void;
  /** Lets time pass until the text (or pattern) is on the screen. */
  see(text: string | RegExp): Promise<void>;
  /** What is saved now. */
  saved(): Save;
  stop(): void;
}

/** How long a test waits for something on the screen, in beats of the clock. */
const beatsMax = 2_000;

/** The words of interviews, in English. */
async function fetchInterviews() {
  const [texts, ladders, { usage }] = await Promise.all([
    loadInterviews("en"),
    loadLadders("en"),
    loadCliWords("en"),
  ]);
  return { texts, ladders, usage };
}

export function startGame(options: GameOptions = {}): Game {
  const { columns = 80, rows = 24, look = {}, save, notices = [] } = options;
  const store = options.store ?? inMemory(save, notices);
  const host = new PlainHost({ columns, rows }, look);
  const stop = playOn(host, {
    store,
    words,
    lessons,
    glossary,
    fetchLadders: () => loadLadders("en"),
    fetchInterviews,
  });
  host.turn();
  const frame = () => host.lines().join("\n");
  const burst = (...keys: readonly (string | KeyEvent)[]) => {
    host.hear(...keys.flatMap((key) => (typeof key === "string" ? eventsOf(key) : [key])));
    host.turn();
  };
  return {
    host,
    frame,
    lines: () => host.lines(),
    burst,
    press: (...keys) => {
      for (const key of keys) burst(key);
    },
    async see(text) {
      const isThere = () => (typeof text === "string" ? frame().includes(text) : text.test(frame()));
      for (let beat = 0; beat < beatsMax && !isThere(); beat++) {
        host.turn();
        await new Promise((go) => setImmediate(go)); // what comes by promise
        if (!isThere()) host.turn(Math.min(50, host.sleepsMs() ?? 50));
      }
      if (!isThere()) throw new Error(`expected to see ${String(text)}\n${frame()}`);
    },
    saved: () => store.read(),
    stop,
  };
}
