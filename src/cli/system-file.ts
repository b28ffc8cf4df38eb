/**
 * A whole system in a JSON file: its design in notation, what it must hold, and the day that it is held against. A team
 * keeps it beside its code and has it checked; `play system new` writes one with comments.
 */
import * as v from "valibot";
import type { Goal, GoalIndicator, Playable } from "../game/index.ts";
import { plainIndicators, regionalIndicators, regionNames } from "../sim/index.ts";
import type { FieldTakes, ScenarioProblem } from "../words/contract/scenario-file.ts";
import { designArgument } from "./design-argument.ts";
import { type FileShape, flaw, label, listOf, number, object, readShape } from "./file-fields.ts";
import { plain, UsageError } from "./io.ts";
import { optionalInScenario, scenarioOf, scenarioSchema } from "./scenario-file.ts";
import { jsonFile } from "./text-file.ts";

/** Everything that a goal of one's own can be about. */
const goalIndicators: readonly GoalIndicator[] = [
  "costPerMonth",
  ...plainIndicators,
  ...regionNames.flatMap((region) => regionalIndicators.map((name) => `${region}.${name}` as const)),
];

const indicator = v.picklist(goalIndicators, flaw({ code: "indicator", known: plainIndicators }));
const bound = number(0, 1e12);
const goal = v.pipe(
  object({ indicator, atMost: v.exactOptional(bound), atLeast: v.exactOptional(bound) }),
  v.check(
    ({ atMost, atLeast }) => (atMost === undefined) !== (atLeast === undefined),
    flaw({ code: "one-bound" }),
  ),
);

const takes: FieldTakes = { code: "object", fields: ["design", "goals", "scenario"] };

const schema = v.strictObject(
  {
    name: v.exactOptional(label),
    design: v.string(flaw({ code: "notation" })),
    goals: listOf(goal, 0, 40),
    scenario: scenarioSchema,
  },
  flaw(takes),
);

const systemShape: FileShape<typeof schema> = {
  schema,
  takes,
  optionalAt(keys) {
    if (keys.length === 1) return ["name"];
    if (keys[0] === "scenario") return optionalInScenario(keys.slice(1));
    return keys[0] === "goals" ? ["atMost", "atLeast"] : [];
  },
};

/** A system as it is run: what is played, under the name that its file gives. */
export interface SystemFile {
  readonly name: string;
  readonly playable: Playable;
}

/** Reads and checks a system file; another design may stand in for its own. */
export function systemFile(path: string, design?: string): SystemFile {
  const found = systemFromJson(jsonFile(path), design);
  if ("problem" in found)
    throw new UsageError((usage) => usage.system({ path: plain(path), problem: found.problem }));
  return { ...found, name: found.name ?? plain(path) };
}

/** A system out of a JSON value, or the first thing wrong with it. */
export function systemFromJson(
  value: unknown,
  design?: string,
): { readonly name?: string; readonly playable: Playable } | { readonly problem: ScenarioProblem } {
  const { output: system, problem: flawed } = readShape(systemShape, value);
  if (flawed) return { problem: flawed };
  const { scenario, problem } = scenarioOf(system.scenario);
  if (problem)
    return { problem: "where" in problem ? { ...problem, where: `scenario.${problem.where}` } : problem };
  const start = designArgument(design ?? system.design, undefined);
  return {
    ...(system.name === undefined ? {} : { name: system.name }),
    playable: { id: "system", scenario, start, shop: [], goals: system.goals as readonly Goal[] },
  };
}
