import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, openPatiently, openSaves, SavesError } from "../../src/saves/index.ts";
import { type PlaceOptions, savesPlace } from "../../src/saves/place.ts";
import { bundled } from "../helpers/bundle.ts";
import { words } from "../helpers/english.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { fullSave, newFolder, open, putProgress } from "./helpers.ts";

const child = bundled("test/saves/add-attempts.ts");

function runChild(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [child, ...args], { stdio: "inherit" });
    started.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
  });
}

/** Root may write everywhere; whoever runs the tests as root is somebody else meanwhile. */
async function asOrdinaryUser(act: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe("saving", () => {
  test("a newcomer finds an empty save, and looking at it writes nothing", async () => {
    const folder = newFolder();
    const store = await open(folder);
    expect(store.read()).toEqual(emptySave());
    expect(store.notices).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("everything that is saved comes back in the next game", async () => {
    const folder = newFolder();
    const store = await open(folder);
    expect(store.update(() => fullSave())).toEqual(fullSave());
    const next = await open(folder);
    expect(next.read()).toEqual(fullSave());
    expect(next.notices).toEqual([]);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });

  test("a game sees what another game saved meanwhile", async () => {
    const folder = newFolder();
    const [one, other] = [await open(folder), await open(folder)];
    one.update((save) => ({ ...save, settings: { ascii: true } }));
    other.update((save) => ({ ...save, cards: { a: { reps: 1 } } }));
    expect(one.read()).toEqual({ ...emptySave(), settings: { ascii: true }, cards: { a: { reps: 1 } } });
  });

  test("dates of cards become text, and control characters leave pasted names", async () => {
    const store = await open(newFolder());
    const designs = [{ name: "\u001b[31mred\u0007", notation: "start", madeMs: 1, atMs: 1 }];
    const saved = store.update((save) => ({
      ...save,
      levels: { x: { ...emptyLevel(), designs } },
      cards: { c: { due: new Date(0) } },
    }));
    expect(saved.levels.x?.designs).toEqual([{ ...designs[0], name: "[31mred" }]);
    expect(saved.cards.c).toEqual({ due: "1970-01-01T00:00:00.000Z" });
    expect(store.read()).toEqual(saved);
  });

  test("a change that makes no save is a bug that is named, and nothing is written", async () => {
    const store = await open(newFolder());
    const wrong = { ...emptyLevel(), attempts: -1 };
    expect(() => store.update((save) => ({ ...save, levels: { x: wrong } }))).toThrow(/levels\.x\.attempts/);
    expect(store.read()).toEqual(emptySave());
  });

  test("progress that would grow beyond the limit is refused with one line", async () => {
    const folder = newFolder();
    const store = await open(folder);
    const designs = Array.from({ length: 600 }, (_, n) => ({
      name: "x".repeat(10_000),
      notation: "start",
      madeMs: n,
      atMs: n,
    }));
    const grow = () => store.update((save) => ({ ...save, levels: { x: { ...emptyLevel(), designs } } }));
    expect(grow).toThrow(SavesError);
    expect(grow).toThrow(/"limitMb":5\b/);
    expect(existsSync(join(folder, "progress.json"))).toBe(false);
  });
});

describe("two games at once", () => {
  test("two processes that save 100 times each lose nothing", async () => {
    const folder = newFolder();
    await Promise.all([runChild(folder, "a", "100"), runChild(folder, "b", "100")]);
    const { levels } = (await open(folder)).read();
    const attempts = Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, level.attempts]));
    expect(attempts).toEqual({ shared: 200, a: 100, b: 100 });
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });

  test("the lock of a game that died is taken over at once", async () => {
    const folder = newFolder();
    const dead = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), id: "x" });
    writeFileSync(join(folder, "progress.lock"), dead);
    const startedAt = performance.now();
    const store = await open(folder);
    store.update(() => fullSave());
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(store.read()).toEqual(fullSave());
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });

  test("games that are killed at any moment leave a sound save and no litter", async () => {
    const folder = newFolder();
    for (const delayMs of [400, 450, 500]) {
      const games = ["a", "b"].map((own) =>
        spawn(process.execPath, [child, folder, own, "100000"], { stdio: "ignore" }),
      );
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await Promise.all(
        games.map((game) => {
          const gone = new Promise((resolve) => game.on("exit", resolve));
          game.kill("SIGKILL");
          return gone;
        }),
      );
      writeFileSync(join(folder, "progress.json.tmp-0123456789abcdef"), "{");
      const store = await open(folder);
      store.update((save) => ({ ...save, settings: { ascii: true } }));
      expect(store.notices).toEqual([]);
      const { shared, a, b } = store.read().levels;
      expect(shared?.attempts ?? 0).toBe((a?.attempts ?? 0) + (b?.attempts ?? 0));
      expect(readdirSync(folder)).toEqual(["progress.json"]);
    }
  });

  test("an old lock of another machine is taken over, and a fresh one after three seconds without a change", async () => {
    const folder = newFolder();
    const lock = join(folder, "progress.lock");
    writeFileSync(lock, JSON.stringify({ pid: 1, host: "elsewhere", id: "x" }));
    utimesSync(lock, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    (await open(folder)).update(() => fullSave());
    writeFileSync(lock, JSON.stringify({ pid: 1, host: "elsewhere", id: "y" }));
    const startedAt = performance.now();
    (await open(folder)).update((save) => ({ ...save, settings: {} }));
    expect(performance.now() - startedAt).toBeGreaterThan(2_500);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });
});

const savesDirectory = (options: PlaceOptions) => savesPlace(options).directory;

describe("where saves lie", () => {
  test("the flag wins over ZTM_SAVES, which wins over the checkout, which wins over the system", () => {
    const root = newFolder();
    const system = savesDirectory({ env: {}, packageRoot: root });
    expect(system).toMatch(/zero-to-millions/);
    expect(system.startsWith(root)).toBe(false);
    mkdirSync(join(root, "src"));
    expect(savesDirectory({ env: { ZTM_SAVES: "" }, packageRoot: root })).toBe(join(root, "saves"));
    const env = { ZTM_SAVES: join(root, "env") };
    expect(savesDirectory({ env, packageRoot: root })).toBe(env.ZTM_SAVES);
    expect(savesDirectory({ directory: join(root, "flag"), env, packageRoot: root })).toBe(
      join(root, "flag"),
    );
  });

  test("the system's place is the one conf would choose", async () => {
    const { default: Conf } = await import("conf");
    const conf = new Conf({ projectName: "zero-to-millions", configName: "progress" });
    expect(savesDirectory({ env: {}, packageRoot: newFolder() })).toBe(join(conf.path, ".."));
  });

  test("a folder that does not exist yet is made", async () => {
    const folder = join(newFolder(), "a", "b");
    (await open(folder)).update(() => fullSave());
    expect(existsSync(join(folder, "progress.json"))).toBe(true);
  });

  test("a folder that cannot be written is one clear line, and the game can go on without saving", async () => {
    const file = join(newFolder(), "a file\u001b[2J");
    writeFileSync(file, "");
    const opening = openSaves({ directory: join(file, "saves"), env: {}, packageRoot: file });
    const error = await opening.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof SavesError)) throw new Error("expected a SavesError");
    expect(error.trouble.code).toBe("unwritable");
    expect(words.saves.trouble(error.trouble)).toMatch(
      /^Progress cannot be saved in .*a file\[2J.*: .*--saves DIR or ZTM_SAVES\.$/,
    );
    const store = await openPatiently({ directory: join(file, "saves"), env: {}, packageRoot: file });
    expect(store.trouble).toEqual(error.trouble);
    store.update(() => fullSave());
    expect(store.read()).toEqual(fullSave());
  });

  onlyWhen(process.platform !== "win32", "needs a system with users and rights")(
    "a read-only folder still shows its progress, and what is done there is not lost",
    async () => {
      const folder = newFolder();
      (await open(folder)).update(() => fullSave());
      chmodSync(join(folder, "progress.json"), 0o444);
      chmodSync(folder, 0o555);
      await asOrdinaryUser(async () => {
        const store = await openPatiently({ directory: folder, env: {}, packageRoot: folder });
        expect(store.read()).toEqual(fullSave());
        expect(store.trouble).toMatchObject({ code: "unwritable", errno: "EACCES" });
        expect(store.update((save) => ({ ...save, cards: {} }))).toEqual({ ...fullSave(), cards: {} });
      });
      chmodSync(folder, 0o755);
    },
  );

  test.each([
    ["a folder", (path: string) => mkdirSync(path)],
    ["a link to nothing", (path: string) => symlinkSync(`${path}.none`, path)],
    ["a pipe", (path: string) => spawnSync("mkfifo", [path])],
  ])("%s in the place of the lock is told at once, and is not waited for", async (_what, make) => {
    if (process.platform === "win32") return;
    const folder = newFolder();
    make(join(folder, "progress.lock"));
    await expect(open(folder)).rejects.toThrow(/EISDIR/);
  });

  test("a folder in which the system makes none is told, not tried for ever", async () => {
    const folder = process.platform === "linux" ? "/proc/saves/mine" : join(newFolder(), "a\0b");
    await expect(open(folder)).rejects.toThrow();
  });

  test("a folder in the place of the file is named, not read", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "progress.json"));
    await expect(open(folder)).rejects.toThrow(/EISDIR/);
  });

  test("the file is readable by people", async () => {
    const folder = newFolder();
    (await open(folder)).update(() => fullSave());
    expect(readFileSync(join(folder, "progress.json"), "utf8")).toContain('\n\t"settings": {');
    putProgress(folder, `\ufeff${JSON.stringify(fullSave())}`);
    expect((await open(folder)).notices).toEqual([]);
  });
});
