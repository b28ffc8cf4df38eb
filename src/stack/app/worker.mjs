/**
 * A worker box: a hand for each core takes a job from the stream, works on it (three steps, held by timers) and tells
 * the load program. What is not acknowledged in time another takes over. Poison makes the box drop what it has.
 *
 *   node worker.mjs NAME
 */
import { ask, exponential, plan, Slots, serve, timekeeping } from "./common.mjs";
import { Redis } from "./resp.mjs";

const name = process.argv[2];
const { queue, workers } = plan;
const steps = 3;
const pollMs = 200;
/** Grows when the box dies: what it had in hand is nobody's. */
let life = 0;
let awayUntil = 0;
let isOn = workers.names.indexOf(name) < workers.count;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tell = (what, id) => ask("load", `/note/${what}/${id}`).catch(() => {});

/** A job that was given up by others, or else the next of the line. */
async function next(redis) {
  const [, abandoned] = await redis.ask(
    "XAUTOCLAIM",
    "jobs",
    "workers",
    name,
    queue.visibilityMs,
    "0-0",
    "COUNT",
    1,
  );
  if (abandoned.length > 0) return abandoned[0];
  const got = await redis.ask(
    ...["XREADGROUP", "GROUP", "workers", name, "COUNT", 1, "BLOCK", pollMs, "STREAMS", "jobs", ">"],
  );
  return got?.[0][1][0];
}

/** How often the job was given out. */
async function givenOut(redis, entry) {
  const [found] = await redis.ask("XPENDING", "jobs", "workers", entry, entry, 1);
  return found?.[3] ?? 1;
}

async function end(redis, entry) {
  await redis.ask("XACK", "jobs", "workers", entry);
  await redis.ask("XDEL", "jobs", entry);
}

async function hand(slots) {
  const redis = new Redis(queue.name);
  await redis.ready;
  for (;;) {
    try {
      if (!isOn || performance.now() < awayUntil) {
        await pause(pollMs);
        continue;
      }
      const job = await next(redis);
      if (job) await work(redis, slots, job);
    } catch (problem) {
      if (/NOGROUP/.test(problem.message))
        await redis.ask("XGROUP", "CREATE", "jobs", "workers", "0", "MKSTREAM").catch(() => {});
      else await pause(pollMs);
    }
  }
}

async function work(redis, slots, [entry, fields]) {
  const now = life;
  const id = fields[1];
  if (queue.ack === "receipt") await end(redis, entry);
  else if (queue.attempts > 0 && (await givenOut(redis, entry)) > queue.attempts) {
    await end(redis, entry);
    if (!fields.includes("poison")) await tell(queue.dead ? "parked" : "lost", id);
    return;
  }
  if (fields.includes("poison")) {
    life++;
    awayUntil = performance.now() + workers.restartMs;
    return;
  }
  await slots.take();
  const meanMs = exponential(workers.jobMs * slots.contention(workers.exponent));
  const from = queue.steps ? Number((await redis.ask("GET", `step:${id}`)) ?? 0) : 0;
  for (let step = from; step < steps && life === now; step++) {
    await slots.hold(meanMs / steps);
    if (life !== now) break;
    await tell("step", `${id}:${step}`);
    if (queue.steps) await redis.ask("SET", `step:${id}`, step + 1);
  }
  slots.give();
  if (life !== now) return;
  await tell("done", id);
  if (queue.ack !== "receipt") await end(redis, entry);
}

serve(name, async (path) => {
  const [, what] = path.split("/");
  if (what === "on" || what === "off") isOn = what === "on";
  return what === "status" ? [200, JSON.stringify(timekeeping())] : [200, "up"];
});
const slots = new Slots(workers.slots);
for (let n = 0; n < workers.slots; n++) hand(slots);
