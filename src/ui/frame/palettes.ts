/** What each meaning looks like: the colors of a dark and of a light background. Every host paints from this table. */
import type { Meaning, Theme } from "./theme.ts";

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

export const palettes: Readonly<Record<Theme["name"], Readonly<Record<Meaning, MeaningStyle>>>> = {
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
