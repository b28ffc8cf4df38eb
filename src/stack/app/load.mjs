/**
 * Clients that come at random and do not wait for one another (an open loop): each request has its planned time, and
 * its latency counts from there. Keeps the books of the whole run and serves them at /status.
 *
 *   node load.mjs [--out results.json]
 */
import { writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { addressOf, ask, exponential, hash, plan, serve, timekeeping } from "./common.mjs";
import { Redis } from "./resp.mjs";

const { seconds, patienceMs, roundTripMs, entrances, kinds, data, cache, queue } = plan;
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const inside = plan.inside === undefined ? {} : { "x-inside": plan.inside };
const nodes = (cache?.nodes ?? []).map((node) => new Redis(node));
const broker = queue && new Redis(queue.name);

/** Answered requests: when they were planned, how long they took; a row a second of what became of the rest. */
const times = [];
const bySecond = Array.from({ length: seconds + 1 }, () => ({ answered: 0, failed: 0, ms: [] }));
const reasons = {};
const late = [];
const books = { offered: 0, answered: 0, failed: 0, looks: 0, hits: 0, stale: 0, staleMs: 0, breached: 0 };
/** Orders that were said to be kept by the cache alone. */
const orders = { kept: 0 };
/** When each object changed, as its writers were told. */
const writes = new Map();
const sales = [];
const jobs = { accepted: new Map(), done: new Map(), steps: new Set(), twice: new Set(), parked: 0, lost: 0 };
let phase = "warm";
let startedAt = 0;
const nowMs = () => performance.now() - startedAt;

/** Keys by Zipf popularity, the most popular first. */
const popularity = new Float64Array(data.objects);
let total = 0;
for (let key = 0; key < data.objects; key++) popularity[key] = total += (key + 1) ** -data.zipf;
function popular() {
  const at = Math.random() * total;
  let low = 0;
  for (let high = data.objects - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (popularity[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
const hotKey = data.objects;

function rateAt(points, sec) {
  let previous = points[0];
  for (const point of points) {
    if (sec < point[0]) {
      const span = point[0] - previous[0];
      return span > 0 ? previous[1] + ((point[1] - previous[1]) * (sec - previous[0])) / span : previous[1];
    }
    previous = point;
  }
  return previous[1];
}

/** When the kind's next request comes after a time, at its rate of the moment (thinning). */
function nextAfter({ points, most }, sec) {
  for (let at = sec; at < seconds; ) {
    at += exponential(1 / most);
    if (Math.random() * most < rateAt(points, at)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

const streams = plan.traffic.map(({ kind, points }) => {
  const most = Math.max(1e-9, ...points.map(([, rate]) => rate));
  const stream = { kind, points, most };
  return { ...stream, nextSec: nextAfter(stream, 0) };
});

let photos = 0;

function keyOf(kind) {
  if (kind === "photo") return photos++;
  if (kind === "post" || kind === "like") return hotKey;
  return kinds[kind].changes ? Math.floor(Math.random() * data.objects) : popular();
}

function end(kind, plannedMs, failure) {
  const { isCounted, isAwaited } = kinds[kind];
  const tookMs = nowMs() - plannedMs + roundTripMs;
  const row = bySecond[Math.min(seconds, Math.floor((plannedMs + tookMs) / 1_000))];
  if (isAwaited && (failure === undefined || failure === "timeout")) {
    times.push(tookMs);
    row.ms.push(tookMs);
  }
  if (!isCounted) return;
  if (failure === undefined) {
    books.answered++;
    row.answered++;
  } else {
    books.failed++;
    row.failed++;
    reasons[failure] = (reasons[failure] ?? 0) + 1;
  }
}

/** What an answer shows: a hit, how old its value is, a photo that was taken. */
function learn(kind, key, text) {
  const [at, how] = text.split(" ");
  if (kind === "photo" && queue) jobs.accepted.set(String(key), Date.now());
  if (kinds[kind].does === "write") {
    if (at === "kept") orders.kept++;
    if (kinds[kind].changes) writes.set(key, [...(writes.get(key) ?? []), Number(at)]);
  }
  if (!cache || how === undefined) return;
  books.looks++;
  if (how === "hit") books.hits++;
  const changes = [...(writes.get(key) ?? [])];
  for (const sale of sales) if (hash(key, sale.at % 1_000) < sale.share) changes.push(sale.at);
  const first = Math.min(...changes.filter((each) => each > Number(at)));
  const staleMs = Date.now() - first;
  // A copy of the database is behind by moments: that is not the cache's.
  if (how === "hit" && staleMs > 50) {
    books.stale++;
    books.staleMs = Math.max(books.staleMs, staleMs);
  }
}

function send(kind, plannedMs) {
  const key = keyOf(kind);
  if (kinds[kind].isCounted) books.offered++;
  const { host, port } = addressOf(entrances[Math.floor(Math.random() * entrances.length)]);
  let isOver = false;
  const over = (failure) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    end(kind, plannedMs, failure);
  };
  // A name that nobody has registered is looked up all the same: `.invalid` never exists.
  const named = plan.hasDomain ? { host } : { host: "pica.invalid" };
  const asked = request({ ...named, port, path: `/${kind}/${key}`, agent }, (response) => {
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (chunk) => {
      text += chunk;
    });
    response.on("end", () => {
      if (response.statusCode === 200 && !isOver) learn(kind, key, text);
      // A balancer answers in HTML, our own programs in a word.
      const reason = /^[a-z-]+$/.test(text) ? text : `status ${response.statusCode}`;
      over(response.statusCode === 200 ? undefined : reason);
    });
    response.on("error", () => over("lost"));
  });
  asked.on("error", () => over(plan.hasDomain ? "nobody-there" : "no-such-name"));
  const timer = setTimeout(() => {
    over("timeout");
    asked.destroy();
  }, patienceMs);
  asked.end();
}

function go() {
  const sec = nowMs() / 1_000;
  for (const stream of streams)
    while (stream.nextSec <= sec) {
      late.push((sec - stream.nextSec) * 1_000);
      send(stream.kind, stream.nextSec * 1_000);
      Object.assign(stream, { nextSec: nextAfter(stream, stream.nextSec) });
    }
  const next = Math.min(...streams.map(({ nextSec }) => nextSec));
  if (next === Number.POSITIVE_INFINITY) return;
  // A millisecond late is little beside what is measured, and waiting without a timer would cost a whole core.
  setTimeout(go, next * 1_000 - nowMs());
}

/** What the scenario does by way of requests. */
function happen(event) {
  if (event.what === "sale") {
    const web = plan.web.names[0];
    ask(web, `/sale/${event.share}`, inside).then(({ text }) =>
      sales.push({ share: event.share, at: Number(text) }),
    );
  } else if (event.what === "crawl")
    for (let i = 0; i < event.objects; i++)
      setTimeout(
        () => ask(plan.web.names[0], `/crawl/${data.objects + 1 + i}/${Date.now()}`, inside).catch(() => {}),
        ((event.untilSec - event.atSec) * 1_000 * i) / event.objects,
      );
  else if (event.what === "poison")
    for (let i = 0; i < event.messages; i++)
      setTimeout(
        () => ask(plan.web.names[0], `/poison/p${i}`, inside).catch(() => {}),
        ((event.untilSec - event.atSec) * 1_000 * i) / event.messages,
      );
  else if (event.what === "scan")
    for (const name of event.names)
      ask(name, "/takeover").then(
        ({ status }) => {
          if (status === 200) books.breached++;
        },
        () => {},
      );
}

/** Fills the cache as if it had long been in service: each key was last fetched some time ago. */
async function warm() {
  await Promise.all(nodes.map((node) => node.ready));
  const pages = plan.traffic.filter(({ kind }) => kinds[kind].isCached && kind !== "post");
  const perSec = pages.reduce((sum, { points }) => sum + points[0][1], 0);
  const lifeMs = cache.ttlMs ?? 24 * 3_600_000;
  const kept = [];
  for (let key = 0; key < data.objects; key++) {
    const share = (popularity[key] - (popularity[key - 1] ?? 0)) / total;
    const expected = (share * perSec * lifeMs) / 1_000;
    if (Math.random() * (1 + expected) > expected) continue;
    const ageMs = Math.random() * lifeMs;
    kept.push({ key, ageMs, askedMs: Math.min(ageMs, exponential(1_000 / (share * perSec))) });
  }
  kept.sort((a, b) => a.askedMs - b.askedMs);
  kept.length = Math.min(kept.length, cache.entriesPerNode * nodes.length);
  const filler = "x".repeat(cache.valueBytes);
  for (let i = kept.length - 1; i >= 0; i -= 500)
    await Promise.all(
      kept
        .slice(Math.max(0, i - 499), i + 1)
        .toReversed()
        .map(({ key, ageMs }) => {
          const ends = cache.ttlMs === null ? [] : ["PX", Math.max(1, Math.round(lifeMs - ageMs))];
          return nodes[Math.floor(hash(key) * nodes.length)].ask(
            "SET",
            key,
            `${Date.now()} ${filler}`,
            ...ends,
          );
        }),
    );
}

function quantile(values, q) {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/** Photos that were taken and are neither ready nor known to be gone. */
const open = () => jobs.accepted.size - jobs.done.size - jobs.parked - jobs.lost;

async function results() {
  const inLine = queue ? await broker.ask("XLEN", "jobs").catch(() => 0) : 0;
  const ready = [...jobs.done].map(([id, at]) => (at - jobs.accepted.get(id)) / 1_000);
  let ordersLeft = 0;
  if (cache?.only)
    for (const node of nodes) ordersLeft += (await node.ask("KEYS", "order:*").catch(() => [])).length;
  return {
    format: "zero-to-millions load 1",
    seconds,
    indicators: {
      availability: books.answered / Math.max(1, books.answered + books.failed),
      latencyP50Ms: quantile(times, 0.5),
      latencyP95Ms: quantile(times, 0.95),
      latencyP99Ms: quantile(times, 0.99),
      breachedBoxes: books.breached,
      ...(cache && {
        hitRatio: books.hits / Math.max(1, books.looks),
        staleReadShare: books.stale / Math.max(1, books.looks),
        staleSecMax: books.staleMs / 1_000,
        ordersLost: cache.only ? Math.max(0, orders.kept - ordersLeft) : 0,
      }),
      ...(queue && {
        photoReadyP95Sec: quantile(ready, 0.95),
        lostJobs: jobs.lost + Math.max(0, open() - inLine),
        parkedJobs: jobs.parked,
        duplicateJobs: jobs.twice.size,
      }),
    },
    offered: books.offered,
    answered: books.answered,
    failed: books.failed,
    reasons,
    lateP99Ms: quantile(late, 0.99),
    ...timekeeping(),
  };
}

async function note(what, id) {
  if (what === "done" && jobs.accepted.has(id) && !jobs.done.has(id)) jobs.done.set(id, Date.now());
  else if (what === "step") {
    if (jobs.steps.has(id)) jobs.twice.add(id.split(":", 1)[0]);
    jobs.steps.add(id);
  } else if (what === "parked" || what === "lost") jobs[what]++;
}

function status() {
  const sec = Math.floor(nowMs() / 1_000);
  const lastRows = bySecond.slice(Math.max(0, sec - 5), Math.max(0, sec));
  const answered = lastRows.reduce((sum, row) => sum + row.answered, 0);
  const failed = lastRows.reduce((sum, row) => sum + row.failed, 0);
  return {
    phase,
    sec: phase === "warm" ? 0 : sec,
    perSec: (answered + failed) / Math.max(1, lastRows.length),
    answeredShare: answered / Math.max(1, answered + failed),
    latencyP95Ms: quantile(
      lastRows.flatMap(({ ms }) => ms),
      0.95,
    ),
    hitRatio: books.looks > 0 ? books.hits / books.looks : undefined,
    accepted: jobs.accepted.size,
    waiting: queue ? open() : undefined,
  };
}

let finished;
serve("load", async (path) => {
  const [, what, about, id] = path.split("/");
  if (what === "note") await note(about, id);
  return [200, JSON.stringify(what === "results" ? (finished ?? null) : status())];
});

if (cache) await warm();
startedAt = performance.now();
phase = "run";
const out = process.argv.indexOf("--out");
if (out > 0) writeFileSync(new URL("./started", import.meta.url), "");
for (const event of plan.happenings) setTimeout(() => happen(event), event.atSec * 1_000);
go();
await new Promise((resolve) => setTimeout(resolve, seconds * 1_000 + patienceMs));
// Photos that are still on their way are waited for, as long as any comes.
phase = "drain";
for (let left = open(), quiet = 0; queue && open() > 0 && quiet < plan.drainSec; quiet++) {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  if (open() < left) quiet = 0;
  left = open();
}
finished = await results();
phase = "done";
if (out > 0) {
  writeFileSync(process.argv[out + 1], `${JSON.stringify(finished, undefined, 2)}\n`);
  process.exit();
}
