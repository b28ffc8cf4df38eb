/** English: a ladder on the screen. */
import type { LadderScreenWords } from "../../contract/ladders.ts";
import { exact } from "../../figures.ts";
import { counted } from "../counts.ts";

export const ladderScreen: LadderScreenWords = {
  about: "Topics that interviews climb in four rungs, and the marks of your latest climb",
  topic: ({ at, of, topic }) => `Topic ${at} of ${of}: ${topic}.`,
  closed: ({ level, title }) => `Opens once level ${level} is passed: ${title}.`,
  never: "not climbed yet",
  marks: (marks) => `rungs ${marks.join(" ")}`,
  number: (unit) => `The number first, in ${unit}. Enter without one if you do not know.`,
  hints: {
    figure: "The number first.",
    answer: "Answer in full: type it, or say it aloud; then Enter.",
    guess: "Before you see what a good answer has in it: what is yours worth?",
    points: "Tick what was in your answer; then Enter.",
    samples: "Which one resembles yours?",
  },
  samples: (expected) => `Which one resembles yours? You expected: ${expected}.`,
  yours: "Your answer",
  more: "and more: all of it with v",
  figure: (isRight) => (isRight ? "Right." : "Not right."),
  point: ({ number, text, isTicked, isFocus }) =>
    `Point ${number}${isTicked ? ", ticked" : ""}${isFocus ? ", in focus" : ""}: ${text}.`,
  flags: (flags) => `Better not said: ${flags.join("; ")}.`,
  sample: ({ number, name, text }) => `${number}, ${name}: ${text}`,
  over: "The ladder is climbed",
  climbed: ({ rung, mark, guess, points, figureRight }) =>
    `Rung ${rung}: ${mark}, ${guess === mark ? "as you expected" : `you expected ${guess}`}; ${counted(points, "point", "points")} ticked${figureRight === undefined ? "" : figureRight ? "; the number was right" : "; the number was not right"}.`,
  calibration: ({ of, right, bias }) =>
    of === 0
      ? "No mark foretold so far."
      : `You foretold ${right} of ${counted(of, "mark", "marks")}${bias === 0 ? "" : `; on average you expected ${exact(Math.abs(bias), 2)} too ${bias > 0 ? "much" : "little"}`}.`,
};
