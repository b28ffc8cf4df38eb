/** Sub-bins of each doubling of latency. */
export const BINS_PER_OCTAVE = 16;

// A Float32 has 23 bits of fraction; keeping the exponent and the first four of them leaves 16 bins an octave.
const FRACTION_BITS_DROPPED = 19;
const EXPONENT_BIAS = 127;
const LOWEST_EXPONENT = -20;
const HIGHEST_EXPONENT = 17;
const FIRST_BIN = (EXPONENT_BIAS + LOWEST_EXPONENT) * BINS_PER_OCTAVE;
/** Bin 0 holds what is shorter than 2^-20 s (about 1 µs); the last one what reaches 2^17 s (about 36 hours). */
export const BIN_COUNT = (HIGHEST_EXPONENT - LOWEST_EXPONENT) * BINS_PER_OCTAVE + 2;

const asFloat = new Float32Array(1);
const asBits = new Uint32Array(asFloat.buffer);

/** Lower edge of a bin, seconds. */
export function binEdgeSec(bin: number): number {
  if (bin <= 0) return 0;
  const step = bin - 1;
  const exponent = LOWEST_EXPONENT + Math.floor(step / BINS_PER_OCTAVE);
  return 2 ** exponent * (1 + (step % BINS_PER_OCTAVE) / BINS_PER_OCTAVE);
}

const edges = Float64Array.from({ length: BIN_COUNT + 1 }, (_, bin) => binEdgeSec(bin));

/**
 * Weighted latencies in log-spaced bins, 16 per octave from 1 µs to 10⁵ s. The mean is exact; a quantile is
 * interpolated inside its bin (a bin is 4–6 % wide), up to the longest time that is in it. Adding allocates nothing.
 */
export class LatencyHistogram {
  /** Of each bin its weight, and the longest latency in it: where the last of it ends. */
  readonly #bins = new Float64Array(2 * BIN_COUNT);
  /** The highest bin that holds something, and so where to stop looking; −1 when empty. */
  #top = -1;
  /** Total weight: a number of requests, not necessarily whole. */
  count = 0;
  #sumSec = 0;

  /** Adds one latency (seconds, ≥ 0) with a weight (requests, ≥ 0). */
  add(latencySec: number, weight: number): void {
    asFloat[0] = latencySec;
    let bin = (asBits[0]! >>> FRACTION_BITS_DROPPED) - FIRST_BIN + 1;
    if (bin < 0) bin = 0;
    else if (bin >= BIN_COUNT) bin = BIN_COUNT - 1;
    const bins = this.#bins;
    const at = 2 * bin;
    bins[at] = bins[at]! + weight;
    if (latencySec > bins[at + 1]!) bins[at + 1] = latencySec;
    if (bin > this.#top) this.#top = bin;
    this.count += weight;
    this.#sumSec += latencySec * weight;
  }

  /** Adds every sample, each so much later (seconds), with the same weight each: as one by one, to the last bit. */
  addAll(samplesSec: Float64Array, weightEach: number, laterSec = 0): void {
    const bins = this.#bins;
    let top = this.#top;
    let { count } = this;
    let sumSec = this.#sumSec;
    for (let i = 0; i < samplesSec.length; i++) {
      const latencySec = samplesSec[i]! + laterSec;
      asFloat[0] = latencySec;
      let bin = (asBits[0]! >>> FRACTION_BITS_DROPPED) - FIRST_BIN + 1;
      if (bin < 0) bin = 0;
      else if (bin >= BIN_COUNT) bin = BIN_COUNT - 1;
      const at = 2 * bin;
      bins[at] = bins[at]! + weightEach;
      if (latencySec > bins[at + 1]!) bins[at + 1] = latencySec;
      if (bin > top) top = bin;
      count += weightEach;
      sumSec += latencySec * weightEach;
    }
    this.#top = top;
    this.count = count;
    this.#sumSec = sumSec;
  }

  /** The weight in a bin. */
  weightIn(bin: number): number {
    return this.#bins[2 * bin]!;
  }

  /** Adds all that another histogram holds. */
  merge(other: LatencyHistogram): void {
    const bins = this.#bins;
    const others = other.#bins;
    for (let at = 0; at <= 2 * other.#top; at += 2) {
      bins[at] = bins[at]! + others[at]!;
      if (others[at + 1]! > bins[at + 1]!) bins[at + 1] = others[at + 1]!;
    }
    this.#top = Math.max(this.#top, other.#top);
    this.count += other.count;
    this.#sumSec += other.#sumSec;
  }

  /** Empties it. */
  clear(): void {
    this.#bins.fill(0, 0, 2 * this.#top + 2);
    this.#top = -1;
    this.count = 0;
    this.#sumSec = 0;
  }

  /** Exact weighted mean, seconds; 0 when empty. */
  get meanSec(): number {
    return this.count > 0 ? this.#sumSec / this.count : 0;
  }

  /** Latency not exceeded by a share q (0…1) of the weight, seconds; 0 when empty. */
  quantileSec(q: number): number {
    if (!(this.count > 0)) return 0;
    const target = Math.min(1, Math.max(0, q)) * this.count;
    let before = 0;
    let last = 0;
    for (let bin = 0; bin <= this.#top; bin++) {
      const weight = this.weightIn(bin);
      if (weight === 0) continue;
      if (before + weight >= target) {
        const share = (target - before) / weight;
        return edges[bin]! + share * (this.#endOf(bin) - edges[bin]!);
      }
      before += weight;
      last = bin;
    }
    return this.#endOf(last);
  }

  /** Up to where a bin's weight is spread: nobody took longer. */
  #endOf(bin: number): number {
    return Math.min(edges[bin + 1]!, this.#bins[2 * bin + 1]!);
  }

  /** The weight of the whole bins from a latency (seconds) on: no more than what took that long. */
  weightFrom(latencySec: number): number {
    let weight = 0;
    for (let bin = this.#top; bin >= 0 && edges[bin]! >= latencySec; bin--) weight += this.weightIn(bin);
    return weight;
  }

  /** Share of the weight above a latency (seconds), interpolated inside its bin; 0 when empty. */
  shareAbove(latencySec: number): number {
    if (!(this.count > 0)) return 0;
    let above = 0;
    for (let bin = this.#top; bin >= 0; bin--) {
      const low = edges[bin]!;
      const weight = this.weightIn(bin);
      if (low >= latencySec) above += weight;
      else {
        const high = this.#endOf(bin);
        if (high > latencySec) above += (weight * (high - latencySec)) / (high - low);
        break;
      }
    }
    return above / this.count;
  }
}
