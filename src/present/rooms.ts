/** Levels of the rooms with their words: a level's own, but for what the room says instead. */
import type { Level } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { type BoardDay, type DayVariant, isShiftDay } from "../rooms/day/index.ts";
import {
  type BoughtFault,
  faultKinds,
  faultLabel,
  type RedTeam,
  underFault,
  type Waste,
} from "../rooms/puzzles/index.ts";
import { priceGroups } from "../sim/index.ts";
import type { PuzzleText, RoomText } from "../words/contract/puzzles.ts";
import type { Words } from "../words/index.ts";

/** The lesson of a level's id, among those that are told. */
export function lessonOf(lessons: readonly Lesson[], id: string): Lesson {
  return lessons.find(({ level }) => level.id === id)!;
}

/** A level of a room, told with the words of the level that it was made of. */
function inRoom(words: Words, base: Lesson, level: Level, told: Partial<RoomText & PuzzleText>): Lesson {
  const bought = faultKinds.map((kind) => [faultLabel({ kind }), words.puzzles.faults[kind].event]);
  return {
    level,
    prose: { ...base.prose, ...told, events: { ...base.prose.events, ...Object.fromEntries(bought) } },
  };
}

/** A puzzle of waste with its words. */
export function wasteLesson(words: Words, lessons: readonly Lesson[], { rule, level }: Waste): Lesson {
  const { waste, wastes } = words.puzzles;
  return inRoom(words, lessonOf(lessons, rule.level), level, { ...waste, ...wastes[rule.id] });
}

/** A design of the red team under a fault, with its words. */
export function faultLesson(
  words: Words,
  lessons: readonly Lesson[],
  redTeam: RedTeam,
  fault: BoughtFault,
): Lesson {
  const { rule } = redTeam;
  const { title = "", story = "" } = words.puzzles.redTeams[rule.id] ?? {};
  const promise = words.puzzles.fault(fault);
  return inRoom(words, lessonOf(lessons, rule.level), underFault(redTeam, fault), { title, story, promise });
}

/** What stands on a day's board, with its words. */
export function dayLesson(
  words: Words,
  lessons: readonly Lesson[],
  { drawn, level, waste }: BoardDay,
): Lesson {
  const base = lessonOf(lessons, waste?.rule.level ?? drawn.of);
  const own = waste ? { ...words.puzzles.waste, ...words.puzzles.wastes[waste.id] } : words.day.text;
  const title = words.day.titleOf({
    date: drawn.date,
    title: waste ? (words.puzzles.wastes[waste.id]?.title ?? "") : base.prose.title,
  });
  return inRoom(words, base, level, { ...own, title });
}

/** What is different on a day, a sentence each. */
export function dayChanges({ day, puzzles }: Words, variant: DayVariant): string[] {
  if (isShiftDay(variant)) return [day.kind("on-call")];
  const { drawn } = variant;
  const { fault, prices = {} } = drawn;
  const groups = priceGroups.filter((group) => prices[group] !== undefined);
  return [
    day.kind(drawn.kind),
    day.traffic(drawn.traffic),
    ...(drawn.laterSec === 0 ? [] : [day.later(drawn.laterSec)]),
    fault ? day.extra({ fault: puzzles.fault(fault.fault), atSec: fault.atSec }) : day.asUsual,
    ...groups.map((group) => day.price({ group, factor: prices[group] ?? 1 })),
  ];
}
