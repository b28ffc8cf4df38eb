/** The run: playback, from its first seconds on while the rest is computed. */
import type { Playback, Recording } from "../../../game/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { clamp, playbackOf, say, show, showDebrief } from "../../model/transitions.ts";
import type { RunScreen, State } from "../../model/types.ts";
import { onTrace, openTrace } from "./trace-state.ts";

/** Beats of the clock in a second. */
const beatsPerSec = 20;

/** At ×1 a run lasts so long, however many ticks it has. */
const runSec = 60;

/** A step back or forward, as a share of the run. */
const scrubShare = 1 / 60;

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
  const { begun: __, leaving, ...rest } = screen;
  const played = { design: sitting.design, recording, stars: 0, practice } as const;
  return leaving ? showDebrief(done, screen.visit, played) : show(done, { ...rest, progress: 0, played });
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
  if (command === "back") return show(state, { kind: "board", visit });
  const wait = () => say(state, state.words.run.computing);
  const playback = playbackOf(screen);
  if (!playback) return wait();
  const { ticks } = playback;
  const last = ticks - 1;
  const move = (at: number) => show(state, { ...screen, at: clamp(at, 0, last), playing: false });
  switch (command) {
    case "confirm":
      return played ? showDebrief(state, visit, played) : show(wait(), { ...screen, leaving: true });
    case "pause":
      return screen.at >= last
        ? show(state, { ...screen, at: 0, playing: true })
        : show(state, { ...screen, playing: !screen.playing });
    case "step":
      return move(Math.floor(screen.at) + 1);
    case "speed1":
      return show(state, { ...screen, speed: 1, playing: screen.at < last });
    case "speed4":
      return show(state, { ...screen, speed: 4, playing: screen.at < last });
    case "speed16":
      return show(state, { ...screen, speed: 16, playing: screen.at < last });
    case "scrubBack":
      return move(Math.round(screen.at) - Math.max(1, Math.round(ticks * scrubShare)));
    case "scrubForward":
      return move(Math.round(screen.at) + Math.max(1, Math.round(ticks * scrubShare)));
    case "toStart":
      return move(0);
    case "skip":
      return move(last);
    case "trace":
      return played ? openTrace(state, screen, played) : wait();
    default:
      return state;
  }
}
