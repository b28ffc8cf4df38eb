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
import { numbers } from "./numbers-en.ts";

export const prose: Prose = {
  "01-single-server": { ...singleServer, numbers: numbers["01-single-server"] },
  "02-database": { ...database, numbers: numbers["02-database"] },
  "03-scaling": { ...scaling, numbers: numbers["03-scaling"] },
  "04-load-balancer": { ...loadBalancer, numbers: numbers["04-load-balancer"] },
  "05-replication": { ...replication, numbers: numbers["05-replication"] },
  "06-cache": { ...cache, numbers: numbers["06-cache"] },
  "07-cdn": { ...cdn, numbers: numbers["07-cdn"] },
  "08-stateless": { ...stateless, numbers: numbers["08-stateless"] },
  "09-data-centers": { ...dataCenters, numbers: numbers["09-data-centers"] },
  "10-message-queue": { ...messageQueue, numbers: numbers["10-message-queue"] },
  "11-observability": { ...observability, numbers: numbers["11-observability"] },
  "12-database-scaling": { ...databaseScaling, numbers: numbers["12-database-scaling"] },
  "celebrity-lab": { ...celebrityLab, numbers: numbers["celebrity-lab"] },
  finale: { ...finale, numbers: numbers.finale },
};
