/**
 * What the screen costs, measured on the built game in a real terminal: time to the first frame against
 * `node -e 0`, milliseconds of CPU and bytes a frame while the last level's run plays, memory over time.
 *
 *   npm run bench:ui              a few seconds a size
 *   npm run bench:ui -- --sec 600 memory after ten minutes
 *
 * CPU and memory are read from /proc, so on other systems than Linux they are left out.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { levels } from "../src/levels/index.ts";
import { emptyLevel, emptySave } from "../src/saves/index.ts";
import { TestTerminal, wait } from "../test/helpers/terminal.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({ options: { sec: { type: "string", default: "10" } } });
const playSec = Number(values.sec);

/** A Linux clock tick, in ms. */
const clockTickMs = 10;

function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ");
    return (Number(fields[13]) + Number(fields[14])) * clockTickMs;
  } catch {
    return Number.NaN;
  }
}

function memoryMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_000;
  } catch {
    return Number.NaN;
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function open(saves: string, columns: number, rows: number): TestTerminal {
  return TestTerminal.open({
    command: ["node", join(ROOT, "dist/play.js"), "--saves", saves],
    columns,
    rows,
    cwd: ROOT,
  });
}

const saves = mkdtempSync(join(tmpdir(), "ztm-bench-"));
const passed = levels
  .slice(0, -1)
  .map(({ id }) => [id, { ...emptyLevel(), passed: true, stars: 1 as const }] as const);
const save = JSON.stringify({ ...emptySave(), levels: Object.fromEntries(passed) });

const bare: number[] = [];
const starts: number[] = [];
for (let n = 0; n < 5; n++) {
  const before = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  bare.push(performance.now() - before);
  const from = performance.now();
  const game = open(saves, 80, 24);
  await game.see("Z E R O");
  starts.push(performance.now() - from);
  game.close();
}
console.log(`first frame ${median(starts).toFixed(0)} ms; node -e 0 ${median(bare).toFixed(0)} ms`);

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
] as const) {
  writeFileSync(join(saves, "progress.json"), save);
  const game = open(saves, columns, rows);
  await game.see("Z E R O");
  for (const [key, then] of [
    ["enter", "levels"],
    ["enter", "TRAFFIC"],
    ["enter", "SHOP"],
    ["enter", "BEFORE YOU RUN"],
    ["enter", "▶"],
  ] as const) {
    await game.press(key);
    await game.see(then, { within: 30_000 });
  }
  await wait(2_000);
  const frames = () => game.raw().split("\u001B[?2026h").length;
  const before = { cpu: cpuMs(game.pid), bytes: game.raw().length, frames: frames(), at: performance.now() };
  const memoryBefore = memoryMb(game.pid);
  for (let left = playSec; left > 0; left -= 50) {
    await wait(Math.min(left, 50) * 1_000);
    await game.press("home", "space"); // from the start again, so that it never ends
  }
  const drawn = frames() - before.frames;
  const sec = (performance.now() - before.at) / 1_000;
  const clears = game.raw().split("\u001B[2J").length - 2;
  console.log(
    `${columns}×${rows}: ${(drawn / sec).toFixed(1)} frames/s, ${((cpuMs(game.pid) - before.cpu) / drawn).toFixed(1)} ms CPU and ` +
      `${Math.round((game.raw().length - before.bytes) / drawn)} bytes a frame, ${clears} full clears, ` +
      `memory ${memoryBefore.toFixed(0)} → ${memoryMb(game.pid).toFixed(0)} MB after ${Math.round(sec)} s`,
  );
  game.close();
}
rmSync(saves, { recursive: true, force: true });
