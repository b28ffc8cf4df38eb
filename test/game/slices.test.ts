/** Long work: it breathes on its way, asks for no run in vain and tells how far it is. */
import { describe, expect, test } from "vitest";
import { fairness, finish, inSlices, type Plan, play, whatIf } from "../../src/game/index.ts";
import { advancing } from "../../src/game/slices.ts";
import { type Run, type Scenario, searchRun } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

test("a run breathes after every fourth step, and tells the share that is done", () => {
  const world = { timeSec: 0 };
  const run = {
    world,
    done: false,
    advance: () => {
      world.timeSec += 2;
    },
  };
  const scenario = { ticks: 10, tickSec: 2 } as Scenario;
  expect([...advancing(run as unknown as Run, scenario)]).toEqual([0.4, 0.8]);
  expect(world.timeSec).toBe(20);
});

describe("a plan", () => {
  const { level } = lessons[0]!;
  const plans: Readonly<Record<string, () => Plan<unknown>>> = {
    "of a carried start": () => fairness(level, level.lesson),
    "of what a pass could lose": () => whatIf(level, level.lesson, 11),
  };

  test.each(Object.entries(plans))(
    "%s asks for no batch without a run, and for none after the last",
    (_, begin) => {
      const plan = begin();
      let last: number | undefined;
      for (let step = plan.next([]); !step.done; ) {
        const { runs, later } = step.value;
        expect(runs.length).toBeGreaterThan(0);
        last = later;
        step = plan.next(runs.map(({ design, seed, fidelity }) => play(level, design, seed, fidelity)));
      }
      expect(last).toBe(0);
    },
  );

  test("tells at a breath what is done of what is known, nothing where nothing is known", () => {
    const run = { design: level.start, seed: 11, fidelity: { ...searchRun, stride: 4 } } as const;
    function* breathing(later: number): Plan<string> {
      yield { runs: [], later };
      yield { runs: [run], later };
      yield { runs: [], later };
      return "done";
    }
    const sharesOf = (later: number) => {
      const shares: number[] = [];
      const work = inSlices({ ...level, scenario: { ...level.scenario, ticks: 4 } }, breathing(later));
      for (let step = work.next(); !step.done; step = work.next()) shares.push(step.value);
      return [shares.at(0), shares.at(-1)];
    };
    expect(sharesOf(0)).toEqual([0, 1]);
    expect(sharesOf(1)).toEqual([0, 0.5]);
    expect(sharesOf(3)).toEqual([0, 0.25]);
  });

  test("tells at the end that all is done", () => {
    const shares: number[] = [];
    const work = inSlices(level, fairness(level, level.lesson));
    for (let step = work.next(); !step.done; step = work.next()) shares.push(step.value);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(finish(inSlices(level, fairness(level, level.lesson)))).toBe("passes");
  });
});
