import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { MIN_SIZE } from "./capabilities.ts";

interface Size {
  readonly columns: number;
  readonly rows: number;
}

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < MIN_SIZE.columns || rows < MIN_SIZE.rows;
}

/** The sentence for a terminal that is too small, in any size that shows it at all. */
export function tooSmallText({ columns, rows }: Size): string {
  return (
    `This game needs ${MIN_SIZE.columns}×${MIN_SIZE.rows}; your terminal is ${columns}×${rows}. ` +
    "Make it larger, or press q to quit."
  );
}

/** Shown instead of the game while the terminal is too small; the game behind it keeps its state. */
export function TooSmall(size: Size): ReactElement {
  return (
    <Box width={size.columns} height={size.rows} alignItems="center" justifyContent="center">
      <Text>{tooSmallText(size)}</Text>
    </Box>
  );
}
