/** The map in words. */
import { showGoal } from "../../../present/indicators.ts";
import { doorLine } from "../../model/doors.ts";
import { openInterviewOf } from "../../model/interview.ts";
import { lockReason } from "../../model/progress.ts";
import { progressOf, tally } from "../../model/reached.ts";
import type { MapRow, State } from "../../model/types.ts";

/** Every place of the map, then the one in focus in full: what it asks for, for each star, or what unlocks it. */
export function mapText(state: State, at: number): string[] {
  const { words } = state;
  const place = state.mapRows[at] as MapRow;
  const all = [...state.mapRows.map((each) => sayPlace(state, each)), ...spokenMap(state, at)];
  if (place.kind === "door") return all;
  const { level, prose } = place.lesson;
  const locked = lockReason(state, place);
  return [
    ...all,
    ...(locked === undefined ? [] : [locked]),
    words.spoken.goals({ goals: level.goals.map((goal) => showGoal(words, goal)), budget: level.budget }),
    words.spoken.stars(prose.stars),
  ];
}

function sayPlace(state: State, place: MapRow): string {
  const { spoken } = state.words;
  if (place.kind === "door") return spoken[place.id](doorLine(state, place.id));
  const { level, prose } = place.lesson;
  const named = { number: level.number, title: prose.title };
  const progress = progressOf(state.save, place.id);
  if (progress?.passed)
    return spoken.levelPassed({ ...named, stars: progress.stars, best: progress.bestCostPerMonth ?? 0 });
  return lockReason(state, place) === undefined ? spoken.levelOpen(named) : spoken.levelLocked(named);
}

export function spokenMap(state: State, at: number): string[] {
  const { spoken } = state.words;
  const place = state.mapRows[at] as MapRow;
  const open = place.id === "study" && openInterviewOf(state) ? [state.words.study.interviewOpen] : [];
  const about = place.kind === "lesson" ? [place.lesson.prose.promise] : open;
  return [
    spoken.map(tally(state)),
    spoken.mapPlace({ at: at + 1, of: state.mapRows.length, place: sayPlace(state, place) }),
    ...about,
  ];
}
