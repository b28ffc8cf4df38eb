/** sfc32 (Chris Doty-Humphrey, PractRand): a small fast generator of its own, so that oracle and simulator share no draw. */
export class Prng {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare = Number.NaN;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = 0x9e3779b9 | 0;
    this.#c = 0x243f6a88 | 0;
    for (let i = 0; i < 16; i++) this.next32();
  }

  next32(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + t) | 0;
    return t >>> 0;
  }

  /** Uniform in (0, 1). */
  uniform(): number {
    return (this.next32() + 0.5) / 4294967296;
  }

  exponential(): number {
    return -Math.log(this.uniform());
  }

  normal(): number {
    if (!Number.isNaN(this.#spare)) {
      const kept = this.#spare;
      this.#spare = Number.NaN;
      return kept;
    }
    const radius = Math.sqrt(2 * this.exponential());
    const angle = 2 * Math.PI * this.uniform();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Unit-mean draw: constant for cv2 0, exponential for 1, lognormal for the rest. */
  unitMean(cv2: number): number {
    if (cv2 === 1) return this.exponential();
    if (cv2 === 0) return 1;
    const variance = Math.log(1 + cv2);
    return Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }
}
