/** What a ladder says, drawn and spoken alike. */
import type { PosedRung } from "../../../present/ladders.ts";
import { type LadderMark, markCalibration, type RungAnswer } from "../../../study/ladders.ts";
import type { LadderTexts } from "../../../words/contract/ladders.ts";
import type { ClimbNow } from "../../model/ladders.ts";

const samples = { 1: "weak", 2: "pass", 3: "strong" } as const;

/** The sample of a mark, with the mark's name. */
export function sampleOf(
  texts: LadderTexts,
  { prose }: PosedRung,
  mark: LadderMark,
): { readonly name: string; readonly text: string } {
  const which = samples[mark];
  return { name: texts.samples[which], text: prose.samples[which] };
}

/** What to do now. */
export function hintOf({ screen, units, samples: names }: LadderTexts, now: ClimbNow): string {
  if (now.step === "over") return "";
  const { figure } = now.posed;
  if (now.step === "figure" && figure) return screen.number(units[figure.unit]);
  const { guess } = now.answer;
  if (now.step === "samples" && guess !== undefined) return screen.samples(names[samples[guess]]);
  return screen.hints[now.step];
}

/** How a climb went: a line a rung, and how well the marks were foretold. */
export function climbedLines(texts: LadderTexts, marked: readonly RungAnswer[]): string[] {
  const { screen, samples: names } = texts;
  return [
    ...marked.map(({ rung, mark = 1, guess = mark, ticks, figureRight }) =>
      screen.climbed({
        rung: rung + 1,
        mark: names[samples[mark]],
        guess: names[samples[guess]],
        points: ticks.length,
        ...(figureRight === undefined ? {} : { figureRight }),
      }),
    ),
    screen.calibration(markCalibration(marked)),
  ];
}
