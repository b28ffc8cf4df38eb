/** The page in a real browser: Chromium without a window. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shareCode } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, inspectBytes, saveText } from "../../src/saves/index.ts";
import { parseDesign } from "../../src/sim/index.ts";
import { describeOnlyWhen } from "../helpers/only-when.ts";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const isHere = existsSync(chromium);
const missing = `needs Chromium, which is not at ${chromium}: install it, or name it with CHROMIUM=PATH`;
if (!isHere && process.env.E2E_REQUIRED === "1") throw new Error(missing);

const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

describeOnlyWhen(isHere, missing)("the game in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-page-"));
  const address = pathToFileURL(join(folder, "index.html")).href;
  let browser: Browser;

  beforeAll(async () => {
    const [{ buildPage }, playwright] = await Promise.all([
      import(new URL("../../scripts/build-web.mjs", import.meta.url).href),
      import("playwright-core"),
    ]);
    writeFileSync(join(folder, "index.html"), (await buildPage()).html);
    browser = await playwright.chromium.launch({ executablePath: chromium, args: flags.split(" ") });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page of its own; what goes wrong in it, or leaves it, is kept. */
  async function opened(
    at = "",
    options: BrowserContextOptions = {},
    before?: (page: Page) => Promise<unknown>,
  ) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("request", (request) => {
      if (!/^(?:file|blob|data):/.test(request.url())) wrong.push(request.url());
    });
    await before?.(page);
    await page.goto(address + at);
    const text = () => page.evaluate(() => document.getElementById("game")?.innerText ?? "");
    const shows = (pattern: RegExp) =>
      page.waitForFunction(
        ([source, flag]) => new RegExp(source!, flag).test(document.getElementById("game")?.innerText ?? ""),
        [pattern.source, pattern.flags],
        { timeout: 120_000 },
      );
    const keys = async (...all: readonly string[]) => {
      for (const key of all) await page.keyboard.press(key);
    };
    await shows(/\S/);
    return { context, page, wrong, text, shows, keys };
  }

  test("level 1 is lost and won by keys, and is won still after a reload", async () => {
    const { context, page, wrong, shows, keys } = await opened();
    await keys("Enter");
    await shows(/Begin here/);
    await keys("Enter", "Enter");
    await shows(/SHOP/);
    // The smallest box: too slow for the front page.
    await keys("ArrowRight", "ArrowDown", "ArrowRight", "Enter");
    await shows(/BEFORE YOU RUN/);
    await keys("Tab");
    await shows(/of 600 s/);
    await page.reload(); // in the middle of the run
    await shows(/\S/);
    await keys("Enter");
    await shows(/Single server/);
    await keys("Enter");
    await shows(/SHOP|GOALS/);
    if (!/SHOP/.test(await page.innerText("#game"))) await keys("Enter");
    await shows(/SHOP[\s\S]*yes/); // the board is as it was left
    await keys("Enter");
    await shows(/of 600 s|BEFORE YOU RUN/);
    if (/BEFORE YOU RUN/.test(await page.innerText("#game"))) await keys("Tab");
    await shows(/of 600 s/);
    await keys("Enter");
    await shows(/NOT YET|WHAT FAILED|✗/);
    await keys("Enter");
    await shows(/SHOP/);
    await keys("ArrowDown", "ArrowRight", "Enter");
    await shows(/of 600 s/);
    await keys("Enter");
    await shows(/★/);
    await page.waitForFunction(() => /"passed":\s*true/.test(localStorage.getItem("zero-to-millions") ?? ""));
    await page.reload();
    await shows(/1 of 14|★/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("level 1 is won by a finger on a narrow phone", async () => {
    const { context, page, wrong, shows } = await opened("", {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const tap = async (sign: string) => {
      await page.locator("#keys button", { hasText: sign }).first().tap();
    };
    // In words: eighty columns would be too small to read.
    await shows(/Zero to millions|ZERO TO MILLIONS/i);
    expect(await page.isVisible("#told")).toBe(true);
    await tap("⏎");
    await shows(/Single server/);
    await tap("⏎");
    await tap("⏎");
    await shows(/Offer 1 of 2/);
    await tap("→");
    await tap("↓");
    await shows(/Offer 2 of 2/);
    await tap("→");
    await tap("→");
    // As a picture: what is tapped comes into focus.
    await page.locator("#asWords").tap();
    await shows(/SHOP/);
    const domain = page.locator("#picture > div", { hasText: "Domain" }).first();
    await domain.evaluate((row) => row.parentElement?.parentElement?.scrollTo(9_999, 0));
    const box = (await domain.boundingBox())!;
    await page.touchscreen.tap(160, box.y + box.height / 2);
    await shows(/▸ Domain/);
    await tap("⏎");
    await shows(/BEFORE YOU RUN/);
    await tap("tab");
    await shows(/of 600 s/);
    await tap("⏎");
    await shows(/★/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("a code runs in the browser as it does here, and is nobody's progress", async () => {
    const level = findLevel("1")!;
    const parsed = parseDesign("dns · web 1×2");
    const design = "design" in parsed ? parsed.design : level.start;
    const code = shareCode(level, design, 7) ?? shareCode(level, level.start, 7)!;
    const { context, page, wrong, shows, keys } = await opened(`#${code}`);
    await shows(/of 600 s/);
    await keys("Enter");
    await shows(/GOALS/);
    const kept = await page.evaluate(() => localStorage.getItem("zero-to-millions"));
    expect(JSON.parse(kept!).levels).toEqual({});
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("a bench opens with its knobs, a hostile code is one harmless sentence", async () => {
    const bench = await opened("?lab=queue");
    await bench.shows(/queue/i);
    expect(bench.wrong).toEqual([]);
    await bench.context.close();
    const hostile = await opened(
      "#<img src=x onerror=document.title='owned'><script>document.title='owned'</script>",
    );
    const said = hostile.page.locator("#said");
    await said.filter({ hasText: "share code" }).waitFor();
    expect(await said.locator("*").count()).toBe(0);
    expect(await hostile.page.title()).not.toBe("owned");
    expect(hostile.wrong).toEqual([]);
    await hostile.context.close();
  });

  test("progress goes to a file that the terminal reads, and comes from one; what is no save is refused", async () => {
    const { context, page, wrong } = await opened();
    const passed = { ...emptyLevel(), passed: true, stars: 2 as const };
    const file = { name: "mine.json", mimeType: "application/json" };
    const from = (text: string) => page.setInputFiles("#file", { ...file, buffer: Buffer.from(text) });
    await from("<script>alert(1)</script>");
    await page.locator("#said", { hasText: "no sound save" }).waitFor();
    await from(saveText({ ...emptySave(), levels: { "01-single-server": passed } }));
    await page.locator("#said", { hasText: "1 level" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const path = join(folder, "exported.json");
    await download.saveAs(path);
    const found = inspectBytes(readFileSync(path));
    expect([found.state, found.save.levels["01-single-server"]?.passed]).toEqual(["sound", true]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("a full storage is told, and play goes on", async () => {
    const { context, wrong, shows, keys } = await opened("", {}, (page) =>
      page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
    );
    await shows(/no room left/);
    await keys("Enter");
    await shows(/NOT SAVED[\s\S]*|Begin here/);
    await keys("Enter", "Enter");
    await shows(/SHOP/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("without scripts there is one sentence", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.innerText("body")).toContain("JavaScript");
    await context.close();
  });
});
