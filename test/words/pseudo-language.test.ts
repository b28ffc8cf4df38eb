/** A language that nobody speaks, in the fog: test/deep has every level. */
import { describe, expect, test } from "vitest";
import { benches } from "../../src/labs/index.ts";
import { width } from "../../src/present/cells.ts";
import { drawDesign } from "../../src/present/picture/index.ts";
import { type Damage, emptySave, type Notice, type Trouble } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import type { Frame } from "../../src/ui/frame/frame.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { initialState, mapRowsOf } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { englishIn, lessons, sizes, testEveryScreen } from "../helpers/every-screen.ts";
import { benchScreens } from "../helpers/labs.ts";
import { pseudo, words } from "../helpers/pseudo-language.ts";
import { raggedEdges } from "../levels/frames.ts";

test("the language is longer, has wide letters, and keeps figures, units and keys", () => {
  const shown = pseudo("The box keeps 12 ms of `Enter`, p95 3 GB");
  expect(shown).toMatch(/^Ţĥééé? /);
  expect(shown).toContain("12 ms");
  expect(shown).toContain("`Enter`");
  expect(shown).toContain("p95 3 GB");
  expect(width(shown)).toBeGreaterThan([...shown].length);
});

for (const lesson of lessons.filter(({ level }) => level.number === 11))
  describe(lesson.level.id, () => testEveryScreen(lesson, ["lesson"]));

/** Everything that the saves can have to tell, with places that have no words in them. */
const aside = "/1/2.3";
const damages: readonly Damage[] = [
  { code: "too-large", limitMb: 5 },
  { code: "encoding", oddity: { code: "utf-16" } },
  { code: "encoding", oddity: { code: "not-utf-8", line: 3 } },
  { code: "empty" },
  { code: "loose" },
  { code: "not-json", problem: { line: 1, column: 2, what: "no-comma" } },
  { code: "not-an-object" },
  { code: "unknown", field: "/7" },
  { code: "wrong-value", field: "/8", rule: "min_value", expected: ">=0", received: "-1" },
];
const notices: readonly Notice[] = [
  { code: "no-home", directory: aside },
  { code: "elsewhere", directory: "/1", errno: "EACCES", fallback: aside },
  { code: "brought-back", copy: aside },
  { code: "started-over", aside },
  { code: "updated", version: 1, aside },
  { code: "newer", version: 9, aside, levels: 1, cards: 2 },
  ...damages.map((damage): Notice => ({ code: "damaged", damages: [damage], aside, levels: 1, cards: 2 })),
];
const troubles: readonly Trouble[] = [
  { code: "unwritable", place: aside, errno: "ENOSPC" },
  { code: "unreadable", place: aside, errno: "EISDIR" },
  { code: "too-large", limitMb: 5 },
  { code: "busy", lock: aside },
];

test.each([
  ...notices.map((notice) => ({ notice, trouble: undefined })),
  ...troubles.map((trouble) => ({ notice: undefined, trouble })),
])(
  "the title and the map tell in it what the saves have to tell: $notice $trouble",
  ({ notice, trouble }) => {
    const state = initialState(words, mapRowsOf(lessons), emptySave(), notice ? [notice] : [], trouble);
    for (const size of sizes)
      for (const screen of [{ kind: "title" }, { kind: "map", at: 0 }] as const) {
        const warning = trouble ? { warning: words.saves.short(trouble) } : {};
        const frame: Frame = { ...size, words, theme: plainTheme, still: false, unicode: true, ...warning };
        const { lines } = draw({ ...state, screen, size }, frame);
        const all = [...lines, ...spokenLines({ ...state, screen })];
        expect(all.flatMap(englishIn)).toEqual([]);
        expect(lines.filter((line) => width(line) > size.columns)).toEqual([]);
      }
    const [said] = notice ? [words.saves.notice(notice)] : [words.saves.trouble(trouble as Trouble)];
    expect(spokenLines({ ...state, screen: { kind: "title" } }).join(" ")).toContain(said);
  },
);

test("what became of a moved save is told in it", () => {
  const { exported, imported, exportsInPart } = words.saves;
  const counts = { cards: 1, ladders: 2, interviews: 3, systems: 4, shifts: 5, puzzles: 6, days: 7 };
  const none = { cards: 0, ladders: 0, interviews: 0, systems: 0, shifts: 0, puzzles: 0, days: 0 };
  for (const line of [
    exported({ path: "/1", passed: 4, stars: 5, ...counts }),
    imported({ levels: 6, settings: 7, removed: 2, ...counts }),
    imported({ levels: 0, settings: 0, removed: 0, ...none }),
    exportsInPart(damages),
  ])
    expect([line, ...englishIn(line.replaceAll(/play save import/g, ""))]).toEqual([line]);
});

test("pictures with wide names join all their lines", () => {
  const busy = () => ({ utilization: 0.5, queue: 12, lostPerSec: 3, reason: "timeout" as const });
  for (const cells of [50, 60, 80, 120])
    for (const { level } of lessons)
      for (const live of [undefined, busy]) {
        const options = { words: words.picture, width: cells, single: true, ...(live ? { live } : {}) };
        const lines = drawDesign(level.lesson, options);
        for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(cells);
        expect(raggedEdges(lines), lines.join("\n")).toEqual([]);
      }
});

test.each(benches.map((bench) => [bench.name, bench] as const))(
  "the bench %s has no English word in it",
  (_, bench) => {
    const { screens, save } = benchScreens(bench);
    for (const size of sizes)
      for (const screen of screens) {
        const state = { ...initialState(words, mapRowsOf(lessons), save, []), screen, size };
        const { lines } = draw(state, { ...size, words, theme: plainTheme, still: true, unicode: true });
        expect(lines).toHaveLength(size.rows);
        for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(size.columns);
        const given = (line: string) => line.replaceAll(`lab report ${bench.name}`, "").replaceAll("npx", "");
        expect([...lines, ...spokenLines(state)].map(given).flatMap(englishIn)).toEqual([]);
      }
  },
);
