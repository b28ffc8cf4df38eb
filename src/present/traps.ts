/** The traps of a level: its tempting wrong answers, to be tried once it is passed. */
import type { Level } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { type Design, formatDesign } from "../sim/index.ts";

export interface Trap {
  /** As in the level's words. */
  readonly letter: string;
  readonly title: string;
  readonly why: string;
  /** Undefined where the shop does not sell the idea. */
  readonly design: Design | undefined;
  /** It was run or asked for: the player knows why it fails. */
  readonly isKnown: boolean;
}

/** A level's wrong answers, each once, in its order. */
export function trapsOf({ level, prose }: Lesson, seen: readonly string[]): Trap[] {
  const letters = [...new Set(level.wrongAnswers.map(({ letter }) => letter))];
  return letters.flatMap((letter) => {
    const words = prose.wrongAnswers[letter];
    const answer = level.wrongAnswers.find((each) => each.letter === letter && "design" in each);
    const design = answer && "design" in answer ? answer.design : undefined;
    return words ? [{ letter, ...words, design, isKnown: seen.includes(letter) }] : [];
  });
}

/** The trap that a design is, to the letter. */
export function trapIn({ wrongAnswers }: Level, design: Design): string | undefined {
  const line = formatDesign(design);
  return wrongAnswers.find((answer) => "design" in answer && formatDesign(answer.design) === line)?.letter;
}
