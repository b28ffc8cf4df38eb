/** The puzzles and the level of the day on a level's board: how a stay there begins, what is kept, where it leads back. */
import { type Played, startSitting } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { cardOf } from "../../present/day.ts";
import { dayLesson, faultLesson, wasteLesson } from "../../present/rooms.ts";
import {
  type DayVariant,
  dateAt,
  firstDate,
  isShiftDay,
  type ProvenDay,
  readDate,
  variantOf,
} from "../../rooms/day/index.ts";
import {
  type BoughtFault,
  faultId,
  type Puzzle,
  priceOf,
  puzzles,
  type RedTeam,
  redTeams,
  starsFor,
  type Waste,
} from "../../rooms/puzzles/index.ts";
import type { LevelProgress, SavedDay } from "../../saves/shape.ts";
import type { DayCard } from "../../words/contract/day.ts";
import { lessonsOf } from "./progress.ts";
import { progressOf } from "./reached.ts";
import type { DayScreen, RedTeamScreen } from "./room-screens.ts";
import { enterLevel, remember, show, showMap, startRun } from "./transitions.ts";
import type { State } from "./types.ts";
import type { RoomStay, Visit } from "./visit.ts";

/** The red team's puzzle of a screen. */
export function redTeamOf({ id }: Pick<RedTeamScreen, "id">): RedTeam {
  return redTeams.find((each) => each.id === id)!;
}

/** What was reached of a puzzle. */
export function reachedOf({ save }: Pick<State, "save">, { kind, id }: Puzzle): LevelProgress | undefined {
  return progressOf(save, `${kind}:${id}`);
}

/** What the map says of the puzzles. */
export function puzzlesLine({ save, words }: Pick<State, "save" | "words">): string {
  const solved = puzzles.filter((each) => reachedOf({ save }, each)?.stars === 3).length;
  return words.puzzles.solvedOf({ solved, of: puzzles.length });
}

export function openPuzzles(state: State, id?: string): State {
  const at = puzzles.findIndex((each) => each.id === id);
  return show(state, { kind: "puzzles", at: Math.max(0, at) });
}

export function openPuzzle(state: State, puzzle: Puzzle): State {
  return puzzle.kind === "waste"
    ? openWaste(state, puzzle.waste)
    : show(state, { kind: "redTeam", id: puzzle.id, at: 0, tried: {} });
}

function openWaste(state: State, waste: Waste): State {
  const lesson = wasteLesson(state.words, lessonsOf(state.mapRows), waste);
  return enterRoom(state, lesson, { kind: "waste", waste });
}

/** A stay in a room: nothing is asked before a run. */
function enterRoom(state: State, lesson: Lesson, room: RoomStay): State {
  const visit: Visit = { ...enterLevel(state, lesson), room, asked: "question" };
  return show(state, { kind: "board", visit });
}

/** Buys the fault in focus and runs the day. */
export function buyFault(state: State, screen: RedTeamScreen): State {
  const redTeam = redTeamOf(screen);
  const fault = redTeam.faults[screen.at];
  if (!fault) return state;
  const lesson = faultLesson(state.words, lessonsOf(state.mapRows), redTeam, fault);
  const visit: Visit = {
    ...enterLevel(state, lesson),
    sitting: startSitting(redTeam.design),
    asked: "question",
    room: { kind: "red-team", fault, from: screen },
  };
  return startRun(state, visit);
}

/** What a fault was worth: nothing where it was borne. */
export function worthOf(
  screen: Pick<RedTeamScreen, "id">,
  fault: BoughtFault,
  breaks: boolean,
): 0 | 1 | 2 | 3 {
  return breaks ? starsFor(redTeamOf(screen), fault) : 0;
}

/** From the run of a fault back to the list, with what it did. */
export function afterFault(
  state: State,
  visit: Visit,
  { fault, from }: Extract<RoomStay, { readonly kind: "red-team" }>,
  { recording }: Played,
): State {
  const { outcome } = recording;
  const breaks = !outcome.passed;
  const id = faultId(fault);
  const shown = show(state, {
    ...from,
    tried: { ...from.tried, [id]: breaks },
    last: { fault, outcome },
  });
  return remember(shown, {
    type: "run",
    level: visit.lesson.level.id,
    passed: breaks,
    stars: worthOf(from, fault, breaks),
    costPerMonth: priceOf(fault),
    line: id,
    practice: false,
    attempt: true,
  });
}

/** Where a stay leads back to: its room, or its level on the map. */
export function leave(state: State, { room, lesson }: Visit): State {
  switch (room?.kind) {
    case "waste":
      return openPuzzles(state, room.waste.id);
    case "red-team":
      return show(state, room.from);
    case "day":
      return openDayOf(state, room.day);
    default:
      return showMap(state, lesson.level.id);
  }
}

function dayScreen(variant: DayVariant, day?: ProvenDay): DayScreen {
  const { date } = variant.drawn;
  return { kind: "day", date, variant, progress: day ? 1 : 0, ...(day ? { day } : {}) };
}

/** The page of a day that has been proven. */
export function openDayOf(state: State, day: ProvenDay): State {
  return show(state, dayScreen(day, day));
}

/** A day's level, otherwise today's: a day of UTC, which a visit keeps even past midnight. */
export function openDay(state: State, date = dateAt(state.nowMs)): State {
  const read = readDate(date);
  const screen = dayScreen(variantOf("date" in read ? read.date : firstDate, 0));
  return show(state, "problem" in read ? { ...screen, date, problem: read.problem } : screen);
}

/** What the map says of the day. */
export function dayLine({ save, words, nowMs }: Pick<State, "save" | "words" | "nowMs">): string {
  const date = dateAt(nowMs);
  const counted = countedOn({ save }, date);
  return counted
    ? words.day.counted({ card: words.day.card(cardSaved(date, counted)) })
    : words.day.firstCounts;
}

/** Whether today's level has been played. */
export function countedToday({ save, nowMs }: Pick<State, "save" | "nowMs">): boolean {
  return countedOn({ save }, dateAt(nowMs)) !== undefined;
}

/** What counted on a day. */
export function countedOn({ save }: Pick<State, "save">, date: string): SavedDay | undefined {
  return Object.hasOwn(save.days, date) ? save.days[date] : undefined;
}

/** A card of what counted. */
export function cardSaved(date: string, { at: _, ...counted }: SavedDay): DayCard {
  return { date, ...counted };
}

/** A day's variant has been proven, or is counted on from. */
export function dayProven(state: State, variant: DayVariant, day: ProvenDay | undefined): State {
  const { screen } = state;
  if (screen.kind !== "day" || screen.variant !== variant) return state;
  if (day) return show(state, { ...screen, variant: day, day, progress: 1 });
  const next = variantOf(variant.drawn.date, variant.drawn.turn + 1);
  return show(state, { ...screen, variant: next });
}

/** Goes to the day's board, or opens its shift. */
export function playDay(state: State, screen: DayScreen, day: ProvenDay): State {
  if (isShiftDay(day)) {
    const { of, seed, date } = day.drawn;
    return show(state, { ...screen, opening: { case: of, seed, date } });
  }
  const lesson = dayLesson(state.words, lessonsOf(state.mapRows), day);
  return enterRoom(state, lesson, { kind: "day", day });
}

/** A run of a day was judged: the first one counts, unless the answer had been looked up. */
export function countDay(state: State, { room }: Visit, { recording, practice, stars }: Played): State {
  if (room?.kind !== "day" || practice) return state;
  const card = cardOf(room.day, recording, stars);
  return remember(state, { type: "day", ...card, stars });
}
