/** The colours of a terminal, by what they mean. */
import { Chalk, type ChalkInstance } from "chalk";
import { type MeaningStyle, palettes } from "../frame/palettes.ts";
import type { Paint, Theme } from "../frame/theme.ts";
import type { Capabilities } from "./capabilities.ts";

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
