/** A film in a real browser: it is sound XML, it moves, and stands still for whoever has asked for stillness. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { screenPicture, toFilmSvg } from "../../src/film/formats.ts";
import { captionOf } from "../../src/film/index.ts";
import { describeInBrowsers } from "../helpers/browser.ts";
import { lessons, words } from "../helpers/english.ts";
import { filmOf, judgedRun } from "../helpers/filmed.ts";

const [lesson] = lessons;
const run = judgedRun(lesson!, lesson!.level.lesson);
const film = filmOf(run);
const svg = toFilmSvg(film, captionOf(words, run));
/** Longer than a frame is on view: what moves is another picture then. */
const laterMs = Math.max(...film.frames.slice(1, -1).map(({ atMs }, n) => atMs - film.frames[n]!.atMs)) + 100;

describeInBrowsers("a film", ({ built, context }) => {
  test.each(["reduce", "no-preference"] as const)(
    "where motion is asked for as %s",
    async (reducedMotion) => {
      const address = (name: string, text: string) => {
        const path = join(built().folder, name);
        writeFileSync(path, text);
        return pathToFileURL(path).href;
      };
      const inside = await context({ reducedMotion, viewport: { width: 800, height: 520 } });
      const page = await inside.newPage();
      await page.goto(address("film.svg", svg));
      const [root, texts] = await page.evaluate(() => [
        document.documentElement.localName,
        [...document.querySelectorAll("text")].length,
      ]);
      // A browser shows an error in the place of XML that is none.
      expect([root, texts > 100]).toEqual(["svg", true]);
      const first = await page.screenshot();
      await page.waitForTimeout(laterMs);
      const second = await page.screenshot();
      expect(first.equals(second)).toBe(reducedMotion === "reduce");
      // What stands still is the end: what came of it.
      if (reducedMotion === "reduce") {
        const end = screenPicture(film.frames.at(-1)!.lines, film.room, "the end");
        await page.goto(address("end.svg", end));
        expect(first.equals(await page.screenshot())).toBe(true);
      }
      await inside.close();
    },
  );
});
