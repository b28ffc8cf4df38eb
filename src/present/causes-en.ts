/** The causal chain of a run in words. */
import { explain } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import type { Cause, Report } from "../sim/index.ts";
import { grouped, percent, wrap } from "./figures.ts";

const parts: Readonly<Record<string, string>> = {
  dns: "name service",
  cdn: "edge",
  box: "box",
  lb: "load balancer",
  web: "web tier",
  sessions: "session store",
  cache: "cache",
  site: "site",
  db: "primary database",
  replicas: "replicas",
  shards: "shards",
  kv: "key-value node",
  queue: "queue",
  workers: "workers",
};

/** A part as the player calls it: "web tier", "web tier in Korea". */
export function partName(place: string): string {
  const [part = "", region] = place.split("@");
  const name = parts[part] ?? part;
  return region ? `${name} in ${region[0]?.toUpperCase()}${region.slice(1)}` : name;
}

const plural: ReadonlySet<string> = new Set(["replicas", "shards", "workers"]);

/** A part with its verb: "the box is", "the replicas have". */
export function partIs(place: string, verb: "is" | "has"): string {
  const many = plural.has(place.split("@")[0] ?? "");
  return `the ${partName(place)} ${many ? (verb === "is" ? "are" : "have") : verb}`;
}

/** Simulated time as a player reads it: "t=214" in seconds, "13:05" on a day's scenario. */
export function showTime(tick: number, tickSec: number): string {
  if (tickSec < 60) return `t=${Math.round(tick * tickSec)}`;
  const minutes = Math.floor((tick * tickSec) / 60);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Why requests fail, by the simulator's reason: a clause after the part's name. */
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
  "shard is down": "had a dead shard",
  "primary is down": "was down, and nothing takes writes for it",
  "no copy is up": "had no copy left to read from",
  "a copy does not answer": "waited for a copy that does not answer",
  "store is down": "was down: nobody is known any more",
  "broker is down": "was down, and jobs had nowhere to wait",
  "cache is down": "was down",
  "edge is down": "was down, and nothing stands behind it",
  "row is locked": "had one row too hot to write",
  "disk is full": "had a full disk",
  "data is not here": "does not have that data here",
  "logged out": "had forgotten who they are",
  "session is on another box": "sent them to a box that does not know them",
  "session cannot be read": "could not read their session",
  "lost with its box": "died with their jobs in its memory",
  "bad build": "ran a bad build",
  "one box errs": "had one box that errs and looks healthy",
  "version skew": "ran two versions that do not fit",
  "order cannot be placed": "took no orders",
};

/** A reason as a clause; unknown ones as they are. */
export function reasonClause(reason: string): string {
  return reasons[reason] ?? `failed them: ${reason}`;
}

/** One link of the chain as a sentence without its time. */
export function causeSentence(lesson: Lesson, cause: Cause): string {
  switch (cause.what) {
    case "event":
      return lesson.prose.events[cause.tier] ?? cause.tier;
    case "down":
      return `${partIs(cause.tier, "is")} down until ${showTime(cause.untilTick + 1, lesson.level.scenario.tickSec)}`;
    case "saturated":
      return `${partIs(cause.tier, "has")} too much work until ${showTime(cause.untilTick, lesson.level.scenario.tickSec)}`;
    case "losing":
      return `${grouped(cause.value)} requests lost: the ${partName(cause.tier)} ${reasonClause(cause.reason ?? "")}`;
  }
}

/** The chain as lines of at most `width` characters: what set it off, what fell, whom it hurt. */
export function causeLines(lesson: Lesson, report: Report, width: number): string[] {
  const { trigger, first, dragged, losses } = explain(report);
  if (!first && losses.length === 0) return [];
  const chain = [trigger, first, ...dragged, ...losses.slice(0, 3)]
    .filter((cause) => cause !== undefined)
    .sort((a, b) => a.tick - b.tick);
  const lines: string[] = [];
  for (const cause of chain) {
    const time = showTime(cause.tick, report.tickSec).padEnd(7);
    const [head = "", ...rest] = wrap(causeSentence(lesson, cause), width - 8);
    lines.push(`${time} ${head}`, ...rest.map((line) => `${" ".repeat(8)}${line}`));
  }
  const total = report.ledger.failed;
  const told = losses.slice(0, 3).reduce((sum, loss) => sum + loss.value, 0);
  if (total > told && losses.length > 3)
    lines.push(
      `${" ".repeat(8)}${grouped(total - told)} more (${percent((total - told) / total)}) for other reasons`,
    );
  return lines;
}
