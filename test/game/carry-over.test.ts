/** A level begun with the player's own system. */
import { describe, expect, test } from "vitest";
import {
  carryOver,
  count,
  designAt,
  fairness,
  finish,
  inSlices,
  type Level,
  needing,
  type Owned,
  pick,
  refusals,
  spaceSize,
} from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { carryTold } from "../../src/present/carry.ts";
import { type Design, design, formatDesign, problemsOf } from "../../src/sim/index.ts";
import { words } from "../helpers/english.ts";

const level = (number: number) => levels.find((each) => each.number === number) as Level;
const owned = (number: number, line: string): Owned => ({ level: level(number), design: design(line) });
const lineOf = (found: ReturnType<typeof carryOver>) => found && formatDesign(found.design);
const fairnessOf = (where: Level, what: Design) => finish(inSlices(where, fairness(where, what)));

test("what the shop sells is as the player had it, all else as the level starts", () => {
  const found = carryOver(level(4), [owned(3, "dns · web 12×4 · db 4 · kv 2")]);
  expect(lineOf(found)).toBe("dns · web 12×4 · db 4 · kv 1");
  expect(found?.changes).toEqual([]);
});

test("what a level in between did not sell is as in the last level that did", () => {
  const known = [
    owned(4, "dns · lb 1 · web 9×8 · db 8 · kv 1"),
    owned(12, "dns · lb 2 · web 24×32 · shards 8×8"),
  ];
  expect(carryOver(level(13), known)?.design.sites[0].lb.nodes).toBe(1);
});

test("where nothing is known, or all is as the level starts, the level's own start is meant", () => {
  expect(carryOver(level(4), [])).toBeUndefined();
  expect(carryOver(level(3), [{ level: level(2), design: level(3).start }])).toBeUndefined();
});

test("what the level teaches stays as the level starts, and the player is told", () => {
  const found = carryOver(level(3), [owned(2, "dns · web 2×4 · db 2 · kv 1")]);
  expect(found?.design.sites[0].web.count).toBe(1);
  expect(found && carryTold(words, level(3), found)).toMatch(/Web boxes 2 \(this level's lesson\)/);
});

test("a value that this shop does not offer is told with those that it does", () => {
  const found = carryOver(level(7), [owned(6, "dns · lb 2 · web 13×8 · db 4 + 6×4 zones=AB · kv 1")]);
  expect(found && carryTold(words, level(7), found)).toMatch(/Web boxes 13 \(sold here: 8, /);
  const many = {
    ...level(6),
    shop: level(6).shop.map((offer) =>
      offer.id === "db.replicas"
        ? { ...offer, choices: offer.choices.filter(({ label }) => Number(label) <= 4) }
        : offer,
    ),
  };
  const six = carryOver(many, [owned(5, "dns · lb 2 · web 9×8 · db 4 + 8×4 zones=B · kv 1")]);
  expect(six && carryTold(words, many, six)).toMatch(/Replicas 8 \(sold here: at most 4\)/);
});

test("a part that this shop does not sell is told with what stands here instead", () => {
  const found = carryOver(level(8), [owned(7, "dns · cdn static · lb 2 · web 14×8")]);
  expect(found?.design.cdn.assets).toBe("none");
  expect(found && carryTold(words, level(8), found)).toMatch(/CDN images, CSS, JS \(not sold here: no\)/);
});

test("a design that no shop sells today is carried as far as it goes", () => {
  const found = carryOver(level(4), [owned(3, "dns · web 7×2 pool=9 · cache 9 ttl=7s · db 32 · kv 9")]);
  expect(found && refusals(level(4), found.design)).toEqual([]);
});

describe("of a shop made by hand", () => {
  const start = design("dns · lb 1 · web 2×2 · cache 1 · db 2");
  const webs = count("web.count", 2, 6);
  const here = {
    start,
    shop: [
      needing(pick("db.zones", ["A", "B"]), "no-copies", ({ sites: [{ db }] }) => db.replicas > 0),
      count("db.replicas", 0, 2),
      pick("lb.nodes", [1, 2]),
      webs,
      count("cache.nodes", 1, 2),
    ],
    concept: ({ sites: [{ lb }] }: Design) => lb.nodes > 1,
  } as unknown as Level;
  const had = (line: string, ...shop: Level["shop"]): Owned => ({
    level: { shop } as unknown as Level,
    design: design(line),
  });
  const rest = "dns · lb 1 · web 2×2 · cache 1 · db 2";
  const told = (...known: readonly Owned[]) => {
    const found = carryOver(here, known);
    return (
      found && [
        formatDesign(found.design),
        ...found.changes.map(({ code, offer, sold }) => `${code} ${offer.id} ${sold.length}`),
      ]
    );
  };

  test("each offer is set as the last that sold it had it, where it is sold here and can stand", () => {
    expect(told(had("dns · web 5×2", webs))).toEqual([formatDesign(design(rest.replace("web 2", "web 5")))]);
    expect(told(had("dns · web 5×2", webs), had("dns · web 6×2", count("cache.nodes", 1, 2)))).toEqual([
      formatDesign(design(rest.replace("web 2", "web 5"))),
      // It had none, and none is not for sale here.
      "other-values cache.nodes 2",
    ]);
    expect(told(had("dns · web 5×2", webs), had("dns · web 4×2", webs))).toEqual([
      formatDesign(design(rest.replace("web 2", "web 4"))),
    ]);
    expect(told(had(rest, webs))).toBeUndefined();
    // It needs copies, which come after it.
    const zones = [pick("db.zones", ["A", "B"]), count("db.replicas", 0, 2)];
    expect(told(had("dns · lb 1 · web 2×2 · cache 1 · db 2 + 1×4 zones=B", ...zones))).toEqual([
      formatDesign(design("dns · lb 1 · web 2×2 · cache 1 · db 2 + 1×4")),
    ]);
  });

  test("what is the lesson is told first, then other values, then what is not sold; the latter alone is no start", () => {
    const kv = count("kv.nodes", 0, 3);
    const both = had("dns · lb 2 · web 9×2 · cache 1 · db 2 · kv 2", webs, pick("lb.nodes", [1, 2]), kv);
    expect(told(both)).toEqual([
      formatDesign(start),
      ...["lesson lb.nodes 0", "other-values web.count 5", "not-sold kv.nodes 0"],
    ]);
    expect(told(had("dns · kv 2", kv))).toBeUndefined();
    expect(told(had("dns · kv 2", kv), had("dns · web 3×2", webs))).toEqual([
      formatDesign(design(rest.replace("web 2", "web 3"))),
    ]);
    expect(told(had("dns · web 9×2", webs))).toEqual([formatDesign(start), "other-values web.count 5"]);
    // Who has the lesson from the start keeps it.
    const taught = { ...here, start: design(rest.replace("lb 1", "lb 2")) } as Level;
    const found = carryOver({ ...taught, shop: [count("lb.nodes", 1, 3)] }, [
      had("dns · lb 3", count("lb.nodes", 1, 3)),
    ]);
    expect(found).toMatchObject({ design: { sites: [{ lb: { nodes: 3 } }] }, changes: [] });
  });
});

describe.each(levels)("level $number", (here) => {
  const before = levels.slice(0, levels.indexOf(here));

  test("is never begun with its own lesson, nor with what its shop does not sell or cannot work", () => {
    for (let n = 0; n < 60; n++) {
      const known = before.map((each, at): Owned => {
        const index = (n * 7_919 + at * 104_729 + n * n) % spaceSize(each);
        return { level: each, design: designAt(each, index) };
      });
      const found = carryOver(here, known);
      if (!found) continue;
      expect(here.concept(found.design), formatDesign(found.design)).toBe(here.concept(here.start));
      expect(refusals(here, found.design), formatDesign(found.design)).toEqual([]);
      expect(problemsOf(found.design)).toEqual(problemsOf(here.start));
    }
  });
});

describe("a start is fair", () => {
  test("when it fails", () => {
    expect(fairnessOf(level(2), design("dns · box 4"))).toBeUndefined();
  });

  test("and not when it passes at once", () => {
    expect(fairnessOf(level(2), level(2).lesson)).toBe("passes");
  });

  test("nor when it costs more than the budget, to the dollar", () => {
    const own = { ...level(2), budget: 70 };
    expect(fairnessOf({ ...own, budget: 71 }, design("dns · box 2"))).toBeUndefined();
    expect(fairnessOf({ ...own, budget: 70 }, design("dns · box 2"))).toBe("over-budget");
  });
});
