/** One moment of a run, from its recording: what each part does, what is lost and why, what has happened so far. */
import type { Playback, Recording, Standing } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import {
  type Bucket,
  type Cause,
  type Design,
  fateOf,
  type Gauge,
  isPlace,
  type Note,
  type PlaceGauge,
  partsOfGauge,
  partsOfPlace,
  seesAnswerTimes,
  visible,
} from "../sim/index.ts";
import { showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { noteSentence } from "./notes.ts";
import type { Live, PartFigures } from "./picture/index.ts";

/** Seconds over which a shown rate is averaged: the display is smooth, the state is true. */
const smoothTicks = 3;
/** From here on a part is close to its limit. */
const warnAt = 0.9;

/** What is lost at a place for a reason, at one moment. */
export interface LossNow extends Bucket {
  readonly perSec: number;
}

/** A value of a series at a tick, averaged over the last few. */
export function smooth(values: ArrayLike<number>, tick: number): number {
  const to = Math.min(values.length - 1, Math.floor(tick));
  const from = Math.max(0, to - smoothTicks + 1);
  if (to < from) return 0;
  let sum = 0;
  for (let t = from; t <= to; t++) sum += values[t] as number;
  return sum / (to - from + 1);
}

/** Requests lost at a tick by place and reason, the most first. */
export function lossesAt({ losses, tickSec }: Playback, tick: number): LossNow[] {
  return losses
    .map(({ place, reason, perStep }) => ({ place, reason, perSec: smooth(perStep, tick) / tickSec }))
    .filter(({ perSec }) => perSec > 0)
    .sort((a, b) => b.perSec - a.perSec);
}

/** What the player has paid to see: which gauges, and answer times. */
export type Sees = (what: Gauge | "latency") => boolean;

const seesAll: Sees = () => true;

/** What can be seen of a run: everything, but for levels in fog. */
export function sightOf(lesson: Lesson, design: Design): Sees {
  return lesson.level.scenario.fog
    ? (what) => (what === "latency" ? seesAnswerTimes(design) : visible(design, what))
    : seesAll;
}

/** The log as far as it can be seen: in fog, faults stay unsaid until somebody finds them. */
export function seenLog(log: readonly LogLine[], sees: Sees): LogLine[] {
  return sees("failed") ? [...log] : log.filter(({ kind }) => kind === "good");
}

/** What each part of the picture shows at a tick. */
export function liveAt(recording: Playback, tick: number, sees: Sees = seesAll): Live {
  const losses = sees("failed") ? lossesAt(recording, tick) : [];
  const names = new Set(recording.names.filter(sees));
  return (part) => {
    // Users, and the ghosts of what is missing, have no figures.
    if (!isPlace(part)) return undefined;
    const read = (gauge: PlaceGauge) => {
      const name: Gauge = `${part}.${gauge}`;
      return names.has(name) ? smooth(recording.series(name), tick) : undefined;
    };
    const now = (gauge: PlaceGauge) =>
      names.has(`${part}.${gauge}`) ? recording.series(`${part}.${gauge}`)[Math.floor(tick)] : undefined;
    const isFog = !sees(`${part}.utilization`) && recording.names.includes(`${part}.utilization`);
    const own = losses.filter(({ place }) => place === part);
    const utilization = read("utilization");
    const queue = read("backlog");
    const hitRatio = read("hitRatio");
    const boxes = now("boxes");
    const lagMs = read("lagMs");
    const depth = read("depth");
    const up = now("up");
    const figures: PartFigures = {
      ...(isFog ? { fog: true } : {}),
      ...(utilization === undefined ? {} : { utilization }),
      ...(queue === undefined ? {} : { queue }),
      ...(hitRatio === undefined ? {} : { hitRatio }),
      ...(boxes === undefined ? {} : { boxes }),
      ...(lagMs === undefined ? {} : { lagSec: lagMs / 1_000 }),
      ...(depth === undefined ? {} : { depth }),
      ...(up === 0 ? { down: true } : {}),
      ...(own[0]
        ? { lostPerSec: own.reduce((sum, loss) => sum + loss.perSec, 0), reason: own[0].reason }
        : {}),
    };
    return Object.keys(figures).length === 0 ? undefined : figures;
  };
}

/** A line of the log. */
export interface LogLine {
  readonly tick: number;
  readonly kind: "event" | "warn" | "bad" | "good";
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
  const notes = recording.notes.flatMap((note): LogLine[] => {
    const text = noteSentence(words, lesson, note);
    const tick = Math.floor(note.atSec / recording.tickSec);
    return text === undefined ? [] : [{ tick, kind: goodNews.has(note.what) ? "good" : "event", text }];
  });
  // Causes are found in a whole run: until it is computed only what was noted can be told.
  const found = causes
    ? [...warnings(words, recording, causes), ...causes.map((cause) => lineOf(words, lesson, cause))]
    : [];
  return distinct([...found, ...notes].sort((a, b) => a.tick - b.tick));
}

function lineOf({ log }: Words, lesson: Lesson, cause: Cause): LogLine {
  const { tick } = cause;
  if (cause.what === "event")
    return { tick, kind: "event", text: lesson.prose.events[cause.label] ?? cause.label };
  const place = partsOfPlace(cause.place);
  switch (cause.what) {
    case "down":
      return { tick, kind: "bad", text: log.down(place) };
    case "saturated":
      return { tick, kind: "warn", text: cause.waiting ? log.held(place) : log.overloaded(place) };
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
    return [{ tick: at, kind: "warn" as const, text: log.nearLimit(partsOfPlace(place)) }];
  });
}

/** A log line with its time. */
export function logTime(line: LogLine, tickSec: number): string {
  return showTime(line.tick, tickSec);
}

/** The goals as they stood at a tick; before the first look, none. */
export function standingAt(recording: Playback, tick: number): Standing | undefined {
  return recording.standings.findLast((standing) => standing.tick <= tick + 1);
}

/** The share of requests answered so far. */
export function answeredShare(recording: Recording): Float64Array {
  const answered = recording.series("answered");
  const failed = recording.series("failed");
  return Float64Array.from(answered, (count, t) => {
    const closed = count + (failed[t] ?? 0);
    return closed > 0 ? count / closed : 1;
  });
}
