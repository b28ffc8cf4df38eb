/** What the on-call room's state and view both know: the post-mortem as lines, and how far it scrolls. */

import { postMortem } from "../../../present/on-call.ts";
import { caseNamed } from "../../../rooms/on-call/index.ts";
import { bodyColumns, bodyRows, paragraph } from "../../frame/frame.ts";
import { caseIn } from "../../model/on-call.ts";
import type { ShiftScreen } from "../../model/on-call-screens.ts";
import type { State } from "../../model/types.ts";

/** A line of the post-mortem; headings stand out. */
export interface OverLine {
  readonly text: string;
  readonly isHeading: boolean;
}

export function overLines(
  { words }: Pick<State, "words">,
  screen: ShiftScreen,
  cells: number,
  isSpoken = false,
): OverLine[] {
  const which = caseIn(screen);
  return postMortem(words, which, screen.shift, caseNamed(which.lookalike)!, isSpoken).flatMap(
    ({ heading, lines }) => [
      { text: heading, isHeading: true },
      ...lines.flatMap((line) =>
        paragraph(line, cells - 2).map((text) => ({ text: `  ${text}`, isHeading: false })),
      ),
      { text: "", isHeading: false },
    ],
  );
}

export function overScrollMax(state: State, screen: ShiftScreen): number {
  const lines = overLines(state, screen, bodyColumns(state.size));
  return Math.max(0, lines.length - bodyRows(state.size));
}
