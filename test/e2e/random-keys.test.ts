/** A cat on the keyboard: whatever keys come, the game neither crashes nor harms the save. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { SAVE_VERSION } from "../../src/saves/shape.ts";
import { lessons } from "../helpers/english.ts";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, expectClean, openGame, savesFolder } from "../helpers/play.ts";
import { canUsePty, keyBytes, wait } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");

/** Enough to reach every screen again and again; quitting is left out so that it goes on. */
const keys = [
  ...[
    "enter",
    "enter",
    "enter",
    "right",
    "right",
    "down",
    "down",
    "up",
    "left",
    "escape",
    "space",
    "end",
    "home",
  ],
  ..."hjklurednbwstax?.1346+-0259",
];

function everythingPassed(): Save {
  const levels = lessons.map(({ level }) => [level.id, { ...emptyLevel(), passed: true, stars: 1 as const }]);
  return { ...emptySave(), levels: Object.fromEntries(levels) };
}

/** A small generator, so that a failure is a seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const seeds = process.env.SEED === undefined ? [1, 2] : [Number(process.env.SEED)];
const seconds = Number(process.env.RANDOM_KEYS_SEC ?? 8);

for (const seed of seeds)
  story(
    `random keys do no harm (SEED=${seed})`,
    async () => {
      const saves = savesFolder();
      // Every second player has passed everything, so that all rooms are open.
      if (seed % 2 === 0) writeFileSync(join(saves, "progress.json"), JSON.stringify(everythingPassed()));
      const game = openGame({ saves, columns: seed % 2 ? 80 : 120, rows: seed % 2 ? 24 : 40 });
      await game.see("Z E R O");
      const random = generator(seed);
      const end = Date.now() + seconds * 1_000;
      while (Date.now() < end) {
        const burst = Array.from(
          { length: 1 + Math.floor(random() * 6) },
          () => keys[Math.floor(random() * keys.length)]!,
        );
        for (const key of burst) game.type(keyBytes(key));
        if (random() < 0.02) game.resize(60 + Math.floor(random() * 80), 18 + Math.floor(random() * 30));
        await wait(random() < 0.1 ? 120 : 8);
      }
      game.resize(100, 30);
      // Out of any field, then leave.
      await game.press("escape", "escape", "escape");
      await wait(300);
      await game.press("q");
      expect(await game.exit()).toBe(0);
      expectClean(game);
      expect(readdirSync(saves).filter((name) => /damaged/.test(name))).toEqual([]);
      const path = join(saves, "progress.json");
      if (existsSync(path))
        expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: SAVE_VERSION });
    },
    (seconds + 60) * 1_000,
  );
