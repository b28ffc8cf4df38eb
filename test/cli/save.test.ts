/** Progress that moves to another machine: a file out, a file in, and every way in which that can fail. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { emptyLevel, emptySave, openSaves, type Save } from "../../src/saves/index.ts";
import { SAVE_VERSION } from "../../src/saves/shape.ts";
import { withChange } from "../../src/ui/model/save-changes.ts";
import { play } from "../helpers/command-line.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { canMount, smallDisk } from "../helpers/small-disk.ts";
import { fullSave } from "../saves/helpers.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-moved-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function folderOf(save: Save | string): string {
  const folder = newFolder();
  writeFileSync(join(folder, "progress.json"), typeof save === "string" ? save : JSON.stringify(save));
  return folder;
}

const saved = (folder: string) => JSON.parse(readFileSync(join(folder, "progress.json"), "utf8")) as Save;
const exportTo = (folder: string, ...file: string[]) => play("save", "export", ...file, "--saves", folder);
const importFrom = (folder: string, file: string, ...more: string[]) =>
  play("save", "import", file, "--saves", folder, ...more);

describe("play save export", () => {
  test("prints the whole save, and into a file says what that has and how it goes on", async () => {
    const folder = folderOf(fullSave());
    const printed = await exportTo(folder);
    expect(printed).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(printed.out)).toEqual(fullSave());
    expect((await exportTo(folder, "-")).out).toBe(printed.out);
    const file = join(newFolder(), "moved.json");
    const told = await exportTo(folder, file);
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toContain(
      "1 level passed with 2 stars, 1 card, 1 ladder, 2 interviews, 1 system, 2 shifts on call, 1 puzzle, 1 level of the day.",
    );
    expect(readFileSync(file, "utf8")).toBe(printed.out);
  });

  test("works while a game has the saves open, and touches nothing there", async () => {
    const folder = newFolder();
    const game = await openSaves({ directory: folder, env: {}, packageRoot: folder });
    game.update(() => fullSave());
    const before = readFileSync(join(folder, "progress.json"), "utf8");
    writeFileSync(join(folder, "progress.lock"), "held by a game that saves just now");
    expect((await exportTo(folder)).code).toBe(0);
    expect(readFileSync(join(folder, "progress.json"), "utf8")).toBe(before);
  });

  test("never writes over a file, and without progress writes none", async () => {
    const file = join(newFolder(), "there.txt");
    writeFileSync(file, "mine");
    const refused = await exportTo(folderOf(fullSave()), file);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toMatch(/is there already: give another name\n$/);
    expect(readFileSync(file, "utf8")).toBe("mine");
    const nothing = await exportTo(newFolder(), join(newFolder(), "new.json"));
    expect(nothing).toMatchObject({ code: 2, out: "" });
    expect(nothing.err).toMatch(/^play: nothing is saved in .*--saves DIR\n$/);
  });

  test("of a damaged save takes what can be read, and says so", async () => {
    const folder = folderOf(JSON.stringify({ ...emptySave(), settings: { theme: "pink", ascii: true } }));
    const { code, out, err } = await exportTo(folder);
    expect(code).toBe(0);
    expect(JSON.parse(out).settings).toEqual({ ascii: true });
    expect(err).toMatch(/^play: not all that is saved can be read \(settings\.theme: .*\n$/);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });

  onlyWhen(canMount(), "needs to mount a disk")(
    "on a full disk leaves no half a file and ends with 4",
    async () => {
      const file = join(smallDisk("64k"), "moved.json");
      const designs = Array.from({ length: 2_000 }, (_, n) => ({
        name: `${n}`,
        notation: "dns · box 1 ".repeat(9),
        madeMs: n,
        atMs: n,
      }));
      const folder = folderOf({ ...emptySave(), levels: { a: { ...emptyLevel(), designs } } });
      const { code, err } = await exportTo(folder, file);
      expect({ code, err }).toEqual({
        code: 4,
        err: "play: the output could not be written: the disk is full\n",
      });
      expect(existsSync(file)).toBe(false);
    },
  );
});

describe("play save import", () => {
  const moved = async (save: Save) => {
    const file = join(newFolder(), "moved.json");
    await exportTo(folderOf(save), file);
    return file;
  };

  test("brings all of it to a machine that has nothing, and nothing more the second time", async () => {
    const folder = newFolder();
    const file = await moved(fullSave());
    const first = await importFrom(folder, file);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toBe(
      "New or better from there: 2 levels, 1 card, 1 ladder, 2 interviews, 1 system, 2 shifts on call, 1 puzzle, 1 level of the day, 3 settings. Nothing that was here is lost.\n",
    );
    expect(saved(folder)).toMatchObject(fullSave());
    const before = readFileSync(join(folder, "progress.json"), "utf8");
    expect((await importFrom(folder, file)).out).toBe(
      "Nothing is new in it: what is saved here has all of that.\n",
    );
    expect(readFileSync(join(folder, "progress.json"), "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });

  test("brings back nothing that was removed since, and takes along that it was removed", async () => {
    const folder = newFolder();
    const cliSystem = (...words: string[]) => play("system", ...words, "--saves", folder);
    const example = join(newFolder(), "photos.json");
    await play("system", "new", example);
    await cliSystem("import", example);
    const before = join(newFolder(), "before.json");
    await exportTo(folder, before);
    const names = (of: string) => saved(of).systems.map(({ name }) => name);
    expect(names(folder)).toEqual(["photos"]);
    const game = await openSaves({ directory: folder, env: {}, packageRoot: folder });
    const other = await moved(saved(folder));
    const elsewhere = newFolder();
    await importFrom(elsewhere, other);
    game.update((save) => withChange(save, { type: "systemDropped", name: "photos", atMs: Date.now() }));
    expect((await importFrom(folder, before)).out).toMatch(/^Nothing is new in it/);
    expect(names(folder)).toEqual([]);
    const after = join(newFolder(), "after.json");
    await exportTo(folder, after);
    expect((await importFrom(elsewhere, after)).out).toBe(
      "1 design or system that you removed there is gone here too.\n",
    );
    expect(names(elsewhere)).toEqual([]);
  });

  test("is heard by a game that is open", async () => {
    const folder = newFolder();
    const game = await openSaves({ directory: folder, env: {}, packageRoot: folder });
    game.update((save) => ({ ...save, settings: { theme: "dark" } }));
    const found = JSON.parse((await importFrom(folder, await moved(fullSave()), "--json")).out);
    expect(found).toMatchObject({ levels: 2, cards: 1, ladders: 1, settings: 2 });
    expect(game.read().settings).toEqual({ theme: "dark", reducedMotion: true, ascii: false });
    expect(game.read().levels["06-cache"]?.stars).toBe(2);
  });

  test("takes a save of an older version as the game would", async () => {
    const folder = newFolder();
    const file = join(newFolder(), "old.json");
    writeFileSync(file, JSON.stringify({ version: 1, levels: { a: { passed: true, stars: 3 } } }));
    expect((await importFrom(folder, file)).code).toBe(0);
    expect(saved(folder).levels.a).toMatchObject({ passed: true, stars: 3 });
  });

  test.each([
    ["of something else", "# my notes", /is no sound save, and nothing was imported \(not complete JSON/],
    ["of other JSON", '{"name":"x"}', /\(version: missing or not a version; name: unknown\)/],
    ["with nothing in it", "", /\(the file is empty\)/],
    ["cut off", JSON.stringify(fullSave()).slice(0, -40), /not complete JSON/],
    ["with a broken field", JSON.stringify({ ...emptySave(), cards: 7 }), /cards: not an object/],
    ["of a list", "[]", /the file: not an object/],
    ["of a megabyte of nothing", " ".repeat(1_000_000), /the file is empty/],
    ["of five megabytes and more", `"${"x".repeat(5_000_000)}"`, /is too large: at most 5000000 bytes/],
    [
      "of a newer game",
      JSON.stringify({ ...emptySave(), version: SAVE_VERSION + 1 }),
      new RegExp(`newer game \\(its saves have version ${SAVE_VERSION + 1}, these ${SAVE_VERSION}\\)`),
    ],
    ["that is no text", "\u0000\u0001\u0002", /no sound save/],
  ])("refuses a file %s in one line and touches nothing", async (_, text, line) => {
    const file = join(newFolder(), "file");
    writeFileSync(file, text);
    const folder = folderOf(fullSave());
    const before = readFileSync(join(folder, "progress.json"), "utf8");
    const { code, out, err } = await importFrom(folder, file);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(readFileSync(join(folder, "progress.json"), "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
    const empty = newFolder();
    await importFrom(empty, file);
    expect(readdirSync(empty)).toEqual([]);
  });

  test.each([
    [["save"], /^play: save needs export\|import: play save export/],
    [["save", "import"], /^play: save import needs FILE/],
    [["save", "move"], /^play: save does not know "move": play save export/],
    [["save", "import", "nowhere.json"], /^play: nowhere\.json cannot be read/],
    [["save", "import", "."], /^play: \. cannot be read \(EISDIR\)/],
    [["save", "export", "a", "b"], /^play: save does not know "b"/],
  ])("%j is refused in one line", async (words, line) => {
    const { code, out, err } = await play(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
