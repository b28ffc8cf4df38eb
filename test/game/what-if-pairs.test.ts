/** Which two changes "what if" tries together where no single one passes. */
import { describe, expect, test } from "vitest";
import { count, type Playable, pick } from "../../src/game/index.ts";
import { type Design, design, forecast, valueAt } from "../../src/sim/index.ts";
import { asked, type Invented, pairsIn, scenario, shopOf } from "../helpers/invented-outcomes.ts";

describe("pairs", () => {
  const nearer = (changed: string): Invented => {
    if (changed === "") return { near: [0.1] };
    return { near: [changed.includes("lb 2") && changed.includes("cache 2") ? 1 : 0.2] };
  };

  test("are tried where no change passes alone; what passes comes first, then each half", () => {
    const { steps, told } = asked(nearer);
    // The pair that passes in long steps is looked at in short ones before it is told.
    expect(steps).toHaveLength(4);
    expect(steps[1]).toContain("lb 2 cache 2");
    expect(steps[2]).toEqual(["lb 2 cache 2"]);
    expect(told[0]).toBe("lb 2 cache 2");
    expect(told).toEqual(expect.arrayContaining(["lb 2", "cache 2"]));
    // The nearest of them alone.
    const two = asked((changed) => (changed === "lb 2 web 4" ? { near: [0.9] } : nearer(changed)));
    expect(two.told.filter((changed) => changed.split(" ").length > 2)).toEqual(["lb 2 cache 2"]);
    // Even where a half does nothing by itself.
    const idle = asked((changed) =>
      changed === "lb 2" ? { near: [0.1], costPerMonth: 600 } : nearer(changed),
    );
    expect(idle.told).toContain("lb 2");
  });

  test("are not where one passes alone, or the design has passed", () => {
    const { steps } = asked((changed) => ({ near: [changed === "lb 2" ? 1 : changed ? 0.2 : 0.1] }));
    expect(steps).toHaveLength(3);
    expect(steps[1]).toEqual(["lb 2"]);
    expect(asked((changed) => ({ near: [changed ? 0.2 : 1] })).steps).toHaveLength(2);
  });

  test("are tried where one passes alone in long steps, but not in short ones", () => {
    const { told } = asked((changed, { fidelity, isFull }) => {
      const isLong = fidelity.stride > 1 && !isFull;
      return changed === "lb 2" ? { near: [isLong ? 1 : 0.2] } : nearer(changed);
    });
    expect(told[0]).toBe("lb 2 cache 2");
  });

  test("are tried of a design that is lost in short steps, whatever long ones say, and of none that is won", () => {
    const told = (short: number, long: number) =>
      asked((changed, { fidelity }) =>
        changed === "" ? { near: [fidelity.stride > 1 ? long : short] } : nearer(changed),
      ).told;
    expect(told(0.1, 1)).toContain("lb 2 cache 2");
    expect(told(1, 0.1)).not.toContain("lb 2 cache 2");
  });

  test("are not told where they come no nearer than one change alone", () => {
    const alike = asked((changed) => ({ near: [changed ? 0.2 : 0.1] }));
    expect(alike.steps).toHaveLength(3);
    expect(alike.told.every((changed) => changed.split(" ").length === 2)).toBe(true);
    const table: Readonly<Record<string, Invented>> = { "": { near: [0.1] }, "lb 2": { near: [0.7] } };
    const less = asked((changed) => table[changed] ?? { near: [changed.includes("lb 2") ? 0.6 : 0.5] });
    expect(less.told.every((changed) => changed.split(" ").length === 2)).toBe(true);
  });

  test("of sixteen values are all tried; of more, beside each of the one the dearest of the other", () => {
    const grid = (most: number) =>
      asked(
        (changed) => ({ near: [changed ? 0.2 : 0.1] }),
        shopOf(count("web.count", 3, 7), count("db.replicas", 1, most)),
      ).steps[1] ?? [];
    expect(grid(5)).toHaveLength(16);
    // Cheaper by a dollar is cheaper.
    const boxes = shopOf(count("db.replicas", 1, 6), count("web.count", 3, 7));
    const byDollar = asked((changed) => ({ near: [changed ? 0.2 : 0.1] }), {
      ...boxes,
      scenario: { ...scenario, prices: { boxes: 1 / 140 } },
    });
    expect(byDollar.steps[1]).toEqual([2, 3, 4, 5, 6].map((copies) => `web 7 copies ${copies}`));
    expect(grid(6)).toEqual([4, 5, 6, 7].map((web) => `web ${web} copies 6`));
  });

  test("are tried as far as they can be paid together", () => {
    const shop = shopOf(count("web.count", 3, 4), count("db.replicas", 1, 2));
    const both = design("dns · lb 1 · web 4×4 · cache 1 · db 4 + 2×4");
    const { perMonth } = forecast(both, scenario);
    const tried = (budget: number) =>
      pairsIn(asked((changed) => ({ near: [changed ? 0.2 : 0.1] }), { ...shop, budget }).steps);
    expect(tried(perMonth)).toEqual(["web 4 copies 2"]);
    expect(tried(perMonth - 0.5)).toEqual([]);
  });

  test("are told although neither half can be paid or answers anybody alone", () => {
    const { told } = asked((changed) => ({
      ...nearer(changed),
      isDear: changed === "lb 2",
      answered: changed === "cache 2" ? 0 : 1,
    }));
    expect(told[0]).toBe("lb 2 cache 2");
    expect(told).not.toContain("lb 2");
    expect(told).not.toContain("cache 2");
  });

  test("are not told that cannot be paid or answer nobody", () => {
    const pair = (found: Invented) =>
      asked((changed) => (changed === "lb 2 cache 2" ? found : nearer(changed))).told.includes(
        "lb 2 cache 2",
      );
    expect([{ near: [0.9] }, { near: [0.9], isDear: true }, { near: [0.9], answered: 0 }].map(pair)).toEqual([
      ...[true, false, false],
    ]);
  });

  const wide = shopOf(
    count("lb.nodes", 1, 2),
    count("web.count", 3, 4),
    count("cache.nodes", 1, 2),
    count("db.replicas", 1, 2),
    pick("web.size", [4, 8]),
    pick("db.size", [4, 8]),
  );
  /** The offers that are paired, where each change comes out so; all six are worse than the one before. */
  const pairedOf = (table: Readonly<Record<string, Invented>>, of: Playable = wide) => {
    const worse = ["lb 2", "web 4", "cache 2", "copies 2", "cores 8", "db 8"];
    const all = Object.fromEntries(worse.map((name, at) => [name, { near: [0.9 - at / 10, 0.5] }]));
    const invented = (changed: string) => table[changed] ?? all[changed] ?? { near: [0.1, 0.5] };
    const words = pairsIn(asked(invented, of).steps).flatMap((pair) => pair.split(/ (?=[a-z])/));
    return [...new Set(words)].sort();
  };

  test("are made of the four offers that come nearest, help a missed goal most or teach the concept", () => {
    expect(pairedOf({})).toEqual(["cache 2", "copies 2", "lb 2", "web 4"]);
    const helped = { "db 8": { near: [0, 0.6] } };
    expect(pairedOf(helped)).toEqual(["cache 2", "db 8", "lb 2", "web 4"]);
    const isMet = Object.fromEntries(
      ["", "lb 2", "web 4", "cache 2", "copies 2", "cores 8", "db 8"].map((name, at) => [
        name,
        { near: [name ? 0.9 - at / 10 : 0.1, 1] },
      ]),
    );
    expect(pairedOf(isMet)).toEqual(["cache 2", "copies 2", "lb 2", "web 4"]);
    const level = { ...wide, concept: (built: Design) => valueAt(built, "db.size") === 8 } as Playable;
    expect(pairedOf({}, level)).toEqual(["cache 2", "db 8", "lb 2", "web 4"]);
    // The concept that cannot be paid alone is no more than another change.
    const dear = { "db 8": { near: [0.1, 0.6], isDear: true } };
    expect(pairedOf({ ...dear, "": { near: [0.1, 0.58] } }, level)).toEqual([
      "cache 2",
      "copies 2",
      "lb 2",
      "web 4",
    ]);
  });

  test("are made of a part that was not there, as much as can be paid, and what changes nothing without it", () => {
    const shop = shopOf(pick("kv.nodes", [0, 1, 2]), count("web.count", 3, 4), pick("cache.ttl", [5, 3_600]));
    const opened = (table: Readonly<Record<string, Invented>>, of: Playable = shop) =>
      pairsIn(asked((changed) => table[changed] ?? { near: [0.1] }, of).steps).filter((pair) =>
        /ttl/.test(pair),
      );
    const two = { "kv 1": { near: [0.3] }, "kv 2": { near: [0.2] }, "web 4": { near: [0.4] } };
    expect(opened(two)).toEqual(["ttl 5 kv 2"]);
    expect(opened({ ...two, "kv 2": { near: [0.2], isDear: true } })).toEqual(["ttl 5 kv 1"]);
    // Where it is the concept, its nearest value too.
    const level = {
      ...shopOf(pick("kv.nodes", [0, 1, 2, 3]), pick("cache.ttl", [5, 3_600])),
      concept: (built: Design) => valueAt(built, "kv.nodes") !== 0,
    } as Playable;
    expect(opened({ ...two, "kv 3": { near: [0.15] } }, level)).toEqual(["ttl 5 kv 1", "ttl 5 kv 3"]);
  });

  test("are not made of what changes nothing that is judged", () => {
    const shop = shopOf(count("lb.nodes", 1, 2), count("db.replicas", 1, 2));
    const hasPair = (changed: Invented, own: Invented) =>
      pairsIn(asked((name) => (name ? changed : own), shop).steps).length > 0;
    const unmeasured = (costPerMonth: number) => ({
      goals: [{ value: Number.NaN, target: 1, bound: "atLeast", met: false } as const],
      costPerMonth,
    });
    expect([500, 500.9, 501, 499].map((cost) => hasPair(unmeasured(cost), unmeasured(500)))).toEqual([
      ...[false, false, true, true],
    ]);
    const valued = (value: number, target = 2_000) => ({
      goals: [{ value, target, bound: "atLeast", met: false } as const],
    });
    expect([1_000, 1_001, 999, 1_002, 998].map((value) => hasPair(valued(value), valued(1_000)))).toEqual([
      ...[false, false, false, true, true],
    ]);
    // To the share of the value: a small one counts too.
    expect(hasPair(valued(0.01, 1), valued(0.02, 1))).toBe(true);
    expect(hasPair(valued(Number.NaN), valued(1))).toBe(true);
    expect(hasPair({ near: [0.5], stars: 1 }, { near: [0.5] })).toBe(true);
    expect(hasPair({ near: [0.5] }, { near: [0.5], isDear: true })).toBe(true);
  });
});
