/** Disks that are full or fail, files that cannot be replaced, homes that are missing: nothing is lost in any of them. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fromHome } from "../../src/process/home.ts";
import { emptySave, openPatiently } from "../../src/saves/index.ts";
import { ownFolder, savesPlace } from "../../src/saves/place.ts";
import { words } from "../helpers/english.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { canMount, smallDisk } from "../helpers/small-disk.ts";
import { fullSave, keptAside, newFolder, open, told } from "./helpers.ts";

const withSmallDisk = onlyWhen(canMount(), "needs root on Linux, to mount a small disk");

const patiently = (directory: string) => openPatiently({ directory, env: {}, packageRoot: directory });

/** Fills a disk to the last byte; gives the way to free it. */
function fillUp(folder: string): () => void {
  const ballast = join(folder, "ballast");
  spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=4k"]);
  return () => rmSync(ballast);
}

describe("a disk that is full", () => {
  withSmallDisk(
    "is tried again until there is room, and everything done meanwhile is saved then",
    async () => {
      const folder = smallDisk("64k");
      const store = await patiently(folder);
      store.update((save) => ({ ...save, settings: { ascii: true } }));
      const free = fillUp(folder);
      store.update(() => fullSave());
      expect(store.trouble).toMatchObject({ code: "unwritable", errno: "ENOSPC" });
      expect(store.trouble && words.saves.trouble(store.trouble)).toMatch(
        /^Progress cannot be saved in .*: the disk is full\. .*--saves DIR/,
      );
      expect(store.read()).toEqual(fullSave());
      store.update((save) => ({ ...save, cards: {} }));
      free();
      store.retry();
      expect(store.trouble).toBeUndefined();
      expect((await open(folder)).read()).toEqual({ ...fullSave(), cards: {} });
    },
  );

  withSmallDisk("leaves the old file whole, and neither a lock nor a stump", async () => {
    const folder = smallDisk("64k");
    (await open(folder)).update(() => fullSave());
    fillUp(folder);
    const store = await patiently(folder);
    store.update((save) => ({ ...save, settings: {} }));
    expect(readdirSync(folder).sort()).toEqual(["ballast", "progress.json"]);
    expect(JSON.parse(readFileSync(join(folder, "progress.json"), "utf8"))).toMatchObject(fullSave());
  });

  withSmallDisk("at the start of the game is no other: it is tried again too", async () => {
    const folder = smallDisk("64k");
    const free = fillUp(folder);
    const store = await patiently(folder);
    expect(store.trouble).toBeDefined();
    store.update(() => fullSave());
    free();
    store.retry();
    expect(store.trouble).toBeUndefined();
    expect((await open(folder)).read()).toEqual(fullSave());
  });

  withSmallDisk("at the end is told, with the place where the progress was put instead", async () => {
    const folder = smallDisk("64k");
    fillUp(folder);
    const store = await patiently(folder);
    store.update(() => fullSave());
    const farewell = await store.close();
    const said = farewell ? words.saves.farewell(farewell) : "";
    const other = /written to (.*progress\.json) instead: copy it to/.exec(said)?.[1] ?? "";
    onTestFinished(() => rmSync(join(other, ".."), { recursive: true, force: true }));
    expect(JSON.parse(readFileSync(other, "utf8"))).toMatchObject(fullSave());
  });
});

test("nothing is told at the end when all is saved", async () => {
  const store = await patiently(newFolder());
  store.update(() => fullSave());
  expect(await store.close()).toBeUndefined();
});

describe("locks that nobody holds", () => {
  test("left empty by a full disk, both of them, cost less than a second or two", async () => {
    const folder = newFolder();
    for (const name of ["progress.lock", "progress.lock.break"]) writeFileSync(join(folder, name), "");
    const started = performance.now();
    (await open(folder)).update(() => fullSave());
    expect(performance.now() - started).toBeLessThan(3_000); // 8 to 10 s before
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });

  test("that are folders are told at once", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "progress.lock"));
    const started = performance.now();
    const store = await patiently(folder);
    expect(store.trouble).toMatchObject({ errno: "EISDIR" });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe("a file that cannot be replaced", () => {
  withSmallDisk("because it is a mount of its own is written into", async () => {
    const [folder, outside] = [newFolder(), newFolder()];
    (await open(outside)).update(() => ({ ...emptySave(), settings: { ascii: true } }));
    const path = join(folder, "progress.json");
    writeFileSync(path, "");
    expect(spawnSync("mount", ["--bind", join(outside, "progress.json"), path]).status).toBe(0);
    onTestFinished(() => void spawnSync("umount", [path]));
    const store = await patiently(folder);
    store.update(() => fullSave());
    expect(store.trouble).toBeUndefined();
    store.update((save) => ({ ...save, cards: {} })); // shorter than before
    expect(JSON.parse(readFileSync(join(outside, "progress.json"), "utf8"))).toEqual({
      ...fullSave(),
      cards: {},
    });
    expect(readdirSync(folder)).toEqual(["progress.json"]);
  });
});

describe("a checkout", () => {
  /** A package as git leaves it, and a home for its player. */
  function checkout() {
    const root = newFolder();
    const home = newFolder();
    mkdirSync(join(root, "src"));
    const options = { env: { HOME: home, USERPROFILE: home }, packageRoot: root };
    return { root, home, options };
  }

  test("that was cleaned has its progress back, and says so", async () => {
    const { root, options } = checkout();
    (await openPatiently(options)).update(() => fullSave());
    rmSync(join(root, "saves"), { recursive: true });
    const store = await openPatiently(options);
    expect(store.read()).toEqual(fullSave());
    expect(told(store)).toEqual([expect.stringMatching(/brought back from its copy/)]);
    expect((await openPatiently(options)).notices).toEqual([]);
  });

  withSmallDisk("that may not be written leads to the player's own place, and says so", async () => {
    const { root, home, options } = checkout();
    const disk = smallDisk("64k");
    expect(spawnSync("mount", ["-o", "remount,ro", disk]).status).toBe(0);
    symlinkSync(disk, join(root, "saves"));
    const store = await openPatiently(options);
    store.update(() => fullSave());
    expect(store.trouble).toBeUndefined();
    expect(store.path.startsWith(home)).toBe(true);
    expect(told(store).join()).toMatch(/may not be written .*your progress is kept in/);
    expect(existsSync(store.path)).toBe(true);
  });
});

describe("starting over", () => {
  test("keeps the progress until then in a file of its own, and the settings", async () => {
    const folder = newFolder();
    const store = await patiently(folder);
    store.update(() => fullSave());
    store.update((save) => ({ ...emptySave(), settings: save.settings }), { keepAs: "before" });
    expect(store.read()).toEqual({ ...emptySave(), settings: fullSave().settings });
    const [name = ""] = readdirSync(folder).filter((each) => each.startsWith("progress.before-"));
    expect(JSON.parse(readFileSync(join(folder, name), "utf8"))).toEqual(fullSave());
    expect(told(store)).toEqual([expect.stringContaining(name)]);
    renameSync(join(folder, name), join(folder, "progress.json"));
    expect((await open(folder)).read()).toEqual(fullSave());
    expect(keptAside(folder)).toEqual([]);
  });
});

describe("homes", () => {
  const folder = newFolder;
  test("that are relative, empty or missing in the environment count as none", () => {
    for (const XDG_CONFIG_HOME of ["", "relative/config", "."])
      expect(ownFolder({ HOME: "/player", USERPROFILE: "/player", XDG_CONFIG_HOME }, "linux")).toBe(
        join("/player", ".config", "zero-to-millions-nodejs"),
      );
    expect(ownFolder({ HOME: "/player", XDG_CONFIG_HOME: "/xdg" }, "linux")).toBe(
      join("/xdg", "zero-to-millions-nodejs"),
    );
    for (const HOME of ["", ".", undefined])
      expect(savesPlace({ env: { HOME, USERPROFILE: HOME }, packageRoot: folder() }).directory).toMatch(
        /^(\/|[A-Z]:)/,
      );
  });

  test("are found on Windows and macOS as those write their paths", () => {
    const player = String.raw`D:\Players\Ada L`;
    const windows = { USERPROFILE: player, HOME: "/d/Players/Ada L" };
    const own = String.raw`D:\Players\Ada L\AppData\Roaming\zero-to-millions-nodejs\Config`;
    expect(ownFolder(windows, "win32")).toBe(own);
    expect(ownFolder({ ...windows, APPDATA: String.raw`E:\Roaming` }, "win32")).toBe(
      String.raw`E:\Roaming\zero-to-millions-nodejs\Config`,
    );
    expect(ownFolder({ ...windows, APPDATA: String.raw`\\server\ada` }, "win32")).toBe(
      String.raw`\\server\ada\zero-to-millions-nodejs\Config`,
    );
    for (const APPDATA of ["", "Roaming", "C:Roaming"])
      expect(ownFolder({ ...windows, APPDATA }, "win32")).toBe(own);
    // What the shells of Linux say of folders counts there alone.
    expect(ownFolder({ ...windows, XDG_CONFIG_HOME: "/xdg" }, "win32")).toBe(own);
    expect(ownFolder({ HOME: "/Players/ada", XDG_CONFIG_HOME: "/xdg" }, "darwin")).toBe(
      "/Players/ada/Library/Preferences/zero-to-millions-nodejs",
    );
    expect(fromHome(String.raw`~\saves`, windows, "win32")).toBe(String.raw`D:\Players\Ada L\saves`);
    expect(fromHome("~/saves", windows, "win32")).toBe(String.raw`D:\Players\Ada L\saves`);
  });

  test("are meant by ~, also where no shell has seen it", () => {
    const env = { HOME: "/player", USERPROFILE: "/player" };
    expect(fromHome("~/saves", env)).toBe(join("/player", "saves"));
    expect(fromHome("~", env)).toBe(join("/player", "."));
    expect(fromHome("~other/saves", env)).toBe("~other/saves");
    expect(fromHome("a/~/b", env)).toBe("a/~/b");
    expect(savesPlace({ env: { ...env, ZTM_SAVES: "~/z" }, packageRoot: "/" }).directory).toBe(
      join("/player", "z"),
    );
  });
});
