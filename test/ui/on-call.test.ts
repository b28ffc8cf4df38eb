import { expect, test } from "vitest";
import { promisesNow, wallRows } from "../../src/present/on-call.ts";
import { caseOf, cases, scoreOf } from "../../src/rooms/on-call/index.ts";
import { emptySave } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import type { Frame } from "../../src/ui/frame/frame.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { openShifts, shiftSeeds, wallItems } from "../../src/ui/model/on-call.ts";
import type { ShiftScreen } from "../../src/ui/model/on-call-screens.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { lessons, words } from "../helpers/english.ts";
import { sampleShiftDay } from "../helpers/rooms.ts";

const frame: Frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };
const seed = cases.findIndex((_, n) => caseOf(n + 1).id === "gray-box") + 1;
const which = caseOf(seed);
const pressOnly = (state: State, command: Command) => reduce(state, { type: "command", command, atMs: 0 });
/** Presses keys, and waits after each for what the screen waits for. */
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => waited(pressOnly(now, command)), state);

function waited(state: State): State {
  const job = jobOf(state);
  if (!job || !("start" in job)) return state;
  const steps = job.start();
  for (;;) {
    const step = steps.next();
    if (step.done) return reduce(state, { ...step.value, atMs: 0 });
  }
}
const shiftOf = (state: State) => state.screen as ShiftScreen;
const list = openShifts(initialState(words, mapRowsOf(lessons), emptySave(), []), { case: which.id, seed });
const open = press(list, "confirm");
const textOf = (state: State) => draw(state, frame).lines.join("\n");

/** Goes to a row of the wall. */
function at(state: State, kind: string): State {
  const row = wallItems(which).findIndex((item) =>
    item.kind === "signal" ? item.signal === kind : item.kind === kind,
  );
  return { ...state, screen: { ...shiftOf(state), at: row } };
}
const pick = (state: State, n: number) => press(state, ...Array<Command>(n).fill("down"), "confirm");

test("the list has a shift for each case, and says of none what it is", () => {
  expect(shiftSeeds).toHaveLength(cases.length);
  for (const { name, happened } of Object.values(words.onCall.causes))
    for (const state of [list, open]) {
      expect(textOf(state)).not.toContain(name);
      expect(textOf(state)).not.toContain(happened);
    }
});

test("a gauge shows nothing until somebody has looked, and time passes by that alone", () => {
  const before = shiftOf(open).shift.nowSec;
  expect(textOf(open)).toContain(words.onCall.look(15));
  const looked = press(at(open, "worstBoxErrorShare"), "confirm");
  expect(shiftOf(looked).shift.nowSec).toBe(before + 15);
  expect(textOf(looked)).toMatch(/errors of worst box +50/);
  expect(press(looked, "confirm").message).toBe(words.onCall.seen);
});

test("whoever has named nothing cannot change anything, and is told why", () => {
  expect(press(at(open, "make"), "confirm").message).toBe(words.onCall.nameFirst);
});

test("Esc goes one menu back: from the causes to the part that was chosen, from there to the wall", () => {
  const last = which.places.length - 1;
  const causes = pick(press(at(open, "name"), "confirm"), last);
  expect(shiftOf(causes).step).toBe("cause");
  expect(shiftOf(press(causes, "back"))).toMatchObject({ step: "part", at: last });
  expect(shiftOf(press(causes, "back", "back"))).toMatchObject({
    step: "wall",
    at: shiftOf(at(open, "name")).at,
  });
});

test("a shift is worked by its menus, written down, judged and kept; one that was left goes on", () => {
  const place = which.places.indexOf(which.place);
  const named = pick(pick(press(at(open, "name"), "confirm"), place), which.causes.indexOf(which.cause));
  expect(shiftOf(named).shift.named).toMatchObject([{ place: which.place, cause: which.cause }]);
  const made = pick(press(at(named, "make"), "confirm"), which.changes.indexOf("replace-box"));
  const waited = press(at(made, "wait"), "confirm", "confirm", "confirm");
  const left = press(waited, "back");
  expect(left.screen).toMatchObject({ kind: "shifts" });
  const back = press(left, "confirm");
  expect(shiftOf(back).shift).toEqual(shiftOf(waited).shift);
  const writing = press(at(back, "end"), "confirm");
  const typed = reduce(writing, { type: "text", char: "A box erred", atMs: 0 });
  const over = press(typed, "confirm", "confirm", "confirm", "confirm", "confirm");
  expect(shiftOf(over).shift.phase).toBe("over");
  expect(textOf(over)).toContain("★★★");
  expect(textOf(over)).toContain("A box erred");
  expect(over.save.shift).toBeUndefined();
  expect(over.save.onCall[which.id]).toMatchObject([{ seed, stars: 3 }]);
  expect(textOf(press(over, "back"))).toMatch(new RegExp(`Shift ${seed} +★★★`));
});

test("a post-mortem that goes on below says so, until its end is reached", () => {
  const { shift } = shiftOf(open);
  const whole = { ...shift, phase: "over", written: { impact: "long ".repeat(400) } } as ShiftScreen["shift"];
  let over: State = { ...open, screen: { ...shiftOf(open), shift: whole, scroll: 0 } };
  const mark = (state: State) => /↓ (\d+) more/.exec(textOf(state))?.[1];
  let left = Number(mark(over));
  expect(left).toBeGreaterThan(3);
  while (mark(over) !== undefined) {
    expect(Number(mark(over))).toBe(left);
    const before = shiftOf(over).scroll;
    over = pressOnly(over, "down");
    left -= shiftOf(over).scroll - before;
  }
  expect(left).toBe(0);
});

test("the moment that is read off is moved by keys, between the day's first second and now", () => {
  const back = press(open, "scrubBack", "scrubBack");
  const { shift } = shiftOf(open);
  expect(shiftOf(back).scrubSec).toBe(shift.nowSec - 10);
  expect(shiftOf(press(back, "scrubForward", "scrubForward", "scrubForward")).scrubSec).toBe(shift.nowSec);
});

test("no key works a day out: a shift is opened, changed and judged once its days have been watched, and Esc changes one's mind", () => {
  const opening = pressOnly(list, "confirm");
  expect(opening.screen).toMatchObject({ kind: "shifts", opening: { case: which.id, seed } });
  expect(textOf(opening)).toContain(words.onCall.running);
  expect(pressOnly(opening, "down")).toEqual(opening);
  expect(jobOf(pressOnly(opening, "back"))).toBeUndefined();
  const named = pick(pick(press(at(open, "name"), "confirm"), 0), 0);
  expect(wallItems(which)[shiftOf(named).at]).toEqual({ kind: "make" });
  const changing = pressOnly(press(named, "confirm"), "confirm");
  expect(shiftOf(changing).shift.made).toEqual([]);
  expect(textOf(changing)).toContain(words.onCall.running);
  const changed = waited(changing);
  expect(shiftOf(changed).shift.made).toHaveLength(1);
  expect(wallItems(which)[shiftOf(changed).at]).toEqual({ kind: "wait" });
  const left = pressOnly(changing, "back");
  expect([left.screen.kind, jobOf(left)]).toEqual(["shifts", undefined]);
  expect(shiftOf(press(left, "confirm")).shift).toEqual(shiftOf(named).shift);
  const written = press(at(changed, "end"), "confirm", "confirm", "confirm", "confirm", "confirm");
  const judging = pressOnly(written, "confirm");
  expect(shiftOf(judging).shift.phase).toBe("write");
  expect(reduce(judging, { type: "text", char: "x", atMs: 0 })).toMatchObject({ screen: judging.screen });
  expect(shiftOf(waited(judging)).shift.phase).toBe("over");
});

test("a shift opens at the promise that broke, with its curve on the chart", () => {
  const stale = shiftSeeds.find((each) => caseOf(each).id === "stale-cache")!;
  const {
    at: row,
    on,
    shift,
  } = shiftOf(press(openShifts(list, { case: "stale-cache", seed: stale }), "confirm"));
  expect(on).toBe("staleShare");
  expect(wallItems(caseOf(shift.seed))[row]).toEqual({ kind: "signal", signal: "staleShare" });
});

test("what takes time and what is free stands on the wall, with what each step costs", () => {
  for (const said of [words.onCall.timePasses, words.onCall.look(15), words.onCall.wait(30)])
    expect(textOf(open)).toContain(said);
  expect(textOf(press(at(open, "name"), "confirm", "confirm"))).toContain(words.onCall.whichCause(20));
});

test("a shift that was saved of another case does not stand in for the list's own", () => {
  const { shift } = shiftOf(open);
  const foreign = { ...open.save, shift: { ...shift, case: "bad-build", begunMs: 1 } };
  const rows = openShifts({ ...list, save: foreign });
  const own = press({ ...rows, screen: openShifts(rows, { case: which.id, seed }).screen }, "confirm");
  expect(shiftOf(own).shift.case).toBe(which.id);
  expect(own.message).toBeUndefined();
  // It stands above the list's own, and goes on from there.
  expect(textOf(rows)).toMatch(new RegExp(`▸ Shift ${seed}, picked +${words.onCall.open}`));
  expect(shiftOf(press(rows, "confirm")).shift).toEqual({ ...shift, case: "bad-build" });
  // None that cannot be read stands there.
  const unknown = { ...foreign, shift: { ...foreign.shift, case: "no-case" } };
  expect(textOf(openShifts({ ...list, save: unknown }))).not.toContain("picked");
});

test("a day's shift counts once, for its day alone, and leads back to its page", () => {
  const { drawn } = sampleShiftDay;
  const { date, of, seed: daySeed } = drawn;
  const page = { ...list, screen: { kind: "day", date, variant: sampleShiftDay, progress: 0 } } as const;
  const shownPage = reduce(page, {
    type: "dayProven",
    variant: sampleShiftDay,
    day: sampleShiftDay,
    atMs: 0,
  });
  const begun = press(shownPage, "confirm");
  expect(shiftOf(begun).shift).toMatchObject({ case: of, seed: daySeed, date });
  expect(textOf(begun)).toContain(words.onCall.shiftOf(date));
  // Left, it goes on from its page and from the list alike.
  const left = press(at(begun, "wait"), "confirm", "back");
  expect(left.screen).toMatchObject({ kind: "day", date });
  const { nowSec } = left.save.shift!;
  expect(shiftOf(press(left, "confirm")).shift.nowSec).toBe(nowSec);
  expect(shiftOf(press(openShifts(left), "confirm")).shift).toMatchObject({ date, nowSec });
  const ended = (from: State) =>
    press(at(from, "end"), "confirm", "confirm", "confirm", "confirm", "confirm", "confirm");
  const over = ended(press(left, "confirm"));
  expect(shiftOf(over).shift.phase).toBe("over");
  const counted = over.save.days[date]!;
  expect(counted).toMatchObject({ stars: 0 });
  expect(over.message).toMatch(
    new RegExp(`^zero-to-millions ${date} [▁-█]{5} ☆☆☆ cause not named, [\\d,]+ requests lost$`),
  );
  expect([over.save.shift, over.save.onCall]).toEqual([undefined, {}]);
  const back = press(over, "back");
  expect(textOf(back)).toContain("cause not named");
  // Whoever tries again has the same day, and what counted stays.
  const again = ended(press(back, "confirm"));
  expect(again.save.days[date]).toEqual(counted);
});

test("a shift that was kept and cannot be read begins anew, and says so", () => {
  const { shift } = shiftOf(press(at(open, "wait"), "confirm"));
  for (const [broken, message] of [
    [{ ...shift, nowSec: 9_999, begunMs: 1 }, words.onCall.otherShift],
    [{ ...shift, begunMs: 1 }, undefined],
  ] as const) {
    const opened = press({ ...list, save: { ...open.save, shift: broken } }, "confirm");
    expect(opened.message).toBe(message);
    expect(shiftOf(opened).shift.nowSec).toBe(message ? shift.alarmSec : shift.nowSec);
  }
});

test("promises are said to be kept once a shift that ends then is told so, and to settle before that", () => {
  const { shift } = shiftOf(open);
  const made = [{ change: which.mends[0]!, atSec: shift.alarmSec + 40 }];
  const states = Array.from({ length: 16 }, (_, n) => {
    const later = { ...shift, made, nowSec: shift.alarmSec + 40 + 10 * n };
    const { state, told } = promisesNow(words, wallRows(words, which, later));
    const { isRestored } = scoreOf(which, later);
    if (state === "kept") expect(isRestored).toBe(true);
    if (state === "settling") {
      expect(isRestored).toBe(false);
      expect(told).toContain("not for a minute yet");
      expect(textOf({ ...open, screen: { ...shiftOf(open), shift: later } })).toContain(told);
    }
    return state;
  });
  expect([...new Set(states)]).toEqual(["broken", "settling", "kept"]);
});
