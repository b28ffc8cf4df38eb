/**
 * What a player makes, names, changes and removes: designs of a level and systems. When it was made tells one from another,
 * whatever they are called since, so that a move to another machine doubles none that was changed and brings back none
 * that was removed.
 */
import { isSame } from "./same.ts";
import type { KeptEntry, Removed } from "./shape.ts";

/** Entries under names of their own, and what was removed of them. */
export interface Shelf<T extends KeptEntry> {
  readonly list: readonly T[];
  readonly removed: readonly Removed[];
}

/** So many that were removed are known: the latest. */
export const removedMax = 200;

type Content<T extends KeptEntry> = Omit<T, "name" | "madeMs" | "atMs">;

/** The shelf with something kept under a name, in the place of what has that name; `nowMs` is ms since 1970. */
export function withKept<T extends KeptEntry>(
  { list, removed }: Shelf<T>,
  name: string,
  content: Content<T>,
  nowMs: number,
): Shelf<T> {
  if (list.some((each) => each.name === name)) {
    const change = (each: T) =>
      each.name === name ? { ...each, ...content, atMs: after(each, nowMs) } : each;
    return { list: list.map(change), removed };
  }
  const made = new Set([...list, ...removed].map(({ madeMs }) => madeMs));
  let madeMs = nowMs;
  while (made.has(madeMs)) madeMs++;
  return { list: [...list, { ...content, name, madeMs, atMs: madeMs } as T], removed };
}

/** The shelf with something called otherwise. */
export function withNewName<T extends KeptEntry>(
  { list, removed }: Shelf<T>,
  name: string,
  to: string,
  nowMs: number,
): Shelf<T> {
  const change = (each: T) => (each.name === name ? { ...each, name: to, atMs: after(each, nowMs) } : each);
  return { list: list.map(change), removed };
}

/** The shelf without what has a name. */
export function withoutKept<T extends KeptEntry>(
  { list, removed }: Shelf<T>,
  name: string,
  nowMs: number,
): Shelf<T> {
  const gone = list.filter((each) => each.name === name);
  const now = gone.map(({ madeMs, atMs }) => ({ madeMs, atMs: Math.max(atMs, nowMs) }));
  return { list: list.filter((each) => each.name !== name), removed: latest([...removed, ...now]) };
}

/** The shelf with something that was removed, under a free name: the same thing again, and later than its removal. */
export function withKeptAgain<T extends KeptEntry>(
  { list, removed }: Shelf<T>,
  entry: T,
  name: string,
  nowMs: number,
): Shelf<T> {
  const { madeMs } = entry;
  if (list.some((each) => each.madeMs === madeMs)) return { list, removed };
  const removal = removed.find((each) => each.madeMs === madeMs) ?? entry;
  return {
    list: [...list, { ...entry, name, atMs: after(removal, nowMs) }],
    removed: removed.filter((each) => each.madeMs !== madeMs),
  };
}

/** A change comes after the one before it, whatever clocks say. */
function after({ atMs }: Removed, nowMs: number): number {
  return Math.max(nowMs, atMs + 1);
}

/**
 * Two shelves as one: of what both have the later state, and nothing that was removed since. What each of them made for
 * itself stays, under a name of its own ("name (2)") where both gave it the same; only what is the same under the same
 * name is one. Merged again it is the same.
 */
export function mergeShelves<T extends KeptEntry>(here: Shelf<T>, there: Shelf<T>): Shelf<T> {
  const removed = [...here.removed, ...there.removed];
  const isGone = ({ madeMs, atMs }: T) => removed.some((each) => each.madeMs === madeMs && each.atMs >= atMs);
  const isThere = new Set(there.list.map(({ madeMs }) => madeMs));
  const kept = here.list.filter((each) => !isGone(each));
  for (const each of there.list) {
    if (isGone(each)) continue;
    const at = kept.findIndex(({ madeMs }) => madeMs === each.madeMs);
    const own = kept[at];
    if (own) {
      const name = freeName(
        kept.filter((_, n) => n !== at),
        each.name,
      );
      if (isLater(each, own)) kept[at] = { ...each, name };
      continue;
    }
    const twinAt = kept.findIndex((other) => !isThere.has(other.madeMs) && isTwin(other, each));
    const twin = kept[twinAt];
    if (!twin) {
      kept.push({ ...each, name: freeName(kept, each.name) });
      continue;
    }
    // Made on both sides: known by the earlier, and the other one does not come again.
    const [first, second] = twin.madeMs < each.madeMs ? [twin, each] : [each, twin];
    kept[twinAt] = { ...first, atMs: Math.max(first.atMs, second.atMs) };
    removed.push({ madeMs: second.madeMs, atMs: second.atMs });
  }
  return { list: kept, removed: latest(removed) };
}

function contentOf<T extends KeptEntry>({ name: _, madeMs: __, atMs: ___, ...content }: T) {
  return content;
}

function isTwin<T extends KeptEntry>(one: T, other: T): boolean {
  return one.name === other.name && isSame(contentOf(one), contentOf(other));
}

/** Whether one state of something is later than another; of two of one moment always the same one is. */
function isLater<T extends KeptEntry>(one: T, other: T): boolean {
  if (one.atMs !== other.atMs) return one.atMs > other.atMs;
  const [mine, its] = [contentOf(one), contentOf(other)];
  return !isSame(mine, its) && JSON.stringify(mine) > JSON.stringify(its);
}

/** A name that none of them has: "photos (2)". */
export function freeName(taken: readonly Pick<KeptEntry, "name">[], wanted: string): string {
  let free = wanted;
  for (let n = 2; taken.some(({ name }) => name === free); n++) free = `${wanted} (${n})`;
  return free;
}

/** Of each thing its latest removal, in order of time. */
function latest(all: readonly Removed[]): readonly Removed[] {
  const each = new Map<number, Removed>();
  for (const one of all) if ((each.get(one.madeMs)?.atMs ?? -1) < one.atMs) each.set(one.madeMs, one);
  return [...each.values()].sort((a, b) => a.atMs - b.atMs || a.madeMs - b.madeMs).slice(-removedMax);
}
