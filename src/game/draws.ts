/** Chance for cards, drills and days: the same name gives the same numbers, everywhere and for ever. */

const range = 4_294_967_296;

/** A text as a whole number below 2³²: FNV-1a of its characters. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Draws in [0, 1), one after the other, that follow from a name alone: its hash, then mulberry32. */
export function drawsOf(name: string): () => number {
  let state = hashOf(name);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / range;
  };
}

/** One of a list. */
export function oneOf<T>(list: readonly [T, ...T[]] | readonly T[], draw: () => number): T {
  return list[Math.floor(draw() * list.length)] as T;
}

/** A number for each name, out of those that it can be. */
export function drawnOf<N extends string>(
  inputs: Readonly<Partial<Record<N, readonly number[]>>>,
  draw: () => number,
): Readonly<Partial<Record<N, number>>> {
  const entries = Object.entries<readonly number[] | undefined>(inputs);
  return Object.fromEntries(entries.map(([name, list = []]) => [name, oneOf(list, draw)])) as Partial<
    Record<N, number>
  >;
}

/** The list in another order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], draw: () => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
