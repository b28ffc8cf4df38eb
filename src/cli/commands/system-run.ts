/** `play simulate --system FILE`: a system of one's own, held against its own goals on the fixed seeds. */
import { setImmediate } from "node:timers/promises";
import { type GoalResult, type Outcome, play, verdictSeeds, worstOf } from "../../game/index.ts";
import { goalLine } from "../../present/debrief.ts";
import { table } from "../../present/table.ts";
import { type Arguments, exitCodes, type SpokenIo, UsageError } from "../io.ts";
import { numberFlag, seedBounds } from "../parse.ts";
import { type SystemFile, systemFile } from "../system-file.ts";
import { describeFreeRun, freeRunJson, mustBePlayable } from "./free-run.ts";
import { goalCells, goalJson } from "./goals.ts";

/** What a system file says already, or what is about one run alone. */
const notWithSystem = ["level", "day", "scenario", "runs", "series"] as const;

/** Runs the system on every fixed seed, or on one; fine when its goals hold on all of them. */
export async function simulateSystem(path: string, args: Arguments, io: SpokenIo): Promise<number> {
  for (const flag of notWithSystem)
    if (args.has(flag)) throw new UsageError((usage) => usage.systemOnly({ flag }));
  const system = systemFile(path, args.value("design"));
  const { playable } = system;
  mustBePlayable(playable.start);
  const seeds = args.has("seed") ? [numberFlag(args, "seed", seedBounds)] : verdictSeeds;
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    if (io.signal.aborted) return exitCodes.interrupted;
    outcomes.push(play(playable, playable.start, seed));
    await setImmediate();
  }
  io.out(
    args.has("json")
      ? `${JSON.stringify(systemJson(system, outcomes))}\n`
      : await described(system, outcomes, io),
  );
  return outcomes.every(({ passed }) => passed) ? exitCodes.fine : exitCodes.failed;
}

/** The worst run in full, and the goals on every seed. */
function systemJson({ name, playable }: SystemFile, outcomes: readonly Outcome[]): object {
  const { report, goals, passed } = worstOf(outcomes);
  return {
    system: name,
    passed,
    seeds: outcomes.map(({ report: { seed }, passed: holds }) => ({ seed, passed: holds })),
    goals: goals.map(goalJson),
    ...freeRunJson(playable.start, playable.scenario, report),
  };
}

async function described(
  { name, playable }: SystemFile,
  outcomes: readonly Outcome[],
  io: SpokenIo,
): Promise<string> {
  const [words, { output }] = await Promise.all([io.words(), io.cliWords()]);
  const { report, goals } = worstOf(outcomes);
  const held = outcomes.filter(({ passed }) => passed).length;
  const cells = (goal: GoalResult) => goalCells(output)(goalLine(words, goal));
  return `${[
    output.system({ name, held, of: outcomes.length }),
    ...(goals.length > 0 ? ["", table(goals.map(cells), [2]), ""] : [""]),
    describeFreeRun(words, output, playable.start, report),
  ].join("\n")}\n`;
}
