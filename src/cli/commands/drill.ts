import { paragraph } from "../../present/cells.ts";
import { type DrillText, drillText, markedText } from "../../present/drills.ts";
import { type Drill, drillKinds, drillsOf, type Marked, markDrill } from "../../study/drills/index.ts";
import type { LadderTexts } from "../../words/contract/ladders.ts";
import { loadLadders, type Words } from "../../words/index.ts";
import { type CliCommand, exitCodes, lineCells, plain, UsageError } from "../io.ts";
import { anySeed, numberFlag, wordFlag } from "../parse.ts";
import { jsonText, linesOf, textFile } from "../text-file.ts";

const countMax = 1_000;
/** A mean mark from which on answers have passed. */
const passMark = 0.5;

/** `play drill --seed S`: drills that follow from the seed; with answers, graded. */
export const drill: CliCommand = {
  name: "drill",
  usage: `drill --seed S [--kind ${drillKinds.join("|")}] [--count N] [--answers FILE] [--json]`,
  flags: { seed: "value", kind: "value", count: "value", answers: "value" },
  words: [],
  async run(args, io) {
    const seed = numberFlag(args, "seed", anySeed);
    const count = numberFlag(args, "count", {
      min: 1,
      max: countMax,
      whole: true,
      fallback: drillKinds.length,
    });
    const kind = wordFlag(args, "kind", drillKinds);
    const path = args.value("answers");
    const drills = drillsOf(seed, count, kind);
    const answers = path === undefined ? undefined : answersIn(path, drills.length);
    const [words, texts] = await Promise.all([io.words(), loadLadders(io.language())]);
    const told = drills.map((each) => ({ drill: each, text: drillText(words, texts, each, lineCells) }));
    if (!answers) {
      const options = [...(kind ? ["--kind", kind] : []), ...(args.has("count") ? ["--count", count] : [])];
      const command = ["play", "drill", "--seed", seed, ...options, "--answers", "FILE"].join(" ");
      const asked = told.map(({ drill, text }, at) =>
        askedLines(words, drill, text, { at, of: count }).join("\n"),
      );
      const page = [...asked, `${words.drills.howToGrade}\n  ${command}`].join("\n\n");
      const found = { seed, drills: told.map(({ drill, text }) => asJson(drill, text)) };
      io.out(args.has("json") ? `${JSON.stringify(found)}\n` : `${page}\n`);
      return exitCodes.fine;
    }
    const graded = told.map(({ drill, text }, at) => {
      const answer = answers[at] ?? "";
      return { drill, text, answer, marked: markDrill(drill, answer) };
    });
    const mark = graded.reduce((sum, { marked }) => sum + marked.mark, 0) / graded.length;
    const found = graded.map((each) => gradedJson(words, texts, each));
    const page = graded.map((each, at) => gradedLines(words, texts, each, { at, of: count }).join("\n"));
    io.out(
      args.has("json")
        ? `${JSON.stringify({ seed, mark, drills: found })}\n`
        : `${[...page, words.drills.total({ mark, of: count })].join("\n\n")}\n`,
    );
    return mark >= passMark ? exitCodes.fine : exitCodes.failed;
  },
};

interface Graded {
  readonly drill: Drill;
  readonly text: DrillText;
  readonly answer: string;
  readonly marked: Marked;
}

interface Turn {
  readonly at: number;
  readonly of: number;
}

function headLine({ drills }: Words, { kind }: Drill, { at, of }: Turn): string {
  return drills.head({ at: at + 1, of, kind: drills.kinds[kind] });
}

function askedLines(words: Words, drill: Drill, text: DrillText, turn: Turn): string[] {
  return [
    headLine(words, drill, turn),
    ...paragraph(text.question, lineCells),
    ...text.picture,
    ...text.options.map(({ letter, text: option }) => `  ${letter}  ${option}`),
    ...paragraph(text.how, lineCells),
  ];
}

function gradedLines(
  words: Words,
  texts: LadderTexts,
  { drill, answer, marked }: Graded,
  turn: Turn,
): string[] {
  const told = markedText(words, texts, drill, marked).flatMap((line) => paragraph(line, lineCells - 2));
  const head = `${headLine(words, drill, turn)}  ·  ${words.drills.mark(marked.mark)}`;
  return [head, ...[`> ${plain(answer, lineCells - 4)}`, ...told].map((line) => `  ${line}`)];
}

function asJson({ id, kind }: Drill, { question, options, how }: DrillText) {
  return { id, kind, question, ...(options.length > 0 ? { options } : {}), how };
}

function gradedJson(words: Words, texts: LadderTexts, { drill, text, answer, marked }: Graded) {
  const { mark, unread } = marked;
  const told = markedText(words, texts, drill, marked);
  return { ...asJson(drill, text), answer, mark, ...(unread ? { unread } : {}), told };
}

/** Answers in a file: a line each, or a JSON list. An answer that is missing is none. */
function answersIn(path: string, drills: number): string[] {
  const text = textFile(path);
  const answers = /^\s*[[{]/.test(text) ? listed(path, text) : linesOf(text.replace(/\s+$/, ""));
  if (answers.length > drills)
    throw new UsageError((usage) =>
      usage.answersTooMany({ path: plain(path), answers: answers.length, drills }),
    );
  return answers;
}

function listed(path: string, text: string): string[] {
  const list = jsonText(path, text);
  const isText = (each: unknown) => typeof each === "string" || typeof each === "number" || each === null;
  if (!Array.isArray(list) || !list.every(isText))
    throw new UsageError((usage) => usage.notAnswers({ path: plain(path) }));
  return list.map((each) => String(each ?? ""));
}
