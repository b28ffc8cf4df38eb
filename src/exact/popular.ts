/** Draws keys by Zipf popularity, key 0 the most popular, in constant time (Walker's alias method, 1974). */
import type { Prng } from "./prng.ts";

export class Popular {
  /** Share of the draws that goes to each key. */
  readonly shares: Float64Array;
  readonly #cut: Float64Array;
  readonly #other: Int32Array;

  constructor(keys: number, zipf: number) {
    const shares = new Float64Array(keys);
    let sum = 0;
    for (let i = 0; i < keys; i++) {
      shares[i] = (i + 1) ** -zipf;
      sum += shares[i]!;
    }
    for (let i = 0; i < keys; i++) shares[i]! /= sum;
    const cut = shares.map((share) => share * keys);
    const other = new Int32Array(keys);
    const small = new Int32Array(keys);
    const large = new Int32Array(keys);
    let smalls = 0;
    let larges = 0;
    for (let i = keys - 1; i >= 0; i--) {
      if (cut[i]! < 1) small[smalls++] = i;
      else large[larges++] = i;
    }
    while (smalls > 0 && larges > 0) {
      const less = small[--smalls]!;
      const more = large[larges - 1]!;
      other[less] = more;
      cut[more] = cut[more]! - (1 - cut[less]!);
      if (cut[more]! < 1) {
        larges--;
        small[smalls++] = more;
      }
    }
    while (smalls > 0) cut[small[--smalls]!] = 1;
    while (larges > 0) cut[large[--larges]!] = 1;
    this.shares = shares;
    this.#cut = cut;
    this.#other = other;
  }

  draw(prng: Prng): number {
    const at = prng.uniform() * this.#cut.length;
    const key = Math.floor(at);
    return at - key < this.#cut[key]! ? key : this.#other[key]!;
  }
}

let last: { readonly keys: number; readonly zipf: number; readonly popular: Popular } | undefined;

/** The popularity of so many keys; the last one is kept, because every run of a level asks for the same. */
export function popularOf(keys: number, zipf: number): Popular {
  if (last?.keys !== keys || last.zipf !== zipf) last = { keys, zipf, popular: new Popular(keys, zipf) };
  return last.popular;
}
