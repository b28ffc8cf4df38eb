/** A request that is followed stands for what fails in its moment; where none can, that is said. */
import { expect, test } from "vitest";
import { tracesAt } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { lossesAt } from "../../src/present/moment.ts";
import { missingTold, noTime } from "../../src/present/trace.ts";
import { emptySave } from "../../src/saves/index.ts";
import { emptyDesign, traceKinds } from "../../src/sim/index.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { drawnAt, playedOf, runAt } from "../helpers/screens.ts";

test("where only files fail no request is said to be fine: the trace names what fails, on screen and in words", () => {
  const cdn = findLesson("7") as Lesson;
  const played = playedOf(cdn, cdn.level.lesson);
  const { recording } = played;
  const { causes, seed } = recording.outcome.report;
  const tick = causes.find(({ what }) => what === "losing")?.tick ?? Number.NaN;
  expect(lossesAt(recording, tick).map(({ place }) => place)).toEqual(["cdn"]);
  const found = tracesAt(cdn.level, cdn.level.lesson, seed, tick);
  expect(found.failed).toBeUndefined();
  const run = runAt(cdn, played, 0.5) as Extract<Screen, { kind: "run" }>;
  const screen: Screen = { ...run, at: tick, trace: { tick, which: "failed", found } };
  const state = { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen };
  const drawn = drawnAt(screen, { columns: 120, rows: 40 });
  expect(drawn.join("\n")).toMatch(/▸ failed – /);
  for (const text of [drawn, spokenLines(state)])
    expect(text.join(" ").replace(/\s+/g, " ")).toMatch(/not followed: the CDN was down/);
});

test("where nothing fails that is said, and no loss is told of the other kinds", () => {
  expect(missingTold(words, emptyDesign(), "failed", [])).toBe("No request fails at this moment.");
  expect(noTime(words, "failed", [])).toBe("none");
  const loss = { place: "cdn", reason: "edge-down", perSec: 5 } as const;
  for (const kind of traceKinds.filter((each) => each !== "failed"))
    expect(missingTold(words, emptyDesign(), kind, [loss]), kind).toBe(
      missingTold(words, emptyDesign(), kind, []),
    );
});
