/** The numbers to say aloud as lines of text. */
import type { Lesson } from "../levels/index.ts";
import type { OutputWords } from "../words/contract/cli.ts";
import type { Words } from "../words/index.ts";
import { paragraph } from "./cells.ts";

export function numberLines(
  { reading }: Words,
  output: OutputWords,
  { level, prose }: Lesson,
  cells: number,
): string[] {
  return [
    output.level({ level: level.number, title: prose.title }),
    reading.numbers,
    ...prose.numbers.flatMap((number) => ["", number.what, ...paragraph(reading.number(number), cells)]),
  ];
}
