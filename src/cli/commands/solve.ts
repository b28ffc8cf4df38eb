import type { GoalIndicator, Level } from "../../game/index.ts";
import { indicatorName, showIndicator } from "../../present/indicators.ts";
import { table } from "../../present/table.ts";
import {
  cheapestProven,
  type Findings,
  type Passing,
  paretoFront,
  type SpacePart,
  searchParallel,
} from "../../solver/index.ts";
import type { OutputWords } from "../../words/contract/cli.ts";
import { grouped, money } from "../../words/figures.ts";
import type { Words } from "../../words/index.ts";
import { levelArgument } from "../design-argument.ts";
import { type Arguments, type CliCommand, exitCodes, plain, UsageError } from "../io.ts";
import { numberFlag } from "../parse.ts";
import { workforceFor } from "../workforce.ts";

const tellEveryMs = 2_000;
/** The longest that a timer can wait. */
const limitSecMax = 2_147_483;

/** `play solve N`: what passes, what is cheapest, what is best. */
export const solve: CliCommand = {
  name: "solve",
  usage: "solve N [--jobs J] [--shard i/n] [--limit SECONDS] [--json]",
  flags: { jobs: "value", shard: "value", limit: "value" },
  words: ["N"],
  async run(args, io) {
    const level = levelArgument(args.words[0]);
    const { output } = await io.cliWords();
    const workforce = workforceFor(args);
    const part = partArgument(args);
    const limitSec = numberFlag(args, "limit", { min: 0.001, max: limitSecMax, fallback: limitSecMax });
    const limit = AbortSignal.timeout(limitSec * 1_000); // keeps nothing alive
    let toldAt = performance.now();
    const findings = await searchParallel(workforce, level, {
      part,
      signal: AbortSignal.any([io.signal, limit]),
      onProgress: (tried, passing) => {
        if (performance.now() - toldAt < tellEveryMs) return;
        toldAt = performance.now();
        io.err(`${output.searched({ tried: grouped(tried), passing: grouped(passing) })}\n`);
      },
    });
    // After Ctrl-C there is no time to hold the cheapest against every seed: it is told as the search saw it.
    const cheapest = io.signal.aborted ? findings.passing[0] : cheapestProven(level, findings.passing);
    const answer = summarize(level, findings, cheapest);
    io.out(
      args.has("json")
        ? `${JSON.stringify(answer)}\n`
        : `${describe(await io.words(), output, level, answer, findings)}\n`,
    );
    return findings.passing.length > 0 ? exitCodes.fine : exitCodes.failed;
  },
};

function partArgument(args: Arguments): SpacePart {
  const text = args.value("shard");
  if (text === undefined) return { index: 0, of: 1 };
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [, i, n] = match ?? [];
  const index = Number(i);
  const of = Number(n);
  if (!match || of < 1 || index < 1 || index > of)
    throw new UsageError((usage) => usage.notShard({ found: plain(text) }));
  return { index: index - 1, of };
}

interface ShownDesign {
  readonly design: string;
  readonly costPerMonth: number;
  readonly stars: number;
  readonly values: Readonly<Record<string, number>>;
}

interface Answer {
  readonly level: number;
  readonly tried: number;
  readonly passing: number;
  readonly complete: boolean;
  readonly cheapest: ShownDesign | null;
  readonly bestByGoal: Readonly<Record<string, ShownDesign>>;
  readonly paretoFront: readonly ShownDesign[];
}

/** The documented answer. */
function summarize(level: Level, findings: Findings, cheapest: Passing | undefined): Answer {
  const show = (found: Passing): ShownDesign => ({
    design: found.line,
    costPerMonth: found.costPerMonth,
    stars: found.stars,
    values: Object.fromEntries(level.goals.map((goal, i) => [goal.indicator, found.values[i]!])),
  });
  const best = level.goals.flatMap((goal, i) => {
    const sign = "atMost" in goal ? 1 : -1;
    const [first] = [...findings.passing].sort(
      (a, b) => sign * (a.values[i]! - b.values[i]!) || a.costPerMonth - b.costPerMonth,
    );
    return first ? [[goal.indicator, show(first)] as const] : [];
  });
  return {
    level: level.number,
    tried: findings.tried,
    passing: findings.passing.length,
    complete: findings.complete,
    cheapest: cheapest ? show(cheapest) : null,
    bestByGoal: Object.fromEntries(best),
    paretoFront: paretoFront(level, findings.passing).map(show),
  };
}

function describe(
  words: Words,
  output: OutputWords,
  level: Level,
  answer: Answer,
  { complete: isComplete }: Findings,
): string {
  const row = (name: string, shown: ShownDesign) => [
    name,
    money(shown.costPerMonth),
    "★".repeat(shown.stars),
    ...level.goals.map((goal) => showIndicator(words, goal.indicator, shown.values[goal.indicator]!)),
    shown.design,
  ];
  const head = [
    "",
    output.bill,
    "",
    ...level.goals.map((goal) => indicatorName(words, goal.indicator)),
    output.design,
  ];
  const rows = [
    ...(answer.cheapest ? [row(output.cheapest({ isComplete }), answer.cheapest)] : []),
    ...Object.entries(answer.bestByGoal).map(([indicator, shown]) =>
      row(output.best({ indicator: indicatorName(words, indicator as GoalIndicator), isComplete }), shown),
    ),
    ...answer.paretoFront
      .slice(0, 20)
      .map((shown, i) => row(i === 0 ? output.front({ isComplete }) : "", shown)),
  ];
  const said = output.solved({
    tried: grouped(answer.tried),
    passing: grouped(answer.passing),
    budget: money(level.budget),
    isComplete,
  });
  return `${said}\n${table([head, ...rows], [1])}`;
}
