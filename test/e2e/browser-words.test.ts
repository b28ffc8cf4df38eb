/** The page's own words and buttons in a language that nobody speaks: no English is left, and nothing is cut off. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { describeInBrowsers, type OpenPage } from "../helpers/browser.ts";

const around = fileURLToPath(new URL("../web/pseudo-page.ts", import.meta.url));

declare const pseudo: typeof import("../web/pseudo-page.ts");

/** The built page with the made-up language's words around it in the place of the game. */
async function written(folder: string, html: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [around], bundle: true, write: false, format: "iife", globalName: "pseudo" },
    ...{ charset: "utf8", minify: true, logLevel: "error", define: { __ZTM_VERSION__: '"0"' } },
  });
  const script = outputFiles[0]!.text.replaceAll("</script", "<\\/script");
  const [head = ""] = html.split("<script>");
  const path = join(folder, "pseudo.html");
  const bare = head.replace(/<meta http-equiv[^>]*>/, "").replace(/<noscript>.*?<\/noscript>/s, "");
  writeFileSync(
    path,
    `${bare}<script>for (const id of ["picture", "told"]) document.getElementById(id).textContent = ".";\n${script}</script>`,
  );
  return pathToFileURL(path).href;
}

/** Texts that are on the page or read aloud beside it, without the keys that buttons are for. */
const said = ({ page }: OpenPage) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("main *, footer, footer *, output")];
    const keys = [...document.querySelectorAll("footer b")].map((key) => key.textContent ?? "");
    const texts = all.flatMap((each) => [
      ...["aria-label", "title", "placeholder"].map((name) => each.getAttribute(name) ?? ""),
      ...(each.tagName === "B"
        ? []
        : [...each.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : "") ?? "")),
    ]);
    const without = (text: string) =>
      keys.reduce((left, key) => (left.endsWith(`: ${key}`) ? left.slice(0, -key.length) : left), text);
    return [document.title, ...texts.map(without)].filter((text) => text.trim() !== "" && text !== ".");
  });

/** What of the page is not on view, or runs out of its own box. */
const cutOff = ({ page }: OpenPage) =>
  page.evaluate(() => {
    const isRow = getComputedStyle(document.querySelector("footer")!).flexWrap === "nowrap";
    const all = [...document.querySelectorAll<HTMLElement>("footer button, #field, #said")];
    return all
      .filter((each) => each.offsetParent !== null)
      .filter((each) => {
        const { left, right, bottom } = each.getBoundingClientRect();
        const isOut = left < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
        return (
          (isOut && !isRow) ||
          each.scrollWidth > each.clientWidth + 1 ||
          each.scrollHeight > each.clientHeight + 1
        );
      })
      .map((each) => each.textContent || each.id);
  });

describeInBrowsers("the words around the game", ({ built, some, opened }) => {
  test.each(
    some(
      [
        [1280, 720],
        [800, 600],
        [480, 800],
        [320, 640],
      ],
      3,
    ),
  )("in a window of %d × %d they are the language's, and whole", async (width, height) => {
    const address = await written(built().folder, built().html);
    const touch = width < 700 ? { hasTouch: true, isMobile: true } : {};
    const open = await opened("", { address, viewport: { width, height }, ...touch });
    const { page } = open;
    const [screens, sentences] = await page.evaluate(() => [pseudo.screens.length, pseudo.sentences.length]);
    expect(screens).toBeGreaterThan(30);
    const look = async (what: string) => {
      expect(
        (await said(open)).filter((text) => /[A-Za-z]{3}/.test(text)),
        what,
      ).toEqual([]);
      expect(await cutOff(open), what).toEqual([]);
    };
    for (let at = 0; at < screens; at++) {
      await page.evaluate((n) => pseudo.showKeys(n), at);
      await look(`the keys of screen ${at}`);
    }
    for (let at = 0; at < sentences; at++) {
      await page.evaluate((n) => pseudo.say(n), at);
      await look(`sentence ${at}`);
    }
    await page.evaluate(() => pseudo.leave());
    await look("after the end");
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });
});
