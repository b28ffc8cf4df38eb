/** Films of all levels keep to their limits, and the pictures of the README are of today's game. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pictures } from "../../scripts/pictures.ts";
import { toCast, toFilmSvg } from "../../src/film/formats.ts";
import { captionOf } from "../../src/film/index.ts";
import { lessons, words } from "../helpers/english.ts";
import { filmLimits, filmOf, judgedRun } from "../helpers/filmed.ts";

describe.each(lessons)("level $level.number", (lesson) => {
  test.each(["lesson", "start"] as const)("the film of its %s is short and small", (which) => {
    const run = judgedRun(lesson, lesson.level[which]);
    const [film, caption] = [filmOf(run), captionOf(words, run)];
    expect(film.frames.length).toBeLessThanOrEqual(filmLimits.frames);
    expect(gzipSync(toFilmSvg(film, caption)).length).toBeLessThanOrEqual(filmLimits.svgGzipBytes);
    expect(toCast(film, caption).length).toBeLessThanOrEqual(filmLimits.castBytes);
  });
});

test("the pictures of the README are those that npm run picture makes", async () => {
  for (const [name, svg] of Object.entries(await pictures()))
    expect(
      readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), "utf8") === svg,
      name,
    ).toBe(true);
});
