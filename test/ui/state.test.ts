import { describe, expect, test } from "vitest";
import { decide, recordAll } from "../../src/game/index.ts";
import { chapters, type Lesson, lessons } from "../../src/levels/index.ts";
import { emptySave, type Save } from "../../src/saves/index.ts";
import { design, formatDesign } from "../../src/sim/index.ts";
import type { Command } from "../../src/ui/keymap.ts";
import { withChange } from "../../src/ui/state/save-changes.ts";
import {
  contextOf,
  initialState,
  isTyping,
  placesOf,
  reduce,
  type Screen,
  type State,
} from "../../src/ui/state.ts";

const lesson = lessons[0] as Lesson;
const { level } = lesson;

function begin(save: Save = emptySave()): State {
  return initialState(placesOf(chapters, lessons), save, []);
}

/** The state after commands, and text in quotes: `"1.3"`. */
function after(state: State, ...commands: readonly (Command | `"${string}"`)[]): State {
  return commands.reduce<State>((now, command) => {
    if (!command.startsWith('"')) return reduce(now, { type: "command", command: command as Command });
    return [...command.slice(1, -1)].reduce((at, char) => reduce(at, { type: "text", char }), now);
  }, state);
}

function screenOf<K extends Screen["kind"]>(state: State, kind: K): Extract<Screen, { kind: K }> {
  expect(state.screen.kind).toBe(kind);
  return state.screen as Extract<Screen, { kind: K }>;
}

/** On the board of level 1. */
const onBoard = () => after(begin(), "confirm", "confirm", "confirm");
const boardLine = (state: State) => formatDesign(screenOf(state, "board").visit.sitting.design);

/** A run of a level-1 design, recorded and judged, on its debrief. */
function debriefed(line: string, state = onBoard()): State {
  const { visit } = screenOf(state, "board");
  const bought: State = {
    ...state,
    screen: { kind: "board", visit: { ...visit, sitting: { design: design(line), past: [], future: [] } } },
  };
  const asked = after(bought, "confirm");
  const running = asked.screen.kind === "prediction" ? after(asked, '"1.3"', "confirm") : asked;
  const run = screenOf(running, "run").visit.runs;
  const recorded = reduce(running, { type: "recorded", run, recording: recordAll(level, design(line), 11) });
  const judged = reduce(recorded, { type: "judged", run, verdict: decide(level, design(line)) });
  return after(judged, "skip", "confirm");
}

describe("the map", () => {
  test("opens on the first level and leads to its briefing, then to its board", () => {
    const map = after(begin(), "confirm");
    expect(screenOf(map, "map").at).toBe(0);
    const briefing = after(map, "confirm");
    expect(screenOf(briefing, "briefing").page).toBe(0);
    screenOf(after(briefing, "confirm"), "board");
  });

  test("lists every level of the chapter and three doors that say soon", () => {
    const { places } = begin();
    expect(places.map(({ id }) => id)).toEqual([...chapters.map(({ id }) => id), "study", "labs", "sandbox"]);
    const map = { ...after(begin(), "confirm"), screen: { kind: "map", at: places.length - 1 } } as State;
    expect(after(map, "confirm").message).toMatch(/soon/);
  });

  test("says what unlocks a locked level instead of opening it", () => {
    const locked = after(begin(), "confirm", "down", "confirm");
    screenOf(locked, "map");
    expect(locked.message).toMatch(/pass "Single server" first|not built yet/);
  });

  test("shows a passed level as a card from which it is played again", () => {
    const save = withChange(
      emptySave(),
      {
        type: "run",
        level: level.id,
        passed: true,
        stars: 2,
        costPerMonth: 71,
        line: "dns · box 2",
        practice: false,
        attempt: true,
      },
      "2026-01-01T00:00:00Z",
    );
    const map = { ...begin(save), screen: { kind: "map", at: 0 } } as State;
    const card = after(map, "confirm");
    expect(screenOf(card, "reference").page).toBe(0);
    screenOf(after(card, "right", "right", "left", "confirm"), "board");
  });
});

describe("the board", () => {
  test("changes the offer in focus and nothing else, and saves it at once", () => {
    const state = after(onBoard(), "right", "down", "right", "right");
    expect(boardLine(state)).toBe("dns · box 2");
    expect(state.save.levels[level.id]?.lastDesign).toBe("dns · box 2");
    expect(state.outbox.length).toBe(3);
  });

  test("undoes, redoes and resets", () => {
    const bought = after(onBoard(), "right", "down", "right");
    expect(boardLine(after(bought, "undo"))).toBe("dns");
    expect(boardLine(after(bought, "undo", "redo"))).toBe("dns · box 1");
    expect(boardLine(after(bought, "reset"))).toBe(formatDesign(level.start));
    expect(boardLine(after(bought, "reset", "undo"))).toBe("dns · box 1");
    expect(after(onBoard(), "undo").message).toBe("Nothing to undo.");
  });

  test("says so at the end of an offer's choices", () => {
    expect(after(onBoard(), "left").message).toMatch(/no less/);
    expect(after(onBoard(), "right", "right").message).toMatch(/no more/);
  });

  test("shows what is over budget but does not run it, and says by how much", () => {
    const over = after(onBoard(), "down", "right", "right", "right", "right", "right", "right");
    const tried = after(over, "confirm");
    screenOf(tried, "board");
    expect(tried.message).toMatch(/\$971 over the budget of \$150/);
  });

  test("gives hints one at a time, remembers the most used, and puts them away with a run", () => {
    const hinted = after(onBoard(), "hint", "hint");
    expect(screenOf(hinted, "board").visit.hintsShown).toBe(2);
    expect(hinted.save.levels[level.id]?.hintsUsed).toBe(2);
    expect(after(hinted, "hint", "hint").message).toMatch(/these are all/);
    const run = after(hinted, "right", "confirm", '"1"', "confirm");
    expect(screenOf(run, "run").visit.hintsShown).toBe(0);
  });

  test("keeps designs by name, puts them back and removes them", () => {
    const kept = after(onBoard(), "right", "designs", "keep", '"my first"', "confirm");
    expect(kept.save.levels[level.id]?.designs).toEqual([{ name: "my first", notation: "dns" }]);
    const loaded = after(kept, "left", "designs", "confirm");
    expect(boardLine(loaded)).toBe("dns");
    expect(after(kept, "designs", "drop").save.levels[level.id]?.designs).toEqual([]);
    expect(after(kept, "designs", "down", "drop").message).toMatch(/Only designs that you named/);
  });

  test("takes digits for an estimate and letters only for a name", () => {
    const pad = after(onBoard(), "estimate", '"5x00"');
    expect(isTyping(pad)).toBe(true);
    const { panel } = screenOf(pad, "board");
    expect(panel).toMatchObject({ kind: "estimate", typed: { users: "500" } });
    expect(contextOf(after(pad, "back"))).toBe("board");
  });
});

describe("prediction and run", () => {
  test("ask once before the first run, then no more", () => {
    const asked = after(onBoard(), "right", "confirm");
    screenOf(asked, "prediction");
    expect(after(asked, "confirm").message).toMatch(/Type a number/);
    const run = after(asked, '"1.3"', "confirm");
    expect(screenOf(run, "run").visit.prediction).toEqual({ answer: "1.3", right: true });
    expect(run.save.levels[level.id]?.predictions).toMatchObject([{ answer: "1.3", right: true }]);
    screenOf(after(run, "back", "confirm"), "run");
  });

  test("the clock moves the playback, faster at higher speed, and never past the end", () => {
    const board = onBoard();
    const running = after(board, "right", "confirm", '"1"', "confirm");
    const recording = recordAll(level, design("dns · box 2"), 11);
    const played = reduce(running, { type: "recorded", run: 1, recording });
    const slow = reduce(played, { type: "tick", beats: 20 });
    expect(screenOf(slow, "run").at).toBeCloseTo(10);
    const fast = reduce(after(played, "speed16"), { type: "tick", beats: 20 });
    expect(screenOf(fast, "run").at).toBeCloseTo(160);
    const paused = reduce(after(slow, "pause"), { type: "tick", beats: 20 });
    expect(screenOf(paused, "run").at).toBeCloseTo(10);
    const end = reduce(fast, { type: "tick", beats: 20_000 });
    expect(screenOf(end, "run")).toMatchObject({ at: 599, playing: false });
    expect(screenOf(after(end, "scrubBack"), "run").at).toBe(589);
    expect(screenOf(after(end, "pause"), "run")).toMatchObject({ at: 0, playing: true });
  });

  test("a result for an older run is not taken for the present one's", () => {
    const running = after(onBoard(), "right", "confirm", '"1"', "confirm");
    const recording = recordAll(level, design("dns"), 11);
    const again = after(running, "back", "confirm");
    expect(screenOf(reduce(again, { type: "recorded", run: 1, recording }), "run").played).toBeUndefined();
    expect(screenOf(reduce(again, { type: "recorded", run: 2, recording }), "run").played).toBeDefined();
  });
});

describe("the debrief", () => {
  test("keeps a passed run with two stars, and the third after its task", () => {
    const won = debriefed("dns · box 2");
    expect(won.save.levels[level.id]).toMatchObject({
      passed: true,
      stars: 2,
      bestCostPerMonth: 71,
      bestDesign: "dns · box 2",
      attempts: 1,
      debriefRead: true,
    });
    const { panel } = screenOf(after(won, "task"), "debrief");
    expect(panel).toMatchObject({ kind: "task" });
    const wrong = after(won, "task", "confirm", "confirm", "confirm", "confirm");
    expect(screenOf(wrong, "debrief").panel).toMatchObject({ wrong: true, chosen: [] });
    // In the order of their words: address, request, answer, name.
    const right = after(won, "task", "down", "down", "down", "confirm", "confirm", "confirm", "confirm");
    expect(right.save.levels[level.id]).toMatchObject({ stars: 3, attempts: 1 });
  });

  test("keeps a lost run as an attempt and nothing more", () => {
    const lost = debriefed("dns · box 1");
    expect(lost.save.levels[level.id]).toMatchObject({ passed: false, stars: 0, attempts: 1 });
    expect(after(lost, "task").message).toMatch(/First meet the goals/);
    expect(after(lost, "next").message).toMatch(/when this one is passed|not built yet/);
  });

  test("shows the solution after a question, for practice without stars", () => {
    const lost = debriefed("dns · box 1");
    screenOf(after(lost, "answer", "back"), "debrief");
    const shown = after(lost, "answer", "confirm");
    const { visit } = screenOf(shown, "board");
    expect(visit.practice).toBe(true);
    expect(formatDesign(visit.sitting.design)).toBe(formatDesign(level.lesson));
    expect(shown.save.levels[level.id]?.lastDesign).toBeUndefined();
    const practised = debriefed("dns · box 2", shown);
    expect(practised.save.levels[level.id]).toMatchObject({ passed: false, practice: true, stars: 0 });
  });

  test("puts one of the changes on the board", () => {
    const lost = debriefed("dns · box 1");
    const move = {
      offer: level.shop[1]!,
      choice: level.shop[1]!.choices[2]!,
      design: design("dns · box 2"),
      costDelta: 55,
    };
    const { outcome } = recordAll(level, design("dns · box 2"), 11);
    const found = reduce(lost, { type: "compared", run: 1, found: [{ move, outcome }] });
    const tried = after(found, "choice1");
    expect(boardLine(tried)).toBe("dns · box 2");
    expect(screenOf(tried, "board").visit.focus).toBe(1);
    expect(boardLine(after(tried, "undo"))).toBe("dns · box 1");
    expect(after(found, "choice2").message).toMatch(/no such change/);
  });
});

describe("questions", () => {
  test("are graded only after the answer was shown, and remembered when known", () => {
    const asked = after(begin(), "confirm", "questions");
    expect(after(asked, "good").message).toMatch(/Think first/);
    const known = after(asked, "confirm", "good");
    expect(screenOf(known, "questions").at).toBe(1);
    expect(known.save.levels[level.id]?.questionsSeen).toEqual(["01-single-server-q1"]);
    const forgotten = after(known, "back", "questions", "confirm", "again");
    expect(forgotten.save.levels[level.id]?.questionsSeen).toEqual([]);
    screenOf(after(known, "confirm", "good", "confirm", "good"), "map");
  });
});

describe("saving", () => {
  test("what is on disk replaces what was thought, and what is not yet written is kept on top", () => {
    const state = after(onBoard(), "right", "down", "right");
    const other = withChange(
      emptySave(),
      { type: "hints", level: level.id, used: 3 },
      "2026-01-01T00:00:00Z",
    );
    const saved = reduce(state, { type: "saved", count: 1, save: other });
    expect(saved.outbox.length).toBe(1);
    expect(saved.save.levels[level.id]).toMatchObject({ hintsUsed: 3, lastDesign: "dns · box 1" });
  });

  test("leaving ends the game with code 0, from every screen", () => {
    for (const state of [begin(), onBoard(), debriefed("dns · box 1"), after(onBoard(), "help")])
      expect(after(state, "quit").exitCode).toBe(0);
  });
});

test("the list of keys lies over any screen and goes away again", () => {
  const open = after(onBoard(), "help");
  expect(contextOf(open)).toBe("help");
  expect(contextOf(after(open, "back"))).toBe("board");
});
