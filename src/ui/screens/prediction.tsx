import type { ReactElement } from "react";
import type { Frame } from "../frame/frame.ts";
import type { Screen, State } from "../model/types.ts";
import { Choice } from "../widgets/choice.tsx";
import { PageText } from "../widgets/page.tsx";
import { predictionLines } from "./prediction/view.ts";

export function PredictionScreen(props: {
  readonly state: State;
  readonly screen: Extract<Screen, { readonly kind: "prediction" }>;
  readonly frame: Frame;
  readonly onChoose: (value: string) => void;
}): ReactElement {
  const { above, below } = predictionLines(props.state, props.screen, props.frame);
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
