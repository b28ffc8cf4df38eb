/** Which screen is shown. Every one is lines of text, made in view/; only the menu of a prediction is a widget. */

import { Box } from "ink";
import type { ReactElement } from "react";
import type { Frame } from "../frame/frame.ts";
import type { State } from "../model/types.ts";
import { useTerminal } from "../terminal/index.ts";
import { PageText } from "../widgets/page.tsx";
import { boardLines } from "./board/view.ts";
import { debriefLines } from "./debrief/view.ts";
import { helpLines } from "./help/view.ts";
import { mapLines } from "./map/view.ts";
import { PredictionScreen } from "./prediction.tsx";
import type { ScreenProps } from "./props.ts";
import { questionsLines } from "./questions/view.ts";
import { briefingLines, referenceLines } from "./reading/view.ts";
import { runLines } from "./run/view.ts";
import { SpokenScreen } from "./spoken.tsx";
import { titleLines } from "./title/view.ts";

export function ScreenView({ state, onChoose }: ScreenProps): ReactElement {
  const { columns, rows, theme, capabilities } = useTerminal();
  const frame: Frame = {
    columns,
    rows,
    theme,
    still: capabilities.reducedMotion,
    unicode: capabilities.unicode,
  };
  if (capabilities.screenReader) return <SpokenScreen state={state} onChoose={onChoose} />;
  const { screen } = state;
  if (state.help) return <PageText lines={helpLines(state, state.help.scroll, frame)} />;
  if (screen.kind === "prediction")
    return (
      <Box flexDirection="column">
        <PredictionScreen state={state} screen={screen} frame={frame} onChoose={onChoose} />
      </Box>
    );
  return <PageText lines={screenLines(state, frame)} />;
}

/** The lines of a screen: as many as it has rows. */
export function screenLines(state: State, frame: Frame): string[] {
  const { screen } = state;
  switch (screen.kind) {
    case "title":
      return titleLines(state, frame);
    case "map":
      return mapLines(state, screen.at, frame);
    case "reference":
      return referenceLines(state, screen, frame);
    case "briefing":
      return briefingLines(state, screen, frame);
    case "board":
      return boardLines(state, screen, frame);
    case "prediction":
      return [];
    case "run":
      return runLines(state, screen, frame);
    case "debrief":
      return debriefLines(state, screen, frame);
    case "questions":
      return questionsLines(state, screen, frame);
  }
}
