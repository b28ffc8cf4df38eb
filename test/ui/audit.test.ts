import { describe, expect, test } from "vitest";
import { type AuditRow, faultsOf } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { width } from "../../src/present/cells.ts";
import { emptySave } from "../../src/saves/index.ts";
import { design } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { startGame } from "../helpers/game.ts";
import { recordingOf } from "../helpers/recorded.ts";

const lesson = findLesson("4") as Lesson;
const { level } = lesson;
const pair = design("dns · lb 1 interval=10s retry · web 9×8 · db 8 · kv 1");

function debriefOf(): State {
  const recording = recordingOf(level, pair, 11);
  const played = {
    design: pair,
    recording,
    verdict: { passed: true, stars: 2, unanimous: true, outcomes: [recording.outcome] },
    stars: 2,
    practice: false,
  } as const;
  const state = initialState(words, mapRowsOf(lessons), emptySave(), []);
  const visit = { ...startVisit(emptySave(), lesson), runs: 1, last: played };
  const known = { whatIf: [], luck: { runs: 0, passed: 0, goals: [] } };
  const screen = { kind: "debrief", visit, played, scroll: 0, ...known, beats: 0, progress: 0 } as const;
  return { ...state, screen };
}

const press = (state: State, command: "audit" | "up" | "down" | "back") =>
  reduce(state, { type: "command", command, atMs: 0 });
const linesOf = (state: State, columns: number, rows: number) =>
  draw(
    { ...state, size: { columns, rows } },
    {
      columns,
      rows,
      words,
      theme: plainTheme,
      still: true,
      unicode: true,
    },
  ).lines;

/** The losses that were asked for, one by one, as if somebody had run them. */
function cameIn(state: State, areAllBad = false): State {
  let now = state;
  for (let job = jobOf(now); job && "losses" in job; job = jobOf(now)) {
    const found = job.losses.map((fault) => ({
      availability: areAllBad || fault?.part === "lb" ? 0.8 : 0.9975,
      failedPerSec: [100, 100, 0],
      closedPerSec: [200, 200, 200],
      failedBy: [{ place: "lb", reason: "node-down", count: 200 } as const],
      lost: { requests: 200, orders: 12 },
      indicators: {},
      utilization: [],
    }));
    now = reduce(now, { ...job.told(found), atMs: 0 });
  }
  return now;
}

describe("the audit of the debrief", () => {
  const begun = press(debriefOf(), "audit");

  test("asks for every loss and for the peak alone, a few at a time, and for nothing once all have come", () => {
    const asked: unknown[] = [];
    let now = begun;
    for (let job = jobOf(now); job && "losses" in job; job = jobOf(now)) {
      asked.push(...job.losses);
      expect(job.losses.length).toBeLessThanOrEqual(4);
      const rows = job.losses.flatMap((fault) => (fault ? [{ fault, failedBy: [], missed: [] }] : []));
      const undisturbed = { availability: 1, atLeast: 0.985, failedBy: [], holds: true };
      now = reduce(now, {
        type: "audited",
        design: pair,
        undisturbed,
        rows: rows as unknown as AuditRow[],
        atMs: 0,
      });
    }
    expect(asked).toEqual([undefined, ...faultsOf(pair)]);
    expect(jobOf(now)).toBeUndefined();
  });

  test("asks for nothing before it is opened, or once it is closed, and goes on where it was", () => {
    expect(jobOf(debriefOf())).toBeUndefined();
    expect(jobOf(press(begun, "back"))).toBeUndefined();
    const job = jobOf(press(press(begun, "back"), "audit"));
    expect(job && "losses" in job && job.losses.length).toBe(4);
  });

  test("is kept for the design: whoever opens it again sees it at once", () => {
    const done = cameIn(begun);
    const again = press(press(done, "back"), "audit");
    expect(jobOf(again)).toBeUndefined();
    expect(linesOf(again, 80, 24)).toEqual(linesOf(done, 80, 24));
    // Of another design nothing is known.
    const other = { type: "audited", design: level.lesson, rows: [], atMs: 0 } as const;
    expect(reduce(begun, other).screen).toEqual(begun.screen);
  });

  test.each([
    [80, 24],
    [120, 40],
  ])("fills %i×%i with every loss, the worst first, and how it came out", (columns, rows) => {
    const lines = linesOf(cameIn(begun), columns, rows);
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
    const text = lines.join("\n");
    expect(text).toContain("THE AUDIT");
    expect(text).toContain("With nothing lost: 99.75 % answered.");
    expect(text).toContain("1 of 2 losses that the shop sells a cure for");
    const [first] = lines.filter((line) => /[✓✗·] (one|the|zone) /.test(line));
    expect(first).toMatch(/✗ one balancer +80\.0 % +≥ 99\.0 % +2 s +200 requests, 12 orders/);
    expect(text).toContain("200: the load balancer had a dead node");
  });

  test("shows how far it is, and rows as they come", () => {
    const job = jobOf(begun);
    if (!job || !("losses" in job)) throw new Error("nothing is asked for");
    expect(linesOf(begun, 80, 24).join("\n")).toContain("losing one part after another: 0 of 6");
    const some = cameIn(begun);
    if (some.screen.kind !== "debrief") throw new Error("no debrief");
    const { audit } = some.screen.visit;
    const half = reduce(begun, { type: "audited", design: pair, rows: audit!.rows.slice(0, 3), atMs: 0 });
    const text = linesOf(half, 80, 24).join("\n");
    expect(text).toContain("3 of 6");
    expect(text).toContain("one balancer");
  });

  test("scrolls as far as there is something, and says where it ends", () => {
    const done = cameIn({ ...begun, size: { columns: 80, rows: 24 } }, true);
    const down = press(done, "down");
    expect(down.screen).not.toEqual(done.screen);
    expect(press(down, "up").screen).toEqual(done.screen);
    expect(press(done, "up").message).toBeDefined();
    let last = done;
    expect(linesOf(done, 80, 24).at(-2)).toContain("↓");
    for (let i = 0; i < 20; i++) last = press(last, "down");
    expect(last.message).toBeDefined();
    expect(linesOf(last, 80, 24).join("\n")).toContain("key-value node");
  });

  test("is spoken whole: the rule, the verdict, and every loss in a sentence", () => {
    const spoken = spokenLines(cameIn(begun));
    expect(spoken[0]).toBe("THE AUDIT: each part lost once, for two minutes at the peak.");
    expect(spoken[1]).toMatch(/^A loss holds when 98\.5 % .* 99\.0 % where it is one machine/);
    expect(spoken.filter((line) => /Holds|Does not hold/.test(line))).toHaveLength(faultsOf(pair).length);
    expect(spoken).toContain(
      "one balancer: Does not hold. 80.0 % answered, ≥ 99.0 % needed; longest outage 2 seconds, lost 200 requests, 12 orders; 200: the load balancer had a dead node.",
    );
    expect(spoken.at(-1)).not.toContain("read on");
  });
});

test("a player opens it with a key, and it is really run", async () => {
  const game = startGame();
  game.press("enter", "enter", "enter", "right", "down", "right", "right", "enter", "tab");
  await game.see("debrief");
  game.press("enter");
  await game.see(/PASSED|Any key/);
  game.press("enter");
  await game.see("w questions");
  game.press("d");
  await game.see("THE AUDIT");
  await game.see(/the box +80\.0 %/);
  expect(game.frame()).toContain("nothing on sale helps");
  game.press("escape");
  expect(game.frame()).toContain("GOALS");
  game.stop();
});
