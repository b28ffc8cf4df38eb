/** The run in words. */
import type { Recording } from "../../../game/index.ts";
import { lampsNow } from "../../../present/comparison.ts";
import { goalLine } from "../../../present/debrief.ts";
import { logOf, logTime, seenLog } from "../../../present/log.ts";
import { goalsSoFarAt, lampFiguresAt, liveAt, lossesAt, sightOf, smooth } from "../../../present/moment.ts";
import { darkSites } from "../../../present/outages.ts";
import { describe } from "../../../present/picture/index.ts";
import { placeOf } from "../../../present/sites.ts";
import {
  aboutLine,
  asClientsSee,
  kindsOf,
  missingTold,
  stopOf,
  verdictLine,
} from "../../../present/trace.ts";
import { fateOf } from "../../../sim/index.ts";
import { showTime } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import { spokenLamps } from "../../frame/lamps.ts";
import { playbackOf, tickOf } from "../../model/transitions.ts";
import type { RunScreen, TracePanel } from "../../model/types.ts";

export function spokenRun(words: Words, screen: RunScreen): string[] {
  const { played, visit } = screen;
  if (!played) return [words.run.computing];
  if (screen.trace) return spokenTrace(words, screen, screen.trace);
  const { spoken } = words;
  const { recording } = played;
  const last = recording.ticks - 1;
  const sees = sightOf(visit.lesson, played.design);
  const losses = sees("failed") ? lossesAt(recording, last) : [];
  const worst = worstTick(recording);
  return [
    spoken.run,
    ...seenLog(logOf(words, visit.lesson, recording), sees).map((line) =>
      spoken.logLine({ time: logTime(line, recording.tickSec), text: line.text }),
    ),
    ...losses.map(({ place, reason, perSec }) =>
      spoken.stillLosing({ place: placeOf(place, recording.design), reason, fate: fateOf(reason), perSec }),
    ),
    spoken.partsAt({ time: showTime(worst, recording.tickSec), isSeen: sees("failed") }),
    ...describe(
      words.picture,
      played.design,
      liveAt(recording, worst, sees),
      darkSites(words, visit.lesson, recording.seed, worst),
    ),
    ...(screen.playing ? [] : [spoken.pausedAt(showTime(Math.floor(screen.at), recording.tickSec))]),
    spoken.toDebrief,
  ];
}

/** The moment on view, with all of it: every goal as it stands, every part, and what has happened so far. */
export function runText(words: Words, screen: RunScreen): string[] {
  const playback = playbackOf(screen);
  if (!playback) return [words.run.computing];
  const { spoken } = words;
  const { lesson, sitting } = screen.visit;
  const design = screen.played?.design ?? sitting.design;
  const sees = sightOf(lesson, design);
  const tick = tickOf(screen, playback);
  const standing = sees("failed") ? goalsSoFarAt(playback, tick) : undefined;
  return [
    spoken.now(showTime(tick, playback.tickSec)),
    ...(standing?.goals ?? []).map((goal) => spoken.goal(goalLine(words, goal))),
    ...spokenLamps(words, lampsNow(words, lesson.level, design, lampFiguresAt(playback, tick))),
    ...describe(
      words.picture,
      design,
      liveAt(playback, tick, sees),
      darkSites(words, lesson, playback.seed, tick),
    ),
    ...seenLog(logOf(words, lesson, playback), sees)
      .filter((line) => line.tick <= tick)
      .map((line) => spoken.logLine({ time: logTime(line, playback.tickSec), text: line.text })),
  ];
}

/** The tick at which most was lost, as its figures are read; the busiest one when nothing was. */
function worstTick(recording: Recording): number {
  const failed = recording.series("failed");
  const counts = failed.some((count) => count > 0) ? failed : recording.series("offered");
  const shown = Array.from(counts, (_, tick) => smooth(counts, tick));
  return shown.indexOf(Math.max(...shown));
}

/** One request in words. */
function spokenTrace(words: Words, screen: RunScreen, trace: TracePanel): string[] {
  const { recording } = screen.played as NonNullable<RunScreen["played"]>;
  const { spoken } = words;
  const { found, which } = trace;
  if (!found) return [spoken.trace.following];
  const { level } = screen.visit.lesson;
  const whole = found[which];
  const title = spoken.trace.title({
    time: showTime(trace.tick, recording.tickSec),
    which,
    at: kindsOf(found).indexOf(which) + 1,
    of: kindsOf(found).length,
  });
  if (!whole) return [title, missingTold(words, recording.design, which, lossesAt(recording, trace.tick))];
  const chosen = asClientsSee(whole, level);
  return [
    title,
    aboutLine(words, chosen, whole, which, level),
    ...chosen.hops.map((hop) => spoken.trace.stop({ stop: stopOf(hop, recording.design), ms: hop.ms })),
    spoken.trace.allOfIt(chosen.totalMs),
    ...[verdictLine(words, recording.design, chosen)].filter((line) => line !== ""),
  ];
}
