/** The title is there before the game, and nothing that is done meanwhile is lost. */
import { expect, test } from "vitest";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { playOn } from "../../src/ui/game.ts";
import type { KeyEvent } from "../../src/ui/keys/events.ts";
import { openOn } from "../../src/ui/opening.ts";
import { mapRowsOf } from "../../src/ui/reduce.ts";
import { inMemory } from "../../src/ui/saving.ts";
import { lessons, words } from "../helpers/english.ts";
import { eventsOf, PlainHost } from "../helpers/plain-host.ts";

const trouble = { code: "unwritable", place: "/saves", errno: "ENOSPC" } as const;
const played: Save = {
  ...emptySave(),
  levels: { "01-single-server": { ...emptyLevel(), passed: true, stars: 2 } },
};
const rows = mapRowsOf(lessons);

/** A host on which the title stands, and the way to let the game come. */
function opened(host = new PlainHost(), save = emptySave()) {
  const begun: (readonly KeyEvent[])[] = [];
  let bring = (): void => {};
  const fetched = new Promise<void>((resolve) => {
    bring = resolve;
  });
  const store = inMemory(save);
  const stop = openOn(host, {
    words,
    title: { save, mapRows: rows, notices: [] },
    fetchGame: async () => {
      await fetched;
      return (host, keys) => {
        begun.push(keys);
        return playOn(host, { store, words, lessons, keys });
      };
    },
  });
  const come = async () => {
    bring();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    host.turn();
  };
  return { host, begun, come, stop };
}

test.each([
  ["a new player", emptySave()],
  ["one who has played", played],
])("the game draws the title of %s as it stands already", async (_who, save) => {
  const { host, come } = opened(new PlainHost(), save);
  expect(host.drawn).toHaveLength(1);
  await come();
  expect(host.drawn.length).toBeGreaterThan(1);
  const [title, shown] = [host.drawn[0]!, host.drawn.at(-1)!];
  expect({ ...shown, asks: shown.asks?.() }).toEqual({ ...title, asks: title.asks?.() });
});

test("what cannot be saved stands on the title from the first", () => {
  const host = new PlainHost();
  const title = { save: emptySave(), mapRows: rows, notices: [], unsaved: trouble };
  openOn(host, { words, title, fetchGame: () => new Promise(() => {}) });
  expect(host.drawn[0]?.lines.join("\n")).toContain("/saves");
});

test("keys pressed before the game is there reach it in their order, each once", async () => {
  const { host, begun, come } = opened();
  const pressed = ["enter", "q"].flatMap(eventsOf);
  host.hear(...pressed);
  expect(host.exitCode).toBeUndefined();
  await come();
  expect(begun).toEqual([pressed]);
  expect(host.exitCode).toBe(0);
});

test("a key pressed before the game is there shows what it leads to", async () => {
  const { host, come } = opened();
  host.hear(...eventsOf("enter"));
  await come();
  expect(host.lines().join("\n")).toContain(`of ${lessons.length} levels`);
});

test("a player who left before the game was there is not played to", async () => {
  const { host, begun, come, stop } = opened();
  stop();
  await come();
  expect(begun).toEqual([]);
  expect(host.drawn).toHaveLength(1);
});

test("a title that has no room waits for the game", async () => {
  const { host, come } = opened(new PlainHost({ columns: 79, rows: 24 }));
  expect(host.drawn).toEqual([]);
  await come();
  expect(host.drawn.length).toBeGreaterThan(0);
});

test("a title that is told says what the game says when it is there", async () => {
  const told = { ...played, settings: {} };
  const { host, come } = opened(new PlainHost({ columns: 80, rows: 24 }, { spoken: true }), told);
  expect(host.drawn).toHaveLength(1);
  await come();
  expect(host.drawn.length).toBeGreaterThan(1);
  expect(host.drawn.at(-1)!.lines).toEqual(host.drawn[0]!.lines);
});
