/** The all-in-one box: web server and database on one machine, one queue for its cores. */
import { capacities, type Site, kinds as traits } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Servers } from "./servers.ts";
import { databaseWork, planReport } from "./store.ts";
import type { Front } from "./web.ts";
import { webWork } from "./web-work.ts";

export class AllInOne implements Front {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #queue: Servers;
  #isDown = false;
  #isEvicted = false;

  constructor(engine: Engine, answer: (id: number) => void) {
    const { site } = engine;
    const { size } = site.box;
    this.#engine = engine;
    this.#site = site;
    this.#queue = new Servers(size, capacities.listenPerCore * size, engine.pace.cores);
    engine.on(kinds.worked, (id) => {
      if (engine.requests.placeLife[id] !== this.#queue.life) engine.fail(id, "box", "process-down");
      else answer(id);
    });
    planReport(engine, this.#queue, size);
    for (const event of engine.scenario.events) {
      if (event.what === "report") {
        engine.at(event.atSec, () => (this.#isEvicted = true));
        engine.at(event.untilSec ?? Number.POSITIVE_INFINITY, () => (this.#isEvicted = false));
      } else if (event.what === "restart" && event.tier === "box") {
        engine.at(event.atSec, () => {
          this.#isDown = true;
          this.#queue.clear();
        });
        engine.at(event.atSec + event.durationSec, () => (this.#isDown = false));
      }
    }
  }

  receive(id: number): void {
    const engine = this.#engine;
    const { requests } = engine;
    if (this.#site.box.size === 0) {
      this.#engine.fail(id, "web", "no-server");
      return;
    }
    if (this.#isDown) {
      this.#engine.fail(id, "box", "process-down");
      return;
    }
    const kind = this.#engine.kindOf(id);
    const dearer = this.#isEvicted && traits[kind].does !== "append" ? capacities.evictedFactor : 1;
    const sec = webWork(this.#site, kind, false) + databaseWork(kind) * dearer;
    const work = engine.prng.exponential() * sec * engine.pace.work;
    const leaves = this.#queue.take(engine.nowSec, work);
    if (leaves < 0) {
      this.#engine.fail(id, "box", "queue-full");
      return;
    }
    requests.placeLife[id] = this.#queue.life;
    engine.schedule(leaves, kinds.worked, id);
  }

  leave(): boolean {
    return true;
  }
}
