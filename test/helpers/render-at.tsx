/**
 * Renders a component at any size without a terminal (ink-testing-library knows only 100 columns),
 * under the same root and with the same keys as in the game.
 */
import { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import { render } from "ink";
import type { ReactNode } from "react";
import {
  type Capabilities,
  detectCapabilities,
  type TerminalFlags,
} from "../../src/ui/terminal/capabilities.ts";
import { emptyParser, flushKeys, type KeyEvent, parseKeys } from "../../src/ui/terminal/input.ts";
import { KeyQueue } from "../../src/ui/terminal/key-queue.ts";
import { TerminalRoot } from "../../src/ui/terminal/root.tsx";
import { createTheme } from "../../src/ui/terminal/theme.ts";
import { keyBytes } from "./terminal.ts";

/**
 * Vitest compiles JSX for React's development build, but the tests run the production build as the game
 * does, where that entry point is empty. It gets the production one.
 */
const require = createRequire(import.meta.url);
require("react/jsx-dev-runtime").jsxDEV ??= require("react/jsx-runtime").jsx;

export interface RenderAtOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly flags?: TerminalFlags;
  /** Colours are off unless asked for, so that frames compare as text. */
  readonly color?: boolean;
}

export interface Rendered {
  /** The latest frame, as text. */
  frame(): string;
  /** Its lines. */
  lines(): string[];
  /** How many frames there were. */
  frameCount(): number;
  /** Presses keys by name (`down`, `ctrl-r`, `u`) and waits until the last one has had its effect. */
  press(...keys: readonly string[]): Promise<void>;
  /** Sends events as they are, for example a paste. */
  send(...events: readonly KeyEvent[]): Promise<void>;
  /** Gives the screen another size and waits for the new frame. */
  resize(columns: number, rows: number): Promise<void>;
  rerender(node: ReactNode): void;
  /** The exit code that the component asked for. */
  exitCode(): number | undefined;
  unmount(): void;
}

class Screen extends EventEmitter {
  columns: number;
  rows: number;
  readonly frames: string[] = [];

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  #drawn: readonly string[] | undefined;

  readonly write = (frame: string): boolean => {
    if (frame !== "") this.frames.push(this.#drawn?.join("\n") ?? frame);
    return true;
  };

  readonly draw = (lines: readonly string[] | undefined): void => {
    this.#drawn = lines;
  };

  onResize(listener: () => void): () => void {
    this.on("resized", listener);
    return () => this.off("resized", listener);
  }
}

export function renderAt(node: ReactNode, options: RenderAtOptions = {}): Rendered {
  const { columns = 80, rows = 24, flags = {}, color = false } = options;
  const screen = new Screen(columns, rows);
  const queue = new KeyQueue();
  const capabilities: Capabilities = {
    ...detectCapabilities({ env: { TERM: "xterm-256color", LANG: "C.UTF-8" }, platform: "test", flags }),
    ...(color ? { colorLevel: 3 as const } : { colorLevel: 0 as const, styles: false }),
  };
  const theme = createTheme(capabilities);
  let asked: number | undefined;
  const exit = (code = 0) => {
    asked ??= code;
  };
  const tree = (child: ReactNode) => (
    <TerminalRoot screen={screen} queue={queue} capabilities={capabilities} theme={theme} exit={exit}>
      {child}
    </TerminalRoot>
  );
  const instance = render(tree(node), {
    stdout: screen as unknown as NodeJS.WriteStream,
    stdin: queue.stdin as unknown as NodeJS.ReadStream,
    debug: true,
    isScreenReaderEnabled: capabilities.screenReader,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  const send = async (...events: readonly KeyEvent[]) => {
    for (const event of events) queue.push(event);
    await queue.settled();
  };
  return {
    frame: () => screen.frames.at(-1) ?? "",
    lines: () => (screen.frames.at(-1) ?? "").split("\n"),
    frameCount: () => screen.frames.length,
    press: (...keys) => send(...keys.flatMap(eventsOf)),
    send,
    async resize(toColumns, toRows) {
      const before = screen.frames.length;
      screen.columns = toColumns;
      screen.rows = toRows;
      screen.emit("resized");
      for (let turn = 0; turn < 100 && screen.frames.length === before; turn++) await nextTurn();
    },
    rerender: (child) => instance.rerender(tree(child)),
    exitCode: () => asked,
    unmount: () => instance.unmount(),
  };
}

/** The events of a key, through the same parser as in the game. */
function eventsOf(key: string): readonly KeyEvent[] {
  const { events, state } = parseKeys(emptyParser, keyBytes(key));
  return [...events, ...flushKeys(state).events].filter((event): event is KeyEvent => !("column" in event));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
