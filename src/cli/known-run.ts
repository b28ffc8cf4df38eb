/** The run that is to be shared: that of a share code, or of a design on a level or a day, played and judged. */
import { decidingDay, looksShared, recordAll, recordVerdict } from "../game/index.ts";
import { findPopulation, type Lesson } from "../levels/index.ts";
import type { ProvenBoard } from "../rooms/day/index.ts";
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
import { workforceFor } from "./workforce.ts";

interface RunAsked {
  readonly lesson: Lesson;
  readonly design: Design;
  /** The day that a code says; otherwise the one that decides. */
  readonly seed?: number;
  readonly day?: ProvenBoard;
}

/** The run with its verdict on all fixed seeds; undefined when stopped. */
export async function knownRun(args: Arguments, io: SpokenIo) {
  const asked = await runAsked(args, io);
  if (!asked) return undefined;
  const { lesson, design, day } = asked;
  const { level } = lesson;
  mustBeSold(level, design);
  const seed = asked.seed ?? decidingDay(level, design);
  const recording = recordAll(level, design, seed);
  const verdict = await carryOut(workforceFor(args), level, recordVerdict(design, recording.outcome), {
    signal: io.signal,
  });
  if (!verdict) return undefined;
  const population = day ? undefined : await findPopulation(level.id);
  const found = { verdict, ...(population ? { population } : {}) };
  const played = { design, recording, ...found, stars: verdict.stars, practice: false };
  return { lesson, played, ...(day ? { day, room: { kind: "day" as const, day } } : {}) };
}

async function runAsked(args: Arguments, io: SpokenIo): Promise<RunAsked | undefined> {
  const word = args.words[0] as string;
  if (args.has("day")) {
    if (args.has("level")) throw new UsageError((usage) => usage.dayOnly({ flag: "level" }));
    const found = await dayOnBoard(args, io);
    return found && { ...found, design: designArgument(word, found.lesson.level) };
  }
  if (args.has("level")) {
    const lesson = await lessonArgument(args.value("level"), io);
    return { lesson, design: designArgument(word, lesson.level) };
  }
  if (!looksShared(word)) throw new UsageError((usage) => usage.runToShare());
  const shared = sharedArgument(word);
  const { design, seed } = shared;
  return { lesson: await sharedLesson(shared, io), design, seed };
}
