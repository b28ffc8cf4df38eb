import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const door = readFileSync(fileURLToPath(new URL("../../src/start.js", import.meta.url)), "utf8");

interface Opened {
  readonly said: string;
  readonly exitCode: number | undefined;
  readonly isLoaded: boolean;
  readonly env: Readonly<Record<string, string>>;
}

/** What the door says and sets under another Node, in a folder or none; loading the game is left out. */
function opened(version: string, cwd = (): string => "/"): Opened {
  const result = { said: "", exitCode: undefined as number | undefined, isLoaded: false };
  const stand = {
    versions: { node: version },
    argv: ["node", "play.js"],
    stderr: {
      write(text: string) {
        result.said += text;
      },
    },
    cwd,
    chdir: () => {},
    env: { ZTM_NO_FOLDER: "of another program" } as Record<string, string>,
    on: () => {},
  };
  const load = () => {
    result.isLoaded = true;
    return Promise.resolve();
  };
  new Function("process", "load", door.replace("import(", "load("))(stand, load);
  return { ...result, exitCode: (stand as { exitCode?: number }).exitCode, env: stand.env };
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
    expect(opened(version)).toEqual({ said: "", exitCode: undefined, isLoaded: true, env: {} });
  });

  it("remembers that the folder one stands in is gone", () => {
    const gone = () => {
      throw new Error("uv_cwd");
    };
    expect(opened("22.1.0", gone)).toMatchObject({ isLoaded: true, env: { ZTM_NO_FOLDER: "1" } });
  });

  it("opens with a note where a Node is a little older than the one it is made for", () => {
    const { said, isLoaded } = opened("20.18.3");
    expect(said).toBe("play: made for Node 20.19 and newer; this is Node 20.18.3\n");
    expect(isLoaded).toBe(true);
  });
});
