/** The shop: each offer with its setting and what it costs, and one true line on the one in focus. */
import { disabledReason, movesFrom, type Offer, standing } from "../../../game/index.ts";
import { offerWords, offNotes } from "../../../levels/index.ts";
import { ends, padLeft, padRight, truncate, width } from "../../../present/cells.ts";
import { grouped } from "../../../present/figures.ts";
import { heading, paragraph, windowStart } from "../../frame/frame.ts";
import type { Theme } from "../../frame/theme.ts";
import type { Visit } from "../../model/types.ts";

/** An offer as the screen shows it. */
export interface ShopRow {
  readonly id: string;
  readonly name: string;
  /** The present setting in words; the level's start may have one that is not on sale. */
  readonly setting: string;
  /** What the present setting costs more than the cheapest, dollars a month. */
  readonly cost: number;
  /** The settings next to it, with what they change the bill by. */
  readonly less: Step | undefined;
  readonly more: Step | undefined;
  readonly line: string;
  /** Why it cannot be used now. */
  readonly disabled: string | undefined;
}

interface Step {
  readonly label: string;
  readonly costDelta: number;
}

/** A choice in words. */
export function choiceWords(offer: Offer, label: string): string {
  const words = offerWords[offer.id]?.choices?.[label];
  if (words !== undefined) return words;
  if (/[sS]ize$/.test(offer.id)) return label === "0" ? "none" : `${label} vCPU`;
  return label;
}

/** What an offer is called. One that has no words yet is called by its id. */
export function offerName(id: string): string {
  return offerWords[id]?.name ?? `${id[0]?.toUpperCase()}${id.slice(1).replace(/[-.]/g, " ")}`;
}

/** Why an offer cannot be had now, as a sentence. */
function offNote(code: string | undefined): string | undefined {
  const note = code === undefined ? undefined : (offNotes[code] ?? code);
  return note && `${note[0]?.toUpperCase()}${note.slice(1)}.`;
}

/** What the shop shows for a design. */
export function shopRows(visit: Visit): ShopRow[] {
  const { level } = visit.lesson;
  const { design } = visit.sitting;
  const moves = movesFrom(level, design);
  return level.shop.map((offer) => {
    const now = standing(offer, design);
    const own = moves.filter((move) => move.offer === offer);
    const step = (at: number): Step | undefined => {
      const move = own.find(({ choice }) => choice === offer.choices[at]);
      return move && { label: choiceWords(offer, move.choice.label), costDelta: move.costDelta };
    };
    const label = offer.choices[now]?.label;
    return {
      id: offer.id,
      name: offerName(offer.id),
      setting: label === undefined ? "as it is" : choiceWords(offer, label),
      cost: Math.max(0, ...own.map(({ costDelta }) => -costDelta)),
      less: now > 0 ? step(now - 1) : undefined,
      more: step(now < 0 ? 0 : now + 1),
      line: offerWords[offer.id]?.line ?? "",
      disabled: offNote(disabledReason(offer, design)),
    };
  });
}

/** A change of the bill: "+$70", "−$15", "±$0". */
export function delta(dollars: number): string {
  const rounded = Math.round(dollars);
  if (rounded === 0) return "±$0";
  return `${rounded > 0 ? "+" : "−"}$${grouped(Math.abs(rounded))}`;
}

/** The shop in `rows` lines of `cells` cells: the list, then what is to say on the offer in focus. */
export function drawShop(visit: Visit, cells: number, rows: number, theme: Theme): string[] {
  const all = shopRows(visit);
  const focus = all[visit.focus];
  const about = focus ? drawFocus(focus, cells, theme) : [];
  const room = Math.max(3, rows - about.length - 2);
  const start = windowStart(visit.focus, all.length, room);
  const more = all.length > room ? `${visit.focus + 1} of ${all.length}` : "";
  const list = all
    .slice(start, start + room)
    .map((row, at) => drawRow(row, start + at === visit.focus, cells, theme));
  const head = ends(heading(theme, "SHOP", more), theme.muted("$ a month"), cells);
  const gap = Array.from(
    { length: Math.max(1, Math.min(2, rows - 1 - list.length - about.length)) },
    (_, n) => (n === 0 ? theme.muted("─".repeat(cells)) : ""),
  );
  return [head, ...list, ...gap, ...about];
}

const nameCells = 14;
const priceCells = 7;

/** Cells for the present setting. */
function settingRoom(cells: number): number {
  return cells - 2 - nameCells - 1 - priceCells;
}

function drawRow(row: ShopRow, isFocus: boolean, cells: number, theme: Theme): string {
  const settingCells = settingRoom(cells);
  const price = row.cost > 0 ? grouped(Math.round(row.cost)) : "–";
  const name = padRight(row.name, nameCells);
  const setting = padRight(row.setting, settingCells);
  const mark = isFocus ? "▸ " : "  ";
  if (row.disabled !== undefined && !isFocus)
    return theme.muted(`${mark}${name} ${setting}${padLeft("–", priceCells)}`);
  const body = isFocus ? theme.focus(`${mark}${name} ${setting}`) : `${mark}${name} ${setting}`;
  return (
    body + (row.cost > 0 ? theme.money(padLeft(price, priceCells)) : theme.muted(padLeft(price, priceCells)))
  );
}

function drawFocus(row: ShopRow, cells: number, theme: Theme): string[] {
  const steps =
    row.disabled === undefined
      ? [drawStep("←", row.less, cells, theme), drawStep("→", row.more, cells, theme)]
      : paragraph(row.disabled, cells).map(theme.warn);
  const whole = width(row.setting) > settingRoom(cells) ? [theme.focus(`now ${row.setting}`)] : [];
  return [...paragraph(row.line, cells), ...whole, "", ...steps];
}

function drawStep(key: string, step: Step | undefined, cells: number, theme: Theme): string {
  if (!step) return theme.muted(`${key} –`);
  const cost = delta(step.costDelta);
  return ends(`${theme.accent(key)} ${truncate(step.label, cells - 12)}`, theme.money(cost), cells);
}
