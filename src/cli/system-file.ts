/** Scenarios and systems out of files: whatever is wrong with one is a line. */
import type { Playable } from "../game/index.ts";
import { withNear } from "../present/written.ts";
import { type System, scenarioFromJson, systemFromJson } from "../rooms/sandbox/index.ts";
import type { Scenario } from "../sim/index.ts";
import { designArgument } from "./design-argument.ts";
import { plain, UsageError } from "./io.ts";
import { jsonFile } from "./text-file.ts";

/** A line of what is wrong is no longer than this. */
const lineMax = 1_200;

/** Reads and checks a scenario file. */
export function scenarioFile(path: string): Scenario {
  const { scenario, problem } = scenarioFromJson(jsonFile(path));
  if (scenario) return scenario;
  throw new UsageError((usage) =>
    plain(usage.scenario({ path: plain(path), ...withNear(problem) }), lineMax),
  );
}

/** Reads and checks a system file, as it was written. */
export function readSystem(path: string): System {
  const { system, problem } = systemFromJson(jsonFile(path));
  if (system) return system;
  throw new UsageError((usage) => plain(usage.system({ path: plain(path), ...withNear(problem) }), lineMax));
}

/** A system as it is run: what is played, under the name that its file gives. */
export interface SystemFile {
  readonly name: string;
  readonly playable: Playable;
}

/** Reads and checks a system file; another design may stand in for its own. */
export function systemFile(path: string, design?: string): SystemFile {
  const value = jsonFile(path);
  const other = design === undefined ? undefined : designArgument(design, undefined);
  const { system, playable, problem } = systemFromJson(value, other);
  if (problem)
    throw new UsageError((usage) =>
      plain(usage.system({ path: plain(path), ...withNear(problem) }), lineMax),
    );
  const { budget, goals, ...rest } = playable;
  // A budget is a goal like others here, so that it is told as one.
  const bill = budget === undefined ? [] : [{ indicator: "costPerMonth", atMost: budget } as const];
  return { playable: { ...rest, goals: [...goals, ...bill] }, name: system.name ?? plain(path) };
}
