/** English: what running the design has shown, and the report. */
import type { InterviewTexts } from "../../contract/interview.ts";
import { exact } from "../../figures.ts";
import { counted } from "../counts.ts";
import { partIs, partName } from "../places.ts";
import { listed } from "./questions.ts";

const gradeNames = ["not yet", "partly", "at the bar", "above the bar"] as const;
const marks = ["", "weak", "a pass", "strong"] as const;
const times = (ratio: number) =>
  ratio >= 1
    ? `${exact(ratio, ratio < 10 ? 1 : 0)} times the truth`
    : `${exact(1 / ratio, 1 / ratio < 10 ? 1 : 0)} times too small`;

export const judged: InterviewTexts["judged"] = {
  passed: ({ isPassed }) =>
    isPassed
      ? "The design passes on every seed, within budget."
      : "The design does not pass: here is what was promised, at its worst.",
  goal: ({ goal, value, isMet }) => `${isMet ? "met" : "missed"}: ${goal}, it was ${value}`,
  bill: ({ cost, budget, isWithin }) =>
    `${isWithin ? "within" : "over"} budget: ${cost} of ${budget} a month`,
  growth: ({ factor, isPassed, answered, first }) =>
    isPassed
      ? `${factor} times the traffic: every goal is met.`
      : `${factor} times the traffic: ${answered} answered${first ? `; the ${partName(first.place)} ${first.isDown ? "fell" : "gave way"} first` : ""}.`,
  weakest: {
    goal: (goal) => `Let us talk about the goal that was missed: ${goal}.`,
    bill: "Let us talk about the bill.",
    loss: (fault) => `It passes. Now suppose it loses ${fault}.`,
    growth: ({ factor, place }) =>
      place
        ? `It bears every loss that has a remedy. At ${factor} times the traffic, ${partIs(place, "is")} the first to give way.`
        : `It bears every loss that has a remedy. ${factor} times the traffic is too much for it.`,
    none: "I could not break it. What could go, without losing a nine?",
  },
};

/** A share in whole percent. */
const whole = (share: number) => `${exact(100 * share, 0)} %`;
const rungs = (count: number) => counted(count, "rung", "rungs");
const deciding = (count: number) => counted(count, "question that decides", "questions that decide");

export const cells: InterviewTexts["cells"] = {
  requirements: {
    title: "Requirements",
    anchors: ({ questions: [two, three, four] }) => [
      `asks fewer than ${deciding(two)} the design`,
      `asks at least ${deciding(two)} the design`,
      `asks at least ${deciding(three)} the design; of what was not asked at most one thing comes back`,
      `asks at least ${deciding(four)} the design and no other, and nothing comes back`,
    ],
  },
  numbers: {
    title: "Numbers",
    anchors: ({ rightShare: [two, three, four] }) => [
      `has fewer than ${whole(two)} of the figures right`,
      `has at least ${whole(two)} of the figures right: within a factor of two, or half right within five`,
      `has at least ${whole(three)} of the figures right`,
      `has ${four === 1 ? "all figures" : `at least ${whole(four)} of the figures`} right`,
    ],
  },
  design: {
    title: "Design",
    anchors: ({ lossesMax, bearsTwice }) => [
      "sends a design that misses several goals, or none at all",
      lossesMax === undefined
        ? "sends a design that misses a single goal, or only the budget"
        : "sends a design that misses a single goal or only the budget, or passes and bears too few losses",
      lossesMax === undefined
        ? "sends a design that passes on every seed, within budget"
        : `sends a design that passes and bears every single loss that has a remedy${lossesMax === 0 ? "" : " but one"}`,
      `sends a design that passes and bears every single loss that has a remedy${bearsTwice ? ", and twice the traffic" : ""}`,
    ],
  },
  depth: {
    title: "Depth",
    anchors: ({ rungs: [two, three, four] }) => [
      "has no answer on the weakest part that is worth a pass, and none that holds to the twist",
      `passes ${rungs(two)} on the weakest part, or answers the twist`,
      `passes ${rungs(three)} on the weakest part`,
      `passes ${rungs(four)} on the weakest part, and explains a change that answers the twist and is no more than it takes`,
    ],
  },
};

export const phases: InterviewTexts["phases"] = {
  prompt: "the prompt",
  clarify: "the questions",
  estimate: "the figures",
  design: "the design",
  dive: "the deep dive",
  twist: "the twist",
  summary: "the summary",
};

export const summary: InterviewTexts["summary"] = {
  need: "need",
  design: "design",
  number: "number",
  tradeOff: "trade-off",
  next: "next",
};

export const next: InterviewTexts["next"] = {
  notAsked: ({ question, because }) => `Ask first: "${question}" You did not, and ${listed(because)}.`,
  missedGoals: (goals) => `the design missed ${listed(goals)}`,
  overBudget: "the bill is above what may be spent",
  figuresOff: (figures) => `it put ${listed(figures.map((each) => `the ${each}`))} off`,
  notWarned: "what it would have told you of brought the system down",
  goal: ({ goal, value }) =>
    `"The promise is ${goal}, so I check the design against it before I draw on." It came to ${value}.`,
  bill: ({ cost, budget }) =>
    `"This costs about ${cost} a month, and I may spend ${budget}." Add it up as you draw.`,
  loss: (fault) =>
    `"If this loses ${fault}, then …" Go through the parts one by one: this loss is not borne.`,
  slip: ({ figure, ratio, what }) =>
    `"I assume … for ${what}; is that right?" Your figure for the ${figure} was ${times(ratio)}, and that explains it.`,
  off: ({ figure, ratio }) =>
    `"Let me check that by another way." Your figure for the ${figure} was ${times(ratio)}.`,
  noFigure: (figure) =>
    `"Roughly, ${figure} comes to …" A rough figure with its assumptions is better than none.`,
  twist: '"What this changes first is …, so I would …" The changed design does not hold.',
  notExplained: '"I change this because …, and it costs …" The change stood there without a sentence.',
  rung: ({ rung, ask = "", truth }) => {
    if (truth !== undefined) return `"That comes to about ${truth}." Put that number to it: ${ask}`;
    const begun = [
      '"It works like this: …" Begin with what it is, in two sentences.',
      '"That takes about …" Say how long or how much.',
      '"What this costs us is …" Name the price of the cure.',
      '"We would see it by …, and if the cure fails …" Say how you know, and what then.',
    ];
    return `${begun[rung] ?? begun[0]}${ask === "" ? "" : ` You were asked: ${ask}`}`;
  },
  changes: ({ changes, takes }) =>
    `"I change one thing, and see what it does." You changed ${changes} at once; ${takes === 1 ? "one" : takes} would do.`,
  growth: ({ factor, place }) =>
    `"At ${factor} times the traffic ${place ? `${partIs(place, "is")}` : "something is"} the first to give way." Say so before you are asked.`,
  idle: (question) => `Keep your questions for what decides the design: "${question}" does not.`,
  overtime: (phase) => `"Let me leave this here and go on." You spent more time on ${phase} than it had.`,
  unsaid: (word) => `Sum up with all five words: ${word} was not said.`,
  nothing: "The same again. Nothing of weight was missed.",
};

export const report: InterviewTexts["report"] = {
  title: ({ level, bar, seed }) => `Interview: ${level}, ${bar} bar, seed ${seed}`,
  total: ({ sum, of, atBar, cells: count }) =>
    `${sum} of ${of}; ${atBar === count ? "all" : `${atBar} of ${count}`} at the bar or above.`,
  gradeNamed: (grade) => `${grade} ${gradeNames[grade - 1]}`,
  signs: "● by what you did   ○ your own",
  unread: "This report is of another version of the game, or was changed by hand: it cannot be read here.",
  bar: "The bar moves what a 3 and a 4 ask for. The system, its traffic and its failures are the same for all.",
  grade: ({ title, grade, own }) =>
    `${title}: ${grade} of 4, ${gradeNames[grade - 1]}${own === undefined ? "" : own === grade ? "; you said the same" : `; you said ${own}`}`,
  heads: {
    cells: "Grades",
    next: "Next time say",
    questions: "Questions",
    figures: "Figures",
    design: "Design",
    dive: "Deep dive",
    twist: "Twist",
    notHeard: "Not heard",
    calibration: "How well you know yourself",
    times: "Time",
  },
  asked: ({ useful, of, idle }) =>
    `You asked ${useful} of the ${counted(of, "question", "questions")} that matter${idle === 0 ? "" : `, and ${counted(idle, "other", "others")}`}.`,
  unasked: ({ question, because }) =>
    because.length === 0
      ? `Not asked: ${question}`
      : `Not asked: ${question} It came back: ${listed(because)}.`,
  figure: ({ figure, typed, truth, unit, why, ratio, slip }) => {
    const yours = typed.trim() === "" ? "you gave none" : `you said ${typed.trim()}`;
    const off = ratio === undefined || (ratio <= 2 && ratio >= 0.5) ? "" : `, ${times(ratio)}`;
    return `${capitalized(figure)}: ${yours}${off}; it is about ${truth} ${unit}, ${why}${slip === undefined ? "" : `. What was off: ${slip}`}.`;
  },
  line: (line) => `Yours: ${line}`,
  model: (line) => `One that passes: ${line}`,
  noDesign: "No design was sent.",
  dive: (topic) => `The weakest part of this design: ${topic}`,
  rung: ({ rung, ticks, mark, figureRight, ask, truth }) => {
    const was = figureRight === undefined ? "" : `; the number was ${figureRight ? "right" : "not right"}`;
    const number = truth === undefined ? was : `${was}; it is about ${truth}`;
    return `Rung ${rung}${ask === undefined ? "" : `, ${ask}`} ${capitalized(marks[mark] ?? "")} by your own mark, ${counted(ticks, "point", "points")} ticked${number}.`;
  },
  changes: ({ changes, takes, isTooMuch }) =>
    `${counted(changes, "thing was", "things were")} changed${isTooMuch ? `, more than it takes: ${takes === 1 ? "one" : takes} would do, and that is no 4` : ""}.`,
  held: (isHeld) => (isHeld ? "The changed design holds." : "The changed design does not hold."),
  noChange: "No change was sent.",
  notHeard: (terms) =>
    `Words an interviewer waits for that you did not write: ${terms.join(", ")}. This is no mark: you may have said them aloud.`,
  allHeard: "Every word that an interviewer waits for was there.",
  nothingTyped: "Nothing was typed, and what was said aloud nobody heard.",
  rungs: ({ right, of, bias }) =>
    of === 0
      ? "No rung was marked."
      : `Rungs: ${right} of ${counted(of, "mark", "marks")} as you expected${biased(bias)}.`,
  cells: ({ right, of, bias }) =>
    of === 0
      ? "No part was marked."
      : `Parts: ${right} of ${counted(of, "grade", "grades")} as you expected${biased(bias)}.`,
  time: ({ phase, spentMin, limitMin }) =>
    limitMin === undefined
      ? `${phase}: ${exact(spentMin, 1)} min`
      : `${phase}: ${exact(spentMin, 1)} of ${exact(limitMin, 1)} min${spentMin > limitMin ? ", overtime" : ""}`,
};

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function biased(bias: number): string {
  if (Math.abs(bias) < 0.05) return "";
  return `; on average you expected ${exact(Math.abs(bias), 1)} too ${bias > 0 ? "much" : "little"}`;
}
