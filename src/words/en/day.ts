import type { DateProblem, DayKind } from "../../rooms/day/index.ts";
import type { DayCounted } from "../../saves/shape.ts";
import type { PriceGroup } from "../../sim/index.ts";
import type { DayWords } from "../contract/day.ts";
import { exact, grouped, money, seconds } from "../figures.ts";

const noDay: Readonly<Record<DateProblem, string>> = {
  form: "a date is written year-month-day",
  "no-such-day": "no month has such a day",
  "too-early": "there is no level of the day as early as that",
  "too-late": "there is no level of the day as late as that",
};

const kinds: Readonly<Record<DayKind, string>> = {
  level: "A level with another day.",
  waste: "Waste to cut: it works and costs too much. Save 40 % and keep goals and audit.",
  "on-call": "A shift on call: something breaks, and nobody says what.",
};

const priced: Readonly<Record<PriceGroup, string>> = {
  boxes: "Web boxes, balancers and workers cost",
  databases: "Databases, their copies and key-value nodes cost",
  memory: "Cache nodes and session stores cost",
  queues: "The queue costs",
  traffic: "Bytes to users cost",
  tools: "Logs, metrics and rollouts cost",
};

export const day: DayWords = {
  title: "Level of the day",
  about: "The same for everybody, and proven before you see it. A day is one of UTC.",
  text: {
    promise: "Today's system, today's traffic",
    stars: {
      two: "come half-way from the budget to the best known price",
      three: "be as cheap, and hold the audit",
    },
    hints: [
      "The level's own answer is a good beginning: what is different today is told on the day's page.",
      "Buy what the goals need, then make one part smaller at a time until a goal is missed.",
    ],
    debrief:
      "The best known answer is the cheapest of a sample of the shop that holds the audit: there may be a better one.",
  },
  titleOf: ({ date, title }) => `${date}: ${title}`,
  proving: "Today's level is being proven: left as it is it fails, and an answer passes …",
  changed: "TODAY",
  traffic: (factor) =>
    factor === 1 ? "As much traffic as on the level." : `${exact(factor, 2)} times the level's traffic.`,
  later: (sec) =>
    `All that happens comes ${grouped(Math.abs(sec))} seconds ${sec > 0 ? "later" : "earlier"} than on the level.`,
  extra: ({ fault, atSec }) => `On top, at second ${grouped(atSec)}: ${fault}.`,
  asUsual: "Nothing happens but what happens on the level.",
  price: ({ group, factor }) =>
    `${priced[group]} ${Math.round(Math.abs(factor - 1) * 100)} % ${factor > 1 ? "more" : "less"} than on the level.`,
  kind: (kind) => kinds[kind],
  budget: ({ budget, best }) =>
    budget === undefined
      ? `The best known answer costs ${money(best)} a month.`
      : `Budget ${money(budget)} a month; the best known answer costs ${money(best)} and holds the audit, as the third star asks.`,
  shiftStars:
    "A star for promises kept again; then one for the right cause at the first naming, one for no harm done.",
  shiftBy: (command) => `Work it: ${command}`,
  firstCounts: "Your first attempt counts. Any number may follow it.",
  counted: ({ card }) => `Counted: ${card}`,
  begin: "`Enter` play it",
  calendar: "DAYS PLAYED",
  weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  daysPlayed: (count) => (count === 1 ? "1 day played" : `${grouped(count)} days played`),
  noDay: ({ text, problem, first, last }) =>
    `"${text}" is no day to play: ${noDay[problem]}; give one from ${first} to ${last}`,
  card: (card) =>
    `zero-to-millions ${card.date} ${card.bars} ${"★".repeat(card.stars)}${"☆".repeat(3 - card.stars)} ${worthOf(card)}`,
  worth: worthOf,
};

function worthOf(card: DayCounted): string {
  if ("costPerMonth" in card) return `${money(card.costPerMonth)}, best known ${money(card.best)}`;
  const { foundSec, lost } = card;
  const found = foundSec === undefined ? "cause not named" : `cause after ${seconds(foundSec)}`;
  return `${found}, ${grouped(lost)} requests lost`;
}
