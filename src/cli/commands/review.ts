import { paragraph } from "../../present/cells.ts";
import { cardOrigin, cardText, dueLine } from "../../present/study.ts";
import { openPatiently, type Save } from "../../saves/index.ts";
import { stateOf } from "../../study/card-state.ts";
import { type Card, dueOf, moreCards, unreadable } from "../../study/deck.ts";
import { type Recall, recalls, withAnswer } from "../../study/schedule.ts";
import { activeBetween, withActive } from "../../study/time.ts";
import type { Words } from "../../words/index.ts";
import { deckOfSave } from "../deck.ts";
import { type Arguments, type CliCommand, exitCodes, lineCells, type SpokenIo } from "../io.ts";
import { nowMs, savedProgress, savesOf } from "../saved.ts";

/** `play review`: what is due, asked at a plain prompt; with `--json` what it is. */
export const review: CliCommand = {
  name: "review",
  usage: "review [--more] [--saves DIR] [--json]",
  flags: { more: "switch", saves: "value" },
  words: [],
  run: (args, io) => (args.has("json") ? list(args, io) : reviewHere(args, io)),
};

/** All that is due; nothing is changed. */
async function list(args: Arguments, io: SpokenIo): Promise<number> {
  const [lessons, words] = await Promise.all([io.lessons(), io.words()]);
  const save = savedProgress(args, io);
  const deck = deckOfSave(lessons, save);
  const { cards, today, todayMin } = dueOf(deck, save.cards, nowMs(io));
  const found = {
    due: cards.length,
    today,
    todayMin,
    cards: cards.map((card) => asJson(words, save, card)),
    unreadable: unreadable(deck, save.cards),
  };
  io.out(`${JSON.stringify(found)}\n`);
  return exitCodes.fine;
}

/** A review at a plain prompt. */
async function reviewHere(args: Arguments, io: SpokenIo): Promise<number> {
  const [lessons, words] = await Promise.all([io.lessons(), io.words()]);
  const { study } = words;
  const store = await openPatiently(savesOf(args, io));
  const save = store.read();
  const deck = deckOfSave(lessons, save);
  const due = dueOf(deck, save.cards, nowMs(io));
  const cards = due.cards.slice(0, due.today > 0 ? due.today : args.has("more") ? moreCards : 0);
  const broken = unreadable(deck, save.cards).length;
  if (broken > 0) io.err(`play: ${study.mended(broken)}\n`);
  if (cards.length === 0) {
    const line = deck.length === 0 ? study.empty : dueLine(words, due);
    io.out(`${line}\n${due.cards.length > 0 ? `${study.prompt.hasMore}\n` : ""}`);
  } else {
    const line = due.today > 0 ? dueLine(words, due) : study.cards(cards.length);
    io.out(`${paragraph(study.prompt.begin(line), lineCells).join("\n")}\n`);
    let lastMs = nowMs(io);
    const answer = (card: string, recall: Recall) => {
      const atMs = nowMs(io);
      const ms = activeBetween(lastMs, atMs);
      lastMs = atMs;
      store.update((now) => ({
        ...now,
        cards: withAnswer(now.cards, { card, recall, atMs }),
        activeMs: withActive(now.activeMs, atMs, ms),
      }));
    };
    const { knew, asked } = await ask(words, io, cards, answer);
    io.out(`\n${asked < cards.length ? `${study.prompt.stopped}\n` : ""}`);
    if (asked > 0) io.out(`${study.done({ knew, of: asked })}\n`);
  }
  const unsaved = await store.close();
  if (unsaved) io.err(`play: ${words.saves.farewell(unsaved)}\n`);
  return unsaved ? exitCodes.unwritten : exitCodes.fine;
}

function asJson(words: Words, { cards }: Save, card: Card) {
  const { id, kind, lesson } = card;
  const answers = stateOf(cards, id)?.answers ?? 0;
  return { id, level: lesson.level.number, kind, ...cardText(words, card), answers };
}

/** Asks card after card until the last one, "q", the end of what is typed, or Ctrl-C; each answer is kept at once. */
async function ask(
  words: Words,
  io: SpokenIo,
  cards: readonly Card[],
  answer: (card: string, recall: Recall) => void,
): Promise<{ readonly asked: number; readonly knew: number }> {
  const { prompt, position } = words.study;
  const lines = io.lines?.()[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines?.next();
    const text = line === undefined || line.done ? undefined : line.value.normalize("NFKC").trim();
    return text === undefined || /^q$/i.test(text) || io.signal.aborted ? undefined : text;
  };
  let knew = 0;
  let asked = 0;
  for (const card of cards) {
    const { question, answer: right } = cardText(words, card);
    const place = `${position({ at: asked + 1, of: cards.length })}  ·  ${cardOrigin(words, card)}`;
    io.out(`\n${[place, ...paragraph(question, lineCells), "", prompt.shows].join("\n")}\n`);
    if ((await next()) === undefined) break;
    io.out(`${[...paragraph(right, lineCells), "", prompt.grades].join("\n")}\n`);
    const recall = await grade(next, () => io.out(`${prompt.which}\n`));
    if (recall === undefined) break;
    answer(card.id, recall);
    asked++;
    if (recall !== "forgot") knew++;
  }
  await lines?.return?.();
  return { asked, knew };
}

/** The mark that is typed; whatever is none is asked again. */
async function grade(
  next: () => Promise<string | undefined>,
  which: () => void,
): Promise<Recall | undefined> {
  for (;;) {
    const text = await next();
    if (text === undefined) return undefined;
    const recall = /^[1-3]$/.test(text) ? recalls[Number(text) - 1] : undefined;
    if (recall) return recall;
    which();
  }
}
