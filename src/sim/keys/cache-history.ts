/** How many requests came when: what turns a time to live in seconds into one in requests. */
export class RequestHistory {
  /** Requests and crawled objects so far, at the start of each step. */
  readonly #requestsAt: Float64Array;
  readonly #crawledAt: Float64Array;
  #steps = 0;
  #rateBefore = -1;

  /** @param steps of the run, at most */
  constructor(steps: number) {
    this.#requestsAt = new Float64Array(steps + 2);
    this.#crawledAt = new Float64Array(steps + 2);
  }

  /** Says at which rate requests came before the run; only the first call counts. */
  expect(ratePerSec: number): void {
    if (this.#rateBefore < 0) this.#rateBefore = ratePerSec;
  }

  /** Adds a step. */
  add(requests: number, crawled: number): void {
    const at = this.#steps;
    this.#requestsAt[at + 1] = this.#requestsAt[at]! + requests;
    this.#crawledAt[at + 1] = this.#crawledAt[at]! + crawled;
    this.#steps = at + 1;
  }

  /** Requests of the last `sec` seconds, seen from `timeSec`, with steps of `stepSec`. */
  requestsWithin(sec: number, timeSec: number, stepSec: number): number {
    const now = this.#requestsAt[this.#steps]!;
    if (sec >= timeSec) return now + Math.max(0, this.#rateBefore) * (sec - timeSec);
    const from = (timeSec - sec) / stepSec;
    const step = Math.min(this.#steps, Math.floor(from));
    const a = this.#requestsAt[step]!;
    const b = step < this.#steps ? this.#requestsAt[step + 1]! : a;
    return now - (a + (b - a) * (from - step));
  }

  /** Crawled objects among the last so many requests; those of the oldest step in part. */
  crawledWithin(requests: number): number {
    const requestsAt = this.#requestsAt;
    const now = requestsAt[this.#steps]!;
    const from = now - requests;
    if (!(from > 0)) return this.#crawledAt[this.#steps]!;
    // The last step that begins no later than the window.
    let low = 0;
    let high = this.#steps;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (requestsAt[middle]! <= from) low = middle;
      else high = middle - 1;
    }
    const begin = this.#crawledAt[low]!;
    const span = low < this.#steps ? requestsAt[low + 1]! - requestsAt[low]! : 0;
    const part = span > 0 ? (from - requestsAt[low]!) / span : 0;
    const before = begin + part * (this.#crawledAt[low + 1]! - begin);
    return this.#crawledAt[this.#steps]! - before;
  }
}
