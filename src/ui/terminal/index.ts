/**
 * The door to the terminal: everything the game's screens need of it. Nothing here knows the game.
 */
import "./prepare.ts";
import chalk from "chalk";
import { render as inkRender } from "ink";
import * as React from "react";
import { toAscii } from "../../present/glyphs.ts";
import { exitCodes } from "../../process/endings.ts";
import { type Capabilities, detectCapabilities, type TerminalFlags } from "./capabilities.ts";
import { KeyQueue } from "./key-queue.ts";
import { KeyReader } from "./key-reader.ts";
import { TerminalRoot } from "./root.tsx";
import { type PaintStats, ScreenOutput } from "./screen-output.ts";
import { requireTerminal, Session } from "./session.ts";
import { SpokenOutput } from "./spoken-output.ts";
import { createTheme } from "./theme.ts";

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
  let capabilities = detectCapabilities({
    env,
    platform: options.platform ?? process.platform,
    ...(options.flags ? { flags: options.flags } : {}),
  });
  requireTerminal({ stdin, stdout }, isUsable(capabilities));
  chalk.level = capabilities.colorLevel; // Ink's own colours obey too

  const translate = capabilities.unicode ? undefined : toAscii;
  const screen = capabilities.screenReader ? undefined : new ScreenOutput(stdout, translate);
  const output = screen ?? new SpokenOutput(stdout, translate);
  const queue = new KeyQueue();
  const reader = new KeyReader((event) => {
    if ("column" in event) {
      if (capabilities.unicode && screen?.isTooWide(event.column)) goPlain(screen);
    } else if ("key" in event && event.key === "interrupt") session.finish(exitCodes.interrupted);
    else if ("key" in event && event.ctrl && event.char === "z") session.suspend();
    else if ("key" in event && event.ctrl && event.char === "l") output.repaint();
    else queue.push(event);
  });
  let unmount = () => {};
  let render = () => {};
  const goPlain = (screen: ScreenOutput) => {
    capabilities = { ...capabilities, unicode: false };
    screen.translateBy(toAscii);
    render();
  };
  const session: Session = new Session(
    { stdin, stdout, stderr },
    {
      marksPastes: capabilities.addressable,
      enterScreen: () => screen?.enter(),
      leaveScreen: () => screen?.leave(),
      input: (chunk) => reader.push(chunk),
      ended: () => {
        reader.stop();
        unmount();
      },
    },
  );
  const tree = () =>
    React.createElement(TerminalRoot, {
      screen: output,
      queue,
      capabilities,
      theme: createTheme(capabilities),
      exit: (code = 0) => session.finish(code),
      // biome-ignore lint/correctness/noChildrenProp: there is no JSX in this file
      children: app,
    });

  session.start();
  try {
    const instance = inkRender(tree(), inkOptions({ stdin: queue.stdin, stdout: output, stderr }));
    render = () => instance.rerender(tree());
    unmount = () => instance.unmount();
    instance.waitUntilExit().then(
      () => session.finish(0),
      (error) => session.finish(exitCodes.crashed, error),
    );
  } catch (error) {
    session.finish(exitCodes.crashed, error);
  }
  const code = await session.ended;
  if (screen) onStats?.(screen.stats);
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
function inkOptions(streams: Record<"stdin" | "stdout" | "stderr", unknown>) {
  return {
    stdin: streams.stdin as NodeJS.ReadStream,
    stdout: streams.stdout as NodeJS.WriteStream,
    stderr: streams.stderr as NodeJS.WriteStream,
    debug: true,
    // Our screens have words of their own for it; Ink's would go past our output.
    isScreenReaderEnabled: false,
    patchConsole: false,
    exitOnCtrlC: false,
  };
}
