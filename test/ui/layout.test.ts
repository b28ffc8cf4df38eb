/** Where things stand on the board and in the run, and what stays where it is. */
import { describe, expect, test } from "vitest";
import { tellsTimes } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { pagesOf, peakOf, trafficOf } from "../../src/present/briefing.ts";
import { curvesOf, isSteady } from "../../src/present/curves.ts";
import { goalCurveOf, strainOf } from "../../src/present/goal-curve.ts";
import { arrivingAt, goalsSoFarAt, liveAt } from "../../src/present/moment.ts";
import { type Design, dayOf, design as parsed, possibleEvents, type Traces } from "../../src/sim/index.ts";
import { timeline } from "../../src/ui/frame/timeline.ts";
import type { Screen } from "../../src/ui/reduce.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { chosen } from "../helpers/sampled.ts";
import { drawnAt, visitOf, watchedPlayOf } from "../helpers/screens.ts";

const sizes = { small: { columns: 80, rows: 24 }, large: { columns: 120, rows: 40 } } as const;

const cache = findLesson("6") as Lesson;
const cached = watchedPlayOf(cache, cache.level.start);
const corners = (lines: readonly string[], cells: number) =>
  lines.map((line) =>
    [...line.slice(0, cells)]
      .map((glyph) => ("┌┐└┘".includes(glyph) ? glyph : " "))
      .join("")
      .trimEnd(),
  );

describe("the board", () => {
  for (const [name, size] of Object.entries(sizes))
    test(`keeps its picture where it is when there is a last run, ${name}`, () => {
      const visit = visitOf(cache, cache.level.start);
      // Nothing is new and nothing has changed in either.
      const before = drawnAt(
        { kind: "board", visit: { ...visit, last: { ...cached, verdict: undefined } } as never },
        size,
      );
      const after = drawnAt({ kind: "board", visit: { ...visit, last: cached } }, size);
      const leftCells = size.columns - 2 - (size.columns > 100 ? 41 : 35);
      const [one, other] = [corners(before, leftCells), corners(after, leftCells)];
      const end = one.findLastIndex((line) => line.includes("┘")) + 1;
      expect(end).toBeGreaterThan(8);
      expect(other.slice(0, end)).toEqual(one.slice(0, end));
      expect(after.join("\n")).toContain(size.rows > 30 ? "LAST RUN" : "last run ✗ p95");
    });

  test("shows hints instead of a picture that would be cut, and the picture again once they are closed", () => {
    const visit = visitOf(cache, cache.level.start);
    const open = drawnAt({ kind: "board", visit: { ...visit, hintsShown: 3 } }, sizes.small).join("\n");
    expect(open).toContain("HINTS  3 of 3   esc closes them");
    expect(open).not.toContain("│ primary");
    expect(drawnAt({ kind: "board", visit }, sizes.small).join("\n")).toMatch(/┌─ primary ─+┐/);
  });

  test("draws two sites as boxes beside each other where there is room, with the link of their data", () => {
    const two = findLesson("9") as Lesson;
    const text = drawnAt({ kind: "board", visit: visitOf(two, two.level.lesson) }, sizes.large).join("\n");
    for (const name of ["balancer", "web", "cache"])
      expect(text.match(new RegExp(`─ ?${name} ?─`, "g"))?.length, name).toBe(2);
    expect(text).toContain("── sites async ──");
  });
});

const running = (tick: number, more: object = {}): Screen =>
  ({
    kind: "run",
    visit: visitOf(cache, cache.level.start),
    played: cached,
    playing: false,
    speed: 1,
    beats: 0,
    progress: 0,
    at: tick,
    ...more,
  }) as Screen;

describe("the run", () => {
  test("leaves the picture where it is when a trace opens, or out altogether", () => {
    const found = { median: undefined, slow: undefined, failed: undefined } as unknown as Traces;
    const trace = { tick: 300, which: "median", found };
    for (const size of Object.values(sizes)) {
      const before = corners(drawnAt(running(300), size), size.columns);
      const after = corners(drawnAt(running(300, { trace }), size), size.columns);
      const last = before.findLastIndex((line) => line.includes("└─") || line.includes("└"));
      // Of curves there is all or nothing.
      expect(after.join("\n")).not.toMatch(/┤/);
      if (after.some((line) => line.includes("┌")))
        expect(after.slice(0, last)).toEqual(before.slice(0, last));
    }
  });

  test("draws the goal that was missed by most, with its scale, its goal and the events", () => {
    const cdn = findLesson("7") as Lesson;
    const played = watchedPlayOf(cdn, cdn.level.start);
    const [worst] = [...played.recording.outcome.goals].sort((a, b) => strainOf(b) - strainOf(a));
    const curve = goalCurveOf(words, played.recording, () => true);
    expect(worst?.met).toBe(false);
    expect(curve?.name).toBe("availability");
    const text = drawnAt(
      { ...running(590), visit: visitOf(cdn, cdn.level.start), played } as Screen,
      sizes.large,
    ).join("\n");
    expect(text).toMatch(/✗ availability now [\d.]+ % {1,3}(goal )?≥ 99.0 %/);
    expect(text).toMatch(/99\.0 % ┤/);
    expect(text).toMatch(/└─+▲─+▲─+ 600 s/);
  });

  test("in fog draws no goal", () => {
    expect(goalCurveOf(words, cached.recording, () => false)).toBeUndefined();
  });

  test("says a curve that stands still in words and a line", () => {
    expect(isSteady(new Float64Array([100, 100.5, 101]))).toBe(true);
    expect(isSteady(new Float64Array([100, 101, 103]))).toBe(false);
    expect(isSteady(new Float64Array([0, 0, 0]))).toBe(true);
    expect(drawnAt(running(590), sizes.large).join("\n")).toMatch(/cache|p50/);
  });

  test("says how many boxes there are over time where they come and go, and nowhere else", () => {
    const names = (lesson: Lesson, built: Design) =>
      curvesOf(words, watchedPlayOf(lesson, built).recording, lesson.level.goals).map(({ name }) => name);
    const stateless = findLesson("8") as Lesson;
    expect(names(stateless, stateless.level.lesson)).toContain("web boxes");
    expect(names(cache, cache.level.start)).not.toContain("web boxes");
  });
});

describe("a curve of dots", () => {
  const options = {
    cells: 4,
    rows: 2,
    tick: 7,
    from: 0,
    to: 8,
    goal: { value: 6, paint: (text: string) => text },
    good: (text: string) => text,
    bad: (text: string) => `!${text}!`,
  };

  test("has two dots a cell across and four down, and the goal where it leaves room", () => {
    const values = new Float64Array([0, 0, 0, 0, 7.9, 7.9, 0, 0]);
    const [upper = "", lower = ""] = timeline(values, options);
    expect(upper.slice(0, 2)).toBe("╌╌");
    expect(lower.slice(0, 2)).toBe("⣀⣀");
  });

  test("marks what is beyond the goal, and draws nothing that has not happened", () => {
    const values = new Float64Array([8, 8, 8, 8, 8, 8, 8, 8]);
    const [line = ""] = timeline(values, { ...options, tick: 3, isBad: (value) => value > 6 });
    expect(line).toMatch(/^![⠀-⣿]{2}!╌{0,2}/);
    expect(timeline(new Float64Array(8).fill(Number.NaN), options).join("")).not.toMatch(/[⠁-⣿]/);
  });
});

describe("the figures of a run agree", () => {
  test("a goal that is counted up stands in the curve as it stands in the head, at every moment", () => {
    const five = findLesson("5") as Lesson;
    const { recording } = watchedPlayOf(five, five.level.start);
    const flood = recording.outcome.report.causes.find(({ what }) => what === "event");
    const fallsAt = flood?.tick ?? Number.NaN;
    const curve = goalCurveOf(words, recording, () => true);
    expect(curve).toMatchObject({ name: "writes lost", isStepped: true });
    for (const tick of [3, ...[-1, 0, 1, 2, 10].map((after) => fallsAt + after), 599]) {
      const head = goalsSoFarAt(recording, tick)?.goals.find(({ indicator }) => indicator === "lostWrites");
      expect(curve?.values[tick], `t=${tick}`).toBe(head?.value ?? Number.NaN);
    }
    const screen = {
      kind: "run",
      visit: visitOf(five, five.level.start),
      played: watchedPlayOf(five, five.level.start),
    };
    for (const at of [fallsAt, fallsAt + 6, 599]) {
      const drawn = drawnAt(
        { ...screen, at, playing: true, speed: 1, beats: 0, progress: 1 } as Screen,
        sizes.small,
      );
      const shown = drawn.join("\n").match(/writes lost [\d,]+/g);
      expect(new Set(shown).size, `t=${at}: ${shown}`).toBe(1);
    }
  });

  test("as many boxes stand in the curve as in the picture, while they come and go", () => {
    const eight = findLesson("8") as Lesson;
    const played = watchedPlayOf(eight, eight.level.lesson);
    const boxes = played.recording.series("web.boxes");
    const changes = [...boxes.keys()].filter((tick) => tick > 3 && boxes[tick] !== boxes[tick - 1]).slice(-3);
    expect(changes.length).toBe(3);
    for (const at of changes) {
      const screen = { kind: "run", visit: visitOf(eight, eight.level.lesson), played, at, playing: true };
      const text = drawnAt({ ...screen, speed: 1, beats: 0, progress: 1 } as Screen, sizes.small).join("\n");
      expect(text).toMatch(new RegExp(`web boxes +${boxes[at]} │`));
      expect(text).toContain(` ${boxes[at]}×8 `);
    }
  });

  test("as many come in the run as the board says", () => {
    for (const lesson of lessons) {
      if (!tellsTimes(lesson.level)) continue;
      const { scenario, lesson: design } = lesson.level;
      const { recording } = watchedPlayOf(lesson, design);
      const most = Math.max(
        ...Array.from({ length: recording.ticks }, (_, tick) => arrivingAt(scenario, recording, tick)),
      );
      expect(most / peakOf(lesson), lesson.prose.title).toBeCloseTo(1, 1);
    }
  });

  test("nobody waits for more than comes, crowds of a secret order left out of both", () => {
    for (const lesson of lessons) {
      const [all, awaited] = [trafficOf(lesson), pagesOf(lesson)];
      for (const [tick, rate] of awaited.entries()) expect(rate).toBeLessThanOrEqual(all[tick]! + 1e-6);
    }
  });
});

describe("a site that nobody reaches", () => {
  const isOutage = ({ what }: { readonly what: string }) => what === "region-outage";
  const threatened = lessons.filter(({ level }) => possibleEvents(level.scenario).some(isOutage));
  test("is found in some levels", () => expect(threatened.length).toBeGreaterThan(1));

  // The finale's runs take seconds each.
  test.each(chosen(threatened, ({ level }) => tellsTimes(level)))(
    "looks dark and says until when, in level $level.number",
    (lesson) => {
      const { level } = lesson;
      const moments = [level.start, level.lesson].flatMap((built) => {
        const played = watchedPlayOf(lesson, built);
        const day = dayOf(level.scenario, played.recording.outcome.report.seed);
        const dark = day.events.find(isOutage);
        return dark ? [{ built, played, at: dark.atSec / day.tickSec + 20 }] : [];
      });
      expect(moments.length).toBeGreaterThan(0);
      for (const { built, played, at } of moments)
        for (const size of Object.values(sizes)) {
          const screen = { kind: "run", visit: visitOf(lesson, built), played, at, playing: false };
          const text = drawnAt({ ...screen, speed: 1, beats: 0, progress: 1 } as Screen, size).join("\n");
          expect(text).toMatch(tellsTimes(level) ? /dark until t=\d+/ : /\bdark\b/);
          expect(text.match(/\bdark\b/g)?.length).toBeGreaterThan(6);
        }
    },
  );
});

test("a primary that has lost the lead to another site says where it is, and shows no work of the other's", () => {
  const nine = findLesson("9") as Lesson;
  const played = watchedPlayOf(nine, nine.level.lesson);
  const at = (tick: number) => liveAt(played.recording, tick)("db");
  expect(at(299)?.utilization).toBeGreaterThan(0);
  expect(at(299)?.leadsIn).toBeUndefined();
  expect(at(560)).toEqual({ leadsIn: "korea" });
  for (const size of Object.values(sizes)) {
    const screen = { kind: "run", visit: visitOf(nine, nine.level.lesson), played, at: 560, playing: true };
    const text = drawnAt({ ...screen, speed: 1, beats: 0, progress: 1 } as Screen, size).join("\n");
    expect(text).toContain("in korea");
  }
});

test("a run in which nobody is answered draws what was measured, and marks no answer time as met", () => {
  const one = findLesson("1") as Lesson;
  const played = watchedPlayOf(one, one.level.start);
  expect(goalCurveOf(words, played.recording, () => true)?.name).toBe("availability");
  const { outcome } = played.recording;
  const only = { ...played.recording, outcome: { ...outcome, goals: outcome.goals.slice(0, 1) } };
  expect(goalCurveOf(words, only, () => true)?.isBad?.(Number.NaN)).toBe(true);
  for (const size of Object.values(sizes)) {
    const screen = { kind: "run", visit: visitOf(one, one.level.start), played, at: 590, playing: true };
    const text = drawnAt({ ...screen, speed: 1, beats: 0, progress: 1 } as Screen, size).join("\n");
    expect(text).toContain("✗ availability 0 %");
    expect(text).not.toContain("✓");
  }
});

test("a goal that was missed counts for more than any that was met, a narrow one more than a wide one", () => {
  const goal = (value: number, met: boolean, target = 100) =>
    ({ indicator: "latencyP95Ms", value, target, bound: "atMost", met }) as const;
  expect(strainOf(goal(101, false))).toBeGreaterThan(strainOf(goal(100, true)));
  expect(strainOf(goal(99, true))).toBeGreaterThan(strainOf(goal(50, true)));
  expect(strainOf(goal(1, false, 0))).toBe(2);
  expect(strainOf(goal(0, true, 0))).toBe(0);
  expect(strainOf({ ...goal(0.98, false, 0.99), indicator: "availability", bound: "atLeast" })).toBeCloseTo(
    2,
  );
});

describe("two sites in a small room", () => {
  const finale = findLesson("13") as Lesson;
  const columnOf = (line: string, name: string) =>
    [...line.matchAll(new RegExp(name, "g"))].map(({ index }) => index);

  test("are racks beside each other, each part on its shelf in the same row, the link of their data between them", () => {
    for (const number of ["9", "13"]) {
      const lesson = findLesson(number) as Lesson;
      const lines = drawnAt({ kind: "board", visit: visitOf(lesson, lesson.level.lesson) }, sizes.small);
      for (const name of ["balancer", "web  ", "cache"])
        expect(
          lines.filter((line) => columnOf(line.slice(0, 46), name).length === 2),
          name,
        ).toHaveLength(1);
      expect(lines.join("\n")).toMatch(/▼ us \$[\d,]+ ─*┐ +┌─ ?▼ korea \$[\d,]+ /);
      expect(lines.join("\n")).toMatch(/│ (?:primary|shards) .*├─▶│ (?:replicas|shards)/);
    }
  });

  test("stay whole while hints are open or a last run is there, and while it runs", () => {
    const played = watchedPlayOf(finale, finale.level.lesson);
    const visit = { ...visitOf(finale, finale.level.lesson), last: played };
    const board = drawnAt({ kind: "board", visit }, sizes.small).join("\n");
    const run = drawnAt({ ...running(300), visit, played } as Screen, sizes.small).join("\n");
    for (const text of [board, run])
      for (const name of ["balancer", "web", "sessions", "cache", "shards", "queue", "workers"])
        expect(text.match(new RegExp(`│ ${name} `, "g"))?.length, name).toBe(2);
  });
});

test("work for clients that have gone is drawn where they wait, and as a curve, and nowhere else", () => {
  const single = findLesson("1") as Lesson;
  const text = (line: string, share: number) => {
    const built = parsed(line);
    const at = Math.floor(share * single.level.scenario.ticks);
    const played = watchedPlayOf(single, built);
    const screen = { ...running(at), visit: visitOf(single, built), played } as Screen;
    return drawnAt(screen, sizes.large).join("\n");
  };
  const lost = text("dns · box 1", 0.55);
  expect(lost).toMatch(/█*▒+ +100%/);
  expect(lost).toContain("work in vain");
  const kept = text("dns · box 2", 0.55);
  expect(kept).not.toContain("▒");
  expect(kept).not.toContain("work in vain");
});

test("a design of every level is a picture, never a list, on a small board with one site", () => {
  for (const { level, ...lesson } of lessons)
    for (const built of [level.start, level.lesson]) {
      if (built.sites.length > 1) continue;
      const text = drawnAt(
        { kind: "board", visit: visitOf({ level, ...lesson } as Lesson, built) },
        sizes.small,
      ).join("\n");
      expect(text, level.id).not.toMatch(/│ (?:balancer|web|primary|cache) +(?:×|\d)/);
    }
});
