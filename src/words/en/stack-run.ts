/** English: a level's day on this machine, while it runs and afterwards. */
import type { StackStep } from "../../stack/index.ts";
import type { StackRunWords } from "../contract/stack.ts";
import { grouped, milliseconds, money, percent } from "../figures.ts";

/** By what the programs of a stack call it; what a server of others answered stands as it is. */
const reasons: Readonly<Record<string, string>> = {
  timeout: "out of patience",
  "queue-full": "refused, too many waiting",
  "store-down": "no database",
  "cache-down": "no cache",
  "no-such-name": "no such name",
  "nobody-there": "nobody there",
  private: "a closed door",
  taken: "a box taken over",
  lost: "connection lost",
};

const done: Readonly<Record<StackStep["does"], string>> = {
  kill: "killed",
  start: "started again",
  slow: "slowed down",
  promote: "promoted to primary",
};

const at = (sec: number) => `${grouped(Math.round(sec))} s`.padStart(6);

export const stackRun: StackRunWords = {
  leavesOut: (things) => `Left out, since a stack here cannot express it: ${things.join(", ")}.`,
  predicting: "Playing every request of the scaled system one by one, for what is expected.",
  started: (processes) => `${processes === 1 ? "One process is" : `${processes} processes are`} up.`,
  phase: ({ phase, waiting = 0 }) =>
    phase === "warm"
      ? "Filling the cache as if it had long been in service."
      : `Waiting for jobs that are not done: ${grouped(waiting)}.`,
  moment: ({ sec, perSec, answeredShare, latencyP95Ms, hitRatio, waiting }) =>
    [
      at(sec),
      `${grouped(Math.round(perSec))}/s`.padStart(7),
      `${percent(answeredShare)} answered`.padStart(16),
      `p95 ${milliseconds(latencyP95Ms)}`.padEnd(12),
      ...(hitRatio === undefined ? [] : [`hits ${percent(hitRatio)}`]),
      ...(waiting === undefined ? [] : [`jobs in line ${grouped(waiting)}`]),
    ]
      .join("  ")
      .trimEnd(),
  step: (step) =>
    `${at(step.atSec)}  ${step.names.join(", ")}: ${step.does === "slow" && step.speed === 1 ? "as quick as before" : done[step.does]}`,
  heads: ["", "goal", "expected", "", "measured", ""],
  met: "met",
  missed: "missed",
  unmeasured: "–",
  requests: ({ offered, answered, reasons: why }) => {
    const lost = why.map(([reason, count]) => `${grouped(count)} ${reasons[reason] ?? reason}`);
    return `${grouped(offered)} requests, ${grouped(answered)} answered${lost.length > 0 ? `; ${lost.join(", ")}` : ""}.`;
  },
  overBudget: ({ cost, budget }) => `It costs ${money(cost)} a month, and the budget is ${money(budget)}.`,
  fate: ({ passed, expectedPassed }) => {
    if (passed === expectedPassed)
      return passed ? "It holds, really, as expected." : "It fails, really, as expected.";
    return passed
      ? "It holds here and was expected to fail: it is near a goal, or this machine is kinder. Run it again."
      : "It fails here and was expected to hold: it is near a goal, or this machine was busy. Run it again.";
  },
  late: ({ lateMs, lateMsMax }) =>
    `No verdict: this machine is too busy to judge by. Requests were sent up to ${milliseconds(lateMs)} late (one in a hundred later still), and ${milliseconds(lateMsMax)} is the most. Close what else computes.`,
};
