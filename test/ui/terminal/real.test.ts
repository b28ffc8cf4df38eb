import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { bundled } from "../../helpers/bundle.ts";
import { describeOnlyWhen, onlyWhen } from "../../helpers/only-when.ts";
import { canUsePty, type OpenOptions, TestTerminal, wait } from "../../helpers/terminal.ts";

/** The terminal layer under a tiny app, in a real terminal. */

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const APP = bundled("test/fixtures/terminal-app.ts");
const CSI = "\u001B[";
const inTerminal = describeOnlyWhen(canUsePty(), "needs a pseudo-terminal");
const withSignals = onlyWhen(process.platform !== "win32", "needs a system with signals");

const opened: TestTerminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.close();
});

function open(args: readonly string[], options: Partial<OpenOptions> = {}): TestTerminal {
  const terminal = TestTerminal.open({
    command: ["node", APP, ...args],
    cwd: ROOT,
    ...options,
  });
  opened.push(terminal);
  return terminal;
}

async function show(options: Partial<OpenOptions> = {}): Promise<TestTerminal> {
  const terminal = open(["show"], options);
  await terminal.see("heard 0");
  return terminal;
}

/** The terminal is as it was: main screen, cursor, no paste marks, wrapping on. */
function expectRestored(terminal: TestTerminal): void {
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorShown()).toBe(true);
  expect(terminal.isPasteMarked()).toBe(false);
  expect(count(terminal.raw(), `${CSI}?1049l`)).toBe(count(terminal.raw(), `${CSI}?1049h`));
  expect(terminal.raw().lastIndexOf(`${CSI}?7h`)).toBeGreaterThan(terminal.raw().lastIndexOf(`${CSI}?7l`));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

inTerminal("in a real terminal", { concurrent: true }, () => {
  test.each([
    [80, 24],
    [120, 40],
  ])("a hundred frames of %i×%i never clear the screen", async (columns, rows) => {
    const terminal = open(["film", "100"], { columns, rows });
    expect(await terminal.exit({ within: 30_000 })).toBe(0);
    const raw = terminal.raw();
    expect(count(raw, `${CSI}?2026h`)).toBeGreaterThanOrEqual(100);
    expect(count(raw, `${CSI}2J`)).toBe(2); // on entering and on leaving
    expect(raw).not.toContain(`${CSI}3J`);
    expectRestored(terminal);
  });

  test("the frame is whole in every size", async () => {
    const terminal = await show();
    const sizes = [
      [80, 24],
      [120, 40],
      [60, 20],
      [80, 24],
    ] as const;
    for (const [columns, rows] of sizes) {
      terminal.resize(columns, rows);
      await terminal.see(`size ${columns}×${rows}`);
      const lines = terminal.screen();
      expect(lines[0]).toBe(`┌${"─".repeat(columns - 2)}┐`);
      expect(lines.at(-1)).toBe(`└${"─".repeat(columns - 2)}┘`);
      expect(lines.filter((line) => line.includes("size"))).toHaveLength(1);
    }
    await terminal.press("q");
    expect(await terminal.exit()).toBe(7);
  });

  test("the size may change many times at once", async () => {
    const terminal = await show();
    for (let at = 0; at < 20; at++) terminal.resize(80 + at, 24 + (at % 7));
    terminal.resize(100, 30);
    await terminal.see("size 100×30");
    await wait(100);
    expect(terminal.screen()[29]).toBe(`└${"─".repeat(98)}┘`);
  });
});

inTerminal("the terminal comes back", { concurrent: true }, () => {
  test("after quitting, with the app's own exit code", async () => {
    const terminal = await show();
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.isCursorShown()).toBe(false);
    expect(terminal.isPasteMarked()).toBe(true);
    await terminal.press("q");
    expect(await terminal.exit()).toBe(7);
    expect(terminal.screen()[0]).toBe("bye 7");
    expectRestored(terminal);
  });

  test("after Ctrl-C, with 130", async () => {
    const terminal = await show();
    await terminal.press("ctrl-c");
    expect(await terminal.exit()).toBe(130);
    expectRestored(terminal);
  });

  withSignals.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ])("after %s, with %i", async (signal, code) => {
    const terminal = await show();
    terminal.signal(signal);
    expect(await terminal.exit()).toBe(code);
    expectRestored(terminal);
  });

  test.each([
    ["an error in a handler", "x", "thrown in a key handler"],
    ["an error while rendering", "y", "thrown while rendering"],
    ["a rejection nobody caught", "r", "rejected somewhere"],
  ])("after %s, before the error is printed", async (_name, key, message) => {
    const terminal = await show();
    await terminal.press(key);
    expect(await terminal.exit({ within: 30_000 })).toBe(70); // Ink is loaded for the first menu
    expectRestored(terminal);
    expect(terminal.screen().join("\n")).toContain(message);
    expect(terminal.raw().lastIndexOf(message)).toBeGreaterThan(terminal.raw().lastIndexOf(`${CSI}?1049l`));
  });

  test("after process.exit anywhere, with its code", async () => {
    const terminal = await show();
    await terminal.press("e");
    expect(await terminal.exit()).toBe(5);
    expectRestored(terminal);
  });

  withSignals("for the time of a pause with Ctrl-Z, and the game after it", async () => {
    const terminal = TestTerminal.open({
      command: ["sh", "-i"],
      cwd: ROOT,
      env: { PS1: "$ ", ENV: undefined },
    });
    opened.push(terminal);
    terminal.type(`"${process.execPath}" "${APP}" show\r`);
    await terminal.see("heard 0");
    await terminal.press("down", "ctrl-z");
    await terminal.see(/Stopped|Suspended/i);
    expectRestored(terminal);
    terminal.type("echo back in the $((1+1))nd shell\r");
    await terminal.see("back in the 2nd shell");
    terminal.resize(100, 30);
    terminal.type("fg\r");
    await terminal.see("size 100×30");
    await terminal.see("heard 1");
    expect(terminal.isAlternate()).toBe(true);
    await terminal.press("up");
    await terminal.see("heard 2");
    await terminal.press("q");
    await terminal.see("bye 7");
  });

  withSignals("and where nobody could wake the game up, Ctrl-Z does not freeze it", async () => {
    const terminal = await show();
    await terminal.press("ctrl-z");
    await wait(150);
    await terminal.press("down");
    await terminal.see("heard 1");
    expect(terminal.isAlternate()).toBe(true);
  });
});

inTerminal("keys in a real terminal", { concurrent: true }, () => {
  test("ten Downs and an Enter in one chunk choose the eleventh offer", async () => {
    const terminal = open(["menu"]);
    await terminal.see("❯ offer 0", { within: 30_000 }); // Ink is loaded for it
    terminal.type(`${`${CSI}B`.repeat(10)}\r`);
    await terminal.see("chosen 10");
  });

  test("sequences that are no keys do no harm", async () => {
    const terminal = await show();
    const nasty = [
      `${CSI}25;5~${CSI}1;5I${CSI}I${CSI}O${CSI}[A\u001BOP`,
      `${CSI}<0;10;20M${CSI}<0;10;20m${CSI}M !!`,
      `${CSI}?62;4c${CSI}24;80R\u001B]11;rgb:1e/1e/1e\u001B\\\u001BP>|x\u001B\\`,
      `${CSI}200~q\r\u0003quit${CSI}201~`,
      "\u0000\u001C\u001D\u001E\u001F",
    ];
    for (const sequence of nasty) terminal.type(sequence);
    terminal.type(`a\u001BOMb`);
    await terminal.see("paste(7)");
    await terminal.see(/a enter b$/m);
    await terminal.press("escape", "c");
    await terminal.see(/a enter b escape c$/m);
  });

  test("an arrow split over a slow line is an arrow", async () => {
    const terminal = await show();
    terminal.type(CSI);
    await wait(120);
    terminal.type("B");
    await terminal.see(/^ down$/m);
  });
});

inTerminal("what the environment says", { concurrent: true }, () => {
  test("NO_COLOR leaves no colour, even with FORCE_COLOR", async () => {
    const terminal = await show({ env: { NO_COLOR: "1", FORCE_COLOR: "3" } });
    await terminal.see("red words");
    expect(terminal.raw()).not.toMatch(/\u001B\[[\d;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m/);
    expect(
      terminal
        .styledScreen()
        .flat()
        .filter((cell) => cell.color !== undefined),
    ).toEqual([]);
  });

  test("colours are there otherwise", async () => {
    const terminal = await show();
    const row = terminal.styledScreen()[3]!;
    expect(
      row
        .slice(1, 10)
        .map((cell) => cell.text)
        .join(""),
    ).toBe("red words");
    expect(row[1]).toMatchObject({ color: "#f0837a", bold: true });
  });

  test("CI=true still paints, and follows the size", async () => {
    const terminal = await show({ env: { CI: "true", CONTINUOUS_INTEGRATION: "1" } });
    terminal.resize(100, 30);
    await terminal.see("size 100×30");
  });

  test("React is the production build, whatever NODE_ENV said", async () => {
    const terminal = await show({ env: { NODE_ENV: "development" } });
    await terminal.see("heard 0; production");
  });

  test("an ASCII terminal gets ASCII", async () => {
    const terminal = await show({ env: { LANG: "C" } });
    await terminal.see("size 80x24");
    expect(terminal.screen()[0]).toBe(`+${"-".repeat(78)}+`);
    expect(terminal.raw()).toMatch(/^[\u0000-\u007F]*$/);
  });

  test("a screen reader gets plain text on the main screen, in CI too", async () => {
    const terminal = open(["show"], { env: { INK_SCREEN_READER: "true", CI: "1" } });
    await terminal.see("heard 0; production", { within: 30_000 });
    await terminal.press("down");
    await terminal.see("heard 1");
    expect(terminal.raw()).not.toContain(`${CSI}?1049h`);
    await terminal.press("q");
    expect(await terminal.exit()).toBe(7);
    expect(terminal.isPasteMarked()).toBe(false);
  });

  test("a dumb terminal gets one sentence and 3", async () => {
    const terminal = open(["show"], { env: { TERM: "dumb" } });
    expect(await terminal.exit()).toBe(3);
    expect(terminal.screen().join(" ")).toContain("cannot place the cursor");
    expect(terminal.raw()).not.toContain("\u001B");
  });
});

test("without a terminal there is one sentence, and the exit code is 3", () => {
  const run = () =>
    execFileSync(process.execPath, [APP, "show"], {
      cwd: ROOT,
      input: "q",
      stdio: "pipe",
    });
  expect(run).toThrow(expect.objectContaining({ status: 3 }));
  try {
    run();
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    expect(stdout.toString()).toBe("");
    expect(stderr.toString().trim().split("\n")).toEqual([
      "This game needs a terminal, but stdout is not one.",
    ]);
  }
});
