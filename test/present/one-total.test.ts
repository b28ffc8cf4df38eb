/** What is said twice of a moment is said with one figure: what arrives, and what a part loses. */
import { describe, expect, test } from "vitest";
import { curvesOf } from "../../src/present/curves.ts";
import { arrivingAt, liveAt, lossesAt } from "../../src/present/moment.ts";
import { brief } from "../../src/present/picture/live.ts";
import { lessons, words } from "../helpers/english.ts";
import { sampled } from "../helpers/sampled.ts";
import { drawnAt, runAt, watchedPlayOf } from "../helpers/screens.ts";

const size = { columns: 120, rows: 40 } as const;

describe.each(sampled(lessons, 4, 1))("level $level.number", (lesson) => {
  const played = watchedPlayOf(lesson, lesson.level.start);
  const { recording } = played;
  const { scenario, goals } = lesson.level;
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];

  test("the curve of requests has what the users' arrow has", () => {
    const requests = curvesOf(words, recording, goals, () => true, scenario).find(
      ({ name }) => name === words.curves.requests,
    )!;
    for (const share of shares) {
      const tick = Math.floor(recording.ticks * share);
      const three = [tick - 2, tick - 1, tick].map((t) => requests.values[t]!);
      const mean = three.reduce((sum, value) => sum + value, 0) / three.length;
      expect(Math.abs(arrivingAt(scenario, recording, tick) / mean - 1)).toBeLessThan(0.01);
    }
  });

  test("the line below says of the part that loses most what its box says", () => {
    if (scenario.fog) return;
    for (const share of shares) {
      const tick = Math.floor(recording.ticks * share);
      const [worst] = lossesAt(recording, tick);
      if (!worst) continue;
      const { lostPerSec = 0 } = liveAt(recording, tick)(worst.place) ?? {};
      const said = drawnAt(runAt(lesson, played, share), size).at(-2) ?? "";
      const [, all = ""] = /✗ (<1|[\d,]+)\/s/.exec(said) ?? [];
      if (all === "<1") expect(lostPerSec, said).toBeLessThan(1);
      else expect(brief(Number(all.replaceAll(",", ""))), said).toBe(brief(lostPerSec));
    }
  });
});
