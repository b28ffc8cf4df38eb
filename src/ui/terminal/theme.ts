/** The colours of a terminal, by what they mean. */
import { Chalk, type ChalkInstance } from "chalk";
import type { Meaning, Paint, Theme } from "../frame/theme.ts";
import type { Capabilities, ThemeName } from "./capabilities.ts";

type Modifier = "bold" | "dim" | "underline" | "inverse";
type Ansi =
  | "green"
  | "yellow"
  | "red"
  | "cyan"
  | "blue"
  | "magenta"
  | "gray"
  | "greenBright"
  | "yellowBright"
  | "redBright"
  | "cyanBright"
  | "blueBright"
  | "magentaBright";

export interface MeaningStyle {
  /** For terminals with 256 colours or more. Without it: the terminal's own text colour. */
  readonly hex?: string;
  /** For terminals with 16 colours. */
  readonly ansi?: Ansi;
  readonly style?: readonly Modifier[];
  /** Without colour. */
  readonly mono?: readonly Modifier[];
}

export const palettes: Readonly<Record<ThemeName, Readonly<Record<Meaning, MeaningStyle>>>> = {
  dark: {
    title: { style: ["bold"], mono: ["bold"] },
    text: {},
    muted: { hex: "#8b949e", ansi: "gray", mono: [] },
    good: { hex: "#7ec699", ansi: "green" },
    warn: { hex: "#e0b56a", ansi: "yellow" },
    bad: { hex: "#f0837a", ansi: "redBright", style: ["bold"], mono: ["bold"] },
    accent: { hex: "#79b8e8", ansi: "cyan" },
    focus: { hex: "#9ecbff", ansi: "cyanBright", style: ["bold"], mono: ["bold"] },
    user: { hex: "#d5a6e6", ansi: "magentaBright" },
    data: { hex: "#8fc7c1", ansi: "cyan" },
    money: { hex: "#d3c78a", ansi: "yellow" },
  },
  light: {
    title: { style: ["bold"], mono: ["bold"] },
    text: {},
    muted: { hex: "#656d76", ansi: "gray", mono: [] },
    good: { hex: "#1a6e35", ansi: "green" },
    warn: { hex: "#835400", ansi: "magenta" },
    bad: { hex: "#b3261e", ansi: "red", style: ["bold"], mono: ["bold"] },
    accent: { hex: "#0a5ca8", ansi: "blue" },
    focus: { hex: "#0550ae", ansi: "blue", style: ["bold"], mono: ["bold"] },
    user: { hex: "#7b3f9e", ansi: "magenta" },
    data: { hex: "#0f6a66", ansi: "blue" },
    money: { hex: "#6b5a00", ansi: "magenta" },
  },
};

/** The theme for a terminal: a style for every token. Text passes unchanged where nothing may be styled. */
export function createTheme(capabilities: Pick<Capabilities, "colorLevel" | "styles" | "theme">): Theme {
  const { colorLevel, styles, theme } = capabilities;
  // chalk does not know NO_COLOR: the level is ours. Without colour, level 1 serves for bold alone.
  const chalk = new Chalk({ level: colorLevel === 0 && styles ? 1 : colorLevel });
  const paints = Object.entries(palettes[theme]).map(([token, look]) => [
    token,
    paint(chalk, look, colorLevel),
  ]);
  const inverse: Paint = styles ? (text) => chalk.inverse(text) : (text) => text;
  return { ...Object.fromEntries(paints), inverse, name: theme };
}

function paint(chalk: ChalkInstance, look: MeaningStyle, level: number): Paint {
  const modifiers = (level === 0 ? look.mono : look.style) ?? [];
  let style = chalk;
  if (level >= 2 && look.hex) style = style.hex(look.hex);
  if (level === 1 && look.ansi) style = style[look.ansi];
  for (const modifier of modifiers) style = style[modifier];
  return style === chalk ? (text) => text : (text) => style(text);
}
