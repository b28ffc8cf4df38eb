import {
  type GoalIndicator,
  type Level,
  playing,
  verdictSeeds,
  type WrongAnswer,
} from "../../../game/index.ts";
import { indicatorName, showIndicator, showTarget } from "../../../present/indicators.ts";
import { table } from "../../../present/table.ts";
import type { StackMoment, StackNews } from "../../../real/index.ts";
import { type Design, formatDesign } from "../../../sim/index.ts";
import {
  findTrialDay,
  type LoadResults,
  leftOutOf,
  namedWrongAnswers,
  type OutcomeForReal,
  outcomeOf,
  type StackTrial,
  trialOf,
  type WrongForReal,
  wrongForReal,
} from "../../../stack/index.ts";
import type { StackRunWords } from "../../../words/contract/stack.ts";
import type { Words } from "../../../words/index.ts";
import { designArgument, levelArgument, mustBeSold } from "../../design-argument.ts";
import { exitCodes, plain, UsageError } from "../../io.ts";
import { stackPrograms } from "../../stack-programs.ts";
import { mustBeStack, predict, toItsEnd } from "../../stack-trial.ts";
import { knobValues } from "../labs/lab.ts";
import type { RealCommand } from "./experiment.ts";

const knobs = {
  seconds: { is: "number", sign: "n", min: 60, max: 120, whole: true, fallback: 100 },
  seed: { is: "number", sign: "s", min: 0, max: 4_294_967_295, whole: true, isOptional: true },
} as const;

/** A picture in plain lines comes so often, in seconds. */
const tellEverySec = 5;

/** `play real level N`: a level's day on this machine. */
export const level: RealCommand = {
  name: "level",
  word: "N",
  texts: { design: "D|wrong:A" },
  knobs,
  async run(args, io) {
    const found = levelArgument(args.words[1]);
    const { design, wrong } = asked(args.value("design") ?? "lesson", found);
    mustBeStack(design, found);
    const { seconds, seed: wanted } = knobValues(args, knobs);
    const { real, stack } = await io.cliWords();
    const words = await io.words();
    const say = (line: string) => io.err(`${line}\n`);
    const { locateServers, runStack, withKeeper } = await import("../../../real/index.ts");
    // What is missing is told before anything takes long; which day it is does not matter to that.
    const servers = await locateServers(trialOf(found, design, verdictSeeds[0]!, seconds).stack);
    const seed = wanted ?? (await toItsEnd(findTrialDay(found, design), io.signal));
    if (seed === undefined) return exitCodes.interrupted;
    const trial = trialOf(found, design, seed, seconds);
    if (seed !== wanted && seed !== verdictSeeds[0]) say(real.level.day({ seed }));
    say(stack.scaled(trial.scale));
    const left = leftOutOf(design, found.scenario);
    if (left.length > 0) say(real.level.leavesOut(left.map(stack.leftOut)));
    say(real.level.predicting);
    const expected = await predict(trial, io.signal);
    if (!expected) return exitCodes.interrupted;
    const results = await withKeeper(io.signal, (keeper) =>
      runStack(trial.stack, { programs: stackPrograms(), servers }, keeper, told(real.level, say)),
    );
    const played = await toItsEnd(playing(found, design, seed), io.signal);
    if (!played) return exitCodes.interrupted;
    const outcome = outcomeOf(trial, expected, played.report, results);
    const asWrong = wrong && wrongForReal(wrong, outcome);
    io.out(
      args.has("json")
        ? `${JSON.stringify({ level: found.number, design: formatDesign(design), seed, scale: trial.scale, ...outcome, wrong: asWrong, results })}\n`
        : `${textOf(words, real.level, trial, outcome, asWrong, results)}\n`,
    );
    return outcome.isJudged && outcome.passed ? exitCodes.fine : exitCodes.failed;
  },
};

/** What is to be played; where it is a wrong answer of the level, that one. */
interface ToPlay {
  readonly design: Design;
  readonly wrong?: WrongAnswer;
}

/** A wrong answer by its letter, or any design that the level sells. */
function asked(text: string, level: Level): ToPlay {
  const name = /^wrong:(\w+)$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (name === undefined) {
    const design = designArgument(text, level);
    mustBeSold(level, design);
    return { design };
  }
  const named = namedWrongAnswers(level);
  const found = named.find((each) => each.name.toLowerCase() === name);
  if (found) return found;
  const known = named.map((each) => each.name);
  throw new UsageError((usage) => usage.noWrongAnswer({ letter: plain(name), level: level.number, known }));
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

function textOf(
  words: Words,
  level: StackRunWords,
  { scale }: StackTrial,
  outcome: OutcomeForReal,
  wrong: WrongForReal | undefined,
  { offered, answered, reasons }: LoadResults,
) {
  const rows = outcome.goals.map(({ goal, expected, measured, met }) => {
    const show = (value: number) => showIndicator(words, goal.indicator, value);
    return [
      indicatorName(words, goal.indicator),
      showTarget(words, goal),
      show(expected.mean),
      expected.deviation > 0 ? `± ${show(expected.deviation)}` : "",
      measured === undefined ? level.unmeasured : show(measured),
      met === undefined ? "" : met ? level.met : level.missed,
    ];
  });
  const named = (indicators: readonly GoalIndicator[]) =>
    indicators.map((indicator) => indicatorName(words, indicator));
  const decided = (isMeasured: boolean) =>
    named(
      outcome.goals
        .filter(({ measured }) => (measured !== undefined) === isMeasured)
        .map(({ goal }) => goal.indicator),
    );
  return [
    table([level.heads, ...rows], [1, 2, 3, 4]),
    "",
    level.requests({ offered, answered, reasons: Object.entries(reasons).sort(([, a], [, b]) => b - a) }),
    level.decided({ byDay: decided(true), onPaper: decided(false) }),
    ...(outcome.overBudget ? [level.overBudget(outcome.overBudget)] : []),
    ...(wrong && outcome.isJudged
      ? [
          level.wrong({
            ...wrong,
            stated: named(wrong.stated),
            missed: named(wrong.missed),
            time: scale.time,
          }),
        ]
      : []),
    outcome.isJudged ? level.fate(outcome) : level.late(outcome),
  ].join("\n");
}
