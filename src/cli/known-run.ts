/** The run that is to be shared: of a share code, or of a design on a level, a day or a puzzle, played and judged. */
import { decidingDay, looksShared, recordAll, recordVerdict } from "../game/index.ts";
import { findPopulation, type Lesson } from "../levels/index.ts";
import { wasteLesson } from "../present/rooms.ts";
import type { ProvenBoard } from "../rooms/day/index.ts";
import type { Waste } from "../rooms/puzzles/index.ts";
import { looksLikeSystem } from "../rooms/sandbox/index.ts";
import type { Design } from "../sim/index.ts";
import { carryOut } from "../solver/index.ts";
import { dayOnBoard } from "./day-argument.ts";
import {
  designArgument,
  lessonArgument,
  mustBeSold,
  sharedArgument,
  sharedLesson,
} from "./design-argument.ts";
import { type Arguments, type SpokenIo, UsageError } from "./io.ts";
import { puzzleArgument } from "./puzzle-argument.ts";
import { workforceFor } from "./workforce.ts";

interface RunAsked {
  readonly lesson: Lesson;
  readonly design: Design;
  /** The day that a code says; otherwise the one that decides. */
  readonly seed?: number;
  readonly day?: ProvenBoard;
  readonly waste?: Waste;
}

/** The run with its verdict on all fixed seeds; undefined when stopped. */
export async function knownRun(args: Arguments, io: SpokenIo) {
  const asked = await runAsked(args, io);
  if (!asked) return undefined;
  const { lesson, design, day, waste } = asked;
  const { level } = lesson;
  mustBeSold(level, design);
  const seed = asked.seed ?? decidingDay(level, design);
  const recording = recordAll(level, design, seed);
  const verdict = await carryOut(workforceFor(args), level, recordVerdict(design, recording.outcome), {
    signal: io.signal,
  });
  if (!verdict) return undefined;
  const population = day || waste ? undefined : await findPopulation(level.id);
  const found = { verdict, ...(population ? { population } : {}) };
  const played = { design, recording, ...found, stars: verdict.stars, practice: false };
  return {
    ...{ lesson, played },
    ...(day ? { day, room: { kind: "day" as const, day } } : {}),
    ...(waste ? { isPuzzle: true as const, room: { kind: "waste" as const, waste } } : {}),
  };
}

async function runAsked(args: Arguments, io: SpokenIo): Promise<RunAsked | undefined> {
  const word = args.words[0] as string;
  const [named, ...others] = (["puzzle", "day", "level"] as const).filter((flag) => args.has(flag));
  if (others[0] !== undefined)
    throw new UsageError((usage) => usage.oneBoard({ flag: named!, other: others[0]! }));
  if (named === "puzzle") {
    const waste = wasteArgument(args.value("puzzle") as string);
    const lesson = wasteLesson(await io.words(), await io.lessons(), waste);
    return { lesson, waste, design: designArgument(word, lesson.level) };
  }
  if (named === "day") {
    const found = await dayOnBoard(args, io);
    return found && { ...found, design: designArgument(word, found.lesson.level) };
  }
  if (named === "level") {
    const lesson = await lessonArgument(args.value("level"), io);
    return { lesson, design: designArgument(word, lesson.level) };
  }
  if (looksLikeSystem(word) && !looksShared(word)) throw new UsageError((usage) => usage.systemHasNoCard());
  if (!looksShared(word)) throw new UsageError((usage) => usage.runToShare());
  const shared = sharedArgument(word);
  const { design, seed } = shared;
  return { lesson: await sharedLesson(shared, io), design, seed };
}

/** The puzzle of waste that a word names; a design of the red team has no run until a fault is bought. */
function wasteArgument(id: string): Waste {
  const puzzle = puzzleArgument(id);
  if (puzzle.kind === "waste") return puzzle.waste;
  throw new UsageError((usage) => usage.redTeamHasNoCard({ puzzle: puzzle.id }));
}
