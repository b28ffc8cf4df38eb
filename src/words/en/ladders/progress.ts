/** English: progress one can show. */
import type { ProgressWords } from "../../contract/progress.ts";
import { exact } from "../../figures.ts";
import { counted } from "../counts.ts";

const standings = { weak: "weak", strong: "strong", open: "not asked enough to say" } as const;

const trends = {
  better: "better than before",
  worse: "worse than before",
  same: "as before",
  new: "too few to compare",
} as const;

const duration = (minutes: number) =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

export const progress: ProgressWords = {
  title: "Zero to Millions: progress",
  about: "What you have reached, and how well you know it",
  sections: {
    levels: "Levels",
    calibration: "Calibration",
    topics: "What is known",
    interviews: "Interviews",
    drills: "Drills",
    time: "Time spent",
    plan: "Until the interview",
  },
  level: ({ name, stars }) =>
    `${name}: ${stars === undefined ? "not passed" : `passed, ${counted(stars, "star", "stars")}`}`,
  predictions: ({ right, of }) =>
    of === 0
      ? "No predictions so far."
      : `${right} of ${counted(of, "prediction", "predictions")} came true.`,
  reviews: ({ answers, due }) => `${counted(answers, "card", "cards")} answered, ${due} due now.`,
  standing: ({ is, levels }) => `${standings[is]}: ${levels.length === 0 ? "none" : levels.join("; ")}`,
  drill: ({ kind, of, mean, trend }) =>
    `${kind}: ${Math.round(100 * mean)} of 100 over the latest, ${trends[trend ?? "new"]}; ${counted(of, "drill", "drills")} kept`,
  noDrill: "none so far: d in Study begins a round",
  time: ({ todayMin, weekMin, allMin, days }) =>
    `${duration(todayMin)} today, ${duration(weekMin)} in the last seven days, ${duration(allMin)} in all, on ${counted(days, "day", "days")}. Of a silence one minute counts.`,
  day: ({ day, minutes, tasks }) =>
    tasks.length === 0
      ? `day ${day}: nothing fits into these minutes, or nothing is left`
      : `day ${day}, ${minutes} min: ${tasks.join("; ")}`,
  review: "review what is due",
  interview: "hold a mock interview",
  interviews: ({ held, grades: { of, right, bias } }) =>
    held === 0
      ? "No interview was held yet."
      : `${counted(held, "report is", "reports are")} kept; you foretold ${right} of ${counted(of, "grade", "grades")}${bias === 0 ? "" : `; on average you expected ${exact(Math.abs(bias), 2)} too ${bias > 0 ? "much" : "little"}`}.`,
  drills: (weakest) => `a round of drills${weakest === undefined ? "" : `, mind the ${weakest}`}`,
  play: (level) => `play ${level}`,
  climb: (topic) => `climb "${topic}"`,
  left: (levels) =>
    `${counted(levels, "level finds", "levels find")} no room in these days: more days or minutes would help.`,
};
