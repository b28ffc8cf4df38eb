/** Photos in a queue, one by one: the line, the workers who take them, what crashes and poison do to both. */
import { capacities, type Site } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Times } from "./measures.ts";
import { Servers } from "./servers.ts";
import { stretchOf } from "./store.ts";

const { delaySec, jobs: figures, ratePerSecMax, serviceSec, webCpuSec } = capacities;
/** A run is played on until the last photo is ready, but for no longer than this. */
export const playOnSec = 3_600;

interface Job {
  readonly publishedSec: number;
  readonly isPoison: boolean;
  attempts: number;
  /** Part of the work that is left. */
  left: number;
  /** Who has it in hand, since when, until when; counts up when it is taken away. */
  box: WorkerBox | undefined;
  takenSec: number;
  doneSec: number;
  hold: number;
}

interface WorkerBox {
  isUp: boolean;
  isLeaving: boolean;
  readonly hands: Set<Job>;
}

export class Jobs {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #broker = new Servers(1, figures.publishBacklog);
  readonly #jobSec: number;
  /** What is waited for takes so many times as long as it says. */
  readonly #delays: number;
  /** In line, first come first; what came back stands ahead once it is due. */
  readonly #line: Job[] = [];
  #head = 0;
  #returned: Job[] = [];
  readonly #boxes: WorkerBox[] = [];
  #booting = 0;
  #isClosed = false;
  #inHand: { readonly job: Job; readonly hold: number }[] = [];
  readonly #ready = new Times();
  #published = 0;
  #done = 0;
  #lost = 0;
  #parked = 0;
  #duplicates = 0;
  // For the scaler.
  #accepted = 0;
  #averagePerSec = -1;
  #enoughSinceSec = -1;
  #enough = 0;

  constructor(engine: Engine) {
    const { site } = engine;
    this.#engine = engine;
    this.#site = site;
    const { workers, queue } = site;
    const cpuSec = webCpuSec.photo + (queue.steps ? figures.steps * figures.stepRecordSec : 0);
    this.#jobSec = cpuSec * stretchOf(workers.size * engine.pace.cores) * engine.pace.work;
    this.#delays = engine.pace.delays;
    for (let i = 0; i < workers.count; i++) this.#addBox();
    engine.on(kinds.job, (slot) => this.#finish(slot));
    this.#plan();
  }

  #addBox(): void {
    this.#boxes.push({ isUp: true, isLeaving: false, hands: new Set() });
  }

  #plan(): void {
    const engine = this.#engine;
    for (const event of engine.scenario.events) {
      const until = event.untilSec ?? Number.POSITIVE_INFINITY;
      if (event.what === "poison")
        for (let i = 0; i < event.messages; i++) {
          const span = event.untilSec === undefined ? 0 : until - event.atSec;
          engine.at(event.atSec + (span * i) / event.messages, () => {
            this.#publish(true);
          });
        }
      else if (event.what === "restart" && event.tier === "queue") {
        engine.at(event.atSec, () => this.#stopBroker(event.atSec + event.durationSec));
        engine.at(event.atSec + event.durationSec, () => {
          this.#isClosed = false;
          this.#giveOut();
        });
      } else if (event.what === "crash" && event.tier === "workers") {
        engine.at(event.atSec, () => this.#crash(event.boxes));
        if (this.#site.workers.max === 0)
          engine.at(until, () => {
            for (let i = 0; i < event.boxes; i++) this.#addBox();
            this.#giveOut();
          });
      }
    }
    const looks = Math.floor(engine.endSec / this.#delays) + playOnSec;
    for (let look = 1; look <= looks; look++) engine.at(look * this.#delays, () => this.#scale());
  }

  /** A photo's message comes to the broker; when it is accepted, or −1. */
  publish(id: number): number {
    if (this.#isClosed) {
      this.#engine.fail(id, "queue", "broker-down");
      return -1;
    }
    const engine = this.#engine;
    const accepted = this.#broker.take(engine.nowSec, engine.prng.exponential() / ratePerSecMax.queue);
    if (accepted < 0) {
      this.#engine.fail(id, "queue", "queue-full");
      return -1;
    }
    this.#publish(false);
    return accepted + serviceSec.lan;
  }

  #publish(isPoison: boolean): void {
    this.#published++;
    this.#accepted++;
    const publishedSec = this.#engine.nowSec;
    this.#line.push({
      publishedSec,
      isPoison,
      attempts: 0,
      left: 1,
      box: undefined,
      takenSec: 0,
      doneSec: 0,
      hold: 0,
    });
    this.#giveOut();
  }

  #next(): Job | undefined {
    if (this.#isClosed) return undefined;
    return this.#returned.shift() ?? (this.#head < this.#line.length ? this.#line[this.#head++] : undefined);
  }

  /** Whoever has a hand free takes the next job. */
  #giveOut(): void {
    for (;;) {
      if (this.#isClosed || (this.#returned.length === 0 && this.#head >= this.#line.length)) return;
      const free = this.#boxes.filter(
        (box) => box.isUp && !box.isLeaving && box.hands.size < this.#site.workers.size,
      );
      if (free.length === 0) return;
      const box = free[Math.floor(this.#engine.prng.uniform() * free.length)]!;
      const job = this.#next() as Job;
      if (job.isPoison) this.#poison(job, box);
      else this.#take(job, box);
    }
  }

  #take(job: Job, box: WorkerBox): void {
    const engine = this.#engine;
    job.box = box;
    job.takenSec = engine.nowSec;
    job.doneSec = engine.nowSec + engine.prng.exponential() * this.#jobSec * job.left;
    box.hands.add(job);
    this.#inHand.push({ job, hold: ++job.hold });
    engine.schedule(job.doneSec, kinds.job, this.#inHand.length - 1);
  }

  #finish(slot: number): void {
    const { job, hold } = this.#inHand[slot] as { job: Job; hold: number };
    if (job.hold !== hold) return;
    job.box?.hands.delete(job);
    job.hold++;
    this.#ready.add(this.#engine.nowSec - job.publishedSec);
    if (this.#engine.nowSec <= this.#engine.endSec) this.#done++;
    this.#giveOut();
  }

  /** The process that takes it dies with all it holds, and starts again. */
  #poison(job: Job, box: WorkerBox): void {
    const engine = this.#engine;
    box.isUp = false;
    for (const held of [...box.hands]) this.#drop(held);
    if (this.#site.queue.ack === "receipt") this.#lose();
    else this.#comeBack(job, figures.visibilitySec * this.#delays);
    engine.at(engine.nowSec + delaySec.processRestart * this.#delays, () => {
      box.isUp = true;
      this.#giveOut();
    });
  }

  #crash(boxes: number): void {
    for (let i = 0; i < boxes; i++) {
      const box = this.#boxes.find(({ isLeaving }) => !isLeaving);
      if (!box) return;
      this.#boxes.splice(this.#boxes.indexOf(box), 1);
      box.isUp = false;
      for (const held of [...box.hands]) this.#drop(held);
    }
  }

  /** A job falls from the hands of one who died: back in line later, lost, or resumed where it stood. */
  #drop(job: Job): void {
    const { ack, steps } = this.#site.queue;
    job.box?.hands.delete(job);
    job.box = undefined;
    job.hold++;
    if (ack === "receipt") {
      this.#lose();
      return;
    }
    const part = (this.#engine.nowSec - job.takenSec) / (job.doneSec - job.takenSec);
    const finished = Math.floor(part * figures.steps * job.left) / figures.steps;
    if (steps) job.left -= finished;
    else if (finished > 0) this.#duplicates++;
    this.#comeBack(job, figures.visibilitySec * this.#delays);
  }

  #comeBack(job: Job, afterSec: number): void {
    const { attempts, dead } = this.#site.queue;
    job.attempts++;
    if (attempts > 0 && job.attempts >= attempts) {
      if (dead) this.#parked++;
      else this.#lose();
      return;
    }
    const hold = job.hold;
    this.#engine.at(this.#engine.nowSec + afterSec, () => {
      // A broker that kept its line in memory has forgotten it meanwhile.
      if (job.hold !== hold) return;
      this.#returned.push(job);
      this.#hidden.delete(job);
      this.#giveOut();
    });
    this.#hidden.add(job);
  }

  /** Given back and not shown yet. */
  readonly #hidden = new Set<Job>();

  #lose(): void {
    this.#lost++;
  }

  /** In memory the line is gone; otherwise what is in hand can no longer be acknowledged and is given out again. */
  #stopBroker(backSec: number): void {
    const { kind, ack, steps } = this.#site.queue;
    this.#isClosed = true;
    if (kind === "memory") {
      this.#lost += this.#returned.length + this.#hidden.size + this.#line.length - this.#head;
      this.#returned = [];
      for (const job of this.#hidden) job.hold++;
      this.#hidden.clear();
      this.#head = this.#line.length;
      return;
    }
    if (ack === "receipt" || steps) return;
    for (const box of this.#boxes)
      for (const job of [...box.hands]) {
        box.hands.delete(job);
        job.hold++;
        this.#duplicates++;
        this.#comeBack(job, backSec - this.#engine.nowSec);
      }
  }

  get #waiting(): number {
    return this.#returned.length + this.#hidden.size + this.#line.length - this.#head;
  }

  /** Again and again: boxes for the arrivals and to empty the line in time. */
  #scale(): void {
    const { count, size, max } = this.#site.workers;
    const accepted = this.#accepted / this.#delays;
    this.#accepted = 0;
    if (max === 0) return;
    const engine = this.#engine;
    if (this.#averagePerSec < 0) this.#averagePerSec = accepted;
    this.#averagePerSec += (accepted - this.#averagePerSec) / figures.windowSec;
    const boxRate = size / this.#jobSec;
    const asked = Math.ceil(
      (this.#averagePerSec + this.#waiting / (figures.drainSec * this.#delays)) / boxRate,
    );
    const wanted = Math.max(count, Math.min(max, asked));
    const running = this.#boxes.filter(({ isLeaving }) => !isLeaving);
    const have = running.length + this.#booting;
    if (wanted >= have) this.#enoughSinceSec = -1;
    if (wanted > have) {
      const boxes = wanted - have;
      this.#booting += boxes;
      engine.at(engine.nowSec + figures.bootSec * this.#delays, () => {
        this.#booting -= boxes;
        for (let i = 0; i < boxes; i++) this.#addBox();
        this.#giveOut();
      });
    }
    if (wanted >= have) return;
    if (this.#enoughSinceSec < 0) {
      this.#enoughSinceSec = engine.nowSec;
      this.#enough = wanted;
    }
    this.#enough = Math.max(this.#enough, wanted);
    if (engine.nowSec - this.#enoughSinceSec < figures.scaleInSec * this.#delays) return;
    const leaving = Math.max(0, running.length - Math.max(0, this.#enough - this.#booting));
    for (const box of running.slice(0, leaving)) box.isLeaving = true;
    this.#enoughSinceSec = -1;
  }

  /** Photos in hand, given back or in line; poison is none. */
  *#unready(): Generator<Job> {
    for (const { hands } of this.#boxes) yield* hands;
    for (const job of this.#returned) if (!job.isPoison) yield job;
    for (const job of this.#hidden) if (!job.isPoison) yield job;
    for (let at = this.#head; at < this.#line.length; at++) {
      const job = this.#line[at]!;
      if (!job.isPoison) yield job;
    }
  }

  /** Whether a photo is still to come. */
  get isUnready(): boolean {
    return this.#unready().next().done !== true;
  }

  measure(): void {
    const { more } = this.#engine.measures;
    // How long those will take that are still not ready is not known: at least as long as they have waited.
    let unready = 0;
    for (const { publishedSec } of this.#unready()) {
      this.#ready.add(this.#engine.nowSec - publishedSec);
      unready++;
    }
    more["unreadyJobs"] = unready;
    more["photoReadyP50Sec"] = this.#ready.quantileSec(0.5);
    more["photoReadyP95Sec"] = this.#ready.quantileSec(0.95);
    more["photoReadyP99Sec"] = this.#ready.quantileSec(0.99);
    more["publishedJobs"] = this.#published;
    more["doneJobs"] = this.#done;
    more["lostJobs"] = this.#lost;
    more["parkedJobs"] = this.#parked;
    more["duplicateJobs"] = this.#duplicates;
  }
}
