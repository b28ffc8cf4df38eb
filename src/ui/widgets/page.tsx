import { Transform } from "ink";
import type { ReactElement } from "react";

/**
 * A whole screen. What Ink measures and lays out is a column of blanks that never changes; the lines themselves
 * are put in where it draws. Ink remembers every text that it has ever measured: a frame given to it as text
 * would stay for good, 10 KB twenty times a second.
 */
export function PageText({ lines }: { readonly lines: readonly string[] }): ReactElement {
  const blanks = lines.map(() => " ").join("\n");
  return <Transform transform={(_blank, index) => lines[index] || " "}>{blanks}</Transform>;
}
