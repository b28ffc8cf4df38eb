/**
 * A database box: slots for its cores, times held by timers. It keeps of which moment each object is: in a PostgreSQL
 * where POSTGRES names one ("host:port"), whose copies follow it by themselves; otherwise in memory, and the primary
 * tells its copies of every write. Either way they repeat the work.
 *
 *   node store.mjs NAME
 */
import { ask, exponential, plan, Slots, serve, timekeeping } from "./common.mjs";
import { Postgres } from "./pg.mjs";

const name = process.argv[2];
const { db } = plan;
const isPrimary = name === db.primary;
const size = isPrimary ? db.slots : db.copySlots;
const cores = new Slots(size, size * db.waitingPerSlot);
const changed = new Map();
/** Changes of many objects at once: a share, and when. */
const sales = [];

/** A connection for each slot, so that one is free whenever a slot is. */
const connections = Array.from({ length: process.env.POSTGRES ? size : 0 }, () => {
  const [host, port] = process.env.POSTGRES.split(":");
  return new Postgres(host, Number(port));
});

/** Does some work on a core, a statement being part of it; what it says, or false where too many wait. */
async function work(ms, sql) {
  if (!(await cores.take())) return false;
  const from = performance.now();
  const connection = connections.pop();
  try {
    const rows = sql && connection ? await connection.ask(sql) : [];
    await cores.hold(exponential(ms) * cores.contention(db.exponent) - (performance.now() - from));
    return { changed: rows[0]?.[0] };
  } finally {
    if (connection) connections.push(connection);
    cores.give();
  }
}

/** Locks of rows that many change, by key: one change after the other. */
const locks = new Map();

/** Changes a row for whom its work is done; false where too many wait for it. */
async function changeRow(key) {
  const lock = locks.get(key) ?? new Slots(1, db.waitingPerRow);
  locks.set(key, lock);
  if (!(await lock.take())) return false;
  const draws = Array.from({ length: db.rowPhases }, () => exponential(1 / db.rowPhases));
  await lock.hold(db.rowMs * draws.reduce((sum, each) => sum + each, 0));
  lock.give();
  return true;
}

async function repeat(path) {
  for (const copy of db.copies) if (copy !== name) ask(copy, path).catch(() => {});
}

/** Whoever comes back takes over what was written meanwhile. */
async function catchUp() {
  for (const other of [db.primary, ...db.copies].filter((each) => each !== name)) {
    const answer = await ask(other, "/all").catch(() => undefined);
    if (!answer) continue;
    const all = JSON.parse(answer.text);
    for (const [key, at] of all.changed) changed.set(key, at);
    sales.push(...all.sales);
    return;
  }
}

/** How PostgreSQL finds a primary at "host:port". */
function followed(address) {
  const [host, port] = address.split(":");
  return `host=${host} port=${port} user=postgres`;
}

if (connections.length === 0) await catchUp();
serve(name, async (path) => {
  const [, what, kind, key, at] = path.split("/");
  switch (what) {
    case "health":
      return [200, "up"];
    case "status":
      return [200, JSON.stringify(timekeeping())];
    case "read": {
      const found = await work(
        plan.kinds[kind].dbMs,
        `SELECT changed_ms FROM objects WHERE id = ${Number(key)}`,
      );
      if (!found) return [503, "queue-full"];
      return [200, JSON.stringify({ at: Number(found.changed ?? changed.get(key) ?? 0), sales })];
    }
    case "write": {
      const now = Date.now();
      const sql = `UPDATE objects SET changed_ms = ${now} WHERE id = ${Number(key)}`;
      if (!(await work(plan.kinds[kind].dbMs, sql))) return [503, "queue-full"];
      if (plan.kinds[kind].locksRow && !(await changeRow(key))) return [503, "row-locked"];
      changed.set(key, now);
      repeat(`/repeat/${kind}/${key}/${now}`);
      return [200, String(now)];
    }
    case "repeat":
      changed.set(key, Number(at));
      await work(db.repeatMs);
      return [200];
    case "all":
      return [200, JSON.stringify({ changed: [...changed], sales })];
    case "promote":
      await work(1, "SELECT pg_promote()");
      return [200];
    case "follow":
      // A copy in memory is told of every write by whoever is the primary; PostgreSQL asks its own, at "host:port".
      await work(1, `ALTER SYSTEM SET primary_conninfo = '${followed(kind)}'`);
      await work(1, "SELECT pg_reload_conf()");
      return [200];
    case "sale": {
      const sale = { share: Number(kind), at: key ? Number(key) : Date.now() };
      sales.push(sale);
      if (!key) repeat(`/sale/${kind}/${sale.at}`);
      return [200, String(sale.at)];
    }
    default:
      return [404];
  }
});
