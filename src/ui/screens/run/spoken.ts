/** The run in words. */
import type { Recording } from "../../../game/index.ts";
import { partName, showTime } from "../../../present/causes-en.ts";
import { grouped, milliseconds } from "../../../present/figures.ts";
import { liveAt, logOf, logTime, lossesAt, seenLog, sightOf } from "../../../present/moment.ts";
import { describe } from "../../../present/picture/index.ts";
import {
  aboutLine,
  asClientsSee,
  kindNames,
  stopName,
  traceKinds,
  verdictLine,
  whyNone,
} from "../../../present/trace.ts";
import type { RunScreen, TracePanel } from "../../model/types.ts";

export function spokenRun(screen: RunScreen): string[] {
  const { played, visit } = screen;
  if (!played) return ["The run is being computed."];
  if (screen.trace) return spokenTrace(screen, screen.trace);
  const { recording } = played;
  const last = recording.ticks - 1;
  const sees = sightOf(visit.lesson, played.design);
  const losses = sees("failed") ? lossesAt(recording, last) : [];
  const worst = worstTick(recording);
  return [
    "The run, in order of time.",
    ...seenLog(logOf(visit.lesson, recording), sees).map(
      (line) => `${logTime(line, recording.tickSec)}: ${line.text}.`,
    ),
    ...losses.map(
      ({ place, perSec }) => `At the end the ${partName(place)} still loses ${grouped(perSec)} a second.`,
    ),
    `The parts at ${showTime(worst, recording.tickSec)}, ${sees("failed") ? "the worst moment" : "as far as they can be seen"}:`,
    ...describe(played.design, liveAt(recording, worst, sees)),
    ...(screen.playing
      ? []
      : [
          `Paused at ${showTime(Math.floor(screen.at), recording.tickSec)}: t follows one request of this moment.`,
        ]),
    "Enter: to the debrief.",
  ];
}

/** The tick in which most was lost; the busiest one when nothing was. */
function worstTick(recording: Recording): number {
  const failed = recording.series("failed");
  const counts = failed.some((count) => count > 0) ? failed : recording.series("offered");
  return counts.indexOf(Math.max(...counts));
}

/** The same in words. */
export function spokenTrace(screen: RunScreen, trace: TracePanel): string[] {
  const { recording } = screen.played as NonNullable<RunScreen["played"]>;
  const { found, which } = trace;
  if (!found) return ["One request is being followed through your design."];
  const { level } = screen.visit.lesson;
  const whole = found[which];
  const title = `One request at ${showTime(trace.tick, recording.tickSec)}, ${kindNames[which]}, ${traceKinds.indexOf(which) + 1} of ${traceKinds.length}.`;
  if (!whole) return [title, whyNone[which]];
  const chosen = asClientsSee(whole, level);
  return [
    title,
    aboutLine(chosen, whole, which, level),
    ...chosen.hops.map(({ place, ms }) => `${stopName(place)}: ${milliseconds(ms)}.`),
    `All of it: ${milliseconds(chosen.totalMs)}.`,
    ...[verdictLine(chosen)].filter((line) => line !== ""),
  ];
}
