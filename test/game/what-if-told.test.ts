/** Which changes "what if" tells, in which order, and where each limit lies. */
import { describe, expect, test } from "vitest";
import type { AuditCheck } from "../../src/game/audit/audit.ts";
import { count, daySeeds, type Playable, pick } from "../../src/game/index.ts";
import type { Batch, WantedRun } from "../../src/game/plan.ts";
import { type Design, reportedRun, searchRun, valueAt } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";
import {
  asked,
  type Invented,
  pairsIn,
  playable,
  said,
  scenario,
  shopOf,
  toldOf,
} from "../helpers/invented-outcomes.ts";

test("a search sees by few particles, and what is told is run as a verdict is", () => {
  expect(searchRun.particles).not.toBe(reportedRun.particles);
});

describe("of a design that failed", () => {
  test("what comes nearest is told first, of equals the cheaper; as it is run at last, not as a search saw it", () => {
    const [lb, web, cache] = [0.7, 0.8, 0.7].map((near) => ({ near: [near] }));
    const table = { "lb 2": lb, "web 4": web, "cache 2": cache } as Readonly<Record<string, Invented>>;
    const told = toldOf(table);
    expect(told[0]).toBe("web 4");
    expect([...told.slice(1)].sort()).toEqual(["cache 2", "lb 2"]);
    // The first of equals is the one that costs less.
    for (const boxes of [
      [4, 5],
      [5, 4],
    ])
      expect(
        asked((changed) => ({ near: [changed ? 0.9 : 0.5] }), shopOf(pick("web.count", boxes))).told,
      ).toEqual(["web 4"]);
    const otherwise = asked((changed, { isFull }) =>
      isFull && changed === "cache 2" ? { near: [0.9] } : (table[changed] ?? {}),
    );
    expect(otherwise.told[0]).toBe("cache 2");
  });

  test("no more are told than asked for", () => {
    const all = (changed: string): Invented => ({ near: [changed === "" ? 0.2 : 0.6] });
    for (const most of [1, 2, 3]) expect(asked(all, playable, { count: most }).told).toHaveLength(most);
    expect(asked(all, playable, {}).told).toHaveLength(3);
  });

  test("a change is told from half a hundredth of a goal nearer on", () => {
    const nearer = (by: number) => toldOf({ "": { near: [0] }, "lb 2": { near: [by] } });
    expect([nearer(0.005), nearer(0.0049), nearer(-0.1)]).toEqual([["lb 2"], [], []]);
  });

  test("for each missed goal what helps it most, from a twentieth of its way on, whatever else suffers", () => {
    const helped = (by: number) => toldOf({ "": { near: [0, 0.9] }, "lb 2": { near: [by, 0.1] } });
    expect([helped(0.05), helped(0.049)]).toEqual([["lb 2"], []]);
    const most = toldOf({
      "": { near: [0, 0.9] },
      "lb 2": { near: [0.2, 0] },
      "cache 2": { near: [0.3, 0] },
      "web 4": { near: [0.3, 0.1] },
    });
    expect(most).toEqual(["web 4"]);
    // Whatever comes nearer to all of them together.
    const together = { "": { near: [0, 0.2] }, "lb 2": { near: [0.2, 0.9] }, "cache 2": { near: [0.3, 0] } };
    expect(toldOf(together)).toEqual(["lb 2", "cache 2"]);
    // One that is met needs no help.
    expect(toldOf({ "": { near: [0.5, 1] }, "lb 2": { near: [0, 1] } })).toEqual([]);
  });

  test("nothing is told that leaves nobody answered, unless nobody was; nor what cannot be paid", () => {
    const silent = (before: number, answered: number) =>
      toldOf({ "": { near: [0.2], answered: before }, "lb 2": { near: [0.6], answered } });
    expect([silent(1, 0), silent(1, 1), silent(0, 0)]).toEqual([[], ["lb 2"], ["lb 2"]]);
    expect(toldOf({ "lb 2": { near: [0.9], isDear: true } })).toEqual([]);
  });

  test("the concept is told although it brings nothing nearer, where it is new and can be paid", () => {
    const concept = ({ sites: [{ cache }] }: Design) => cache.nodes > 1;
    const level = { ...playable, concept } as Playable;
    const table = { "": { near: [0.5] }, "cache 2": { near: [0.4] }, "lb 2": { near: [0.6] } };
    expect(toldOf(table, level)).toEqual(["lb 2", "cache 2"]);
    expect(toldOf(table)).toEqual(["lb 2"]);
    const had = { ...playable, concept: () => true } as Playable;
    expect(toldOf({ ...table, "lb 2": { near: [0.4] } }, had)).toEqual([]);
  });

  test("the nearest, what helps each goal and the concept come before others that are nearer by something", () => {
    const level = { ...playable, concept: ({ sites: [{ db }] }: Design) => db.replicas > 1 } as Playable;
    const table = {
      "": { near: [0.2, 0.5] },
      "web 4": { near: [0.7, 0.5] },
      "lb 2": { near: [0.6, 0.5] },
      "cache 2": { near: [0, 0.6] },
      "copies 2": { near: [0.2, 0.4] },
    };
    const first = (most: number) => toldOf(table, level, { count: most }).sort();
    expect(first(1)).toEqual(["web 4"]);
    expect(first(2)).toEqual(["cache 2", "web 4"]);
    expect(first(3)).toEqual(["cache 2", "copies 2", "web 4"]);
    expect(first(4)).toEqual(["cache 2", "copies 2", "lb 2", "web 4"]);
  });
});

describe("of a design that passed", () => {
  const shop = shopOf(
    count("lb.nodes", 1, 2),
    count("web.count", 1, 5),
    count("cache.nodes", 0, 2),
    count("db.replicas", 0, 2),
    pick("cache.ttl", [5, 3_600]),
  );
  const own = { near: [1], stars: 2 } as const;
  const told = (table: Readonly<Record<string, Invented>>, of: Playable = shop) =>
    toldOf({ "": own, ...table }, of, { count: 9 });
  const star = { near: [1], stars: 3 } as const;
  /** With all stars that it had, and another bill. */
  const saves = { ...own, costPerMonth: 400 };
  const breaks = (near: number) => ({ near: [near] });

  test("what earns a star comes first, then a saving, what breaks it, the concept undone, what breaks it next", () => {
    const table = {
      "lb 2": star,
      "web 2": saves,
      "copies 0": breaks(0.9),
      "cache 0": breaks(0.5),
      "ttl 5": breaks(0.95),
    };
    const level = { ...shop, concept: (built: Design) => valueAt(built, "cache.ttl") !== 5 } as Playable;
    expect(told(table, level)).toEqual(["lb 2", "web 2", "copies 0", "ttl 5", "cache 0"]);
    // What costs less is told before what costs the same, whichever is nearer; two of a kind are enough.
    expect(told(table)).toEqual(["lb 2", "web 2", "copies 0", "cache 0"]);
    const undone = { ...shop, concept: (built: Design) => valueAt(built, "db.replicas") !== 0 } as Playable;
    expect(told(table, undone)).toEqual(["lb 2", "web 2", "copies 0", "cache 0"]);
  });

  test("what earns a star is more than what it had, the nearest of all; it may cost", () => {
    expect(told({ "lb 2": own })).toEqual([]);
    expect(told({ "lb 2": star, "web 4": star })).toHaveLength(1);
    expect(told({ "": { near: [1], stars: 1 }, "lb 2": { near: [1], stars: 2 }, "web 4": star })).toEqual([
      "web 4",
    ]);
    expect(told({ "lb 2": { near: [0.9], stars: 3 } })).toEqual([]);
  });

  test("a saving is the greatest that keeps every star, from a dollar on", () => {
    expect(told({ "web 2": saves, "web 1": saves, "web 4": saves })).toEqual(["web 1"]);
    expect(told({ "web 2": { ...saves, stars: 1 } })).toEqual([]);
    expect(told({ "ttl 5": { ...saves, costPerMonth: 499 } })).toEqual([]);
    const ofDollars = (dollars: number) => {
      // A box costs so much, where it costs 140 by the sheet.
      const prices = { boxes: dollars / 140 };
      return told({ "web 2": saves }, { ...shop, scenario: { ...scenario, prices } });
    };
    expect([0.9, 1, 1.5].map(ofDollars)).toEqual([[], ["web 2"], ["web 2"]]);
  });

  test("what breaks it costs nothing, and is no value of what saves; of equals in money the nearest", () => {
    expect(told({ "lb 2": breaks(0.9), "ttl 5": breaks(0.9) })).toEqual(["ttl 5"]);
    const beside = { "web 2": saves, "web 1": breaks(0.9), "copies 0": breaks(0.2), "cache 0": breaks(0.1) };
    expect(told(beside)).toEqual(["web 2", "copies 0", "cache 0"]);
    // Not even a dollar.
    const cheap = { ...shop, scenario: { ...scenario, prices: { boxes: 0.9 / 140 } } };
    expect(told({ "web 4": breaks(0.9) }, cheap)).toEqual([]);
    expect(told({ "web 2": breaks(0.5), "web 1": breaks(0.9), "copies 0": breaks(0.7) })).toEqual([
      "web 1",
      "copies 0",
    ]);
    const free = shopOf(pick("cache.ttl", [5, 3_600]), pick("dns.ttl", [30, 60]));
    const ttls = (ttl: number) =>
      told({ "ttl 5": breaks(ttl), "names 30": breaks(0.5), "names 60": breaks(0.5) }, free)[0];
    expect([ttls(0.6), ttls(0.4)]).toEqual(["ttl 5", "names 30"]);
  });

  test("the concept undone is told where it is another offer than what breaks it first, the nearest value of it", () => {
    const level = (path: string, least: number): Playable =>
      ({ ...shop, concept: (built: Design) => Number(valueAt(built, path)) >= least }) as Playable;
    const table = {
      "copies 0": breaks(0.9),
      "cache 0": breaks(0.5),
      "web 1": breaks(0.3),
      "web 2": breaks(0.4),
    };
    expect(told(table, level("db.replicas", 1))).toEqual(["copies 0", "cache 0"]);
    expect(told(table, level("web.count", 3))).toEqual(["copies 0", "web 2", "cache 0"]);
    const both = (built: Design) => valueAt(built, "cache.nodes") !== 0 && valueAt(built, "web.count") !== 1;
    expect(told(table, { ...shop, concept: both } as Playable)).toEqual(["copies 0", "cache 0"]);
    expect(told({ ...table, "cache 0": breaks(0.95) }, level("cache.nodes", 1))).toEqual([
      "cache 0",
      "copies 0",
    ]);
  });

  test("where the audit alone does not hold, what cures it comes first; audited as search and verdict see it", () => {
    const three = {
      ...shop,
      stars: { two: { goals: [] }, three: { goals: [], audit: true } },
    } as unknown as Playable;
    const audit = {
      holds: false,
      undisturbed: { holds: true, failedBy: [] },
      broken: { fault: { kind: "node", part: "lb" }, failedBy: [] },
    } as unknown as AuditCheck;
    const cured = (stars: 2 | 3, given: AuditCheck = audit) =>
      asked(
        (changed, { isFull, fidelity }) => {
          if (changed === "web 2") return { ...star, costPerMonth: 400 };
          if (changed !== "lb 2") return changed ? breaks(0.1) : star;
          return {
            near: [1],
            costPerMonth: 640,
            stars: isFull ? stars : 3,
            ...(fidelity.audits ? { audit: { holds: true } } : {}),
          };
        },
        three,
        { count: 3, audit: given },
      );
    const holds = cured(3);
    expect(holds.told.slice(0, 2)).toEqual(["lb 2", "web 2"]);
    expect(holds.steps[1]).toEqual(["lb 2"]);
    expect(holds.batches.map(({ runs }) => runs.map(({ fidelity }) => fidelity.audits === true))).toEqual([
      expect.not.arrayContaining([true]),
      [true],
      [true, true, true],
    ]);
    // What holds as a search sees it may miss by a hair; what else is told need not have three stars.
    expect(cured(2).told[0]).toBe("web 2");
    expect(cured(2).told).not.toContain("lb 2");
    // The audit that holds asks for no cure.
    expect(cured(3, { ...audit, holds: true }).steps).toHaveLength(2);
  });
});

describe("where chance decides the day", () => {
  const level5 = lessons.find(({ level }) => level.number === 5)!.level;
  const two = { ...playable, scenario: level5.scenario };
  const [first, second] = daySeeds(two) as [number, number];
  const nearOn =
    (each: number, other: number) =>
    (changed: string, { seed }: WantedRun) => ({
      near: [changed === "" ? 0.2 : changed === "lb 2" ? (seed === first ? each : other) : 0.3],
    });

  test("there are two kinds of day", () => {
    expect(daySeeds(two)).toHaveLength(2);
    expect(daySeeds(playable)).toHaveLength(1);
  });

  test("what passes on one of them alone is taken for no pass, and what passes is run on all", () => {
    const lucky = asked(nearOn(1, 0.4), two);
    expect(lucky.steps[1]).toEqual(["lb 2", "lb 2"]);
    expect(lucky.batches[1]?.runs.map(({ seed }) => seed)).toEqual([first, second]);
    expect(pairsIn(lucky.steps.slice(1)).length).toBeGreaterThan(0);
    expect(lucky.found.find(({ design: built }) => said(built) === "lb 2")?.outcome.goals[0]?.value).not.toBe(
      1,
    );
    const sound = asked(nearOn(1, 1), two);
    expect(sound.steps).toHaveLength(3);
    expect(sound.told[0]).toBe("lb 2");
    expect(sound.found[0]?.outcome.passed).toBe(true);
  });

  test("each change that is told comes out as on its worst day, and is audited on the first", () => {
    const { batches, found } = asked(nearOn(0.9, 0.6), two);
    const { runs, later } = batches.at(-1) as Batch;
    expect(later).toBe(0);
    expect(runs.map(({ seed }) => seed)).toEqual(found.flatMap(() => [first, second]));
    for (const { seed, fidelity } of runs) expect(fidelity.audits === true).toBe(seed === first);
    const nearOf = (name: string) =>
      found.find(({ design: built }) => said(built) === name)?.outcome.goals[0]?.value;
    expect([nearOf("lb 2"), nearOf("web 2")]).toEqual([0.6, 0.3]);
    // None is held against the days of another.
    const poor = asked(
      (changed, { isFull }) => ({
        near: [changed === "lb 2" ? (isFull ? 0.25 : 0.9) : changed ? 0.3 : 0.2],
      }),
      two,
    );
    expect(poor.found.map(({ outcome }) => outcome.goals[0]?.value).toSorted()).toEqual([
      0.25,
      ...poor.found.slice(1).map(() => 0.3),
    ]);
  });

  test("of a design that passed all changes are judged by the day that was played", () => {
    const { steps } = asked((changed) => (changed === "" ? { near: [1] } : { near: [1], stars: 2 }), two);
    expect(steps).toHaveLength(2);
  });

  test("so many runs are foreseen as changes are told and pairs are ranked", () => {
    const { batches } = asked(nearOn(0.9, 0.6), two, { count: 3 });
    expect(batches[0]?.later).toBeGreaterThan(3);
  });
});
