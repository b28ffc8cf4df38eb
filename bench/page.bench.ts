/**
 * What the page costs, measured on the built page in Chromium from a file: what it weighs, the first frame, from Enter
 * to the map, and a frame while a run plays; the first of them on a core four times as slow too.
 *
 *   npm run bench:page
 *   npm run bench:page -- --page FILE   another page than the one that the sources make
 *
 * Beside the times stands what an empty page takes in the same browser, so that those of another machine can be
 * compared. What the browser counts as work of the page's thread is its task time; the best of some rounds is told.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { figure, markdown } from "./measure.ts";

const { values } = parseArgs({
  options: { page: { type: "string" }, rounds: { type: "string", default: "5" } },
  strict: false,
});
const rounds = Number(values.rounds);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** So many times as slow as it is. */
const slow = 4;
/** A run plays for so long while its frames are counted. */
const playMs = 8_000;

/** In bytes and ms: see docs/decisions/0009-page.md. */
const bars = { gzip: 350_000, first: 500, frame: 8 };

const folder = mkdtempSync(join(tmpdir(), "ztm-bench-"));

async function pageFile(): Promise<string> {
  if (typeof values.page === "string") return resolve(values.page);
  const { buildPage } = await import(new URL("../scripts/build-web.mjs", import.meta.url).href);
  const file = join(folder, "index.html");
  writeFileSync(file, (await buildPage()).html);
  return file;
}

/** A page in a context of its own, on a core so many times as slow. */
async function fresh(browser: Browser, times: number) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  if (times > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: times });
  return { context, page, session };
}

/** Work of the page's thread so far, in ms. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1_000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
}

/** What runs in the page is told as text: it is no part of this program. */
const gameText = "(document.getElementById('game')?.innerText ?? '')";

/** Waits until an expression is true in the page; asked from here, for the page's policy lets no text be run in it. */
async function until(page: Page, expression: string, everyMs = 20): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    if (await page.evaluate(expression)) return;
    await new Promise((done) => setTimeout(done, everyMs));
  }
  throw new Error(`not within a minute: ${expression}`);
}

const shows = (page: Page, text: string) => until(page, `${gameText}.includes("${text}")`);

/** When the page had something to see, in ms since it was asked for. */
async function firstPaintMs(page: Page): Promise<number> {
  const paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
  await until(page, `${paint} !== undefined`, 5);
  return Number(await page.evaluate(paint));
}

/** Presses Enter as soon as there is a title, by the page itself: what drives the browser would be late. */
const enterAtOnce = `
  const look = () => {
    const text = document.getElementById("picture")?.textContent ?? "";
    if (globalThis.pressedAt === undefined && /\\S/.test(text)) {
      globalThis.pressedAt = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true }));
    }
    if (text.includes("Begin here")) globalThis.mapMs = performance.now() - globalThis.pressedAt;
    else setTimeout(look, 10);
  };
  look();`;

/** Counts pictures: all that one frame changes is told at once. */
const countFrames = `
  globalThis.frames = 0;
  new MutationObserver(() => globalThis.frames++).observe(document.getElementById("picture"), {
    subtree: true, childList: true, characterData: true,
  });`;

interface Opened {
  /** To the first frame, as it is seen. */
  readonly paintMs: number;
  /** The same, as work. */
  readonly taskMs: number;
  /** From Enter, pressed at once, to the map. */
  readonly mapMs: number;
}

async function open(browser: Browser, address: string, times: number): Promise<Opened> {
  const { context, page, session } = await fresh(browser, times);
  await page.addInitScript(enterAtOnce);
  await page.goto(address);
  const paintMs = await firstPaintMs(page);
  const first = await taskMs(session);
  await until(page, "globalThis.mapMs !== undefined", 50);
  const mapMs = Number(await page.evaluate("globalThis.mapMs"));
  await context.close();
  return { paintMs, taskMs: first, mapMs };
}

/** Work for an empty page up to its first paint. */
async function emptyMs(browser: Browser, times: number): Promise<{ paintMs: number; taskMs: number }> {
  const { context, page, session } = await fresh(browser, times);
  await page.goto("data:text/html,<!doctype html><title>empty</title><p>empty");
  const paintMs = await firstPaintMs(page);
  const task = await taskMs(session);
  await context.close();
  return { paintMs, taskMs: task };
}

/** The first level's run plays: work of the page's thread for each change of the picture. */
async function frameMs(browser: Browser, address: string): Promise<number> {
  const { context, page, session } = await fresh(browser, 1);
  await page.goto(address);
  for (const then of ["Begin here", "Single server", "SHOP"]) {
    await page.keyboard.press("Enter");
    await shows(page, then);
  }
  for (const key of ["ArrowRight", "ArrowDown", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await shows(page, "BEFORE YOU RUN");
  await page.keyboard.press("Tab");
  await shows(page, "of 600 s");
  await page.evaluate(countFrames);
  const before = await taskMs(session);
  await page.waitForTimeout(playMs);
  const spent = (await taskMs(session)) - before;
  const frames = Number(await page.evaluate("globalThis.frames"));
  await context.close();
  console.log(`${frames} frames in ${playMs / 1_000} s`);
  return spent / frames;
}

const least = (all: readonly number[]) => Math.min(...all);

const file = await pageFile();
const address = pathToFileURL(file).href;
const html = readFileSync(file);
const rows: string[][] = [];
let missed = 0;
function tell(name: string, value: number, unit: string, bar?: number, ratio?: number): void {
  const holds = bar === undefined || value <= bar;
  if (!holds) missed++;
  rows.push([
    name,
    `${figure(value)} ${unit}`,
    ratio === undefined ? "" : `${ratio.toPrecision(2)} ×`,
    bar === undefined ? "" : `≤ ${figure(bar)} ${unit}`,
    bar === undefined ? "" : holds ? "✓" : "✗",
  ]);
}

tell("the page, compressed (gzip)", gzipSync(html, { level: 9 }).length / 1_000, "KB", bars.gzip / 1_000);
const browser = await chromium.launch({
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  for (const times of [1, slow]) {
    const foot = [];
    const opened = [];
    for (let round = 0; round < rounds; round++) {
      foot.push(await emptyMs(browser, times));
      opened.push(await open(browser, address, times));
    }
    const on = times === 1 ? "" : `, a core ${times} × as slow`;
    const [footPaint, footTask] = [
      least(foot.map(({ paintMs }) => paintMs)),
      least(foot.map((each) => each.taskMs)),
    ];
    const paint = least(opened.map(({ paintMs }) => paintMs));
    const task = least(opened.map((each) => each.taskMs));
    const map = least(opened.map(({ mapMs }) => mapMs));
    tell(`empty page, to the first paint${on}`, footPaint, "ms");
    tell(`empty page, task time${on}`, footTask, "ms");
    // The bar is for a slow core; how slow this one is nobody knows, so both are told.
    tell(`first frame${on}`, paint, "ms", times === 1 ? bars.first : undefined, paint / footPaint);
    tell(`first frame, task time${on}`, task, "ms", times === 1 ? bars.first : undefined, task / footTask);
    tell(`from Enter, pressed at once, to the map${on}`, map, "ms", undefined, map / footPaint);
  }
  tell("a frame while a run plays, task time", await frameMs(browser, address), "ms", bars.frame);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(markdown(["what", "measured", "of an empty page's", "bar", ""], rows));
console.log(missed === 0 ? "\nAll bars are met." : `\n${missed} bars are missed.`);
process.exitCode = missed === 0 ? 0 : 1;
