/** What the parts of the stack share: the plan, slots that timers hold, draws, and how they speak HTTP. */
import { readFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** The plan lies beside the programs; another one can be named. */
export const plan = JSON.parse(
  readFileSync(process.env.PLAN ?? new URL("./plan.json", import.meta.url), "utf8"),
);

/** Where a part listens: "host:port". */
export function addressOf(name) {
  const [host, port] = plan.at[name].split(":");
  return { host, port: Number(port) };
}

/** A finer look would itself keep the machine busy, in ms. */
const lookMs = 20;
const loop = monitorEventLoopDelay({ resolution: lookMs });
loop.enable();
let heldMs = 0;
let wantedMs = 0;

/** How far the machine keeps time: slots held beside what was wanted, and how late the event loop is. */
export function timekeeping() {
  return { heldMs, wantedMs, loopLateP99Ms: Math.max(0, loop.percentile(99) / 1e6 - lookMs) };
}

/** An exponential draw. */
export function exponential(mean) {
  return -Math.log(1 - Math.random()) * mean;
}

/** c slots, first come, first served; who finds too many waiting is refused. */
export class Slots {
  busy = 0;
  waiting = [];
  /** What timers were late, taken off the holds that follow: on average a slot does the work that it should. */
  #owedMs = 0;

  constructor(slots, waitingMax = Number.POSITIVE_INFINITY) {
    this.slots = slots;
    this.waitingMax = waitingMax;
  }

  /** A slot, or false where too many wait. */
  take() {
    if (this.busy < this.slots) {
      this.busy++;
      return Promise.resolve(true);
    }
    if (this.waiting.length >= this.waitingMax) return Promise.resolve(false);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Gives a slot back, to whoever waits longest. */
  give() {
    const next = this.waiting.shift();
    if (next) next(true);
    else this.busy--;
  }

  /** Holds a slot that was taken for so long. */
  hold(ms) {
    const from = performance.now();
    const held = ms - this.#owedMs;
    wantedMs += ms;
    return new Promise((resolve) => {
      const done = () => {
        const tookMs = performance.now() - from;
        this.#owedMs += tookMs - ms;
        heldMs += tookMs;
        resolve();
      };
      if (held > 0.3) setTimeout(done, held);
      else setImmediate(done);
    });
  }

  /** How much longer work takes for the others that are busy beside it; each slot stands for so many cores. */
  contention(exponent) {
    return (Math.max(1, this.busy) * plan.cores) ** (1 - exponent);
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** Asks another part; the status, and what it says. Rejects when nobody listens there. */
export function ask(name, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ ...addressOf(name), path, headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** Listens in a part's name. A handler returns [status, text]. */
export function serve(name, handle) {
  const { port } = addressOf(name);
  const server = createServer(async (asked, response) => {
    const [status, text = ""] = await handle(asked.url, asked.headers).catch((problem) => [
      500,
      problem.message,
    ]);
    response.writeHead(status, { "content-length": Buffer.byteLength(text) });
    response.end(text);
  });
  server.keepAliveTimeout = 600_000;
  server.listen(port, process.env.BIND ?? "127.0.0.1", 4_096);
}

/** A number from 0 to 1 that belongs to a key, be it a number or its digits. */
export function hash(key, salt = 0) {
  let h = Math.imul(Number(key) + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4_294_967_296;
}
