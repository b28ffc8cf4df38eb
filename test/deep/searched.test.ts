import { describe, expect, test, vi } from "vitest";
import { judge } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { design } from "../../src/sim/index.ts";
import { inputsOf } from "../helpers/exact-runs.ts";
import {
  agreementOf,
  goalsInTown,
  judgedRun,
  readSearched,
  reportOn,
  type SearchedRun,
} from "../helpers/searched.ts";
import { playedOn } from "../helpers/whole-designs.ts";

vi.mock("../../src/sim/scenario/capacities.ts", async (original) => {
  const { withTenfoldWork } = await import("../helpers/tenth-town.ts");
  return withTenfoldWork(await original<typeof import("../../src/sim/scenario/capacities.ts")>());
});

const byDesign = new Map<string, SearchedRun[]>();
for (const run of readSearched()) {
  const title = `level ${run.level}, day ${run.day}, ${run.line}`;
  byDesign.set(title, [...(byDesign.get(title) ?? []), run]);
}

describe("exact runs of designs that a search came upon share the report's verdict, within the margin of clear goals", () => {
  test.each([...byDesign])("%s", (_, runs) => {
    const { level: number, day, line } = runs[0]!;
    const level = findLevel(String(number))!;
    const played = playedOn(level, design(line), day);
    const inputs = inputsOf(played);
    // Of another level than today's they say nothing: npm run model -- --search.
    expect(runs.map((run) => run.inputs)).toEqual(runs.map(() => inputs));
    const goals = goalsInTown(level, day);
    const report = reportOn(played);
    const exact = runs.map((run) => judgedRun(goals, report, run));
    expect(["agreed", "near", "chance"]).toContain(agreementOf(judge(goals, report), exact));
  });
});
