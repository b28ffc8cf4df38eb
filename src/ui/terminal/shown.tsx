/** What Ink draws: screens with a menu, and those that are told. */
import { PassThrough } from "node:stream";
import { Box, type Instance, render, Text, Transform } from "ink";
import SelectInput from "ink-select-input";
import * as React from "react";
import type { Drawn } from "../frame/menu.ts";

/** Where Ink writes, as far as it is asked to. */
export interface InkOutput {
  readonly write: (frame: string, done?: () => void) => boolean;
}

/** Ink, begun with the first screen that it has to draw. */
export class InkScreen {
  readonly #output: InkOutput;
  readonly #failed: (error: unknown) => void;
  #instance: Instance | undefined;

  /** `failed` hears of an error while a screen was drawn. */
  constructor(output: InkOutput, failed: (error: unknown) => void) {
    requireProductionReact();
    this.#output = output;
    this.#failed = failed;
  }

  show(screen: Drawn): void {
    const page = <Shown {...screen} />;
    if (this.#instance) {
      this.#instance.rerender(page);
      return;
    }
    this.#instance = render(page, {
      stdout: this.#output as NodeJS.WriteStream,
      // Keys are the game's: Ink hears none.
      stdin: new PassThrough() as unknown as NodeJS.ReadStream,
      debug: true, // whole plain frames
      // Our screens have words of their own for it; Ink's would go past our output.
      isScreenReaderEnabled: false,
      patchConsole: false,
      exitOnCtrlC: false,
    });
    this.#instance.waitUntilExit().catch(this.#failed);
  }

  end(): void {
    this.#instance?.unmount();
  }
}

/** A whole screen: its lines, and its menu where it has one. */
export function Shown({ lines, menu }: Drawn): React.ReactElement {
  if (!menu) return <PageText lines={lines} />;
  const end = Math.min(menu.row + menu.options, lines.length);
  return (
    <Box flexDirection="column">
      <PageText lines={lines.slice(0, menu.row)} />
      <Menu lines={lines.slice(menu.row, end)} at={menu.at} />
      <PageText lines={lines.slice(end)} />
    </Box>
  );
}

/**
 * Lines of text. What Ink measures and lays out is a column of blanks that never changes; the lines themselves
 * are put in where it draws. Ink remembers every text that it has ever measured: a frame given to it as text
 * would stay for good, 10 KB twenty times a second.
 */
export function PageText({ lines }: { readonly lines: readonly string[] }): React.ReactElement {
  const blanks = lines.map(() => " ").join("\n");
  return <Transform transform={(_blank, index) => lines[index] || " "}>{blanks}</Transform>;
}

/** The options of a menu. It hears no key: which one is chosen comes from the state, and a new choice is a new menu. */
function Menu({ lines, at }: { readonly lines: readonly string[]; readonly at: number }): React.ReactElement {
  const items = lines.map((label, n) => ({ label, value: n }));
  return (
    <SelectInput
      key={at}
      items={items}
      initialIndex={at}
      isFocused={false}
      indicatorComponent={Nothing}
      itemComponent={Option}
    />
  );
}

/** The line says itself which option is chosen. */
function Nothing(): null {
  return null;
}

function Option({ label }: { readonly label: string }): React.ReactElement {
  return <Text wrap="truncate-end">{label}</Text>;
}

/** The development build leaks every frame; a mix of both builds shows nothing at all. */
function requireProductionReact(): void {
  if ("act" in React && React.act !== undefined) {
    throw new Error("React's development build was loaded: import terminal/prepare.ts before the screens");
  }
}
