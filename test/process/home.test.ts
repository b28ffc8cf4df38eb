import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fromHome, NoFolder, wholePath } from "../../src/process/home.ts";

const home = resolve("a-home");
const env = { HOME: home, USERPROFILE: home };

describe("a path as a user writes it", () => {
  it("begins at home with a tilde, where no shell has seen it", () => {
    expect(fromHome("~", env)).toBe(home);
    expect(fromHome("~/saves", env)).toBe(join(home, "saves"));
    expect(fromHome("~other/saves", env)).toBe("~other/saves");
    expect(fromHome("a/~", env)).toBe("a/~");
  });

  it("begins in the folder one stands in", () => {
    expect(wholePath("saves", env)).toBe(resolve("saves"));
    expect(wholePath("~/saves", env)).toBe(join(home, "saves"));
  });

  it("leads nowhere from a folder that was deleted; whole paths still do", () => {
    const gone = { ...env, ZTM_NO_FOLDER: "1" };
    expect(() => wholePath("saves", gone)).toThrow(NoFolder);
    expect(() => wholePath("./saves", gone)).toThrow(NoFolder);
    expect(wholePath("~/saves", gone)).toBe(join(home, "saves"));
    expect(wholePath(home, gone)).toBe(home);
  });
});
