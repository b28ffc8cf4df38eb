/** How fast workers have been of late, whatever a single second was like. */

/** Seconds that count: whole turns of a poison message, which is shown again every 30 s. */
const windowSec = 60;
const stretchesMax = 128;

/** Jobs a second, averaged over the last minute. */
export class Pace {
  readonly #sec = new Float64Array(stretchesMax);
  readonly #jobs = new Float64Array(stretchesMax);
  #at = 0;

  /** Adds a stretch of time in which workers could finish so many jobs a second. */
  add(ratePerSec: number, sec: number): void {
    this.#at = (this.#at + 1) % stretchesMax;
    this.#sec[this.#at] = sec;
    this.#jobs[this.#at] = ratePerSec * sec;
  }

  get ratePerSec(): number {
    let sec = 0;
    let jobs = 0;
    for (let i = 0; i < stretchesMax && sec < windowSec - 1e-9; i++) {
      const at = (this.#at - i + stretchesMax) % stretchesMax;
      sec += this.#sec[at]!;
      jobs += this.#jobs[at]!;
    }
    return sec > 0 ? jobs / sec : 0;
  }
}
