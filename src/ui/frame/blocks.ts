/** What is read, in blocks that stay together on a page. */
import { chapterOf, type Lesson, type LevelProse } from "../../levels/index.ts";
import { offerLines, offersAhead } from "../../present/briefing.ts";
import type { Words } from "../../words/index.ts";
import { paragraph } from "./frame.ts";
import type { Theme } from "./theme.ts";

/** Text in lines no wider than an eye likes to follow. */
export const readingCells = 84;

/** Something that stays together on a page. */
export interface Block {
  /** Of what has one: an excerpt, a figure. */
  readonly id?: string;
  /** One line, or more where there is less room. */
  readonly title: readonly string[];
  readonly lines: readonly string[];
}

/** A title and a text in lines of so many cells. */
export function blockOf(title: string, text: string, cells: number): Block {
  return { title: paragraph(title, cells), lines: paragraph(text, cells) };
}

/** What is read before play: what is new in the shop, then the brief's excerpts. */
export function briefBlocks(words: Words, lesson: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  const offers = offersAhead(words, lesson);
  return [
    ...(offers.length === 0 ? [] : [{ title: [words.reading.newInShop], lines: offerLines(offers, width) }]),
    ...excerptBlocks(lesson.prose.brief, width),
  ];
}

/** The chapter: excerpts in order, then figures. */
export function chapterBlocks({ prose }: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  return [
    ...excerptBlocks(chapterOf(prose), width),
    ...prose.figures.map(({ id, title, lines }) => ({ id, title: paragraph(title, width), lines })),
  ];
}

/** The id of the blocks that hold numbers. */
export const numbersId = "numbers";

/** Numbers to say aloud, under a title of their own. */
export function numberBlocks({ reading }: Words, { prose }: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  const blocks = prose.numbers.map((number) => blockOf(number.what, reading.number(number), width));
  return [{ title: [reading.numbers], lines: [] }, ...blocks].map((block) => ({ ...block, id: numbersId }));
}

function excerptBlocks(excerpts: LevelProse["brief"], width: number): Block[] {
  return excerpts.map(({ id, title, text }) => ({ ...blockOf(title, text, width), id }));
}

/** Blocks on as few pages as they need, in order, a free line between them. A block higher than a page is split. */
export function pack(blocks: readonly Block[], rows: number): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    const height = heightOf(block);
    if (page.length > 0 && used + 1 + height > rows) {
      pages.push(page);
      page = [];
      used = 0;
    }
    used += (page.length > 0 ? 1 : 0) + height;
    page.push(block);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

function heightOf(block: Block): number {
  return block.title.length + block.lines.length;
}

/** The first blocks that fit under something else, in order. */
export function fitting(blocks: readonly Block[], rows: number): Block[] {
  const fit: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    used += 1 + heightOf(block);
    if (used > rows) break;
    fit.push(block);
  }
  return fit;
}

export function drawBlocks(
  theme: Theme,
  blocks: readonly Block[],
  paint: (line: string) => string = theme.text,
): string[] {
  return blocks.flatMap(({ title, lines }, index) => [
    ...(index > 0 ? [""] : []),
    ...title.map(theme.title),
    ...lines.map(paint),
  ]);
}
