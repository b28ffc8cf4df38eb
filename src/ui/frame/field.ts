/** A field that is typed into, with its caret in view. */
import type { Field } from "../model/text-field.ts";
import { type Frame, paragraph, windowStart } from "./frame.ts";

/** What is typed with the caret in it. */
export function withCaret({ text, caret }: Field): string {
  return `${text.slice(0, caret)}▏${text.slice(caret)}`;
}

/** What is asked for, then the field in at most so many rows. */
export function typedField(
  ask: string,
  field: Field,
  cells: number,
  rows: number,
  { theme }: Frame,
): string[] {
  const lines = paragraph(`> ${withCaret(field)}`, cells);
  const caretAt = Math.max(
    0,
    lines.findIndex((line) => line.includes("▏")),
  );
  const start = windowStart(caretAt, lines.length, Math.min(rows, lines.length));
  return [theme.title(ask), ...lines.slice(start, start + rows).map(theme.focus)];
}
