import type { HeaderWords, TaskWords } from "../contract/screens.ts";

export const task: TaskWords = {
  none: "The third star of this level has no task: its goals decide.",
  done: "The task is done.",
  practice: "With the solution revealed there are no stars.",
  early: "First meet the goals of the third star.",
};

export const header: HeaderWords = { practice: "practice: no stars" };
