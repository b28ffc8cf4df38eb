/** Names and prices in the frames of a picture stand clear of the frame, however little room there is. */
import { expect, test } from "vitest";
import { drawDesign } from "../../../src/present/picture/index.ts";
import { forecast } from "../../../src/sim/index.ts";
import { lessons, words } from "../../helpers/english.ts";

/** The upper and lower edges of boxes in a line. An arrow that comes in from above may point at the name. */
const edgesIn = (line: string) => line.match(/┌[^┌┐│├┤▶]*┐|└[^└┘│├┤▶]*┘/g) ?? [];
const touches = /[┌└┬─](?=[\p{L}\p{N}$])|[\p{L}\p{N}%…](?=[─┐┘])/u;

test("no name, figure or price touches its frame, at any width of a board or a run", () => {
  let seen = 0;
  for (const { level } of lessons)
    for (const design of [level.start, level.lesson])
      for (const width of [44, 45, 60, 78, 98, 118]) {
        const { fixed, metered } = forecast(design, level.scenario);
        for (const options of [{ bill: [...fixed, ...metered], single: true }, { live: () => undefined }])
          for (const line of drawDesign(design, { words: words.picture, width, height: 17, ...options }))
            for (const edge of edgesIn(line)) {
              expect(edge, `${level.id} at ${width}`).not.toMatch(touches);
              seen++;
            }
      }
  expect(seen).toBeGreaterThan(1_000);
});
