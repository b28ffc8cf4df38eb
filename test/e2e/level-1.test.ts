/** Stories of players at level 1, in a real terminal, by keys alone. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "vitest";
import { onlyWhen } from "../helpers/only-when.ts";
import {
  buildGame,
  expectClean,
  expectSaved,
  GAME,
  goToBoard,
  openGame,
  predictAndRun,
  runToDebrief,
  savesFolder,
} from "../helpers/play.ts";
import { canUsePty } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");

describe("a player", () => {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
  ] as const)
    story(
      `wins level 1 at ${columns}×${rows}, from the title to three saved stars, and finds them again`,
      async () => {
        const saves = savesFolder();
        const game = openGame({ saves, columns, rows });
        await goToBoard(game);
        await game.see("empty rack");
        await game.press("right", "down", "right", "right");
        await game.see("bill $71 of $150");
        await predictAndRun(game, "1.3");
        await game.see("✓ PASSED");
        await game.see("one small task for the third star");
        await game.press("t");
        await game.see("Put the four steps of a request");
        // The options stand as: name known, answer, name asked, request.
        await game.press("down", "down", "enter", "up", "up", "enter", "down", "enter", "enter");
        await game.see("★★★");
        await game.press("w");
        await game.see("QUESTION 1 OF 3");
        for (let question = 0; question < 3; question++) await game.press("enter", "2");
        await game.see("That was the last of the three.");
        await expectSaved(saves, {
          passed: true,
          stars: 3,
          bestCostPerMonth: 71,
          bestDesign: "dns · box 2",
          attempts: 1,
        });
        await game.press("q");
        expect(await game.exit()).toBe(0);
        expectClean(game);

        const again = openGame({ saves, columns, rows });
        await again.see("1 of 14 levels passed, 3 stars");
        await again.press("enter");
        await again.see("1 of 14 levels");
        await again.press("k", "k", "k");
        await again.see("$71 a month");
        await again.press("b");
        await again.see("YOUR CHEAPEST DESIGN THAT PASSED");
        await again.press("q");
        expect(await again.exit()).toBe(0);
      },
    );

  story("loses without a name, and reads that nobody finds the site", async () => {
    const saves = savesFolder();
    const game = openGame({ saves });
    await goToBoard(game);
    await game.press("down", "right", "right");
    await predictAndRun(game, "2");
    await game.see("✗ NOT YET");
    await game.see("nobody finds");
    await game.see(/✗ availability +0(?:\.0)? %/);
    await expectSaved(saves, { passed: false, stars: 0, attempts: 1 });
  });

  story("loses with the nano box, reads why, takes the change that would have passed, and wins", async () => {
    const saves = savesFolder();
    const game = openGame({ saves });
    await goToBoard(game);
    await game.press("right", "down", "right");
    await game.see("bill $16 of $150");
    await predictAndRun(game, "1");
    await game.see("✗ NOT YET");
    await game.see(/t=300 +the box/);
    await game.see("kept them");
    await game.press("down", "down", "down", "down", "down", "down");
    // The third star waits for its task: no change promises it.
    await game.see(/1 {2}The box 2 vCPU .*★★☆/);
    await game.press("1");
    await game.see("bill $71 of $150");
    await game.press("enter");
    await runToDebrief(game);
    await game.see("✓ PASSED");
    await expectSaved(saves, { passed: true, attempts: 2 });
  });

  story("cannot run what the budget does not allow, and is told by how much", async () => {
    const game = openGame({ saves: savesFolder() });
    await goToBoard(game);
    await game.press("right", "down", ..."======");
    await game.see("✗ bill $1,122 of $150");
    await game.press("enter");
    await game.see("$972 over the budget of $150: it cannot be run");
    await game.see("SHOP");
  });

  story("asks for the solution and passes with it for practice only", async () => {
    const saves = savesFolder();
    const game = openGame({ saves });
    await goToBoard(game);
    await game.press("right");
    await predictAndRun(game, "1");
    await game.see("✗ NOT YET");
    await game.press("a");
    await game.see("THE SOLUTION");
    await game.press("enter");
    await game.see("practice");
    await game.press("enter");
    await game.see("BEFORE YOU RUN");
    await game.press("tab");
    await runToDebrief(game);
    await game.see("PASSED practice");
    await expectSaved(saves, { passed: false, practice: true, stars: 0 });
  });

  story("pauses, steps, scrubs and changes speed without changing the outcome", async () => {
    const game = openGame({ saves: savesFolder() });
    await goToBoard(game);
    await game.press("right", "down", "right");
    await game.press("enter");
    await game.see("BEFORE YOU RUN");
    await game.press("1", "enter");
    await game.see("▶");
    await game.press("space");
    await game.see("paused");
    await game.press("home");
    await game.see("t=0 of 600 s");
    await game.press(".", ".", ".");
    await game.see("t=3 of 600 s");
    await game.press("right", "right", "left");
    await game.see("t=13 of 600 s");
    await game.press("6");
    await game.see("×16");
    await game.see("■ end", { within: 20_000 });
    await game.see(/p95 3,\d+ ms/);
  });
});

describe("the terminal", () => {
  story("may be resized in the middle: too small asks for more, and the game goes on", async () => {
    const game = openGame({ saves: savesFolder(), columns: 120, rows: 40 });
    await goToBoard(game);
    await game.press("right");
    await game.see("bill $1 of $150");
    game.resize(60, 20);
    await game.see("needs 80×24");
    await game.press("right", "down");
    game.resize(80, 24);
    await game.see("bill $1 of $150");
    await game.see("SHOP");
    await game.press("down", "right");
    await game.see("bill $16 of $150");
    for (const [columns, rows] of [
      [120, 40],
      [81, 25],
      [100, 30],
      [80, 24],
    ] as const)
      game.resize(columns, rows);
    await game.see("bill $16 of $150");
    expect(game.screen()).toHaveLength(24);
  });

  for (const [how, code] of [
    ["Ctrl-C", 130],
    ["SIGTERM", 143],
  ] as const)
    story(`is given back clean after ${how} in the middle of a run`, async () => {
      const saves = savesFolder();
      const game = openGame({ saves });
      await goToBoard(game);
      await game.press("right", "enter");
      await game.see("BEFORE YOU RUN");
      await game.press("1", "enter");
      await game.see("▶");
      if (how === "Ctrl-C") await game.press("ctrl-c");
      else game.signal("SIGTERM");
      expect(await game.exit()).toBe(code);
      expectClean(game);
      await expectSaved(saves, { lastDesign: "dns" });
    });

  story("may paste, move a mouse and send odd sequences: nothing happens", async () => {
    const game = openGame({ saves: savesFolder() });
    await goToBoard(game);
    await game.press("right");
    await game.see("bill $1 of $150");
    game.type(
      "\u001B[200~q\u0003q\r\u001B[201~\u001B[<0;10;10M\u001B[<0;10;10m\u001B[25;5~\u001B[1;5I\u001B]11;rgb:0/0/0\u0007",
    );
    await game.press("down");
    game.type("\u001B[");
    await game.press("C");
    await game.see("bill $16 of $150");
  });

  story("in ASCII shows nothing else", async () => {
    const game = openGame({ saves: savesFolder(), args: ["--ascii"], env: { NO_COLOR: "1" } });
    await game.see("Z E R O");
    await game.press("enter", "enter", "enter");
    await game.see("SHOP");
    await game.press("right", "down", "right", "enter");
    await game.see("BEFORE YOU RUN");
    await game.press("1", "enter");
    await game.see("of 600 s");
    await game.press("end", "enter");
    await game.see("NOT YET");
    expect(game.screen().join("\n")).toMatch(/^[\n\u0020-\u007E]*$/);
    expect(game.raw()).not.toMatch(/\u001B\[(?:3|4|9)\d[;m]/);
  });

  story("with a screen reader tells every screen in words", async () => {
    const game = openGame({ saves: savesFolder(), rows: 60, args: ["--screen-reader"] });
    await game.see("Zero to Millions");
    await game.press("enter");
    await game.see("Level 1, Single server, open");
    await game.press("enter");
    await game.see("Goals: p95 ≤ 60 ms");
    await game.press("enter");
    await game.see("Bill $0 of $150");
    await game.press("right");
    await game.see("now yes");
    await game.press("enter");
    await game.see("what do you expect");
    await game.press("1", "enter");
    await game.see("to the debrief");
    await game.press("enter");
    await game.see("Not yet.");
    await game.press("q");
    expect(await game.exit()).toBe(0);
  });
});

describe("saves", () => {
  story("that cannot be written cost the saving, not the game, and the player is told", async () => {
    const file = join(savesFolder(), "a-file");
    writeFileSync(file, "in the way");
    const game = openGame({ saves: join(file, "saves") });
    await game.see("cannot be saved in");
    await game.press("enter", "enter", "enter");
    await game.see("SHOP");
    await game.press("right");
    await game.see("bill $1 of $150");
  });

  story("that are damaged are kept aside, and the player is told where", async () => {
    const saves = savesFolder();
    writeFileSync(
      join(saves, "progress.json"),
      '{"version":1,"levels":{"01-single-server":{"passed":true,"stars":2',
    );
    const game = openGame({ saves });
    await game.see("was damaged");
    await game.press("enter");
    await game.see("levels");
  });
});

describe("without a terminal", () => {
  story("the game says so in one line and ends with code 3", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [GAME, "--saves", savesFolder()], {
      encoding: "utf8",
      input: "",
    });
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/^play: .*terminal.*\n$/);
  });
});
