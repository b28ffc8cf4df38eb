/** Whose request it is, where boxes do not know: a session store says, or the database's primary. */
import { capacities, kinds as traits } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Servers } from "./servers.ts";
import type { Sessions } from "./sessions.ts";
import { type Store, wayToStoreSec } from "./store.ts";

const { databaseSec, delaySec, ratePerSecMax, serviceSec, waitingPerNode } = capacities;
const lookupSec = 1 / ratePerSecMax.sessionPair;

export class SessionLookup {
  readonly #engine: Engine;
  readonly #store: Store | undefined;
  readonly #sessions: Sessions | undefined;
  readonly #isNeeded: boolean;
  readonly #isSql: boolean;
  /** The node that answers; the other one of a pair only copies it. */
  readonly #node = new Servers(1, waitingPerNode.sessions);
  #downUntilSec = 0;

  /** @param pass whose session is known goes on */
  constructor(
    engine: Engine,
    store: Store | undefined,
    sessions: Sessions | undefined,
    pass: (id: number) => void,
  ) {
    const where = engine.site.sessions.store;
    this.#engine = engine;
    this.#store = store;
    this.#sessions = sessions;
    this.#isNeeded = sessions !== undefined && where !== "local";
    this.#isSql = where === "sql";
    engine.on(kinds.session, (id) => {
      if (this.#isKnown(id)) pass(id);
    });
    if (!this.#isNeeded || this.#isSql) return;
    for (const event of engine.scenario.events)
      if (event.what === "crash" && event.tier === "sessions") {
        const isLast = event.boxes >= (where === "pair" ? 2 : 1);
        const backSec = event.untilSec ?? Number.POSITIVE_INFINITY;
        const untilSec = isLast ? backSec : Math.min(backSec, event.atSec + delaySec.balancerFailover);
        engine.at(event.atSec, () => this.#die(isLast, untilSec));
      }
  }

  /** Who asks the node fails until it is back or its copy has taken over; the copy knows every session. */
  #die(isLast: boolean, untilSec: number): void {
    this.#node.clear();
    this.#downUntilSec = Math.max(this.#downUntilSec, untilSec);
    if (isLast) this.#sessions!.lose();
  }

  /** Whether a request's session is looked up. */
  isFor(id: number): boolean {
    return this.#isNeeded && traits[this.#engine.kindOf(id)].hasSession;
  }

  /** The request goes on when its session is known, or fails. */
  ask(id: number): void {
    if (this.#isSql) this.#askDatabase(id);
    else this.#askNode(id);
  }

  #askDatabase(id: number): void {
    const engine = this.#engine;
    if (!this.#store?.tellWho) {
      engine.fail(id, "db", "no-database");
      return;
    }
    const known = this.#store.tellWho(engine.prng.exponential() * databaseSec.session);
    if (known < 0) engine.fail(id, "db", known === -1 ? "queue-full" : "session-unreadable");
    else engine.schedule(known + wayToStoreSec, kinds.session, id);
  }

  #askNode(id: number): void {
    const engine = this.#engine;
    const { nowSec, prng, requests } = engine;
    if (nowSec < this.#downUntilSec) {
      engine.fail(id, "sessions", "store-down");
      return;
    }
    const known = this.#node.take(nowSec, prng.exponential() * lookupSec);
    if (known < 0) {
      engine.fail(id, "sessions", "queue-full");
      return;
    }
    requests.placeLife[id] = this.#node.life;
    engine.schedule(known + serviceSec.sessionStore - lookupSec, kinds.session, id);
  }

  /** The node's answer is there: whether it knows who asks; otherwise the request has failed. */
  #isKnown(id: number): boolean {
    if (this.#isSql) return true;
    const engine = this.#engine;
    if (engine.requests.placeLife[id] !== this.#node.life) {
      engine.fail(id, "sessions", "store-down");
      return false;
    }
    // Drawn now, for numbers do not hold: a request is of anybody who is there.
    const session = this.#sessions!.join();
    if (!this.#sessions!.isOut(session)) return true;
    this.#sessions!.logIn(session);
    engine.fail(id, "sessions", "logged-out");
    return false;
  }
}
