/**
 * What the terminal can show and what the player asked for. Pure: made from the environment,
 * the platform and the flags alone.
 */

/** chalk's levels: none, 16 colours, 256 colours, 16 million. */
export type ColorLevel = 0 | 1 | 2 | 3;
export type ThemeName = "dark" | "light";

export interface TerminalFlags {
  readonly ascii?: boolean | undefined;
  readonly reducedMotion?: boolean | undefined;
  readonly screenReader?: boolean | undefined;
  readonly theme?: ThemeName | undefined;
  readonly noColor?: boolean | undefined;
}

export interface Capabilities {
  readonly colorLevel: ColorLevel;
  /** Bold, underline and inverse may be used (they may without colour too). */
  readonly styles: boolean;
  readonly unicode: boolean;
  readonly reducedMotion: boolean;
  readonly screenReader: boolean;
  readonly theme: ThemeName;
  /** The cursor can be placed. A dumb terminal cannot. */
  readonly addressable: boolean;
}

export interface CapabilityInputs {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly flags?: TerminalFlags;
}

export function detectCapabilities({ env, platform, flags = {} }: CapabilityInputs): Capabilities {
  const dumb = /^dumb/.test(env.TERM ?? "");
  const screenReader = flags.screenReader ?? env.INK_SCREEN_READER === "true";
  return {
    colorLevel: flags.noColor ? 0 : colorLevel(env, platform),
    styles: !dumb,
    unicode: !flags.ascii && speaksUnicode(env, platform),
    reducedMotion: flags.reducedMotion === true || screenReader || dumb,
    screenReader,
    theme: flags.theme ?? background(env),
    addressable: !dumb,
  };
}

/** NO_COLOR (not empty) is stronger than everything; then FORCE_COLOR; then what the terminal says. */
function colorLevel(env: CapabilityInputs["env"], platform: string): ColorLevel {
  if (env.NO_COLOR) return 0;
  const term = env.TERM ?? "";
  const force = env.FORCE_COLOR;
  if (force === "0" || force === "false") return 0;
  if (force === "1" || force === "2" || force === "3") return Number(force) as ColorLevel;
  const found = nativeLevel(env, platform, term);
  return force === undefined ? found : (Math.max(1, found) as ColorLevel);
}

function nativeLevel(env: CapabilityInputs["env"], platform: string, term: string): ColorLevel {
  // A terminal that says so itself has no colours, or sixteen, whatever the one around it has.
  if (/^(?:vt\d|dumb)|mono|-m$/.test(term)) return 0;
  if (/16color/.test(term) || term === "linux") return 1;
  const colorterm = env.COLORTERM;
  if (colorterm === "truecolor" || colorterm === "24bit") return 3;
  if (env.WT_SESSION !== undefined || /kitty|ghostty|alacritty|wezterm|direct/.test(term)) return 3;
  if (/256/.test(term) || env.TERM_PROGRAM === "Apple_Terminal") return 2;
  if (platform === "win32") return 3; // every Windows that runs Node 20 has a console with 24-bit colour
  return 1;
}

function speaksUnicode(env: CapabilityInputs["env"], platform: string): boolean {
  const term = env.TERM ?? "";
  if (/^(?:linux|dumb|vt\d)/.test(term)) return false;
  if (platform === "win32") {
    // The old console's fonts lack arrows and blocks; these terminals bring their own.
    return (
      env.WT_SESSION !== undefined ||
      env.TERM_PROGRAM !== undefined ||
      env.ConEmuTask !== undefined ||
      term !== ""
    );
  }
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  if (!locale) return platform === "darwin"; // macOS starts programs outside a shell without a locale
  return /utf-?8/i.test(locale);
}

/** COLORFGBG is `foreground;background` in the 16 colours; 7 and 9–15 are light. */
function background(env: CapabilityInputs["env"]): ThemeName {
  const last = env.COLORFGBG?.split(";").at(-1);
  if (!last || !/^\d+$/.test(last)) return "dark";
  const color = Number(last);
  return color === 7 || (color > 8 && color <= 15) ? "light" : "dark";
}
