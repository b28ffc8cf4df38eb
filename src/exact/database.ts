/** One primary and its copies: reads go to any copy in service, every write is repeated by each of them. */
import { capacities, type Place, type RequestKind, type Site } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Servers } from "./servers.ts";
import {
  databaseWork,
  depart,
  isRead,
  planReport,
  RowLock,
  rebuildSec,
  type Store,
  waitingPerCore,
} from "./store.ts";

const { databaseSec, delaySec } = capacities;
/** However many copies are built from it, a copy in service keeps a tenth of itself for those who ask. */
const slowerMax = 0.9;

interface Copy {
  readonly queue: Servers;
  readonly zone: "A" | "B";
  isUp: boolean;
  /** Whether a synchronous write has to wait for it though it is away. */
  isAwaited: boolean;
  /** How long the last repeated write took from the primary to here. */
  lagSec: number;
}

export class Database implements Store {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #row: RowLock;
  /** How long it takes to notice that the primary is gone, to promote a copy, to build one. */
  readonly #sec: Readonly<Record<"detect" | "promote" | "promoteByHand" | "rebuild", number>>;
  readonly #copies: Copy[] = [];
  #primary: Servers;
  #zone: "A" | "B" = "A";
  #isDown = false;
  #lostAtSec = 0;
  #returnSec = 0;
  #downSec = 0;
  #isPromoting = false;
  /** Copies that are being built. */
  #building = 0;
  #ownReads = 0;
  #staleOwnReads = 0;
  /** Writes of the last moments, as times in a ring: what a failover loses. */
  readonly #writesAtSec = new Float64Array(65_536).fill(Number.NEGATIVE_INFINITY);
  #writes = 0;

  constructor(engine: Engine) {
    const { site } = engine;
    const { db } = site;
    this.#engine = engine;
    this.#site = site;
    this.#row = new RowLock(engine);
    const { delays } = engine.pace;
    this.#sec = {
      detect: delaySec.detectPrimary * delays,
      promote: delaySec.promote * delays,
      promoteByHand: delaySec.promoteByHand * delays,
      rebuild: rebuildSec * delays,
    };
    this.#primary = new Servers(db.size, waitingPerCore * db.size, engine.pace.cores);
    for (let i = 0; i < db.replicas; i++)
      this.#copies.push({
        queue: new Servers(db.replicaSize, waitingPerCore * db.replicaSize, engine.pace.cores),
        zone: db.zones === "AB" ? (i % 2 === 0 ? "B" : "A") : db.zones,
        isUp: true,
        isAwaited: false,
        lagSec: engine.commit.shippingSec,
      });
    engine.on(kinds.replay, () => this.#repeat());
    engine.on(kinds.row, (id) => this.#lockRow(id));
    planReport(engine, this.#primary, db.size);
    this.#plan();
  }

  #plan(): void {
    const engine = this.#engine;
    for (const event of engine.scenario.events) {
      const until = event.untilSec ?? Number.POSITIVE_INFINITY;
      if (event.what === "crash" && event.tier === "replica")
        engine.at(event.atSec, () => {
          for (const copy of this.#copies.filter(({ isUp }) => isUp).slice(0, event.boxes))
            this.#loseCopy(copy, event.untilSec ?? event.atSec + this.#sec.rebuild);
        });
      else if (event.what === "crash" && event.tier === "primary")
        engine.at(event.atSec, () => this.#losePrimary(until));
      else if (event.what === "flood")
        engine.at(event.atSec, () => {
          for (const copy of this.#copies.filter(({ zone }) => zone === event.zone))
            this.#loseCopy(copy, until + this.#sec.rebuild);
          if (this.#zone === event.zone) this.#losePrimary(until);
        });
      else if (event.what === "slow" && (event.tier === "primary" || event.tier === "replica")) {
        const slowed = () =>
          event.tier === "primary"
            ? [this.#primary]
            : this.#copies.slice(0, event.boxes).map(({ queue }) => queue);
        engine.at(event.atSec, () => {
          for (const queue of slowed()) queue.speed = event.speed;
        });
        engine.at(until, () => {
          for (const queue of slowed()) queue.speed = 1;
        });
      }
    }
  }

  /** A copy is away; what is written meanwhile is read from the others before it is back. */
  #loseCopy(copy: Copy, backSec: number): void {
    const engine = this.#engine;
    copy.isUp = false;
    copy.isAwaited = true;
    copy.queue.clear();
    engine.at(engine.nowSec + this.#sec.detect + this.#sec.promote, () => (copy.isAwaited = false));
    engine.at(backSec, () => {
      copy.isUp = true;
      copy.lagSec = engine.commit.shippingSec;
    });
    this.#build(backSec - this.#sec.rebuild, backSec);
  }

  /** A copy is built until it is in service. */
  #build(fromSec: number, untilSec: number): void {
    const change = (by: number) => {
      this.#building += by;
      this.#pace();
    };
    this.#pace();
    this.#engine.at(Math.max(this.#engine.nowSec, fromSec), () => change(1));
    this.#engine.at(untilSec, () => change(-1));
  }

  /** What copies are built from is slower for each of them: the copies in service together, or the primary. */
  #pace(): void {
    const up = this.#copies.filter(({ isUp }) => isUp);
    const work = this.#building * capacities.rebuildCpuShare;
    for (const { queue } of up) queue.speed = 1 - Math.min(slowerMax, work / up.length);
    this.#primary.speed = up.length > 0 ? 1 : 1 - Math.min(work, capacities.rebuildCpuShare);
  }

  #losePrimary(returnSec: number): void {
    const engine = this.#engine;
    if (this.#isDown) return;
    this.#isDown = true;
    this.#lostAtSec = engine.nowSec;
    this.#returnSec = returnSec;
    this.#primary.clear();
    const byHand = this.#site.db.promote === "manual";
    const promotedSec =
      engine.nowSec + this.#sec.detect + (byHand ? this.#sec.promoteByHand : this.#sec.promote);
    engine.at(returnSec, () => this.#open(returnSec));
    engine.at(promotedSec - this.#sec.promote, () => this.#promote(promotedSec));
  }

  /** The first copy in service leaves the readers, and is the primary once it is promoted. */
  #promote(doneSec: number): void {
    const engine = this.#engine;
    const next = this.#copies.find(({ isUp }) => isUp);
    if (!this.#isDown || this.#returnSec <= engine.nowSec || !next) return;
    this.#returnSec = Number.POSITIVE_INFINITY;
    this.#isPromoting = true;
    next.isUp = false;
    // What it has not received is lost.
    engine.measures.add("lostWrites", this.#unsent);
    engine.at(doneSec, () => {
      this.#isPromoting = false;
      next.queue.clear();
      this.#primary = next.queue;
      this.#zone = next.zone;
      this.#open(Number.POSITIVE_INFINITY);
      // Another copy is built in its place.
      const { replicaSize } = this.#site.db;
      const queue = new Servers(replicaSize, waitingPerCore * replicaSize, engine.pace.cores);
      const fresh = { ...next, queue };
      this.#copies[this.#copies.indexOf(next)] = fresh;
      engine.at(doneSec + this.#sec.rebuild, () => (fresh.isUp = true));
      this.#build(doneSec, doneSec + this.#sec.rebuild);
    });
  }

  #open(expectedSec: number): void {
    if (!this.#isDown || (expectedSec !== Number.POSITIVE_INFINITY && this.#returnSec !== expectedSec))
      return;
    this.#isDown = false;
    this.#downSec += this.#engine.nowSec - this.#lostAtSec;
  }

  /** Acknowledged writes that were still on their way when the primary was lost. */
  get #unsent(): number {
    if (this.#site.db.copy !== "async") return 0;
    const from = this.#lostAtSec - this.#engine.commit.shippingSec;
    return this.#writesAtSec.filter((at) => at > from && at <= this.#lostAtSec).length;
  }

  serve(id: number): void {
    const kind = this.#engine.kindOf(id);
    if (isRead(kind)) this.#read(id, kind);
    else this.#write(id, kind);
  }

  tellWho(workSec: number): number {
    return this.#isDown ? -2 : this.#primary.take(this.#engine.nowSec, workSec);
  }

  #read(id: number, kind: RequestKind): void {
    const engine = this.#engine;
    const isOwn = kind === "own";
    const copy = isOwn && this.#site.db.fresh && !this.#isDown ? undefined : this.#anyCopy();
    if (!copy && this.#isDown) {
      this.#engine.fail(id, "db", "no-copy");
      return;
    }
    if (isOwn) {
      this.#ownReads++;
      // Without a primary nobody has written anything of late.
      const ageSec =
        engine.prng.exponential() * capacities.ownReadAgeSec +
        (this.#isDown ? engine.nowSec - this.#lostAtSec : 0);
      if (copy && this.#site.db.copy !== "sync" && ageSec < copy.lagSec) this.#staleOwnReads++;
    }
    const queue = copy ? copy.queue : this.#primary;
    const sec = databaseWork(kind);
    this.#take(id, queue, copy ? this.#copies.indexOf(copy) : -1, sec, copy ? "replicas" : "db");
  }

  #anyCopy(): Copy | undefined {
    const copies = this.#copies;
    for (let tries = 0; tries < 2 * copies.length; tries++) {
      const copy = copies[Math.floor(this.#engine.prng.uniform() * copies.length)]!;
      if (copy.isUp) return copy;
    }
    return copies.find(({ isUp }) => isUp);
  }

  #take(id: number, queue: Servers, index: number, meanSec: number, place: Place): void {
    const engine = this.#engine;
    const leaves = queue.take(engine.nowSec, engine.prng.exponential() * meanSec * engine.pace.work);
    if (leaves < 0) {
      this.#engine.fail(id, place, "queue-full");
      return;
    }
    engine.requests.asOfSec[id] = queue.beganSec;
    depart(engine, id, queue, index, leaves);
  }

  #write(id: number, kind: RequestKind): void {
    if (this.#isDown) {
      this.#engine.fail(id, "db", "primary-down");
      return;
    }
    const { copy } = this.#site.db;
    if (copy === "sync" && this.#copies.some(({ isUp, isAwaited }) => !isUp && isAwaited)) {
      this.#engine.fail(id, "db", "copy-silent");
      return;
    }
    const engine = this.#engine;
    const leaves = this.#primary.take(
      engine.nowSec,
      engine.prng.exponential() * databaseWork(kind) * engine.pace.work,
    );
    if (leaves < 0) {
      this.#engine.fail(id, "db", "queue-full");
      return;
    }
    engine.requests.place[id] = -1;
    engine.requests.placeLife[id] = this.#primary.life;
    engine.requests.left[id] = kind === "like" ? 1 : 0;
    engine.schedule(leaves, kinds.row, id);
  }

  /** The primary's CPU has done its part: the row, the copies, the answer. */
  #lockRow(id: number): void {
    const engine = this.#engine;
    const { requests, nowSec } = engine;
    if (this.isLost(id)) {
      this.#engine.fail(id, "db", "primary-down");
      return;
    }
    let done = nowSec;
    if (requests.left[id] === 1) {
      requests.left[id] = 0;
      done = this.#row.take();
      if (done < 0) {
        this.#engine.fail(id, "db", "row-locked");
        return;
      }
    }
    const { copy } = this.#site.db;
    this.#writesAtSec[this.#writes++ & 65_535] = done;
    const anyUp = this.#copies.some(({ isUp }) => isUp);
    if (copy === "sync" && anyUp) done = this.#applyEverywhere(done) + delaySec.zoneRoundTrip / 2;
    else if (copy === "semi" && anyUp) done += delaySec.zoneRoundTrip;
    if (copy !== "sync" && anyUp) engine.schedule(done + engine.commit.shippingSec, kinds.replay, 0);
    requests.asOfSec[id] = done;
    engine.schedule(done, kinds.answer, id);
  }

  #applyEverywhere(committedSec: number): number {
    const atSec = committedSec + delaySec.zoneRoundTrip / 2;
    let last = atSec;
    for (const copy of this.#copies) if (copy.isUp) last = Math.max(last, this.#repeatAt(copy, atSec));
    return last;
  }

  #repeat(): void {
    const { nowSec, commit } = this.#engine;
    for (const copy of this.#copies)
      if (copy.isUp) copy.lagSec = commit.shippingSec + this.#repeatAt(copy, nowSec) - nowSec;
  }

  #repeatAt(copy: Copy, atSec: number): number {
    const sec = this.#engine.prng.exponential() * databaseSec.replay * this.#engine.pace.work;
    return Math.max(atSec, copy.queue.take(atSec, sec, true));
  }

  measure(): void {
    const { more } = this.#engine.measures;
    if (this.#ownReads > 0) more["staleOwnReadShare"] = this.#staleOwnReads / this.#ownReads;
    more["primaryDownSec"] = this.#downSec;
    const isGone = this.#isDown && this.#returnSec === Number.POSITIVE_INFINITY && !this.#isPromoting;
    const isKept = this.#copies.some(({ isUp }) => isUp);
    more["lostWrites"] = (more["lostWrites"] ?? 0) + (isGone ? (isKept ? this.#unsent : this.#writes) : 0);
  }

  /** Whether the box that had the request in hand has been lost since. */
  isLost(id: number): boolean {
    const { place, placeLife } = this.#engine.requests;
    const copy = this.#copies[place[id]!];
    return placeLife[id] !== (copy ? copy.queue : this.#primary).life;
  }
}
