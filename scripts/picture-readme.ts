/**
 * The pictures of the README: real screens of the built game, from a real terminal's buffer.
 *
 *   npm run picture
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { levels } from "../src/levels/index.ts";
import { emptyLevel, emptySave } from "../src/saves/index.ts";
import { TestTerminal, wait } from "../test/helpers/terminal.ts";
import { darkPicture, screenToSvg } from "./screen-to-svg.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The level of the pictures: the cache, with all that came before it. */
const LEVEL = 6;

const saves = mkdtempSync(join(tmpdir(), "ztm-picture-"));
const before = levels.filter(({ number }) => number < LEVEL);
const passed = before.map((level, at) => {
  const stars = at % 3 === 1 ? 3 : 2;
  return [
    level.id,
    { ...emptyLevel(), passed: true, stars, bestCostPerMonth: Math.round(level.budget * 0.9) },
  ] as const;
});
writeFileSync(
  join(saves, "progress.json"),
  JSON.stringify({ ...emptySave(), levels: Object.fromEntries(passed) }),
);

const game = TestTerminal.open({
  command: ["node", join(ROOT, "dist/play.js"), "--saves", saves],
  columns: 110,
  rows: 32,
  cwd: ROOT,
});

function picture(name: string, title: string): void {
  mkdirSync(join(ROOT, "docs"), { recursive: true });
  const svg = screenToSvg(game.styledScreen(), darkPicture, title);
  writeFileSync(join(ROOT, "docs", `${name}.svg`), svg);
  console.log(`docs/${name}.svg`);
}

try {
  await game.see("Z E R O");
  await game.press("enter");
  await game.see("levels");
  await game.press("enter");
  await game.see("TRAFFIC");
  await game.press("enter");
  await game.see("SHOP");
  await game.press("right", "right"); // two cache nodes
  await game.see("Cache nodes    2");
  picture("board", "The board of level 6: the architecture, the shop, the bill");
  await game.press("enter");
  await game.see("BEFORE YOU RUN");
  await game.press("tab");
  await game.see("of 600 s");
  // What is looked at has to be computed first.
  await wait(5_000);
  await game.press("home");
  for (let step = 0; step < 21; step++) await game.press("right");
  await game.see("t=210 of 600 s");
  await wait(300);
  picture(
    "run",
    "The run of level 6: a zone is flooded, and the copies that are left cannot carry what the cache misses",
  );
} finally {
  game.close();
  rmSync(saves, { recursive: true, force: true });
}
