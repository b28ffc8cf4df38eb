import type { ProgressTally } from "../contract/screens.ts";
import type { SpokenWords } from "../contract/spoken.ts";
import { grouped, money } from "../figures.ts";
import { counted } from "./counts.ts";
import { fateWord, partName, reasonClause } from "./places.ts";
import { spokenTrace } from "./trace.ts";

const tally = ({ passed, levels, stars }: ProgressTally) =>
  `${passed} of ${levels} levels passed, ${stars} stars.`;
/** With a full stop, where a text has no end of its own. */
const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
const level = ({ number, title }: { readonly number: number; readonly title: string }) =>
  `Level ${number}, ${title}`;

export const spoken: SpokenWords = {
  keys: {
    enter: "Enter",
    space: "Space",
    escape: "Escape",
    upDown: "up and down",
    leftRight: "left and right",
  },
  keysLine: (items) => `Keys. ${items.map(({ keys, label }) => `${keys}: ${label}`).join(". ")}.`,
  help: "All keys of the screen underneath.",
  title: "Zero to Millions. Scale one server to millions of users, one decision at a time.",
  tally,
  becomes: ", then ",
  map: (found) => `Map. ${tally(found)}`,
  mapPlace: ({ at, of, place }) => `Place ${at} of ${of}: ${place}.`,
  sandbox: (line) => `sandbox, ${line}`,
  puzzles: (line) => `puzzles, ${line}`,
  day: (line) => `level of the day, ${line}`,
  endless: (line) => `endless growth, ${line}`,
  study: (line) => `study, ${line}`,
  labs: (line) => `labs, ${line}`,
  onCall: (line) => `on call, ${line}`,
  review: "Study.",
  card: ({ at, of, from }) => `Card ${at} of ${of}, ${from}.`,
  recall: "1: forgot. 2: I knew it. 3: easy.",
  drill: ({ at, of, kind }) => `Drill ${at} of ${of}: ${kind}.`,
  lettered: ({ letter, text }) => `${letter}: ${text}.`,
  moreDrills: "Enter: another round.",
  moreCards: (cards) => `Enter: ${counted(cards, "more card", "more cards")}, if you like.`,
  level,
  levelPassed: (found) =>
    `${level(found)}, passed, ${found.stars} of 3 stars, best ${money(found.best)} a month`,
  levelOpen: (found) => `${level(found)}, open`,
  levelLocked: (found) => `${level(found)}, locked`,
  reference: (found) => `${level(found)}, passed with ${found.stars} of 3 stars.`,
  cheapest: ({ design, perMonth }) => `Your cheapest design: ${design}, ${money(perMonth)} a month.`,
  briefing: (found) => `${level(found)}. ${found.promise}.`,
  traffic: ({ firstPerSec, mostPerSec }) =>
    `Traffic: ${grouped(firstPerSec)} requests a second at first, at most ${grouped(mostPerSec)}.`,
  event: ({ atSec, event }) => `At ${atSec} seconds: ${event}`,
  newInShop: (offers) => `New in the shop. ${offers.map(({ name, line }) => `${name}: ${line}`).join(" ")}`,
  goals: ({ goals, budget }) =>
    `Goals: ${[...goals, ...(budget === undefined ? [] : [`bill at most ${money(budget)} a month`])].join(", ") || "none"}.`,
  stars: ({ two, three }) => `Second star: ${two} Third star: ${three}`,
  chapter: "What the chapter says.",
  numbers: "Numbers to say aloud.",
  passage: sentence,
  naming: (text) => `Name for this design: ${text}`,
  design: ({ at, of, name, design, isSold }) =>
    `Design ${at} of ${of}: ${name}. ${design}${isSold ? "" : ". This level cannot sell it"}`,
  estimate: ({ field, typed }) => `Estimate. ${field}: ${typed || "empty"}`,
  board: ({ number, bill }) => `${number === undefined ? "Board" : `Board of level ${number}`}. ${bill}`,
  yourDesign: "Your design:",
  lastRun: "The last run:",
  offer: ({ at, of, name, setting, line }) =>
    `Offer ${at} of ${of}: ${name}${setting === undefined ? "" : `, now ${setting}`}. ${line}`,
  step: ({ to, label, delta }) => `${to === "less" ? "Left" : "Right"}: ${label}, ${delta} a month.`,
  hint: ({ number, hint }) => `Hint ${number}: ${hint}`,
  expect: "Before you run: what do you expect?",
  answer: (answer) => `Your answer: ${answer ?? "nothing yet"}.`,
  option: ({ number, option }) => `${number}: ${option}.`,
  chosen: ({ at, of, option }) => `Chosen: ${at} of ${of}, ${option}.`,
  run: "The run, in order of time.",
  now: (time) => `The run at ${time}.`,
  logLine: ({ time, text }) => `${time}: ${sentence(text)}`,
  stillLosing: ({ place, reason, fate, perSec }) =>
    `At the end ${perSec < 0.5 ? "less than 1" : grouped(perSec)} a second still ${fateWord(fate, "now")}: the ${partName(place)} ${reasonClause(reason)}.`,
  partsAt: ({ time, isSeen }) =>
    `The parts at ${time}, ${isSeen ? "the worst moment" : "as far as they can be seen"}:`,
  pausedAt: (time) => `Paused at ${time}: t follows one request of this moment.`,
  toDebrief: "Enter: to the debrief.",
  question: ({ at, of }) => `Question ${at} of ${of}.`,
  goodAnswer: (answer) => `A good answer: ${answer}`,
  grade: "1: ask me again. 2: I knew it.",
  glossary: ({ at, of, typed }) =>
    `Glossary.${typed === "" ? "" : ` Search: ${typed}.`} ${of === 0 ? "" : `Word ${at} of ${of}.`}`.trim(),
  trace: spokenTrace,
  reveal:
    "Show the solution? Until you leave the game this level is practice then, without stars. Enter: yes. Escape: no.",
  choice: ({ at, of, option }) => `Choice ${at} of ${of}: ${option}`,
  deciding: (tries) => `Debrief. Deciding on ${tries} more tries.`,
  passed: ({ stars, perMonth }) =>
    `Debrief. Passed, ${stars === undefined ? "" : `${stars} of 3 stars, `}${money(perMonth)} a month.`,
  notYet: (perMonth) => `Debrief. Not yet. ${money(perMonth)} a month.`,
  goal: ({ met, name, value, bound, target, missed }) =>
    `${met ? "Met" : "Missed"}: ${name} ${value}, goal ${bound === "atMost" ? "at most" : "at least"} ${target}${missed === "" ? "" : `: ${missed}`}.`,
  starGoal: ({ met, star, name, value, bound, target, missed, isApart }) =>
    `${met ? "Met" : "Missed"} for ${star === 2 ? "two" : "three"} stars: ${name} ${value}${isApart ? " in a run of its own" : ""}, goal ${bound === "atMost" ? "at most" : "at least"} ${target}${missed === "" ? "" : `: ${missed}`}.`,
  starsLeft: (left) =>
    left.is === "none"
      ? "All three stars."
      : left.is === "task"
        ? "t: one small task for the third star."
        : `For the ${left.star === 2 ? "second" : "third"} star: ${left.how}`,
  why: "Why:",
  readWhy: (title) => `y reads what explains it: ${sentence(title)}`,
  hurt: "What still hurt, within what the goals allow:",
  change: ({ number, name, delta, effects, holdsAudit, passed, stars }) =>
    `Change ${number}: ${name}, ${delta} a month: ${[...(holdsAudit ? ["the audit holds"] : []), ...effects.map((effect) => `${effect.name} ${effect.change}`)].join(", ") || "changes no goal"}. ${!passed ? "Not enough." : stars === undefined ? "Passes." : `Passes with ${stars} of 3 stars.`}`,
  passing: (count) => `${counted(count, "design passes", "designs pass")} this level.`,
  figure: ({ name, value, from, to, rank }) =>
    `Your ${name}: ${value}, theirs ${from} to ${to}${rank === undefined ? "" : `, ${rank} of them`}.`,
  lamps: ({ lit, of, dark, unknown }) =>
    [
      `${lit} of ${of} lamps are lit.`,
      ...(dark.length > 0 ? [`Dark: ${dark.join(", ")}.`] : []),
      ...(unknown.length > 0 ? [`Only a run can tell: ${unknown.join(", ")}.`] : []),
    ].join(" "),
  named: ({ name, figure }) => `${name}: ${figure}`,
  lamp: ({ title, isLit, sentence }) => `Lamp ${title}: ${isLit ? "green" : "dark"}. ${sentence}`,
  expected: ({ answer, right, truth, explanation }) =>
    `You expected: ${answer}. ${right ? "Right" : "Not so"}: it is ${truth}. ${explanation}`.trimEnd(),
  keptRun: ({ number, figures }) =>
    `Run ${number}: ${figures.map(({ name, text, met }) => `${name} ${text}${met === undefined ? "" : met ? ", met" : ", missed"}`).join("; ")}.`,
  pair: ({ name, before, after, met }) =>
    `${name}: ${before}${met ? `, ${met[0] ? "met" : "missed"}` : ""}, then ${after}${met ? `, ${met[1] ? "met" : "missed"}` : ""}.`,
};
