/** The words of the levels in English. */
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
import type { Prose } from "./index.ts";

export const prose: Prose = {
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
};
