/** English: Study. A key stands between backticks. */
import type { StudyWords, SumFigures, SumWords } from "../contract/study.ts";
import { exact, grouped } from "../figures.ts";
import { counted } from "./counts.ts";

/** A figure with as many digits as anybody would say. */
function said(value: number): string {
  if (value >= 100 || Number.isInteger(value)) return grouped(value);
  return exact(value, value >= 10 ? 1 : 2).replace(/\.?0+$/, "");
}

/** A share as a percentage, with all of its nines. */
const share = (value: number) => `${exact(value * 100, 3).replace(/\.?0+$/, "")} %`;

const millions = (value: number) => `${said(value)} M`;

const sum = (
  ask: (of: SumFigures["of"]) => string,
  unit: string,
  why: (of: SumFigures["of"]) => string,
): SumWords => ({
  ask: ({ of }) => ask(of),
  unit,
  why: ({ of, truth }) => `About ${said(truth)} ${unit}: ${why(of)}.`,
});

const sums: StudyWords["sums"] = {
  "requests-per-sec": sum(
    (of) =>
      `${millions(of.usersMillions)} daily users make ${of.requestsPerUserDaily} requests a day each; the peak is ${of.peakFactor} times the mean. How many requests a second come at the peak?`,
    "a second",
    (of) =>
      `${millions(of.usersMillions)} × ${of.requestsPerUserDaily} × ${of.peakFactor} / 86,400 s; say 100,000 s a day to do it in your head`,
  ),
  "busy-cores": sum(
    (of) =>
      `${said(of.arrivalRatePerSec)} requests a second take ${of.workMs} ms of processor time each. How many cores do they keep busy?`,
    "cores",
    (of) => `${said(of.arrivalRatePerSec)} × ${of.workMs} ms; arrival rate times work is the offered load`,
  ),
  "open-connections": sum(
    (of) =>
      `${said(of.arrivalRatePerSec)} queries a second take ${of.latencyMs} ms each, waiting included. How many connections are in use at a time?`,
    "connections",
    (of) =>
      `${said(of.arrivalRatePerSec)} × ${of.latencyMs} ms, by Little's law: what is inside is what arrives times how long it stays`,
  ),
  boxes: sum(
    (of) =>
      `${said(of.arrivalRatePerSec)} requests a second take ${of.workMs} ms each. A box has ${of.coresPerBox} cores and is to be ${share(of.targetUtilization)} busy. How many boxes?`,
    "boxes",
    (of) =>
      `${said(of.arrivalRatePerSec)} × ${of.workMs} ms / ${share(of.targetUtilization)} / ${of.coresPerBox} cores; one more if the loss of one must not hurt`,
  ),
  "after-a-loss": sum(
    (of) =>
      `${of.boxes} boxes are ${share(of.utilization)} busy each. One dies. How busy are the others, in percent?`,
    "%",
    (of) => `${share(of.utilization)} × ${of.boxes} / ${of.boxes - 1}; above 100 % the backlog grows`,
  ),
  downtime: sum(
    (of) => `You promise ${share(of.availability)} a month. How many minutes may you be down?`,
    "minutes",
    (of) => `${share(1 - of.availability)} of the 43,200 minutes of 30 days`,
  ),
  "in-parallel": sum(
    (of) =>
      `${of.copies} copies, each up ${share(of.availability)} of the time, fail independently; one is enough. For how many seconds a day are all of them down?`,
    "seconds",
    (of) =>
      `${share(1 - of.availability)} to the power of ${of.copies} of 86,400 s, and more in real life: copies share a zone, a deploy, a bug`,
  ),
  storage: sum(
    (of) =>
      `${millions(of.photosPerDayMillions)} photos a day of ${said(of.objectKb)} KB are kept for ${counted(of.years, "year", "years")}, in ${of.copies} copies. How many TB?`,
    "TB",
    (of) =>
      `${millions(of.photosPerDayMillions)} × ${said(of.objectKb)} KB × ${of.copies} copies × ${of.years} × 365 days`,
  ),
  "behind-a-cache": sum(
    (of) =>
      `${said(of.arrivalRatePerSec)} reads a second meet a cache with a hit ratio of ${share(of.hitRatio)}. How many a second reach the database?`,
    "a second",
    (of) =>
      `${said(of.arrivalRatePerSec)} × ${share(1 - of.hitRatio)}; one point of hit ratio less adds ${said(of.arrivalRatePerSec / 100)} a second`,
  ),
  "hot-memory": sum(
    (of) =>
      `${millions(of.objectsMillions)} objects of ${of.objectKb} KB; ${share(of.hotShare)} of them get most reads. How many GB of memory hold those?`,
    "GB",
    (of) => `${millions(of.objectsMillions)} × ${share(of.hotShare)} × ${of.objectKb} KB`,
  ),
  egress: sum(
    (of) =>
      `${said(of.arrivalRatePerSec)} images a second of ${said(of.objectKb)} KB leave your servers. How many Gbit/s are that?`,
    "Gbit/s",
    (of) => `${said(of.arrivalRatePerSec)} × ${said(of.objectKb)} KB × 8 bits`,
  ),
  "session-memory": sum(
    (of) =>
      `${millions(of.usersMillions)} users are logged in, a session takes ${of.objectKb} KB, and the store keeps ${of.copies} copies. How many GB?`,
    "GB",
    (of) => `${millions(of.usersMillions)} × ${of.objectKb} KB × ${of.copies} copies`,
  ),
  "surviving-region": sum(
    (of) =>
      `${of.regions} regions share the traffic. When one is lost, the others must not be more than ${share(of.targetUtilization)} busy. How busy may each be before, in percent?`,
    "%",
    (of) => `${share(of.targetUtilization)} × ${of.regions - 1} / ${of.regions}`,
  ),
  "queue-drain": sum(
    (of) =>
      `${said(of.backlog)} jobs wait. ${said(of.arrivalRatePerSec)} more arrive each second, and the workers finish ${said(of.serviceRatePerSec)}. In how many minutes is the queue empty?`,
    "minutes",
    (of) =>
      `${said(of.backlog)} / (${said(of.serviceRatePerSec)} − ${said(of.arrivalRatePerSec)}) s; only what is left over drains a queue`,
  ),
  "error-budget": sum(
    (of) =>
      `The objective is ${share(of.availability)} a month, and an outage of ${of.outageMin} minutes hit everybody. What share of the month's error budget is spent, in percent?`,
    "%",
    (of) => `${of.outageMin} of ${said((1 - of.availability) * 43_200)} minutes`,
  ),
  shards: sum(
    (of) =>
      `${said(of.writesPerSec)} writes a second on average, ${of.peakFactor} times that at the peak. A shard can do ${said(of.writesPerShardPerSec)} and is to be ${share(of.targetUtilization)} busy. How many shards?`,
    "shards",
    (of) =>
      `${said(of.writesPerSec)} × ${of.peakFactor} / ${said(of.writesPerShardPerSec)} / ${share(of.targetUtilization)}, if the keys are spread evenly`,
  ),
  "fan-out": sum(
    (of) =>
      `An account with ${millions(of.followersMillions)} followers posts. Feeds are written in advance, ${said(of.insertsPerSec)} inserts a second. After how many seconds has the last follower got it?`,
    "seconds",
    (of) =>
      `${millions(of.followersMillions)} / ${said(of.insertsPerSec)} a second; such accounts are better merged in when a feed is read`,
  ),
  "in-series": sum(
    (of) =>
      `A request needs ${of.parts} services one after the other, each up ${share(of.availability)} of the time. How many minutes a month does it fail?`,
    "minutes",
    (of) =>
      `1 − ${share(of.availability)} to the power of ${of.parts}, of 43,200 minutes; nearly ${of.parts} × ${share(1 - of.availability)}`,
  ),
};

export const study: StudyWords = {
  title: "STUDY",
  about: "What you have learned, asked again when you are about to forget it",
  line: ({ today, min }) => `${today} to recall, ${counted(min, "minute", "minutes")}`,
  rest: (more) => (more === 0 ? "all recalled" : "recalled for today"),
  cards: (count) => counted(count, "card", "cards"),
  interviewOpen: "An interview is not over: Enter, then i, goes on with it.",
  empty: "Study asks again what you have learned. Pass a level first.",
  mended: (cards) =>
    cards === 1
      ? "What was saved of 1 card could not be read: it begins anew."
      : `What was saved of ${cards} cards could not be read: they begin anew.`,
  loading: "The topics are being fetched.",
  level: (number) => `level ${number}`,
  position: ({ at, of }) => `${at} of ${of}`,
  think: "Say your answer aloud, with a number where there is one. Then",
  show: "`Enter` shows the answer",
  first: "Think first, then show the answer.",
  answer: "THE ANSWER",
  grade: "`1` forgot   `2` knew it   `3` easy",
  gradeFirst: "Say how it went: 1 forgot, 2 knew it, 3 easy.",
  done: ({ knew, of }) =>
    `You knew ${knew} of ${of}.${knew < of ? " What you forgot comes back first." : ""}`,
  more: (cards) => `\`Enter\` ${cards === 1 ? "one more" : `${cards} more`}, if you like`,
  noMore: "Nothing more is due.",
  from: ({ level, title }) => (Number.isInteger(level) ? `level ${level}, ${title}` : title),
  sums,
  inputs: {
    usersMillions: "the users",
    requestsPerUserDaily: "the requests of a user",
    peakFactor: "the peak",
    arrivalRatePerSec: "the arrival rate",
    workMs: "the work of a request",
    latencyMs: "the latency",
    targetUtilization: "the target utilization",
    coresPerBox: "the cores of a box",
    boxes: "the box that is gone",
    utilization: "the utilization",
    availability: "the availability",
    copies: "the copies",
    parts: "the number of parts",
    photosPerDayMillions: "the photos of a day",
    objectKb: "the size of an object",
    years: "the years",
    hitRatio: "the hit ratio",
    objectsMillions: "the number of objects",
    hotShare: "the hot share",
    regions: "the region that is gone",
    backlog: "the backlog",
    serviceRatePerSec: "the rate of the workers",
    outageMin: "the length of the outage",
    writesPerSec: "the writes",
    writesPerShardPerSec: "what a shard can do",
    followersMillions: "the followers",
    insertsPerSec: "the inserts a second",
    writeShare: "the share of writes",
    photosPerUserDaily: "the photos of a user",
    photoKb: "the size of a photo",
    answerKb: "the size of an answer",
  },
  units: {
    bits: "bits and bytes, a factor of 8",
    thousand: "thousands, as of ms and s or GB and TB",
    sixty: "seconds and minutes, a factor of 60",
    percent: "shares and percent, a factor of 100",
  },
  mistakes: {
    design: ({ line, question }) => `You ran ${line}. ${question}`,
    trend: (expected) => `You expected: ${expected}. What came, and why?`,
    idea: "It failed by an idea that is wrong. Which one, and why does it fail?",
    answer: ({ said: answer, truth, explanation }) =>
      `You said: ${answer}. It was: ${truth}. ${explanation}`.trimEnd(),
    trendAnswer: (truth) => `It was: ${truth}.`,
    ideaAnswer: ({ title, why }) => `The idea: ${title}. ${why}`,
    missed: (goals) =>
      `That run missed: ${goals.map(({ value, goal }) => `${value}, goal ${goal}`).join("; ")}.`,
  },
  prompt: {
    begin: (line) => `${line}. Enter shows the answer, then 1 forgot, 2 knew it, 3 easy; q stops.`,
    shows: "Enter shows the answer.",
    grades: "1 forgot, 2 knew it, 3 easy.",
    which: "Give 1, 2 or 3, or q to stop.",
    stopped: "Stopped. Every answer is saved.",
    hasMore: "Five more, if you like: play review --more",
  },
  deck: {
    name: "Zero to Millions",
    heads: ["Id", "Question", "Answer", "Level"],
  },
};
