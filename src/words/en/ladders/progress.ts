/** English: progress one can show. */
import type { ProgressWords } from "../../contract/progress.ts";
import { counted } from "../counts.ts";

const standings = { weak: "weak", strong: "strong", open: "not asked enough to say" } as const;

export const progress: ProgressWords = {
  title: "Zero to Millions: progress",
  about: "What you have reached, and how well you know it",
  below: (lines) => `${counted(lines, "line", "lines")} below`,
  sections: {
    levels: "Levels",
    calibration: "Calibration",
    topics: "What is known",
    plan: "Until the interview",
  },
  level: ({ name, stars }) =>
    `${name}: ${stars === undefined ? "not passed" : `passed, ${counted(stars, "star", "stars")}`}`,
  predictions: ({ right, of }) => `${right} of ${counted(of, "prediction", "predictions")} came true.`,
  reviews: ({ answers, due }) => `${counted(answers, "card", "cards")} answered, ${due} due now.`,
  standing: ({ is, levels }) => `${standings[is]}: ${levels.length === 0 ? "none" : levels.join("; ")}`,
  day: ({ day, minutes, tasks }) =>
    tasks.length === 0
      ? `day ${day}: nothing fits into these minutes, or nothing is left`
      : `day ${day}, ${minutes} min: ${tasks.join("; ")}`,
  review: "review what is due",
  play: (level) => `play ${level}`,
  climb: (topic) => `climb "${topic}"`,
  left: (levels) =>
    `${counted(levels, "level finds", "levels find")} no room in these days: more days or minutes would help.`,
};
