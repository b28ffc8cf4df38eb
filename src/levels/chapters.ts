/** Every level of the chapter by its words, in teaching order, whether it can be played yet or not: what the map lists. */
import { prose as singleServer } from "./01-single-server/en.ts";
import { prose as database } from "./02-database/en.ts";
import { prose as scaling } from "./03-scaling/en.ts";
import { prose as loadBalancer } from "./04-load-balancer/en.ts";
import { prose as replication } from "./05-replication/en.ts";
import { prose as cache } from "./06-cache/en.ts";
import { prose as cdn } from "./07-cdn/en.ts";
import { prose as stateless } from "./08-stateless/en.ts";
import { prose as dataCenters } from "./09-data-centers/en.ts";
import { prose as messageQueue } from "./10-message-queue/en.ts";
import { prose as observability } from "./11-observability/en.ts";
import { prose as databaseScaling } from "./12-database-scaling/en.ts";
import { prose as celebrityLab } from "./celebrity-lab/en.ts";
import { prose as finale } from "./finale/en.ts";
import type { LevelProse } from "./prose.ts";

export interface Chapter {
  /** The folder's name, as in `Level.id`. */
  readonly id: string;
  /** 1–12; 12.5 the celebrity lab; 13 the finale. */
  readonly number: number;
  readonly prose: LevelProse;
}

export const chapters: readonly Chapter[] = [
  { id: "01-single-server", number: 1, prose: singleServer },
  { id: "02-database", number: 2, prose: database },
  { id: "03-scaling", number: 3, prose: scaling },
  { id: "04-load-balancer", number: 4, prose: loadBalancer },
  { id: "05-replication", number: 5, prose: replication },
  { id: "06-cache", number: 6, prose: cache },
  { id: "07-cdn", number: 7, prose: cdn },
  { id: "08-stateless", number: 8, prose: stateless },
  { id: "09-data-centers", number: 9, prose: dataCenters },
  { id: "10-message-queue", number: 10, prose: messageQueue },
  { id: "11-observability", number: 11, prose: observability },
  { id: "12-database-scaling", number: 12, prose: databaseScaling },
  { id: "celebrity-lab", number: 12.5, prose: celebrityLab },
  { id: "finale", number: 13, prose: finale },
];
