import { describe, expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import { emptyLevel } from "../../src/saves/index.ts";
import type { Progress } from "../../src/ui/saving.ts";
import { inMemory } from "../../src/ui/saving.ts";
import { type Game, startGame } from "../helpers/game.ts";

const toBoard = ["enter", "enter", "enter"] as const;
const winningDesign = ["right", "down", "right", "right"] as const;

/** Level 1's best design, on its way. */
async function running(): Promise<Game> {
  const game = startGame();
  game.press(...toBoard, ...winningDesign, "enter");
  expect(game.frame()).toContain("BEFORE YOU RUN");
  game.press(..."1.3", "enter");
  await game.see("t=20 of 600 s");
  return game;
}

describe("a level over a plain host", () => {
  test("level 1 is played from the title to its debrief, and what came of it is saved", async () => {
    const game = await running();
    game.press("6");
    await game.see("t=600 of 600 s");
    game.press("enter");
    await game.see("Any key leads to the debrief");
    game.press("x");
    await game.see("PASSED  ★★☆");
    await game.see(/^ 1 {2}.*[+−]\$/m); // what one change would have done
    const [level] = Object.values(game.saved().levels);
    expect(level).toMatchObject({ passed: true, stars: 2, attempts: 1, debriefRead: true });
    game.press("q");
    expect(game.host.exitCode).toBe(0);
  });

  test("told instead of drawn, the same keys lead to the same place", async () => {
    const game = startGame({ look: { spoken: true, still: true } });
    game.press(...toBoard, ...winningDesign, "enter");
    game.press(..."1.3", "enter");
    await game.see(/debrief/);
    game.press("end", "enter");
    await game.see("It holds: every promise kept");
    game.press("enter");
    await game.see(/passed/i);
    expect(game.lines().at(-1)).toMatch(/^Keys\. /);
  });
});

describe("the clock", () => {
  test.each([0, 30])(
    "a second is twenty beats, ten seconds of a run, where drawing takes %i ms",
    async (ms) => {
      const game = await running();
      const seconds = () => Number(/t=(\d+)/.exec(game.frame())?.[1]);
      const before = seconds();
      game.host.drawingMs = ms;
      const untilMs = game.host.now() + 2_000;
      while (game.host.now() < untilMs)
        game.host.turn(Math.min(game.host.sleepsMs() ?? 50, untilMs - game.host.now()));
      expect(Math.abs(seconds() - before - 20)).toBeLessThanOrEqual(1);
    },
  );

  test("nothing is waited for where nothing moves: title, map, briefing, board, help, question, paused run", async () => {
    const sleeps = ({ host, frame }: Game) => {
      host.turn();
      host.turn();
      expect(host.sleepsMs(), frame()).toBeUndefined();
    };
    const game = startGame();
    sleeps(game);
    for (const key of [...toBoard, "?", "escape", ...winningDesign, "enter"]) {
      game.press(key);
      sleeps(game);
    }
    const run = await running();
    expect(run.host.sleepsMs()).toBeDefined();
    run.press("space");
    sleeps(run);
  });
});

describe("keys", () => {
  test("many at once act one after the other and are drawn once", () => {
    const game = startGame();
    game.press(...toBoard);
    const frames = game.host.drawn.length;
    game.burst(...winningDesign, "left", "right");
    expect(game.host.drawn.length).toBe(frames + 1);
    const slow = startGame();
    slow.press(...toBoard, ...winningDesign, "left", "right");
    expect(game.frame()).toBe(slow.frame());
    expect(game.saved()).toEqual(slow.saved());
  });

  test("what is pasted is text in a field, on one line, and nothing elsewhere", () => {
    const game = startGame();
    game.press(...toBoard);
    const board = game.frame();
    game.burst({ paste: "qqq" });
    expect(game.frame()).toBe(board);
    game.press("d", "n");
    game.burst({ paste: "my\n\u0007design" });
    expect(game.frame()).toContain("my design");
  });
});

describe("room", () => {
  test("the game follows the size", () => {
    const game = startGame();
    game.host.resize(120, 40);
    game.host.turn();
    expect(game.lines()).toHaveLength(40);
    expect(Math.max(...game.lines().map(width))).toBeGreaterThan(80);
  });

  test.each([
    [79, 24],
    [80, 23],
    [30, 6],
  ])(
    "in %i×%i stands one sentence that fits; the game behind it keeps its state and hears no key but q",
    (columns, rows) => {
      const game = startGame();
      game.press(...toBoard);
      const board = game.frame();
      game.host.resize(columns, rows);
      game.host.turn();
      expect(game.frame().replace(/\s+/g, " ").trim()).toBe(
        `This game needs 80×24; your terminal is ${columns}×${rows}. Make it larger, or press q to quit.`,
      );
      expect(game.lines()).toHaveLength(rows);
      for (const line of game.lines()) expect(width(line)).toBeLessThanOrEqual(columns);
      game.press("enter", "right", "escape");
      game.host.resize(80, 24);
      game.host.turn();
      expect(game.frame()).toBe(board);
      expect(game.host.exitCode).toBeUndefined();
      game.host.resize(columns, rows);
      game.press("q");
      expect(game.host.exitCode).toBe(0);
    },
  );
});

describe("saving", () => {
  test("what changed is saved when the game is stopped, before it was drawn", () => {
    const game = startGame();
    game.press(...toBoard);
    game.host.hear({ key: "right" });
    expect(Object.values(game.saved().levels)[0]?.lastDesign).toBe("empty");
    game.stop();
    expect(Object.values(game.saved().levels)[0]?.lastDesign).toContain("dns");
    expect(game.host.sleepsMs()).toBeUndefined();
  });

  test("while the disk refuses every screen says so, and it is tried every two seconds until all is saved", () => {
    const disk = { isFull: true, tries: 0 };
    const memory = inMemory();
    const kept = () => {
      disk.tries++;
      return memory.read();
    };
    const store: Progress = {
      ...memory,
      get trouble() {
        return disk.isFull ? ({ code: "unwritable", place: "/saves", errno: "ENOSPC" } as const) : undefined;
      },
      retry: kept,
    };
    const game = startGame({ store });
    game.press(...toBoard, "right");
    expect(game.frame()).toContain("NOT SAVED: the disk is full");
    game.host.turn(1_999);
    expect(disk.tries).toBe(0);
    game.host.turn(1);
    expect(disk.tries).toBe(1);
    disk.isFull = false;
    game.host.turn(2_000);
    game.host.turn();
    expect(game.frame()).toContain("All is saved again");
    expect(game.host.sleepsMs()).toBeUndefined();
  });

  test("what another window has saved is there with the next key, once a second has passed", () => {
    const store = inMemory();
    const game = startGame({ store });
    game.press("enter");
    const passed = { ...emptyLevel(), passed: true, stars: 3 as const };
    store.update((save) => ({ ...save, levels: { "01-single-server": passed } }));
    game.host.turn(999);
    game.press("up");
    expect(game.frame()).toContain("0 of 14 levels");
    game.host.turn(1);
    game.press("up");
    expect(game.frame()).toContain("1 of 14 levels");
  });
});
