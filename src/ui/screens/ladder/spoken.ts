/** A ladder in words. */
import { figureText, sampleOf } from "../../../present/ladders.ts";
import { marks } from "../../../study/ladders.ts";
import { type ClimbNow, climbNow, rungPlace } from "../../model/ladders.ts";
import type { LadderScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { climbedLines, hintOf } from "./told.ts";

export function spokenLadder(state: State, screen: LadderScreen): string[] {
  const { texts, ladder } = screen;
  const now = climbNow(state, screen);
  if (now.step === "over") return [ladder.topic, texts.screen.over, ...climbedLines(texts, now.marked)];
  return [
    ladder.topic,
    texts.rung(rungPlace(now)),
    now.posed.ask,
    ...besides(state, screen, now),
    hintOf(texts, now),
  ];
}

function besides(
  { words }: State,
  { texts, typed, at }: LadderScreen,
  { step, answer, posed }: Extract<ClimbNow, { readonly posed: unknown }>,
): string[] {
  const { answer: typing } = words.spoken;
  const said = answer.said ? [`${texts.screen.yours}: ${answer.said}`] : [];
  switch (step) {
    case "figure":
    case "answer":
      return [typing(typed === "" ? undefined : typed)];
    case "guess":
      return said;
    case "points":
      return [
        ...(posed.figure
          ? [`${texts.screen.figure(answer.figureRight ?? false)} ${figureText(texts, posed.figure)}`]
          : []),
        ...posed.prose.points.map((text, n) =>
          texts.screen.point({ number: n + 1, text, isTicked: answer.ticks.includes(n), isFocus: n === at }),
        ),
        texts.screen.flags(posed.prose.redFlags),
      ];
    case "samples":
      return [
        ...marks.map((mark) => {
          const { name, text } = sampleOf(texts, posed, mark);
          return texts.screen.sample({ number: mark, name, text });
        }),
        ...said,
      ];
  }
}
