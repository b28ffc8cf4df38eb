/** The levels in teaching order. Adding one: its folder and a line here. */
import type { Level } from "../game/index.ts";
import { prose as singleServerEnglish } from "./01-single-server/en.ts";
import { level as singleServer } from "./01-single-server/level.ts";
import { prose as databaseEnglish } from "./02-database/en.ts";
import { level as database } from "./02-database/level.ts";
import { prose as scalingEnglish } from "./03-scaling/en.ts";
import { level as scaling } from "./03-scaling/level.ts";
import { prose as loadBalancerEnglish } from "./04-load-balancer/en.ts";
import { level as loadBalancer } from "./04-load-balancer/level.ts";
import { prose as replicationEnglish } from "./05-replication/en.ts";
import { level as replication } from "./05-replication/level.ts";
import { prose as cacheEnglish } from "./06-cache/en.ts";
import { level as cache } from "./06-cache/level.ts";
import { prose as cdnEnglish } from "./07-cdn/en.ts";
import { level as cdn } from "./07-cdn/level.ts";
import { prose as statelessEnglish } from "./08-stateless/en.ts";
import { level as stateless } from "./08-stateless/level.ts";
import { prose as dataCentersEnglish } from "./09-data-centers/en.ts";
import { level as dataCenters } from "./09-data-centers/level.ts";
import { prose as messageQueueEnglish } from "./10-message-queue/en.ts";
import { level as messageQueue } from "./10-message-queue/level.ts";
import { prose as observabilityEnglish } from "./11-observability/en.ts";
import { level as observability } from "./11-observability/level.ts";
import { prose as databaseScalingEnglish } from "./12-database-scaling/en.ts";
import { level as databaseScaling } from "./12-database-scaling/level.ts";
import { prose as celebrityLabEnglish } from "./celebrity-lab/en.ts";
import { level as celebrityLab } from "./celebrity-lab/level.ts";
import { prose as finaleEnglish } from "./finale/en.ts";
import { level as finale } from "./finale/level.ts";
import type { LevelProse } from "./prose.ts";

/** A level with its words. */
export interface Lesson {
  readonly level: Level;
  readonly prose: LevelProse;
}

export const lessons: readonly Lesson[] = [
  { level: singleServer, prose: singleServerEnglish },
  { level: database, prose: databaseEnglish },
  { level: scaling, prose: scalingEnglish },
  { level: loadBalancer, prose: loadBalancerEnglish },
  { level: replication, prose: replicationEnglish },
  { level: cache, prose: cacheEnglish },
  { level: cdn, prose: cdnEnglish },
  { level: stateless, prose: statelessEnglish },
  { level: dataCenters, prose: dataCentersEnglish },
  { level: messageQueue, prose: messageQueueEnglish },
  { level: observability, prose: observabilityEnglish },
  { level: databaseScaling, prose: databaseScalingEnglish },
  { level: celebrityLab, prose: celebrityLabEnglish },
  { level: finale, prose: finaleEnglish },
];

/** The lesson of a level's number, its id, or a part of its id ("cache"); undefined when there is none. */
export function findLesson(name: string): Lesson | undefined {
  return (
    lessons.find(({ level }) => String(level.number) === name || level.id === name) ??
    lessons.find(({ level }) => name.length >= 3 && level.id.includes(name.toLowerCase()))
  );
}

export { lamps as lampWords } from "./finale/en.ts";
export { glossary } from "./glossary-en.ts";
export { type OfferWords, offerWords, offNotes } from "./offers-en.ts";
export { findPopulation } from "./populations.ts";
export type { LevelProse } from "./prose.ts";
