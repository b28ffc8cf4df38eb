/** The page where a browser is not as usual: two tabs, no threads, sleep, hostile links, other eyes and other windows. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shareCode } from "../../src/game/index.ts";
import { emptySave, inspectBytes, type Save } from "../../src/saves/index.ts";
import { describeInBrowsers, having, type OpenPage } from "../helpers/browser.ts";
import { lessonOf, readyFor, stored, toDebrief, toMap, toRun, withLesson } from "../helpers/play-page.ts";

const savedIn = async ({ page }: OpenPage): Promise<Save> => {
  const text = await page.evaluate(() => localStorage.getItem("zero-to-millions"));
  return inspectBytes(Buffer.from(text ?? "")).save;
};

describeInBrowsers("a browser that is not as usual", ({ built, context: contextOf, some, opened }) => {
  test("two tabs that each win a level lose nothing of each other", async () => {
    const [one, two] = [lessonOf(1).level.id, lessonOf(2).level.id];
    const save = readyFor(2, { [one]: { ...withLesson(1), passed: true, stars: 1 } });
    const first = await opened("", { before: having(stored(save)) });
    const second = await opened("", { context: first.context });
    await toMap(first);
    await toMap(second);
    await toRun(first, 2);
    await second.keys("ArrowUp");
    await toRun(second, 1);
    await toDebrief(first);
    await first.shows(/✓ PASSED/);
    // What the second one knows is from before the first one won.
    await toDebrief(second);
    await second.shows(/✓ PASSED/);
    const both = { [one]: { attempts: 1 }, [two]: { passed: true, attempts: 1 } };
    await expect.poll(async () => (await savedIn(second)).levels).toMatchObject(both);
    // And whatever the first one writes now keeps what the second one has won.
    await first.keys("Enter");
    await first.keys("Escape");
    await first.page.close();
    expect((await savedIn(second)).levels).toMatchObject(both);
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await first.context.close();
  });

  const noThreads = /no threads/;

  test.each([
    [
      "throws",
      (page: Page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, "Worker", {
            value: class {
              constructor() {
                throw new DOMException("no", "SecurityError");
              }
            },
          });
        }),
      (html: string) => html,
    ],
    [
      "is forbidden by a policy",
      async () => {},
      (html: string) => html.replace("worker-src blob:", "worker-src 'none'"),
    ],
  ])("where starting a thread %s, the game says so and plays on", async (_how, before, changed) => {
    const path = join(built().folder, "no-threads.html");
    const html = changed(built().html);
    writeFileSync(path, html);
    const open = await opened("", {
      address: pathToFileURL(path).href,
      before: async (page) => {
        await before(page);
        await having(stored(readyFor(2)))(page);
      },
    });
    await open.page.locator("#said", { hasText: noThreads }).waitFor({ timeout: 60_000 });
    await toMap(open);
    await toRun(open, 2);
    await toDebrief(open);
    await open.shows(/✓ PASSED/);
    expect(open.wrong.filter((each) => !each.includes("worker"))).toEqual([]);
    await open.context.close();
  });

  test("a tab that slept for an hour in the middle of a run goes on where it was", async () => {
    const open = await opened("", {
      before: async (page) => {
        await page.clock.install();
        await having(stored(readyFor(2)))(page);
      },
    });
    await toMap(open);
    await toRun(open, 2);
    const second = async () => Number(/t=(\d+) of/.exec(await open.text())?.[1]);
    await expect.poll(second, { timeout: 20_000 }).toBeGreaterThan(10);
    const before = await second();
    await open.page.clock.fastForward("01:00:00");
    await expect.poll(second, { timeout: 20_000 }).toBeGreaterThan(before);
    // An hour would have been the end of it many times over.
    expect(await second()).toBeLessThan(before + 200);
    await toDebrief(open);
    await open.shows(/✓ PASSED/);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  const code = shareCode(lessonOf(1).level, lessonOf(1).level.lesson, 7)!;

  test.each(
    some(
      [
        ["markup", "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"],
        ["markup in percents", encodeURIComponent("<svg onload=\"document.title='owned'\">")],
        ["codes of a terminal", "%1B]0;owned%07%1B[2J%9B31mred"],
        ["a broken percent", "ztm-1-%E0%A4%A"],
        ["another's scheme", "javascript:document.title='owned'"],
        ["a code that was changed", `${code.slice(0, -3)}${code.endsWith("aaa") ? "bbb" : "aaa"}`],
        ["a megabyte", "A".repeat(1_000_000)],
        ["a megabyte of codes", `${code}`.repeat(Math.ceil(1_000_000 / code.length))],
      ],
      4,
    ),
  )("a link with %s is one harmless sentence", async (_what, hash) => {
    const open = await opened(`#${hash}`);
    const said = open.page.locator("#said");
    await said.filter({ hasText: /share code/ }).waitFor({ timeout: 60_000 });
    expect(await said.locator("*").count()).toBe(0);
    const text = await said.innerText();
    expect(text.length).toBeLessThan(400);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(await open.page.title()).not.toBe("owned");
    await toMap(open);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  test.each(
    some(
      [
        ["lab=<script>document.title='owned'</script>", /lab/],
        ["lab=queue&load=<b>", /</],
        ["day=2026-13-45", /2026-13-45/],
        [`day=${"9".repeat(100_000)}`, /9/],
        ["lab=__proto__", /__proto__/],
      ],
      3,
    ),
  )("an address with a hostile question is one harmless sentence", async (search, expected) => {
    const open = await opened(`?${search}`);
    const said = open.page.locator("#said");
    await said.filter({ hasText: expected }).waitFor({ timeout: 60_000 });
    expect(await said.locator("*").count()).toBe(0);
    expect((await said.innerText()).length).toBeLessThan(600);
    expect(await open.page.title()).not.toBe("owned");
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  /** The least contrast of a text on the page with what lies under it, and what that text is. */
  const leastContrast = ({ page }: OpenPage) =>
    page.evaluate(() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
      const rgbOf = (css: string) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = css;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const light = (css: string) => {
        const [red = 0, green = 0, blue = 0] = rgbOf(css).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const groundOf = (element: Element | null): string => {
        if (!element) return "white";
        const { backgroundColor } = getComputedStyle(element);
        return rgbOf(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
      };
      const all = [...document.querySelectorAll("#game *, button")].filter(
        (element) => element.textContent?.trim() && (element as HTMLElement).offsetParent,
      );
      const found = all.map((element) => {
        const [one, other] = [light(getComputedStyle(element).color), light(groundOf(element))];
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        return { contrast, text: element.textContent };
      });
      return found.reduce((least, each) => (each.contrast < least.contrast ? each : least));
    });

  test.each([
    ["dark", { colorScheme: "dark" }],
    ["light", { colorScheme: "light" }],
    ["forced, dark", { colorScheme: "dark", forcedColors: "active" }],
    ["forced, light", { colorScheme: "light", forcedColors: "active" }],
  ] as const)("colors that are %s can be read, and what is in focus shows by a sign too", async (_, look) => {
    const open = await opened("", { ...look, before: having(stored(readyFor(2))) });
    await toMap(open);
    expect((await leastContrast(open)).contrast).toBeGreaterThan(4.4);
    await open.shows(/▸ *2/);
    await toRun(open, 2);
    expect((await leastContrast(open)).contrast).toBeGreaterThan(4.4);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  test("zoomed to 200 % a level is played without pushing the picture about", async () => {
    // Zoom is half as many pixels for the page, each twice as large.
    const open = await opened("", {
      viewport: { width: 640, height: 360 },
      deviceScaleFactor: 2,
      before: having(stored(readyFor(2))),
    });
    const overflow = () =>
      open.page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.getElementById("game")!;
        const { documentElement: root } = document;
        // Two rows may be pushed up by the buttons below.
        const below = Math.max(0, scrollHeight - clientHeight - 24);
        return [scrollWidth - clientWidth, below, root.scrollWidth - root.clientWidth];
      });
    await toMap(open);
    for (const each of await overflow()) expect(each).toBeLessThanOrEqual(1);
    await toRun(open, 2);
    for (const each of await overflow()) expect(each).toBeLessThanOrEqual(1);
    await toDebrief(open);
    const letterPx = await open.page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.getElementById("picture")!).fontSize),
    );
    expect(letterPx).toBeGreaterThanOrEqual(10);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  test.each([
    [200, 600],
    [200, 200],
    [320, 568],
  ])(
    "a window of %d × %d is told in words that wrap, and the picture says that it is pushed along",
    async (width, height) => {
      const open = await opened("", { viewport: { width, height }, hasTouch: true, isMobile: true });
      const { page, shows, tap } = open;
      await shows(/Zero to millions/i);
      await tap(page.locator("#keys button", { hasText: "⏎" }).first());
      await shows(/Single server/);
      const seen = await page.evaluate(() => {
        const game = document.getElementById("game")!;
        return { height: game.clientHeight, wider: document.documentElement.scrollWidth - innerWidth };
      });
      expect(seen.height).toBeGreaterThan(70);
      expect(seen.wider).toBeLessThanOrEqual(0);
      await tap(page.locator("#asWords"));
      await page.locator("#said", { hasText: "wider than this window" }).waitFor();
      // It is said once: after the next key it says nothing new.
      await tap(page.locator("#keys button", { hasText: "↓" }).first());
      await expect.poll(() => page.innerText("#said")).toBe("");
      expect(open.wrong).toEqual([]);
      await open.context.close();
    },
  );

  test.each([1280, 1000])("in a window of %d pixels each letter stands in its cell", async (width) => {
    const open = await opened("", { viewport: { width, height: 800 } });
    const { page, keys, shows } = open;
    await keys("Enter");
    await shows(/Begin here/);
    const apart = await page.evaluate(() => {
      const picture = document.getElementById("picture")!;
      const cell = Number.parseFloat(picture.style.getPropertyValue("--cell"));
      const rule = [...picture.children].find((row) => /^─+$/.test(row.textContent ?? ""))!;
      const range = document.createRange();
      range.selectNodeContents(rule);
      return range.getBoundingClientRect().width - cell * rule.textContent!.length;
    });
    expect(Math.abs(apart)).toBeLessThan(0.25);
    // The field for text takes nothing from the picture.
    const high = () => page.evaluate(() => document.getElementById("game")!.clientHeight);
    const before = await high();
    await keys("g");
    await shows(/GLOSSARY/);
    expect(await page.isVisible("#field")).toBe(true);
    expect(await high()).toBe(before);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  test.each([1280, 1000])("in a window of %d pixels the title stands in the middle", async (width) => {
    const open = await opened("", { viewport: { width, height: 720 } });
    await open.shows(/Z E R O/);
    const [left, right, cell] = await open.page.evaluate(() => {
      const row = [...document.querySelectorAll("#picture > div")].find((each) =>
        each.textContent?.includes("Z E R O"),
      )!;
      const range = document.createRange();
      range.selectNodeContents(row.querySelector(".bold") ?? row);
      const { left, right } = range.getBoundingClientRect();
      const cell = getComputedStyle(row).getPropertyValue("--cell");
      return [left, innerWidth - right, Number.parseFloat(cell)] as const;
    });
    expect(Math.abs(left - right)).toBeLessThan(3 * cell);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  test("told in words, what a key has changed is on view, and another screen begins at its start", async () => {
    const number = 12;
    const open = await opened("", {
      ...{ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
      before: having(stored(readyFor(number))),
    });
    const { page, shows, tap } = open;
    const press = (sign: string) => tap(page.locator("#keys button", { hasText: sign }).first());
    const top = () => page.evaluate(() => document.getElementById("game")!.scrollTop);
    await shows(/Zero to millions/i);
    await press("⏎");
    await shows(/Map/);
    await press("⏎");
    await shows(/Board of level 12/);
    for (const offer of [2, 3, 4]) {
      await press("↓");
      await shows(new RegExp(`Offer ${offer} of`));
      const seen = await page.evaluate((begin) => {
        const line = [...document.querySelectorAll("#told > p")].find((each) =>
          each.textContent?.startsWith(begin),
        )!;
        const { top, bottom } = line.getBoundingClientRect();
        const frame = document.getElementById("game")!.getBoundingClientRect();
        return Math.min(bottom, frame.bottom) - Math.max(top, frame.top);
      }, `Offer ${offer} of`);
      expect(seen).toBeGreaterThan(20);
    }
    expect(await top()).toBeGreaterThan(0);
    await press("?");
    await shows(/All keys/);
    expect(await top()).toBe(0);
    await press("esc");
    await shows(/Board of level 12/);
    // As a picture, which is wider than the window, what is in focus is on view as well.
    await tap(page.locator("#asWords"));
    await press("↓");
    const beyond = () =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll("#picture > div")];
        const marked = rows.find((row) => row.querySelector(".focus")?.textContent?.includes("▸"))!;
        const { left, right } = marked.querySelector(".focus")!.getBoundingClientRect();
        return Math.max(0, -left, right - innerWidth);
      });
    await expect.poll(beyond).toBe(0);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });

  test("without scripts there is one sentence", async () => {
    const context = await contextOf({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(built().address);
    const text = await page.innerText("body");
    expect(text).toContain("JavaScript");
    expect(
      text
        .trim()
        .split(/[.!?](?:\s|$)/)
        .filter(Boolean),
    ).toHaveLength(1);
    await context.close();
  });

  test("a save in storage that is damaged is kept aside and told, and play goes on", async () => {
    const open = await opened("", {
      before: having(["zero-to-millions", '{"version": 6, "levels": 5}']),
    });
    await open.shows(/zero-to-millions\.damaged/);
    await toMap(open);
    expect(await savedIn(open)).toMatchObject({ levels: emptySave().levels });
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });
});
