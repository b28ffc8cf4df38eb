/**
 * A web box: workers that stay with a request until its answer is there, cores that compute (times held by timers), a
 * look into the cache first (cache-aside), then the store. With the plan's `alone` the store is in the same box.
 *
 *   node web.mjs NAME
 */
import { ask, exponential, hash, plan, Slots, serve, timekeeping } from "./common.mjs";
import { Redis } from "./resp.mjs";

const name = process.argv[2];
const { web, cache, db, queue, kinds, data } = plan;
const workers = new Slots(web.pool, web.listen);
const cores = new Slots(web.slots, web.alone ? web.listen : Number.POSITIVE_INFINITY);
const nodes = (cache?.nodes ?? []).map((node) => new Redis(node));
const broker = queue && new Redis(queue.name);
const stores = db ? { primary: db.primary, copies: [...db.copies] } : undefined;
const filler = "x".repeat(cache?.valueBytes ?? 0);
/** Copies that did not answer, and until when they are left alone. */
const awayUntil = new Map();
let speed = 1;
let orders = 0;
/** Strangers have it: it serves nobody else. */
let isTaken = false;

/** The node that keeps a key, among those that answer. */
function nodeOf(key) {
  const up = nodes.filter(({ isUp }) => isUp);
  return up.length > 0 ? up[Math.floor(hash(key) * up.length)] : undefined;
}

async function compute(ms) {
  await cores.hold((exponential(ms) * cores.contention(web.exponent)) / speed);
}

/** What the cache has of a key; a lease lets one fetch it while the others look again. */
async function look(key) {
  for (;;) {
    const node = nodeOf(key);
    if (!node) return {};
    const value = await node.ask("GET", key).catch(() => null);
    if (value !== null) return { value };
    if (!cache.lease) return {};
    const lease = await node.ask("SET", `lease:${key}`, "1", "NX", "PX", plan.patienceMs).catch(() => null);
    if (lease !== null) return { isHolder: true };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function keep(key, at, isHolder) {
  const node = nodeOf(key);
  const ends = cache.ttlMs === null ? [] : ["PX", Math.round(cache.ttlMs)];
  await node?.ask("SET", key, `${at} ${filler}`, ...ends).catch(() => {});
  if (isHolder) await node?.ask("DEL", `lease:${key}`).catch(() => {});
}

/** Word of a change; some of it is lost on the way. */
async function invalidate(keys) {
  if (!cache?.invalidate) return;
  await Promise.all(
    keys
      .filter(() => Math.random() >= cache.lostShare)
      .map((key) =>
        nodeOf(key)
          ?.ask("DEL", key)
          .catch(() => {}),
      ),
  );
}

/** Asks a copy that answers, or the primary where there is none. */
async function read(kind, key) {
  const now = performance.now();
  const up = stores.copies.filter((copy) => !(awayUntil.get(copy) > now));
  while (up.length > 0) {
    const [copy] = up.splice(Math.floor(Math.random() * up.length), 1);
    try {
      return await ask(copy, `/read/${kind}/${key}`);
    } catch {
      awayUntil.set(copy, now + 1_000);
    }
  }
  return ask(stores.primary, `/read/${kind}/${key}`);
}

/** Of which time a key is, by what the store says of it and of all. */
function asOf(key, { at, sales }) {
  const sold = sales.filter(({ share, at: when }) => hash(Number(key), when % 1_000) < share);
  return Math.max(at, ...sold.map((sale) => sale.at));
}

async function answer(kind, key, status) {
  const { does, changes } = kinds[kind];
  if (status.value !== undefined) return [200, `${status.value.split(" ", 1)[0]} hit`];
  if (web.alone) return [200, "0"];
  if (kind === "order" && cache?.only) {
    const node = nodeOf(key);
    if (!node) return [503, "cache-down"];
    await node.ask("SET", `order:${name}:${orders++}`, "1");
    return [200, "kept"];
  }
  if (does === "read") {
    const { status: code, text } = await read(kind, key);
    if (code !== 200) return [code, text];
    const at = asOf(key, JSON.parse(text));
    if (cache && kinds[kind].isCached) await keep(key, at, status.isHolder);
    return [200, `${at} miss`];
  }
  const { status: code, text } = await ask(stores.primary, `/write/${kind}/${key}`);
  if (code !== 200) return [code, text];
  if (changes) await invalidate([key]);
  if (kind === "photo" && queue) await broker.ask("XADD", "jobs", "*", "id", key);
  return [200, text];
}

async function request(kind, key) {
  if (!(await workers.take())) return [503, "queue-full"];
  try {
    if (!(await cores.take())) return [503, "queue-full"];
    const { isCached, webMs, hitMs, dbMs } = kinds[kind];
    const status = cache && isCached ? await look(key) : {};
    await compute((status.value === undefined ? webMs : hitMs) + (web.alone ? dbMs : 0));
    cores.give();
    return await answer(kind, key, status);
  } catch {
    return [503, "store-down"];
  } finally {
    workers.give();
  }
}

serve(name, async (path, headers) => {
  const [, what, key, more] = path.split("/");
  if (isTaken) return [503, "taken"];
  if (what === "health") return [200, "up"];
  // Who comes neither through the balancer nor from inside stands before a closed door, where there is one.
  if (plan.inside !== undefined && headers["x-inside"] !== plan.inside) return [403, "private"];
  switch (what) {
    case "status":
      return [200, JSON.stringify(timekeeping())];
    case "takeover":
      isTaken = true;
      return [200, "taken"];
    case "speed":
      speed = Number(key);
      return [200];
    case "primary":
      stores.copies = stores.copies.filter((copy) => copy !== key);
      stores.primary = key;
      return [200];
    case "sale": {
      const { text } = await ask(stores.primary, `/sale/${key}`);
      const sold = Array.from({ length: data.objects }, (_, each) => each);
      await invalidate(sold.filter((each) => hash(each, Number(text) % 1_000) < Number(key)));
      return [200, text];
    }
    case "poison":
      await broker.ask("XADD", "jobs", "*", "id", key, "poison", "1");
      return [200];
    case "crawl":
      await keep(Number(key), Number(more), false);
      return [200];
    default:
      return kinds[what] ? request(what, key) : [404];
  }
});
