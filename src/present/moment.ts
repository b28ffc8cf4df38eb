/** One moment of a run, from its recording: what each part does, what is lost and why, what has happened so far. */
import type { GoalsSoFar, Playback, Recording } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import {
  type Bucket,
  type Design,
  type Gauge,
  isPlace,
  kinds,
  type PlaceGauge,
  type PlaceParts,
  partsOfGauge,
  partsOfPlace,
  placeIn,
  type Report,
  rateAt,
  type Scenario,
  seesAnswerTimes,
  visible,
} from "../sim/index.ts";
import type { Live, PartFigures, Single } from "./picture/index.ts";

/** Seconds over which a shown rate is averaged: the display is smooth, the state is true. */
const smoothTicks = 3;
/** Boxes whose utilization differs by so much are shown one by one. */
const unevenFrom = 0.1;
/** So much of the work must be in vain to be seen. */
const vainFrom = 0.1;

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
export function arrivingAt(scenario: Scenario, recording: Playback, tick: number): number {
  return smooth(recording.series("offered"), tick) / scenario.tickSec + uncountedAt(scenario, tick);
}

/** What is sent in a second without anybody noticing whether it fails: logs. */
export function uncountedAt({ streams, tickSec }: Scenario, tick: number): number {
  const atSec = (Math.floor(tick) + 0.5) * tickSec;
  return streams
    .filter(({ kind }) => !kinds[kind].isCounted)
    .reduce((sum, { curve }) => sum + rateAt(curve, atSec), 0);
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
    // What workers have before them is their queue's depth, where there is one to show it.
    const isQueues = place.name === "workers" && names.has(`${placeIn("queue", place.region)}.depth`);
    const queue = isQueues ? undefined : read("backlog");
    const hitRatio = read("hitRatio");
    const boxes = now("boxes");
    const lagMs = read("lagMs");
    const depth = read("depth");
    const up = now("up");
    const booting = place.name === "replicas" ? now("booting") : undefined;
    const each = eachAt(recording, place, Math.floor(tick), names);
    const moved = now("movedShare");
    const figures: PartFigures = {
      ...(isFog ? { fog: true } : {}),
      ...(utilization === undefined ? {} : { utilization }),
      ...(queue === undefined ? {} : { queue }),
      ...(hitRatio === undefined ? {} : { hitRatio }),
      ...(boxes === undefined && each.length === 0 ? {} : { boxes: boxes ?? each.length }),
      ...(booting === undefined ? {} : { rebuilding: booting }),
      ...(isUneven(place, each) ? { each } : {}),
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
  { name, region }: PlaceParts,
  tick: number,
  names: ReadonlySet<string>,
): readonly Single[] {
  const each: Single[] = [];
  const place = placeIn(name, region);
  const isByName = name === "shards";
  for (let n = 1; names.has(`${place}.boxesOf${n}`); n++) {
    const boxes = series(`${place}.boxesOf${n}`)[tick] ?? 0;
    const utilization = series(`${place}.utilizationOf${n}`)[tick] ?? 0;
    // A shard keeps its place: one that is down is seen to be, one that has yet to join comes last.
    const wasThere = isByName && (series(`${place}.boxesOf${n}`)[0] ?? 0) > 0;
    if (wasThere && boxes < 0.5) each.push({ utilization: 0, isDown: true });
    else for (let i = 0; i < Math.round(boxes); i++) each.push({ utilization });
  }
  const hot = each.reduce((most, { utilization }) => Math.max(most, utilization), 0);
  const hotShard = placeIn("hotShard", region);
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
function isUneven({ name }: PlaceParts, each: readonly Single[]): boolean {
  if (name === "shards") return each.length > 0;
  return each.length > 1 && each[0]!.utilization - each.at(-1)!.utilization >= unevenFrom;
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

/** The goals as they stood at a tick; before the first look, none. */
export function goalsSoFarAt(recording: Playback, tick: number): GoalsSoFar | undefined {
  return recording.goalsSoFar.findLast((standing) => standing.tick <= tick + 1);
}

/**
 * What the lamps read of a run, as it is at a moment: hit ratios, and how busy the busiest shard is. At its end
 * they show what the whole of it came to, as the debrief says.
 */
export function lampFiguresAt(
  recording: Playback & Partial<Pick<Recording, "outcome">>,
  tick: number,
): Pick<Report, "indicators"> {
  if (recording.outcome && tick >= recording.ticks - 1) return recording.outcome.report;
  const has = new Set(recording.names);
  const now = (name: Gauge) => (has.has(name) ? smooth(recording.series(name), tick) : undefined);
  const shards = recording.names.filter((name) => {
    const parts = partsOfGauge(name);
    return parts.of === "place" && parts.place === "shards" && parts.gauge === "utilizationOf";
  });
  return {
    indicators: {
      hitRatio: now("cache.hitRatio") ?? 0,
      edgeHitRatio: now("cdn.hitRatio") ?? 0,
      hotShardUtilizationMax: Math.max(0, ...shards.map((name) => now(name)!)),
    },
  };
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
