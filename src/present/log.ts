/** The log of a run: what has happened, in sentences. */
import type { Playback, Recording } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import {
  type Cause,
  type Design,
  type FaultCause,
  fateOf,
  type Note,
  type Place,
  partsOfGauge,
  partsOfPlace,
} from "../sim/index.ts";
import { showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import type { Sees } from "./moment.ts";
import { noteSentence, together } from "./notes.ts";
import { outagesOf } from "./outages.ts";
import { placeOf } from "./sites.ts";

/** From here on a part is close to its limit. */
const warnAt = 0.9;

/** A line of the log. */
export interface LogLine {
  readonly tick: number;
  /** An event is the scenario's; what the system does about it is a note, or good news. */
  readonly kind: "event" | "note" | "warn" | "bad" | "good";
  readonly text: string;
}

const goodNews: ReadonlySet<Note["what"]> = new Set([
  "fault-found",
  "fault-mended",
  "promoted",
  "primary-back",
  "restored",
]);

/** Without the same words twice in one breath. */
function distinct(lines: readonly LogLine[]): LogLine[] {
  return lines.filter(
    (line, at) => !lines.slice(0, at).some(({ tick, text }) => tick === line.tick && text === line.text),
  );
}

/** Everything that the run has to tell, in order of time, in words that know nothing of what comes later. */
export function logOf(words: Words, lesson: Lesson, recording: Playback & Partial<Recording>): LogLine[] {
  const causes = recording.outcome?.report.causes;
  const outages = outagesOf(lesson, recording.seed);
  const home = lesson.level.start.sites[0].region;
  // That a site is dark says it of each of its parts.
  const isDark = (place: Place, tick: number) => {
    const { name, region = home } = partsOfPlace(place);
    return (
      name !== "site" && outages.some((out) => out.region === region && out.from <= tick && tick < out.until)
    );
  };
  // Causes are found in a whole run: until it is computed only what was noted can be told.
  const found = causes
    ? [
        ...warnings(words, recording, causes),
        ...inOrder(causes)
          .filter((cause) => !isElsewhere(cause, causes))
          .filter((cause) => !(cause.what === "down" && isDark(cause.place, cause.tick)))
          .filter((cause) => !goesOn(cause, causes))
          .map((cause) => lineOf(words, lesson, recording.design, cause, causes)),
      ]
    : [];
  const notes = together(recording.notes).flatMap((told): LogLine[] => {
    const { note } = told;
    const text = noteSentence(words, lesson, recording.design, told);
    const tick = Math.floor(note.atSec / recording.tickSec);
    if (text === undefined || (note.what === "emptied" && isDark(note.place, tick))) return [];
    // The event that takes a primary says so itself, as does its fall.
    if (note.what === "primary-lost" && found.some((line) => line.tick === tick && line.kind !== "warn"))
      return [];
    return [{ tick, kind: goodNews.has(note.what) ? "good" : "note", text }];
  });
  return distinct([...found, ...notes].sort((a, b) => a.tick - b.tick));
}

/** Whether an event that finds nothing is told by its twin, which hits another part at the same time. */
function isElsewhere(cause: Cause, causes: readonly Cause[]): boolean {
  if (cause.what !== "event" || cause.absent === undefined) return false;
  const { label, tick } = cause;
  return causes.some(
    (other) =>
      other.what === "event" && other.absent === undefined && other.label === label && other.tick === tick,
  );
}

/** Ticks by which a loss may be noticed before the fall that it comes of. */
const early = 2;

/** Causes with each fall no later than what is lost by it: a part that falls within a tick is down from the next one on. */
function inOrder(causes: readonly Cause[]): Cause[] {
  const rank = { event: 0, down: 1, saturated: 2, losing: 3 } as const;
  return causes
    .map((cause) => {
      if (cause.what !== "down") return cause;
      const loss = causes.find(
        (other) =>
          other.what === "losing" &&
          other.place === cause.place &&
          other.tick < cause.tick &&
          other.tick >= cause.tick - early,
      );
      return loss ? { ...cause, tick: loss.tick } : cause;
    })
    .sort((a, b) => a.tick - b.tick || rank[a.what] - rank[b.what]);
}

/** Ticks of rest after which an overload is news again. */
const restMin = 60;

/** Whether an overload is the one that has been told, after a short rest. */
function goesOn(cause: Cause, causes: readonly Cause[]): boolean {
  return (
    cause.what === "saturated" &&
    causes.some(
      (other) =>
        other.what === "saturated" &&
        other.place === cause.place &&
        other.waiting === cause.waiting &&
        other.tick < cause.tick &&
        cause.tick - other.untilTick < restMin,
    )
  );
}

/** Whether workers have too much to do because a poison job takes them: it came last of all that came before. */
function isPoisoned({ place, tick }: FaultCause, causes: readonly Cause[]): boolean {
  const last = causes.findLast((other) => other.what === "event" && other.tick <= tick);
  return partsOfPlace(place).name === "workers" && last?.what === "event" && last.event === "poison";
}

function lineOf(
  { log }: Words,
  lesson: Lesson,
  design: Design,
  cause: Cause,
  causes: readonly Cause[],
): LogLine {
  const { tick } = cause;
  if (cause.what === "event") {
    const event = lesson.prose.events[cause.label] ?? cause.label;
    const { absent } = cause;
    return {
      tick,
      kind: "event",
      text: absent === undefined ? event : log.untouched({ event, part: placeOf(absent, design) }),
    };
  }
  const place = placeOf(cause.place, design);
  switch (cause.what) {
    case "down":
      return { tick, kind: "bad", text: log.down(place) };
    case "saturated":
      return {
        tick,
        kind: "warn",
        text: cause.waiting
          ? log.held(place)
          : isPoisoned(cause, causes)
            ? log.poisoned(place)
            : log.overloaded(place),
      };
    case "losing":
      return {
        tick,
        kind: "bad",
        text: log.losing({ place, reason: cause.reason, fate: fateOf(cause.reason) }),
      };
  }
}

/** Parts that come close to their limit before anything was lost: said before the first drop. */
function warnings({ log }: Words, recording: Playback, causes: readonly Cause[]): LogLine[] {
  const failed = recording.series("failed");
  const firstLoss = failed.findIndex((count) => count > 0);
  const before = firstLoss < 0 ? recording.ticks : firstLoss;
  return recording.names.flatMap((name) => {
    const parts = partsOfGauge(name);
    if (parts.of !== "place" || parts.gauge !== "utilization") return [];
    const { place } = parts;
    const at = recording.series(name).findIndex((value) => value >= warnAt);
    if (at < 0 || at >= before) return [];
    // Where the limit is reached in the same breath there is nothing to warn of.
    if (causes.some((cause) => cause.what === "saturated" && cause.place === place && cause.tick - at < 3))
      return [];
    return [{ tick: at, kind: "warn" as const, text: log.nearLimit(placeOf(place, recording.design)) }];
  });
}

/** A log line with its time. */
export function logTime(line: LogLine, tickSec: number): string {
  return showTime(line.tick, tickSec);
}

/** The log as far as it can be seen: in fog, faults stay unsaid until somebody finds them. */
export function seenLog(log: readonly LogLine[], sees: Sees): LogLine[] {
  return sees("failed") ? [...log] : log.filter(({ kind }) => kind === "good");
}

/** Ticks for which an event is not pushed out by what comes of it. */
const freshTicks = 10;

/**
 * The newest lines that fit, in order of time. An event of these seconds comes first: what comes of it does not push
 * it out.
 * @param heightOf rows that a line needs
 */
export function newestFitting(
  log: readonly LogLine[],
  rows: number,
  heightOf: (line: LogLine) => number,
): LogLine[] {
  const newest = log.at(-1);
  if (!newest) return [];
  const event = log.findLast(({ kind, tick }) => kind === "event" && tick >= newest.tick - freshTicks);
  const kept = new Set(event ? [event] : []);
  let room = rows - (event ? heightOf(event) : 0);
  for (const line of log.toReversed()) {
    if (kept.has(line)) continue;
    const height = heightOf(line);
    // Beside its event the newest may have no room; older ones would leave a gap.
    if (height > room && line !== newest) break;
    if (height > room) continue;
    kept.add(line);
    room -= height;
  }
  return log.filter((line) => kept.has(line));
}
