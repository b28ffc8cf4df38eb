/** The levels in teaching order. Adding one: its folder, a line here and a line in each language's `prose-*.ts`. */
import type { Level, Offer } from "../game/index.ts";
import { level as singleServer } from "./01-single-server/level.ts";
import { level as database } from "./02-database/level.ts";
import { level as scaling } from "./03-scaling/level.ts";
import { level as loadBalancer } from "./04-load-balancer/level.ts";
import { level as replication } from "./05-replication/level.ts";
import { level as cache } from "./06-cache/level.ts";
import { level as cdn } from "./07-cdn/level.ts";
import { level as stateless } from "./08-stateless/level.ts";
import { level as dataCenters } from "./09-data-centers/level.ts";
import { level as messageQueue } from "./10-message-queue/level.ts";
import { level as observability } from "./11-observability/level.ts";
import { level as databaseScaling } from "./12-database-scaling/level.ts";
import { level as celebrityLab } from "./celebrity-lab/level.ts";
import { level as finale } from "./finale/level.ts";
import type { ToldLevel } from "./prose.ts";

const inOrder = {
  "01-single-server": singleServer,
  "02-database": database,
  "03-scaling": scaling,
  "04-load-balancer": loadBalancer,
  "05-replication": replication,
  "06-cache": cache,
  "07-cdn": cdn,
  "08-stateless": stateless,
  "09-data-centers": dataCenters,
  "10-message-queue": messageQueue,
  "11-observability": observability,
  "12-database-scaling": databaseScaling,
  "celebrity-lab": celebrityLab,
  finale: finale,
} as const satisfies Readonly<Record<string, Level>>;

/** The folder of a level, as in `Level.id`. */
export type LevelId = keyof typeof inOrder;

export const levels: readonly Level[] = Object.values(inOrder);

/** The words of all levels in one language: none missing, none left over. */
export type Prose = Readonly<Record<LevelId, ToldLevel>>;

/** A level with its words. */
export interface Lesson {
  readonly level: Level;
  readonly prose: ToldLevel;
  /** A system of the player's own, shown as a level is: it has no number, no stars and no lesson, and perhaps no budget. */
  readonly isOwn?: true;
}

/** The levels in a language, in teaching order. */
export function lessonsIn(prose: Prose): readonly Lesson[] {
  return levels.map((level) => ({ level, prose: prose[level.id as LevelId] }));
}

/** The level of a number, its id, or a part of its id ("cache"); undefined when there is none. */
export function findLevel(name: string): Level | undefined {
  return (
    levels.find(({ number, id }) => String(number) === name || id === name) ??
    levels.find(({ id }) => name.length >= 3 && id.includes(name.toLowerCase()))
  );
}

/** What a level's shop sells that no level before it has sold, in the shop's order. */
export function newInShop(level: Level): readonly Offer[] {
  const before = levels.slice(0, Math.max(0, levels.indexOf(level)));
  const known = new Set(before.flatMap(({ shop }) => shop.map(({ id }) => id)));
  return level.shop.filter(({ id }) => !known.has(id));
}

export { chapterOf } from "./chapter.ts";
export { findPopulation } from "./populations.ts";
export type { Excerpt, LevelProse, NumberToSay } from "./prose.ts";
export { cardOn, excerptOn, seenWith } from "./topics.ts";
