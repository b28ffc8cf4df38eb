import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { playGame } from "../../src/ui/index.ts";

test("without a terminal nothing is begun: one sentence, code 3, no folder for saves", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-no-terminal-"));
  const heard = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { isTTY } = process.stdout;
  process.stdout.isTTY = false;
  onTestFinished(() => {
    process.stdout.isTTY = isTTY;
    heard.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  });
  const saves = join(folder, "saves");
  const code = await playGame({
    saves,
    ascii: false,
    noColor: false,
    reducedMotion: false,
    screenReader: false,
    packageRoot: folder,
  });
  expect(code).toBe(3);
  expect(existsSync(saves)).toBe(false);
  expect(heard.mock.calls.map(([text]) => text)).toEqual([
    "play: This game needs a terminal, but stdout is not one.\n",
  ]);
});
