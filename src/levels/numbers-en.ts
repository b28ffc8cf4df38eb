/**
 * Numbers to say aloud, in English: the figure that a level runs on, what is usual, what moves it, and where that is
 * known from. The game's figure is read from the reference sheet, so it cannot differ from what runs.
 */
import { capacities, photoData } from "../sim/index.ts";
import type { LevelId } from "./index.ts";
import type { NumberToSay } from "./prose.ts";

const {
  cacheKbPerGb,
  cdnPerGb,
  databaseScaling,
  databaseSec,
  delaySec,
  egressPerGb,
  jobs,
  logKb,
  logPricePerGb,
  ratePerSecMax,
  roundTripSec,
  rowsPerUpload,
  serviceSec,
  shippingAwaySec,
  statelessScaling,
  webCpuSec,
} = capacities;

const grouped = (value: number) => Number(value.toPrecision(3)).toLocaleString("en-US");
const ms = (sec: number) => `${grouped(sec * 1_000)} ms`;
const sec = (value: number) => `${grouped(value)} s`;
const perSec = (value: number) => `${grouped(value)} a second`;
const dollars = (value: number) => `$${Number(value.toFixed(3))}`;
/** Of a kind of machine: how much more one of twice the cores does. */
const twice = ({ cores }: typeof statelessScaling) => `${Math.round(100 * ((cores[2] ?? 1) - 1))} % more`;
const cheapest = (prices: readonly (readonly [number, number])[]) => prices.at(-1)?.[1] ?? 0;
const first = (prices: readonly (readonly [number, number])[]) => prices[0]?.[1] ?? 0;

const postgres = "PostgreSQL 15, measured on two cores";

export const numbers: Readonly<Record<LevelId, readonly NumberToSay[]>> = {
  "01-single-server": [
    {
      what: "Pages that one core serves",
      here: `${perSec(1 / webCpuSec.dynamic)}: ${ms(webCpuSec.dynamic)} of CPU for each`,
      usual: "300 to 2,000 a second for lean code, 20 to 50 with a heavy framework",
      moves: "the framework, templates, how much is parsed and serialized, TLS",
      source:
        "Stack Overflow 2016: 7.7 ms from request to answer, waiting included; GitLab plans 3 requests a core",
    },
    {
      what: "A round trip to a user nearby",
      here: ms(delaySec.ownRegionRoundTrip),
      usual: "10 to 50 ms over a cable, 50 to 100 ms on a phone",
      moves: "distance, the last mile, Wi-Fi and radio",
      source: "rule of thumb; ping shows yours",
    },
    {
      what: "Looking up a name",
      here: ms(delaySec.dnsLookup),
      usual: "0 ms from a cache, 10 to 50 ms at a resolver, 100 ms and more when no cache has it",
      moves: "the TTL of the record and the distance to the resolver",
      source: "rule of thumb; dig shows yours",
    },
    {
      what: "Requests a second from daily users",
      here: "50,000 users × 60 calls ÷ 86,400 s: 35 a second on average, 100 in the evening",
      usual: "a million users with 10 calls a day: 116 a second on average, about 300 at the peak",
      moves: "how often people come, and how many come at the same hours",
      source: "arithmetic: a day has 86,400 seconds, call it 100,000",
    },
  ],
  "02-database": [
    {
      what: "Reading a row by its key",
      here: `${ms(databaseSec.cheapRead)} of CPU`,
      usual: "0.03 to 0.3 ms of CPU, 1 ms and more when it comes from a disk",
      moves: "an index, memory for the data, prepared statements, a connection pool",
      source: `${postgres}: 0.03 ms prepared, 0.12 ms unprepared`,
    },
    {
      what: "A feed: a join, sorted",
      here: `${ms(databaseSec.expensiveRead)} of CPU`,
      usual: "0.2 to 5 ms of CPU with the right index, seconds without one",
      moves: "indexes, rows touched, sorting, one query in place of many",
      source: `${postgres}: 0.2 ms for the newest posts of ten people`,
    },
    {
      what: "A write",
      here: `${ms(databaseSec.write)} of CPU`,
      usual:
        "0.1 to 1 ms of CPU; its commit also waits 0.1 ms for a local disk, 1 to 2 ms for a network disk",
      moves: "indexes to maintain, rows in a transaction, whether a commit waits for the disk",
      source: `${postgres}: 0.11 ms for an insert with its commit`,
    },
    {
      what: "Log rows in batches",
      here: `${rowsPerUpload} rows an insert, ${ms(databaseSec.batch)} of CPU: ${ms(databaseSec.batch / rowsPerUpload)} a row`,
      usual: "50,000 to 130,000 rows a second in batches, 1,000 to 4,000 with a commit for each",
      moves: "the number of rows in a batch, indexes",
      source: `${postgres}: 86,000 to 130,000 rows a second, 0.004 ms of CPU a row`,
    },
  ],
  "03-scaling": [
    {
      what: "The largest machine",
      here: "32 vCPU in this shop",
      usual: "192 vCPU in most families, several hundred and 24 TB of memory in special ones",
      moves: "money: the price of a core is the same for most sizes and rises at the very top",
      source: "price lists of the clouds",
    },
    {
      what: "A machine of twice the cores",
      here: `a web box does ${twice(statelessScaling)}, a database ${twice(databaseScaling)}`,
      usual: "nearly twice where processes share nothing, 1.5 to 1.9 times for a database that writes",
      moves: "locks, shared memory, the log of a database",
      source: "HAProxy on 64 cores: 31,000 requests a second and core; pgbench: × 12 from 2 to 32 vCPU",
    },
    {
      what: "Until a new machine serves",
      here: sec(delaySec.boot),
      usual: "seconds for a container on a running host, 1 to 5 minutes for a machine",
      moves: "the size of the image, machines kept ready, health checks",
      source: "EC2, measured: 29 s until it can be reached; then the service starts",
    },
    {
      what: "How busy a machine may be",
      here: "80 % at the peak of a day without faults",
      usual: "50 to 70 % where one of few may die, 80 % where there are many",
      moves: "how fast load grows, how long a new machine takes, how many may fail at once",
      source: "queueing theory: at 80 % of one core a request waits 4 times its own work, at 95 % 19 times",
    },
  ],
  "04-load-balancer": [
    {
      what: "What a balancer adds to a request",
      here: ms(serviceSec.balancer),
      usual: "0.1 to 1 ms, a few ms more for a new TLS connection",
      moves: "TLS, connections kept open, the rules it applies",
      source: "HAProxy: at most 0.4 ms added by a saturated machine of 64 cores",
    },
    {
      what: "What a balancer carries",
      here: `${perSec(ratePerSecMax.balancerNode)} with 4 vCPU`,
      usual: "tens of thousands a second and core",
      moves: "the size of answers, TLS handshakes, logging",
      source: "HAProxy 2021: 2 million a second on 64 cores",
    },
    {
      what: "Until a dead server is left out",
      here: "check interval × 2 failed checks: 10 to 60 s",
      usual: "6 to 60 s with health checks; a refused connection can be retried at once",
      moves: "the interval, the failure threshold, retries on another server",
      source: "defaults: 2 failed checks 30 s apart (AWS), 3 failed checks 2 s apart (HAProxy)",
    },
    {
      what: "Until the second balancer takes over",
      here: sec(delaySec.balancerFailover),
      usual: "1 to 10 s with a shared address, longer with DNS",
      moves: "how often the two check each other",
      source: "keepalived's default: three missed messages, a second apart",
    },
  ],
  "05-replication": [
    {
      what: "A replica behind its primary",
      here: `${ms(delaySec.replicationHome)} to ship a write, and the time it waits to be applied`,
      usual: "1 to 10 ms inside a region, seconds when the replica is overloaded",
      moves: "the network, long queries on the replica, more writes than it can apply",
      source: "PostgreSQL 15, measured: 1 ms where commits wait for the disk, 170 ms where they do not",
    },
    {
      what: "A failover of the primary",
      here: `${sec(delaySec.detectPrimary)} to detect it, ${sec(delaySec.promote)} to promote`,
      usual: "30 to 120 s when automatic, minutes to hours by hand",
      moves: "how sure the system wants to be that the primary is dead",
      source: "Patroni: a lease of 30 s; RDS: 35 to 120 s",
    },
    {
      what: "What an asynchronous failover loses",
      here: `shipping delay × writes: ${ms(delaySec.replicationHome)} × 2,400 a second = 7`,
      usual: "none to a few dozen writes, none at all when a replica must confirm",
      moves: "waiting for a replica, which costs a round trip for each write",
      source:
        "PostgreSQL 15, measured at 240 writes a second: 35 and 53 where commits do not wait for the disk",
    },
  ],
  "06-cache": [
    {
      what: "A call to a cache",
      here: ms(serviceSec.cache),
      usual: "0.2 to 1 ms inside a region, nearly all of it network",
      moves: "zones in between, the size of a value, several keys in one call",
      source: "memcached in one zone: 0.1 to 0.2 ms at the median, under 1 ms at p99",
    },
    {
      what: "What one cache node answers",
      here: `${perSec(ratePerSecMax.cacheNode)} with 2 vCPU`,
      usual: "80,000 to 130,000 a second and core, several times that with batches",
      moves: "values of many kilobytes, commands that scan, one thread (Redis) or many (memcached)",
      source: "Redis, measured: 81,000 to 134,000 on one core",
    },
    {
      what: "Objects in a gigabyte",
      here: `${grouped(cacheKbPerGb / 2)} of 2 KB`,
      usual: "a million of 1 KB",
      moves: "the size of an object, and 50 to 100 bytes that the store adds to each",
      source: "arithmetic; in Twitter's caches the median object has 230 bytes",
    },
    {
      what: "A good hit ratio",
      here: "about 67 % in the lesson's design",
      usual: "80 to 99 %; from 99 to 98 % doubles the load behind the cache",
      moves: "popularity, the TTL, the memory, how often data changes",
      source: "Facebook 2012: 81 to 99 % in five pools",
    },
  ],
  "07-cdn": [
    {
      what: "A round trip to an edge",
      here: ms(delaySec.edgeRoundTrip),
      usual: "5 to 30 ms",
      moves: "how many cities the CDN is in",
      source: "rule of thumb; ping shows yours",
    },
    {
      what: "A round trip across an ocean",
      here: `Virginia to Europe ${ms(roundTripSec("us", "europe"))}, to Asia ${ms(roundTripSec("us", "asia"))}`,
      usual: "80 to 90 ms to Europe, 145 to 230 ms to Asia",
      moves: "the speed of light in glass: 1 ms for each 100 km, there and back",
      source: "averages measured between regions of a cloud",
    },
    {
      what: "A gigabyte sent to users",
      here: `${dollars(first(egressPerGb))} to ${dollars(cheapest(egressPerGb))} from the data center, ${dollars(first(cdnPerGb))} to ${dollars(cheapest(cdnPerGb))} from the CDN, by volume`,
      usual: "2 to 12 cents at list price, a fraction of that for large customers",
      moves: "region, volume, contract",
      source: "price lists of the clouds",
    },
    {
      what: "The weight of a web page",
      here: `files of ${photoData.assetKb} KB, 8 round trips a page`,
      usual: "2.7 MB in 71 requests; images are 40 % of it",
      moves: "image formats, scripts, fonts",
      source: "HTTP Archive 2024, the median on desktops",
    },
  ],
  "08-stateless": [
    {
      what: "A session",
      here: `one lookup a request, ${ms(serviceSec.sessionStore)}`,
      usual: "0.2 to 4 KB each; a million of them fit into the memory of one node",
      moves: "what is kept in it: an id and a name, or a whole cart",
      source: "arithmetic: a million of 4 KB are 4 GB",
    },
    {
      what: "What a session store answers",
      here: `${perSec(ratePerSecMax.sessionPair)} for a pair of 4 vCPU, one of them a copy`,
      usual: "80,000 to 130,000 a second and core",
      moves: "the network, the size of a session",
      source: "Redis, measured: 81,000 to 134,000 on one core",
    },
    {
      what: "The target of autoscaling",
      here: `60 or 70 % of CPU; a new box serves after ${sec(delaySec.boot)}`,
      usual: "40 to 70 %",
      moves: "growth in the time that a new box needs must fit into what the target leaves",
      source: "arithmetic; AWS target tracking reads a metric each minute",
    },
  ],
  "09-data-centers": [
    {
      what: "A round trip between regions",
      here: `Virginia to Seoul ${ms(roundTripSec("us", "korea"))}`,
      usual: "60 to 90 ms to the next continent, 150 to 250 ms around the world",
      moves: "distance alone",
      source: "averages measured between regions of a cloud",
    },
    {
      what: "How far a region is behind",
      here: `${ms(shippingAwaySec("us", "korea"))}, half a round trip and a little`,
      usual: "0.05 to 1 s with asynchronous replication",
      moves: "distance, and writes that queue when the link or the copy is too slow",
      source: "arithmetic; Aurora's global database promises under a second",
    },
    {
      what: "Until users reach the other region",
      here: "3 failed checks 10 s apart, then what is left of the TTL",
      usual: "1 to 3 minutes with DNS, seconds with anycast",
      moves: "the check interval, the TTL, resolvers that ignore it",
      source: "Route 53: checks every 10 or 30 s, failure threshold 3",
    },
    {
      what: "What an availability allows",
      here: "93.8 %: ten minutes here hold an outage that comes once in years",
      usual: "99.9 % a month is 43 minutes, 99.99 % is 4 minutes, 99.999 % is 26 seconds",
      moves: "redundancy that is tested, not only bought",
      source: "arithmetic: a month of 30 days has 43,200 minutes",
    },
  ],
  "10-message-queue": [
    {
      what: "Processing a photo",
      here: `${sec(webCpuSec.photo)} of CPU`,
      usual: "0.1 to 0.5 s for one JPEG, near 5 s in pure JavaScript",
      moves: "the library, the size of the original, how many sizes are made",
      source: "sharp, measured: 36 to 39 resizes a second on 4 cores",
    },
    {
      what: "Publishing a message",
      here: `${ms(webCpuSec.publish)} of CPU`,
      usual: "1 to 25 ms at p99 until a durable broker has confirmed",
      moves: "how many copies it waits for, batching",
      source: "a published comparison of Kafka, Pulsar and RabbitMQ, 2020",
    },
    {
      what: "Until a lost job is delivered again",
      here: sec(jobs.visibilitySec),
      usual: "30 s by default; set it longer than the longest job",
      moves: "the visibility timeout",
      source: "SQS's default",
    },
    {
      what: "Until a backlog is gone",
      here: "backlog ÷ (capacity − arrivals)",
      usual: "after an hour's pause at 70 % of capacity: 2 hours and 20 minutes",
      moves: "spare workers",
      source: "arithmetic: 0.7 hours of work, 0.3 of it done in an hour",
    },
  ],
  "11-observability": [
    {
      what: "Logs of a request",
      here: `${logKb} KB, ${dollars(logPricePerGb)} a GB`,
      usual: "0.5 to 5 KB; 1 to 10 % of the requests are logged at high traffic",
      moves: "the level of detail, sampling, how long they are kept",
      source: "CloudWatch: $0.50 a GB taken in",
    },
    {
      what: "Until somebody knows of a fault",
      here: "at most 35 s on average for two stars",
      usual: "1 to 5 minutes with alerts, an hour when customers must complain",
      moves: "the interval of metrics, how many samples an alert wants",
      source: "Fastly 2021: detected within a minute, 95 % restored after 49",
    },
    {
      what: "An error budget",
      here: "1 − the availability you promise: 0.39 % in this level",
      usual: "99.9 % leaves 43 minutes a month; 14 times too fast, it is gone in two days",
      moves: "the promise, called SLO",
      source: "Google's Site Reliability Workbook: alert at 14.4 times the pace",
    },
  ],
  "12-database-scaling": [
    {
      what: "Writes that one primary takes",
      here: `${perSec((databaseScaling.cores[32] ?? 0) / databaseSec.write)} with 32 vCPU`,
      usual: "10,000 to 50,000 transactions a second on a large machine",
      moves: "indexes, batches, commits that wait for the disk, statements in a transaction",
      source: "pgbench, read and write, 32 vCPU: 40,000 to 60,000",
    },
    {
      what: "Updates of one row",
      here: perSec(ratePerSecMax.rowUpdates),
      usual: "500 to 4,000 a second; more machines change nothing",
      moves: "how fast a commit reaches the disk (1 to 2 ms over a network), statements in the transaction",
      source: `${postgres}, a network disk: 949 with 8 clients, 1,068 with 32; DynamoDB: 1,000 for one key`,
    },
    {
      what: "Keys that move to one shard more",
      here: "from 8 to 9: 11 % on a ring, 89 % with hash % N",
      usual: "1 of N + 1 on a ring, nearly all with hash % N",
      moves: "how keys are placed",
      source: "arithmetic; Karger's consistent hashing, 1997",
    },
    {
      what: "When to shard",
      here: "at 50,000 writes a second, with the largest box bought",
      usual: "rarely below 10,000 writes a second",
      moves: "what is tried first: indexes, batches, caches, replicas, archives, a larger machine",
      source: "rule of thumb, from what one primary takes",
    },
  ],
  "celebrity-lab": [
    {
      what: "Reads of one key",
      here: `${perSec(ratePerSecMax.cacheNode)} from a cache node, none from a local copy`,
      usual: "100,000 a second from one node, millions from caches inside the web servers",
      moves: "a copy on every server, kept for a second or two",
      source: "Redis, measured: 81,000 to 134,000 on one core",
    },
    {
      what: "Writes of one key",
      here: `${perSec(ratePerSecMax.rowUpdates)} in one row, that times the sub-keys`,
      usual: "500 to 4,000 a second in a database, 100,000 in memory",
      moves: "counting in memory, and writing the sum once a second",
      source: `${postgres}; Redis, measured`,
    },
  ],
  finale: [
    {
      what: "Parts in a row",
      here: "their availabilities multiply",
      usual: "five parts of 99.9 % make 99.5 %: 3.6 hours a month",
      moves: "fewer parts on the way, or two of each",
      source: "arithmetic",
    },
    {
      what: "Two of a part",
      here: "the site needs one of them",
      usual: "two of 99 % make 99.99 %, if they fail independently",
      moves: "shared zones, shared builds, shared mistakes",
      source: "arithmetic: 1 − 0.01 × 0.01",
    },
    {
      what: "The slowest of many",
      here: "1 − (1 − p)^n",
      usual: "1 % slow answers and a hundred calls: 63 % of the requests are slow",
      moves: "fewer calls, a second request after a while, attention to p99 and not to the mean",
      source: "Dean and Barroso, The Tail at Scale, 2013",
    },
    {
      what: "How often machines fail",
      here: "one part of each kind in twenty minutes",
      usual: "2 to 4 % of the machines a year, 1 to 5 % of the disks",
      moves: "nothing: plan for it",
      source: "Jeff Dean, 2008: 1,000 failures in the first year of 1,800 new machines",
    },
  ],
};
