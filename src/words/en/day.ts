import type { DateProblem } from "../../rooms/day/index.ts";
import type { DayWords } from "../contract/day.ts";
import { exact, grouped, money } from "../figures.ts";

const noDay: Readonly<Record<DateProblem, string>> = {
  form: "a date is written year-month-day",
  "no-such-day": "no month has such a day",
  "too-early": "there is no level of the day as early as that",
  "too-late": "there is no level of the day as late as that",
};

export const day: DayWords = {
  title: "Level of the day",
  about: "The same for everybody, and proven before you see it. A day is one of UTC.",
  text: {
    promise: "Today's system, today's traffic",
    stars: {
      two: "come half-way from the budget to the best known price",
      three: "cost no more than the best known answer",
    },
    hints: [
      "The level's own answer is a good beginning: what is different today is told on the day's page.",
      "Buy what the goals need, then make one part smaller at a time until a goal is missed.",
    ],
    debrief: "The best known answer is the cheapest of a sample of the shop: there may be a better one.",
  },
  titleOf: ({ date, title }) => `${date}: ${title}`,
  proving: "Today's level is being proven: its start fails, an answer passes …",
  changed: "TODAY",
  traffic: (factor) =>
    factor === 1 ? "As much traffic as on the level." : `${exact(factor, 2)} times the level's traffic.`,
  later: (sec) =>
    `All that happens comes ${grouped(Math.abs(sec))} seconds ${sec > 0 ? "later" : "earlier"} than on the level.`,
  extra: ({ fault, atSec }) => `On top, at second ${grouped(atSec)}: ${fault}.`,
  asUsual: "Nothing happens but what happens on the level.",
  kind: (kind) =>
    kind === "level"
      ? "A level with another day."
      : "Waste to cut: it works and costs too much. Save 40 % and keep goals and audit.",
  budget: ({ budget, best }) =>
    `Budget ${money(budget)} a month; the best known answer costs ${money(best)}.`,
  firstCounts: "Your first run counts. Any number may follow it.",
  counted: ({ card }) => `Counted: ${card}`,
  begin: "`Enter` play it",
  calendar: "DAYS PLAYED",
  weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  daysPlayed: (count) => (count === 1 ? "1 day played" : `${grouped(count)} days played`),
  noDay: ({ text, problem, first, last }) =>
    `"${text}" is no day to play: ${noDay[problem]}; give one from ${first} to ${last}`,
  card: ({ date, bars, stars, costPerMonth, best }) =>
    `zero-to-millions ${date} ${bars} ${"★".repeat(stars)}${"☆".repeat(3 - stars)} ${money(costPerMonth)}, best known ${money(best)}`,
};
