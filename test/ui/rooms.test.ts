/** The puzzles and the level of the day on the screen: on a level's board, kept apart from the levels, and back again. */
import { describe, expect, test } from "vitest";
import type { Outcome, Recording, Verdict } from "../../src/game/index.ts";
import { dateAt, variantOf } from "../../src/rooms/day/index.ts";
import { faultId, redTeams, wastes } from "../../src/rooms/puzzles/index.ts";
import { emptySave, type Save } from "../../src/saves/index.ts";
import { mergeSaves } from "../../src/saves/merge.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { openDay } from "../../src/ui/model/rooms.ts";
import { withChange } from "../../src/ui/model/save-changes.ts";
import { sharedText } from "../../src/ui/model/sharing.ts";
import { initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { lessons, words } from "../helpers/english.ts";
import { roomsSave, sampleDays } from "../helpers/rooms.ts";

const noonMs = Date.UTC(2026, 11, 1, 12);
const on = (screen: Screen, save: Save = emptySave()): State => ({
  ...initialState(words, mapRowsOf(lessons), save, []),
  screen,
  nowMs: noonMs,
});
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: noonMs }), state);
const shown = (state: State, size = { columns: 80, rows: 24 }) =>
  draw(state, { ...size, words, theme: plainTheme, still: true, unicode: true }).lines.join("\n");

/** A run that was never made, with the outcome it is said to have. */
function recorded(passed: boolean, costPerMonth = 3_973): Recording {
  const report = { costPerMonth, seed: 11, indicators: {} };
  const goals = [{ indicator: "availability", target: 0.99, bound: "atLeast", value: 0.9, met: passed }];
  const outcome = { report, goals, passed, withinBudget: true, stars: passed ? 2 : 0, starGoals: [] };
  const series = () => new Float64Array(10).fill(0.5);
  return { ticks: 10, names: ["web.utilization"], series, outcome } as unknown as Recording;
}

/** The state after the run of a visit has been recorded and judged. */
function judged(state: State, recording: Recording): State {
  const { visit } = state.screen as Extract<Screen, { kind: "run" }>;
  const run = visit.runs;
  const after = reduce(state, { type: "recorded", run, recording, atMs: noonMs });
  const { outcome } = recording;
  const verdict = {
    passed: outcome.passed,
    stars: outcome.stars,
    unanimous: true,
    outcomes: [outcome],
  } as Verdict;
  return reduce(after, { type: "judged", run, verdict, atMs: noonMs });
}

/** The debrief that follows the moment after a pass. */
function debriefAfter(state: State): State {
  const { visit, played } = state.screen as Extract<Screen, { kind: "pass" }>;
  return { ...state, screen: { kind: "debrief", visit, played, scroll: 0, beats: 0, progress: 0 } };
}

describe("a puzzle of waste", () => {
  const board = press(on({ kind: "puzzles", at: 1 }), "confirm");

  test("stands on a board with its saving, and Escape leads back to it in the list", () => {
    expect(board.screen).toMatchObject({ kind: "board" });
    expect(shown(board)).toContain("0 % saved of 40 %");
    expect(press(board, "back").screen).toEqual({ kind: "puzzles", at: 1 });
  });

  test("is run without a question, and kept beside the levels, not among them", () => {
    const run = press(board, "confirm");
    expect(run.screen.kind).toBe("run");
    const { save } = judged(run, recorded(true));
    expect(Object.keys(save.levels)).toEqual([]);
    expect(save.puzzles[`waste:${wastes[1]!.id}`]).toMatchObject({ attempts: 1, passed: true, stars: 2 });
  });

  test("opens no level when it is passed, and leads back to the list", () => {
    const run = judged(press(board, "confirm"), recorded(true));
    const pass = press(run, "confirm");
    expect(pass.screen.kind).toBe("pass");
    expect(spokenLines(pass).join(" ")).not.toContain(lessons[0]!.prose.title);
    const debrief = debriefAfter(pass);
    expect(press(debrief, "next").screen).toEqual({ kind: "puzzles", at: 1 });
    const shared = debrief.screen as Extract<Screen, { kind: "debrief" }>;
    expect(sharedText(debrief, shared, "code")).toEqual({ why: words.debrief.noCode });
  });
});

describe("the red team", () => {
  const redTeam = redTeams[1]!;
  const menu = on({ kind: "redTeam", id: redTeam.id, at: 0, tried: {} });
  const fault = redTeam.faults[0]!;

  test("buys the fault in focus and runs the day with the design that is attacked", () => {
    const { screen } = press(menu, "confirm");
    expect(screen).toMatchObject({ kind: "run", visit: { room: { kind: "red-team", fault } } });
    const { visit } = screen as Extract<Screen, { kind: "run" }>;
    expect(formatDesign(visit.sitting.design)).toBe(redTeam.rule.line);
    expect(visit.lesson.level.scenario.events.map(({ label }) => label)).toContain(`bought-${fault.kind}`);
  });

  test.each([true, false])("comes back to the list with what it did: borne %s", (isBorne) => {
    const run = press(menu, "confirm");
    const { visit } = run.screen as Extract<Screen, { kind: "run" }>;
    const recording = recorded(isBorne);
    const after = press(
      reduce(run, { type: "recorded", run: visit.runs, recording, atMs: noonMs }),
      "confirm",
    );
    expect(after.screen).toMatchObject({ kind: "redTeam", tried: { [faultId(fault)]: !isBorne } });
    expect(shown(after)).toContain(isBorne ? "It bears this" : "It breaks");
    const kept = after.save.puzzles[`red-team:${redTeam.id}`];
    expect(kept).toMatchObject({ attempts: 1, passed: !isBorne });
    // The first on the list is the cheapest of all; it would be worth three stars.
    expect(kept?.stars).toBe(isBorne ? 0 : 3);
  });

  test("leaves a run without counting it, and wants no verdict of other seeds", () => {
    const run = press(menu, "confirm");
    expect(press(run, "back").screen).toEqual(menu.screen);
    const { visit } = run.screen as Extract<Screen, { kind: "run" }>;
    const played = reduce(run, {
      type: "recorded",
      run: visit.runs,
      recording: recorded(false),
      atMs: noonMs,
    });
    expect(jobOf(played)).toBeUndefined();
  });
});

describe("the level of the day", () => {
  const [day] = sampleDays;
  if (!day) throw new Error("no day");
  const { date } = day.drawn;

  test("is today's, of UTC, and is proven before it is shown; what cannot be is counted on", () => {
    const opened = openDay({ ...on({ kind: "map", at: 0 }), nowMs: Date.UTC(2026, 11, 1, 0, 0, 0) });
    expect(opened.screen).toMatchObject({ kind: "day", date: "2026-12-01" });
    expect(jobOf(opened)).toBeDefined();
    expect(press(opened, "confirm").screen.kind).toBe("day");
    const { variant } = opened.screen as Extract<Screen, { kind: "day" }>;
    const next = reduce(opened, { type: "dayProven", variant, day: undefined, atMs: noonMs });
    expect(next.screen).toMatchObject({ variant: { drawn: { turn: 1 } } });
    // What was asked before it was counted on is told too late.
    const late = reduce(next, { type: "dayProven", variant, day, atMs: noonMs });
    expect((late.screen as Extract<Screen, { kind: "day" }>).day).toBeUndefined();
  });

  test("has none where the clock is of another century, and says so", () => {
    const opened = openDay({ ...on({ kind: "map", at: 0 }), nowMs: 0 });
    expect(jobOf(opened)).toBeUndefined();
    expect(shown(opened)).toContain("1970-01-01");
  });

  const begun = press(on({ kind: "day", date, variant: day, day, progress: 1 }), "confirm");

  test("counts the first run alone, on the day that it belongs to, though it ends after midnight", () => {
    const first = judged(press(begun, "confirm"), recorded(false));
    expect(first.save.days).toMatchObject({ [date]: { stars: 0, costPerMonth: 3_973, best: day.best } });
    const afterMidnight = { ...first, nowMs: noonMs + 86_400_000 };
    const again = judged(press(press(afterMidnight, "back"), "confirm"), recorded(true, 3_000));
    expect(again.save.days).toEqual(first.save.days);
    expect(again.save.puzzles[`day:${date}`]).toMatchObject({ attempts: 2, passed: true });
  });

  test("does not count a run after its answer was looked up", () => {
    const { visit } = begun.screen as Extract<Screen, { kind: "board" }>;
    const practice = { ...begun, screen: { kind: "board", visit: { ...visit, practice: true } } } as State;
    expect(judged(press(practice, "confirm"), recorded(true)).save.days).toEqual({});
  });

  test("has a card to paste, on its page and after a run", () => {
    const page = on({ kind: "day", date: "2026-12-01", variant: day, day, progress: 1 }, roomsSave);
    expect(shown(page)).toContain("zero-to-millions 2026-12-01 ▁▁███ ☆☆☆ $1,200, best known $900");
    const pass = press(judged(press(begun, "confirm"), recorded(true)), "confirm");
    const debrief = debriefAfter(pass);
    const shared = debrief.screen as Extract<Screen, { kind: "debrief" }>;
    expect(sharedText(debrief, shared, "card")).toEqual({
      lines: [expect.stringMatching(/^zero-to-millions \S+ ▅▅▅▅▅ ★★☆ \$3,973, best known \$[\d,]+$/)],
    });
  });

  test("has a calendar that counts no streak: days with stars, days without, and all the others", () => {
    const page = shown(on({ kind: "day", date: "2026-12-01", variant: day, day, progress: 1 }, roomsSave));
    expect(page).toContain("★2");
    expect(page).toContain("3 days played");
    expect(page).not.toMatch(/streak|in a row/i);
  });
});

test("of a day that was played on two machines the first attempt counts, whichever way they are merged", () => {
  const at = (iso: string, stars: 1 | 3) => ({ stars, costPerMonth: 10, best: 9, bars: "▁", at: iso });
  const early: Save = { ...emptySave(), days: { "2026-12-01": at("2026-12-01T08:00:00.000Z", 1) } };
  const late: Save = { ...emptySave(), days: { "2026-12-01": at("2026-12-01T09:00:00.000Z", 3) } };
  for (const [one, other] of [
    [early, late],
    [late, early],
  ] as const)
    expect(mergeSaves(one, other, (card) => card).days).toEqual(early.days);
});

test("a day counted twice on one machine stays what it was first", () => {
  const change = { type: "day", date: "2026-12-01", costPerMonth: 10, best: 9, bars: "▁" } as const;
  const once = withChange(emptySave(), { ...change, stars: 1, atMs: noonMs });
  expect(withChange(once, { ...change, stars: 3, atMs: noonMs + 1 })).toBe(once);
  expect(dateAt(noonMs)).toBe("2026-12-01");
});

test("whatever has no room is cut nowhere: each page has as many lines as rows, at both sizes", () => {
  const screens = [variantOf("2026-12-01", 0)].map(
    (variant): Screen => ({ kind: "day", date: "2026-12-01", variant, progress: 0.5 }),
  );
  for (const screen of screens)
    for (const size of [
      { columns: 80, rows: 24 },
      { columns: 120, rows: 40 },
    ])
      expect(shown(on(screen, roomsSave), size).split("\n")).toHaveLength(size.rows);
  const outcome = recorded(false).outcome as Outcome;
  const last = { fault: redTeams[4]!.cheapest, outcome };
  const menu = on({ kind: "redTeam", id: redTeams[4]!.id, at: 30, tried: {}, last });
  expect(shown(menu).split("\n")).toHaveLength(24);
});
