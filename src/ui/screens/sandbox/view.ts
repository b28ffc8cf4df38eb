/** The list of one's own systems, and what a new one can be made of. */
import { padRight, truncate, widest } from "../../../present/cells.ts";
import { typedField } from "../../frame/field.ts";
import {
  bodyColumns,
  bodyRows,
  drawPage,
  type Frame,
  heading,
  paragraph,
  windowStart,
} from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import { sandboxRows } from "../../model/sandbox.ts";
import type { SandboxScreen } from "../../model/sandbox-screens.ts";
import type { State } from "../../model/types.ts";
import { rowTold } from "./told.ts";

/** Names have so many cells, and more where there is room for the longest of them. */
const nameCellsMin = 30;

export function sandboxLines(state: State, screen: SandboxScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { sandbox } = words;
  const rows = sandboxRows(state);
  const cells = bodyColumns(frame);
  const own = state.save.systems.length;
  const told = rows.map((row) => rowTold(state, row));
  const nameCells = Math.max(
    nameCellsMin,
    Math.min(widest(told.map(({ name }) => name)), cells - 3 - widest(told.map(({ line }) => line))),
  );
  const listed = told.map(({ name, line }, at) => {
    const isFocus = at === screen.at;
    const paint = isFocus ? theme.focus : theme.text;
    const text = `${isFocus ? theme.focus("▸ ") : "  "}${paint(padRight(truncate(name, nameCells), nameCells))} ${theme.muted(line)}`;
    return { at, text };
  });
  const lines: { readonly at?: number; readonly text: string }[] = [
    ...(own > 0 ? [{ text: heading(theme, sandbox.mine) }, ...listed.slice(0, own), { text: "" }] : []),
    { text: heading(theme, sandbox.fresh) },
    ...listed.slice(own),
  ];
  const typing = screen.typing
    ? typedField(
        screen.typing.about === "name" ? sandbox.nameField : sandbox.codeField,
        screen.typing.field,
        cells,
        4,
        frame,
      )
    : [];
  const below = screen.typing ? ["", ...typing] : [];
  const room = bodyRows(frame) - below.length;
  const start = windowStart(
    lines.findIndex(({ at }) => at === screen.at),
    lines.length,
    room,
  );
  return drawPage(frame, {
    head: [theme.title(sandbox.title), ""],
    sub: [theme.muted(sandbox.about), ""],
    body: [...lines.slice(start, start + room).map(({ text }) => text), ...below],
    message:
      state.message === undefined
        ? theme.muted(paragraph(sandbox.hint, cells)[0] ?? "")
        : theme.warn(state.message),
    keys: offered(state, frame),
  });
}
