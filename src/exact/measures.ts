/** What is measured of a run: books, answer times in fine bins, and what each second was like. */
import { type Place, type Reason, type RequestKind, kinds as traits } from "../sim/index.ts";

const perOctave = 128;
const lowestSec = 2 ** -14;
const bins = perOctave * 26;

/** Answer times in bins of half a percent. */
export class Times {
  count = 0;
  readonly #weights = new Float64Array(bins);
  #sumSec = 0;
  #longestSec = 0;

  add(sec: number): void {
    const bin = sec > lowestSec ? Math.floor(Math.log2(sec / lowestSec) * perOctave) : 0;
    this.#weights[Math.min(bins - 1, bin)]!++;
    this.count++;
    this.#sumSec += sec;
    if (sec > this.#longestSec) this.#longestSec = sec;
  }

  get meanSec(): number {
    return this.count > 0 ? this.#sumSec / this.count : 0;
  }

  quantileSec(q: number): number {
    let left = q * this.count;
    for (let bin = 0; bin < bins; bin++) {
      const weight = this.#weights[bin]!;
      if (weight >= left && weight > 0)
        return Math.min(this.#longestSec, lowestSec * 2 ** ((bin + left / weight) / perOctave));
      left -= weight;
    }
    return 0;
  }
}

/** Kinds whose answer times count in the overall percentiles. */
export function isDynamic(kind: RequestKind): boolean {
  return traits[kind].isAwaited;
}

/** Where and why a request is lost; patience ends nowhere in particular. */
export interface ExactLoss {
  readonly place?: Place;
  readonly reason: Reason;
}

export class Measures {
  offered = 0;
  answered = 0;
  failed = 0;
  /** What failed, a row for each place and reason. */
  readonly failedBy: (ExactLoss & { count: number })[] = [];
  readonly all = new Times();
  readonly writes = new Times();
  readonly byKind = new Map<RequestKind, { answered: number; failed: number; readonly times: Times }>();
  /** Answered and failed in each second, by when the client knew. */
  readonly answeredAt: Float64Array;
  readonly failedAt: Float64Array;
  /** Counted elsewhere: whole things and shares, by the names of the report. */
  readonly more: Record<string, number> = {};
  readonly #endSec: number;

  constructor(endSec: number) {
    this.#endSec = endSec;
    this.answeredAt = new Float64Array(Math.ceil(endSec) + 1);
    this.failedAt = new Float64Array(Math.ceil(endSec) + 1);
  }

  #of(kind: RequestKind) {
    let of = this.byKind.get(kind);
    if (!of) {
      of = { answered: 0, failed: 0, times: new Times() };
      this.byKind.set(kind, of);
    }
    return of;
  }

  #time(kind: RequestKind, sec: number): void {
    this.#of(kind).times.add(sec);
    if (!isDynamic(kind)) return;
    this.all.add(sec);
    if (traits[kind].does === "write") this.writes.add(sec);
  }

  answer(kind: RequestKind, atSec: number, tookSec: number): void {
    if (atSec > this.#endSec) return;
    this.#of(kind).answered++;
    this.#time(kind, tookSec);
    if (!traits[kind].isCounted) return;
    this.answered++;
    this.answeredAt[Math.floor(atSec)]!++;
  }

  /** @param tookSec −1 for what was refused at once */
  fail(kind: RequestKind, atSec: number, tookSec: number, { place, reason }: ExactLoss): void {
    if (atSec > this.#endSec) return;
    this.#of(kind).failed++;
    if (tookSec >= 0) this.#time(kind, tookSec);
    if (!traits[kind].isCounted) return;
    this.failed++;
    this.failedAt[Math.floor(atSec)]!++;
    const row = this.failedBy.find((each) => each.place === place && each.reason === reason);
    if (row) row.count++;
    else this.failedBy.push({ ...(place && { place }), reason, count: 1 });
  }

  add(name: string, amount: number): void {
    this.more[name] = (this.more[name] ?? 0) + amount;
  }

  /** By the names of the report: latencies in ms, shares 0…1. */
  indicators(): Record<string, number> {
    const { all, writes, answered, failed } = this;
    const ms = (times: Times, q: number) => times.quantileSec(q) * 1_000;
    let worst = 1;
    // The last second is cut short.
    for (let s = 0; s < this.answeredAt.length - 1; s++) {
      const closed = this.answeredAt[s]! + this.failedAt[s]!;
      if (closed > 0) worst = Math.min(worst, this.answeredAt[s]! / closed);
    }
    const logs = this.byKind.get("log");
    return {
      availability: answered + failed > 0 ? answered / (answered + failed) : 1,
      worstTickAvailability: worst,
      latencyP50Ms: ms(all, 0.5),
      latencyP95Ms: ms(all, 0.95),
      latencyP99Ms: ms(all, 0.99),
      latencyMeanMs: all.meanSec * 1_000,
      ...(writes.count > 0 ? { writeP99Ms: ms(writes, 0.99) } : {}),
      ...(logs ? { logsStoredShare: logs.answered / Math.max(1, logs.answered + logs.failed) } : {}),
      ...this.more,
    };
  }

  /** The last second in which fewer than a share of those who knew were answered, counted from 0; −1 when none was. */
  lastBadSec(share: number): number {
    for (let s = this.answeredAt.length - 2; s >= 0; s--) {
      const closed = this.answeredAt[s]! + this.failedAt[s]!;
      if (closed > 0 && this.answeredAt[s]! < share * closed) return s;
    }
    return -1;
  }
}
