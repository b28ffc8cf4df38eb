/** What a player keeps under names, on two machines: nothing is doubled, lost, or brought back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptySave } from "../../src/saves/index.ts";
import {
  mergeShelves,
  removedMax,
  type Shelf,
  withKept,
  withKeptAgain,
  withNewName,
  withoutKept,
} from "../../src/saves/kept.ts";
import { CURRENT_FORMAT, migrate } from "../../src/saves/migrations.ts";
import type { SavedDesign } from "../../src/saves/shape.ts";

type Own = Shelf<SavedDesign>;
const nothing: Own = { list: [], removed: [] };

const name = fc.constantFrom("a", "b", "c");
const act = fc.oneof(
  fc.record({ what: fc.constant("keep" as const), name, notation: fc.constantFrom("1", "2", "3") }),
  fc.record({ what: fc.constant("rename" as const), name, to: name }),
  fc.record({ what: fc.constant("remove" as const), name }),
  fc.record({ what: fc.constant("again" as const), name }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** What a player does, one act a moment, from a moment on. */
function after(start: Own, acts: readonly Act[], fromMs: number): Own {
  let shelf = start;
  const gone: SavedDesign[] = [];
  acts.forEach((each, n) => {
    const nowMs = fromMs + 10 * n;
    const isTaken = (wanted: string) => shelf.list.some((other) => other.name === wanted);
    if (each.what === "keep") shelf = withKept(shelf, each.name, { notation: each.notation }, nowMs);
    else if (each.what === "rename")
      shelf = isTaken(each.to) ? shelf : withNewName(shelf, each.name, each.to, nowMs);
    else if (each.what === "remove") {
      gone.push(...shelf.list.filter((other) => other.name === each.name));
      shelf = withoutKept(shelf, each.name, nowMs);
    } else {
      const last = gone.pop();
      if (last && !isTaken(each.name)) shelf = withKeptAgain(shelf, last, each.name, nowMs);
    }
  });
  return shelf;
}

const acts = fc.array(act, { maxLength: 10 });
/** A shelf that was moved once, and what became of it on either machine. */
const moved = fc
  .record({ before: acts, here: acts, there: acts, laterMs: fc.constantFrom(1_000, 1_003) })
  .map(({ before, here, there, laterMs }) => {
    const shared = after(nothing, before, 0);
    return { here: after(shared, here, 1_001), there: after(shared, there, laterMs) };
  });

describe("two shelves of one origin, put together", () => {
  test("have of everything the latest that became of it, and nothing else", () => {
    fc.assert(
      fc.property(moved, ({ here, there }) => {
        const both = mergeShelves(here, there);
        const states = [...here.list, ...there.list];
        const removals = [...here.removed, ...there.removed];
        for (const madeMs of new Set(states.map((each) => each.madeMs))) {
          const own = states.filter((each) => each.madeMs === madeMs);
          const lastMs = Math.max(...own.map(({ atMs }) => atMs));
          const goneMs = Math.max(
            -1,
            ...removals.filter((each) => each.madeMs === madeMs).map(({ atMs }) => atMs),
          );
          const kept = both.list.filter((each) => each.madeMs === madeMs);
          if (goneMs >= lastMs) {
            expect(kept).toEqual([]);
            continue;
          }
          const latest = own.filter(({ atMs }) => atMs === lastMs).map(({ notation }) => notation);
          const twins = both.list.filter(({ notation }) => latest.includes(notation));
          // What was made alike on both machines is there once, as the earlier of both.
          if (kept.length === 0) expect(twins).not.toEqual([]);
          else expect(latest).toContain(kept[0]?.notation);
        }
        expect(both.list.length).toBeLessThanOrEqual(new Set(states.map(({ madeMs }) => madeMs)).size);
      }),
      { numRuns: 400 },
    );
  });

  test("have names of their own, and come out the same however often and whichever is moved", () => {
    fc.assert(
      fc.property(moved, ({ here, there }) => {
        const once = mergeShelves(here, there);
        const names = once.list.map((each) => each.name);
        expect(new Set(names).size).toBe(names.length);
        for (const again of [here, there, once]) expect(mergeShelves(once, again)).toEqual(once);
        const home = mergeShelves(there, here);
        const alike = ({ list, removed }: Own) => [
          list.map(({ notation, madeMs, atMs }) => [madeMs, atMs, notation]).sort(),
          removed,
        ];
        expect(alike(home)).toEqual(alike(once));
        expect(mergeShelves(nothing, here)).toEqual(here);
        expect(mergeShelves(here, nothing)).toEqual(here);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what was removed", () => {
  const one = withKept(nothing, "mine", { notation: "1" }, 100);

  test("does not come back with the copy from before, on either machine", () => {
    const gone = withoutKept(one, "mine", 200);
    expect(mergeShelves(gone, one)).toEqual(gone);
    expect(mergeShelves(one, gone)).toEqual(gone);
  });

  test("comes back where somebody went on with it after that, or took it back", () => {
    const gone = withoutKept(one, "mine", 200);
    const wentOn = withKept(one, "mine", { notation: "2" }, 300);
    expect(mergeShelves(gone, wentOn).list).toMatchObject([{ name: "mine", notation: "2" }]);
    const back = withKeptAgain(gone, one.list[0]!, "mine", 150);
    expect(back.removed).toEqual([]);
    expect(mergeShelves(back, gone).list).toEqual(back.list);
    expect(mergeShelves(gone, back).list).toEqual(back.list);
  });

  test("is no second thing once it was changed or renamed, and a clock that goes back changes nothing of that", () => {
    const changed = withNewName(withKept(one, "mine", { notation: "2" }, 50), "mine", "ours", 40);
    expect(mergeShelves(changed, one)).toEqual(changed);
    expect(mergeShelves(one, changed)).toEqual(changed);
  });

  test("is known as one of the latest, and something new of its name is another thing", () => {
    let shelf = nothing;
    for (let n = 0; n < removedMax + 5; n++)
      shelf = withoutKept(withKept(shelf, "mine", { notation: "1" }, n), "mine", n);
    expect(shelf.removed).toHaveLength(removedMax);
    const again = withKept(shelf, "mine", { notation: "1" }, removedMax);
    expect(shelf.removed.map(({ madeMs }) => madeMs)).not.toContain(again.list[0]?.madeMs);
    expect(mergeShelves(shelf, again).list).toEqual(again.list);
  });
});

test("two copies of a save of version 6 agree which of their designs and systems is which", () => {
  const old = {
    version: 6,
    levels: { a: { designs: [{ name: "mine", notation: "dns · box 1" }, 7] } },
    puzzles: { "waste:b": { designs: [{ name: "mine", notation: "dns · box 2" }] } },
    systems: [{ name: "shop", system: { design: "dns" } }],
  };
  const now = () => migrate(structuredClone(old), 6, CURRENT_FORMAT) as unknown as typeof old;
  expect(now()).toEqual(now());
  const [made] = now().systems as unknown as SavedDesign[];
  expect(made).toMatchObject({ name: "shop", atMs: 0 });
  expect(Number.isInteger(made?.madeMs)).toBe(true);
  expect(now().levels.a.designs[1]).toBe(7);
  expect(emptySave().systemsRemoved).toEqual([]);
});
