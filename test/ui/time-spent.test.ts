/** Time at the screens: between keys, remembered with what is remembered anyway. */
import { expect, test } from "vitest";
import { emptyLevel, emptySave } from "../../src/saves/index.ts";
import { silenceMaxMs } from "../../src/study/time.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { showMap } from "../../src/ui/model/transitions.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { lessons, words } from "../helpers/english.ts";

const noonMs = Date.UTC(2026, 10, 26, 12);
const first = lessons[0]?.level.id as string;
const save = { ...emptySave(), levels: { [first]: { ...emptyLevel(), passed: true } } };
const begun = showMap(initialState(words, mapRowsOf(lessons), save, []), "study");

/** Keys, each so many ms after noon. */
const at = (state: State, ...keys: readonly (readonly [ms: number, command: Command])[]) =>
  keys.reduce((now, [ms, command]) => reduce(now, { type: "command", command, atMs: noonMs + ms }), state);
const spent = ({ save }: State) => save.activeMs;

test("moving about saves nothing for a minute; then the minute", () => {
  const moved = at(begun, [0, "up"], [20_000, "down"], [59_999, "up"]);
  expect([spent(moved), moved.outbox]).toEqual([{}, []]);
  const later = at(moved, [60_000, "down"]);
  expect(spent(later)).toEqual({ "2026-11-26": 60_000 });
  expect(later.outbox.map(({ type }) => type)).toEqual(["active"]);
  expect(spent(at(later, [60_500, "up"]))).toEqual({ "2026-11-26": 60_000 });
});

test("an answer takes along what was spent until then, and each moment counts once", () => {
  const reviewed = at(begun, [0, "confirm"], [5_000, "confirm"], [9_000, "good"]);
  expect(reviewed.outbox.map(({ type }) => type)).toEqual(["answer", "active"]);
  expect(spent(reviewed)).toEqual({ "2026-11-26": 9_000 });
  expect(spent(at(reviewed, [10_000, "confirm"], [11_000, "again"]))).toEqual({ "2026-11-26": 11_000 });
});

test("of an hour away from the keys one silence counts; a clock set back counts nothing", () => {
  expect(spent(at(begun, [0, "up"], [3_600_000, "down"]))).toEqual({ "2026-11-26": silenceMaxMs });
  expect(spent(at(begun, [0, "up"], [-86_400_000, "down"], [-86_400_000 + 60_000, "up"]))).toEqual({
    "2026-11-25": 60_000,
  });
});

test("what passes without a key, such as a clock's beats or finished work, counts for nothing", () => {
  const state = at(begun, [0, "up"]);
  const beaten = reduce(state, { type: "tick", beats: 1, atMs: noonMs + 50_000 });
  expect(beaten.active).toEqual({ atMs: noonMs, ms: 0 });
});
