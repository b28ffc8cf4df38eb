/** A drill: what is asked, what is typed, what became of it. */

import { width } from "../../../present/cells.ts";
import { type DrillText, drillText, markedText } from "../../../present/drills.ts";
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, paragraph } from "../../frame/frame.ts";
import { keyed } from "../../frame/keyed.ts";
import { offered } from "../../model/offered.ts";
import type { DrillScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

export function drillLines(state: State, screen: DrillScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { drills } = words;
  const drill = screen.drills[screen.at];
  const cells = bodyColumns(frame) - 2;
  const isWaiting = drill?.kind === "rung" && !screen.texts;
  const text = drill && !isWaiting ? drillText(words, screen.texts, drill, cells) : undefined;
  const place = { at: screen.at + 1, of: screen.drills.length };
  const seed = theme.muted(drills.seed(screen.seed));
  const head = drill ? drills.head({ ...place, kind: drills.kinds[drill.kind] }) : "";
  return drawPage(frame, {
    head: [theme.title(words.study.title), seed],
    sub: [theme.muted(head), ""],
    body: (text ? asked(text) : isWaiting ? [words.study.loading] : over()).map((line) => ` ${line}`),
    message: state.message === undefined ? theme.muted(text?.how ?? "") : theme.warn(state.message),
    keys: offered(state, frame),
  });

  function asked({ question, options, picture }: DrillText): string[] {
    const reading = Math.min(readingCells, cells);
    const { marked } = screen;
    const title = paragraph(question, reading).map(theme.title);
    const rest = [
      ...picture,
      ...(picture.length > 0 ? inRows(options, cells) : options.map(optionText)),
      ...(picture.length > 0 ? [] : [""]),
      `${theme.focus(`> ${screen.typed}${marked ? "" : "▏"}`)}${marked ? `   ${markText(marked.mark)}` : ""}`,
      ...(marked && drill
        ? markedText(words, screen.texts, drill, marked).flatMap((line) => paragraph(line, reading))
        : []),
    ];
    // Where there is no room for both, what became of the answer counts: the question has been read.
    const isLeftOut = marked && options.length > 0 && title.length + rest.length > bodyRows(frame);
    return isLeftOut ? rest : [...title, ...rest];
  }

  function markText(mark: number): string {
    const paint = mark === 1 ? theme.good : mark > 0 ? theme.warn : theme.bad;
    return paint(drills.mark(mark));
  }

  function over(): string[] {
    const of = screen.drills.length;
    const total = paragraph(drills.total({ mark: screen.marks / of, of }), cells).map(theme.title);
    return ["", ...total, "", keyed(theme, drills.more, theme.text)];
  }
}

const optionText = ({ letter, text }: DrillText["options"][number]) => `${letter}  ${text}`;

/** Options side by side, as many in a row as fit. */
function inRows(options: DrillText["options"], cells: number): string[] {
  const rows: string[] = [];
  for (const option of options.map(optionText)) {
    const last = rows.at(-1);
    if (last !== undefined && width(last) + 4 + width(option) <= cells)
      rows[rows.length - 1] = `${last}    ${option}`;
    else rows.push(option);
  }
  return rows;
}
