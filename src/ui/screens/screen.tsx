/** Which screen is shown. Every one is lines of text, made in view/; only the menu of a prediction is a widget. */
import { Box } from "ink";
import type { ReactElement } from "react";
import type { Canvas } from "../frame/frame.ts";
import type { State } from "../model/types.ts";
import { useTerminal } from "../terminal/index.ts";
import { PageText } from "../widgets/page.tsx";
import { boardLines } from "./board/view.ts";
import { debriefLines } from "./debrief/view.ts";
import { helpLines } from "./help/view.ts";
import { mapLines, titleLines } from "./map/view.ts";
import { PredictionScreen } from "./prediction.tsx";
import type { ScreenProps } from "./props.ts";
import { questionsLines } from "./questions/view.ts";
import { briefingLines, referenceLines } from "./reading/view.ts";
import { runLines } from "./run/view.ts";
import { SpokenScreen } from "./spoken.tsx";

export function ScreenView({ state, onChoose }: ScreenProps): ReactElement {
  const { columns, rows, theme, capabilities } = useTerminal();
  const canvas: Canvas = {
    columns,
    rows,
    theme,
    still: capabilities.reducedMotion,
    unicode: capabilities.unicode,
  };
  if (capabilities.screenReader) return <SpokenScreen state={state} onChoose={onChoose} />;
  const { screen } = state;
  if (state.help) return <PageText lines={helpLines(state, state.help.scroll, canvas)} />;
  if (screen.kind === "prediction")
    return (
      <Box flexDirection="column">
        <PredictionScreen state={state} screen={screen} canvas={canvas} onChoose={onChoose} />
      </Box>
    );
  return <PageText lines={screenLines(state, canvas)} />;
}

/** The lines of a screen: as many as it has rows. */
export function screenLines(state: State, canvas: Canvas): string[] {
  const { screen } = state;
  switch (screen.kind) {
    case "title":
      return titleLines(state, canvas);
    case "map":
      return mapLines(state, screen.at, canvas);
    case "reference":
      return referenceLines(state, screen, canvas);
    case "briefing":
      return briefingLines(state, screen, canvas);
    case "board":
      return boardLines(state, screen, canvas);
    case "prediction":
      return [];
    case "run":
      return runLines(state, screen, canvas);
    case "debrief":
      return debriefLines(state, screen, canvas);
    case "questions":
      return questionsLines(state, screen, canvas);
  }
}
