/** A system as a form: its doors, or the part that is open. */
import { trafficChart } from "../../../present/briefing.ts";
import { padRight, truncate } from "../../../present/cells.ts";
import { designSoFar } from "../../../present/line.ts";
import { withNear } from "../../../present/written.ts";
import { type FormRow, rowsOf, type System, systemFromJson } from "../../../rooms/sandbox/index.ts";
import { typedField, withCaret } from "../../frame/field.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, paragraph, windowStart } from "../../frame/frame.ts";
import { keyed } from "../../frame/keyed.ts";
import { drawPicture } from "../../frame/picture.ts";
import { offered } from "../../model/offered.ts";
import { systemOf, visitOf } from "../../model/sandbox.ts";
import { type SystemScreen, systemDoors } from "../../model/sandbox-screens.ts";
import type { State, Visit } from "../../model/types.ts";
import { doorTold, nameOf, shown } from "./told.ts";

const nameCells = 22;

export function systemLines(state: State, screen: SystemScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { sandbox } = words;
  const cells = bodyColumns(frame);
  const rows = bodyRows(frame);
  const system = systemOf(state, screen.name);
  const visit = visitOf(state, screen.name);
  const { open, field } = screen;
  const body = system && visit ? bodyOf(system, visit) : [sandbox.gone];
  const hint = field
    ? open
      ? sandbox.hintField
      : sandbox.lineHint
    : open
      ? sandbox.hintOpen
      : sandbox.hintSystem;
  return drawPage(frame, {
    head: [theme.title(screen.name), open ? theme.accent(sandbox.doors[open.section].name) : ""],
    sub: [theme.muted(open ? sandbox.doors[open.section].about : sandbox.promise), ""],
    body,
    message:
      state.message === undefined || field
        ? keyed(theme, screen.code === undefined ? hint : "")
        : theme.warn(state.message),
    keys: offered(state, frame),
  });

  function bodyOf(now: System, stay: Visit): string[] {
    if (screen.code !== undefined) return codeLines(screen.code);
    if (open) return formLines(rowsOf(now, open.section), open.row, now);
    return field ? lineLines(now, stay) : doorLines(now, stay);
  }

  /** What there is to change, each with what stands there; below it what the one in focus is for. */
  function doorLines(now: System, stay: Visit): string[] {
    const list = systemDoors.map((door, at) => {
      const isFocus = at === screen.at;
      const paint = isFocus ? theme.focus : theme.text;
      const told = truncate(doorTold(words, door, now, stay), cells - nameCells - 3);
      return `${isFocus ? theme.focus("▸ ") : "  "}${paint(padRight(sandbox.doors[door].name, nameCells))} ${theme.muted(told)}`;
    });
    const door = systemDoors[screen.at] ?? "board";
    const about = paragraph(sandbox.doors[door].about, cells - 2).map((line) => `  ${line}`);
    const room = rows - list.length - about.length - 3;
    const design = door === "board" || door === "line";
    const below = design
      ? drawPicture(stay.sitting.design, { width: cells, height: room }, frame).slice(0, room)
      : trafficChart(words, stay.lesson, cells - 2, Math.max(2, Math.min(6, room - 2))).map(
          (line) => `  ${theme.user(line)}`,
        );
    return [...list, "", ...about, "", ...(room >= 3 ? below : [])];
  }

  function formLines(all: readonly FormRow[], at: number, now: System): string[] {
    const drawn = all.map((row, n) => rowLine(row, n === at, all[n - 1], now));
    const lines = drawn.flatMap(({ gap, text }, n) => [
      ...(gap ? [{ at: -1, text: "" }] : []),
      { at: n, text },
    ]);
    const row = all[at];
    // What is wrong with what was typed has room here, whatever its length.
    const told = field ? state.message : undefined;
    const text = told ?? (row?.kind === "field" ? (sandbox.fields[row.name]?.about ?? "") : "");
    const about = text === "" ? [] : paragraph(text, cells - 2);
    const room = rows - about.length - 1;
    const start = windowStart(
      lines.findIndex((line) => line.at === at),
      lines.length,
      room,
    );
    const list = lines.slice(start, start + room).map(({ text }) => text);
    const gap = Array.from({ length: Math.max(1, rows - list.length - about.length) }, () => "");
    return [
      ...list,
      ...gap,
      ...about.map((line) => `  ${(told === undefined ? theme.muted : theme.warn)(line)}`),
    ];
  }

  /** An entry begins with its number, apart from the one before. */
  function rowLine(row: FormRow, isFocus: boolean, before: FormRow | undefined, now: System) {
    const mark = isFocus ? theme.focus("▸ ") : "  ";
    const paint = isFocus ? theme.focus : theme.text;
    if (row.kind === "add")
      return { gap: before !== undefined, text: `${mark}   ${paint(`+ ${sandbox.lists[row.list]}`)}` };
    const entryOf = (each: FormRow | undefined) => (each?.kind === "field" ? each.entry?.at : undefined);
    const isFirst = entryOf(row) !== entryOf(before) || before?.kind === "add";
    const number = isFirst && row.entry ? padRight(String(row.entry.at + 1), 3) : "   ";
    const isTyped = isFocus && field !== undefined;
    const value = isTyped ? withCaret(field) : shown(words, now, row);
    const framed =
      row.choices && !isTyped ? `${theme.muted("‹")} ${paint(value)} ${theme.muted("›")}` : paint(value);
    const text = `${mark}${theme.muted(number)}${paint(padRight(nameOf(words, row), nameCells))} ${framed}`;
    return { gap: isFirst && before !== undefined, text };
  }

  /** The design as a line, what is wrong with it, and the picture of as much as can be read. */
  function lineLines(now: System, stay: Visit): string[] {
    if (!field) return [];
    const typed = typedField(sandbox.doors.line.about, field, cells, 5, frame);
    const { problem } = systemFromJson({ ...now, design: field.text.trim() });
    const flaw = problem
      ? paragraph(sandbox.problem(withNear(problem)), cells)
          .slice(0, 4)
          .map(theme.muted)
      : [];
    const design = designSoFar(field.text);
    const height = rows - typed.length - flaw.length - 2;
    return [
      ...typed,
      ...flaw,
      "",
      ...(design && height >= 3
        ? drawPicture(design, { width: cells, height, since: stay.sitting.design }, frame).slice(0, height)
        : []),
    ];
  }

  function codeLines(code: string): string[] {
    return [
      theme.title(sandbox.code(screen.name)),
      "",
      ...(code.match(new RegExp(`.{1,${cells - 2}}`, "g")) ?? []).map(theme.data),
      "",
      ...paragraph(sandbox.codeBelow, cells),
      ...paragraph(sandbox.asFile, cells),
    ].slice(0, rows);
  }
}
