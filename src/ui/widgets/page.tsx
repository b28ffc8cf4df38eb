import { Text } from "ink";
import type { ReactElement } from "react";

/** A whole screen as one text: what a frame costs goes by its cells and its texts. */
export function PageText({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return <Text wrap="truncate-end">{lines.map((line) => (line === "" ? " " : line)).join("\n")}</Text>;
}
