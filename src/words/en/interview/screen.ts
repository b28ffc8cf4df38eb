/** English: an interview as it is held. A key stands between backticks. */
import type { InterviewScreenWords } from "../../contract/interview-screen.ts";
import { counted } from "../counts.ts";

const bars = { junior: "junior", senior: "senior", staff: "staff" } as const;

/** "4:05", without its sign. */
function time(ms: number): string {
  const sec = Math.floor(Math.abs(ms) / 1_000);
  return `${Math.floor(sec / 60)}:${String(sec % 60).padStart(2, "0")}`;
}

export const interviewScreen: InterviewScreenWords = {
  title: "Interview",
  terms: ({ level, bar }) => `${bars[bar]} bar, ${level}`,
  phases: {
    prompt: "The prompt",
    clarify: "Clarify",
    estimate: "Estimate",
    design: "Design",
    judging: "The design is run",
    verdict: "What became of it",
    dive: "Deep dive",
    twist: "The twist",
    rejudging: "The changed design is run",
    outcome: "What became of the change",
    summary: "In short",
    marks: "Your own marks",
    report: "Report",
  },
  clock: ({ leftMs, phaseLeftMs }) => {
    const all = leftMs < 0 ? `${time(leftMs)} over` : time(leftMs);
    if (phaseLeftMs === undefined) return `[${all}]`;
    return `[${all} · this part ${phaseLeftMs < 0 ? `${time(phaseLeftMs)} over` : time(phaseLeftMs)}]`;
  },
  minutes: (minutes) => `${counted(minutes, "minute", "minutes")} for this part.`,
  hints: {
    prompt: "Read it, say it in your own words; then Enter.",
    clarify: "Ask what decides the design: Enter asks, n goes on.",
    estimate: "A number each, say how you come to it; Enter without one leaves it out.",
    design: "One line of notation; Tab: what is known, and on sale. Enter sends it.",
    judging: "Goals on all seeds, every part lost once, two and ten times the load.",
    verdict: "Enter: the interviewer looks at the weakest part.",
    figure: "The number first. Enter without one if you do not know.",
    answer: "Answer in full: type it, or say it aloud; then Enter.",
    guess: "Before you see what a good answer has in it: what is yours worth?",
    points: "Tick what was in your answer; then Enter.",
    samples: "Which one resembles yours?",
    change: "Change one thing of your line; Enter sends it.",
    explain: "One sentence: what the change does, and what it costs. Then Enter.",
    rejudging: "The goals again, with the twist, on all seeds.",
    outcome: "Enter: the summary.",
    summary: "Sum up, aloud or typed, by these five words; then Enter.",
    cover: "Tick what you have said; then Enter.",
    marks: "Before the report: what were you worth in this?",
    report: "What was done and measured; open answers count by your own marks.",
  },
  number: (unit) => `The number first, in ${unit}. Enter without one if you do not know.`,
  questionsLeft: (count) =>
    count === 0 ? "No question left" : `${counted(count, "question", "questions")} left`,
  sold: "On sale:",
  offer: ({ name, values }) => `${name}: ${values}`,
  answered: ({ question, answer }) => `${question} ${answer}`,
  position: ({ at, of }) => `${at} of ${of}`,
  part: ({ at, of }) => `Report · part ${at} of ${of}`,
  works: {
    seeds: "The day, on every seed",
    growth: "Twice and ten times the traffic",
    losses: "Every part lost once",
  },
  stage: ({ name, percent }) => `${name}: ${percent} % done.`,
  isStart: "That is what the level begins with. Enter again if it is your answer.",
  oneChange: ({ changes }) =>
    changes === 0
      ? "Nothing is changed: one change is asked for. Enter again if none is your answer."
      : `${changes} things are changed: one change is asked for. Enter again if it takes all of them.`,
  diveOver: "That is enough about this. Now something changes.",
  explain: "Changed",
  summaryWords: {
    need: "need: whom it serves, and what is promised",
    design: "design: the parts, in the order in which a request meets them",
    number: "number: one that decides, with its unit",
    tradeOff: "trade-off: what you gave up, and for what",
    next: "next: what you would do with another hour",
  },
  yours: "You said",
  allShown: "That is all of it.",
  nothing: "A line of notation first: the level's start is one.",
  door: {
    about: "A whole interview against the clock, about a level that you have passed",
    goOn: ({ level, phase }) => `Go on: ${level}, at "${phase}"`,
    level: "About",
    mix: "any level that is passed",
    bar: "Bar",
    bars,
    clock: "Clock",
    minutes: (minutes) => (minutes === undefined ? "none" : counted(minutes, "minute", "minutes")),
    begin: "Begin",
    givesUp: "The interview that is not over would be given up: Enter again does it.",
    report: ({ at, level, bar }) => `Report of ${at}: ${level}, ${bars[bar]}`,
    unread: ({ at }) => `Report of ${at}, of another version`,
    row: ({ at, of, text }) => `${at} of ${of}: ${text}`,
    broken: "What was kept of the last interview cannot be gone on with: a new one can begin.",
  },
  prompt: {
    hints: {
      clarify: "Letters of questions to ask; an empty line goes on.",
      guess: "What is your answer worth? 1 weak, 2 a pass, 3 strong.",
      points: "The numbers of the points that were in it, such as 1 3; an empty line is none.",
      samples: "Which one resembles yours? 1, 2 or 3.",
      cover: "The numbers of the words that you have said, such as 1 2 5; an empty line is none.",
      marks: "What were you worth in this? 1 to 4.",
    },
    start: (line) => `The level begins with "${line}".`,
    which: "Type one of what is listed.",
    stopped: "Stopped. All is saved: play interview goes on with it.",
    saved: (path) => `The report is in ${path}.`,
  },
};
