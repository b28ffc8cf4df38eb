/** One moment of a run, from its recording: what each part does, what is lost and why, what has happened so far. */
import { type GoalsSoFar, type Playback, type Recording, tellsTimes } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import {
  type Bucket,
  type Cause,
  type Design,
  dayOf,
  fateOf,
  type Gauge,
  isPlace,
  kinds,
  type Note,
  type Place,
  type PlaceGauge,
  type PlaceParts,
  partsOfGauge,
  partsOfPlace,
  type RegionName,
  rateAt,
  type Scenario,
  seesAnswerTimes,
  visible,
} from "../sim/index.ts";
import { showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { noteSentence } from "./notes.ts";
import type { Live, PartFigures, Single } from "./picture/index.ts";

/** Seconds over which a shown rate is averaged: the display is smooth, the state is true. */
const smoothTicks = 3;
/** Boxes whose utilization differs by so much are shown one by one. */
const unevenFrom = 0.1;
/** So much of the work must be in vain to be seen. */
const vainFrom = 0.1;
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
  for (let t = from; t <= to; t++) sum += values[t]!;
  return sum / (to - from + 1);
}

/** All that arrives in a second: the requests of the books, and what is sent without anybody noticing whether it fails. */
export function arrivingAt({ streams, tickSec }: Scenario, recording: Playback, tick: number): number {
  const atSec = (Math.floor(tick) + 0.5) * tickSec;
  return streams
    .filter(({ kind }) => !kinds[kind].isCounted)
    .reduce(
      (sum, { curve }) => sum + rateAt(curve, atSec),
      smooth(recording.series("offered"), tick) / tickSec,
    );
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
  const vain = names.has("inVain") ? smooth(recording.series("inVain"), tick) : 0;
  return (part) => {
    // Users, and the ghosts of what is missing, have no figures.
    if (!isPlace(part)) return undefined;
    const read = (gauge: PlaceGauge) => {
      const name: Gauge = `${part}.${gauge}`;
      return names.has(name) ? smooth(recording.series(name), tick) : undefined;
    };
    const now = (gauge: PlaceGauge) =>
      names.has(`${part}.${gauge}`) ? recording.series(`${part}.${gauge}`)[Math.floor(tick)] : undefined;
    const lead = leadAt(recording, Math.floor(tick));
    const place = partsOfPlace(part);
    // The primary's figures are those of the box that leads, wherever it stands; the old one is a copy there.
    if (place.name === "db" && place.region === undefined && lead?.region !== undefined)
      return { leadsIn: lead.region };
    const isFog = !sees(`${part}.utilization`) && recording.names.includes(`${part}.utilization`);
    const own = losses.filter(({ place }) => place === part);
    const utilization = read("utilization");
    const queue = read("backlog");
    const hitRatio = read("hitRatio");
    const boxes = now("boxes");
    const lagMs = read("lagMs");
    const depth = read("depth");
    const up = now("up");
    const booting = part.startsWith("replicas") ? now("booting") : undefined;
    const each = eachAt(recording, part, Math.floor(tick), names);
    const moved = now("movedShare");
    const figures: PartFigures = {
      ...(isFog ? { fog: true } : {}),
      ...(utilization === undefined ? {} : { utilization }),
      ...(queue === undefined ? {} : { queue }),
      ...(hitRatio === undefined ? {} : { hitRatio }),
      ...(boxes === undefined && each.length === 0 ? {} : { boxes: boxes ?? each.length }),
      ...(booting === undefined ? {} : { rebuilding: booting }),
      ...(isUneven(part, each) ? { each } : {}),
      ...(moved !== undefined && moved > 0 && moved < 1 ? { moved } : {}),
      ...(isPromoted(place, lead) ? { promoted: true } : {}),
      ...(lagMs === undefined ? {} : { lagSec: lagMs / 1_000 }),
      ...(depth === undefined ? {} : { depth }),
      ...(up === 0 ? { down: true } : {}),
      ...(own.some(({ reason }) => reason === "timeout") && vain >= vainFrom ? { inVain: vain } : {}),
      ...(own[0]
        ? { lostPerSec: own.reduce((sum, loss) => sum + loss.perSec, 0), reason: own[0].reason }
        : {}),
    };
    return Object.keys(figures).length === 0 ? undefined : figures;
  };
}

/** A part's boxes one by one; those that are alike stand together, the busiest first. */
function eachAt(
  { series }: Playback,
  place: Place,
  tick: number,
  names: ReadonlySet<string>,
): readonly Single[] {
  const each: Single[] = [];
  const isByName = place.startsWith("shards");
  for (let n = 1; names.has(`${place}.boxesOf${n}`); n++) {
    const boxes = series(`${place}.boxesOf${n}`)[tick] ?? 0;
    const utilization = series(`${place}.utilizationOf${n}`)[tick] ?? 0;
    // A shard keeps its place: one that is down is seen to be, one that has yet to join comes last.
    const wasThere = isByName && (series(`${place}.boxesOf${n}`)[0] ?? 0) > 0;
    if (wasThere && boxes < 0.5) each.push({ utilization: 0, isDown: true });
    else for (let i = 0; i < Math.round(boxes); i++) each.push({ utilization });
  }
  const hot = each.reduce((most, { utilization }) => Math.max(most, utilization), 0);
  const hotShard = `hotShard${place.slice("shards".length)}` as Place;
  const [asked, can] = [
    series(`${hotShard}.askedPerSec`)[tick] ?? 0,
    series(`${hotShard}.canPerSec`)[tick] ?? 0,
  ];
  // A box is never more than busy; what it is asked for may be many times that.
  if (isByName && hot >= 0.99 && asked > can && can > 0)
    return each.map((one) => (one.utilization === hot ? { ...one, utilization: asked / can } : one));
  return isByName ? each : each.sort((a, b) => b.utilization - a.utilization);
}

/** Whether boxes are worth standing one by one: shards always, others where they differ. */
function isUneven(place: Place, each: readonly Single[]): boolean {
  if (place.startsWith("shards")) return each.length > 0;
  return each.length > 1 && (each[0]?.utilization ?? 0) - (each.at(-1)?.utilization ?? 0) >= unevenFrom;
}

/** Where a copy took over as the primary, when nothing has changed since. */
function leadAt({ notes, tickSec }: Playback, tick: number): PlaceParts | undefined {
  const last = notes.findLast(
    (note) =>
      "place" in note &&
      (note.what === "promoted" ||
        note.what === "primary-lost" ||
        note.what === "restored" ||
        note.what === "primary-back") &&
      note.atSec <= tick * tickSec,
  );
  return last?.what === "promoted" ? partsOfPlace(last.place) : undefined;
}

/** Where only copies stand, the one that took over is one of them. */
function isPromoted({ name, region }: PlaceParts, lead: PlaceParts | undefined): boolean {
  if (lead === undefined || lead.region !== region) return false;
  return name === (lead.region === undefined ? "db" : "replicas");
}

/** Sites that are dark at a moment of a seed's day, each with until when, where that is told. */
export function darkSites(
  { picture }: Words,
  lesson: Lesson,
  seed: number,
  tick: number,
): ReadonlyMap<RegionName, string> {
  const { events, ticks, tickSec } = dayOf(lesson.level.scenario, seed);
  const dark = new Map<RegionName, string>();
  for (const event of events) {
    if (event.what !== "region-outage") continue;
    const until = (event.untilSec ?? Number.POSITIVE_INFINITY) / tickSec;
    if (event.atSec / tickSec > tick || tick >= until) continue;
    dark.set(
      event.region,
      tellsTimes(lesson.level)
        ? picture.live.darkUntil(until < ticks ? showTime(until, tickSec) : undefined)
        : picture.live.dark,
    );
  }
  return dark;
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
    ? [
        ...warnings(words, recording, causes),
        ...causes.filter((cause) => !isElsewhere(cause, causes)).map((cause) => lineOf(words, lesson, cause)),
      ]
    : [];
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

function lineOf({ log }: Words, lesson: Lesson, cause: Cause): LogLine {
  const { tick } = cause;
  if (cause.what === "event") {
    const event = lesson.prose.events[cause.label] ?? cause.label;
    const { absent } = cause;
    return {
      tick,
      kind: "event",
      text: absent === undefined ? event : log.untouched({ event, part: absent }),
    };
  }
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
export function goalsSoFarAt(recording: Playback, tick: number): GoalsSoFar | undefined {
  return recording.goalsSoFar.findLast((standing) => standing.tick <= tick + 1);
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
