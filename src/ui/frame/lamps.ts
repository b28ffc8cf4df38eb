/** The eight lamps in a row, and which of them are dark as far as there is room for their names. */
import { type LampNow, lampsNow } from "../../present/comparison.ts";
import { formatDesign } from "../../sim/index.ts";
import type { Words } from "../../words/index.ts";
import type { Visit } from "../model/types.ts";
import { type Frame, firstFitting } from "./frame.ts";

const signs = { lit: "●", dark: "○", unknown: "·" } as const;

/** The lamps of the design on the board: as its run has shown them, otherwise as far as they are known without one. */
export function lampsOn(words: Words, { lesson, sitting, last }: Visit): LampNow[] {
  const wasRun = last && formatDesign(last.design) === formatDesign(sitting.design);
  return lampsNow(words, lesson.level, sitting.design, wasRun ? last.recording.outcome.report : undefined);
}

/** Names of those that are dark. */
function darkOf(lamps: readonly LampNow[]): string[] {
  return lamps.filter(({ isLit }) => isLit === false).map(({ short }) => short);
}

/** "lamps ●●○●●●·●  dark: cache"; "" where a level has none. */
export function lampRow(lamps: readonly LampNow[], { theme, words }: Frame, cells: number): string {
  if (lamps.length === 0) return "";
  const row = lamps.map(({ isLit }) => {
    if (isLit === undefined) return theme.muted(signs.unknown);
    return isLit ? theme.good(signs.lit) : theme.bad(signs.dark);
  });
  const name = `${theme.muted(words.board.lamps)} ${row.join("")}`;
  const dark = darkOf(lamps);
  const named = dark.length > 0 ? [`${name}  ${theme.muted(words.board.darkLamps(dark))}`] : [];
  return firstFitting([...named, name, row.join("")], cells);
}

/** The same in words: how many are lit, which are dark, of which only a run can tell. */
export function spokenLamps(words: Words, lamps: readonly LampNow[]): string[] {
  if (lamps.length === 0) return [];
  const lit = lamps.filter(({ isLit }) => isLit).length;
  const unknown = lamps.filter(({ isLit }) => isLit === undefined).map(({ short }) => short);
  return [words.spoken.lamps({ lit, of: lamps.length, dark: darkOf(lamps), unknown })];
}
