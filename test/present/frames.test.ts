/** What is kept from one frame of a run to the next changes nothing of what is drawn. */
import { expect, test } from "vitest";
import { drawDesign, type PictureOptions } from "../../src/present/picture/index.ts";
import { lessons, words } from "../helpers/english.ts";

test("a picture that was drawn before is drawn as one that is seen for the first time, whatever has changed", () => {
  const moments: readonly Pick<PictureOptions, "live" | "usersLine">[] = [
    { live: () => undefined, usersLine: "1/s" },
    { live: () => ({ utilization: 0.4, queue: 3 }), usersLine: "999/s" },
    { live: () => ({ utilization: 9.99, lostPerSec: 12_345, reason: "timeout" }), usersLine: "1,000,000/s" },
    { live: () => ({ down: true, hitRatio: 0.5, depth: 1_000_000, lagSec: 100 }), usersLine: "20,000/s" },
  ];
  const rooms = [
    { width: 78, height: 12 },
    { width: 78, height: 9 },
    { width: 118, height: 26 },
  ];
  for (const { level } of lessons)
    for (const design of [level.start, level.lesson])
      for (const room of rooms)
        for (const moment of moments) {
          const options = { words: words.picture, ...room, ...moment, phase: 1 };
          expect(drawDesign(design, options), level.id).toEqual(drawDesign(structuredClone(design), options));
        }
});
