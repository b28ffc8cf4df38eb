/** The frame that every screen shares: one line of where, one of what, the body, one line of answer, the keys. */
import { ends, isCut, padLeft, padRight, truncate, width } from "../../present/cells.ts";
import type { Words } from "../../words/index.ts";
import { type FooterItem, footerLine, footerRest } from "../keys/footer.ts";
import { keyed } from "./keyed.ts";
import type { Theme } from "./theme.ts";

export { paragraph } from "../../present/cells.ts";

/** What a screen is drawn on. */
export interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Nothing moves for its own sake. */
  readonly still: boolean;
  readonly unicode: boolean;
  /** What is wrong for as long as it is: it stands in the lower rule of every page. */
  readonly warning?: string;
}

/** What decides how much fits. */
export type Size = Pick<Frame, "columns" | "rows" | "words">;

/** Head, its second line, a rule above and below the body, the answer and the keys. */
const frameRows = 6;

/** The row at which a body begins. */
export const bodyTop = 3;

/** Lines that a body has. */
export function bodyRows(size: Pick<Size, "rows">): number {
  return size.rows - frameRows;
}

/** Cells that a line of a body has: one is left free at each side. */
export function bodyColumns(size: Pick<Size, "columns">): number {
  return size.columns - 2;
}

export interface Page {
  /** Where the player is, and what stands at the right end. */
  readonly head: readonly [string, string];
  /** The promise, and the figures at the right end. */
  readonly sub: readonly [string, string];
  readonly body: readonly string[];
  readonly message?: string | undefined;
  /** In the footer; what has no room there stands in the rule above it. */
  readonly keys: readonly FooterItem[];
}

/** The mark of a text that goes on below what is shown: "↓ 12 more". */
export function belowMark(count: number, { theme, words }: Pick<Frame, "theme" | "words">): string {
  return count > 0 ? `${theme.accent("↓")} ${theme.muted(words.help.more(count))}` : "";
}

/** A whole screen: exactly as many lines as it has rows, none wider than it. */
export function drawPage(frame: Frame, page: Page): string[] {
  const { columns, theme } = frame;
  const inner = bodyColumns(frame);
  const rule = theme.muted("─".repeat(columns));
  const rows = bodyRows(frame);
  const shown = cutBelow(page.body, rows, inner);
  const body = Array.from({ length: rows }, (_, row) => ` ${truncate(shown[row] ?? "", inner)}`);
  const style = (item: FooterItem) =>
    item.disabled === undefined
      ? `${theme.accent(item.keys)} ${theme.muted(item.label)}`
      : theme.muted(`${item.keys} ${item.label}`);
  const above = [
    ` ${ends(page.head[0], page.head[1], inner)}`,
    ` ${width(page.sub[0]) + width(page.sub[1]) + 3 > inner && page.sub[1] !== "" ? truncate(page.sub[1], inner) : ends(page.sub[0], page.sub[1], inner)}`,
    rule,
    ...body,
  ];
  const message = ` ${truncate(page.message ?? "", inner)}`;
  const canSayAll = page.keys.some(({ commands }) => commands.includes("help"));
  const cut = canSayAll && [...above, message].some(isCut) ? [keyed(theme, frame.words.header.cut)] : [];
  const rest = footerRest(page.keys, inner, inner - 4 - width(cut.join("")) - 3 * cut.length, style);
  return [
    ...above,
    frame.warning === undefined
      ? lowerRule(frame, rest === "" ? cut : [rest, ...cut])
      : warningRule(frame, frame.warning),
    message,
    ` ${footerLine(page.keys, inner, style)}`,
  ];
}

/** The rule above the answer, with what is said in it at its right end: keys that have no room below it. */
function lowerRule({ theme, columns }: Frame, said: readonly string[]): string {
  const end = said.map((text) => ` ${text} ${theme.muted("─")}`).join("");
  return theme.muted("─".repeat(columns - width(end))) + end;
}

function warningRule({ theme, columns }: Frame, warning: string): string {
  const text = truncate(warning, columns - 4);
  return `${theme.muted("─")} ${theme.bad(text)} ${theme.muted("─".repeat(columns - 3 - width(text)))}`;
}

/** The lines that have room; where more would follow, the last that says something ends in the mark of a cut. */
function cutBelow(lines: readonly string[], rows: number, cells: number): readonly string[] {
  const shown = lines.slice(0, rows);
  const last = shown.findLastIndex((line) => width(line.trim()) > 0);
  if (last < 0 || lines.slice(rows).every((line) => width(line.trim()) === 0)) return shown;
  return shown.with(last, truncate(`${shown[last]?.trimEnd()}…`, cells));
}

/** Two columns of a body with a thin line between them, `rows` high. */
export function columns(
  frame: Frame,
  left: readonly string[],
  leftCells: number,
  right: readonly string[],
  rows = bodyRows(frame),
): string[] {
  const bar = frame.theme.muted("│");
  const [first, second] = [
    cutBelow(left, rows, leftCells),
    cutBelow(right, rows, bodyColumns(frame) - leftCells - 3),
  ];
  return Array.from(
    { length: rows },
    (_, row) => `${padRight(first[row] ?? "", leftCells)} ${bar} ${second[row] ?? ""}`,
  );
}

/** A heading with what belongs beside it, in small print. */
export function heading(theme: Theme, text: string, beside = ""): string {
  return beside === "" ? theme.title(text) : `${theme.title(text)}  ${theme.muted(beside)}`;
}

/** The first row to show of a list so that the row in focus stays in view. */
export function windowStart(focus: number, total: number, room: number): number {
  return Math.max(0, Math.min(total - room, focus - Math.floor(room / 2)));
}

/** Stars won out of three: ★★☆. */
export function starsText(stars: number): string {
  return "★".repeat(stars) + "☆".repeat(3 - stars);
}

/** The first of several ways to say a thing that fits; the last one is cut if it must be. */
export function firstFitting(ways: readonly string[], cells: number): string {
  return ways.find((way) => width(way) <= cells) ?? truncate(ways.at(-1) ?? "", cells);
}

/** A bar for work in hand. */
export function workBar(words: string, share: number, { theme, columns }: Frame): string[] {
  const cells = Math.min(40, columns - 12);
  const full = Math.round(Math.max(0, Math.min(1, share)) * cells);
  const bar = theme.accent("█".repeat(full)) + theme.muted("░".repeat(cells - full));
  return [theme.muted(words), `${bar} ${theme.muted(padLeft(`${Math.round(share * 100)} %`, 5))}`];
}
