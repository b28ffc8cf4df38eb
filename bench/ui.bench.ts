/**
 * What the screen costs, measured on the built game in a real terminal, in CPU and in starts of Node with nothing to
 * do (`node -e 0`): the first frame, a frame while the last level's run plays, standing still, the first moving picture
 * of a run of every level; bytes a frame, memory over time; and how long the what-if of every level takes.
 *
 *   npm run bench:ui              a few seconds a size; -- --check and -- --write as in npm run bench
 *   npm run bench:ui -- --sec 600 memory after ten minutes
 *
 * CPU and memory are read from /proc, so on other systems than Linux they are left out.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { levels } from "../src/levels/index.ts";
import { emptyLevel, emptySave } from "../src/saves/index.ts";
import { formatDesign } from "../src/sim/index.ts";
import { TestTerminal, wait } from "../test/helpers/terminal.ts";
import { against } from "./baseline.ts";
import { figure, markdown } from "./measure.ts";
import { startsCpuMs } from "./starts.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { sec: { type: "string", default: "10" } },
  strict: false,
});
const playSec = Number(values.sec);

/** A Linux clock tick, in ms. */
const clockTickMs = 10;

/** CPU of a process so far, or of its main thread alone: the threads that judge a run draw nothing. */
function cpuMs(pid: number, mainThread = false): number {
  try {
    const file = mainThread ? `/proc/${pid}/task/${pid}/stat` : `/proc/${pid}/stat`;
    const fields = readFileSync(file, "utf8").split(" ");
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

/** What is loaded before the game to measure it, and what it is told. */
interface Probe {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const beside = (name: string) => new URL(name, import.meta.url);
const liveHeapTo = (file: string): Probe => ({
  words: ["--expose-gc", "--import", beside("live-heap.mjs").href],
  env: { ZTM_LIVE_HEAP: file },
});
const firstFrameTo = (file: string): Probe => ({
  words: ["-r", fileURLToPath(beside("tell-first-frame.cjs"))],
  env: { ZTM_CPU_FILE: file, ZTM_FIRST_FRAME: "Z E R O" },
});

function open(saves: string, columns: number, rows: number, probe?: Probe): TestTerminal {
  return TestTerminal.open({
    command: ["node", ...(probe?.words ?? []), join(ROOT, "dist/play.js"), "--saves", saves],
    columns,
    rows,
    cwd: ROOT,
    ...(probe ? { env: { ...probe.env } } : {}),
  });
}

const saves = mkdtempSync(join(tmpdir(), "ztm-bench-"));

/** All levels before this one passed; its lesson lies on the board, or what it starts with. */
function saveAt(index: number, lying: "lesson" | "start" = "lesson"): void {
  const progress = levels.slice(0, index + 1).map((level, at) => {
    const passed =
      at < index ? { passed: true, stars: 1 as const } : { lastDesign: formatDesign(level[lying]) };
    return [level.id, { ...emptyLevel(), ...passed }] as const;
  });
  writeFileSync(
    join(saves, "progress.json"),
    JSON.stringify({ ...emptySave(), levels: Object.fromEntries(progress) }),
  );
}

/** From the title to the last Enter before a run of the first level that is not passed. */
async function toTheRun(game: TestTerminal, index: number): Promise<void> {
  await game.see("Z E R O");
  for (const then of ["levels", "SHOP", "BEFORE YOU RUN"]) {
    await game.press("enter");
    await game.see(then, { within: 30_000 });
  }
  if (levels[index]?.prediction.kind === "number") await game.press("1");
  await wait(500);
}

const bareMs = startsCpuMs({ bare: ["-e", "0"] }, 10).get("bare") as number;
const rows: string[][] = [];
const ratios: Record<string, number> = {};
let missed = 0;
function tell(name: string, ms: number, barMs?: number, barRatio?: number): void {
  const ratio = ms / bareMs;
  ratios[name] = ratio;
  const holds = (barMs === undefined || ms <= barMs) && (barRatio === undefined || ratio <= barRatio);
  if (!holds) missed++;
  const bar = barMs === undefined ? (barRatio === undefined ? "" : `≤ ${barRatio} ×`) : `≤ ${barMs} ms`;
  rows.push([name, figure(ms), `${ratio.toPrecision(2)} ×`, bar, bar === "" ? "" : holds ? "✓" : "✗"]);
}

/** Plays from the start again and again, so that a run never ends. */
async function keepPlaying(game: TestTerminal, sec: number): Promise<void> {
  for (let left = sec; left > 0; left -= 30) {
    await game.press("home", "space");
    await wait(Math.min(left, 30) * 1_000);
  }
}

const framesOf = (game: TestTerminal) => game.raw().split("\u001B[?2026h").length;

const firstFrames: number[] = [];
const firstFrameFile = join(saves, "first-frame");
for (let n = 0; n < 10; n++) {
  const game = open(saves, 80, 24, firstFrameTo(firstFrameFile));
  await game.see("Z E R O");
  await wait(100);
  firstFrames.push(Number(readFileSync(firstFrameFile, "utf8")) / 1_000);
  game.close();
}
tell("first frame", Math.min(...firstFrames), undefined, 3);

{
  const game = open(saves, 80, 24);
  await game.see("Z E R O");
  await wait(5_000); // what the first frame does not need has come
  // What moves for no reason does so in every span; the collector tidies up in one of them, some seconds after the start.
  const spansMs: number[] = [];
  for (let n = 0; n < 3; n++) {
    const before = cpuMs(game.pid);
    await wait(5_000);
    spansMs.push(cpuMs(game.pid) - before);
  }
  // One tick of the clock that CPU is read by may fall into the time by chance.
  tell("standing still, a second", Math.min(...spansMs) / 5, clockTickMs / 5);
  game.close();
}

for (const [columns, rowsOfScreen, barMs] of [
  [80, 24, 8],
  [120, 40, 10],
] as const) {
  saveAt(levels.length - 1);
  const game = open(saves, columns, rowsOfScreen);
  await toTheRun(game, levels.length - 1);
  await game.press("enter");
  await game.see("▶");
  await wait(15_000); // the other seeds have been judged
  const before = {
    cpu: cpuMs(game.pid, true),
    bytes: game.raw().length,
    frames: framesOf(game),
    at: performance.now(),
  };
  const memoryBefore = memoryMb(game.pid);
  await keepPlaying(game, playSec);
  const drawn = framesOf(game) - before.frames;
  const sec = (performance.now() - before.at) / 1_000;
  const clears = game.raw().split("\u001B[2J").length - 2;
  tell(`a frame at ${columns}×${rowsOfScreen}`, (cpuMs(game.pid, true) - before.cpu) / drawn, barMs);
  console.log(
    `${columns}×${rowsOfScreen}: ${(drawn / sec).toFixed(1)} frames/s, ` +
      `${Math.round((game.raw().length - before.bytes) / drawn)} bytes a frame, ${clears} full clears, ` +
      `memory ${memoryBefore.toFixed(0)} → ${memoryMb(game.pid).toFixed(0)} MB after ${Math.round(sec)} s`,
  );
  game.close();
}

/** What is alive may grow by so much while nothing new is kept, in MB: the collector's own books. */
const liveGrowthMbMax = 2;
{
  const file = join(saves, "live-heap");
  const liveMb = () => Number(readFileSync(file, "utf8")) / 1e6;
  saveAt(levels.length - 1);
  const game = open(saves, 120, 40, liveHeapTo(file));
  await toTheRun(game, levels.length - 1);
  await game.press("enter");
  await game.see("▶");
  await wait(15_000);
  const [beforeMb, before] = [liveMb(), framesOf(game)];
  await keepPlaying(game, Math.max(60, playSec));
  const grownMb = liveMb() - beforeMb;
  const holds = grownMb <= liveGrowthMbMax;
  if (!holds) missed++;
  console.log(
    `live heap ${beforeMb.toFixed(1)} → ${(beforeMb + grownMb).toFixed(1)} MB after ${framesOf(game) - before} frames, ` +
      `bar + ${liveGrowthMbMax} MB ${holds ? "✓" : "✗"}`,
  );
  game.close();
}

for (const [index, level] of levels.entries()) {
  saveAt(index);
  const game = open(saves, 80, 24);
  await toTheRun(game, index);
  const before = cpuMs(game.pid, true);
  await game.press("enter");
  await game.see("▶ ×1");
  tell(`first picture of a run, ${level.id}`, cpuMs(game.pid, true) - before, 150);
  game.close();
}

/** What-if of a level may take so long on two cores, in ms. */
const whatIfMsMax = 3_000;
const tries: string[][] = [];
for (const [index, level] of levels.entries()) {
  saveAt(index, "start");
  const game = open(saves, 120, 90);
  await toTheRun(game, index);
  await game.press("enter");
  await game.see("▶ ×1", { within: 60_000 });
  await game.press("end");
  await wait(200);
  await game.press("enter");
  await game.see("NOT YET", { within: 60_000 });
  const before = { cpu: cpuMs(game.pid), at: performance.now() };
  await game.see(/WHAT ONE CHANGE.*\n\s+(?:1 |No single)/, { within: 60_000 });
  const [ms, ofAllMs] = [performance.now() - before.at, cpuMs(game.pid) - before.cpu];
  const holds = ms <= whatIfMsMax;
  if (!holds) missed++;
  ratios[`what-if after a loss, ${level.id}`] = ofAllMs / bareMs;
  tries.push([level.id, figure(ms), figure(ofAllMs), `≤ ${whatIfMsMax} ms`, holds ? "✓" : "✗"]);
  game.close();
}
rmSync(saves, { recursive: true, force: true });
console.log(
  "\nFrom the verdict on what a level starts with to all that its debrief has tried, on all cores:\n",
);
console.log(markdown(["level", "ms", "CPU of all threads, ms", "bar", ""], tries));
console.log(`\nCPU, in ms and in starts of Node with nothing to do (${figure(bareMs)} ms each):\n`);
console.log(markdown(["what", "ms", "ratio", "bar", ""], rows));
const slower = against("ui", ratios);
console.log(missed === 0 ? "\nAll bars are met." : `\n${missed} bars are missed.`);
process.exitCode = missed + slower.length === 0 ? 0 : 1;
