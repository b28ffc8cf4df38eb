/** The causal chain of a run in words. */

import { explain, type GoalIndicator, toldLosses } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import {
  type Cause,
  type Place,
  type PlaceName,
  partsOfPlace,
  type Reason,
  type Report,
} from "../sim/index.ts";
import { paragraph } from "./cells.ts";
import { grouped, percent, table } from "./figures.ts";
import { regionName } from "./indicators-en.ts";
import { hitSentences, missSentences } from "./misses-en.ts";

const parts: Readonly<Record<PlaceName, string>> = {
  dns: "name service",
  cdn: "CDN",
  box: "box",
  lb: "load balancer",
  web: "web tier",
  services: "services",
  sessions: "session store",
  cache: "cache",
  site: "home site",
  db: "primary database",
  replicas: "replicas",
  shards: "shards",
  hotShard: "busiest shard",
  hotRow: "celebrity's row",
  dedicatedShard: "dedicated shard",
  kv: "key-value node",
  queue: "queue",
  workers: "workers",
};

/** A part as the player calls it: "web tier", "web tier in Korea". */
export function partName(place: Place): string {
  const { name, region } = partsOfPlace(place);
  if (region === undefined) return parts[name];
  return `${name === "site" ? "site" : parts[name]} in ${regionName(region)}`;
}

const plural: ReadonlySet<PlaceName> = new Set(["services", "replicas", "shards", "workers"]);

function isMany(place: Place): boolean {
  return plural.has(partsOfPlace(place).name);
}

/** A part with its verb: "the box is", "the replicas have". */
export function partIs(place: Place, verb: "is" | "has"): string {
  return `the ${partName(place)} ${isMany(place) ? (verb === "is" ? "are" : "have") : verb}`;
}

/** Simulated time as a player reads it: "t=214" in seconds, "13:05" on a day's scenario. */
export function showTime(tick: number, tickSec: number): string {
  if (tickSec < 60) return `t=${Math.round(tick * tickSec)}`;
  const minutes = Math.floor((tick * tickSec) / 60);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Why requests fail, by the simulator's reason: a clause after the part's name, the same after one or many. */
const reasonClauses: Readonly<Record<Reason, string>> = {
  timeout: "kept them waiting more than 3 s",
  "queue-full": "had no room left in the queue",
  "process-down": "was restarting and answered nobody",
  "no-domain": "knows no such name: nobody could find the site",
  "site-down": "still sent them to a site that is down",
  "no-server": "has no server to answer them",
  "no-database": "is not there: nothing keeps the data",
  "box-down": "sent them to a dead box",
  "node-down": "had a dead node",
  "shard-down": "had one down, with everybody who lives on it",
  "primary-down": "was down, and nothing else takes writes",
  "no-copy": "had no copy left to read from",
  "copy-silent": "waited for a copy that does not answer",
  "store-down": "was down: nobody is known any more",
  "broker-down": "was down, and new jobs had nowhere to wait",
  "cache-down": "was down, and nothing else keeps orders",
  "edge-down": "was down, and nothing stands behind it",
  "row-locked": "had one row too hot to write",
  "disk-full": "had a full disk on one copy",
  "data-elsewhere": "does not have that data here",
  "logged-out": "had forgotten who they are",
  "session-elsewhere": "sent them to a box that does not know them",
  "session-unreadable": "could not read their session",
  "lost-with-box": "lost what a dying box was working on",
  "bad-build": "ran a bad build",
  "box-errs": "had one box that errs and looks healthy",
  "version-skew": "spoke to a region with another version",
  "order-blocked": "took no orders from them",
};

/** A reason as a clause. */
export function reasonClause(reason: Reason): string {
  return reasonClauses[reason];
}

/** The books of the lost, largest first: count, part, clause. */
export function lossLines(report: Report): string[] {
  const rows = report.ledger.failedBy.map(({ place, reason, count }) => [
    `  ${grouped(count)}`,
    partName(place),
    reasonClause(reason),
  ]);
  return rows.length === 0 ? [] : table(rows, [0]).split("\n");
}

/** What a part is asked for, in a second. */
function unitOf(place: Place): string {
  switch (partsOfPlace(place).name) {
    case "workers":
      return "photos/s";
    case "hotRow":
      return "likes/s";
    case "db":
    case "replicas":
    case "shards":
    case "hotShard":
    case "dedicatedShard":
      return "operations/s";
    default:
      return "requests/s";
  }
}

/** "until t=419", "from then on"; several spells of the same are told together. */
function lastsUntil({ untilTick }: Cause, again: readonly Cause[], report: Report, offset: number): string {
  const last = report.ticks - 1;
  const time = (tick: number) => showTime(Math.min(last + 1, tick + offset), report.tickSec);
  const [second] = again;
  if (!second) return untilTick >= last ? "to the end" : `until ${time(untilTick)}`;
  if (again.length === 1)
    return second.untilTick >= last
      ? `until ${time(untilTick)}, and from ${showTime(second.tick, report.tickSec)} to the end`
      : `until ${time(untilTick)}, and again from ${showTime(second.tick, report.tickSec)} to ${time(second.untilTick)}`;
  return `until ${time(untilTick)}, and ${again.length} times more`;
}

/** What the log says of each event, by its label. */
export type EventWords = Readonly<Record<string, string>>;

/** One link of the chain as a sentence without its time; `again`: later spells of the same. */
export function causeSentence(
  events: EventWords,
  cause: Cause,
  report: Report,
  again: readonly Cause[] = [],
): string {
  switch (cause.what) {
    case "event":
      return events[cause.label] ?? cause.label;
    case "down":
      return `${partIs(cause.place, "is")} down ${lastsUntil(cause, again, report, 1)}`;
    case "saturated": {
      const { place, askedPerSec = 0, canPerSec = 0 } = cause;
      const until = lastsUntil(cause, again, report, 0);
      if (cause.waiting)
        return `${partIs(place, "has")} no worker free ${until}: they all wait for what stands behind`;
      const who = isMany(place) ? "they" : "it";
      if (!(canPerSec > 0) || askedPerSec < canPerSec)
        return `${partIs(place, "has")} more work than ${who} can do, ${until}`;
      return `${partIs(place, "is")} ${grouped((askedPerSec / canPerSec) * 100)} % busy ${until}: ${grouped(askedPerSec)} ${unitOf(place)} of the ${grouped(canPerSec)} ${who} can do`;
    }
    case "losing": {
      const { place, reason, count } = cause;
      const failed = `${grouped(count)} ${count === 1 ? "request" : "requests"} failed`;
      const share = count / Math.max(1, report.ledger.offered);
      return `${failed}${share >= 0.0005 ? ` (${percent(share)})` : ""}: the ${partName(place)} ${reasonClause(reason)}`;
    }
  }
}

const order = { event: 0, down: 1, saturated: 2, losing: 3 } as const;

/**
 * The chain as lines of at most `width` characters: what set it off, what fell, what it dragged along, whom it hurt.
 * @param missed indicators of missed goals
 */
export function chainLines(
  events: EventWords,
  report: Report,
  width: number,
  missed: readonly GoalIndicator[] = [],
): string[] {
  const chain = chainOf(report, missed);
  const lines: string[] = [];
  for (const cause of chain) {
    const again =
      cause.what === "saturated" || cause.what === "down"
        ? report.causes.filter(
            (other) => other.what === cause.what && other.place === cause.place && other.tick > cause.tick,
          )
        : [];
    lines.push(
      ...labelled(showTime(cause.tick, report.tickSec), causeSentence(events, cause, report, again), width),
    );
  }
  const told = chain.reduce((sum, cause) => sum + (cause.what === "losing" ? cause.count : 0), 0);
  const rest = report.ledger.failed - told;
  if (rest > 0 && told > 0)
    lines.push(...labelled("", `${grouped(rest)} more failed for other reasons`, width));
  return lines;
}

/**
 * Why, in a level: the chain, then what missed goals say for themselves. Empty when there is nothing to tell.
 */
export function causeLines({ level, prose }: Lesson, report: Report, width: number): string[] {
  const misses = missSentences(level, report);
  const missed = misses.map(({ indicator }) => indicator);
  const isBusy = chainOf(report, missed).some(({ what }) => what === "saturated");
  return [
    ...chainLines(prose.events, report, width, missed),
    ...misses.flatMap(({ sentence, quiet }) =>
      sentence === "" || (quiet && isBusy) ? [] : labelled("✗", sentence, width),
    ),
    ...(misses.length > 0 ? hitSentences(report).flatMap((sentence) => labelled("", sentence, width)) : []),
  ];
}

/** The links that are told, in order of time. */
function chainOf(report: Report, missed: readonly GoalIndicator[]): Cause[] {
  const { trigger, first, dragged, besides, losses } = explain(report, missed);
  return [trigger, first, ...dragged, ...besides, ...toldLosses(losses, report.ledger.failed)]
    .filter((cause) => cause !== undefined)
    .sort((a, b) => a.tick - b.tick || order[a.what] - order[b.what]);
}

function labelled(label: string, sentence: string, width: number): string[] {
  const [head = "", ...rest] = paragraph(sentence, width - 8);
  return [`${label.padEnd(7)} ${head}`, ...rest.map((line) => `${" ".repeat(8)}${line}`)];
}

/** The classic wrong idea that a design carries, with its teaching, as lines; empty when it has none. */
export function ideaLines(lesson: Lesson, letter: string | undefined, width: number): string[] {
  const words = letter === undefined ? undefined : lesson.prose.wrongAnswers[letter];
  return words ? paragraph(`"${words.title}": ${words.why}`, width) : [];
}
