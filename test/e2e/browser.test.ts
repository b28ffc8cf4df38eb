/** The page as it is played: by keys, by fingers, from links, with progress that comes and goes as a file. */
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { emptyLevel, emptySave, inspectBytes, saveText } from "../../src/saves/index.ts";
import { describeInBrowsers } from "../helpers/browser.ts";

describeInBrowsers("the game in a browser", ({ built, opened }) => {
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
    const { context, page, wrong, shows, tap, tapAt } = await opened("", {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const press = (sign: string) => tap(page.locator("#keys button", { hasText: sign }).first());
    // In words: eighty columns would be too small to read.
    await shows(/Zero to millions|ZERO TO MILLIONS/i);
    expect(await page.isVisible("#told")).toBe(true);
    await press("⏎");
    await shows(/Single server/);
    await press("⏎");
    await press("⏎");
    await shows(/Offer 1 of 2/);
    await press("→");
    await press("↓");
    await shows(/Offer 2 of 2/);
    await press("→");
    await press("→");
    // As a picture: what is tapped comes into focus, and what is in focus is entered.
    await tap(page.locator("#asWords"));
    await shows(/▸ The box/);
    const touch = async (offer: string) => {
      const row = page.locator("#picture > div", { hasText: offer }).first();
      await row.evaluate((each) => each.parentElement?.parentElement?.scrollTo(9_999, 0));
      const box = (await row.boundingBox())!;
      await tapAt(160, box.y + box.height / 2);
    };
    await touch("Domain");
    await shows(/▸ Domain/);
    await touch("Domain");
    await shows(/BEFORE YOU RUN/);
    await press("tab");
    await shows(/of 600 s/);
    await press("⏎");
    await shows(/★/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("a bench opens with its knobs", async () => {
    const bench = await opened("?lab=queue");
    await bench.shows(/queue/i);
    expect(bench.wrong).toEqual([]);
    await bench.context.close();
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
    const path = join(built().folder, "exported.json");
    await download.saveAs(path);
    const found = inspectBytes(readFileSync(path));
    expect([found.state, found.save.levels["01-single-server"]?.passed]).toEqual(["sound", true]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("a full storage is told, and play goes on", async () => {
    const { context, wrong, shows, keys } = await opened("", {
      before: (page) =>
        page.addInitScript(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }),
    });
    await shows(/no room left/);
    await keys("Enter");
    await shows(/NOT SAVED[\s\S]*|Begin here/);
    await keys("Enter", "Enter");
    await shows(/SHOP/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test("what a page asks of the world is noticed here", async () => {
    const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const asked = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const path = join(built().folder, "asking.html");
    writeFileSync(path, `<p id="game">x</p><img src="${asked}">`);
    const { context, wrong } = await opened("", { address: pathToFileURL(path).href });
    await expect.poll(() => wrong).toContain(asked);
    await context.close();
    server.close();
  });

  test("the page carries the licence of every package that is in it", () => {
    const { html, packages } = built();
    expect(packages).toContain("ts-fsrs");
    for (const name of packages) expect(html).toMatch(new RegExp(`^${name} \\d[\\w.-]* \\(.+\\)$`, "m"));
  });
});
