/** English: a level's day on this machine, while it runs and afterwards. */
import type { StackStep } from "../../stack/index.ts";
import type { StackRunWords } from "../contract/stack.ts";
import { grouped, milliseconds, money, percent } from "../figures.ts";

/** By what the programs of a stack call it; what a server of others answered stands as it is. */
const reasons: Readonly<Record<string, string>> = {
  timeout: "out of patience",
  "queue-full": "refused, too many waiting",
  "row-locked": "refused, too many waiting for one row",
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
  day: ({ seed }) => `The day of --seed ${seed}: the kind of day on which this does worst in the game.`,
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
  decided: ({ byDay, onPaper }) =>
    `Decided by this day: ${byDay.length === 0 ? "nothing" : byDay.join(", ")}. On paper, since no machine shows it: ${["the bill", ...onPaper].join(", ")}.`,
  wrong: ({ letter, stated, missed, byBill, time }) => {
    const name = letter === "naive" ? "The naive answer" : `Answer ${letter}`;
    const here = missed.length === 0 ? "no goal is missed" : `${missed.join(", ")}: missed`;
    if (stated.length === 0 && byBill)
      return `${name} fails by its bill: that is decided on paper. Here ${here}${missed.length === 0 ? ", as in the level" : ""}.`;
    const same = stated.filter((goal) => missed.includes(goal));
    if (same.length > 0) return `${name} fails as the level says: ${same.join(", ")}.`;
    return `${name} misses in the level: ${stated.join(", ")}. Here ${here}: minutes pass ${Number(time.toFixed(2))} times as fast and patience lasts as long as ever, so that a jam has less time to outlast it.`;
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
