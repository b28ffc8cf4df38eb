/** The first screen: what this is, and what the next key does. */
import { width } from "../../../present/cells.ts";
import type { Words } from "../../../words/index.ts";
import { bodyColumns, type Frame, paragraph } from "../../frame/frame.ts";
import { footer, footerLine } from "../../keys/footer.ts";
import { type TallyOf, tally } from "../../model/reached.ts";
import type { State } from "../../model/types.ts";
import { unsavedLines } from "../unsaved.ts";

/** A frame with the words that a title needs. */
export type TitleFrame = Omit<Frame, "words"> & { readonly words: Pick<Words, "title" | "saves" | "keys"> };

/** What the title tells of: it needs no level. */
export type TitleState = Pick<State, "notices" | "unsaved"> & TallyOf;

/** Its lines. */
export function titleLines(state: TitleState, frame: TitleFrame): string[] {
  const { theme, words } = frame;
  const reached = tally(state);
  const cells = bodyColumns(frame);
  const isNew = Object.keys(state.save.levels).length === 0;
  const art = growth.map((line) => theme.data(line));
  const about = [theme.title(words.title.name), ...paragraph(words.title.promise, cells).map(theme.muted)];
  const status = isNew
    ? words.title.welcome
    : [words.title.status({ ...reached, isSaved: state.unsaved === undefined })];
  const told = [
    ...state.notices.map(words.saves.notice),
    ...(state.unsaved ? unsavedLines(words, state.unsaved) : []),
  ];
  const notices = told.flatMap((line) => paragraph(line, cells - 8).map(theme.warn));
  const block = [
    ...about,
    "",
    ...art,
    "",
    ...status.flatMap((line) => paragraph(line, cells)),
    "",
    theme.focus(isNew ? words.title.begin : words.title.goOn),
    ...(notices.length > 0 ? [""] : []),
    ...notices,
  ];
  const rows = frame.rows - 2;
  const top = Math.max(0, Math.floor((rows - block.length) / 2));
  const body = [...Array.from({ length: top }, () => ""), ...block.map((line) => centred(line, cells))];
  const page = Array.from({ length: rows + 1 }, (_, row) => ` ${body[row] ?? ""}`);
  const keys = footer(words.keys, "title", frame);
  return [
    ...page,
    ` ${footerLine(keys, cells, ({ keys: key, label }) => `${theme.accent(key)} ${theme.muted(label)}`)}`,
  ];
}

const growth = [
  "                                ┌─────┐  ┌─────┐",
  "                  ┌─────┐   ┌──▶│ web ├─▶│ db  │",
  "  ┌─────┐      ┌─▶│ web │   │   ├─────┤  ├─────┤",
  "─▶│ box │    ──┤  ├─────┤  ─┼──▶│ web ├─▶│ db  │",
  "  └─────┘      └─▶│ web │   │   ├─────┤  ├─────┤",
  "                  └─────┘   └──▶│ web ├─▶│ db  │",
  "                                └─────┘  └─────┘",
  "   100/s          3,000/s          160,000/s    ",
];

function centred(line: string, cells: number): string {
  return " ".repeat(Math.max(0, Math.floor((cells - width(line)) / 2))) + line;
}
