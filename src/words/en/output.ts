import type { OutputWords } from "../contract/cli.ts";
import { unread } from "./unread.ts";

export const output: OutputWords = {
  verdict: ({ level, title, stars = "not yet" }) => `Level ${level}, ${title}: ${stars}`,
  system: ({ name, held, of }) =>
    held === of
      ? `${name}: its goals hold${of === 1 ? "" : ` on all ${of} fixed seeds`}`
      : `${name}: its goals are missed${of === 1 ? "" : ` on ${of - held} of ${of} fixed seeds`}`,
  bill: "bill",
  requests: ({ offered, answered, failed, inFlight }) =>
    `${offered} requests: ${answered} answered, ${failed} failed, ${inFlight} on their way at the end`,
  lamps: "Lamps",
  why: "Why",
  stillHurt: "What still hurt",
  idea: "The idea behind it",
  otherVersion: unread.otherVersion,
  level: ({ level, title }) => `Level ${level}  ${title}`,
  briefing: {
    traffic: "TRAFFIC (requests a second)",
    goals: "GOALS",
    chapter: "WHAT THE CHAPTER SAYS",
  },
  levelHeads: ["", "level", "budget", "goals", "designs"],
  goal: ({ bound, target, star }) =>
    `${star === undefined ? "goal" : "★".repeat(star)} ${bound === "atMost" ? "≤" : "≥"} ${target}`,
  claimHeads: ["", "claim", "expected", "got", "design"],
  claimsStopped: "Stopped: the claims that are missing here were not looked at.",
  endlessStopped: "Stopped before anything broke for good.",
  searched: ({ level, tried, passing }) =>
    `${level === undefined ? "" : `level ${level}: `}${tried} designs tried, ${passing} pass`,
  solved: ({ tried, passing, budget, isComplete }) =>
    `${tried} designs within ${budget} tried, ${passing} pass${isComplete ? "" : " (stopped before the end)"}`,
  runHeads: ["", "", "least", "median", "most", "met by", ""],
  metBy: ({ met, of }) => `${met} of ${of}`,
  sameFate: ({ passed, of }) =>
    of === 1
      ? `The one run ${passed > 0 ? "passes" : "fails"}.`
      : passed > 0
        ? `All ${of} runs pass, each with traffic of its own.`
        : `None of ${of} runs passes, each with traffic of its own.`,
  design: "design",
  cheapest: ({ isComplete }) => (isComplete ? "cheapest" : "cheapest so far"),
  best: ({ indicator, isComplete }) => `best ${indicator}${isComplete ? "" : " so far"}`,
  front: ({ isComplete }) => (isComplete ? "Pareto front" : "front so far"),
};
