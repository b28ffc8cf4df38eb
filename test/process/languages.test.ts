/** The commands in a language that nobody speaks: what they print as text has no English word in it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { runCommand } from "../../src/cli/index.ts";
import { faultId, puzzles, redTeams } from "../../src/rooms/puzzles/index.ts";
import { emptySave, savedLanguage } from "../../src/saves/index.ts";
import { englishIn } from "../helpers/every-screen.ts";
import { holdInterview } from "../helpers/interviewed.ts";
import { interviews, ladders } from "../helpers/pseudo-language.ts";
import { onlyWhole } from "../helpers/sampled.ts";
import { sandboxSave } from "../helpers/sandbox.ts";

vi.mock("../../src/words/index.ts", async (original) => {
  const { cli, interviews, ladders, texts, words } = await import("../helpers/pseudo-language.ts");
  const real = await original<typeof import("../../src/words/index.ts")>();
  const english = {
    loadWords: real.loadWords,
    loadCliWords: real.loadCliWords,
    loadTexts: real.loadTexts,
    loadLadders: real.loadLadders,
    loadInterviews: real.loadInterviews,
  };
  return {
    ...real,
    languages: ["en", "xx"],
    languageOf: (...wishes: readonly (string | undefined)[]) =>
      wishes.find((wish) => wish === "en" || wish === "xx") ?? "en",
    loadWords: (language: string) => (language === "xx" ? words : english.loadWords("en")),
    loadCliWords: (language: string) => (language === "xx" ? cli : english.loadCliWords("en")),
    loadTexts: (language: string) => (language === "xx" ? texts : english.loadTexts("en")),
    loadLadders: (language: string) => (language === "xx" ? ladders : english.loadLadders("en")),
    loadInterviews: (language: string) => (language === "xx" ? interviews : english.loadInterviews("en")),
  };
});

vi.mock("../../src/real/index.ts", async (original) => {
  const { resultsOf, withoutProcesses } = await import("../helpers/no-processes.ts");
  const reasons = { timeout: 9, "queue-full": 8, "row-locked": 7, "nobody-there": 6, taken: 5, lost: 4 };
  return { ...(await original<object>()), ...withoutProcesses(resultsOf({ reasons })) };
});

vi.mock("../../src/levels/catalog.ts", async (original) => {
  const { texts } = await import("../helpers/pseudo-language.ts");
  const real = await original<typeof import("../../src/levels/catalog.ts")>();
  const titles = Object.fromEntries(Object.entries(texts.prose).map(([id, { title }]) => [id, title]));
  return { ...real, titles: { ...real.titles, xx: titles } };
});

/** What a command says, on both streams. */
async function said(words: readonly string[], savedLanguage?: () => string | undefined): Promise<string> {
  let text = "";
  const hear = (each: string) => {
    text += each;
  };
  const signal = new AbortController().signal;
  await runCommand(words, {
    out: hear,
    err: hear,
    env: {},
    signal,
    ...(savedLanguage ? { savedLanguage } : {}),
  });
  return text;
}

/** What a player types stays as it is: commands with their flags, and what stands in quotes. */
const typed = (line: string) => line.replace(/^ *play .*|(?<=: )(?:npx )?play .*|"[^"]*"|--[a-z-]+/g, " ");

function englishWords(text: string, given: readonly string[] = []): string[] {
  const bare = given.reduce((rest, word) => rest.replaceAll(word, " "), text);
  return bare.split("\n").map(typed).flatMap(englishIn);
}

test.each([
  "help",
  "help prove",
  "help review",
  "cards --all",
  "drill --seed 5 --count 12",
  "help lab",
  "puzzle idle-boxes",
  "puzzle behind-a-balancer --fault report-30",
  "day 2026-12-01",
  "day 2026-12-04",
  "levels",
  "brief 1",
  "brief 6",
  "brief 6 --why",
  "glossary",
  "ladder stampede",
  "simulate --level 1 --design start",
  "simulate --level 6 --design lesson",
  "prove 1",
  "solve 1",
  "export lesson --level 9",
  "lab queue --arrival 80 --service 12.5 --servers 8 --ticks 60",
  "lab cache --keys 1000 --zipf 1 --capacity 100",
  "lab shards --shards 3 --keys 5000",
  "lab retries --ticks 200",
  "lab retries --attempts 1 --ticks 200",
  "lab lag --writes 300 --service 500 --ticks 60",
  "lab load-test --load 0.5 --requests 1000",
  "lab measuring --load 0.5 --minutes 1",
  "lab balancing --load 0.5 --requests 1000",
  "lab batching --rate 8 --batch 4 --jobs 1000",
  "lab restart --keys 100 --zipf 1 --capacity 10 --at 1",
  "help real",
  "real level 1 --seconds 60",
  "real level 1 --seconds 60 --design wrong:naive",
  "real level 1 --seconds 60 --design wrong:A",
])("play %s has no English word in it", speaksNoEnglish);

test("neither has a folder for Docker, its README and what is checked against it, but for what is typed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const out = join(folder, "1");
  const written = await said([
    "export",
    "lesson",
    "--level",
    "1",
    "--format",
    "compose",
    "--out",
    out,
    "--language",
    "xx",
  ]);
  const expected = JSON.parse(readFileSync(join(out, "expected.json"), "utf8"));
  const indicators = { availability: expected.indicators.availability.mean };
  writeFileSync(join(out, "results.json"), JSON.stringify({ format: "zero-to-millions load 1", indicators }));
  const checked = await said(["check", join(out, "results.json"), "--language", "xx"]);
  const readme = readFileSync(join(out, "README.md"), "utf8");
  expect(
    englishWords(`${written}${checked}${readme}`, [folder, expected.design, "STACK_CPUS=1-7", "run.sh"]),
  ).toEqual([]);
});

// Every request is played: for seconds.
onlyWhole("play exact has no English word in it", () => speaksNoEnglish("exact 1 --design start --runs 1"));

async function speaksNoEnglish(line: string): Promise<void> {
  expect(englishWords(await said([...line.split(" "), "--language", "xx"]))).toEqual([]);
}

test("neither has an interview, from its prompt to its report, but for what was typed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const terms = ["1", "--seed", "7", "--jobs", "1", "--saves", folder, "--language", "xx"];
  const about = { level: "01-single-server", seed: 7 };
  const { code, out, err, typed } = await holdInterview(terms, about, { screen: interviews.screen });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const answers = typed.filter((line) => / /.test(line));
  expect(englishWords(out, answers)).toEqual([]);
});

test("neither have the topics of ladders, but for the names to type", async () => {
  const ids = ladders.ladders.map(({ id }) => id);
  expect(englishWords(await said(["ladder", "--language", "xx"]), ids)).toEqual([]);
});

test("neither have the puzzles and their price lists, but for the names to type", async () => {
  const ids = [...puzzles.map(({ id }) => id), ...redTeams.flatMap(({ faults }) => faults.map(faultId))];
  for (const line of ["puzzle", "puzzle cached"])
    expect(englishWords(await said([...line.split(" "), "--language", "xx"]), longestFirst(ids))).toEqual([]);
});

/** Names that are parts of others come after them. */
const longestFirst = (names: readonly string[]) => [...names].sort((a, b) => b.length - a.length);

test("neither have systems of one's own, where there are none and where there are some", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lists = async () =>
    (
      await Promise.all(
        ["sandbox", "system list"].map((line) =>
          said([...line.split(" "), "--saves", folder, "--language", "xx"]),
        ),
      )
    ).join("");
  const none = await lists();
  expect(none).not.toBe("");
  expect(englishWords(none)).toEqual([]);
  writeFileSync(join(folder, "progress.json"), JSON.stringify(sandboxSave));
  const some = await lists();
  expect(some).not.toBe(none);
  expect(englishWords(some)).toEqual([]);
});

test("neither has a shift on call, from its alarm to its post-mortem", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const answers = join(folder, "answers.txt");
  writeFileSync(answers, ["look 5", "name 1 1", "change 1", "wait", "end", ..."12345"].join("\n"));
  const text = await said(["on-call", "--seed", "7", "--answers", answers, "--language", "xx"]);
  expect(englishWords(text)).toEqual([]);
});

test("neither has a run on a scenario of one's own", async () => {
  const scenario = ["--scenario", "docs/scenario-example.json", "--design", "dns; box 1"];
  const [, ...rest] = (await said(["simulate", ...scenario, "--language", "xx"])).split("\n");
  expect(englishWords(rest.join("\n"))).toEqual([]);
});

test.each([
  [["simulat"]],
  [["simulate"]],
  [["simulate", "--level", "99"]],
  [["simulate", "--level", "1"]],
  [["simulate", "--level", "1", "--design", "dns; bx 2"]],
  [["simulate", "--level", "1", "--design", "dns; box 2; web 1×2"]],
  [["simulate", "--level", "1", "--design", "ztm-1-2-3-4"]],
  [["simulate", "--level", "1", "--design", "start", "--seed", "x"]],
  [["simulate", "--level", "1", "--design", "start", "--sed", "1"]],
  [["simulate", "--scenario", "nowhere.json", "--design", "dns; box 2"]],
  [["brief"]],
  [["glossary", "qwzx"]],
  [["system", "qwzx"]],
  [["simulate", "--system", "nowhere.json"]],
  [["simulate", "--system", "docs/scenario-example.json"]],
  [["ladder", "qwzx"]],
  [["save", "export", "--saves", "/7"]],
  [["save", "import", "/dev/null"]],
  [["brief", "1", "2"]],
  [["solve", "1", "--shard", "3/2"]],
  [["exact", "7", "--design", "lesson"]],
  [["export", "start"]],
  [["lab", "cash"]],
  [["real", "cash"]],
  [["real", "queue", "--load", "2"]],
  [["real", "level", "9"]],
  [["real", "level", "7"]],
  [["real", "level", "4", "--design", "wrong:Z"]],
  [["real", "level", "4", "--seconds", "5"]],
  [["lab", "lag", "--servers", "5"]],
  [["lab", "retries", "--for", "700"]],
])("%j is answered without an English word", async (words) => {
  const text = await said([...words, "--language", "xx"]);
  expect(text).toMatch(/^play: ./);
  expect(englishWords(text.replace("play: ", ""), [...words, "ENOENT", "ztm"])).toEqual([]);
});

describe("the language", () => {
  /** A save with a language set, as the game leaves it; its place as the environment tells it. */
  function saved(language: unknown): () => string | undefined {
    const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "progress.json"), JSON.stringify({ ...emptySave(), settings: { language } }));
    return () => savedLanguage({ env: { ZTM_SAVES: folder }, packageRoot: folder });
  }

  test.each([["levels"], ["simulat"], ["brief", "1"]])("is the player's own: play %s", async (...words) => {
    const asked = await said([...words, "--language", "xx"]);
    expect(await said(words, saved("xx"))).toBe(asked);
    expect(await said(words)).not.toBe(asked);
  });

  test("is the one that the flag names before the player's own", async () => {
    const english = await said(["levels"]);
    expect(await said(["levels", "--language", "en"], saved("xx"))).toBe(english);
    expect(await said(["levels"], saved("tlh"))).toBe(english);
    expect(await said(["levels"], saved(7))).toBe(english);
  });

  test("is looked up without making, mending or moving a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const place = { env: { ZTM_SAVES: join(folder, "saves") }, packageRoot: folder };
    expect(savedLanguage(place)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(join(folder, "saves"));
    writeFileSync(join(folder, "saves/progress.json"), '{"settings": {"language": "xx"');
    expect(savedLanguage(place)).toBe("xx");
    expect(readdirSync(join(folder, "saves"))).toEqual(["progress.json"]);
  });

  test("is not waited for where the saves are no file, or lead nowhere", () => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-language-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    if (process.platform === "win32") mkdirSync(join(folder, "progress.json"));
    else spawnSync("mkfifo", [join(folder, "progress.json")]);
    expect(savedLanguage({ env: { ZTM_SAVES: folder }, packageRoot: folder })).toBeUndefined();
    const gone = { env: { ZTM_SAVES: "saves", ZTM_NO_FOLDER: "1" }, packageRoot: folder };
    expect(savedLanguage(gone)).toBeUndefined();
  });
});
