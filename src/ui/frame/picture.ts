/** The picture of a design in the theme's colours. */
import { type PictureLine, type PictureOptions, picture } from "../../present/picture/index.ts";
import type { Design } from "../../sim/index.ts";
import type { Frame } from "./frame.ts";

/** The picture as lines of text. */
export function drawPicture(
  design: Design,
  options: PictureOptions,
  { theme }: Pick<Frame, "theme">,
): string[] {
  return picture(design, options).map((line: PictureLine) =>
    line.map(({ text, tone }) => theme[tone](text)).join(""),
  );
}
