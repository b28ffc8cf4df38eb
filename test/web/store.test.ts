import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, type Save, saveText } from "../../src/saves/index.ts";
import { PatientStore } from "../../src/saves/patient.ts";
import { exported, imported } from "../../src/web/files.ts";
import { PageStore, storeName } from "../../src/web/store.ts";
import { unread as english } from "../../src/words/en/unread.ts";
import { words } from "../helpers/english.ts";

/** A browser's storage, in memory; it may be full, or forbidden. */
class FakeShelf {
  readonly texts = new Map<string, string>();
  refuses: "QuotaExceededError" | "SecurityError" | undefined;

  getItem(name: string): string | null {
    if (this.refuses === "SecurityError") throw new DOMException("no", this.refuses);
    return this.texts.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    if (this.refuses) throw new DOMException("no", this.refuses);
    this.texts.set(name, text);
  }
}

const now = () => new Date("2026-11-26T12:00:00Z");
const tabOn = (shelf: FakeShelf) => {
  const kept = new PageStore(() => shelf, now);
  return { kept, store: new PatientStore(kept) };
};
const passing =
  (id: string) =>
  (save: Save): Save => ({ ...save, levels: { ...save.levels, [id]: { ...emptyLevel(), passed: true } } });
const saved = (shelf: FakeShelf): Save => JSON.parse(shelf.texts.get(storeName)!);
const fileOf = (text: string, name = "mine.json") => {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, arrayBuffer: async () => bytes.buffer as ArrayBuffer };
};
const unread = async () => english;

describe("progress in a browser", () => {
  test("what was done is there again after a reload", () => {
    const shelf = new FakeShelf();
    tabOn(shelf).store.update(passing("01-single-server"));
    expect(tabOn(shelf).store.read().levels["01-single-server"]?.passed).toBe(true);
  });

  test("a save that was looked at is not read again before it has changed", () => {
    const shelf = new FakeShelf();
    const { store } = tabOn(shelf);
    store.update(passing("02-database"));
    expect(store.read()).toBe(store.read());
  });

  test("of two tabs that save, neither loses anything, whoever knew of whom", () => {
    const shelf = new FakeShelf();
    const [one, other] = [tabOn(shelf), tabOn(shelf)];
    one.store.update(passing("01-single-server"));
    const ofOne = shelf.texts.get(storeName)!;
    shelf.texts.delete(storeName); // the other tab has not heard of it yet
    other.store.update(passing("02-database"));
    const ofOther = shelf.texts.get(storeName)!;
    one.kept.takeIn(ofOther);
    expect(Object.keys(saved(shelf).levels).sort()).toEqual(["01-single-server", "02-database"]);
    // Both know all now: nothing is written any more.
    const both = shelf.texts.get(storeName)!;
    other.kept.takeIn(both);
    one.kept.takeIn(both);
    expect(shelf.texts.get(storeName)).toBe(both);
    expect(ofOne).not.toBe(both);
  });

  test.each([
    ["QuotaExceededError", "full"],
    ["SecurityError", "forbidden"],
  ] as const)(
    "a storage that refuses (%s) is told, play goes on, and all is saved once it can be",
    (refuses, code) => {
      const shelf = new FakeShelf();
      const { store } = tabOn(shelf);
      shelf.refuses = refuses;
      expect(store.update(passing("01-single-server")).levels["01-single-server"]?.passed).toBe(true);
      expect(store.trouble).toEqual({ code });
      expect(words.saves.trouble({ code })).toMatch(/file/);
      expect(store.read().levels["01-single-server"]?.passed).toBe(true);
      shelf.refuses = undefined;
      store.retry();
      expect(store.trouble).toBeUndefined();
      expect(saved(shelf).levels["01-single-server"]?.passed).toBe(true);
    },
  );

  test("a storage that the browser does not even hand out is one that is forbidden", () => {
    const kept = new PageStore(() => {
      throw new DOMException("no", "SecurityError");
    }, now);
    const store = new PatientStore(kept);
    store.update(passing("01-single-server"));
    expect(store.trouble).toEqual({ code: "forbidden" });
  });

  test("a damaged save is mended, kept under another name, and told", () => {
    const shelf = new FakeShelf();
    const broken = saveText(passing("01-single-server")(emptySave())).slice(0, -9);
    shelf.texts.set(storeName, broken);
    const { store } = tabOn(shelf);
    expect(store.read().levels["01-single-server"]?.passed).toBe(true);
    expect(store.notices).toMatchObject([{ code: "damaged", levels: 1 }]);
    expect([...shelf.texts.values()]).toContain(broken);
    expect(tabOn(shelf).store.notices).toEqual([]);
  });

  test("who starts over keeps what was", () => {
    const shelf = new FakeShelf();
    const { store } = tabOn(shelf);
    store.update(passing("01-single-server"));
    const before = shelf.texts.get(storeName)!;
    store.update(() => emptySave(), { keepAs: "before" });
    expect(saved(shelf).levels).toEqual({});
    expect([...shelf.texts.values()]).toContain(before);
    expect(store.notices).toMatchObject([{ code: "started-over" }]);
  });
});

describe("progress as a file", () => {
  test("what one page saves to a file another takes in, and again nothing is new", async () => {
    const [here, there] = [tabOn(new FakeShelf()), tabOn(new FakeShelf())];
    here.store.update(passing("01-single-server"));
    const file = fileOf(exported(here.store));
    expect(await imported(file, there.store, words, unread)).toMatch(/1 level/);
    expect(there.store.read().levels["01-single-server"]?.passed).toBe(true);
    expect(await imported(file, there.store, words, unread)).toMatch(/Nothing is new/);
  });

  test.each([
    ["no JSON at all", "<script>alert(1)</script>", /no sound save/],
    ["another program's JSON", '{"scripts":{}}', /no sound save/],
    ["a newer game's save", '{"version":99}', /newer|99/],
    ["nothing", "", /empty/],
  ])("%s is refused in the terminal's own words, and nothing changes", async (_, text, told) => {
    const { store } = tabOn(new FakeShelf());
    const before = store.read();
    expect(await imported(fileOf(text), store, words, unread)).toMatch(told);
    expect(store.read()).toBe(before);
  });

  test("a file that is too large is refused unread", async () => {
    const { store } = tabOn(new FakeShelf());
    const file = { name: "big.json", size: 5_000_001, arrayBuffer: () => Promise.reject(new Error("read")) };
    expect(await imported(file, store, words, unread)).toMatch(/larger than 5 MB/);
  });
});
