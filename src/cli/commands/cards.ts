import { type DeckRow, deckFormats } from "../../present/deck-formats.ts";
import { cardOrigin, cardText } from "../../present/study.ts";
import { type Card, deckOf } from "../../study/deck.ts";
import type { Words } from "../../words/index.ts";
import { deckOfSave } from "../deck.ts";
import { type CliCommand, exitCodes, UsageError } from "../io.ts";
import { wordFlag } from "../parse.ts";
import { savedProgress } from "../saved.ts";

const names = Object.keys(deckFormats) as (keyof typeof deckFormats)[];

/** `play cards`: the deck to take away, of the levels that are passed, or of all. */
export const cards: CliCommand = {
  name: "cards",
  usage: `cards [--format ${names.join("|")}] [--all] [--saves DIR] [--json]`,
  flags: { format: "value", all: "switch", saves: "value" },
  words: [],
  async run(args, io) {
    const format = wordFlag(args, "format", names, "md");
    const [lessons, words] = await Promise.all([io.lessons(), io.words()]);
    const all = () => deckOf(lessons, () => ({ passed: true, mistakes: [] }), {});
    const deck = args.has("all") ? all() : deckOfSave(lessons, savedProgress(args, io));
    if (deck.length === 0) throw new UsageError((usage) => usage.noCards());
    const rows = deck.map((card) => rowOf(words, card));
    io.out(args.has("json") ? `${JSON.stringify(rows)}\n` : deckFormats[format](words, rows));
    return exitCodes.fine;
  },
};

function rowOf(words: Words, card: Card): DeckRow {
  const { question, answer } = cardText(words, card);
  const { id } = card.lesson.level;
  return { id: card.id, question, answer, level: cardOrigin(words, card), tag: id };
}
