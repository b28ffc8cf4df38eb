/** Ladders as lines of text: the topics of all levels, and one topic with its rungs. */
import type { Lesson } from "../levels/index.ts";
import { type PosedFigure, poseFigure } from "../study/figures/index.ts";
import { type LadderMark, marks } from "../study/ladders.ts";
import type { OutputWords } from "../words/contract/cli.ts";
import type { LadderProse, LadderTexts, RungProse } from "../words/contract/ladders.ts";
import { grouped } from "../words/figures.ts";
import { padRight, paragraph, widest } from "./cells.ts";

/** A rung with the numbers of a seed in its question. */
export interface PosedRung {
  readonly ask: string;
  readonly figure: PosedFigure | undefined;
  readonly prose: RungProse;
}

/** A rung of a ladder, its figure with the numbers that follow from the seed; undefined where there is none. */
export function poseRung({ id, rungs }: LadderProse, rung: number, seed: number): PosedRung | undefined {
  const prose = rungs[rung];
  if (!prose) return undefined;
  const figure = prose.figure && poseFigure(prose.figure, `${id} ${seed}`);
  return { ask: withNumbers(prose.ask, figure), figure, prose };
}

/** All rungs of a ladder. */
export function poseRungs(ladder: LadderProse, seed: number): PosedRung[] {
  return ladder.rungs.flatMap((_, rung) => poseRung(ladder, rung, seed) ?? []);
}

/** The sample that a mark stands for, by its name in the prose. */
export const sampleNames = { 1: "weak", 2: "pass", 3: "strong" } as const;

/** The sample of a mark, with the mark's name. */
export function sampleOf(
  texts: LadderTexts,
  { prose }: Pick<PosedRung, "prose">,
  mark: LadderMark,
): { readonly name: string; readonly text: string } {
  const which = sampleNames[mark];
  return { name: texts.samples[which], text: prose.samples[which] };
}

/** A question with the numbers of its figure in the place of their names. */
export function withNumbers(ask: string, figure: PosedFigure | undefined): string {
  return ask.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = figure?.values[name];
    return value === undefined ? hole : numberText(value);
  });
}

/** A number as one says it: three figures are enough below a thousand. */
export function numberText(value: number): string {
  return Number.isInteger(value) || value >= 1_000 ? grouped(value) : String(Number(value.toPrecision(3)));
}

/** The truth of a figure, and how near is near enough. */
export function figureText({ truth, units }: LadderTexts, figure: PosedFigure): string {
  return truth({
    value: numberText(figure.truth),
    unit: units[figure.unit],
    within: numberText(figure.within),
  });
}

/** The topics by level, each with its id. */
export function topicLines(
  { ladders, topics }: LadderTexts,
  output: OutputWords,
  lessons: readonly Lesson[],
): string[] {
  const idCells = widest(ladders.map(({ id }) => id));
  return [
    topics,
    ...lessons.flatMap(({ level, prose }) => [
      "",
      output.level({ level: level.number, title: prose.title }),
      ...ladders
        .filter((ladder) => ladder.level === level.id)
        .map(({ id, topic }) => `  ${padRight(id, idCells)}  ${topic}`),
    ]),
  ];
}

/** One ladder: every rung with what an answer is held against. */
export function ladderLines(texts: LadderTexts, ladder: LadderProse, seed: number, cells: number): string[] {
  const { points, redFlags } = texts;
  const list = (title: string, items: readonly string[]) => [
    `  ${title}`,
    ...items.flatMap((item) => {
      const [first = "", ...rest] = paragraph(item, cells - 6);
      return [`    · ${first}`, ...rest.map((line) => `      ${line}`)];
    }),
  ];
  const said = (title: string, text: string) => [
    `  ${title}`,
    ...paragraph(text, cells - 4).map((line) => `    ${line}`),
  ];
  return [
    ladder.topic,
    ...poseRungs(ladder, seed).flatMap(({ ask, figure, prose }, at, { length }) => [
      "",
      texts.rung({ at: at + 1, of: length }),
      ...paragraph(ask, cells),
      ...(figure ? [`  ${figureText(texts, figure)}`] : []),
      ...list(points, prose.points),
      ...list(redFlags, prose.redFlags),
      ...marks.flatMap((mark) => {
        const { name, text } = sampleOf(texts, { prose }, mark);
        return said(name, text);
      }),
    ]),
  ];
}
