import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A checkout in which nothing is installed. */
function bareCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-bare-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["scripts", "src"]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  copyFileSync(join(ROOT, "package.json"), join(folder, "package.json"));
  return folder;
}

const run = (folder: string, ...words: string[]) =>
  spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });

test("npx before npm ci finds something to start, which says what to do", () => {
  const folder = bareCheckout();
  const prepared = run(folder, "scripts/build.mjs", "--if-stale");
  expect(prepared.stderr).toMatch(/^build: esbuild is not installed.*npm ci --include=dev\n$/);
  expect(prepared.status).toBe(0);
  const started = run(folder, "dist/play.js");
  expect(started.stderr).toBe("play: the game is not built yet. In its folder run: npm ci\n");
  expect(started.status).toBe(2);
});

test("a build that was asked for and cannot be made fails", () => {
  expect(run(bareCheckout(), "scripts/build.mjs").status).toBe(1);
});
