/** Study without a screen: what is due, a review at a prompt, the deck to take along. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runCommand } from "../../src/cli/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { readState } from "../../src/study/card-state.ts";
import { drillsOf, rightAnswer } from "../../src/study/drills/index.ts";
import { play } from "../helpers/command-line.ts";
import { lessons } from "../helpers/english.ts";

const noonMs = Date.UTC(2026, 10, 26, 12);
const levels = lessons.slice(0, 2).map(({ level }) => [level.id, { ...emptyLevel(), passed: true }] as const);
const passed: Save = { ...emptySave(), levels: Object.fromEntries(levels) };

function folderOf(save?: Save | string): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-study-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const text = typeof save === "string" ? save : JSON.stringify(save);
  if (save !== undefined) writeFileSync(join(folder, "progress.json"), text);
  return folder;
}

/** Runs a command over a folder of saves while lines are typed; Ctrl-C comes after so many of them. */
async function at(folder: string, words: string, typed: readonly string[] = [], stopAfter = Infinity) {
  const said = { out: "", err: "" };
  const stop = new AbortController();
  async function* lines() {
    for (const [n, line] of typed.entries()) {
      if (n === stopAfter) stop.abort();
      if (!stop.signal.aborted) yield line;
    }
  }
  const code = await runCommand([...words.split(" "), "--saves", folder], {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: {},
    signal: stop.signal,
    lines,
    now: () => noonMs,
  });
  return { ...said, code };
}

const saved = (folder: string) => JSON.parse(readFileSync(join(folder, "progress.json"), "utf8")) as Save;
const count = (folder: string) => Object.keys(saved(folder).cards).length;

describe("play review --json", () => {
  test("lists what is due, with questions and answers, and writes nothing", async () => {
    const folder = folderOf(passed);
    const before = readFileSync(join(folder, "progress.json"), "utf8");
    const { out, code } = await at(folder, "review --json");
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(found)).toEqual(["due", "today", "todayMin", "cards", "unreadable"]);
    expect(found).toMatchObject({ today: 10, todayMin: 5, unreadable: [] });
    expect(found.cards).toHaveLength(found.due);
    expect(Object.keys(found.cards[0])).toEqual(["id", "level", "kind", "question", "answer", "answers"]);
    expect(readFileSync(join(folder, "progress.json"), "utf8")).toBe(before);
  });

  test("of somebody who has never played is empty and makes no folder's file", async () => {
    const folder = folderOf();
    expect(JSON.parse((await at(folder, "review --json")).out)).toMatchObject({
      due: 0,
      today: 0,
      cards: [],
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("names the cards whose state cannot be read", async () => {
    const folder = folderOf({ ...passed, cards: { "sum-busy-cores": { dueAt: 7 }, gone: { dueAt: 7 } } });
    expect(JSON.parse((await at(folder, "review --json")).out).unreadable).toEqual(["sum-busy-cores"]);
  });
});

describe("play review", () => {
  const known = Array.from({ length: 10 }, () => ["", "2"]).flat();

  test("asks ten cards, shows each answer when asked for, and keeps every mark", async () => {
    const folder = folderOf(passed);
    const { out, err, code } = await at(folder, "review", known);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toMatch(/^10 to recall, 5 minutes\. Enter shows the answer/);
    expect(out).toContain("\n10 of 10  ·  level ");
    expect(out).toContain("You knew 10 of 10.");
    expect(count(folder)).toBe(10);
    for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test("has nothing more for today then, and gives five more to whoever asks", async () => {
    const folder = folderOf(passed);
    await at(folder, "review", known);
    const rest = await at(folder, "review");
    expect(rest.out).toBe("recalled for today\nFive more, if you like: play review --more\n");
    expect((await at(folder, "review --more", known)).out).toMatch(/^5 cards\. /);
    expect(count(folder)).toBe(15);
  });

  test.each([
    ["q", ["", "1", "", "q"]],
    ["the end of what is typed", ["", "1", ""]],
  ])("stops at %s and keeps what was answered", async (_, typed) => {
    const folder = folderOf(passed);
    const { out, code } = await at(folder, "review", typed);
    expect(code).toBe(0);
    expect(out).toContain("Stopped. Every answer is saved.\nYou knew 0 of 1.");
    expect(count(folder)).toBe(1);
  });

  test.each([0, 1, 2, 3, 4])("keeps what was answered when Ctrl-C comes after %d lines", async (lines) => {
    const folder = folderOf(passed);
    await at(folder, "review", known, lines);
    expect(count(folder)).toBe(Math.floor(lines / 2));
    for (const state of Object.values(saved(folder).cards)) expect(readState(state)).toBeDefined();
  });

  test("takes any answer in words, however long and in whatever language, and asks again for a mark", async () => {
    const folder = folderOf(passed);
    const words = ["x".repeat(10_000), "로드 밸런서", "4", "２", "부하 분산", "1"];
    const { out } = await at(folder, "review", words);
    expect(out.match(/Give 1, 2 or 3, or q to stop/g)).toHaveLength(2);
    expect(out).toContain("You knew 1 of 2.");
    expect(count(folder)).toBe(2);
  });

  test("says in one line that a state could not be read, and begins that card anew", async () => {
    const folder = folderOf({ ...passed, cards: { "sum-busy-cores": { dueAt: 7 }, gone: { dueAt: 7 } } });
    const { err } = await at(folder, "review", known);
    expect(err).toBe("play: What was saved of 1 card could not be read: it begins anew.\n");
    expect(readState(saved(folder).cards["sum-busy-cores"])?.answers).toBe(1);
    expect(saved(folder).cards.gone).toEqual({ dueAt: 7 });
  });

  test("tells whoever has passed nothing what to do", async () => {
    expect((await at(folderOf(), "review")).out).toBe(
      "Study asks again what you have learned. Pass a level first.\n",
    );
  });
});

describe("play cards", () => {
  test("as Anki's text has a guid for each card that stays, so that a deck is updated", async () => {
    const folder = folderOf(passed);
    const guids = async () => {
      const lines = (await at(folder, "cards --format anki")).out.trimEnd().split("\n");
      const head = lines.filter((line) => line.startsWith("#"));
      expect(head).toContain("#guid column:1");
      const rows = lines.slice(head.length).map((line) => line.split("\t"));
      for (const row of rows) expect(row).toHaveLength(4);
      return rows.map(([guid]) => guid);
    };
    const before = await guids();
    expect(new Set(before).size).toBe(before.length);
    await at(folder, "review", ["", "2", "", "1", "", "3"]);
    expect(await guids()).toEqual(before);
  });

  test("as CSV quotes what has a comma or a quote in it", async () => {
    const { out } = await at(folderOf(passed), "cards --format csv");
    const [head, ...rows] = out.trimEnd().split("\r\n");
    expect(head).toBe("Id,Question,Answer,Level");
    const cell = '(?:"(?:[^"]|"")*"|[^",]*)';
    for (const row of rows) expect(row).toMatch(new RegExp(`^${cell}(?:,${cell}){3}$`));
  });

  test("as Markdown has a heading for each level", async () => {
    const { out } = await at(folderOf(passed), "cards");
    expect(out.match(/^## .*/gm)).toEqual(["## level 1, Single server", "## level 2, Database"]);
  });

  test("of all levels need no progress; without any they are refused in one line", async () => {
    const folder = folderOf();
    const refused = await at(folder, "cards");
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toMatch(/^play: no level is passed yet.*--all/);
    const all = JSON.parse((await at(folder, "cards --all --json")).out) as { tag: string }[];
    expect(new Set(all.map(({ tag }) => tag)).size).toBe(lessons.length);
  });

  test.each(["pdf", "ANKI2"])("refuse the format %s in one line", async (format) => {
    const { code, err } = await at(folderOf(passed), `cards --format ${format}`);
    expect(code).toBe(2);
    expect(err).toBe(`play: --format ${format}: expected md, csv, anki\n`);
  });

  test("come out of a damaged save as far as it can be read", async () => {
    const broken = JSON.stringify(passed).slice(0, -9);
    const { code, out } = await at(folderOf(broken), "cards");
    expect(code).toBe(0);
    expect(out).toContain("## level 1, Single server");
  });
});

describe("play drill", () => {
  const drill = async (...words: string[]) => {
    const { out, err, code } = await play("drill", ...words);
    return { out, err, code };
  };
  const fileOf = (text: string) => {
    const path = join(folderOf(), "answers");
    writeFileSync(path, text);
    return path;
  };

  test("prints the same drills for the same seed, one of each kind, within 80 columns", async () => {
    const { out, code } = await drill("--seed", "5");
    expect(code).toBe(0);
    expect((await drill("--seed", "5")).out).toBe(out);
    for (const kind of ["estimate", "order", "flaw", "figure"])
      expect(out).toMatch(new RegExp(`·  ${kind}$`, "m"));
    expect(out).toContain("play drill --seed 5 --answers FILE");
    for (const line of out.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  test("says of an answer that is far too small that it is, and not that it is 0.00 times the truth", async () => {
    const [rung] = drillsOf(5, 1, "rung");
    const answer = fileOf(String(Number(rightAnswer(rung as NonNullable<typeof rung>)) / 1_000));
    const { out } = await drill("--seed", "5", "--kind", "rung", "--count", "1", "--answers", answer);
    expect(out).toContain("Your number is less than 0.01 times the truth.");
  });

  test("gives no answer away in its JSON before they are graded", async () => {
    const { out } = await drill("--seed", "5", "--kind", "order", "--count", "2", "--json");
    const { seed, drills } = JSON.parse(out);
    expect(seed).toBe(5);
    expect(drills).toHaveLength(2);
    for (const each of drills)
      expect(Object.keys(each)).toEqual(["id", "kind", "question", "options", "how"]);
  });

  test("grades a line each by the function of the screen: 0 when they pass, 1 below half", async () => {
    const right = drillsOf(5, 4).map(rightAnswer);
    const good = await drill("--seed", "5", "--answers", fileOf(right.join("\n")));
    expect(good.code).toBe(0);
    expect(good.out).toContain("100 of 100 over 4 drills.");
    const half = JSON.stringify([right[0], right[1]]);
    expect((await drill("--seed", "5", "--answers", fileOf(half))).code).toBe(0);
    const poor = await drill("--seed", "5", "--answers", fileOf(`${right[0]}\n`), "--json");
    expect(poor.code).toBe(1);
    const { mark, drills } = JSON.parse(poor.out);
    expect(mark).toBe(0.25);
    expect(drills.map((each: { unread?: string }) => each.unread)).toEqual([
      undefined,
      ...Array(3).fill("nothing"),
    ]);
  });

  test.each([
    [["--kind", "order"], /^play: --seed is missing/],
    [["--seed", "1.5"], /^play: --seed 1.5: expected a whole number/],
    [["--seed", "1", "--kind", "quiz"], /^play: --kind quiz: expected estimate, order, flaw, rung/],
    [["--seed", "1", "--count", "0"], /^play: --count 0/],
    [["--seed", "1", "--answers", "nowhere.txt"], /^play: nowhere.txt/],
  ])("%j is refused in one line", async (words, line) => {
    const { err, out, code } = await drill(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([
    ["1\n2\n3\n4\n5", /5 answers for 4 drills/],
    ['{"a": 1}', /a JSON list/],
    ["[[1]]", /a JSON list/],
    ["[1,", /line 1/],
  ])("a file with %j is refused in one line", async (text, line) => {
    const { err, code } = await drill("--seed", "1", "--answers", fileOf(text));
    expect(code).toBe(2);
    expect(err).toMatch(line);
  });
});

describe("play progress", () => {
  test("tells levels, calibration and what is known, as text, Markdown and JSON", async () => {
    const folder = folderOf(passed);
    const text = await at(folder, "progress");
    expect(text).toMatchObject({ code: 0, err: "" });
    expect(text.out).toMatch(/Levels\n {2}level 1, .*: passed, 0 stars\n/);
    expect(text.out).toContain("No predictions so far.");
    expect(text.out).not.toContain("Until the interview");
    const md = await at(folder, "progress --format md --days 2 --minutes 30");
    expect(md.out).toMatch(/^# .*\n\n## Levels\n\n- level 1/);
    expect(md.out).toMatch(/- day 2, \d+ min: review what is due; /);
    const json = JSON.parse((await at(folder, "progress --json --days 2")).out);
    expect(Object.keys(json)).toEqual([
      "levels",
      "predictions",
      "marks",
      "reviews",
      "due",
      "drills",
      "time",
      "interviews",
      "plan",
    ]);
    expect(json.plan.days).toHaveLength(2);
  });

  test("tells how drills go and what time was spent, as far as the save has them", async () => {
    const at10 = "2026-11-26T10:00:00.000Z";
    const drills = { order: [{ mark: 0.5, at: at10 }], nonsense: [{ mark: 1, at: at10 }] };
    const folder = folderOf({ ...passed, drills, activeMs: { "2026-11-26": 4_000_000 } });
    const { out } = await at(folder, "progress");
    expect(out).toContain("  order: 50 of 100 over the latest, too few to compare; 1 drill kept\n");
    expect(out).toContain("  1 h 6 min today, 1 h 6 min in the last seven days, 1 h 6 min in all, on 1 day.");
    expect((await at(folderOf(passed), "progress")).out).toContain("none so far: d in Study begins a round");
  });

  test("of somebody who has never played, and of a damaged save, is told all the same, and nothing is written", async () => {
    const empty = folderOf();
    expect((await at(empty, "progress --days 3")).code).toBe(0);
    expect(readdirSync(empty)).toEqual([]);
    const damaged = folderOf('{"version":4,"ladders":{"x":[{"rung":9}]},"lev');
    expect((await at(damaged, "progress")).code).toBe(0);
    expect(readdirSync(damaged)).toEqual(["progress.json"]);
  });

  test("wants days for its minutes, and both within bounds: one line says so", async () => {
    for (const words of [
      "--minutes 30",
      "--days 0",
      "--days 61",
      "--days 2 --minutes 4",
      "--days x",
      "--format pdf",
      "--json --format md",
    ]) {
      const { code, err, out } = await at(folderOf(passed), `progress ${words}`);
      expect({ words, code, out }).toEqual({ words, code: 2, out: "" });
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
});
