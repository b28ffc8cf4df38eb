/** The built game in terminals and under keyboards that are not the usual ones. */
import { beforeAll, describe, expect } from "vitest";
import { onlyWhen } from "../helpers/only-when.ts";
import { buildGame, goToBoard, openGame, savesFolder } from "../helpers/play.ts";
import { canUsePty } from "../helpers/terminal.ts";

beforeAll(buildGame);
const story = onlyWhen(canUsePty(), "needs a pseudo-terminal");

describe("a terminal", () => {
  story("that can only print gets text alone, and only what is new", async () => {
    const game = openGame({
      saves: savesFolder(),
      rows: 60,
      args: ["--screen-reader"],
      env: { TERM: "dumb" },
    });
    await game.see("Zero to Millions");
    await game.press("enter");
    await game.see("Level 1, Single server, open");
    await game.press("down");
    await game.see("Level 2, Database, locked");
    // From one locked level to the next the keys stay what they are, and are not told again.
    const before = game.raw().length;
    await game.press("down");
    await game.see("locked");
    await game.see("Level 3");
    expect(game.raw().slice(before)).not.toContain("Keys.");
    await game.press("up", "up", "enter");
    await game.see("Goals: p95");
    await game.press("enter", "right", "q");
    expect(await game.exit()).toBe(0);
    expect(game.raw()).not.toContain("\u001B");
  });

  story("that draws our characters two cells wide gets plain ones", async () => {
    const game = openGame({ saves: savesFolder() });
    await game.see("Z E R O");
    expect(game.screen().join("\n")).toContain("┌");
    game.type("\u001B[1;17R"); // what such a terminal answers
    await game.gone("┌");
    await game.see("+-----+");
    await game.press("enter");
    await game.see("levels");
    expect(game.screen().join("\n")).toMatch(/^[\n -~]*$/);
  });

  story("on which something else wrote is painted anew with Ctrl-L", async () => {
    const game = openGame({ saves: savesFolder() });
    await game.see("Z E R O");
    game.scribble("\r\nBroadcast message from root");
    await game.see("Broadcast");
    await game.press("ctrl-l");
    await game.gone("Broadcast");
    await game.see("Z E R O");
  });
});

describe("a keyboard", () => {
  story("with another layout, Caps Lock or a slow line gives the same commands", async () => {
    const game = openGame({ saves: savesFolder() });
    await goToBoard(game);
    game.type("В"); // the key of D on a Russian keyboard, with Caps Lock
    await game.see("the start of this level");
    game.type("\u001Bq"); // Esc and q in one packet
    expect(await game.exit()).toBe(0);
  });

  story("pastes into a text field, and Backspace takes a whole character", async () => {
    const game = openGame({ saves: savesFolder() });
    await goToBoard(game);
    await game.press("d");
    await game.see("the start of this level");
    await game.press("n");
    game.type("\u001B[200~cheap\nand cheerful\u001B[201~");
    await game.see("cheap and cheerful");
    game.type("👩‍👩‍👧");
    await game.press("backspace", "enter");
    await game.see('Kept as "cheap and cheerful".');
  });

  story("whose keys are held for the window manager does nothing here", async () => {
    const game = openGame({ saves: savesFolder() });
    await game.see("Z E R O");
    game.type("\u001B[113;9u"); // Super and q
    await game.press("enter");
    await game.see("levels");
  });
});
