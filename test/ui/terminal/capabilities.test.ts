import chalk from "chalk";
import { describe, expect, test } from "vitest";
import { palettes } from "../../../src/ui/frame/palettes.ts";
import type { Meaning } from "../../../src/ui/frame/theme.ts";
import { type CapabilityInputs, detectCapabilities } from "../../../src/ui/terminal/capabilities.ts";
import { createTheme } from "../../../src/ui/terminal/theme.ts";

const GOOD = { TERM: "xterm-256color", COLORTERM: "truecolor", LANG: "en_US.UTF-8" };

function detect(env: CapabilityInputs["env"], flags: CapabilityInputs["flags"] = {}, platform = "linux") {
  return detectCapabilities({ env, flags, platform });
}

describe("colour", () => {
  test.each([
    ["nothing known", {}, 1],
    ["24 bits announced", GOOD, 3],
    ["256 colours by name", { TERM: "screen-256color" }, 2],
    ["a plain xterm", { TERM: "xterm" }, 1],
    ["a dumb terminal", { TERM: "dumb" }, 0],
    ["Emacs' dumb terminal", { TERM: "dumb-emacs-ansi", COLORTERM: "truecolor" }, 0],
    ["an old terminal", { TERM: "vt100", COLORTERM: "truecolor" }, 0],
    ["its successor", { TERM: "vt220" }, 0],
    ["one without colours", { TERM: "xterm-mono" }, 0],
    ["one of sixteen colours in one of more", { TERM: "xterm-16color", COLORTERM: "truecolor" }, 1],
    ["the system's console", { TERM: "linux", COLORTERM: "truecolor" }, 1],
    ["an unknown one", { TERM: "no-such-terminal" }, 1],
    ["NO_COLOR", { ...GOOD, NO_COLOR: "1" }, 0],
    ["NO_COLOR, stronger than FORCE_COLOR", { ...GOOD, NO_COLOR: "1", FORCE_COLOR: "3" }, 0],
    ["an empty NO_COLOR, which says nothing", { ...GOOD, NO_COLOR: "" }, 3],
    ["FORCE_COLOR=0", { ...GOOD, FORCE_COLOR: "0" }, 0],
    ["FORCE_COLOR=2", { TERM: "dumb", FORCE_COLOR: "2" }, 2],
    ["FORCE_COLOR without a number", { TERM: "dumb", FORCE_COLOR: "true" }, 1],
  ])("with %s", (_name, env, level) => {
    expect(detect(env).colorLevel).toBe(level);
  });

  test("Windows has it, and --no-color takes it away", () => {
    expect(detect({}, {}, "win32").colorLevel).toBe(3);
    expect(detect(GOOD, { noColor: true }).colorLevel).toBe(0);
  });
});

describe("glyphs", () => {
  test.each([
    ["a UTF-8 locale", GOOD, "linux", true],
    ["the C locale", { TERM: "xterm", LANG: "C" }, "linux", false],
    ["no locale on Linux", { TERM: "xterm" }, "linux", false],
    ["no locale on macOS", { TERM: "xterm" }, "darwin", true],
    ["LC_ALL before LANG", { LC_ALL: "POSIX", LANG: "en_US.UTF-8" }, "linux", false],
    ["an empty LC_ALL, which says nothing", { LC_ALL: "", LANG: "ko_KR.utf8" }, "linux", true],
    ["the Linux console", { TERM: "linux", LANG: "en_US.UTF-8" }, "linux", false],
    ["Windows Terminal", { WT_SESSION: "x" }, "win32", true],
    ["the old console of Windows", {}, "win32", false],
  ])("with %s", (_name, env, platform, unicode) => {
    expect(detect(env, {}, platform).unicode).toBe(unicode);
    expect(detect(env, { ascii: true }, platform).unicode).toBe(false);
  });
});

describe("the rest", () => {
  test("the theme follows the flag, then the background the terminal tells, then dark", () => {
    expect(detect({}).theme).toBe("dark");
    expect(detect({ COLORFGBG: "0;15" }).theme).toBe("light");
    expect(detect({ COLORFGBG: "15;default;0" }).theme).toBe("dark");
    expect(detect({ COLORFGBG: "15;default" }).theme).toBe("dark");
    expect(detect({ COLORFGBG: "0;15" }, { theme: "dark" }).theme).toBe("dark");
  });

  test("a screen reader means no motion; the variable and the flag both say so", () => {
    expect(detect({ INK_SCREEN_READER: "true" })).toMatchObject({ screenReader: true, reducedMotion: true });
    expect(detect({}, { screenReader: true })).toMatchObject({ screenReader: true, reducedMotion: true });
    expect(detect({}, { reducedMotion: true })).toMatchObject({ screenReader: false, reducedMotion: true });
  });
});

describe("the themes", () => {
  test("NO_COLOR leaves no colour, whatever chalk thinks, but may leave bold", () => {
    const level = chalk.level;
    chalk.level = 3;
    const theme = createTheme(detect({ ...GOOD, NO_COLOR: "1" }));
    const all = (Object.keys(palettes.dark) as Meaning[]).map((token) => theme[token]("x")).join("");
    chalk.level = level;
    expect(all).not.toMatch(/\u001B\[[\d;]*(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/);
    expect(theme.bad("x")).toBe("\u001B[1mx\u001B[22m");
    expect(createTheme(detect({ TERM: "dumb" })).bad("x")).toBe("x");
  });

  test("16 colours use the terminal's own", () => {
    expect(createTheme(detect({ TERM: "xterm" })).good("x")).toBe("\u001B[32mx\u001B[39m");
  });

  test.each([
    ["dark", ["#000000", "#1e1e1e", "#282c34"]],
    ["light", ["#ffffff", "#fdf6e3"]],
  ] as const)("the %s theme can be read on its backgrounds", (name, backgrounds) => {
    for (const [token, { hex }] of Object.entries(palettes[name])) {
      if (!hex) continue;
      for (const ground of backgrounds) {
        expect(contrast(hex, ground), `${token} ${hex} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

/** The contrast of two colours by WCAG 2: 4.5 is enough for small text. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
