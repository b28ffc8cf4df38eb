/** The deck as other programs read it. */
import type { Words } from "../words/index.ts";

/** A card as it is taken along: the id stays, so that a deck that is imported again is updated and not doubled. */
export interface DeckRow {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly level: string;
  readonly tag: string;
}

type DeckFormat = (words: Words, rows: readonly DeckRow[]) => string;

export const deckFormats = { md: asMarkdown, csv: asCsv, anki: asAnki } as const satisfies Record<
  string,
  DeckFormat
>;

/** Anki's text form. Its first lines say how it is to be read; a card whose id is known there is updated. */
function asAnki({ study }: Words, rows: readonly DeckRow[]): string {
  const head = [
    "#separator:tab",
    "#html:false",
    `#deck:${study.deck.name}`,
    "#guid column:1",
    "#tags column:4",
  ];
  const lines = rows.map(({ id, question, answer, tag }) =>
    [`ztm-${id}`, question, answer, tag].map(cell("\t")).join("\t"),
  );
  return `${[...head, ...lines].join("\n")}\n`;
}

function asCsv({ study }: Words, rows: readonly DeckRow[]): string {
  const lines = rows.map(({ id, question, answer, level }) => [id, question, answer, level]);
  return [[...study.deck.heads], ...lines].map((line) => `${line.map(cell(",")).join(",")}\r\n`).join("");
}

/** A cell by RFC 4180: in quotes where it holds the separator, a quote or the end of a line. */
const cell = (separator: string) => (text: string) =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function asMarkdown({ study }: Words, rows: readonly DeckRow[]): string {
  const levels = [...new Set(rows.map(({ level }) => level))];
  const chapters = levels.map((level) => {
    const told = rows
      .filter((row) => row.level === level)
      .map(({ question, answer }) => `**${question}**\n\n${answer}\n`);
    return `## ${level}\n\n${told.join("\n")}`;
  });
  return `# ${study.deck.name}\n\n${chapters.join("\n")}`;
}
