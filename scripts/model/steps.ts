/**
 * What of a report hangs on the length of its steps, and on the second in which its run ends: every design that a level
 * names, on the day of one seed.
 */
import { type Goal, judge, type Level } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import {
  type Design,
  dayOf,
  type Figures,
  type Indicator,
  Run,
  reportedRun,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";
import { written } from "../../test/helpers/exact-runs.ts";
import { namedDesigns } from "../../test/helpers/named-designs.ts";

const stepsSec = [1, 10, 60] as const;
/** A day has no more steps than this: level 8's is played in steps of 10 and 60 s. */
const ticksMax = 10_000;
/** A figure of which any two runs differ by more than this part is told. */
const apart = 0.05;
/** Runs end at most so many steps later. */
const laterMax = 9;
/** An indicator that the end of a run moves by more than this part is told. */
const moved = 0.03;
const seed = 11;

/** The same scenario in steps of another length. */
export function inSteps(scenario: Scenario, stepSec: number): Scenario {
  const ticks = Math.round((scenario.ticks * scenario.tickSec) / stepSec);
  return { ...dayOf(scenario, seed), ticks, tickSec: stepSec };
}

/** The lengths in which a level is played. */
export function lengthsOf({ scenario }: Level): readonly number[] {
  return stepsSec.filter((stepSec) => (scenario.ticks * scenario.tickSec) / stepSec <= ticksMax);
}

/** Everything that a level asks of a design, with what it is asked on: stars may have a scenario of their own. */
function askedOf(level: Level): readonly { readonly scenario: Scenario; readonly goals: readonly Goal[] }[] {
  const rules = [level.stars.two, level.stars.three];
  const own = rules.flatMap(({ scenario, goals }) => (scenario ? [{ scenario, goals }] : []));
  const shared = [level, ...rules.filter(({ scenario }) => !scenario)].flatMap(({ goals }) => goals);
  const once = new Map(shared.map((goal) => [JSON.stringify(goal), goal]));
  return [{ scenario: level.scenario, goals: [...once.values()] }, ...own];
}

/** One goal of a design in steps of each length. */
export interface InSteps {
  readonly design: string;
  readonly goal: Goal;
  readonly values: readonly number[];
  /** Whether it is met in some and missed in others. */
  readonly flips: boolean;
}

/** Part of the largest by which figures differ; 0 where none is a number. */
function spreadOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  const most = Math.max(...known.map(Math.abs));
  return most > 0 ? (Math.max(...known) - Math.min(...known)) / most : 0;
}

/** All goals of a level's designs in steps of each length. */
export function goalsInSteps(level: Level, lengths: readonly number[] = lengthsOf(level)): InSteps[] {
  return namedDesigns(level).flatMap(({ name, design }) =>
    askedOf(level).flatMap(({ scenario, goals }) => {
      const results = lengths.map((stepSec) =>
        judge(goals, simulate(design, inSteps(scenario, stepSec), { ...reportedRun, seed })),
      );
      return goals.map((goal, at) => ({
        design: name,
        goal,
        values: results.map((each) => each[at]!.value),
        flips: results.some((each) => each[at]!.met !== results[0]![at]!.met),
      }));
    }),
  );
}

const boundOf = (goal: Goal) =>
  "atMost" in goal ? `≤ ${written(goal.atMost)}` : `≥ ${written(goal.atLeast)}`;
const shown = (value: number) => (Number.isNaN(value) ? "–" : String(Number(value.toPrecision(3))));

const once = (rows: readonly string[]) => [...new Set(rows)];

/** The goals of a level that are told, as a table. */
export function stepsTable(level: Level): string {
  const all = goalsInSteps(level);
  const told = all.filter(({ flips, values }) => flips || spreadOf(values) > apart);
  const flips = all.filter((each) => each.flips).length;
  const head = `${namedDesigns(level).length} designs, ${all.length} goals: ${flips} flip, ${told.length - flips} more differ by more than ${100 * apart} %.`;
  if (told.length === 0) return head;
  // Wrong answers of one letter may be told alike.
  const rows = once(
    told.map(
      ({ design, goal, values, flips }) =>
        `| ${design} | ${goal.indicator} ${boundOf(goal)} | ${values.map(shown).join(" | ")} | ${flips ? "flips" : ""} |`,
    ),
  );
  const lengths = lengthsOf(level);
  const titles = lengths.map((sec) => `${sec} s`).join(" | ");
  return [
    head,
    "",
    `| design | goal | ${titles} | |`,
    `|---|---|${"---|".repeat(lengths.length)}---|`,
    ...rows,
  ].join("\n");
}

/** One indicator of a design, by how many steps later its run ends. */
export interface AtTheEnd {
  readonly design: string;
  readonly indicator: string;
  readonly values: readonly number[];
}

/** The same run, ended up to so many steps later: what it is judged by then. */
function endings(design: Design, scenario: Scenario): Figures[] {
  const later = { ...dayOf(scenario, seed), ticks: scenario.ticks + laterMax };
  const run = new Run(design, later, { ...reportedRun, seed });
  const found: Figures[] = [];
  while (!run.done) {
    run.advance();
    if (run.world.tick >= scenario.ticks) found.push(run.figures());
  }
  return found;
}

/** What the end of a run moves of a level's designs, and the goals that are met at one end and missed at another. */
export function movedByTheEnd(level: Level): {
  readonly moved: readonly AtTheEnd[];
  readonly flips: readonly string[];
} {
  const found: AtTheEnd[] = [];
  const flips: string[] = [];
  for (const { name, design } of namedDesigns(level))
    for (const { scenario, goals } of askedOf(level)) {
      const ends = endings(design, scenario);
      for (const goal of goals) {
        const met = ends.map((each) => judge([goal], each)[0]!.met);
        if (met.includes(!met[0])) flips.push(`${name}: ${goal.indicator}`);
      }
      if (scenario !== level.scenario) continue;
      for (const indicator of Object.keys(ends[0]!.indicators) as Indicator[]) {
        const values = ends.map(({ indicators }) => indicators[indicator] ?? Number.NaN);
        if (spreadOf(values) > moved) found.push({ design: name, indicator, values });
      }
    }
  return { moved: found, flips };
}

/** What the end of a run moves, as a table. */
function endingsTable(level: Level): string {
  const { moved: all } = movedByTheEnd(level);
  if (all.length === 0)
    return `No indicator moves by ${100 * moved} % where runs end up to ${laterMax} steps later.`;
  const rows = once(
    all.map(({ design, indicator, values }) => {
      const [first = Number.NaN] = values;
      return `| ${design} | ${indicator} | ${shown(first)} | ${shown(Math.min(...values))} to ${shown(Math.max(...values))} |`;
    }),
  );
  return [
    `| design | indicator | at the end | up to ${laterMax} steps later |`,
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** All that is told of one level. */
export function stepsOf(name: string): string {
  const level = findLevel(name);
  if (!level) throw new RangeError(`there is no level ${name}`);
  return [stepsTable(level), "", endingsTable(level)].join("\n");
}
