/** Clients: they come at random at the scenario's rates, wait as long as they have patience, and try again. */
import {
  type Curve,
  capacities,
  type Place,
  type Reason,
  type RequestKind,
  rateAt,
  kinds as traits,
} from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import type { ExactLoss } from "./measures.ts";

interface Stream {
  readonly kind: number;
  readonly ratePerSec: Float64Array;
}

export class ClientCrowd {
  readonly #engine: Engine;
  readonly #receive: (id: number) => void;
  readonly #streams: Stream[] = [];
  readonly #roundTripSec: number;
  /** Fresh requests a second, of all streams. */
  readonly #freshPerSec: Float64Array;
  #tokens = 0;
  #attempts = 0;

  constructor(engine: Engine, receive: (id: number) => void) {
    this.#engine = engine;
    this.#receive = receive;
    const { streams, events } = engine.scenario;
    const seconds = Math.ceil(engine.endSec);
    this.#freshPerSec = new Float64Array(seconds);
    this.#roundTripSec = capacities.roundTripSec("us", "us");
    for (const { kind, curve } of streams) {
      const ratePerSec = Float64Array.from({ length: seconds }, (_, sec) =>
        rateAt(curve as Curve, sec + 0.5),
      );
      for (const event of events) {
        if (event.what !== "celebrity" || (kind !== "post" && kind !== "like")) continue;
        const until = Math.min(seconds, event.untilSec ?? seconds);
        for (let sec = event.atSec; sec < until; sec++)
          ratePerSec[sec]! += kind === "post" ? event.readsPerSec : event.likesPerSec;
      }
      for (let sec = 0; sec < seconds; sec++) this.#freshPerSec[sec]! += ratePerSec[sec]!;
      this.#streams.push({ kind: engine.requestKinds.indexOf(kind), ratePerSec });
    }
    engine.on(kinds.arrive, (stream) => this.#arrive(stream));
    engine.on(kinds.giveUp, (id) => this.#giveUp(id));
    engine.on(kinds.again, (ticket) => this.#comeAgain(ticket));
    for (let stream = 0; stream < this.#streams.length; stream++) this.#scheduleNext(stream, 0);
  }

  /** Fresh requests of some kinds, in each second. */
  ratesPerSec(of: (kind: RequestKind) => boolean): Float64Array {
    const sums = new Float64Array(this.#freshPerSec.length);
    for (const { kind, ratePerSec } of this.#streams)
      if (of(this.#engine.requestKinds[kind]!))
        for (let sec = 0; sec < sums.length; sec++) sums[sec]! += ratePerSec[sec]!;
    return sums;
  }

  /** The next arrival of a stream after a time; its rate is that of each whole second. */
  #scheduleNext(stream: number, afterSec: number): void {
    const { ratePerSec } = this.#streams[stream]!;
    let left = this.#engine.prng.exponential();
    let at = afterSec;
    for (let sec = Math.floor(at); sec < ratePerSec.length; sec++) {
      const rate = ratePerSec[sec]!;
      const expected = rate * (sec + 1 - at);
      if (expected >= left) {
        this.#engine.schedule(at + left / rate, kinds.arrive, stream);
        return;
      }
      left -= expected;
      at = sec + 1;
    }
  }

  #arrive(stream: number): void {
    const engine = this.#engine;
    const { kind } = this.#streams[stream]!;
    this.#scheduleNext(stream, engine.nowSec);
    if (traits[this.#engine.requestKinds[kind]!].isCounted) engine.measures.offered++;
    const { attempts, retryBudget } = engine.scenario.clients;
    if (attempts > 1 && retryBudget < Number.POSITIVE_INFINITY) {
      const most =
        retryBudget * this.#freshPerSec[Math.floor(engine.nowSec)]! * capacities.delaySec.retryReserve;
      this.#tokens = Math.min(most, this.#tokens + retryBudget);
    }
    this.#send(kind, 0, engine.nowSec);
  }

  #send(kind: number, attempt: number, firstSec: number): void {
    const { requests, nowSec, scenario } = this.#engine;
    const id = requests.take();
    this.#attempts++;
    requests.kind[id] = kind;
    requests.bornSec[id] = nowSec;
    requests.firstSec[id] = firstSec;
    requests.attempt[id] = attempt;
    requests.state[id] = 1;
    requests.box[id] = -1;
    requests.cached[id] = 0;
    requests.left[id] = 0;
    const { timeoutSec, attempts } = scenario.clients;
    if (attempts > 1) this.#engine.schedule(nowSec + timeoutSec, kinds.giveUp, id);
    this.#receive(id);
  }

  /** Patience has ended, unless the request is answered long since and its row is another's. */
  #giveUp(id: number): void {
    const { requests, nowSec, scenario } = this.#engine;
    const waited = nowSec - requests.bornSec[id]!;
    if (requests.state[id] !== 1 || waited < scenario.clients.timeoutSec - 1e-9) return;
    requests.state[id] = 2;
    this.#lose(id, { reason: "timeout" });
  }

  /** The answer has come back. */
  answered(id: number): void {
    const { requests, nowSec, scenario, measures } = this.#engine;
    const waited = nowSec - requests.bornSec[id]!;
    if (requests.state[id] === 1) {
      if (waited > scenario.clients.timeoutSec) this.#lose(id, { reason: "timeout" });
      else {
        const took = nowSec - requests.firstSec[id]! + this.#roundTripSec;
        measures.answer(this.#engine.kindOf(id), nowSec, took);
      }
    }
    requests.release(id);
  }

  /** A part of the way has failed it. */
  failed(id: number, place: Place, reason: Reason): void {
    const { requests, nowSec, scenario } = this.#engine;
    if (requests.state[id] === 1) {
      const waited = nowSec - requests.bornSec[id]!;
      this.#lose(id, waited > scenario.clients.timeoutSec ? { reason: "timeout" } : { place, reason });
    }
    requests.release(id);
  }

  /** An attempt is lost: its client tries again, or the request has failed. */
  #lose(id: number, loss: ExactLoss): void {
    const engine = this.#engine;
    const { requests, scenario, measures } = engine;
    const { timeoutSec, attempts, backoffSec, retryBudget } = scenario.clients;
    const attempt = requests.attempt[id]! + 1;
    const isLate = loss.reason === "timeout";
    const knownSec = isLate ? Math.min(engine.nowSec, requests.bornSec[id]! + timeoutSec) : engine.nowSec;
    const kind = requests.kind[id]!;
    const firstSec = requests.firstSec[id]!;
    if (attempt < attempts && (retryBudget === Number.POSITIVE_INFINITY || this.#tokens >= 1)) {
      if (retryBudget < Number.POSITIVE_INFINITY) this.#tokens--;
      this.#tickets.push({ kind, attempt, firstSec });
      engine.schedule(knownSec + backoffSec, kinds.again, this.#tickets.length - 1);
      return;
    }
    const took = isLate ? knownSec - firstSec + this.#roundTripSec : -1;
    measures.fail(this.#engine.requestKinds[kind]!, knownSec, took, loss);
  }

  readonly #tickets: { readonly kind: number; readonly attempt: number; readonly firstSec: number }[] = [];

  #comeAgain(ticket: number): void {
    const { kind, attempt, firstSec } = this.#tickets[ticket] as {
      kind: number;
      attempt: number;
      firstSec: number;
    };
    if (this.#engine.nowSec < this.#engine.endSec) this.#send(kind, attempt, firstSec);
  }

  /** At the end: whoever has waited too long has given up; the others are on their way. */
  close(): void {
    const { requests, endSec, scenario, measures } = this.#engine;
    let under = 0;
    for (let id = 0; id < requests.capacity; id++) {
      if (requests.state[id] !== 1) continue;
      if (endSec - requests.bornSec[id]! > scenario.clients.timeoutSec) {
        this.#lose(id, { reason: "timeout" });
        requests.state[id] = 2;
      } else under++;
    }
    measures.more["inFlight"] = under;
    if (measures.offered > 0) measures.more["attemptsPerRequest"] = this.#attempts / measures.offered;
  }
}
