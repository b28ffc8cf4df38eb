/**
 * The door to the terminal: everything the game's screens need of it. Nothing here knows the game.
 */
import "./prepare.ts";
import chalk from "chalk";
import { toAscii } from "../../present/glyphs.ts";
import { exitCodes } from "../../process/endings.ts";
import type { Host, Look } from "../host.ts";
import type { KeyEvent } from "../keys/events.ts";
import { type Capabilities, detectCapabilities, type TerminalFlags } from "./capabilities.ts";
import { InkLater } from "./ink-later.ts";
import { KeyReader } from "./key-reader.ts";
import { type PaintStats, ScreenOutput } from "./screen-output.ts";
import { requireTerminal, Session } from "./session.ts";
import { SpokenOutput } from "./spoken-output.ts";
import { createTheme } from "./theme.ts";

export type { TerminalFlags } from "./capabilities.ts";
export { NoTerminalError } from "./session.ts";

export interface StartOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr?: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly platform?: string;
  readonly flags?: TerminalFlags;
  /** Begins what is to be shown; returns the way to stop it. */
  readonly play: (host: Host) => () => void;
  /** Keeps the files that the game makes. */
  readonly give?: Host["give"];
  /** Hears at the end what painting has cost. */
  readonly onStats?: (stats: PaintStats) => void;
}

/**
 * Plays in this terminal until the game exits and gives the terminal back. Resolves to the exit code: 0 or what the
 * game asked for, 130 after Ctrl-C, 143 after SIGTERM, 129 when the terminal is gone, 70 after an error
 * (printed). Throws `NoTerminalError` before touching anything when there is no terminal.
 */
export async function startTerminal(options: StartOptions): Promise<number> {
  const { stdin, stdout, env, play, give, onStats } = options;
  const stderr = options.stderr ?? process.stderr;
  const capabilities = detectCapabilities({
    env,
    platform: options.platform ?? process.platform,
    ...(options.flags ? { flags: options.flags } : {}),
  });
  requireTerminal({ stdin, stdout }, isUsable(capabilities));
  chalk.level = capabilities.colorLevel; // Ink's own colours obey too

  const translate = capabilities.unicode ? undefined : toAscii;
  const screen = capabilities.screenReader ? undefined : new ScreenOutput(stdout, translate);
  const output = screen ?? new SpokenOutput(stdout, translate);
  let look = lookOf(capabilities);
  const resized = new Set<() => void>();
  const heard = new Set<(event: KeyEvent) => void>();
  const reader = new KeyReader((event) => {
    if ("column" in event) {
      if (look.unicode && screen?.isTooWide(event.column)) goPlain(screen);
    } else if ("key" in event && event.key === "interrupt") session.finish(exitCodes.interrupted);
    else if ("key" in event && event.ctrl && event.char === "z") session.suspend();
    else if ("key" in event && event.ctrl && event.char === "l") output.repaint();
    else for (const listener of heard) listener(event);
  });
  const goPlain = (screen: ScreenOutput) => {
    look = { ...look, unicode: false };
    screen.translateBy(toAscii);
    for (const listener of resized) listener();
  };
  const ink = new InkLater(output, (error) => session.finish(exitCodes.crashed, error));
  let stop = () => {};
  const session: Session = new Session(
    { stdin, stdout, stderr },
    {
      marksPastes: capabilities.addressable,
      enterScreen: () => screen?.enter(),
      leaveScreen: () => screen?.leave(),
      input: (chunk) => reader.push(chunk),
      ended: () => {
        reader.stop();
        stop();
        ink.end();
      },
    },
  );
  const host: Host = {
    get room() {
      return { columns: output.columns, rows: output.rows };
    },
    get look() {
      return look;
    },
    onResize: (listener) => subscribe(resized, listener),
    onKey: (listener) => subscribe(heard, listener),
    draw(drawn) {
      if (screen && !drawn.menu) {
        screen.show(drawn.lines);
        ink.giveWay();
      } else ink.show(drawn);
    },
    now: Date.now,
    later(task, ms) {
      if (ms <= 0) {
        const turn = setImmediate(task);
        return () => clearImmediate(turn);
      }
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    ...(give ? { give } : {}),
    exit: (code) => session.finish(code),
  };
  output.onResize(() => {
    for (const listener of resized) listener();
  });

  session.start();
  try {
    stop = play(host);
  } catch (error) {
    session.finish(exitCodes.crashed, error);
  }
  const code = await session.ended;
  if (screen) onStats?.(screen.stats);
  return code;
}

function lookOf(capabilities: Capabilities): Look {
  const { unicode, reducedMotion: still, screenReader: spoken } = capabilities;
  return { theme: createTheme(capabilities), unicode, still, spoken };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Fails with the reason when there is no terminal to play in: to be asked before anything else is begun. */
export function checkTerminal({
  stdin,
  stdout,
  env,
  platform = process.platform,
  flags = {},
}: Pick<StartOptions, "stdin" | "stdout" | "env" | "platform" | "flags">): void {
  requireTerminal({ stdin, stdout }, isUsable(detectCapabilities({ env, platform, flags })));
}

function isUsable({ addressable, screenReader }: Capabilities): boolean {
  return addressable || screenReader;
}
