/**
 * A real HTTP server whose requests hold one of c slots for a time that a timer measures: the cores are not what
 * saturates. What finds no slot waits, first come, first served. `GET /12.5` holds one for 12.5 ms. A request whose
 * client has gone is served all the same, as most servers do.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Prng } from "../exact/prng.ts";
import { figuresOf } from "./figures.ts";

/** How late something was, in ms: on average, and one in a hundred. */
export interface LateBy {
  readonly meanMs: number;
  readonly p99Ms: number;
}

export interface SlotBoxes {
  /** SlotBoxes side by side, each with a port, slots and a queue of its own. */
  readonly boxes: number;
  readonly slots: number;
  /** So many may wait in a box; more are refused at once. Without it all wait. */
  readonly queueLimit?: number;
  /** A box holds its slots so many times as long as it is asked to; those not named hold them once. */
  readonly slow?: readonly number[];
}

/** Boxes that listen. */
export interface Opened {
  readonly first: number;
  readonly ports: readonly number[];
}

export interface HeldTimes {
  readonly meanMs: number;
  /** Squared coefficient of variation. */
  readonly cv2: number;
}

/** What was seen since the last time somebody asked. */
export interface Seen {
  readonly timers: LateBy;
  readonly loop: LateBy;
  /** By box: served, and ms of slots held. */
  readonly boxes: readonly { readonly served: number; readonly heldMs: number }[];
}

interface Waiter {
  readonly holdMs: number;
  readonly cameMs: number;
  readonly response: ServerResponse;
}

/** Resolution of the watch over the event loop, in ms; it sees a loop in time as late by as much. */
const watchMs = 1;
/** Timers that are held at once while they are calibrated. */
const heldAtOnce = 32;

const late: number[] = [];
const watch = monitorEventLoopDelay({ resolution: watchMs });
const boxes: SlotBox[] = [];

/** Holds something for a time; what it took in the end. */
function hold(ms: number, done: (tookMs: number) => void): void {
  const from = performance.now();
  setTimeout(() => {
    const tookMs = performance.now() - from;
    late.push(tookMs - ms);
    done(tookMs);
  }, ms);
}

class SlotBox {
  readonly server: Server;
  served = 0;
  heldMs = 0;
  #free: number;
  #isPaused = false;
  readonly #waiting: Waiter[] = [];
  readonly #queueLimit: number;
  readonly #slow: number;

  constructor(slots: number, queueLimit: number, slow: number) {
    this.#queueLimit = queueLimit;
    this.#free = slots;
    this.#slow = slow;
    this.server = createServer((request, response) => this.#take(request, response));
    this.server.keepAliveTimeout = 600_000;
  }

  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    while (this.#serveNext());
  }

  #take({ url = "" }: IncomingMessage, response: ServerResponse): void {
    if (this.#free === 0 && this.#waiting.length >= this.#queueLimit) {
      response.writeHead(503).end();
      return;
    }
    const holdMs = Number(/^\/([\d.]+)/.exec(url)?.[1] ?? 0) * this.#slow;
    this.#waiting.push({ holdMs, cameMs: performance.now(), response });
    this.#serveNext();
  }

  #serveNext(): boolean {
    if (this.#free === 0 || this.#isPaused) return false;
    const next = this.#waiting.shift();
    if (!next) return false;
    this.#free--;
    const waitedMs = performance.now() - next.cameMs;
    hold(next.holdMs, (tookMs) => {
      this.#free++;
      this.served++;
      this.heldMs += tookMs;
      next.response.end(`${tookMs} ${waitedMs} ${boxes.indexOf(this)}`);
      this.#serveNext();
    });
    return true;
  }
}

function lateOf(ms: readonly number[]): LateBy {
  if (ms.length === 0) return { meanMs: 0, p99Ms: 0 };
  const { meanMs, p99Ms } = figuresOf(Float64Array.from(ms));
  return { meanMs, p99Ms };
}

export const slotsServer = {
  /** Holds timers of the law that is to be served, as many as there is time for, and says how long they took. */
  async calibrate(given: {
    readonly serviceMs: number;
    readonly cv2: number;
    readonly forMs: number;
    readonly seed: number;
  }): Promise<HeldTimes> {
    const prng = new Prng(given.seed);
    const took: number[] = [];
    const until = performance.now() + given.forMs;
    const holder = async () => {
      while (performance.now() < until)
        took.push(await new Promise((done) => hold(given.serviceMs * prng.unitMean(given.cv2), done)));
    };
    await Promise.all(Array.from({ length: heldAtOnce }, holder));
    const meanMs = took.reduce((sum, each) => sum + each, 0) / took.length;
    const variance = took.reduce((sum, each) => sum + (each - meanMs) ** 2, 0) / (took.length - 1);
    return { meanMs, cv2: variance / meanMs ** 2 };
  },

  /** Opens boxes beside those that there are: their ports, and the number of the first. */
  async listen({
    boxes: count,
    slots,
    queueLimit = Number.POSITIVE_INFINITY,
    slow = [],
  }: SlotBoxes): Promise<Opened> {
    watch.enable();
    const first = boxes.length;
    for (let box = 0; box < count; box++) boxes.push(new SlotBox(slots, queueLimit, slow[box] ?? 1));
    const ports = await Promise.all(
      boxes
        .slice(first)
        .map(
          ({ server }) =>
            new Promise<number>((resolve) =>
              server.listen(0, "127.0.0.1", 4_096, () => resolve((server.address() as AddressInfo).port)),
            ),
        ),
    );
    return { first, ports };
  },

  /** Stops or goes on serving in a box; whoever comes meanwhile waits. */
  pause({ box, isPaused }: { readonly box: number; readonly isPaused: boolean }): void {
    boxes[box]?.pause(isPaused);
  },

  /** A box dies: its port is closed and so are its connections. */
  kill({ box }: { readonly box: number }): void {
    boxes[box]?.server.close();
    boxes[box]?.server.closeAllConnections();
  },

  /** What was seen since the last time. */
  seen(): Seen {
    const beyond = (ns: number) => Math.max(0, ns / 1e6 - watchMs);
    const isWatched = watch.count > 0;
    const result = {
      timers: lateOf(late),
      loop: isWatched
        ? { meanMs: beyond(watch.mean), p99Ms: beyond(watch.percentile(99)) }
        : { meanMs: 0, p99Ms: 0 },
      boxes: boxes.map(({ served, heldMs }) => ({ served, heldMs })),
    };
    late.length = 0;
    watch.reset();
    for (const box of boxes) {
      box.served = 0;
      box.heldMs = 0;
    }
    return result;
  },
};

export type SlotsServer = typeof slotsServer;
