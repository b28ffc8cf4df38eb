/** Time and what happens in it: the future as a heap of events, the requests under way, and what became of them. */
import {
  type CommitTimes,
  commitTimes,
  type Design,
  type Place,
  type Reason,
  type RequestKind,
  type Scenario,
  type Site,
} from "../sim/index.ts";
import { EventHeap } from "./event-heap.ts";
import { Measures } from "./measures.ts";
import { Prng } from "./prng.ts";
import { Requests } from "./requests.ts";

/** Kinds of events; each has a handler that is given a number: a request, a stream, a shard. */
export const kinds = {
  arrive: 0,
  enter: 1,
  worked: 2,
  data: 3,
  row: 4,
  answer: 5,
  giveUp: 6,
  again: 7,
  replay: 8,
  move: 9,
  job: 10,
  script: 11,
  visit: 12,
  session: 13,
  giveUpBox: 14,
} as const;
const kindBits = 4;

/** How a system was scaled that is to be played: a copy of it on one machine, say. */
export interface Pacing {
  /** Work on a core takes so many times as long. */
  readonly work: number;
  /** What machines, watchers and brokers wait for, from booting to being noticed dead, takes so many times as long. */
  readonly delays: number;
  /** Each core stands for so many: they are in each other's way as all of these would be. */
  readonly cores: number;
}
const unscaled: Pacing = { work: 1, delays: 1, cores: 1 };

export class Engine {
  readonly design: Design;
  readonly site: Site;
  /** Kinds of the scenario's streams; a request has the number of its own. */
  readonly requestKinds: readonly RequestKind[];
  readonly scenario: Scenario;
  readonly prng: Prng;
  readonly requests = new Requests();
  readonly measures: Measures;
  readonly commit: CommitTimes;
  readonly endSec: number;
  readonly pace: Pacing;
  nowSec = 0;
  /** What is done with a request that a part of its way fails. */
  fail: (id: number, place: Place, reason: Reason) => void = () => {};
  readonly #heap = new EventHeap();
  readonly #handlers: ((about: number) => void)[] = [];
  readonly #scripts: (() => void)[] = [];

  constructor(design: Design, scenario: Scenario, seed: number, pace: Pacing = unscaled) {
    this.pace = pace;
    this.design = design;
    [this.site] = design.sites;
    this.requestKinds = [...new Set(scenario.streams.map(({ kind }) => kind))];
    this.scenario = scenario;
    this.commit = commitTimes(scenario.commit);
    this.prng = new Prng(seed);
    this.endSec = scenario.ticks * scenario.tickSec;
    this.measures = new Measures(this.endSec);
    this.on(kinds.script, (script) => this.#scripts[script]!());
  }

  kindOf(id: number): RequestKind {
    return this.requestKinds[this.requests.kind[id]!]!;
  }

  /** Says what is done when an event of a kind is due. */
  on(kind: number, handler: (about: number) => void): void {
    this.#handlers[kind] = handler;
  }

  /** Lets an event happen. */
  schedule(atSec: number, kind: number, about: number): void {
    this.#heap.push(atSec, (about << kindBits) | kind);
  }

  /** Does something once; for what happens rarely. Nothing when the time never comes. */
  at(atSec: number, action: () => void): void {
    if (atSec === Number.POSITIVE_INFINITY) return;
    this.#scripts.push(action);
    this.schedule(atSec, kinds.script, this.#scripts.length - 1);
  }

  /** Plays up to so many events, none after `untilSec`; whether there are more. */
  play(untilSec: number, events: number): boolean {
    const heap = this.#heap;
    for (let i = 0; i < events; i++) {
      const time = heap.nextTime;
      if (time > untilSec) return false;
      this.nowSec = time;
      const event = heap.pop();
      this.#handlers[event & 15]!(event >>> kindBits);
    }
    return true;
  }
}
