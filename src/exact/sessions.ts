/** People who are logged in, each with the box that keeps his session or that his cookie names. */
import { capacities, kinds as traits } from "../sim/index.ts";
import type { ClientCrowd } from "./clients.ts";
import { type Engine, kinds } from "./engine.ts";

/**
 * As many visits as the requests of the second need: so many a visit, so long a visit. Each ends at random (so its
 * length is exponential); a request is of any of them, or the first of one that begins.
 */
export class Sessions {
  live = 0;
  /** The box, −1 before there is one. */
  #box = new Int32Array(1024);
  /** Whether the session is gone and its owner does not know yet. */
  #isOut = new Uint8Array(1024);
  readonly #engine: Engine;
  readonly #lifeSec: number;
  /** By second. */
  readonly #wantedAt: Int32Array;

  constructor(engine: Engine, clients: ClientCrowd, lifeSec: number) {
    this.#engine = engine;
    this.#lifeSec = lifeSec;
    const ofVisits = clients.ratesPerSec((kind) => traits[kind].hasSession);
    this.#wantedAt = Int32Array.from(ofVisits, (perSec) =>
      Math.round((perSec * lifeSec) / capacities.requestsPerSession),
    );
    engine.measures.add("sessionsLost", 0);
    engine.measures.add("lostSessionsShare", 0);
    while (this.live < this.#wanted) this.#begin();
    engine.on(kinds.visit, () => {
      if (this.live > 0) this.#end(this.#any());
      this.#scheduleEnd();
    });
    this.#scheduleEnd();
  }

  get #wanted(): number {
    const { nowSec } = this.#engine;
    return this.#wantedAt[Math.min(Math.floor(nowSec), this.#wantedAt.length - 1)]!;
  }

  #scheduleEnd(): void {
    const { prng, nowSec } = this.#engine;
    const afterSec = (prng.exponential() * this.#lifeSec) / Math.max(1, this.live);
    this.#engine.schedule(nowSec + afterSec, kinds.visit, 0);
  }

  #any(): number {
    return Math.floor(this.#engine.prng.uniform() * this.live);
  }

  #begin(): number {
    if (this.live === this.#box.length) {
      const box = new Int32Array(2 * this.live);
      box.set(this.#box);
      this.#box = box;
      const isOut = new Uint8Array(2 * this.live);
      isOut.set(this.#isOut);
      this.#isOut = isOut;
    }
    this.#box[this.live] = -1;
    this.#isOut[this.live] = 0;
    return this.live++;
  }

  #end(session: number): void {
    const last = --this.live;
    this.#box[session] = this.#box[last]!;
    this.#isOut[session] = this.#isOut[last]!;
  }

  /** Whose request comes now. The number holds until anything else happens. */
  join(): number {
    const wanted = this.#wanted;
    while (this.live > wanted + 1) this.#end(this.#any());
    return this.live < wanted || this.live === 0 ? this.#begin() : this.#any();
  }

  /** Where a session is, −1 nowhere yet. */
  boxOf(session: number): number {
    return this.#box[session]!;
  }

  /** Whether its owner has to log in again. */
  isOut(session: number): boolean {
    return this.#isOut[session] === 1;
  }

  /** From now on a session is at a box. */
  settle(session: number, box: number): void {
    this.#box[session] = box;
  }

  /** Its owner has found out, and logs in again. */
  logIn(session: number): void {
    this.#isOut[session] = 0;
  }

  /** What a box kept is gone, or everything. */
  lose(box?: number): void {
    let lost = 0;
    for (let session = 0; session < this.live; session++)
      if ((box === undefined || this.#box[session] === box) && this.#isOut[session] === 0) {
        this.#isOut[session] = 1;
        lost++;
      }
    this.#engine.measures.add("sessionsLost", lost);
    this.#engine.measures.add("lostSessionsShare", lost / Math.max(1, this.live));
  }

  /** A box has left: no cookie names it. */
  forget(box: number): void {
    for (let session = 0; session < this.live; session++)
      if (this.#box[session] === box) this.#box[session] = -1;
  }
}
