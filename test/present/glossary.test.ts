/** The glossary: found by what is typed, with where each word is met and what belongs to it. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { findEntry, glossaryLines, glossaryWord, searchGlossary } from "../../src/present/glossary.ts";
import { emptySave } from "../../src/saves/index.ts";
import type { Report } from "../../src/sim/index.ts";
import { initialState, mapRowsOf, type Screen, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { play, playJson } from "../helpers/command-line.ts";
import { glossary, lessons, words } from "../helpers/english.ts";
import { startGame } from "../helpers/game.ts";

const entryOf = (name: string) => findEntry(glossary, name) as (typeof glossary)[number];
const wordOf = (name: string) => glossaryWord(words, glossary, lessons, entryOf(name));

test("percentiles count who timed out, with the whole wait, and leave out who was refused, as the glossary says", async () => {
  expect(entryOf("p95").definition).toMatch(/timed out counts.*refused at once does not/);
  type Late = Pick<Report, "latency" | "indicators"> & {
    readonly ledger: { readonly answered: number; readonly failedBy: Readonly<Record<string, number>> };
  };
  const late = await playJson<Late>("simulate", "--level", "1", "--design", "dns · box 1");
  const counted = late.latency.reduce((sum, { requests }) => sum + requests, 0);
  const { answered, failedBy } = late.ledger;
  expect(counted / (answered + failedBy["box: timeout"]!)).toBeCloseTo(1, 3);
  expect(failedBy["box: queue-full"]).toBeGreaterThan(counted / 100);
  expect(late.indicators.latencyP95Ms).toBeGreaterThan(3_000);
});

describe("a word", () => {
  test("is met in the levels whose words speak of it", () => {
    const numbers = wordOf("Replica").metIn.map(({ level }) => level.number);
    expect(numbers).toContain(5);
    expect(numbers).not.toContain(1);
    expect(wordOf("CDN").metIn.map(({ level }) => level.number)).toContain(7);
  });

  test("has a line for what belongs to it and for where it is met, and none where there is nothing", () => {
    const text = (word: ReturnType<typeof wordOf>) => glossaryLines(words, word, 60);
    const alone = { ...wordOf("CDN"), related: [], metIn: [] };
    const related = text({ ...alone, related: ["Cache"] });
    expect(text(alone)).not.toContain("");
    expect(related.slice(0, -2)).toEqual(text(alone));
    expect(related.at(-2)).toBe("");
    expect(related.at(-1)).toContain("Cache");
    expect(text({ ...alone, metIn: wordOf("CDN").metIn })).toContain("");
  });

  test("is found as a word of its own, not inside another", () => {
    const made = { term: "Shed", definition: "x" };
    const lesson = {
      ...lessons[0],
      prose: { ...(lessons[0] as Lesson).prose, debrief: "The job is finished." },
    } as Lesson;
    const spoken = { ...lesson, prose: { ...lesson.prose, debrief: "Half of the load is shed." } };
    expect(glossaryWord(words, [made], [lesson], made).metIn).toEqual([]);
    expect(glossaryWord(words, [made], [spoken], made).metIn).toEqual([spoken]);
  });

  test("belongs to those that its explanation names and whose explanations name it", () => {
    const all = [
      { term: "Cache", definition: "Keeps what was asked for until its TTL ends." },
      { term: "TTL", definition: "A time to live." },
      { term: "Stampede", definition: "All miss the caches at once." },
      { term: "Shard", definition: "A part." },
    ];
    expect(glossaryWord(words, all, [], all[0]!).related).toEqual(["TTL", "Stampede"]);
    expect(glossaryWord(words, all, [], all[1]!).related).toEqual(["Cache"]);
    expect(glossaryWord(words, all, [], all[3]!).related).toEqual([]);
  });

  test("is met by the names that sentences give it, each of which stands in the term", () => {
    for (const { term, names = [] } of glossary)
      for (const name of names) expect(term.toLowerCase(), name).toContain(name.toLowerCase());
    const both = { term: "RPO and RTO", definition: "x", names: ["RPO", "RTO"] };
    const told = (debrief: string) => {
      const lesson = { ...lessons[0], prose: { ...(lessons[0] as Lesson).prose, debrief } } as Lesson;
      return glossaryWord(words, [both], [lesson], both).metIn.length;
    };
    expect(["The RTO is short.", "RPOs differ.", "RPO and RTO.", "rto", "RTOX"].map(told)).toEqual([
      1, 1, 1, 0, 0,
    ]);
  });

  test("is found by any of its names, however they are written", () => {
    for (const [name, term] of [
      ["slo", "Objective (SLO)"],
      ["RPO", "RPO and RTO"],
      ["dead letter QUEUE", "Dead-letter queue"],
      ["p95", "p50, p95, p99"],
    ])
      expect(findEntry(glossary, name as string)?.term).toBe(term);
    expect(findEntry(glossary, "qwzx")).toBeUndefined();
  });
});

test("what is typed finds terms before explanations, and what begins with it first", () => {
  const all = [
    { term: "Cache", definition: "x" },
    { term: "Shard", definition: "has a replica" },
    { term: "Read replica", definition: "x" },
    { term: "Replica", definition: "x" },
  ];
  expect(searchGlossary(all, "REPL").map(({ term }) => term)).toEqual(["Replica", "Read replica", "Shard"]);
  expect(searchGlossary(all, " ")).toEqual(all);
});

describe("the screen", () => {
  test.each([
    [80, 24],
    [120, 40],
  ])(
    "opens with g, is searched by typing, moved through by arrows, left by Escape: %ix%i",
    (columns, rows) => {
      const game = startGame({ columns, rows });
      game.press("enter", "g");
      expect(game.frame()).toContain(words.glossary.title);
      expect(game.frame()).toContain(`${glossary.length} words`);
      game.press("f", "a", "i", "l", "o");
      expect(game.frame()).toMatch(/▸ Failover/);
      expect(game.frame()).toMatch(/Met in: .*See also: /s);
      game.press("backspace", "backspace", "backspace", "backspace", "backspace", "down");
      expect(game.frame()).toContain(`▸ ${glossary[1]?.term}`);
      game.press("q", "q", "q");
      expect(game.frame()).toContain(words.glossary.none("qqq").slice(0, 30));
      game.press("escape");
      expect(game.frame()).toContain(words.map.name);
      game.stop();
    },
  );

  test("tells those who listen the word in focus, whole", () => {
    const base: State = initialState(words, mapRowsOf(lessons), emptySave(), [], undefined, glossary);
    const at = glossary.indexOf(entryOf("Quorum"));
    const screen: Screen = { kind: "glossary", typed: "", at, back: { kind: "title" } };
    const told = spokenLines({ ...base, screen }).join(" ");
    expect(told).toContain(entryOf("Quorum").definition);
    expect(told).toContain(`Word ${at + 1} of ${glossary.length}.`);
  });
});

describe("play glossary", () => {
  test("explains one word, or all of them, as text and as JSON", async () => {
    const one = await playJson<{ term: string; levels: number[]; related: string[] }>("glossary", "cdn");
    expect(one).toMatchObject({ term: "CDN" });
    expect(one.levels).toContain(7);
    const all = await playJson<{ term: string }[]>("glossary");
    expect(all.map(({ term }) => term)).toEqual(glossary.map(({ term }) => term));
    const { out, code } = await play("glossary", "cdn");
    expect([code, out]).toEqual([0, expect.stringContaining(entryOf("CDN").definition.slice(0, 40))]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("says in one line which word may have been meant, and ends with 2", async () => {
    const near = await play("glossary", "failovr");
    expect(near).toMatchObject({ code: 2, out: "" });
    expect(near.err).toBe('play: the glossary has no word "failovr": did you mean "failover"?\n');
    const far = await play("glossary", "qwzxqwzx");
    expect(far.err).toBe(
      `play: the glossary has no word "qwzxqwzx": play glossary lists its ${glossary.length} words\n`,
    );
  });
});

test("all but a few words, those of queueing among them, are met in a level, and nearly all belong to others", () => {
  const told = glossary.map((entry) => glossaryWord(words, glossary, lessons, entry));
  expect(told.filter(({ metIn }) => metIn.length > 0).length).toBeGreaterThanOrEqual(100);
  expect(
    told.filter(({ related }) => related.length === 0).map(({ term }) => term).length,
  ).toBeLessThanOrEqual(12);
  for (const { term, related } of told) expect(related).not.toContain(term);
});
