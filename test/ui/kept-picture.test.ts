/** A run's picture that is not drawn anew is the one that would be drawn. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { emptySave } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import type { Frame } from "../../src/ui/frame/frame.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import type { RunScreen } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { pageTheme } from "../../src/web/theme.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { runAt, watchedPlayOf } from "../helpers/screens.ts";

const lesson = findLesson("1") as Lesson;
const played = watchedPlayOf(lesson, lesson.level.start);
// What moves shows in colours alone.
const theme = pageTheme("dark");
const frame: Frame = { columns: 80, rows: 24, words, theme, still: false, unicode: true };

function playingFrom(share: number): State {
  const state = initialState(words, mapRowsOf(lessons), emptySave(), []);
  // A recording of its own: nothing was drawn of it before.
  const own = { ...played, recording: { ...played.recording } };
  return { ...state, screen: { ...(runAt(lesson, own, share) as RunScreen), playing: true } };
}

/** The lines of a state whose run has not been drawn before. */
function drawnAnew(state: State, look: Frame): readonly string[] {
  const screen = state.screen as RunScreen;
  const run = screen.played!;
  return draw({ ...state, screen: { ...screen, played: { ...run, recording: { ...run.recording } } } }, look)
    .lines;
}

const beat = (state: State, progress = 0) =>
  reduce(state, { type: "tick", beats: 1, progress, atMs: state.nowMs + 50 });
const press = (state: State, command: Command) =>
  reduce(state, { type: "command", command, atMs: state.nowMs + 10 });

describe("the picture of a run", () => {
  test.each([
    [0, false],
    [0.4, false],
    [0.4, true],
    [0.97, false],
  ])("from a share of %d on, still: %s, is what it would be drawn anew", (share, still) => {
    const look = { ...frame, still };
    let state = playingFrom(share);
    const pictures = new Set<readonly string[]>();
    const beats = 40;
    for (let n = 0; n < beats; n++) {
      const { lines } = draw(state, { ...look });
      expect(lines).toEqual(drawnAnew(state, look));
      pictures.add(lines);
      state = beat(state, n / beats);
    }
    // What moves is at another picture every fourth beat, and a tick takes two beats.
    expect(pictures.size).toBeLessThan(0.8 * beats);
    expect(pictures.size).toBeGreaterThan(1);
  });

  const commands: readonly Command[] = [
    ...(["pause", "step", "speed4", "speed16"] as const),
    ...(["scrubBack", "scrubForward", "toStart", "help"] as const),
  ];
  test.each(commands)("after %s is what it would be drawn anew", (command) => {
    let state = playingFrom(0.5);
    draw(state, frame);
    for (let n = 0; n < 6; n++) {
      state = n % 2 === 0 ? press(state, command) : beat(state);
      expect(draw(state, frame).lines).toEqual(
        state.screen.kind === "run" ? drawnAnew(state, frame) : draw(state, frame).lines,
      );
    }
  });

  test("is another at the same tick where what moves has moved on", () => {
    const state = playingFrom(0.5);
    const { lines } = draw(state, frame);
    const later = { ...state, beat: state.beat + 4 };
    expect(draw(later, frame).lines).toEqual(drawnAnew(later, frame));
    expect(draw(later, frame).lines).not.toEqual(lines);
  });

  test("in another frame, or with something else said, is another", () => {
    const state = playingFrom(0.5);
    const { lines } = draw(state, frame);
    expect(draw(state, { ...frame }).lines).toBe(lines);
    for (const other of [{ columns: 100 }, { rows: 40 }, { unicode: false }, { warning: "not saved" }])
      expect(draw(state, { ...frame, ...other }).lines).toEqual(drawnAnew(state, { ...frame, ...other }));
    const said = { ...state, message: "something else" };
    expect(draw(said, frame).lines).toEqual(drawnAnew(said, frame));
    expect(draw(said, frame).lines).not.toEqual(lines);
  });
});
