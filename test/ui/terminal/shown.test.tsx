import { createRequire } from "node:module";
import { cleanup, render } from "ink-testing-library";
import type { ReactElement } from "react";
import { afterEach, expect, test } from "vitest";
import type { Drawn } from "../../../src/ui/frame/menu.ts";
import { InkScreen, PageText, Shown } from "../../../src/ui/terminal/shown.tsx";

/**
 * Vitest compiles JSX for React's development build, but the tests run the production build as the game
 * does, where that entry point is empty. It gets the production one.
 */
const require = createRequire(import.meta.url);
require("react/jsx-dev-runtime").jsxDEV ??= require("react/jsx-runtime").jsx;

afterEach(cleanup);

const options = Array.from({ length: 20 }, (_, n) => `offer ${n}`);

function withMenu(at: number): Drawn {
  const lines = options.map((option, n) => `${n === at ? "▸" : " "} ${option}`);
  return { lines: ["above", "", ...lines, "", "below"], menu: { row: 2, options: options.length, at } };
}

test("Ink shows a screen line for line, with a menu in it or without", () => {
  for (const screen of [{ lines: ["one", "", "  three"] }, withMenu(0), withMenu(19)]) {
    const { lastFrame, unmount } = render(<Shown {...screen} />);
    expect(
      lastFrame()
        ?.split("\n")
        .map((line) => line.trimEnd()),
    ).toEqual(screen.lines);
    unmount();
  }
});

test("a menu follows the choice that it is told, and hears no key of its own", () => {
  const { lastFrame, rerender, stdin } = render(<Shown {...withMenu(3)} />);
  rerender(<Shown {...withMenu(12)} />);
  stdin.write("\u001B[B");
  expect(lastFrame()).toContain("▸ offer 12");
});

test("what Ink measures, and so remembers for good, is the same for every frame of a height", () => {
  type Page = ReactElement<{ children: string; transform: (line: string, index: number) => string }>;
  const one = PageText({ lines: ["t=1", "", "one"] }) as Page;
  const other = PageText({ lines: ["t=2", "", "another"] }) as Page;
  expect(other.props.children).toBe(one.props.children);
  expect([0, 1, 2].map((row) => other.props.transform(" ", row))).toEqual(["t=2", " ", "another"]);
});

test("an error while a screen is drawn comes to whoever wants to know", async () => {
  const failed = await new Promise<unknown>((resolve) => {
    const output = { columns: 80, rows: 24, on: () => {}, off: () => {}, write: () => true };
    const undrawable = Object.assign(["line"], {
      map: (): never => {
        throw new Error("thrown while rendering");
      },
    });
    new InkScreen(output, resolve).show({ lines: undrawable });
  });
  expect(String(failed)).toContain("thrown while rendering");
});
