/** Where and why requests were lost in each step: a column a bucket, made when it first loses something. */

/** Whole requests lost in one bucket, step by step. */
export interface LossColumn {
  readonly bucket: number;
  readonly perStep: Float64Array;
}

export class Losses {
  readonly #steps: number;
  readonly #byBucket: (LossColumn | undefined)[] = [];

  /** For a run of so many steps. */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /** Adds what a bucket lost in a step. */
  add(bucket: number, step: number, requests: number): void {
    let column = this.#byBucket[bucket];
    if (column === undefined) {
      column = { bucket, perStep: new Float64Array(this.#steps) };
      this.#byBucket[bucket] = column;
    }
    column.perStep[step]! += requests;
  }

  /** What a bucket lost so far; undefined when it never lost anything. */
  of(bucket: number): LossColumn | undefined {
    return this.#byBucket[bucket];
  }

  /** All buckets that lost something. */
  get all(): LossColumn[] {
    return this.#byBucket.filter((column) => column !== undefined);
  }
}
