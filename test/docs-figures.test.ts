/** What the pages of docs/ quote of the reference sheet is what the reference sheet has. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { capacities, photoData } from "../src/sim/index.ts";
import { words as english } from "../src/words/en/index.ts";
import { grouped } from "../src/words/figures.ts";

const {
  databaseScaling,
  databaseSec,
  delaySec,
  jobs,
  listenPerCore,
  pricePerMonth,
  ratePerSecMax,
  rowsPerUpload,
  serviceSec,
  sharding,
  statelessScaling,
  webCpuSec,
} = capacities;

const rounded = (value: number) => Number(value.toPrecision(6));
const ms = (sec: number) => rounded(sec * 1_000);
const perSec = (value: number) => grouped(rounded(value));
const objects = grouped(capacities.cacheKbPerGb / photoData.objectKb);
const photosPerSec = ((statelessScaling.cores[8] ?? 0) / webCpuSec.photo).toFixed(1);

const quoted: readonly (readonly [page: string, words: string])[] = [
  [
    "balancer",
    `${rounded(1e6 / ratePerSecMax.balancerNode)} µs a request (${perSec(ratePerSecMax.balancerNode)}/s`,
  ],
  ["cache", `${objects} objects of ${photoData.objectKb} KB a gigabyte`],
  ["cache", `($${pricePerMonth.cacheNode} for 6 GB)`],
  [
    "cache",
    `${rounded(1e6 / ratePerSecMax.cacheNode)} µs of the node (${perSec(ratePerSecMax.cacheNode)} a second`,
  ],
  ["cache", `a copy ${ms(delaySec.replicationHome)} ms behind`],
  ["cdn", `files ${photoData.assetKb} KB`],
  ["cdn", `the edge's ${ms(delaySec.edgeRoundTrip)} ms`],
  [
    "database",
    `cheap read ${ms(databaseSec.cheapRead)} ms, a celebrity's post ${ms(databaseSec.hotRead)}, join (feed) ${ms(databaseSec.expensiveRead)}, write ${ms(databaseSec.write)} (`,
  ],
  ["database", `a batch of ${rowsPerUpload} usage events without a key-value node ${ms(databaseSec.batch)},`],
  [
    "database",
    `session lookup ${ms(databaseSec.session)}, replaying a write on a copy ${ms(databaseSec.replay)}.`,
  ],
  ["database", `each n^${rounded(1 - databaseScaling.exponent)} slower when all are busy`],
  ["database", `One row takes ${perSec(ratePerSecMax.rowUpdates)} updates a second`],
  ["database", `one server of ${ms(databaseSec.rowLock)} ms`],
  [
    "database",
    `Lag = shipping (${ms(delaySec.replicationHome)} ms, to another site half a round trip and ${ms(delaySec.replicationAway)} ms more)`,
  ],
  ["database", `looks up its session at the primary (${ms(databaseSec.session)} ms)`],
  [
    "keyvalue",
    `${perSec(ratePerSecMax.keyValueWrites)} writes, ${perSec(ratePerSecMax.keyValueReads)} reads or ${perSec(ratePerSecMax.keyValueBatchedKeys)} keys in batches a second`,
  ],
  ["keyvalue", `$${pricePerMonth.keyValueNode} (`],
  ["queue", `${ms(webCpuSec.publish)} ms of CPU instead of ${ms(webCpuSec.photo)}`],
  [
    "queue",
    `each for ${webCpuSec.photo} s × n / n^${statelessScaling.exponent}: ${photosPerSec} photos/s on 8 vCPU`,
  ],
  ["queue", `Each step costs ${ms(jobs.stepRecordSec)} ms of CPU to record`],
  ["sessions", `the login page answers (${ms(webCpuSec.turnAway)} ms)`],
  ["sessions", `one queue of ${perSec(ratePerSecMax.sessionPair)} lookups a second`],
  ["sessions", `and ${ms(webCpuSec.session)} ms of web CPU`],
  ["sessions", `\`sql\`: ${ms(databaseSec.session)} ms on the primary`],
  ["shards", `writes (${ms(databaseSec.write)} ms), likes (${ms(databaseSec.write)} ms)`],
  ["shards", `each copy repeats every write (${ms(databaseSec.replay)} ms)`],
  ["shards", `read at one shard (${ms(databaseSec.expensiveRead)} ms)`],
  ["shards", `another shard's feeds (${ms(sharding.feedInsertSec)} ms there`],
  ["shards", `${ms(databaseSec.cheapRead)} + ${ms(databaseSec.expensiveRead)}/n ms`],
  [
    "shards",
    `the row's lock takes ${ms(databaseSec.rowLock)} ms, one at a time: ${perSec(ratePerSecMax.rowUpdates)} a second`,
  ],
  ["shards", `sums all sub-keys (${ms(sharding.subKeySec)} ms each`],
  [
    "shards",
    `written at another (${ms(sharding.moveSec)} ms of one vCPU each; ${sharding.moveKbPerSec / 1_000} MB/s a shard`,
  ],
  [
    "web",
    `like ${ms(webCpuSec.dynamic)} ms, ${ms(webCpuSec.hit)} ms when the cache had the answer; a file ${ms(webCpuSec.asset)} ms`,
  ],
  [
    "web",
    `a batch of ${rowsPerUpload} events ${ms(webCpuSec.log)} ms; a photo ${ms(webCpuSec.photo)} ms in the request or ${ms(webCpuSec.publish)} ms to publish it`,
  ],
  ["web", `${capacities.joinLookups} × ${ms(webCpuSec.lookup)} ms more for a feed`],
  ["web", `does n^${statelessScaling.exponent} of work`],
  ["web", `A database does n^${databaseScaling.exponent}`],
  ["web", `plus ${perSec(listenPerCore)} connections a vCPU`],
];

const textOf = (path: string) => readFileSync(new URL(`../docs/${path}`, import.meta.url), "utf8");

test.each(quoted)("docs/model/%s.md says: %s", (page, words) => {
  expect(textOf(`model/${page}.md`)).toContain(words);
});

test("docs/scenario.md says what a scenario without commit has", () => {
  expect(textOf("scenario.md")).toContain(
    `Left out: ${perSec(ratePerSecMax.rowUpdates)} updates of one row a second, copies ${ms(delaySec.replicationHome)} ms behind`,
  );
});

test.each<readonly [keyof typeof english.shop.offers, string]>([
  ["cdn.assets", `an edge ${ms(delaySec.edgeRoundTrip)} ms from each user`],
  ["web.count", `a page needs ${ms(webCpuSec.dynamic)} ms of CPU`],
  ["kv.nodes", `${ms(serviceSec.keyValue)} ms an operation, ${perSec(ratePerSecMax.keyValueWrites)} writes`],
])("the shop says of %s: %s", (id, words) => {
  expect(english.shop.offers[id]?.line).toContain(words);
});

test("half a million objects of 2 KB fit into a gigabyte of a cache", () => {
  expect(english.shop.offers["cache.memory"]?.line).toContain("half a million objects of 2 KB");
  expect(capacities.cacheKbPerGb / 2).toBe(500_000);
});
