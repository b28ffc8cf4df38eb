/** The way of a request through one site: balancer, box, cache, store, queue, and back to its client. */
import {
  capacities,
  endOf,
  type Place,
  type Reason,
  type RequestKind,
  kinds as traits,
} from "../sim/index.ts";
import { AllInOne } from "./all-in-one.ts";
import { Cache, found } from "./cache.ts";
import { ClientCrowd } from "./clients.ts";
import { Database } from "./database.ts";
import { type Engine, kinds } from "./engine.ts";
import { Jobs } from "./jobs.ts";
import { popularOf } from "./popular.ts";
import { Sales } from "./sale.ts";
import { SessionLookup } from "./session-lookup.ts";
import { Sessions } from "./sessions.ts";
import { Shards } from "./shards.ts";
import { isRead, KeyValueNodes, type Store, wayToStoreSec } from "./store.ts";
import { type Front, Web } from "./web.ts";
import { webWork } from "./web-work.ts";

const { delaySec, serviceSec, webCpuSec } = capacities;
/** What `requests.cached` says. */
const cached = { no: 0, hit: 1, fills: 2, holdsLease: 3, waits: 4 } as const;
/** Who finds a cold key's lease taken looks again after so long. */
const lookAgainSec = 0.01;

export class Path {
  readonly clients: ClientCrowd;
  readonly jobs: Jobs | undefined;
  readonly cache: Cache | undefined;
  readonly #engine: Engine;
  readonly #front: Front;
  readonly #store: Store | undefined;
  readonly #logs: Store | undefined;
  readonly #site;
  readonly #popular;
  /** Until when each box has the hot object in its own memory. */
  readonly #localUntilSec: Float64Array;
  readonly #sessions: SessionLookup;
  #sales: Sales | undefined;
  #crawled = 0;
  #ordersHeld = 0;
  #localHits = 0;
  #posts = 0;
  #stalePosts = 0;

  constructor(engine: Engine) {
    const { design, scenario, prng } = engine;
    const [site] = design.sites;
    this.#engine = engine;
    this.#site = site;
    this.clients = new ClientCrowd(engine, (id) => this.#receive(id));
    engine.fail = (id, place, reason) => this.#fail(id, place, reason);
    const lifeSec = scenario.clients.sessionSec ?? 0;
    const sessions =
      lifeSec > 0 && site.web.count > 0 ? new Sessions(engine, this.clients, lifeSec) : undefined;
    const behind = {
      workSec: (id: number) => this.#workSec(id),
      pass: (id: number) => (this.#sessions.isFor(id) ? this.#sessions.ask(id) : this.#pass(id)),
    };
    this.#front =
      site.web.count > 0 ? new Web(engine, behind, sessions) : new AllInOne(engine, (id) => this.#answer(id));
    const keyValue = site.kv.nodes > 0 ? new KeyValueNodes(engine) : undefined;
    if (site.web.count > 0) {
      if (site.shards.count > 0) this.#store = new Shards(engine);
      else if (site.db.size > 0) this.#store = new Database(engine);
      else if (site.kv.holds === "everything") this.#store = keyValue;
      this.#logs = keyValue ?? this.#store;
    }
    this.#sessions = new SessionLookup(engine, this.#store, sessions, (id) => this.#pass(id));
    this.#localUntilSec = new Float64Array(Math.max(1, site.web.count)).fill(-1);
    this.#postKey = scenario.data.objects;
    this.#popular = popularOf(scenario.data.objects, scenario.data.zipf);
    if (site.cache.nodes > 0) this.cache = this.#makeCache(prng);
    if (site.queue.kind !== "none") this.jobs = new Jobs(engine);
    engine.on(kinds.data, (id) => this.#ask(id));
    engine.on(kinds.answer, (id) => this.#answer(id));
  }

  #makeCache(prng: Engine["prng"]): Cache {
    const { scenario } = this.#engine;
    const { cache } = this.#site;
    const { objectKb, changesPerWrite } = scenario.data;
    const crawls = scenario.events.reduce((sum, e) => sum + (e.what === "crawl" ? e.objects : 0), 0);
    const made = new Cache(
      {
        nodes: cache.nodes,
        entriesPerNode: Math.floor((cache.memory * capacities.cacheKbPerGb) / objectKb),
        policy: cache.evict,
        ttlSec: cache.ttl,
        invalidates: cache.invalidate,
        leases: cache.lease,
      },
      this.#popular,
      1 + crawls,
      prng,
    );
    const rateOf = (of: (kind: RequestKind) => boolean) => this.clients.ratesPerSec(of)[0]!;
    made.warm(
      Math.max(
        1e-3,
        rateOf((kind) => traits[kind].isPage),
      ),
      rateOf((kind) => kind === "write") * changesPerWrite,
    );
    this.#planCache(made);
    this.#sales = new Sales(this.#engine, made);
    return made;
  }

  #planCache(cache: Cache): void {
    const engine = this.#engine;
    const { scenario } = engine;
    const { nodes, zones } = this.#site.cache;
    for (const event of scenario.events) {
      if (event.what === "cache-restart")
        for (let node = 0; node < Math.min(event.nodes, nodes); node++) {
          engine.at(event.atSec, () => {
            cache.restart(node, event.untilSec !== undefined);
            this.#loseOrders(1 / nodes);
          });
          engine.at(event.untilSec ?? event.atSec, () => cache.comeBack(node));
        }
      else if (event.what === "crawl") {
        const spanSec = endOf(event) - event.atSec;
        // A hundred at a time: far finer than anything a cache remembers.
        for (let i = 0; i < event.objects; i += 100)
          engine.at(event.atSec + (spanSec * i) / event.objects, () => {
            for (let k = 0; k < 100 && i + k < event.objects; k++)
              cache.crawl(this.#postKey + 1 + this.#crawled++, engine.nowSec);
          });
      } else if (event.what === "flood") {
        const zone = event.zone === "A" ? 0 : 1;
        if (zone >= zones) continue;
        engine.at(event.atSec, () => {
          cache.loseZone(zone, zones);
          this.#loseOrders(1 / zones);
        });
        if (event.untilSec !== undefined) engine.at(event.untilSec, () => cache.regainZone(zone, zones));
      }
    }
  }

  #loseOrders(share: number): void {
    if (!this.#site.cache.only) return;
    this.#engine.measures.add("ordersLost", Math.round(this.#ordersHeld * share));
    this.#ordersHeld *= 1 - share;
  }

  readonly #postKey: number;

  #receive(id: number): void {
    if (!this.#engine.design.dns.domain) {
      this.#fail(id, "dns", "no-domain");
      return;
    }
    this.#front.receive(id);
  }

  /** A core begins with the request: the cache is asked now. */
  #workSec(id: number): number {
    const kind = this.#engine.kindOf(id);
    const { requests } = this.#engine;
    requests.cached[id] = cached.no;
    if ((this.cache || this.#site.web.local > 0) && traits[kind].isCached) {
      requests.key[id] = kind === "post" ? this.#postKey : this.#popular.draw(this.#engine.prng);
      requests.cached[id] = kind === "post" ? this.#lookLocally(id) : this.#look(id);
    }
    const status = requests.cached[id]!;
    const work = webWork(this.#site, kind, status === cached.hit || status === cached.waits);
    return this.#sessions.isFor(id) ? work + webCpuSec.session : work;
  }

  #look(id: number): number {
    if (!this.cache) return cached.no;
    const { requests, nowSec } = this.#engine;
    const result = this.cache.look(requests.key[id]!, nowSec);
    if (result === found.value) return cached.hit;
    if (result === found.busy) return cached.waits;
    requests.lease[id] = this.cache.lease;
    return result === found.lease ? cached.holdsLease : cached.fills;
  }

  /** The hot object may be in the box's own memory; one request at a time fetches it, the others take the old one. */
  #lookLocally(id: number): number {
    const { requests, nowSec } = this.#engine;
    const { local } = this.#site.web;
    const box = requests.box[id]!;
    this.#posts++;
    if (local > 0 && nowSec < this.#localUntilSec[box]!) {
      this.#localHits++;
      // Nothing else is to be asked on the way.
      requests.left[id] = 1;
      return cached.hit;
    }
    this.#localUntilSec[box] = nowSec + local;
    const status = this.#look(id);
    if (status === cached.hit && this.cache?.wasStale) this.#stalePosts++;
    return status;
  }

  /** The box has done its work: on to cache and store. */
  #pass(id: number): void {
    const engine = this.#engine;
    const { requests, nowSec } = engine;
    const kind = this.#engine.kindOf(id);
    const status = requests.cached[id]!;
    const { cache: settings } = this.#site;
    if (requests.left[id] === 1) {
      requests.left[id] = 0;
      this.#answer(id);
      return;
    }
    let atSec = nowSec;
    const asksCache =
      status !== cached.no ||
      (settings.invalidate && traits[kind].changesCached) ||
      (settings.only && kind === "order");
    if (this.cache && asksCache) {
      atSec += serviceSec.cache;
      if (engine.prng.uniform() < 1 - 1 / settings.zones) atSec += delaySec.zoneRoundTrip;
    }
    requests.place[id] = -1;
    if (status === cached.hit) {
      engine.schedule(atSec, kinds.answer, id);
      return;
    }
    if (status === cached.waits) {
      engine.schedule(atSec + lookAgainSec, kinds.data, id);
      return;
    }
    if (traits[kind].does === "file") {
      this.#answer(id);
      return;
    }
    if (kind === "order" && settings.only && this.cache) {
      // An order has a node of its own by its number.
      if (this.cache.isAway(this.#engine.requestKinds.length + this.#ordersHeld)) {
        this.#fail(id, "cache", "cache-down");
        return;
      }
      this.#ordersHeld++;
      engine.schedule(atSec, kinds.answer, id);
      return;
    }
    const isShards = this.#site.shards.count > 0 && traits[kind].does !== "append";
    engine.schedule(isShards ? atSec : atSec + wayToStoreSec, kinds.data, id);
  }

  #ask(id: number): void {
    const { requests, nowSec } = this.#engine;
    if (requests.cached[id] === cached.waits) {
      const status = this.#look(id);
      requests.cached[id] = status;
      if (status === cached.hit) {
        this.#answer(id);
        return;
      }
      if (status === cached.waits) {
        this.#engine.schedule(nowSec + lookAgainSec, kinds.data, id);
        return;
      }
    }
    const store = this.#engine.kindOf(id) === "log" ? this.#logs : this.#store;
    if (!store) {
      this.#fail(id, "db", "no-database");
      return;
    }
    store.serve(id);
  }

  /** The answer is back at the box. */
  #answer(id: number): void {
    const { requests, nowSec } = this.#engine;
    const kind = this.#engine.kindOf(id);
    if (requests.cached[id] !== cached.hit && isRead(kind) && this.#store?.isLost?.(id)) {
      this.#fail(id, "db", "lost-with-box");
      return;
    }
    if (kind === "photo" && this.jobs && requests.left[id] !== 2) {
      const accepted = this.jobs.publish(id);
      if (accepted < 0) return;
      requests.left[id] = 2;
      this.#engine.schedule(accepted, kinds.answer, id);
      return;
    }
    const { cache } = this;
    if (cache) this.#keep(cache, id, kind, nowSec);
    if (!this.#front.leave(id)) {
      this.clients.failed(id, "web", "lost-with-box");
      return;
    }
    this.clients.answered(id);
  }

  /** Answers are put into the cache; changes are told to it. */
  #keep(cache: Cache, id: number, kind: RequestKind, nowSec: number): void {
    const { requests, prng, scenario } = this.#engine;
    const status = requests.cached[id]!;
    const asOfSec = requests.asOfSec[id]!;
    if (status === cached.fills || status === cached.holdsLease)
      cache.fill(requests.key[id]!, asOfSec, nowSec, requests.lease[id]!);
    else if (kind === "write")
      for (let i = 0; i < scenario.data.changesPerWrite; i++)
        this.#change(cache, Math.floor(prng.uniform() * scenario.data.objects), asOfSec);
    else if (kind === "like" && (this.#store?.changesPost?.() ?? true))
      this.#change(cache, this.#postKey, asOfSec);
  }

  #change(cache: Cache, key: number, atSec: number): void {
    cache.change(key, atSec);
    cache.invalidate(key);
  }

  #fail(id: number, place: Place, reason: Reason): void {
    const { requests } = this.#engine;
    if (requests.cached[id] === cached.holdsLease)
      this.cache?.giveUpLease(requests.key[id]!, requests.lease[id]!);
    this.#front.leave(id);
    this.clients.failed(id, place, reason);
  }

  measure(): void {
    const { more } = this.#engine.measures;
    this.#front.measure?.();
    this.#store?.measure?.();
    this.jobs?.measure();
    const { cache } = this;
    const lookups = (cache?.lookups ?? 0) + this.#localHits;
    more["hitRatio"] = lookups > 0 ? ((cache?.hits ?? 0) + this.#localHits) / lookups : 0;
    // As in the report, the hot object's old values are counted apart.
    more["staleReadShare"] = lookups > 0 ? ((cache?.staleHits ?? 0) - this.#stalePosts) / lookups : 0;
    if (this.#posts > 0) more["stalePostShare"] = this.#stalePosts / this.#posts;
    if (cache) more["putBackStale"] = cache.putBack;
    more["ordersLost"] ??= 0;
    // A database sells nothing twice.
    more["oversold"] ??= 0;
    // A celebrity's counts are old besides, by design.
    if (this.#posts === 0) more["staleSecMax"] = this.#sales?.staleSecMax ?? 0;
  }
}
