/** The run: playback, from its first seconds on while the rest is computed. */
import { foretell, type Playback, type Recording } from "../../../game/index.ts";
import { logOf, seenLog } from "../../../present/log.ts";
import { sightOf } from "../../../present/moment.ts";
import { failedPrediction } from "../../../study/mistakes.ts";
import type { Command } from "../../keys/keymap.ts";
import { calibration } from "../../model/progress.ts";
import { afterFault, leave } from "../../model/rooms.ts";
import { scrubTicks } from "../../model/scrub.ts";
import { afterRun, clamp, playbackOf, remember, say, show, showDebrief } from "../../model/transitions.ts";
import type { RunScreen, Speed, State, Visit } from "../../model/types.ts";
import { onTrace, openTrace } from "./trace-state.ts";

type DayFound = NonNullable<Visit["day"]>;

/** Beats of the clock in a second. */
const beatsPerSec = 20;

/** At ×1 a run lasts so long, however many ticks it has. */
const runSec = 60;

/** The day that decides is known before the question is answered, or at the latest when the run waits for it. */
export function dayFound(state: State, { design, scenario, seed }: DayFound): State {
  const { screen } = state;
  if (screen.kind !== "prediction" && screen.kind !== "run") return state;
  return show(state, { ...screen, visit: { ...screen.visit, day: { design, scenario, seed } } });
}

/** The first seconds of the run are there: playback can begin. */
export function begun(state: State, run: number, playback: Playback): State {
  const { screen } = state;
  if (screen.kind !== "run" || screen.visit.runs !== run || screen.played) return state;
  return show(state, { ...screen, begun: playback });
}

/** The run is recorded to its end: how it came out can be told. */
export function recorded(state: State, run: number, recording: Recording): State {
  const { screen } = state;
  if (screen.kind !== "run" || screen.visit.runs !== run || screen.played) return state;
  const { sitting, practice } = screen.visit;
  const { message: _, ...done } = state; // whatever it said of waiting is over
  const { begun: __, wanted, visit: before, ...rest } = screen;
  const played = { design: sitting.design, recording, stars: 0, practice } as const;
  const { state: told, visit } = comeTrue(done, before, recording);
  if (wanted === "debrief")
    return visit.room?.kind === "red-team"
      ? afterFault(told, visit, visit.room, played)
      : showDebrief(told, visit, played);
  const next: RunScreen = { ...rest, visit, progress: 0, played };
  return wanted === "trace" ? openTrace(told, next, played) : show(told, next);
}

/** What was expected of the run, held against it; an expectation is of one run. */
function comeTrue(state: State, visit: Visit, recording: Recording): { state: State; visit: Visit } {
  const { expected, ...rest } = visit;
  if (!expected) return { state, visit };
  const { level } = visit.lesson;
  const foretold = foretell(level.prediction, expected, recording);
  if (!foretold) return { state, visit: rest };
  const { answer, right } = foretold;
  const counted = remember(state, { type: "prediction", level: level.id, answer, right });
  const mistake = failedPrediction(foretold, visit.sitting.design, recording.outcome);
  const kept = mistake ? remember(counted, { type: "mistake", level: level.id, mistake }) : counted;
  return { state: kept, visit: { ...rest, foretold: { ...foretold, known: calibration(kept.save) } } };
}

/** The clock: playback moves on, work in hand is shown. */
export function tickRun(state: State, screen: RunScreen, beats: number, progress = screen.progress): State {
  const waiting = { ...screen, beats: screen.beats + beats, progress };
  const playback = playbackOf(screen);
  if (!playback || !screen.playing) return show(state, waiting);
  const last = playback.ticks - 1;
  const at = Math.min(last, screen.at + (beats * screen.speed * (last + 1)) / (runSec * beatsPerSec));
  return show(state, { ...waiting, at, playing: at < last });
}

export function onRun(state: State, screen: RunScreen, command: Command): State {
  const { visit, played } = screen;
  if (screen.trace) return onTrace(state, screen, screen.trace, command);
  const { room } = visit;
  const isAttack = room?.kind === "red-team";
  if (command === "back")
    return isAttack
      ? leave(state, visit)
      : say(show(state, { kind: "board", visit }), leftWords(state, screen));
  const { ticks } = visit.lesson.level.scenario;
  const last = ticks - 1;
  const move = (at: number) => show(state, { ...screen, at: clamp(at, 0, last), playing: false });
  const scrub = scrubTicks(ticks);
  /** Comes as soon as the run is there. */
  const wait = (wanted: "debrief" | "trace") =>
    show(say(state, state.words.run.computing), { ...screen, wanted });
  switch (command) {
    case "confirm":
      if (!played) return wait("debrief");
      return isAttack ? afterFault(state, visit, room, played) : afterRun(state, visit, played);
    case "pause":
      return screen.at >= last
        ? say(state, state.words.run.atEnd)
        : show(state, { ...screen, playing: !screen.playing });
    case "step":
      return move(Math.floor(screen.at) + 1);
    case "speed1":
      return setSpeed(state, screen, 1);
    case "speed4":
      return setSpeed(state, screen, 4);
    case "speed16":
      return setSpeed(state, screen, 16);
    case "scrubBack":
      return move(Math.round(screen.at) - scrub);
    case "scrubForward":
      return move(Math.round(screen.at) + scrub);
    case "eventBefore":
    case "nextEvent": {
      const to = eventFrom(state, screen, command);
      if (to !== undefined) return move(to);
      const { noBefore, noNext, noNextYet } = state.words.run;
      if (command === "eventBefore") return say(state, noBefore);
      return say(state, (playbackOf(screen)?.known ?? 0) < ticks ? noNextYet : noNext);
    }
    case "toStart":
      return move(0);
    case "skip":
      return screen.at >= last ? say(state, state.words.run.atEnd) : move(last);
    case "trace":
      return played ? openTrace(state, screen, played) : wait("trace");
    default:
      return state;
  }
}

/** Another speed, for this run and those to come. */
function setSpeed(state: State, screen: RunScreen, speed: Speed): State {
  const { ticks } = screen.visit.lesson.level.scenario;
  const played = show(state, { ...screen, speed, playing: screen.at < ticks - 1 });
  return remember(played, { type: "speed", speed });
}

/** The tick of the next or previous line of the log, as far as the run is computed. */
function eventFrom(
  { words }: State,
  screen: RunScreen,
  command: "nextEvent" | "eventBefore",
): number | undefined {
  const playback = playbackOf(screen);
  if (!playback) return undefined;
  const { lesson, sitting } = screen.visit;
  const sees = sightOf(lesson, screen.played?.design ?? sitting.design);
  const ticks = seenLog(logOf(words, lesson, playback), sees).map(({ tick }) => tick);
  const now = Math.floor(screen.at);
  return command === "nextEvent" ? ticks.find((tick) => tick > now) : ticks.findLast((tick) => tick < now);
}

/** Whether a run that is left counts, and as what. */
function leftWords({ words }: State, { played }: RunScreen): string {
  if (!played?.verdict) return words.run.leftUndecided;
  return played.verdict.passed ? words.run.leftPassed(played.stars) : words.run.leftNotYet;
}
