/**
 * A system of somebody's own: its design in notation, what it must hold, and the day that it is held against. It is the
 * same object in a file, in a save and on the screen; here it is read, checked and made playable, and nowhere else.
 */
import * as v from "valibot";
import type { Goal, GoalIndicator, Playable } from "../../game/index.ts";
import {
  type Design,
  parseDesign,
  plainIndicators,
  type RegionName,
  regionalIndicators,
  regionNames,
  type ScenarioEvent,
} from "../../sim/index.ts";
import { type FileShape, flaw, label, listOf, number, object, readShape } from "./file-fields.ts";
import type { FieldTakes, ScenarioProblem } from "./problems.ts";
import { optionalInScenario, scenarioOf, scenarioSchema } from "./scenario-shape.ts";

/** Everything that a goal of one's own can be about. */
export const goalIndicators: readonly GoalIndicator[] = [
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
    budget: v.exactOptional(bound),
    scenario: scenarioSchema,
  },
  flaw(takes),
);

/** A system as it is written. */
export type System = v.InferOutput<typeof schema>;

const systemShape: FileShape<typeof schema> = {
  schema,
  takes,
  optionalAt(keys) {
    if (keys.length === 1) return ["name", "budget"];
    if (keys[0] === "scenario") return optionalInScenario(keys.slice(1));
    return keys[0] === "goals" ? ["atMost", "atLeast"] : [];
  },
};

/** A system that was read, and as it is run; or the first thing wrong with it. */
export type SystemFound =
  | { readonly system: System; readonly playable: Playable; readonly problem?: never }
  | { readonly system?: never; readonly playable?: never; readonly problem: ScenarioProblem };

/** A system out of a JSON value; another design may stand in for its own. */
export function systemFromJson(value: unknown, other?: Design): SystemFound {
  const { output: system, problem } = readShape(systemShape, value);
  if (problem) return { problem };
  const { playable, problem: flawed } = playableOf(system, other);
  return flawed ? { problem: flawed } : { system, playable };
}

/** What a system of the right shape means, or what in it contradicts itself. */
function playableOf(
  { design: line, goals, budget, scenario: written }: System,
  other: Design | undefined,
):
  | { readonly playable: Playable; readonly problem?: never }
  | { readonly playable?: never; readonly problem: ScenarioProblem } {
  const { scenario, problem } = scenarioOf(written);
  if (problem)
    return { problem: "where" in problem ? { ...problem, where: `scenario.${problem.where}` } : problem };
  const read = other ? { ok: true as const, design: other } : parseDesign(line);
  if (!read.ok) return { problem: { code: "notation", where: "design", line, error: read.error } };
  const flawed = goalTwice(goals as readonly Goal[]) ?? eventWithoutSite(scenario.events, read.design);
  if (flawed) return { problem: flawed };
  return {
    playable: {
      id: "system",
      scenario,
      start: read.design,
      shop: [],
      goals: goals as readonly Goal[],
      ...(budget === undefined ? {} : { budget }),
    },
  };
}

/** Two goals that bound the same figure from the same side: one of them says nothing. */
function goalTwice(goals: readonly Goal[]): ScenarioProblem | undefined {
  const sideOf = (each: Goal) => `${each.indicator} ${"atMost" in each}`;
  const sides = goals.map(sideOf);
  const at = sides.findIndex((side, n) => sides.indexOf(side) < n);
  if (at < 0) return undefined;
  return { code: "twice", where: `goals[${at}]`, first: `goals[${sides.indexOf(sides[at] as string)}]` };
}

/** An event at a site that the design does not have would strike nothing. */
function eventWithoutSite(events: readonly ScenarioEvent[], { sites }: Design): ScenarioProblem | undefined {
  const known = sites.map((site) => site.region);
  for (const [at, event] of events.entries()) {
    const region = siteStruck(event);
    if (region !== undefined && !known.includes(region))
      return { code: "no-site", where: `scenario.events[${at}].region`, region, sites: known };
  }
  return undefined;
}

/** The site that an event names; the edges of a CDN stand where its clients are. */
function siteStruck(event: ScenarioEvent): RegionName | undefined {
  return "region" in event && event.what !== "cdn-outage" ? event.region : undefined;
}
