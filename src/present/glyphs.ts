/**
 * Every glyph the game draws with, and its ASCII twin of the same width. Only glyphs whose width
 * all terminals agree on belong here. Screens draw in Unicode; the screen output translates.
 */
import width from "./cell-width.ts";

const twins = new Map<string, string>();

/** Pairs two rows of glyphs of one cell each. */
function pair(unicode: string, ascii: string): void {
  const from = [...unicode];
  const to = [...ascii];
  if (from.length !== to.length) throw new Error(`glyphs and twins differ in number: ${unicode} ${ascii}`);
  for (const [at, glyph] of from.entries()) twins.set(glyph, to[at]!);
}

pair("─━═│┃║", "-==||#");
pair("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝┏┓┗┛╱╲", "+++++++++++++++++++++/\\");
pair("╌╎", "-:");
pair("▶◀▲▼▸◂▴▾►◄", "><^v><^v><");
pair("→←↑↓↔↕", "><^v-|");
pair("✓✗★☆●○◆◇■□", "+X*.*o*o#.");
pair("▁▂▃▄▅▆▇█", "_.:-=+*#");
pair("▏▎▍▌▋▊▉▐▀░▒▓", "||||[[##'.:#");
pair("·•–—…×÷±−≤≥≠≈∞", ".*--~x/+-<>!~~");
pair("‘’“”«»‹›", '\'\'""""<>');
pair("⏎␣⎋⇧⌫⇥µ°²³", "<_^^<>u'23");
pair("$€£\u00A0", "$EL ");

/** A cell of dots becomes the sign that stands as high as its highest dot; one full from top to foot, a bar. */
for (let dots = 0; dots < 256; dots++) {
  const isAt = (...bits: number[]) => bits.some((bit) => (dots & bit) > 0);
  const rows = [isAt(0x01, 0x08), isAt(0x02, 0x10), isAt(0x04, 0x20), isAt(0x40, 0x80)];
  const sign = rows.every(Boolean) ? "|" : rows[0] ? "'" : rows[1] || rows[2] ? "-" : rows[3] ? "." : " ";
  twins.set(String.fromCodePoint(0x28_00 + dots), sign);
}

/** Signs that one ASCII character cannot say: they take the blank beside them as well. */
const wideTwins: ReadonlyMap<string, string> = new Map([
  ["≤", "<="],
  ["≥", ">="],
  ["→", "->"],
  ["←", "<-"],
  ["±", "+-"],
]);

/** A line in ASCII, cell for cell. A character without a twin becomes `?` in each of its cells. */
export function toAscii(line: string): string {
  const roomy = line
    .replace(/(?<!←)([≤≥→←]) /g, (_, sign: string) => wideTwins.get(sign) ?? sign)
    .replace(/ (±)/g, (_, sign: string) => wideTwins.get(sign) ?? sign);
  return roomy.replace(/[^\u0000-\u007F]/gu, (char) => twins.get(char) ?? lettersOf(char));
}

/** Accents dropped (é → e); otherwise a `?` for each cell, so that what stands beside it stays where it is. */
function lettersOf(char: string): string {
  const base = char.normalize("NFD")[0]!;
  return base <= "\u007F" ? base : "?".repeat(width(char));
}
