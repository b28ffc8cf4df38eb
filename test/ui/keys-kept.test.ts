/** No key is lost and none does what nobody asked for, on levels of several kinds. */
import { describe, expect, test } from "vitest";
import { movesFrom, sittingAfter, startSitting } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { offerName } from "../../src/present/offers.ts";
import { emptySave } from "../../src/saves/index.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { playedOf, runAt, visitOf } from "../helpers/screens.ts";

const on = (screen: Screen): State => ({
  ...initialState(words, mapRowsOf(lessons), emptySave(), []),
  screen,
});
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: 0 }), state);

describe.each(["1", "5", "9"])("on level %s", (number) => {
  const lesson = findLesson(number) as Lesson;
  const { level } = lesson;
  const played = playedOf(lesson, level.start);
  const { recording } = played;
  const visit = visitOf(lesson, level.start);
  const computing: Screen = { kind: "run", visit, at: 0, playing: true, speed: 1, beats: 0, progress: 0 };
  const recorded = (state: State) => reduce(state, { type: "recorded", run: visit.runs, recording, atMs: 0 });

  test("what is asked of a run while it is computed comes with it", () => {
    expect(recorded(press(on(computing), "confirm")).screen.kind).toBe("debrief");
    expect(recorded(press(on(computing), "trace")).screen).toMatchObject({ kind: "run", trace: {} });
    expect(recorded(press(on(computing), "speed16")).screen).toMatchObject({ speed: 16, playing: true });
    expect(recorded(press(on(computing), "skip")).screen).toMatchObject({ at: recording.ticks - 1 });
    expect(recorded(press(on(computing), "pause")).screen).toMatchObject({ playing: false });
  });

  test("that a run is being computed is told aloud once, however often a key asks for it", () => {
    const told = (state: State) => spokenLines(state).filter((line) => /being computed/.test(line));
    expect(told(on(computing))).toEqual([words.run.computing]);
    expect(told(press(on(computing), "confirm", "confirm"))).toEqual([words.run.computing]);
  });

  test("nothing is said to come no more as long as the rest of the run is not known", () => {
    const { ticks, tickSec, latency } = recording;
    const none = {
      design: recording.design,
      seed: 1,
      notes: [],
      losses: [],
      names: [],
      goalsSoFar: [],
      series: () => new Float64Array(),
    };
    const early: Screen = { ...computing, at: 1, begun: { ...none, ticks, tickSec, latency, known: 2 } };
    expect(press(on(early), "nextEvent").message).toBe(words.run.noNextYet);
    expect(press(on(computing), "nextEvent").message).toBe(words.run.noNextYet);
    expect(press(on(runAt(lesson, played, 0.9999)), "nextEvent").message).toBe(words.run.noNext);
  });

  test("a change asked for while the changes are tried is on the board as soon as they are there", () => {
    const debrief: Screen = { kind: "debrief", visit, played, scroll: 0, beats: 0, progress: 0 };
    const [move] = movesFrom(level, level.start);
    const found = [
      { moves: [move!], design: move!.design, costDelta: 1, outcome: recording.outcome },
    ] as const;
    const waiting = press(on(debrief), "choice1");
    expect(waiting.message).toBe(words.debrief.stillTrying);
    const then = reduce(waiting, { type: "compared", run: visit.runs, ideas: [], found, atMs: 0 });
    expect(then.screen).toMatchObject({ kind: "board", visit: { sitting: { design: move!.design } } });
  });

  test("the speed is kept for the next run, of any level", () => {
    const fast = press(on(runAt(lesson, played, 0.1)), "speed16");
    const other = {
      ...fast,
      screen: {
        kind: "board",
        visit: visitOf(findLesson("2") as Lesson, (findLesson("2") as Lesson).level.lesson),
      } as const,
    };
    expect(press(other, "confirm", "skipQuestion").screen).toMatchObject({ kind: "run", speed: 16 });
  });

  test("Space at the end leaves the run where it is", () => {
    const end = on(runAt(lesson, played, 1));
    const after = press({ ...end, screen: { ...end.screen, at: recording.ticks - 1 } as Screen }, "pause");
    expect(after.screen).toMatchObject({ at: recording.ticks - 1, playing: false });
    expect(after.message).toBe(words.run.atEnd);
  });

  test("undo says what it took back, redo what it made again, whatever was changed", () => {
    for (const { offer, design } of movesFrom(level, level.start)) {
      const sitting = sittingAfter(startSitting(level.start), { type: "take", design });
      const undone = press(on({ kind: "board", visit: { ...visit, sitting } }), "undo");
      expect(undone.message).toContain(offerName(words, level, offer));
      expect(undone.screen).toMatchObject({ visit: { sitting: { design: level.start } } });
      expect(press(undone, "redo").message).toContain(offerName(words, level, offer));
    }
  });
});
