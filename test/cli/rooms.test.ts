import { describe, expect, test } from "vitest";
import { play, playJson } from "../helpers/command-line.ts";
import { firstDayOf } from "../helpers/days.ts";

describe("play puzzle", () => {
  test("lists every puzzle, and tells one with its design", async () => {
    const all = await playJson<readonly { id: string; kind: string }[]>("puzzle");
    expect(all.map(({ kind }) => kind)).toEqual([...Array(6).fill("waste"), ...Array(6).fill("red-team")]);
    const { out, code } = await play("puzzle", "cached");
    expect(code).toBe(0);
    expect(out).toContain("replica-slow-120");
    expect(out).toContain("web 10×8");
  });

  test("judges a design: 0 when it is solved, 1 when a cut takes the redundancy", async () => {
    const designs = { lesson: 3, "dns; lb 2; web 9x4; db 8; kv 1": 0 } as const;
    for (const [design, stars] of Object.entries(designs)) {
      const { code, out } = await play("puzzle", "after-the-advert", "--design", design, "--json");
      const found = JSON.parse(out) as { stars: number; solved: boolean };
      expect(found.solved).toBe(stars === 3);
      expect(code).toBe(found.solved ? 0 : 1);
    }
  });

  test("judges a fault: 0 when it breaks the design, 1 when it is borne", async () => {
    const breaks = await play("puzzle", "behind-a-balancer", "--fault", "report-30");
    expect(breaks.code).toBe(0);
    expect(breaks.out).toContain("★★★");
    const borne = await play("puzzle", "behind-a-balancer", "--fault", "web-dies-30");
    expect(borne.code).toBe(1);
  });

  test.each([
    [["puzzle", "idle-boxs"], "did you mean idle-boxes?"],
    [["puzzle", "cached", "--design", "start"], "it asks for --fault"],
    [["puzzle", "idle-boxes", "--fault", "report-30"], "it asks for --design"],
    [["puzzle", "cached", "--fault", "report-31"], "did you mean report-30?"],
    [["puzzle", "idle-boxes", "--design", "dns; web 3x4; db 8; kv 1; cdn static"], "cdn"],
  ])("%j is one line that says how to mend it", async (words, mend) => {
    const { code, err, out } = await play(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(mend);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("play day", () => {
  const { date } = firstDayOf("level").drawn;

  test("tells a day, and simulate plays it with the card of its run", async () => {
    const told = await playJson<{ date: string; best: number; budget: number; start: string }>(
      ...["day", date],
    );
    expect(told.date).toBe(date);
    expect(told.budget).toBeGreaterThan(told.best);
    const { out } = await play("simulate", "--day", date, "--design", "start");
    expect(out.trim().split("\n").at(-1)).toMatch(
      new RegExp(`^zero-to-millions ${date} [▁▂▃▄▅▆▇█]{5} [★☆]{3} \\$[\\d,]+, best known \\$[\\d,]+$`),
    );
  });

  test.each([
    [["day", "1970-01-01"], "from 2026-01-01 to 2099-12-31"],
    [["day", "2999-01-01"], "from 2026-01-01 to 2099-12-31"],
    [["day", "2026-02-30"], "no month has such a day"],
    [["day", "yesterday"], "year-month-day"],
    [["simulate", "--day", "x", "--design", "start"], "year-month-day"],
    [["simulate", "--day", "2026-12-01", "--level", "1", "--design", "start"], "--day and --level"],
    [["simulate", "--day", "2026-12-01", "--scenario", "x", "--design", "start"], "--day and --scenario"],
  ])("%j is one line that says how to mend it", async (words, mend) => {
    const { code, err, out } = await play(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(mend);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
