/** A lab's report: its table, and the tally of what was foretold. */
import { expect, test } from "vitest";
import { experiments } from "../../src/cli/commands/real/index.ts";
import { benchNamed, benchNames, startOf, type Tried } from "../../src/labs/index.ts";
import { labReport, sameTrial, trialHeads, trialRow } from "../../src/present/labs.ts";
import { words } from "../helpers/english.ts";

const { labScreens: labs } = words;
const trialOf = (name: (typeof benchNames)[number], rest: Partial<Tried> = {}): Tried => ({
  turned: startOf(benchNamed(name)),
  measured: 0.5,
  theory: null,
  ...rest,
});

test("says how many changes were foretold where any was, and nothing of it where none was", () => {
  for (const name of benchNames) {
    const { figure } = labs.benches[name];
    const none = labReport(labs, name, [trialOf(name), trialOf(name)]).split("\n");
    expect(none).toContain(figure);
    const wrong = trialOf(name, { expected: 4, came: 2 });
    const right = trialOf(name, { expected: 4, came: 4 });
    const told = labReport(labs, name, [trialOf(name), wrong, right]).split("\n");
    expect(told).toContain(`${figure} · ${labs.foretold({ right: 1, of: 2 })}`);
  }
});

test("has a row a trial as wide as its head, and the command of every trial", () => {
  for (const name of benchNames) {
    const bench = benchNamed(name);
    const trials = [trialOf(name), trialOf(name, { expected: 4, came: 4, theory: 0.4 })];
    const lines = labReport(labs, name, trials).split("\n");
    const rows = lines.filter((line) => line.startsWith("|"));
    const columns = trialHeads(labs, bench).length;
    expect(rows.map((row) => row.split("|").length - 2)).toEqual(Array(2 + trials.length).fill(columns));
    expect(lines).toContain(`npx ${sameTrial(bench, startOf(bench))}`);
  }
});

test("a row marks what came as foretold and what did not, and leaves out what nobody expected", () => {
  const [name] = benchNames;
  const bench = benchNamed(name!);
  const row = (rest: Partial<Tried>) =>
    trialRow(labs, bench, trialOf(name!, rest), labs.changes).slice(-4, -2);
  expect(row({})).toEqual(["", ""]);
  expect(row({ expected: 4, came: 4 })).toEqual([labs.changes[4], `✓ ${labs.changes[4]}`]);
  expect(row({ expected: 4, came: 2 })).toEqual([labs.changes[4], `✗ ${labs.changes[2]}`]);
  expect(row({ came: 2 })).toEqual(["", `✗ ${labs.changes[2]}`]);
});

test("names the experiment with real servers that shows the same, where there is one", () => {
  const shown = benchNames.flatMap((name) => {
    const [, experiment] = /npx play real (\S+)`/.exec(labReport(labs, name, [trialOf(name)])) ?? [];
    return experiment === undefined ? [] : [experiment];
  });
  const names = experiments.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(shown));
  expect(new Set(shown).size).toBe(4);
  expect(labReport(labs, "shards", [trialOf("shards")])).not.toContain("play real");
});
