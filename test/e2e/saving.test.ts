/** Saving in the built game when the disk, or another window, is in the way. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished } from "vitest";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, expectSaved, goToBoard, openGame, savesFolder } from "../helpers/play.ts";
import { canMount, smallDisk } from "../helpers/small-disk.ts";
import { canUsePty } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");
const onSmallDisk = onlyWhen(canUsePty() && canMount(), "needs a pseudo-terminal, and root on Linux");

onSmallDisk("a full disk is told on every screen until it is mended, and then all is saved", async () => {
  const saves = smallDisk("64k");
  const game = openGame({ saves });
  await goToBoard(game);
  await game.press("right");
  await game.see("bill $1 of $150");
  await expectSaved(saves, { lastDesign: "dns" });
  spawnSync("dd", ["if=/dev/zero", `of=${join(saves, "ballast")}`, "bs=4k"]);
  await game.press("down", "right", "right");
  await game.see("NOT SAVED: the disk is full");
  await game.press("escape");
  await game.see("levels");
  await game.see("NOT SAVED: the disk is full");
  rmSync(join(saves, "ballast"));
  await game.see("All is saved again");
  await game.gone("NOT SAVED");
  await expectSaved(saves, { lastDesign: "dns · box 2" });
  await game.press("q");
  expect(await game.exit()).toBe(0);
  expect(readdirSync(saves)).toEqual(["progress.json"]);
});

onSmallDisk("a disk that is full to the end is told after the game, with where the progress is", async () => {
  const saves = smallDisk("64k");
  spawnSync("dd", ["if=/dev/zero", `of=${join(saves, "ballast")}`, "bs=4k"]);
  const game = openGame({ saves, columns: 200 });
  await goToBoard(game);
  await game.press("right");
  await game.see("NOT SAVED: the disk is full");
  await game.press("q");
  await game.exit();
  const place = /written to (\S+progress\.json) instead/.exec(game.raw())?.[1] ?? "";
  onTestFinished(() => rmSync(join(place, ".."), { recursive: true, force: true }));
  expect(readFileSync(place, "utf8")).toContain('"lastDesign": "dns"');
});

story("a second window shows what the first has kept, and starting over asks first", async () => {
  const saves = savesFolder();
  const [one, other] = [openGame({ saves }), openGame({ saves })];
  await other.see("Z E R O");
  await goToBoard(one);
  await one.press("d");
  await one.see("the start of this level");
  await one.press("n");
  one.type("mine");
  await one.press("enter");
  await one.see('Kept as "mine".');
  await expectSaved(saves, { designs: [{ name: "mine" }] });
  // The briefing has been read in the other window: Enter leads on to the board.
  await other.press("enter");
  await other.see("GOALS");
  await other.press("enter");
  await other.see("SHOP");
  await other.press("d");
  await other.see("mine");
  await other.press("escape", "escape");
  await other.see("levels");
  await other.press("x");
  await other.see("Start over?");
  await other.press("escape", "x");
  await other.see("Start over?");
  await other.press("enter");
  await other.see("progress until now is kept");
  expect(readdirSync(saves).some((name) => name.startsWith("progress.before-"))).toBe(true);
});
