import type { Goal, Level } from "../../../game/index.ts";
import { indicatorValue, meets, verdictSeeds } from "../../../game/index.ts";
import { indicatorName, showIndicator } from "../../../present/indicators.ts";
import { table } from "../../../present/table.ts";
import type { StackMoment, StackNews } from "../../../real/index.ts";
import { type Design, formatDesign, type Report, reportedRun, simulate } from "../../../sim/index.ts";
import {
  type ExpectedRuns,
  type LoadResults,
  leftOutOf,
  type StackTrial,
  scaledBound,
  trialOf,
} from "../../../stack/index.ts";
import type { StackRunWords } from "../../../words/contract/stack.ts";
import type { Words } from "../../../words/index.ts";
import { designArgument, levelArgument, mustBeSold } from "../../design-argument.ts";
import { exitCodes, plain, UsageError } from "../../io.ts";
import { stackPrograms } from "../../stack-programs.ts";
import { mustBeStack, predict } from "../../stack-trial.ts";
import { knobValues } from "../labs/lab.ts";
import type { RealCommand } from "./experiment.ts";

const knobs = {
  seconds: { is: "number", sign: "n", min: 60, max: 120, whole: true, fallback: 100 },
  seed: { is: "number", sign: "s", min: 0, max: 4_294_967_295, whole: true, fallback: verdictSeeds[0]! },
} as const;

/** A picture in plain lines comes so often, in seconds. */
const tellEverySec = 5;
/** Later than this share of the bound on answer times a client can judge nothing. */
const lateShareMax = 0.1;

/** `play real level N`: a level's day on this machine. */
export const level: RealCommand = {
  name: "level",
  word: "N",
  texts: { design: "D|wrong:A" },
  knobs,
  async run(args, io) {
    const found = levelArgument(args.words[1]);
    const design = wrongOrDesign(args.value("design") ?? "lesson", found);
    mustBeStack(design);
    const { seconds, seed } = knobValues(args, knobs);
    const trial = trialOf(found, design, seed, seconds);
    const { real, stack } = await io.cliWords();
    const words = await io.words();
    const { locateServers, runStack, withKeeper } = await import("../../../real/index.ts");
    const servers = await locateServers(trial.stack);
    const say = (line: string) => io.err(`${line}\n`);
    say(stack.scaled(trial.scale));
    const left = leftOutOf(design, found.scenario);
    if (left.length > 0) say(real.level.leavesOut(left.map(stack.leftOut)));
    say(real.level.predicting);
    const expected = await predict(trial, io.signal);
    if (!expected) return exitCodes.interrupted;
    const results = await withKeeper(io.signal, (keeper) =>
      runStack(trial.stack, { programs: stackPrograms(), servers }, keeper, told(real.level, say)),
    );
    const report = simulate(design, found.scenario, { seed, ...reportedRun });
    const outcome = outcomeOf(trial, expected, report, results);
    io.out(
      args.has("json")
        ? `${JSON.stringify({ level: found.number, design: formatDesign(design), scale: trial.scale, ...outcome, results })}\n`
        : `${textOf(words, real.level, outcome, results)}\n`,
    );
    return outcome.isJudged && outcome.passed ? exitCodes.fine : exitCodes.failed;
  },
};

/** A wrong answer by its letter, or any design that the level sells. */
function wrongOrDesign(text: string, level: Level): Design {
  const letter = /^wrong:(\w+)$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (letter === undefined) {
    const design = designArgument(text, level);
    mustBeSold(level, design);
    return design;
  }
  const named = level.wrongAnswers.flatMap((each) =>
    "design" in each && each.design ? [{ letter: each.letter, design: each.design }] : [],
  );
  const found = named.find((each) => each.letter.toLowerCase() === letter);
  if (found) return found.design;
  const known = [...new Set(named.map((each) => each.letter))];
  throw new UsageError((usage) => usage.noWrongAnswer({ letter: plain(letter), level: level.number, known }));
}

/** News as lines: where the clients are, and what happens to whom. */
function told(words: StackRunWords, say: (line: string) => void): StackNews {
  let toldSec = -tellEverySec;
  let phase: StackMoment["phase"] | undefined;
  return {
    started: (processes) => say(words.started(processes)),
    step: (step) => say(words.step(step)),
    moment: (moment) => {
      const isNew = moment.phase !== phase && moment.phase !== "run" && moment.phase !== "done";
      if (isNew) say(words.phase(moment));
      phase = moment.phase;
      if (moment.phase !== "run" || moment.sec < toldSec + tellEverySec) return;
      toldSec = moment.sec - (moment.sec % tellEverySec);
      if (moment.sec > 0) say(words.moment(moment));
    },
  };
}

/** A goal of the scaled system: expected, measured, and whether each meets it. */
interface GoalForReal {
  readonly goal: Goal;
  readonly expected: { readonly mean: number; readonly deviation: number };
  readonly measured: number | undefined;
  readonly expectedMet: boolean;
  readonly met: boolean | undefined;
}

interface OutcomeForReal {
  readonly goals: readonly GoalForReal[];
  readonly overBudget: { readonly cost: number; readonly budget: number } | undefined;
  /** Whether every goal is met within the budget, as was expected and as it was measured. */
  readonly expectedPassed: boolean;
  readonly passed: boolean;
  readonly isJudged: boolean;
  readonly lateMs: number;
  readonly lateMsMax: number;
}

function outcomeOf(
  { goals, level, scale }: StackTrial,
  { indicators }: ExpectedRuns,
  report: Report,
  results: LoadResults,
): OutcomeForReal {
  const rows = goals.map((goal): GoalForReal => {
    // What is not played request by request is as the report has it, scaled.
    const reported = scaledBound(goal.indicator, indicatorValue(report, goal.indicator), scale);
    const expected = indicators[goal.indicator] ?? { mean: reported, deviation: 0 };
    const measured = results.indicators[goal.indicator];
    return {
      goal,
      expected,
      measured,
      expectedMet: meets(goal, expected.mean),
      met: measured === undefined ? undefined : meets(goal, measured),
    };
  });
  const { costPerMonth } = report;
  const overBudget = costPerMonth > level.budget ? { cost: costPerMonth, budget: level.budget } : undefined;
  const limits = goals.flatMap((goal) =>
    goal.indicator === "latencyP95Ms" && "atMost" in goal ? [goal.atMost] : [],
  );
  const lateMsMax = lateShareMax * Math.min(...limits, 1_000);
  return {
    goals: rows,
    overBudget,
    expectedPassed: !overBudget && rows.every(({ expectedMet }) => expectedMet),
    passed: !overBudget && rows.every(({ met }) => met !== false),
    isJudged: results.lateP99Ms <= lateMsMax,
    lateMs: results.lateP99Ms,
    lateMsMax,
  };
}

function textOf(
  words: Words,
  level: StackRunWords,
  outcome: OutcomeForReal,
  { offered, answered, reasons }: LoadResults,
) {
  const rows = outcome.goals.map(({ goal, expected, measured, met }) => {
    const show = (value: number) => showIndicator(words, goal.indicator, value);
    const bound = "atMost" in goal ? `≤ ${show(goal.atMost)}` : `≥ ${show(goal.atLeast)}`;
    return [
      indicatorName(words, goal.indicator),
      bound,
      show(expected.mean),
      expected.deviation > 0 ? `± ${show(expected.deviation)}` : "",
      measured === undefined ? level.unmeasured : show(measured),
      met === undefined ? "" : met ? level.met : level.missed,
    ];
  });
  return [
    table([level.heads, ...rows], [1, 2, 3, 4]),
    "",
    level.requests({ offered, answered, reasons: Object.entries(reasons).sort(([, a], [, b]) => b - a) }),
    ...(outcome.overBudget ? [level.overBudget(outcome.overBudget)] : []),
    outcome.isJudged ? level.fate(outcome) : level.late(outcome),
  ].join("\n");
}
