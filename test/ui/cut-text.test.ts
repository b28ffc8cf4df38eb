/** What a screen says, it says in full where it has room, and in ASCII as in Unicode. All levels: test/deep. */
import { expect, test } from "vitest";
import { type Goal, targetOf } from "../../src/game/index.ts";
import type { Played } from "../../src/game/played.ts";
import { eventsAhead } from "../../src/present/briefing.ts";
import { toAscii } from "../../src/present/glyphs.ts";
import { emptyLevel, emptySave } from "../../src/saves/index.ts";
import { withValue } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { estimateFields } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { textOf } from "../../src/ui/speak.ts";
import { lessons, words } from "../helpers/english.ts";
import { sampled } from "../helpers/sampled.ts";
import {
  allPassed,
  cutForNothing,
  cutParts,
  drawnAt,
  moreScreensOf,
  playedOf,
  screensOf,
  visitOf,
  watchedPlayOf,
} from "../helpers/screens.ts";

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

for (const lesson of lessons.filter(({ level }) => [1, 9].includes(level.number)))
  test(`level ${lesson.level.number}: nothing is cut, every glyph has a twin of one cell`, () => {
    const played = playedOf(lesson, lesson.level.lesson);
    for (const size of sizes)
      for (const screen of [...screensOf(lesson, played, size), ...moreScreensOf(lesson, played)]) {
        const lines = drawnAt(screen, size, screen.kind === "map" ? allPassed : undefined);
        const where = `${screen.kind} at ${size.columns}`;
        expect(cutForNothing(lines, size, lesson), where).toEqual([]);
        expect(cutParts(lines, lesson), where).toEqual([]);
        for (const line of lines) {
          const ascii = toAscii(line);
          expect(ascii).toMatch(/^[ -~]*$/);
          expect(ascii, line).not.toContain("??");
          expect(ascii.length).toBe([...line].length);
        }
      }
  });

test("the map says in full that a level was only practiced", () => {
  const levels = Object.fromEntries(
    lessons.map(({ level }) => [level.id, { ...emptyLevel(), practice: true }] as const),
  );
  for (const size of sizes) {
    const text = drawnAt({ kind: "map", at: 0 }, size, { ...emptySave(), levels }).join("\n");
    expect(text.match(/practice(?= )/g)?.length, `${size.columns}`).toBe(lessons.length);
    expect(text).not.toContain("practi…");
  }
});

test("the moment of a pass shows every part, of two sites too", () => {
  const finale = lessons.at(-1)!;
  const nine = lessons.find(({ level }) => level.number === 9)!;
  const played = playedOf(nine, nine.level.lesson);
  for (const [lesson, design] of [
    [nine, nine.level.lesson],
    [finale, finale.level.lesson],
  ] as const) {
    const visit = visitOf(lesson, design);
    const screen = { kind: "pass", visit, played: { ...played, design }, gain: "first", beats: 99 } as const;
    for (const size of sizes) {
      const text = drawnAt(screen, size).join("\n");
      expect(text, lesson.level.id).not.toMatch(/… \d/);
      expect(text).toMatch(/★★[★☆]/);
    }
  }
});

test("the map tells of every level that waits to be played without a cut, whatever may happen in it", () => {
  const passed = Object.values(allPassed.levels)[0]!;
  for (const [at, lesson] of lessons.entries())
    for (const size of sizes) {
      const levels = Object.fromEntries(lessons.slice(0, at).map(({ level }) => [level.id, passed]));
      const lines = drawnAt({ kind: "map", at }, size, { ...allPassed, levels });
      expect(cutForNothing(lines, size, lesson), `${lesson.level.number} at ${size.columns}`).toEqual([]);
      expect(cutParts(lines, lesson), `${lesson.level.number} at ${size.columns}`).toEqual([]);
    }
});

test("the map says the whole of what the next star asks for, and in full of every star", () => {
  for (const [at, { level, prose }] of lessons.entries())
    for (const stars of [1, 2] as const) {
      const passed = { ...allPassed.levels[level.id]!, stars };
      const save = { ...allPassed, levels: { ...allPassed.levels, [level.id]: passed } };
      const screen = { kind: "map", at } as const;
      const right = drawnAt(screen, sizes[0], save).map((line) => line.split("│")[1] ?? "");
      const text = right.join(" ").replace(/\s+/g, " ");
      expect(text, level.id).toContain(stars === 1 ? prose.stars.two : prose.stars.three);
      const told = textOf({ ...initialState(words, mapRowsOf(lessons), save, []), screen }).join(" ");
      for (const how of Object.values(prose.stars)) expect(told, level.id).toContain(how);
    }
});

test("a board says why it cannot be run in one line, however far over its budget", () => {
  const finale = lessons.at(-1)!;
  const dear = withValue(finale.level.lesson, "web.count", 400);
  const lines = drawnAt({ kind: "board", visit: visitOf(finale, dear) }, sizes[0]);
  expect(lines.join("\n")).toMatch(/over the budget of \$[\d,]+: it cannot be run\./);
});

test("the board tells of the player's own system in one line that is whole, however much was changed of it", () => {
  for (const lesson of sampled(lessons, 3)) {
    const { level } = lesson;
    for (const count of [0, 1, 2, 3])
      for (const code of ["lesson", "not-sold", "other-values"] as const) {
        const changes = level.shop
          .slice(-count, level.shop.length)
          .slice(0, count)
          .map((offer) => ({ code, offer, own: level.lesson, sold: offer.choices }));
        const carry = { kind: "carried", start: { design: level.start, changes } } as const;
        const screen = { kind: "board", visit: { ...visitOf(lesson, level.start), carry } } as const;
        const line = drawnAt(screen, sizes[0]).at(-2);
        expect(line, level.id).toMatch(/^ Your own last design[.,].*[^…]$/);
        expect(line, level.id).not.toContain("…");
      }
  }
});

test("the board asks in full where the goal that matters goes with a change, however long its name", () => {
  for (const lesson of sampled(lessons, 2)) {
    const { level } = lesson;
    for (const { indicator, ...goal } of level.goals) {
      const bound = "atMost" in goal ? ("atMost" as const) : ("atLeast" as const);
      const missed = {
        indicator,
        bound,
        target: targetOf({ indicator, ...goal } as Goal),
        value: 1,
        met: false,
      };
      const last = {
        design: level.start,
        recording: { outcome: { goals: [missed] } },
        verdict: { passed: false },
      } as unknown as Played;
      const screen = { kind: "board", visit: { ...visitOf(lesson, level.lesson), last } } as const;
      const status = drawnAt(screen, sizes[0]).at(-2);
      expect(status, level.id).toMatch(/^ changed.*: [+−±]\$[\d,]+ .* 1 up 2 down 3 same\?$/);
    }
  }
});

test("the estimate pad shows all that it says, whichever field is typed in", () => {
  const typed = { users: "", requests: "", peak: "", workMs: "", objects: "", objectKb: "" };
  for (const lesson of lessons)
    for (const at of estimateFields.keys()) {
      const visit = visitOf(lesson, lesson.level.lesson);
      const text = drawnAt({ kind: "board", visit, panel: { kind: "estimate", at, typed } }, sizes[0]).join(
        "\n",
      );
      expect(text, `${lesson.level.id}, field ${at}`).toMatch(
        /the +│.*\n +peak\. |at the peak(?: alike)?\. /,
      );
    }
});

test("a good answer is said to have as many words as it has, and no more than half a minute has", () => {
  for (const lesson of lessons)
    for (const [at, { answer }] of lesson.prose.questions.entries()) {
      const count = answer.split(" ").length;
      expect(count, answer).toBeLessThanOrEqual(80);
      const visit = visitOf(lesson, lesson.level.start);
      const lines = drawnAt(
        { kind: "questions", visit, at, revealed: true, back: { kind: "title" } },
        sizes[0],
      );
      expect(lines.join("\n"), answer).toContain(`in ${count} words:`);
    }
});

test("kept designs are listed by their whole names, and the way out stands below in ASCII too", () => {
  for (const lesson of lessons) {
    const screen = {
      kind: "board",
      visit: visitOf(lesson, lesson.level.lesson),
      panel: { kind: "designs", at: 0 },
    };
    const lines = drawnAt(screen as Screen, sizes[0], allPassed);
    expect(cutForNothing(lines, sizes[0], lesson), lesson.level.id).toEqual([]);
    const state = { ...initialState(words, mapRowsOf(lessons), allPassed, []), screen: screen as Screen };
    const ascii = draw(state, { ...sizes[0], words, theme: plainTheme, still: true, unicode: false }).lines;
    expect(ascii.at(-1), lesson.level.id).toMatch(/esc board/);
  }
});

test("a hint leaves the architecture in view, whole, on the smallest screen too", () => {
  const hidden = lessons.flatMap((lesson) => {
    const { level } = lesson;
    return [level.start, level.lesson].flatMap((built) => {
      const visit = { ...visitOf(lesson, built), hintsShown: 1 };
      const body = drawnAt({ kind: "board", visit }, sizes[0]).slice(3, 21);
      const text = body.map((line) => line.slice(0, 45)).join("\n");
      expect(text, level.id).toContain("HINTS");
      expect(text, level.id).not.toContain("…");
      return /^ *users/m.test(text) ? [] : [level.number];
    });
  });
  // With every tool there is, what it has at one site or two fills the board by itself.
  expect(hidden).toEqual([11, 13]);
});

test("the card of a passed level shows the whole design, and what to take home here or on the next page", () => {
  for (const lesson of lessons)
    for (const size of sizes) {
      const [first, second] = [0, 1].map((page) =>
        drawnAt({ kind: "reference", at: 0, lesson, page }, size, allPassed).join("\n"),
      ) as [string, string];
      expect(first, lesson.level.id).not.toContain("…");
      expect(first, lesson.level.id).toMatch(/[└├]─/);
      expect([first, second].filter((text) => text.includes("TO TAKE HOME"))).toHaveLength(1);
    }
});

test("what the solution costs is not told before it is asked for", () => {
  for (const lesson of sampled(lessons, 3, 1)) {
    const played = watchedPlayOf(lesson, lesson.level.start);
    const visit = visitOf(lesson, lesson.level.start);
    const rest = { kind: "debrief", visit, played, beats: 0, progress: 0, scroll: 0, whatIf: [] } as const;
    const [, , , ...body] = drawnAt({ ...rest, panel: { kind: "reveal" } }, sizes[0]);
    expect(body.join("\n"), lesson.level.id).toContain("THE SOLUTION");
    expect(body.join("\n"), lesson.level.id).not.toContain("$");
  }
});

test("a text that is cut beside free room is found, one that fills its row is not", () => {
  const size = { columns: 20, rows: 1 };
  expect(cutForNothing(["a name that is…     "], size)).toEqual(["a name that is…"]);
  expect(cutForNothing(["a name that fills …"], size)).toEqual([]);
  expect(cutForNothing(["left│a name…     7"], size)).toEqual(["a name…     7"]);
  expect(cutParts(["left│a name…     7", "still waiting …"])).toEqual(["a name"]);
});

test("the first page of every briefing has all of its stars", () => {
  for (const lesson of lessons) {
    const visit = visitOf(lesson, lesson.level.start);
    const text = drawnAt({ kind: "briefing", visit, page: 0, back: { kind: "title" } }, sizes[0])
      .join(" ")
      .replace(/[│\s]+/g, " ");
    for (const words of Object.values(lesson.prose.stars))
      expect(text, lesson.level.id).toContain(words.trim().split(/\s+/).at(-1));
  }
});

test("what is told of the day stands whole under the picture, or not at all", () => {
  let told = 0;
  for (const lesson of lessons)
    for (const rows of [34, 37, 40, 43, 46, 50]) {
      const lines = drawnAt(
        { kind: "board", visit: visitOf(lesson, lesson.level.start) },
        { columns: 120, rows },
      );
      const text = lines
        .map((line) => line.replace(/│.*$/, ""))
        .join(" ")
        .replace(/\s+/g, " ");
      for (const { words: event } of eventsAhead(words, lesson)) {
        if (!text.includes(event.slice(0, 20))) continue;
        told++;
        expect(text, `${lesson.level.number} at ${rows}`).toContain(event);
      }
    }
  expect(told).toBeGreaterThan(20);
});
