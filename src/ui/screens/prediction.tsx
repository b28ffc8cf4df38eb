import type { ReactElement } from "react";
import type { Screen, State } from "../state/types.ts";
import type { Canvas } from "../view/canvas.ts";
import { predictionLines } from "../view/prediction.ts";
import { Choice } from "../widgets/choice.tsx";
import { PageText } from "../widgets/page.tsx";

export function PredictionScreen(props: {
  readonly state: State;
  readonly screen: Extract<Screen, { readonly kind: "prediction" }>;
  readonly canvas: Canvas;
  readonly onChoose: (value: string) => void;
}): ReactElement {
  const { above, below } = predictionLines(props.state, props.screen, props.canvas);
  const { options } = props.screen.visit.lesson.prose.prediction;
  const items = Object.entries(options).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageText lines={above} />
      {below.length > 0 && <Choice items={items} onChoose={props.onChoose} active />}
      {below.length > 0 && <PageText lines={below} />}
    </>
  );
}
