/** Every key of the screen underneath, from the same table that the keys obey. */

import type { Words } from "../../../words/index.ts";
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, bodyRows, paragraph, type Size } from "../../frame/frame.ts";
import { shownKey } from "../../keys/footer.ts";
import { bindings, type Command } from "../../keys/keymap.ts";
import { contextOf } from "../../model/context.ts";
import { answersNotThere } from "../../model/offered.ts";
import { scrubTicks } from "../../model/scrub.ts";
import type { State } from "../../model/types.ts";

interface KeyRow {
  readonly keys: string;
  readonly sentence: string;
}

/** The keys of the screen under the list. */
export function keyRows(state: State, unicode = true): KeyRow[] {
  const { help: _, ...under } = state;
  const notThere = answersNotThere(under);
  return bindings(contextOf(under))
    .filter(({ command }) => !notThere.includes(command))
    .map(({ command, keys }) => ({
      keys: keys.map((key) => shownKey(key, unicode)).join("  "),
      sentence: command === "quit" && state.unsaved ? state.words.saves.quit : sentenceOf(under, command),
    }));
}

/** What a command does on this screen; of the playback, in the time of this run. */
function sentenceOf(state: State, command: Command): string {
  const { screen, words } = state;
  const { sentences, otherSentences, scrub } = words.keys;
  if (
    screen.kind === "run" &&
    (command === "scrubBack" || command === "scrubForward" || command === "step")
  ) {
    const { ticks, tickSec } = screen.visit.lesson.level.scenario;
    return scrub({ command, sec: (command === "step" ? 1 : scrubTicks(ticks)) * tickSec });
  }
  return otherSentences[contextOf(state)]?.[command] ?? sentences[command];
}

/** What the signs in the picture mean. */
function signsOf({ help, picture }: Words): readonly KeyRow[] {
  const { single, fresh, busy, hot, inVain, lost, unseen } = help.signs;
  return [
    { keys: "▲1", sentence: single },
    { keys: picture.fresh, sentence: fresh },
    { keys: "██▌   62%", sentence: busy },
    { keys: "▅ █ ▅ 5.3×", sentence: hot },
    { keys: "█▒▒▒ 100%", sentence: inVain },
    { keys: `✗ 60/s ${picture.reasons.timeout ?? ""}`, sentence: lost },
    { keys: "░░░ ?", sentence: unseen },
  ];
}

/** The rows of the list: keys, and on screens with a picture its signs. */
export function allRows(state: State, unicode = true): KeyRow[] {
  const { kind } = state.screen;
  const hasPicture = kind === "board" || kind === "run" || kind === "reference";
  return [...keyRows(state, unicode), ...(hasPicture ? signsOf(state.words) : [])];
}

/** How far the list can be scrolled at a size. */
export function keysScrollMax(state: State, size: Size): number {
  const rows = allRows(state).reduce((sum, row) => sum + sentenceLines(row, size).length, 0);
  return Math.max(0, rows - bodyRows(size));
}

export const keyCells = 20;

export function sentenceLines({ sentence }: KeyRow, size: Pick<Size, "columns">): string[] {
  return paragraph(sentence, bodyColumns(size) - keyCells - 1);
}

/** A screen's text in lines that an eye likes to follow. */
export function textInLines(text: readonly string[], size: Pick<Size, "columns">): string[] {
  const cells = Math.min(readingCells, bodyColumns(size) - 2);
  return text.flatMap((line) => paragraph(line, cells).map((part, at) => (at === 0 ? part : `  ${part}`)));
}

/** How far it can be scrolled at a size. */
export function textScrollMax(text: readonly string[], size: Size): number {
  return Math.max(0, textInLines(text, size).length - bodyRows(size));
}
