import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseNamed } from "../../src/rooms/on-call/index.ts";
import { play, playJson } from "../helpers/command-line.ts";
import { firstDayOf } from "../helpers/days.ts";
import { fullSave, newFolder, putProgress } from "../saves/helpers.ts";

const gray = caseNamed("gray-box")!;
const number = <T>(list: readonly T[], each: T) => list.indexOf(each) + 1;
const name = `name ${number(gray.places, gray.place)} ${number(gray.causes, gray.cause)}`;
const change = `change ${number(gray.changes, gray.mends[0]!)}`;
const waits = Array<string>(5).fill("wait");
const written = ["a box erred", "", "its errors", "replaced", "a check"];

/** Works the shift of a gray box by lines from a file. */
function answering(...lines: readonly string[]) {
  const path = join(newFolder(), "answers.txt");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return play("on-call", "--case", "gray-box", "--seed", "5", "--answers", path);
}

describe("play on-call with a file of answers", () => {
  test("is 0 when every promise is kept again, and 1 when one stays broken", async () => {
    const mended = await answering(name, change, ...waits, "end", ...written);
    expect([mended.code, mended.err]).toEqual([0, ""]);
    expect(mended.out).toContain("★★★");
    const broken = await answering(name, "end", ...written);
    expect(broken.code).toBe(1);
  });

  test.each([
    [[name, change], "ends before the shift does"],
    [[name, "end", ...written.slice(1)], "ends before the shift does"],
    [["look 1", "stare"], "line 2: That is none of them."],
    [["look 99"], "line 1: That is none of them."],
    [[name, "end", ...written, "", "wait"], "line 9: The shift was over before this line"],
    [["wait", "change 1"], "line 2: Name a part and a cause first"],
  ])("%j is one line that says where and how to mend it", async (lines, mend) => {
    const { code, err, out } = await answering(...lines);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(mend);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("a day's shift", () => {
  const { date } = firstDayOf("on-call").drawn;

  test("is told without its case, worked by on-call, and ends with the card of its day", async () => {
    const told = await playJson<Record<string, unknown>>("day", date);
    expect(Object.keys(told)).toEqual(["date", "turn", "kind", "design", "promised"]);
    const { err, code } = await play("simulate", "--day", date, "--design", "start");
    expect([code, err]).toEqual([2, `play: ${date} is a shift on call: play on-call --day ${date}\n`]);
    const path = join(newFolder(), "answers.txt");
    writeFileSync(path, `end\n${written.join("\n")}\n`);
    const { out } = await play("on-call", "--day", date, "--answers", path);
    expect(out.trim().split("\n").at(-1)).toMatch(
      new RegExp(`^zero-to-millions ${date} [▁-█]{5} ☆☆☆ cause not named, [\\d,]+ requests lost$`),
    );
  });
});

test.each([
  [["--case", "gray-bx"], "none of the cases"],
  [["--day", "2026-02-30"], "no month has such a day"],
  [["--day", "2999-01-01"], "from 2026-01-01 to 2099-12-31"],
  [["--day", "2026-12-03", "--seed", "4"], "--day and --seed exclude each other"],
  [["--day", "2026-12-03", "--case", "poison"], "--day and --case exclude each other"],
  [["--seed", "-1"], "from 0 to 4294967295"],
  [["--seed", "4294967296"], "from 0 to 4294967295"],
  [["--seed", "tuesday"], "from 0 to 4294967295"],
  [["--answers", "/nowhere/answers.txt"], "cannot be read"],
])("play on-call %j is one line, and opens no saves", async (given, mend) => {
  const saves = join(newFolder(), "none");
  const { code, err, out } = await play("on-call", ...given, "--saves", saves);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(mend);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test.each([
  ["of a case that is none", { case: "no-case" }, true],
  ["with a change that its case does not know", { made: [{ change: "reconnect", atSec: 150 }] }, true],
  ["as it was left", {}, false],
])(
  "a shift that was saved %s: what cannot be gone on with is said in one line",
  async (_, other, isForeign) => {
    const folder = newFolder();
    const save = fullSave();
    putProgress(folder, JSON.stringify({ ...save, shift: { ...save.shift!, ...other } }));
    const { code, err } = await play("on-call", "--saves", folder);
    expect([code, err.includes("a new one begins")]).toEqual([0, isForeign]);
    expect(err.split("\n")).toHaveLength(isForeign ? 2 : 1);
  },
);
