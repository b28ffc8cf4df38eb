/** The days of levels with real processes, as rows of a table that grows answer by answer. */
import { finish, type Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { indicatorName, showIndicator } from "../../src/present/indicators.ts";
import { type Keeper, locateServers, runStack, withKeeper } from "../../src/real/index.ts";
import { type Design, formatDesign, reportedRun, simulate } from "../../src/sim/index.ts";
import {
  findTrialDay,
  namedWrongAnswers,
  type OutcomeForReal,
  outcomeOf,
  trialOf,
} from "../../src/stack/index.ts";
import { words } from "../../src/words/en/index.ts";

const seconds = 60;

/** Where the rows stand in the page. */
const begin = "<!-- levels: npm run real -- --levels 1,4,6,10 --write -->";
const end = "<!-- end of levels -->";
const intro = `## Days of levels

The lesson and every wrong answer of levels 1, 4, 6 and 10 as real processes (\`npx play real level N --design wrong:A\`): HAProxy, Redis and the stack's own programs on one machine, ten minutes in one, traffic and boxes scaled so that every core is as busy as in the level. Simulated is the scaled system, every request played one by one, five times; what misses its goal is bold. The day is the level's first, or where a design misses a goal in the game the one on which it does worst. The machine was loaded with other work, before which these processes went. An answer without a row has not been run.

What such a day cannot decide, and the command says so:

- **A bill** is no machine's business: 1 A and 10 E fail by theirs alone: of the scaled system, too, every goal is expected to be kept.
- **A jam has less time**: minutes pass ten times as fast while clients have the patience that they have. 4 A answers little more than half of its requests in the level; here it makes them wait too long instead, and answers nearly all.
- **Queues weigh more**: a box has four times fewer slots, so that waiting is four times as long beside the work. Level 6's lesson on the day that takes its primary's zone (\`--seed 23\`) stands on the edge for that reason: 16 of 24 exact runs of that scaled day keep its answer times. In the level it keeps them on every day.`;
const heads = ["| level, answer | day | simulated, scaled | measured | here |", "|---|---|---|---|---|"];

/** What is to be run: the lesson and every wrong answer of some levels, or some of these by name. */
export function answersOf(
  numbers: readonly number[],
  names: readonly string[] | undefined,
): { readonly level: Level; readonly name: string; readonly design: Design }[] {
  return levels
    .filter(({ number }) => numbers.includes(number))
    .flatMap((level) =>
      [{ name: "lesson", design: level.lesson }, ...namedWrongAnswers(level)].map(({ name, design }) => ({
        ...{ level, name, design },
      })),
    )
    .filter(({ name }) => !names || names.includes(name));
}

/** Runs one answer's day; its row, which says so where the machine was too late to judge by. */
export async function levelRow(
  { level, name, design }: ReturnType<typeof answersOf>[number],
  programs: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const seed = finish(findTrialDay(level, design));
  const trial = trialOf(level, design, seed, seconds);
  const expected = finish(trial.predict());
  const given = { programs, servers: await locateServers(trial.stack) };
  const quiet = { started: () => {}, moment: () => {}, step: () => {} };
  const work = (keeper: Keeper) => runStack(trial.stack, given, keeper, quiet);
  const results = await withKeeper(signal, work);
  const report = simulate(design, level.scenario, { seed, ...reportedRun });
  const outcome = outcomeOf(trial, expected, report, results);
  const of = `level ${level.number}, ${name}: \`${formatDesign(design)}\``;
  return `| ${[of, seed, ...cellsOf(outcome), fateOf(outcome)].join(" | ")} |`;
}

/** What was simulated, and what was measured; what misses its goal is bold. */
function cellsOf({ goals }: OutcomeForReal): [simulated: string, measured: string] {
  const simulated = goals.map(({ goal, expected, expectedMet }) => {
    const { indicator } = goal;
    const show = (value: number) => showIndicator(words, indicator, value);
    const between = expected.deviation > 0 ? ` ± ${show(expected.deviation)}` : "";
    const bound = "atMost" in goal ? `≤ ${show(goal.atMost)}` : `≥ ${show(goal.atLeast)}`;
    return `${indicatorName(words, indicator)} ${marked(show(expected.mean), expectedMet)}${between} (${bound})`;
  });
  const measured = goals.map(({ goal: { indicator }, measured: value, met }) =>
    value === undefined
      ? `${indicatorName(words, indicator)} –`
      : `${indicatorName(words, indicator)} ${marked(showIndicator(words, indicator, value), met !== false)}`,
  );
  return [simulated.join("; "), measured.join("; ")];
}

const marked = (text: string, isMet: boolean) => (isMet ? text : `**${text}**`);

const unjudged = "not to be judged by";

function fateOf({
  goals,
  overBudget,
  passed,
  expectedPassed,
  isJudged,
  lateMs,
  lateMsMax,
}: OutcomeForReal): string {
  const missed = goals.flatMap(({ met, goal }) =>
    met === false ? [indicatorName(words, goal.indicator)] : [],
  );
  const bill = overBudget
    ? [`its bill, on paper (${showIndicator(words, "costPerMonth", overBudget.cost)})`]
    : [];
  const fate = passed ? "holds" : `fails: ${[...missed, ...bill].join(", ")}`;
  const late = `this machine was late by ${lateMs.toFixed(0)} ms, where ${lateMsMax.toFixed(0)} are the most: ${unjudged}`;
  return `${fate}${passed === expectedPassed ? "" : ", which was not expected"}${isJudged ? "" : ` (${late})`}`;
}

const nameOf = (row: string) => row.slice(0, row.indexOf(":"));

/** The rows that a page has. */
export function levelRows(page: string): readonly string[] {
  return page.split("\n").filter((line) => /^\| level \d/.test(line));
}

/** A page with more rows, or with such as were measured anew; at its end where it had none. */
export function withLevelRows(page: string, rows: readonly string[]): string {
  const byName = new Map(levelRows(page).map((row) => [nameOf(row), row]));
  for (const row of rows) {
    const old = byName.get(nameOf(row));
    const isWorse = row.includes(unjudged) && old !== undefined && !old.includes(unjudged);
    if (!isWorse) byName.set(nameOf(row), row);
  }
  const inOrder = answersOf([1, 4, 6, 10], undefined).flatMap(({ level, name }) => {
    const row = byName.get(`| level ${level.number}, ${name}`);
    return row ? [row] : [];
  });
  const section = [begin, ...heads, ...inOrder, end].join("\n");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  return from < 0
    ? `${page.trimEnd()}\n\n${intro}\n\n${section}\n`
    : page.slice(0, from) + section + page.slice(to + end.length);
}
