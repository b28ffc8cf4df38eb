import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const door = readFileSync(fileURLToPath(new URL("../../src/start.js", import.meta.url)), "utf8");

/** What the door says and sets under another Node; loading the game is left out. */
function opened(version: string): { said: string; exitCode: number | undefined; isLoaded: boolean } {
  const result = { said: "", exitCode: undefined as number | undefined, isLoaded: false };
  const stand = {
    versions: { node: version },
    argv: ["node", "play.js"],
    stderr: {
      write(text: string) {
        result.said += text;
      },
    },
    cwd: () => "/",
    on: () => {},
  };
  const load = () => {
    result.isLoaded = true;
    return Promise.resolve();
  };
  new Function("process", "load", door.replace("import(", "load("))(stand, load);
  return { ...result, exitCode: (stand as { exitCode?: number }).exitCode };
}

describe("the door", () => {
  it.each(["8.17.0", "16.20.2", "18.20.8", "19.9.0"])(
    "tells Node %s in one line which is needed, and loads nothing",
    (version) => {
      const { said, exitCode, isLoaded } = opened(version);
      expect(said).toMatch(/^play: the game needs Node 20\.19 or newer; this is Node [^\n]+\n$/);
      expect(said).toContain(version);
      expect({ exitCode, isLoaded }).toEqual({ exitCode: 2, isLoaded: false });
    },
  );

  it.each(["20.19.0", "22.1.0", "26.0.0"])("opens in silence for Node %s", (version) => {
    expect(opened(version)).toEqual({ said: "", exitCode: undefined, isLoaded: true });
  });

  it("opens with a note where a Node is a little older than the one it is made for", () => {
    const { said, isLoaded } = opened("20.18.3");
    expect(said).toBe("play: made for Node 20.19 and newer; this is Node 20.18.3\n");
    expect(isLoaded).toBe(true);
  });
});
