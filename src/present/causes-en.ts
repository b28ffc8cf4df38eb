/** The causal chain of a run in words. */

import { explain, toldLosses } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import type { Cause, Report } from "../sim/index.ts";
import { paragraph } from "./cells.ts";
import { grouped, percent, table } from "./figures.ts";
import { regionName } from "./indicators-en.ts";
import { hitSentences, missSentences } from "./misses-en.ts";

const parts: Readonly<Record<string, string>> = {
  dns: "name service",
  cdn: "CDN",
  box: "box",
  lb: "load balancer",
  web: "web tier",
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
export function partName(place: string): string {
  const [part = "", region] = place.split("@");
  const name = region && part === "site" ? "site" : (parts[part] ?? part);
  return region ? `${name} in ${regionName(region)}` : name;
}

const plural: ReadonlySet<string> = new Set(["replicas", "shards", "workers"]);

function isMany(place: string): boolean {
  return plural.has(place.split("@")[0] ?? "");
}

/** A part with its verb: "the box is", "the replicas have". */
export function partIs(place: string, verb: "is" | "has"): string {
  return `the ${partName(place)} ${isMany(place) ? (verb === "is" ? "are" : "have") : verb}`;
}

/** Simulated time as a player reads it: "t=214" in seconds, "13:05" on a day's scenario. */
export function showTime(tick: number, tickSec: number): string {
  if (tickSec < 60) return `t=${Math.round(tick * tickSec)}`;
  const minutes = Math.floor((tick * tickSec) / 60);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Why requests fail, by the simulator's reason: a clause after the part's name, the same after one or many. */
const reasons: Readonly<Record<string, string>> = {
  timeout: "kept them waiting more than 3 s",
  "queue full": "had no room left in the queue",
  "process is down": "was restarting and answered nobody",
  "no domain": "knows no such name: nobody could find the site",
  "site is down": "still sent them to a site that is down",
  "no server": "has no server to answer them",
  "no database": "is not there: nothing keeps the data",
  "box is down": "sent them to a dead box",
  "node is down": "had a dead node",
  "shard is down": "had one down, with everybody who lives on it",
  "primary is down": "was down, and nothing else takes writes",
  "no copy is up": "had no copy left to read from",
  "a copy does not answer": "waited for a copy that does not answer",
  "store is down": "was down: nobody is known any more",
  "broker is down": "was down, and new jobs had nowhere to wait",
  "cache is down": "was down, and nothing else keeps orders",
  "edge is down": "was down, and nothing stands behind it",
  "row is locked": "had one row too hot to write",
  "disk is full": "had a full disk on one copy",
  "data is not here": "does not have that data here",
  "logged out": "had forgotten who they are",
  "session is on another box": "sent them to a box that does not know them",
  "session cannot be read": "could not read their session",
  "lost with its box": "lost what a dying box was working on",
  "bad build": "ran a bad build",
  "one box errs": "had one box that errs and looks healthy",
  "version skew": "spoke to a region with another version",
  "order cannot be placed": "took no orders from them",
};

/** A reason as a clause; unknown ones as they are. */
export function reasonClause(reason: string): string {
  return reasons[reason] ?? `failed them: ${reason}`;
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

/** Whether there is a clause for a reason, and a name for a place: for tests. */
export function hasWords(place: string, reason?: string): boolean {
  return (place.split("@")[0] ?? "") in parts && (reason === undefined || reason in reasons);
}

/** What a part is asked for, in a second. */
function unitOf(place: string): string {
  const part = place.split("@")[0] ?? "";
  if (part === "workers") return "photos/s";
  if (part === "hotRow") return "likes/s";
  return /^(db|replicas|shards|hotShard|dedicatedShard)$/.test(part) ? "operations/s" : "requests/s";
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
  const { tier, what, value, reason, askedPerSec = 0, canPerSec = 0 } = cause;
  switch (what) {
    case "event":
      return events[tier] ?? tier;
    case "down":
      return `${partIs(tier, "is")} down ${lastsUntil(cause, again, report, 1)}`;
    case "saturated": {
      const until = lastsUntil(cause, again, report, 0);
      if (cause.waiting)
        return `${partIs(tier, "has")} no worker free ${until}: they all wait for what stands behind`;
      if (!(canPerSec > 0) || askedPerSec < canPerSec)
        return `${partIs(tier, "has")} more work than ${isMany(tier) ? "they" : "it"} can do, ${until}`;
      return `${partIs(tier, "is")} ${grouped((askedPerSec / canPerSec) * 100)} % busy ${until}: ${grouped(askedPerSec)} ${unitOf(tier)} of the ${grouped(canPerSec)} ${isMany(tier) ? "they" : "it"} can do`;
    }
    case "losing": {
      const count = `${grouped(value)} ${value === 1 ? "request" : "requests"} failed`;
      const share = value / Math.max(1, report.ledger.offered);
      return `${count}${share >= 0.0005 ? ` (${percent(share)})` : ""}: the ${partName(tier)} ${reasonClause(reason ?? "")}`;
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
  missed: readonly string[] = [],
): string[] {
  const chain = chainOf(report, missed);
  const lines: string[] = [];
  for (const cause of chain) {
    const again =
      cause.what === "saturated" || cause.what === "down"
        ? report.causes.filter(
            ({ tier, what, tick }) => tier === cause.tier && what === cause.what && tick > cause.tick,
          )
        : [];
    lines.push(
      ...labelled(showTime(cause.tick, report.tickSec), causeSentence(events, cause, report, again), width),
    );
  }
  const told = chain.reduce((sum, { what, value }) => sum + (what === "losing" ? value : 0), 0);
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
function chainOf(report: Report, missed: readonly string[]): Cause[] {
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
