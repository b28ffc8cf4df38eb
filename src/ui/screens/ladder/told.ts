/** What a ladder says, drawn and spoken alike. */
import { sampleNames } from "../../../present/ladders.ts";
import { markCalibration, type RungAnswer } from "../../../study/ladders.ts";
import type { LadderTexts } from "../../../words/contract/ladders.ts";
import type { ClimbNow } from "../../model/ladders.ts";

/** What to do now. */
export function hintOf({ screen, units, samples: names }: LadderTexts, now: ClimbNow): string {
  if (now.step === "over") return "";
  const { figure } = now.posed;
  if (now.step === "figure" && figure) return screen.number(units[figure.unit]);
  const { guess } = now.answer;
  if (now.step === "samples" && guess !== undefined) return screen.samples(names[sampleNames[guess]]);
  return screen.hints[now.step];
}

/** How a climb went: a line a rung, and how well the marks were foretold. */
export function climbedLines(texts: LadderTexts, marked: readonly RungAnswer[]): string[] {
  const { screen, samples: names } = texts;
  return [
    ...marked.map(({ rung, mark = 1, guess = mark, ticks, figureRight }) =>
      screen.climbed({
        rung: rung + 1,
        mark: names[sampleNames[mark]],
        guess: names[sampleNames[guess]],
        points: ticks.length,
        ...(figureRight === undefined ? {} : { figureRight }),
      }),
    ),
    screen.calibration(markCalibration(marked)),
  ];
}
