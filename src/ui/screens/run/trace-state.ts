/** Looking at one request of a paused run. */
import type { Played } from "../../../game/index.ts";
import { kindsOf } from "../../../present/trace.ts";
import { type TraceKind, type Traces, visible } from "../../../sim/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { clamp, say, show } from "../../model/transitions.ts";
import type { RunScreen, State, TracePanel } from "../../model/types.ts";

/** Three requests of the moment are known, hop by hop. */
export function traced(state: State, run: number, tick: number, found: Traces): State {
  const { screen } = state;
  if (screen.kind !== "run" || screen.visit.runs !== run || screen.trace?.tick !== tick) return state;
  const { which } = screen.trace;
  const shown = found[which] ? which : (kindsOf(found).find((kind) => found[kind]) ?? which);
  return show(state, { ...screen, progress: 0, trace: { tick, which: shown, found } });
}

/** Looks at one request of the moment; the playback waits meanwhile. */
export function openTrace(state: State, screen: RunScreen, { design, recording }: Played): State {
  if (screen.visit.lesson.level.scenario.fog && !visible(design, "failed"))
    return say(state, state.words.run.noTrace);
  const tick = Math.floor(screen.at);
  const isFailing = (recording.series("failed")[tick] ?? 0) > 0;
  return show(state, {
    ...screen,
    playing: false,
    beats: 0,
    progress: 0,
    trace: { tick, which: isFailing ? "failed" : "median" },
  });
}

export function onTrace(state: State, screen: RunScreen, trace: TracePanel, command: Command): State {
  const { trace: _, ...closed } = screen;
  if (command === "back") return show(state, closed);
  if (command !== "left" && command !== "right") return state;
  const kinds = kindsOf(trace.found ?? {});
  const at = kinds.indexOf(trace.which) + (command === "left" ? -1 : 1);
  const which = kinds[clamp(at, 0, kinds.length - 1)] as TraceKind;
  return show(state, { ...screen, trace: { ...trace, which } });
}
