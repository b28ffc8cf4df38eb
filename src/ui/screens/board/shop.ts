/** The shop: each offer with its setting and what it costs, and one true line on the one in focus. */
import type { Price } from "../../../game/index.ts";
import { ends, padRight, truncate, widest, width } from "../../../present/cells.ts";
import { delta, type ShopRow, type Step, shopRows } from "../../../present/offers.ts";
import { grouped } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import { type Frame, firstFitting, heading, paragraph, windowStart } from "../../frame/frame.ts";
import type { Theme } from "../../frame/theme.ts";
import type { Visit } from "../../model/types.ts";

/**
 * The shop in `rows` lines of `cells` cells: the list, then what is to say on the offer in focus.
 * @param isAside the keys are for something else now: no offer is in focus
 */
export function drawShop(
  visit: Visit,
  isAside: boolean,
  cells: number,
  rows: number,
  frame: Frame,
): string[] {
  const { theme, words } = frame;
  const all = shopRows(words, visit.lesson.level, visit.sitting.design);
  const focus = isAside ? undefined : all[visit.focus];
  const about = focus ? drawFocus(focus, cells, frame) : [];
  const room = Math.max(3, rows - about.length - 2);
  const start = windowStart(visit.focus, all.length, room);
  const more = all.length > room ? words.board.position({ at: visit.focus + 1, of: all.length }) : "";
  const nameCells = Math.max(nameCellsMin, widest(all.map(({ name }) => name)));
  const list = all
    .slice(start, start + room)
    .map((row, at) => drawRow(row, nameCells, !isAside && start + at === visit.focus, cells, frame));
  const head = ends(heading(theme, words.board.shop, more), theme.muted(words.board.perMonth), cells);
  const gap = Array.from(
    { length: Math.max(1, Math.min(2, rows - 1 - list.length - about.length)) },
    (_, n) => (n === 0 ? theme.muted("─".repeat(cells)) : ""),
  );
  return [head, ...list, ...gap, ...about];
}

/** Names stand in a column of at least so many cells; where a setting needs more, its name gives way. */
const nameCellsMin = 14;

/** Whether a row has room for all of its setting. */
function hasRoom(row: ShopRow, cells: number, words: Words): boolean {
  return width(row.name) + width(row.setting) + width(priceText(words, row.price)) + 4 <= cells;
}

function drawRow(
  row: ShopRow,
  nameCells: number,
  isFocus: boolean,
  cells: number,
  { theme, words }: Frame,
): string {
  const price = row.disabled !== undefined && !isFocus ? "–" : priceText(words, row.price);
  const room = cells - 2 - width(price) - 1;
  // What needs a part that is not there is set to nothing yet.
  const setting = row.disabled === undefined ? row.setting : "–";
  const left = firstFitting(
    [
      `${padRight(row.name, nameCells)} ${setting}`,
      `${row.name} ${setting}`,
      `${row.name} ${setting.replaceAll(" × ", "×")}`,
    ],
    room,
  );
  const text = `${isFocus ? "▸ " : "  "}${padRight(left, room)} `;
  if (row.disabled !== undefined && !isFocus) return theme.muted(text + price);
  return (isFocus ? theme.focus(text) : text) + (row.price.perMonth > 0 ? theme.money : theme.muted)(price);
}

/** "2,520" for all of it, "280 ea" for one of several, "–" for what costs nothing. */
function priceText({ board }: Words, { perMonth, isEach }: Price): string {
  return perMonth > 0 ? (isEach ? board.each(grouped(perMonth)) : grouped(perMonth)) : "–";
}

function drawFocus(row: ShopRow, cells: number, { theme, words }: Frame): string[] {
  const steps =
    row.disabled === undefined
      ? [drawStep("←", row.less, cells, theme), drawStep("→", row.more, cells, theme)]
      : paragraph(row.disabled, cells).map(theme.warn);
  const whole =
    row.disabled === undefined && !hasRoom(row, cells, words)
      ? [theme.focus(words.board.now(row.setting))]
      : [];
  return [...paragraph(row.line, cells), ...whole, "", ...steps];
}

function drawStep(key: string, step: Step | undefined, cells: number, theme: Theme): string {
  // In ASCII an arrow takes the blank beside it as well.
  if (!step) return theme.muted(`${key}  –`);
  const cost = delta(step.costDelta);
  return ends(`${theme.accent(key)}  ${truncate(step.label, cells - 13)}`, theme.money(cost), cells);
}
