/** A request that is followed stands for what fails in its moment; where none can, that is said. */
import { expect, test } from "vitest";
import { finish, tracing } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { lossesAt } from "../../src/present/moment.ts";
import { missingTold, noTime } from "../../src/present/trace.ts";
import { emptySave } from "../../src/saves/index.ts";
import { emptyDesign, traceKinds } from "../../src/sim/index.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { drawnAt, playedOf, runAt } from "../helpers/screens.ts";

test("where only files fail at an edge, one of them is followed: the trace names what fails, on screen and in words", () => {
  const cdn = findLesson("7") as Lesson;
  const played = playedOf(cdn, cdn.level.lesson);
  const { recording } = played;
  const { causes, seed } = recording.outcome.report;
  const tick = causes.find(({ what }) => what === "losing")?.tick ?? Number.NaN;
  expect(lossesAt(recording, tick).map(({ place }) => place)).toEqual(["cdn"]);
  const found = finish(tracing(cdn.level, cdn.level.lesson, seed, tick));
  const run = runAt(cdn, played, 0.5) as Extract<Screen, { kind: "run" }>;
  const textsOf = (traces: typeof found) => {
    const screen: Screen = { ...run, at: tick, trace: { tick, which: "failed", found: traces } };
    const state = { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen };
    return [drawnAt(screen, { columns: 120, rows: 40 }), spokenLines(state)].map((lines) =>
      lines.join(" ").replace(/\s+/g, " "),
    );
  };
  for (const text of textsOf(found)) {
    expect(text).toContain("Refused after 20 ms: the CDN was down, and nothing had taken over.");
    expect(text).toMatch(/A static file from the US\. /);
  }
  // Without one to follow, what fails is told all the same.
  const { failed: _, ...others } = found;
  for (const text of textsOf(others)) expect(text).toMatch(/none fails at this moment.*the CDN was down/);
  expect(textsOf(others)[0]).toMatch(/▸ failed – /);
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
