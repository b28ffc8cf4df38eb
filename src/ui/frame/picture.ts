/** The picture of a design in the theme's colours. */
import { type PictureLine, type PictureOptions, picture } from "../../present/picture/index.ts";
import type { Design } from "../../sim/index.ts";
import type { Frame } from "./frame.ts";

/** The picture as lines of text. */
export function drawPicture(
  design: Design,
  options: Omit<PictureOptions, "words">,
  { theme, words }: Pick<Frame, "theme" | "words">,
): string[] {
  return picture(design, { ...options, words: words.picture }).map((line: PictureLine) =>
    line.map(({ text, tone }) => theme[tone](text)).join(""),
  );
}

/** At which of its four pictures what moves is, at a beat of the clock. */
export function phaseAt(beat: number): number {
  return Math.floor(beat / 4) % 4;
}

/** Whether a picture leaves something out: a part, or the foot of what it draws. */
export function isPictureCut(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes("…")) || !lines.some((line) => line.includes("└"));
}
