/** The built game in a real terminal, driven in the player's words. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { TestTerminal } from "./terminal.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const GAME = join(ROOT, "dist/play.js");

/** Builds the game unless what is built is up to date. */
export function buildGame(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/build.mjs"), "--if-stale"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}

/** A folder for saves that is gone after the test. */
export function savesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-e2e-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface PlayOptions {
  readonly saves: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens the game; it is closed after the test whatever happens. */
export function openGame({ saves, columns = 80, rows = 24, args = [], env = {} }: PlayOptions): TestTerminal {
  const game = TestTerminal.open({
    command: ["node", GAME, "--saves", saves, ...args],
    columns,
    rows,
    cwd: ROOT,
    env,
  });
  onTestFinished(() => game.close());
  return game;
}

/** From the title to the board of level 1. */
export async function goToBoard(game: TestTerminal): Promise<void> {
  await game.see("Z E R O");
  await game.press("enter");
  await game.see("GOALS");
  await game.press("enter");
  await game.see("TRAFFIC");
  await game.press("enter");
  await game.see("SHOP");
}

/** Answers the question before the first run and skips to the debrief. */
export async function predictAndRun(game: TestTerminal, guess: string): Promise<void> {
  await game.press("enter");
  await game.see("BEFORE YOU RUN");
  await game.press(...guess, "enter");
  await runToDebrief(game);
}

/** From the running run to its debrief. */
export async function runToDebrief(game: TestTerminal): Promise<void> {
  await game.see("of 600 s");
  await game.press("end");
  await game.see("to the debrief");
  await game.press("enter");
  // A pass has its moment first, as soon as it is decided.
  await game.see(/NOT YET|PASSED practice|Any key/);
  if (/Any key/.test(game.screen().join("\n"))) await game.press("enter");
  await game.see("GOALS");
}

/** The terminal is as it was: no alternate screen, a cursor, no marked pastes. */
export function expectClean(game: TestTerminal): void {
  expect({
    alternate: game.isAlternate(),
    cursor: game.isCursorShown(),
    pastes: game.isPasteMarked(),
  }).toEqual({ alternate: false, cursor: true, pastes: false });
}

/** Waits until level 1 is saved like this. */
export async function expectSaved(saves: string, level: Record<string, unknown>): Promise<void> {
  await expect.poll(() => savedLevel(saves), { timeout: 5_000 }).toMatchObject(level);
}

/** What is saved of level 1, straight from the file. */
function savedLevel(saves: string): Record<string, unknown> | undefined {
  const save = JSON.parse(readFileSync(join(saves, "progress.json"), "utf8")) as {
    levels: Record<string, Record<string, unknown>>;
  };
  return save.levels["01-single-server"];
}
