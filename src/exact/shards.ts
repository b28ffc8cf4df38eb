/** Shards: each a primary and its copies. Which shard keeps what is the placement that the design says. */
import {
  capacities,
  type Reason,
  type RequestKind,
  type ShardShare,
  type Site,
  shardShares,
} from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Servers } from "./servers.ts";
import { databaseWork, depart, isRead, RowLock, type Store, waitingPerCore } from "./store.ts";

const { databaseSec, delaySec, sharding } = capacities;

interface Shard {
  readonly share: ShardShare;
  readonly primary: Servers;
  readonly copies: Servers[];
  copiesUp: number;
  isDown: boolean;
}

export class Shards implements Store {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #shards: Shard[];
  readonly #rows: RowLock[];
  /** Which shard keeps each sub-key of the hot row, before and after growing. */
  readonly #rowShards: readonly [number[], number[]];
  readonly #growsAtSec: number;
  readonly #growSec: number;
  /** Running sums of the shards' shares of the work. */
  readonly #upTo: Float64Array;
  /** When likes that are counted apart change the post again. */
  #nextSumSec = 0;
  #reads = 0;
  #crossReads = 0;

  constructor(engine: Engine) {
    const { site } = engine;
    const { shards } = site;
    this.#engine = engine;
    this.#site = site;
    this.#shards = shardShares(shards, engine.scenario).map((share) => {
      const vcpu = share.isDedicated ? sharding.dedicatedVcpu : shards.size;
      const box = () => new Servers(vcpu, waitingPerCore * vcpu, engine.pace.cores);
      const copies = share.isDedicated ? 0 : shards.replicas;
      return {
        share,
        primary: box(),
        copies: Array.from({ length: copies }, box),
        copiesUp: copies,
        isDown: false,
      };
    });
    this.#rows = Array.from({ length: shards.salt }, () => new RowLock(engine));
    const holders = (of: (share: ShardShare) => number) =>
      this.#shards.flatMap(({ share }, s) => new Array<number>(Math.round(of(share) * shards.salt)).fill(s));
    this.#rowShards = [holders((share) => share.likes), holders((share) => share.likesAfter)];
    this.#upTo = new Float64Array(this.#shards.length);
    const grows = engine.scenario.events.find((event) => event.what === "add-shard");
    this.#growsAtSec = grows?.atSec ?? Number.POSITIVE_INFINITY;
    const most = Math.max(...this.#shards.map(({ share }) => Math.max(share.leaves, share.enters)));
    const { objects, objectKb } = engine.scenario.data;
    this.#growSec = grows ? (most * objects * objectKb) / sharding.moveKbPerSec : 0;
    engine.on(kinds.row, (id) => this.#lockRow(id));
    engine.on(kinds.replay, (shard) => this.#repeat(this.#shards[shard]!));
    engine.on(kinds.move, (shard) => this.#move(shard));
    this.#shares(0);
    this.#plan();
  }

  #plan(): void {
    const engine = this.#engine;
    for (const event of engine.scenario.events) {
      const until = event.untilSec ?? Number.POSITIVE_INFINITY;
      const strikes =
        (event.what === "flood" && event.zone === "A") ||
        (event.what === "crash" && (event.tier === "shard" || event.tier === "primary"))
          ? this.#shards.filter(
              ({ share }) => event.what === "flood" || (!share.isDedicated && share.victimFrom < event.boxes),
            )
          : [];
      for (const shard of strikes) engine.at(event.atSec, () => this.#lose(shard, until));
      if (event.what === "flood" && event.zone === "B")
        for (const shard of this.#shards) {
          engine.at(event.atSec, () => (shard.copiesUp = 0));
          engine.at(until + delaySec.replicaRebuild, () => (shard.copiesUp = shard.copies.length));
        }
    }
    if (this.#growSec <= 0) return;
    engine.at(this.#growsAtSec, () => {
      for (let s = 0; s < this.#shards.length; s++) this.#scheduleMove(s);
    });
    for (let sec = this.#growsAtSec; sec <= this.#growsAtSec + this.#growSec + 1; sec++)
      engine.at(sec, () => this.#shares(Math.min(1, (sec - this.#growsAtSec) / this.#growSec)));
  }

  /** A primary is lost: until a copy is promoted, or until it comes back. */
  #lose(shard: Shard, untilSec: number): void {
    const engine = this.#engine;
    const promotedSec = engine.nowSec + delaySec.detectPrimary + delaySec.promote;
    shard.isDown = true;
    shard.primary.clear();
    const back = shard.copiesUp > 0 ? Math.min(untilSec, promotedSec) : untilSec;
    engine.at(back, () => {
      shard.isDown = false;
      if (back !== promotedSec || shard.copiesUp === 0) return;
      shard.copiesUp--;
      engine.at(back + delaySec.replicaRebuild, () => shard.copiesUp++);
    });
  }

  /** The shards' shares of the work when a part of the keys has moved. */
  #shares(progress: number): void {
    let sum = 0;
    this.#shards.forEach(({ share }, s) => {
      sum += share.work + (share.workAfter - share.work) * progress;
      this.#upTo[s] = sum;
    });
  }

  get #hasGrown(): boolean {
    return this.#engine.nowSec >= this.#growsAtSec + this.#growSec / 2;
  }

  /** Objects leave one shard and enter another: an operation at each. */
  #scheduleMove(s: number): void {
    const engine = this.#engine;
    const { share } = this.#shards[s]!;
    const rate = ((share.leaves + share.enters) * engine.scenario.data.objects) / this.#growSec;
    if (rate <= 0) return;
    const next = engine.nowSec + engine.prng.exponential() / rate;
    if (next < this.#growsAtSec + this.#growSec) engine.schedule(next, kinds.move, s);
  }

  #move(s: number): void {
    this.#work(this.#shards[s]!.primary, sharding.moveSec);
    this.#scheduleMove(s);
  }

  #work(queue: Servers, sec: number, isOwn = false): number {
    const { prng, nowSec } = this.#engine;
    return queue.take(nowSec, prng.exponential() * sec, isOwn);
  }

  #draw(): Shard {
    const upTo = this.#upTo;
    const u = this.#engine.prng.uniform() * upTo[upTo.length - 1]!;
    let s = 0;
    while (u >= upTo[s]!) s++;
    return this.#shards[s]!;
  }

  /** Where a shard is read: at a copy while there is one. */
  #reader(shard: Shard): Servers {
    if (shard.copiesUp === 0) return shard.primary;
    return shard.copies[Math.floor(this.#engine.prng.uniform() * shard.copiesUp)]!;
  }

  serve(id: number): void {
    const { requests } = this.#engine;
    const kind = this.#engine.kindOf(id);
    requests.place[id] = -1;
    if (kind === "like") {
      const { likes } = this.#site.shards;
      if (likes === "rows") this.#like(id);
      else this.#count(id, likes === "stream" ? sharding.appendSec : 0);
      return;
    }
    if (!isRead(kind) || kind === "own") {
      this.#atPrimary(id, kind);
      return;
    }
    this.#reads++;
    const { salt, counter, feed, likes } = this.#site.shards;
    if (kind === "post") this.#readPost(id, salt > 1 && !counter && likes === "rows");
    else if (kind === "feed" && !feed && this.#shards.length > 1) this.#readAll(id);
    else this.#readOne(id, this.#draw(), databaseWork(kind));
  }

  #readOne(id: number, shard: Shard, sec: number): void {
    if (shard.isDown && shard.copiesUp === 0) {
      this.#engine.fail(id, "shards", "shard-down");
      return;
    }
    const queue = this.#reader(shard);
    const leaves = this.#work(queue, sec);
    if (leaves < 0) {
      this.#engine.fail(id, "shards", "queue-full");
      return;
    }
    this.#engine.requests.asOfSec[id] = queue.beganSec;
    depart(this.#engine, id, queue, -1, leaves);
  }

  /** A query over some shards: the slowest counts. Their work is done even when one of them refuses. */
  #readSome(id: number, shards: readonly Shard[], secOf: (shard: Shard) => number, fromSec: number): void {
    let last = fromSec;
    let asOf = Number.POSITIVE_INFINITY;
    let reason: Reason | undefined;
    for (const shard of shards) {
      if (shard.isDown && shard.copiesUp === 0) {
        reason = "shard-down";
        continue;
      }
      const queue = this.#reader(shard);
      const leaves = this.#work(queue, secOf(shard));
      if (leaves < 0) reason ??= "queue-full";
      else {
        last = Math.max(last, leaves);
        asOf = Math.min(asOf, queue.beganSec);
      }
    }
    if (reason) {
      this.#engine.fail(id, "shards", reason);
      return;
    }
    this.#engine.requests.asOfSec[id] = asOf;
    this.#engine.schedule(last, kinds.answer, id);
  }

  #ordinary(): Shard[] {
    return this.#shards.filter(
      ({ share }) => !share.isDedicated && (share.shards > 0 || this.#engine.nowSec >= this.#growsAtSec),
    );
  }

  #readAll(id: number): void {
    this.#crossReads++;
    const all = this.#ordinary();
    const part = databaseSec.expensiveRead / all.length + databaseSec.cheapRead;
    this.#readSome(id, all, () => part, this.#engine.nowSec);
  }

  #readPost(id: number, sums: boolean): void {
    const home = this.#shards.find(({ share }) => (this.#hasGrown ? share.hasPostAfter : share.hasPost));
    if (!home) {
      this.#engine.fail(id, "shards", "shard-down");
      return;
    }
    if (!sums) {
      this.#readOne(id, home, databaseSec.hotRead);
      return;
    }
    this.#crossReads++;
    if (home.isDown && home.copiesUp === 0) {
      this.#engine.fail(id, "shards", "shard-down");
      return;
    }
    const leaves = this.#work(this.#reader(home), databaseSec.hotRead);
    if (leaves < 0) {
      this.#engine.fail(id, "shards", "queue-full");
      return;
    }
    const holders = this.#rowHolders();
    const subKeys = (shard: Shard) => holders.filter((s) => this.#shards[s] === shard).length;
    const shards = [...new Set(holders)].map((s) => this.#shards[s]!);
    this.#readSome(id, shards, (shard) => subKeys(shard) * sharding.subKeySec, leaves);
  }

  #rowHolders(): number[] {
    return this.#rowShards[this.#hasGrown ? 1 : 0]!;
  }

  #atPrimary(id: number, kind: RequestKind): void {
    const shard = this.#draw();
    if (shard.isDown) {
      this.#engine.fail(id, "shards", "shard-down");
      return;
    }
    const leaves = this.#work(shard.primary, databaseWork(kind));
    if (leaves < 0) {
      this.#engine.fail(id, "shards", "queue-full");
      return;
    }
    this.#engine.requests.asOfSec[id] = leaves;
    depart(this.#engine, id, shard.primary, -1, leaves);
    if (kind === "own") return;
    this.#scheduleReplay(shard, leaves);
    // A new post enters others' feeds; nobody waits for it.
    if (kind !== "write" || !this.#site.shards.feed) return;
    const other = this.#draw();
    if (!other.isDown && this.#work(other.primary, sharding.feedInsertSec) >= 0)
      this.#scheduleReplay(other, this.#engine.nowSec);
  }

  #scheduleReplay(shard: Shard, atSec: number): void {
    if (shard.copiesUp > 0) this.#engine.schedule(atSec, kinds.replay, this.#shards.indexOf(shard));
  }

  #repeat(shard: Shard): void {
    for (let i = 0; i < shard.copiesUp; i++) this.#work(shard.copies[i]!, databaseSec.replay, true);
  }

  changesPost(): boolean {
    if (this.#site.shards.likes === "rows") return true;
    const { nowSec } = this.#engine;
    if (nowSec < this.#nextSumSec) return false;
    this.#nextSumSec = nowSec + sharding.counterSec;
    return true;
  }

  /** Counted in memory or appended to a stream: nobody waits for the sum. */
  #count(id: number, sec: number): void {
    const doneSec = this.#engine.nowSec + sec;
    this.#engine.requests.asOfSec[id] = doneSec;
    this.#engine.schedule(doneSec, kinds.answer, id);
  }

  #like(id: number): void {
    const holders = this.#rowHolders();
    const row = Math.floor(this.#engine.prng.uniform() * holders.length);
    const shard = this.#shards[holders[row]!];
    if (!shard || shard.isDown) {
      this.#engine.fail(id, "shards", "shard-down");
      return;
    }
    const leaves = this.#work(shard.primary, databaseSec.write);
    if (leaves < 0) {
      this.#engine.fail(id, "shards", "queue-full");
      return;
    }
    this.#scheduleReplay(shard, leaves);
    this.#engine.requests.left[id] = row;
    this.#engine.schedule(leaves, kinds.row, id);
  }

  #lockRow(id: number): void {
    const { requests } = this.#engine;
    const row = this.#rows[requests.left[id]!]!;
    requests.left[id] = 0;
    const done = row.take();
    if (done < 0) {
      this.#engine.fail(id, "shards", "row-locked");
      return;
    }
    requests.asOfSec[id] = done;
    this.#engine.schedule(done, kinds.answer, id);
  }

  measure(): void {
    if (this.#reads > 0) this.#engine.measures.more["crossShardShare"] = this.#crossReads / this.#reads;
  }
}
