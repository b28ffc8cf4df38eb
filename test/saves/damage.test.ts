import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, type LevelProgress, type Save } from "../../src/saves/index.ts";
import { inspectBytes } from "../../src/saves/inspect.ts";
import { CURRENT_FORMAT, type Format } from "../../src/saves/migrations.ts";
import { SAVE_VERSION } from "../../src/saves/shape.ts";
import { openStore } from "../../src/saves/store.ts";
import { fullSave, keptAside, newFolder, onlyKept, open, putProgress, told } from "./helpers.ts";

/** Opens a folder with this file; expects it kept aside byte by byte, named in one notice, and replaced by a sound one. */
async function recoverFrom(content: string | Uint8Array): Promise<{ save: Save; notice: string }> {
  const folder = newFolder();
  putProgress(folder, content);
  const store = await open(folder);
  expect(onlyKept(folder).equals(Buffer.from(content))).toBe(true);
  expect(keptAside(folder)[0]).toMatch(/^progress\.damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.json$/);
  expect(store.notices).toHaveLength(1);
  const [notice = ""] = told(store);
  expect(notice).toContain(keptAside(folder)[0]);
  const again = await open(folder);
  expect(again.notices).toEqual([]);
  expect(again.read()).toEqual(store.read());
  return { save: store.read(), notice };
}

describe("a damaged file is kept aside and what can be read is recovered", () => {
  test("a file that ends in the middle keeps all that came before", async () => {
    const whole = JSON.stringify({ version: 1, settings: { theme: "dark" }, levels: fullSave().levels });
    const { save, notice } = await recoverFrom(whole.slice(0, whole.indexOf('"lastDesign"')));
    expect(save.settings).toEqual({ theme: "dark" });
    expect(save.levels["06-cache"]).toMatchObject({ stars: 2, bestCostPerMonth: 4_200.5 });
    expect(notice).toMatch(/not complete JSON.*Recovered: 1 levels, 0 cards\./);
  });

  test("a field of the wrong type costs only itself", async () => {
    const { levels, ...rest } = fullSave();
    const cache = {
      ...levels["06-cache"],
      stars: 9,
      hintsUsed: "many",
      designs: [1, { name: "a", notation: "b", madeMs: 1, atMs: 1 }],
    };
    const { save, notice } = await recoverFrom(
      JSON.stringify({ ...rest, levels: { "06-cache": cache, x: 3 } }),
    );
    expect(save.levels).toEqual({
      "06-cache": { ...levels["06-cache"], stars: 0, hintsUsed: 0, designs: cache.designs.slice(1) },
    });
    expect(save.cards).toEqual(rest.cards);
    expect(notice).toMatch(/levels\.06-cache\.designs\[0\].*stars.*hintsUsed.*1 more/);
  });

  test("keys that reach into JavaScript and control characters do no harm", async () => {
    const hostile = `{"version":1,"__proto__":{"polluted":1},"levels":{"__proto__":{"passed":true},
      "constructor":{"prototype":{"polluted":1}},"a":{"lastDesign":"x\\u001b]0;evil\\u0007y"},"\\u001b[2J":{}},
      "cards":{"c":{"constructor":1,"__proto__":{"polluted":1},"reps":2,"note":"\\u009b31m"}}}`;
    const { save, notice } = await recoverFrom(hostile);
    expect(Object.keys(save.levels)).toEqual(["a"]);
    expect(save.levels.a?.lastDesign).toBe("x]0;evily");
    expect(save.cards).toEqual({ c: { reps: 2, note: "31m" } });
    expect(notice).not.toMatch(/\p{Cc}/u);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ["an empty file", ""],
    ["a file of zeros after a power cut", "\0".repeat(4_096)],
    ["a foreign file", '{"name":"left-pad","dependencies":{"x":"1"}}'],
    ["a list", "[1,2,3]"],
    ["null", "null"],
    ["bottomless nesting", "[".repeat(200_000)],
    ["bottomless sound nesting", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    ["UTF-16", Buffer.from("\ufeff{}", "utf16le")],
  ])("%s leaves an empty save", async (_, content) => {
    expect((await recoverFrom(content)).save).toEqual(emptySave());
  });

  test("50 MB are set aside without being read", async () => {
    const { save, notice } = await recoverFrom(Buffer.alloc(50_000_000, "{"));
    expect(save).toEqual(emptySave());
    expect(notice).toContain("larger than 5 MB");
  });

  test("damage while the game runs is met at the next action, and the notice comes then", async () => {
    const folder = newFolder();
    const store = await open(folder);
    store.update(() => fullSave());
    putProgress(folder, '{"version":1,"cards":{"c":{"reps":4}},"lev');
    store.update((save) => ({ ...save, settings: { ascii: true } }));
    expect(store.read()).toEqual({ ...emptySave(), settings: { ascii: true }, cards: { c: { reps: 4 } } });
    expect(store.notices).toHaveLength(1);
    expect(keptAside(folder)).toHaveLength(1);
  });

  test("two damaged files within one second are both kept", async () => {
    const folder = newFolder();
    for (const content of ["one", "two", "three"]) {
      putProgress(folder, content);
      await open(folder);
    }
    const kept = keptAside(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(kept.sort()).toEqual(["one", "three", "two"]);
  });

  test("whatever bytes the file holds, the game opens and the bytes are not lost", async () => {
    const folder = newFolder();
    const whole = JSON.stringify(fullSave());
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .tuple(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 5 }))
        .map(([at, noise]) =>
          Buffer.concat([Buffer.from(whole.slice(0, at)), noise, Buffer.from(whole.slice(at + 1))]),
        ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const path = putProgress(folder, content);
        const before = new Set(keptAside(folder));
        const store = await open(folder);
        store.update((save) => ({ ...save, settings: { ascii: true } }));
        if (inspectBytes(content, CURRENT_FORMAT).state === "sound") return;
        const fresh = keptAside(folder).filter((name) => !before.has(name));
        expect(fresh).toHaveLength(1);
        expect(readFileSync(join(folder, fresh[0] ?? "")).equals(Buffer.from(content))).toBe(true);
        expect(inspectBytes(readFileSync(path), CURRENT_FORMAT).state).toBe("sound");
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["a comment at the top", (text: string) => `// my progress\n${text}`],
    ["a comma too many", (text: string) => text.replace(/\}$/, ",}")],
    ["UTF-16, as some editors write it", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ])("%s costs nothing of the progress", async (_what, edit) => {
    const { save } = await recoverFrom(edit(JSON.stringify(fullSave())));
    expect(save).toEqual(fullSave());
  });
});

describe("files of other versions", () => {
  test("a newer file is kept by copying, and what is understood goes on", async () => {
    const folder = newFolder();
    const newer = JSON.stringify({ ...fullSave(), version: SAVE_VERSION + 1, guild: "ops" });
    putProgress(folder, newer);
    const store = await open(folder);
    expect(onlyKept(folder).toString()).toBe(newer);
    expect(keptAside(folder)[0]).toMatch(new RegExp(`^progress\\.version-${SAVE_VERSION + 1}-`));
    expect(told(store)).toEqual([
      expect.stringMatching(/newer game \(version \d+\).*kept: .*progress\.version-\d+-/),
    ]);
    expect(store.read()).toEqual(fullSave());
  });

  test("an older file migrates step by step, and is kept", async () => {
    const format: Format = {
      version: SAVE_VERSION,
      steps: { ...CURRENT_FORMAT.steps, 0: ({ theme, ...old }) => ({ ...old, settings: { theme } }) },
    };
    const folder = newFolder();
    const old = JSON.stringify({ version: 0, theme: "dark", levels: fullSave().levels });
    writeFileSync(join(folder, "progress.json"), old);
    const store = await openStore({ directory: folder }, format);
    expect(store.read()).toEqual({ ...emptySave(), settings: { theme: "dark" }, levels: fullSave().levels });
    expect(onlyKept(folder).toString()).toBe(old);
    expect(told(store)).toEqual([expect.stringMatching(/version 0 was brought up to date/)]);
  });

  test("a save of version 1 keeps everything; its predictions are known by their level", async () => {
    const old = readFileSync(new URL("../fixtures/progress-version-1.json", import.meta.url), "utf8");
    const folder = newFolder();
    putProgress(folder, old);
    const store = await open(folder);
    const { levels, ...rest } = JSON.parse(old) as { levels: Record<string, { predictions: object[] }> };
    const wanted = Object.entries(levels).map(([id, { predictions, ...level }]) => {
      const kept = predictions.map((each) => ({ ...each, question: undefined }));
      const timed = { madeMs: expect.any(Number), atMs: 0 };
      const designs = ((level as Partial<LevelProgress>).designs ?? []).map((each) => ({
        ...each,
        ...timed,
      }));
      return [id, { ...emptyLevel(), ...level, predictions: kept, designs }];
    });
    expect(store.read()).toEqual({
      ...emptySave(),
      ...rest,
      version: SAVE_VERSION,
      levels: Object.fromEntries(wanted),
    });
    expect(onlyKept(folder).toString()).toBe(old);
  });

  test("a save of version 2 keeps everything, and has no mistakes yet", async () => {
    const folder = newFolder();
    const { mistakes: _, ...level } = { ...emptyLevel(), passed: true, questionsSeen: ["q"] };
    const cards = { c: { reps: 2 } };
    putProgress(folder, JSON.stringify({ version: 2, levels: { a: level }, settings: {}, cards }));
    const store = await open(folder);
    expect(store.read()).toEqual({ ...emptySave(), cards, levels: { a: { ...level, mistakes: [] } } });
    expect(told(store)).toEqual([expect.stringMatching(/version 2 was brought up to date/)]);
  });

  test("a save of version 3 keeps everything, and has no ladders yet", async () => {
    const folder = newFolder();
    const { ladders: _, ...before } = fullSave();
    putProgress(folder, JSON.stringify({ ...before, version: 3 }));
    const store = await open(folder);
    expect(store.read()).toEqual({ ...fullSave(), ladders: {} });
    expect(told(store)).toEqual([expect.stringMatching(/version 3 was brought up to date/)]);
  });

  test("a save of version 4 keeps everything, and has no interviews yet", async () => {
    const folder = newFolder();
    const full = fullSave();
    const { interview: _, interviewsOver: __, reports: ___, drills: ____, activeMs: _____, ...before } = full;
    putProgress(folder, JSON.stringify({ ...before, version: 4 }));
    const store = await open(folder);
    expect(store.read()).toEqual({ ...before, interviewsOver: [], reports: [], drills: {}, activeMs: {} });
    expect(told(store)).toEqual([expect.stringMatching(/version 4 was brought up to date/)]);
  });

  test("a save of version 5 keeps everything, and knows of no interview that is over", async () => {
    const folder = newFolder();
    const { interviewsOver: _, ...before } = fullSave();
    putProgress(folder, JSON.stringify({ ...before, version: 5 }));
    const store = await open(folder);
    expect(store.read()).toEqual({ ...fullSave(), interviewsOver: [] });
    expect(told(store)).toEqual([expect.stringMatching(/version 5 was brought up to date/)]);
  });

  test.each([["a text"], [-1], [1.5]])(
    "an interview that is over, begun at %j, costs itself alone",
    async (begun) => {
      const folder = newFolder();
      const full = fullSave();
      putProgress(folder, JSON.stringify({ ...full, interviewsOver: [...full.interviewsOver, begun] }));
      expect((await open(folder)).read()).toEqual(full);
    },
  );

  test.each([
    ["an interview whose seed is no number", { interview: { seed: "seven" } }, /interview/],
    ["an interview with five marks", { interview: { marks: [1, 1, 1, 1, 1] } }, /interview/],
    ["a list in the place of what was found", { interview: { judged: [] } }, /interview/],
  ])("%s costs the interview alone", async (_, { interview }, named) => {
    const { interview: whole, ...rest } = fullSave();
    const { save, notice } = await recoverFrom(
      JSON.stringify({ ...rest, interview: { ...whole, ...interview } }),
    );
    expect(save).toEqual(rest);
    expect(notice).toMatch(named);
  });

  test("a report that is none costs only itself", async () => {
    const { reports, ...rest } = fullSave();
    const { save } = await recoverFrom(JSON.stringify({ ...rest, reports: [{ at: 7 }, ...reports, "x"] }));
    expect(save).toEqual(fullSave());
  });

  test("a drill's mark or a day that is none costs only itself", async () => {
    const { drills, activeMs, ...rest } = fullSave();
    const order = [{ mark: 1.01, at: "" }, { mark: -0.1, at: "" }, { at: "" }, ...(drills.order ?? [])];
    const days = { ...activeMs, "2026-11-24": 86_400_001, yesterday: 1, "2026-11-23": -1 };
    const broken = { ...rest, drills: { order, flaw: 7 }, activeMs: days };
    const { save, notice } = await recoverFrom(JSON.stringify(broken));
    expect(save).toEqual(fullSave());
    expect(notice).toMatch(/drills\.order\[0\]: of the wrong shape; .*and 4 more/);
  });

  test("a rung that is broken costs only itself, ladders that are none only themselves", async () => {
    const folder = newFolder();
    const { ladders } = fullSave();
    const [id, rungs] = Object.entries(ladders)[0] as [string, (typeof ladders)[string]];
    const [rung] = rungs;
    const broken = [{ ...rung, rung: 4 }, { ...rung, guess: 0 }, { ...rung, ticks: [-1] }, ...rungs, null];
    putProgress(folder, JSON.stringify({ ...fullSave(), ladders: { [id]: broken, none: 7 } }));
    const store = await open(folder);
    expect(store.read()).toEqual(fullSave());
    expect(told(store)).toEqual([expect.stringMatching(/damaged|could not be read/)]);
  });

  test("a mistake that is broken costs only itself", async () => {
    const { levels } = fullSave();
    const [id, level] = Object.entries(levels)[0] as [string, (typeof levels)[string]];
    const folder = newFolder();
    const broken = [{ ...level.mistakes[0], missed: [{ indicator: 7 }] }, ...level.mistakes, null];
    putProgress(folder, JSON.stringify({ ...fullSave(), levels: { [id]: { ...level, mistakes: broken } } }));
    expect((await open(folder)).read().levels[id]?.mistakes).toEqual(level.mistakes);
  });

  test("what is damaged in a save of version 1 costs only itself", async () => {
    const folder = newFolder();
    const level = {
      ...emptyLevel(),
      attempts: 2,
      predictions: [7, { question: 1, answer: "a", right: true, at: "x" }],
    };
    putProgress(folder, JSON.stringify({ version: 1, levels: { a: level, b: null, c: [] } }));
    const { levels } = (await open(folder)).read();
    expect(levels.a).toMatchObject({ attempts: 2, predictions: [{ answer: "a", right: true, at: "x" }] });
  });
});
