/** The screens in words, for screen readers: what a sighted player gets, without motion and without a layout. */

import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { spokenLines } from "../speak.ts";
import { Choice } from "../widgets/choice.tsx";
import type { ScreenProps } from "./props.ts";

export function SpokenScreen({ state, onChoose }: ScreenProps): ReactElement {
  const { screen } = state;
  const options =
    screen.kind === "prediction" && !state.help ? screen.visit.lesson.prose.prediction.options : {};
  const items = Object.entries(options).map(([value, label]) => ({ value, label }));
  return (
    <Box flexDirection="column">
      <Text>{spokenLines(state).join("\n")}</Text>
      {items.length > 0 && <Choice items={items} onChoose={onChoose} active />}
    </Box>
  );
}
