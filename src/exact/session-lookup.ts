/** Whose request it is, where boxes do not know: a session store says, or the database's primary. */
import { capacities, kinds as traits } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Servers } from "./servers.ts";
import { type Store, wayToStoreSec } from "./store.ts";

const { databaseSec, ratePerSecMax, serviceSec, waitingPerNode } = capacities;
const lookupSec = 1 / ratePerSecMax.sessionPair;

export class SessionLookup {
  readonly #engine: Engine;
  readonly #store: Store | undefined;
  readonly #isNeeded: boolean;
  readonly #node = new Servers(1, waitingPerNode.sessions);

  constructor(engine: Engine, store: Store | undefined) {
    const { sessions, web } = engine.site;
    this.#engine = engine;
    this.#store = store;
    const keepsSessions = (engine.scenario.clients.sessionSec ?? 0) > 0 && web.count > 0;
    this.#isNeeded = keepsSessions && sessions.store !== "local";
  }

  /** Whether a request's session is looked up. */
  isFor(id: number): boolean {
    return this.#isNeeded && traits[this.#engine.kindOf(id)].hasSession;
  }

  /** The request goes on (`kinds.session`) when its session is known, or fails. */
  ask(id: number): void {
    const engine = this.#engine;
    const store = this.#store;
    const isSql = engine.site.sessions.store === "sql";
    if (isSql && !store?.tellWho) {
      engine.fail(id, "db", "no-database");
      return;
    }
    const known = isSql
      ? store!.tellWho!(engine.prng.exponential() * databaseSec.session)
      : this.#node.take(engine.nowSec, engine.prng.exponential() * lookupSec);
    if (known < 0) {
      engine.fail(id, isSql ? "db" : "sessions", known === -1 ? "queue-full" : "session-unreadable");
      return;
    }
    engine.schedule(known + (isSql ? wayToStoreSec : serviceSec.sessionStore - lookupSec), kinds.session, id);
  }
}
