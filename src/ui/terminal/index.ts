/**
 * The door to the terminal: everything the game's screens need of it. Nothing here knows the game.
 */
import "./prepare.ts";
import chalk from "chalk";
import { render } from "ink";
import * as React from "react";
import { toAscii } from "../../present/glyphs.ts";
import { exitCodes } from "../../process/endings.ts";
import { createTheme } from "../frame/theme.ts";
import { type Capabilities, detectCapabilities, type TerminalFlags } from "./capabilities.ts";
import { KeyQueue } from "./key-queue.ts";
import { KeyReader } from "./key-reader.ts";
import { type ScreenSource, TerminalRoot } from "./root.tsx";
import { type PaintStats, ScreenOutput } from "./screen-output.ts";
import { requireTerminal, Session } from "./session.ts";

export type { TerminalFlags } from "./capabilities.ts";
export type { KeyEvent } from "./input.ts";
export { useKeys, useTerminal } from "./root.tsx";
export { NoTerminalError } from "./session.ts";

export interface StartOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr?: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly platform?: string;
  readonly flags?: TerminalFlags;
  readonly app: React.ReactNode;
  /** Hears at the end what painting has cost. */
  readonly onStats?: (stats: PaintStats) => void;
}

/**
 * Shows the app until it exits and gives the terminal back. Resolves to the exit code: 0 or what the
 * app asked for, 130 after Ctrl-C, 143 after SIGTERM, 129 when the terminal is gone, 70 after an error
 * (printed). Throws `NoTerminalError` before touching anything when there is no terminal.
 */
export async function startTerminal(options: StartOptions): Promise<number> {
  requireProductionReact();
  const { stdin, stdout, env, app, onStats } = options;
  const stderr = options.stderr ?? process.stderr;
  const capabilities = detectCapabilities({
    env,
    platform: options.platform ?? process.platform,
    ...(options.flags ? { flags: options.flags } : {}),
  });
  requireTerminal({ stdin, stdout }, isUsable(capabilities));
  chalk.level = capabilities.colorLevel; // Ink's own colours obey too

  const output = new ScreenOutput(stdout, capabilities.unicode ? undefined : toAscii);
  const queue = new KeyQueue();
  const reader = new KeyReader((event) => {
    if ("key" in event && event.key === "interrupt") session.finish(exitCodes.interrupted);
    else if ("key" in event && event.ctrl && event.char === "z") session.suspend();
    else queue.push(event);
  });
  let unmount = () => {};
  const session: Session = new Session(
    { stdin, stdout, stderr },
    {
      enterScreen: () => !capabilities.screenReader && output.enter(),
      leaveScreen: () => output.leave(),
      input: (chunk) => reader.push(chunk),
      ended: () => {
        reader.stop();
        unmount();
      },
    },
  );

  session.start();
  try {
    const instance = render(
      React.createElement(TerminalRoot, {
        screen: capabilities.screenReader ? fromStream(stdout) : output,
        queue,
        capabilities,
        theme: createTheme(capabilities),
        exit: (code = 0) => session.finish(code),
        // biome-ignore lint/correctness/noChildrenProp: there is no JSX in this file
        children: app,
      }),
      inkOptions(capabilities, {
        stdin: queue.stdin,
        stdout: capabilities.screenReader ? stdout : output,
        stderr,
      }),
    );
    unmount = () => instance.unmount();
    instance.waitUntilExit().then(
      () => session.finish(0),
      (error) => session.finish(exitCodes.crashed, error),
    );
  } catch (error) {
    session.finish(exitCodes.crashed, error);
  }
  const code = await session.ended;
  onStats?.(output.stats);
  return code;
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

/** The development build leaks every frame; a mix of both builds shows nothing at all. */
function requireProductionReact(): void {
  if ("act" in React && React.act !== undefined) {
    throw new Error("React's development build was loaded: import terminal/prepare.ts before the screens");
  }
}

/** Ink as we need it: whole plain frames, no console of its own, no exit of its own. */
function inkOptions(capabilities: Capabilities, streams: Record<"stdin" | "stdout" | "stderr", unknown>) {
  return {
    stdin: streams.stdin as NodeJS.ReadStream,
    stdout: streams.stdout as NodeJS.WriteStream,
    stderr: streams.stderr as NodeJS.WriteStream,
    debug: !capabilities.screenReader,
    isScreenReaderEnabled: capabilities.screenReader,
    patchConsole: false,
    exitOnCtrlC: false,
  };
}

/** The size of a plain stream, for the screen-reader layout. */
function fromStream(stdout: NodeJS.WriteStream): ScreenSource {
  return {
    get columns() {
      return stdout.columns || 80;
    },
    get rows() {
      return stdout.rows || 24;
    },
    onResize(listener) {
      stdout.on("resize", listener);
      return () => stdout.off("resize", listener);
    },
  };
}
