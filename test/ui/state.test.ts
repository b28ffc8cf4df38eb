import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { beginRecording, decide, decidingDay, finish, inSlices, tracing } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { design, formatDesign } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import { bindings, type Command, contexts } from "../../src/ui/keys/keymap.ts";
import { actionFor } from "../../src/ui/model/context.ts";
import { topicsInOrder } from "../../src/ui/model/ladders.ts";
import { offered } from "../../src/ui/model/offered.ts";
import { withChange } from "../../src/ui/model/save-changes.ts";
import { enterLevel, startVisit } from "../../src/ui/model/transitions.ts";
import type { Visit } from "../../src/ui/model/types.ts";
import {
  type Action,
  contextOf,
  initialState,
  isMoving,
  isTyping,
  mapRowsOf,
  reduce as reduceTimed,
  type Screen,
  type State,
} from "../../src/ui/reduce.ts";
import { keyRows } from "../../src/ui/screens/help/layout.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { findLesson, glossary, lessons, words } from "../helpers/english.ts";
import { recordingOf } from "../helpers/recorded.ts";

const plainCanvas = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };
const lesson = lessons[0] as Lesson;

const { level } = lesson;

const atMs = Date.UTC(2026, 10, 25, 12);
const reduce = (state: State, action: Action): State => reduceTimed(state, { ...action, atMs });

function begin(save: Save = emptySave()): State {
  return initialState(words, mapRowsOf(lessons), save, [], undefined, glossary);
}

/** The state after commands, and text in quotes: `"1.3"`. */
function press(state: State, ...commands: readonly (Command | `"${string}"`)[]): State {
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
const onBoard = () => press(begin(), "confirm", "confirm", "confirm");

const boardLine = (state: State) => formatDesign(screenOf(state, "board").visit.sitting.design);

/** A run of a level-1 design, recorded and judged, on its debrief. */
function debriefed(line: string, state = onBoard(), isOpenEarly = false): State {
  const { visit } = screenOf(state, "board");
  const bought: State = {
    ...state,
    screen: { kind: "board", visit: { ...visit, sitting: { design: design(line), past: [], future: [] } } },
  };
  const asked = press(bought, "confirm");
  const running = asked.screen.kind === "prediction" ? press(asked, '"1.3"', "confirm") : asked;
  const run = screenOf(running, "run").visit.runs;
  const recorded = reduce(running, {
    type: "recorded",
    run,
    recording: recordingOf(level, design(line), 11),
  });
  const before = isOpenEarly ? press(recorded, "skip", "confirm") : recorded;
  const judged = reduce(before, { type: "judged", run, verdict: decide(level, design(line)) });
  const shown = isOpenEarly ? judged : press(judged, "skip", "confirm");
  return shown.screen.kind === "pass" ? press(shown, "confirm") : shown;
}

describe("the map", () => {
  test("opens on the first level and leads to its briefing, then to its board", () => {
    const map = press(begin(), "confirm");
    expect(screenOf(map, "map").at).toBe(0);
    const briefing = press(map, "confirm");
    expect(screenOf(briefing, "briefing").page).toBe(0);
    screenOf(press(briefing, "confirm"), "board");
  });

  test("lists every level and the doors of the other rooms, each of which opens or says why not", () => {
    const { mapRows } = begin();
    expect(mapRows.map(({ id }) => id)).toEqual([
      ...lessons.map(({ level: { id } }) => id),
      "study",
      "labs",
      "onCall",
      "sandbox",
      "puzzles",
      "day",
      "endless",
    ]);
    const at = mapRows.findIndex(({ id }) => id === "sandbox");
    const map = { ...press(begin(), "confirm"), screen: { kind: "map", at } } as State;
    expect(press(map, "confirm").screen.kind).toBe("sandbox");
    expect(press(map, "up", "confirm").screen.kind).toBe("shifts");
    expect(press(map, "up", "up", "confirm").screen.kind).toBe("labs");
    expect(press(map, "up", "up", "up", "confirm").message).toBe(words.study.empty);
    expect(press(map, "down", "confirm").screen.kind).toBe("puzzles");
    expect(press(map, "down", "down", "confirm").screen.kind).toBe("day");
    expect(press(map, "down", "down", "down", "confirm").message).toBe(
      words.course.locked(lessons.at(-1)!.prose.title),
    );
  });

  test("left and right go from a door to the one beside it, and nowhere from a level", () => {
    const { mapRows } = begin();
    const placeOf = (id: string) => mapRows.findIndex((row) => row.id === id);
    const from = (id: string) => ({ ...begin(), screen: { kind: "map", at: placeOf(id) } }) as State;
    expect(screenOf(press(from("study"), "right"), "map").at).toBe(placeOf("puzzles"));
    expect(screenOf(press(from("endless"), "left"), "map").at).toBe(placeOf("onCall"));
    for (const [id, side] of [
      ["study", "left"],
      ["day", "right"],
      [lessons[0]!.level.id, "right"],
    ] as const)
      expect(screenOf(press(from(id), side), "map").at).toBe(placeOf(id));
  });

  test("a level of the list is on the map and playable, and nothing else is needed for it", () => {
    const encore: Lesson = {
      level: { ...level, id: "14-encore", number: 14 },
      prose: { ...lesson.prose, title: "Encore" },
    };
    const before = lessons.at(-1) as Lesson;
    const passed = { [before.level.id]: { ...emptyLevel(), passed: true } };
    const state = initialState(
      words,
      mapRowsOf([...lessons, encore]),
      { ...emptySave(), levels: passed },
      [],
    );
    const map: State = { ...state, screen: { kind: "map", at: lessons.length } };
    const frame = plainCanvas;
    expect(draw(map, frame).lines.join("\n")).toMatch(/▸ 14 Encore/);
    screenOf(press(map, "confirm", "confirm", "down", "right"), "board");
    const closed: State = { ...map, save: emptySave() };
    expect(press(closed, "confirm").message).toContain(before.prose.title);
  });

  test("every folder of a level is in the list", () => {
    const folder = new URL("../../src/levels/", import.meta.url);
    const ids = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(ids.map(({ name }) => name).sort()).toEqual(lessons.map((each) => each.level.id).sort());
  });

  test("says what unlocks a locked level instead of opening it", () => {
    const locked = press(begin(), "confirm", "down", "confirm");
    screenOf(locked, "map");
    expect(locked.message).toMatch(/pass "Single server" first/);
  });

  test("shows a passed level as a card from which it is played again", () => {
    const save = withChange(emptySave(), {
      type: "run",
      level: level.id,
      passed: true,
      stars: 2,
      costPerMonth: 71,
      line: "dns · box 2",
      practice: false,
      attempt: true,
      atMs,
    });
    const map = { ...begin(save), screen: { kind: "map", at: 0 } } as State;
    const card = press(map, "confirm");
    expect(screenOf(card, "reference").page).toBe(0);
    screenOf(press(card, "right", "right", "left", "confirm"), "board");
  });
});

describe("the board", () => {
  test("changes the offer in focus and nothing else, and saves it at once", () => {
    const state = press(onBoard(), "right", "down", "right", "right");
    expect(boardLine(state)).toBe("dns · box 2");
    expect(state.save.levels[level.id]?.lastDesign).toBe("dns · box 2");
    expect(state.outbox.length).toBe(4);
  });

  test("undoes, redoes and resets", () => {
    const bought = press(onBoard(), "right", "down", "right");
    expect(boardLine(press(bought, "undo"))).toBe("dns");
    expect(boardLine(press(bought, "undo", "redo"))).toBe("dns · box 1");
    expect(boardLine(press(bought, "reset"))).toBe(formatDesign(level.start));
    expect(boardLine(press(bought, "reset", "undo"))).toBe("dns · box 1");
    expect(press(onBoard(), "undo").message).toBe("Nothing to undo.");
  });

  test("says so at the end of an offer's choices", () => {
    expect(press(onBoard(), "left").message).toMatch(/no less/);
    expect(press(onBoard(), "right", "right").message).toMatch(/no more/);
  });

  test("shows what is over budget but does not run it, and says by how much", () => {
    const over = press(onBoard(), "down", "right", "right", "right", "right", "right", "right");
    const tried = press(over, "confirm");
    screenOf(tried, "board");
    expect(tried.message).toMatch(/\$971 over the budget of \$150/);
  });

  test("gives hints one at a time, remembers the most used, and puts them away with a run", () => {
    const hinted = press(onBoard(), "hint", "hint");
    expect(screenOf(hinted, "board").visit.hintsShown).toBe(2);
    expect(hinted.save.levels[level.id]?.hintsUsed).toBe(2);
    // There was no run yet: the first speaks of none, and the answer to the level's question stands nowhere.
    expect(spokenLines(hinted).join(" ")).toContain(words.board.hint.runFirst);
    const all = press(hinted, "hint");
    expect(screenOf(all, "board").visit.hintsShown).toBe(3);
    // The same key closes them, and so does Escape, which else leads to the map.
    for (const key of ["hint", "back"] as const) {
      const closed = press(all, key);
      expect(screenOf(closed, "board").visit.hintsShown).toBe(0);
      expect(closed.message).toMatch(/hints are closed/);
      screenOf(press(closed, "back"), "map");
    }
    const run = press(hinted, "right", "confirm", '"1"', "confirm");
    expect(screenOf(run, "run").visit.hintsShown).toBe(0);
  });

  test("keeps designs by name, puts them back and removes them", () => {
    const kept = press(onBoard(), "right", "designs", "keep", '"my first"', "confirm");
    expect(kept.save.levels[level.id]?.designs).toMatchObject([{ name: "my first", notation: "dns" }]);
    const loaded = press(kept, "left", "designs", "confirm");
    expect(boardLine(loaded)).toBe("dns");
    expect(press(kept, "designs", "drop").save.levels[level.id]?.designs).toEqual([]);
    expect(press(kept, "designs", "down", "drop").message).toMatch(/Only designs that you named/);
  });

  test("drops no kept design in silence: neither one too many, nor one of the same name", () => {
    const keep = (state: State, name: string) =>
      press(state, "designs", "keep", `"${name}"` as `"${string}"`, "confirm");
    const names = (state: State) => state.save.levels[level.id]?.designs.map(({ name }) => name);
    const twelve = Array.from({ length: 12 }, (_, n) => `d${n}`).reduce(keep, press(onBoard(), "right"));
    expect(names(twelve)).toHaveLength(12);
    const refused = press(twelve, "designs", "keep");
    expect(refused.message).toMatch(/12 designs are kept here.*x removes/);
    expect(names(refused)).toEqual(names(twelve));
    const bought = press(press(onBoard(), "right"), "down", "right");
    const asked = keep(keep(press(onBoard(), "right"), "one"), "one");
    expect(asked.message).toMatch(/kept already. Enter once more/);
    expect(boardLine(bought)).not.toBe("dns");
    expect(press(asked, "confirm").message).toMatch(/in place of the one before/);
    // A list that another window or a hand made longer stays as long as it is.
    const many = Array.from({ length: 40 }, (_, n) => ({
      name: `h${n}`,
      notation: "dns",
      madeMs: n,
      atMs: n,
    }));
    const long = { ...emptySave(), levels: { [level.id]: { ...emptyLevel(), designs: many } } };
    const change = { type: "keep", level: level.id, name: "new", line: "dns", atMs: 0 } as const;
    expect(withChange(long, change).levels[level.id]?.designs).toHaveLength(41);
  });

  test("shows a kept design that this level cannot sell, and removes it when told to", () => {
    const designs = [{ name: "odd", notation: "dns · lb 2 · web 9×8", madeMs: 1, atMs: 1 }];
    const save = { ...emptySave(), levels: { [level.id]: { ...emptyLevel(), designs } } };
    const list = press(begin(save), "confirm", "confirm", "confirm", "designs");
    expect(spokenLines(list)[0]).toMatch(/odd.*cannot sell it/);
    expect(press(list, "confirm").message).toMatch(/cannot sell it/);
    expect(press(list, "drop").save.levels[level.id]?.designs).toEqual([]);
  });

  test("starts over after a question alone, and keeps the settings", () => {
    const save: Save = { ...emptySave(), settings: { theme: "light" }, levels: { [level.id]: emptyLevel() } };
    const asked = press(begin(save), "confirm", "startOver");
    expect(contextOf(asked)).toBe("confirm");
    expect(press(asked, "back").save).toEqual(save);
    expect(press(asked, "confirm").save).toEqual({ ...emptySave(), settings: { theme: "light" } });
  });

  test("takes digits for an estimate and letters only for a name", () => {
    const pad = press(onBoard(), "estimate", '"5x00"');
    expect(isTyping(pad)).toBe(true);
    const { panel } = screenOf(pad, "board");
    expect(panel).toMatchObject({ kind: "estimate", typed: { users: "500" } });
    expect(contextOf(press(pad, "back"))).toBe("board");
  });
});

describe("prediction and run", () => {
  /** On the board with that design. */
  const withDesign = (line: string): State => {
    const { visit } = screenOf(onBoard(), "board");
    const sitting = { design: design(line), past: [], future: [] };
    return { ...onBoard(), screen: { kind: "board", visit: { ...visit, sitting } } };
  };
  /** The run on the screen, recorded. */
  const recordedOf = (state: State): State => {
    const { visit } = screenOf(state, "run");
    return reduce(state, {
      type: "recorded",
      run: visit.runs,
      recording: recordingOf(visit.lesson.level, visit.sitting.design, 11),
    });
  };

  test("ask once before the first run, then no more; the run itself says what is right", () => {
    const asked = press(withDesign("dns · box 2"), "confirm");
    expect(screenOf(asked, "prediction").about).toBe("question");
    expect(press(asked, "confirm").message).toMatch(/Type a number/);
    const run = press(asked, '"70"', "confirm");
    expect(run.save.levels[level.id]?.predictions).toEqual([]);
    const done = recordedOf(run);
    expect(screenOf(done, "run").visit.foretold).toMatchObject({ answer: "70", truth: "72", right: true });
    expect(done.save.levels[level.id]?.predictions).toMatchObject([{ answer: "70", right: true }]);
    expect(screenOf(done, "run").visit.expected).toBeUndefined();
    screenOf(press(done, "back", "confirm"), "run");
  });

  test("the same answer is wrong for another design", () => {
    const run = press(withDesign("dns · box 4"), "confirm", '"70"', "confirm");
    const done = recordedOf(run);
    expect(screenOf(done, "run").visit.foretold).toMatchObject({ truth: "39", right: false });
  });

  test("that did not come true is kept with that run's figures, once; one that did is not", () => {
    const wrong = recordedOf(press(withDesign("dns · box 1"), "confirm", '"70"', "confirm"));
    const [mistake, ...others] = wrong.save.levels[level.id]?.mistakes ?? [];
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({ about: "question", of: "", answer: "70", design: "dns · box 1" });
    expect(mistake?.truth).toBe(screenOf(wrong, "run").visit.foretold?.truth);
    expect(mistake?.missed.map(({ indicator }) => indicator)).toEqual(["latencyP95Ms", "availability"]);
    const again = recordedOf(press(wrong, "back", "right", "ask", '"60"', "confirm"));
    expect(again.save.levels[level.id]?.mistakes).toHaveLength(1);
    const right = recordedOf(press(withDesign("dns · box 2"), "confirm", '"70"', "confirm"));
    expect(right.save.levels[level.id]?.mistakes).toEqual([]);
  });

  test("a question can be skipped with a key, and is not asked again by itself", () => {
    const run = press(withDesign("dns · box 2"), "confirm", "skipQuestion");
    expect(recordedOf(run).save.levels[level.id]?.predictions ?? []).toEqual([]);
    screenOf(press(run, "back", "confirm"), "run");
    screenOf(press(run, "back", "ask"), "prediction");
  });

  test("a design without what the question speaks of is asked whether it will hold at all", () => {
    const asked = press(withDesign("box 2"), "confirm");
    expect(screenOf(asked, "prediction").about).toBe("goals");
    const done = recordedOf(press(asked, "option2", "confirm"));
    expect(screenOf(done, "run").visit.foretold).toMatchObject({ answer: "no", truth: "no", right: true });
  });

  test("a run pauses while the window is too small to see it, and says so", () => {
    const run = recordedOf(press(withDesign("dns · box 2"), "confirm", "skipQuestion"));
    const size = { columns: 80, rows: 24 };
    const hidden = reduce(run, { type: "resized", ...size, isHidden: true });
    expect(screenOf(hidden, "run").playing).toBe(false);
    const back = reduce(hidden, { type: "resized", ...size, isHidden: false });
    expect(back.message).toMatch(/Paused while the window was too small/);
    expect(screenOf(reduce(run, { type: "resized", ...size, isHidden: false }), "run").playing).toBe(true);
  });

  test("once it has what the level's question speaks of, that question comes as well", () => {
    const guessed = press(withDesign("box 2"), "confirm", "skipQuestion", "back");
    screenOf(press(guessed, "confirm"), "run");
    const named = press(guessed, "right", "confirm");
    expect(screenOf(named, "prediction").about).toBe("question");
  });

  test("a changed design is foretold with one key: up, down or the same", () => {
    const board = press(debriefed("dns · box 1"), "confirm");
    expect(press(board, "expectDown").message).toMatch(/has been run/);
    expect(press(onBoard(), "expectDown").message).toMatch(/First a run/);
    const changed = press(board, "down", "right");
    const done = recordedOf(press(changed, "expectDown", "confirm"));
    expect(screenOf(done, "run").visit.foretold).toMatchObject({
      about: "trend",
      truth: "down",
      right: true,
    });
    expect(done.save.levels[level.id]?.predictions.at(-1)).toMatchObject({ answer: "down", right: true });
    const wrong = recordedOf(press(changed, "expectUp", "confirm"));
    expect(screenOf(wrong, "run").visit.foretold).toMatchObject({ truth: "down", right: false });
    // Nothing is expected of what cannot be run: it says why, as Enter would.
    const dear = press(board, "down", "right", "right", "right");
    for (const key of ["expectUp", "expectDown", "expectSame", "ask", "confirm"] as const) {
      const told = press(dear, key);
      expect(told.message).toMatch(/over the budget/);
      expect(screenOf(told, "board").visit.expected).toBeUndefined();
    }
  });

  test("the clock moves the playback, faster at higher speed, and never past the end", () => {
    const board = onBoard();
    const running = press(board, "right", "confirm", '"1"', "confirm");
    const recording = recordingOf(level, design("dns · box 2"), 11);
    const played = reduce(running, { type: "recorded", run: 1, recording });
    const slow = reduce(played, { type: "tick", beats: 20 });
    expect(screenOf(slow, "run").at).toBeCloseTo(10);
    const fast = reduce(press(played, "speed16"), { type: "tick", beats: 20 });
    expect(screenOf(fast, "run").at).toBeCloseTo(160);
    const paused = reduce(press(slow, "pause"), { type: "tick", beats: 20 });
    expect(screenOf(paused, "run").at).toBeCloseTo(10);
    const end = reduce(fast, { type: "tick", beats: 20_000 });
    expect(screenOf(end, "run")).toMatchObject({ at: 599, playing: false });
    expect(screenOf(press(end, "scrubBack"), "run").at).toBe(589);
    const still = press(end, "pause");
    expect(screenOf(still, "run")).toMatchObject({ at: 599, playing: false });
    expect(still.message).toMatch(/end of the run: 0 goes back/);
  });

  test("plays while it is computed: no picture is later than what is known, and its end waits for the verdict's run", () => {
    const running = press(onBoard(), "confirm", '"1.3"', "confirm");
    const { run, bought } = {
      run: screenOf(running, "run").visit.runs,
      bought: screenOf(running, "run").visit.sitting.design,
    };
    const { playback, rest } = beginRecording(level, bought, 11);
    rest.next();
    const begun = reduce(running, { type: "begun", run, playback });
    expect(isMoving(begun)).toBe(true);
    const clock = (state: State) => draw(state, plainCanvas).lines[0]?.trim();
    expect(clock(begun)).toMatch(/t=0 of 600 s/);
    const early = press(begun, "skip");
    expect(clock(early), "as far as is known").toMatch(new RegExp(`t=${playback.known - 1} of 600 s`));
    for (const command of ["confirm", "trace"] as const)
      expect(press(early, command).message).toMatch(/^One moment/);
    expect(screenOf(press(early, "back"), "board")).toBeDefined();
    const asked = reduce(press(early, "confirm"), {
      type: "recorded",
      run,
      recording: recordingOf(level, bought, 11),
    });
    screenOf(asked, "debrief");
    const whole = reduce(early, { type: "recorded", run, recording: finish(rest) });
    expect(clock(whole)).toMatch(/t=600 of 600 s.*end/);
    screenOf(press(whole, "confirm"), "debrief");
  });

  test("which day decides is found while a question is read, and a run begins on it", () => {
    const fifth = findLesson("5")!;
    const board: State = {
      ...begin(),
      screen: { kind: "board", visit: startVisit(emptySave(), fifth) },
    };
    const asked = press(board, "confirm");
    const job = jobOf(asked)!;
    expect(job.id).toContain("decides");
    if (!("plan" in job)) throw new Error("the day is found by whole runs");
    const found = finish(inSlices(job.playable, job.plan()));
    const told = reduce(asked, found as Action);
    expect(jobOf(told), "found once").toBeUndefined();
    const running = press(told, "skipQuestion");
    const record = jobOf(running)!;
    expect(record.id).toContain("record");
    const seed = decidingDay(fifth.level, screenOf(running, "run").visit.sitting.design);
    if (!("start" in record)) throw new Error("a run is recorded here");
    const steps = record.start();
    for (let step = steps.next(); ; step = steps.next()) {
      const { value } = step;
      if (typeof value === "number" || value.type !== "begun") continue;
      expect(value.playback.seed).toBe(seed);
      break;
    }
    // Who did not wait for it waits in the run; another design asks for it anew.
    expect(jobOf(press(asked, "skipQuestion"))?.id).toContain("decides");
    const onScreen = screenOf(told, "prediction");
    const sitting = { ...onScreen.visit.sitting, design: fifth.level.lesson };
    const changed: State = { ...told, screen: { ...onScreen, visit: { ...onScreen.visit, sitting } } };
    expect(jobOf(changed)?.id).toContain("decides");
  });

  test("a request of the moment is followed while the playback waits, and Escape lets it be", () => {
    const asked = press(onBoard(), "right", "down", "right", "confirm", '"1.3"', "confirm");
    const run = screenOf(asked, "run").visit.runs;
    const { design: bought } = screenOf(asked, "run").visit.sitting;
    const running = reduce(asked, { type: "recorded", run, recording: recordingOf(level, bought, 11) });
    const opened = press(reduce(running, { type: "tick", beats: 100 }), "trace");
    const { trace, playing } = screenOf(opened, "run");
    expect([trace?.which, trace?.found, playing]).toEqual(["median", undefined, false]);
    expect(contextOf(opened)).toBe("trace");
    const tick = trace?.tick as number;
    expect(jobOf(opened)?.id).toContain("trace");
    const found = finish(tracing(level, bought, 11, tick));
    expect(reduce(opened, { type: "traced", run, tick: tick + 1, found })).toEqual(opened);
    const shown = reduce(opened, { type: "traced", run, tick, found });
    const words = spokenLines(shown).join("\n");
    expect(words).toMatch(/median, 1 of 4[\s\S]*name[^:]*: [\s\S]*box: [\s\S]*All of it: /);
    expect(screenOf(press(shown, "right"), "run").trace?.which).toBe("slow");
    expect(screenOf(press(shown, "right", "right"), "run").trace?.which).toBe("failed");
    expect(screenOf(press(shown, "back"), "run").trace).toBeUndefined();
  });

  test("a result for an older run is not taken for the present one's", () => {
    const running = press(onBoard(), "right", "confirm", '"1"', "confirm");
    const recording = recordingOf(level, design("dns"), 11);
    const again = press(running, "back", "confirm");
    expect(screenOf(reduce(again, { type: "recorded", run: 1, recording }), "run").played).toBeUndefined();
    expect(screenOf(reduce(again, { type: "recorded", run: 2, recording }), "run").played).toBeDefined();
  });
});

describe("the moment after a pass", () => {
  /** A run of a level-1 design, recorded and judged, left for its debrief. */
  const ended = (line: string, state = onBoard()): State => {
    const { visit } = screenOf(state, "board");
    const sitting = { design: design(line), past: [], future: [] };
    const bought: State = {
      ...state,
      screen: { kind: "board", visit: { ...visit, sitting, asked: "question" } },
    };
    const running = press(bought, "confirm");
    const run = screenOf(running, "run").visit.runs;
    const recorded = reduce(running, {
      type: "recorded",
      run,
      recording: recordingOf(level, design(line), 11),
    });
    return press(
      reduce(recorded, { type: "judged", run, verdict: decide(level, design(line)) }),
      "skip",
      "confirm",
    );
  };
  const said = (state: State) => spokenLines(state).join("\n");

  test("comes with a first pass and says what opens next; any key leads on", () => {
    const first = ended("dns · box 4");
    expect(screenOf(first, "pass").gain).toBe("first");
    expect(said(first)).toMatch(/It holds.*Next: Database/);
    expect(actionFor(first, { key: "char", char: "z" })).toEqual({
      type: "command",
      command: "confirm",
    });
    screenOf(press(first, "confirm"), "debrief");
  });

  test("comes again for more stars or a smaller bill, and for nothing else", () => {
    const board = press(ended("dns · box 4"), "confirm", "confirm");
    const better = ended("dns · box 2", board);
    expect(screenOf(better, "pass").gain).toBe("stars");
    screenOf(ended("dns · box 2", press(better, "confirm", "confirm")), "debrief");
    screenOf(ended("dns · box 1"), "debrief");
  });

  test("lights the stars one by one; where nothing may move they are all there at once", () => {
    const first = ended("dns · box 2");
    const stars = (state: State, still: boolean) =>
      draw(state, { ...plainCanvas, still })
        .lines.join("\n")
        .match(/[★☆]{3}/)?.[0];
    expect(stars(first, false)).toBe("☆☆☆");
    expect(stars(first, true)).toBe("★★☆");
    expect(isMoving(first)).toBe(true);
    const later = reduce(first, { type: "tick", beats: 10 });
    expect(stars(later, false)).toBe("★☆☆");
    const over = reduce(first, { type: "tick", beats: 100 });
    expect([stars(over, false), isMoving(over)]).toEqual(["★★☆", false]);
  });

  test("is not won by who leaves before it is decided, which is said; later there is nothing to say", () => {
    const decided = ended("dns · box 2");
    const { verdict, ...undecided } = screenOf(press(decided, "confirm"), "debrief").played;
    expect(verdict?.passed).toBe(true);
    for (const key of ["confirm", "back"] as const) {
      const debrief = press(decided, "confirm");
      const early = { ...debrief, screen: { ...screenOf(debrief, "debrief"), played: undecided } };
      const [left, later] = [press(early, key), press(debrief, key)];
      screenOf(left, "board");
      expect(left.message).toBe(words.run.leftUndecided);
      expect(later.message).toBeUndefined();
    }
  });

  test("does not break into a debrief that is being read", () => {
    const { visit } = screenOf(onBoard(), "board");
    const sitting = { design: design("dns · box 2"), past: [], future: [] };
    const screen: Screen = { kind: "board", visit: { ...visit, sitting, asked: "question" } };
    const running = press({ ...onBoard(), screen }, "confirm");
    const recording = recordingOf(level, design("dns · box 2"), 11);
    const debrief = press(reduce(running, { type: "recorded", run: 1, recording }), "skip", "confirm");
    const verdict = decide(level, design("dns · box 2"));
    screenOf(reduce(debrief, { type: "judged", run: 1, verdict }), "pass");
    screenOf(reduce(press(debrief, "down"), { type: "judged", run: 1, verdict }), "debrief");
  });
});

describe("every footer", () => {
  /** What a player can come to with a few keys, from level 1's board, a lost and a won run. */
  function reachable(): State[] {
    const commands = contexts.flatMap((context) => bindings(context).map(({ command }) => command));
    const known = new Map<string, State>();
    const name = (state: State) =>
      `${contextOf(state)} ${JSON.stringify({ ...state.screen, visit: undefined, played: undefined, back: undefined })}`;
    let edge = [begin(), onBoard(), debriefed("dns · box 1"), debriefed("dns · box 2")];
    for (let depth = 0; depth < 3; depth++) {
      for (const state of edge) if (!known.has(name(state))) known.set(name(state), state);
      edge = edge.flatMap((state) =>
        bindings(contextOf(state))
          .filter(({ command }) => command !== "quit" && commands.includes(command))
          .map(({ command }) => press(state, command))
          .filter((next) => !known.has(name(next))),
      );
      edge = [...new Map(edge.map((state) => [name(state), state])).values()].slice(0, 150);
    }
    return [...known.values()];
  }

  /** What is the same thing in both needs no look inside: a run has a picture for each tick. */
  function looksSame(one: Screen, other: Screen): boolean {
    const [a, b] = [one, other] as unknown as readonly Record<string, unknown>[];
    return [...new Set([one, other].flatMap(Object.keys))].every(
      (key) => a?.[key] === b?.[key] || JSON.stringify(a?.[key]) === JSON.stringify(b?.[key]),
    );
  }

  test("offers only what does something or says why", () => {
    const states = reachable();
    expect(states.length).toBeGreaterThan(50);
    const idle: string[] = [];
    for (const state of states)
      for (const { commands, label, disabled } of offered(state, { unicode: true })) {
        const acts = commands.some((command) => {
          const after = press(state, command);
          const { message: _, nowMs: __, ...is } = after;
          const { message: ___, nowMs: ____, ...was } = state;
          return (
            after.message !== undefined ||
            !looksSame(is.screen, was.screen) ||
            is.help !== was.help ||
            is.save !== was.save ||
            is.exitCode !== was.exitCode
          );
        });
        if (!acts && disabled === undefined) idle.push(`${contextOf(state)}: ${label}`);
      }
    expect([...new Set(idle)]).toEqual([]);
  });

  test("offers two runs side by side once there are two", () => {
    const once = debriefed("dns · box 2");
    const screen = once.screen as Extract<Screen, { kind: "debrief" }>;
    const footerOf = (visit: Visit) =>
      offered({ ...once, screen: { ...screen, visit } }, { unicode: true }).flatMap(
        ({ commands }) => commands,
      );
    expect(footerOf(screen.visit)).not.toContain("compare");
    expect(footerOf({ ...screen.visit, before: screen.played })).toContain("compare");
  });

  test("offers no choice of words where none or one is found", () => {
    const found = (typed: string) => {
      const open = { kind: "glossary", typed, at: 0, back: { kind: "map", at: 0 } } as const;
      return offered({ ...begin(), screen: open }, { unicode: true }).flatMap(({ commands }) => commands);
    };
    expect(found("")).toContain("down");
    expect(found("no such word")).toEqual(["back"]);
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
    const { panel } = screenOf(press(won, "task"), "debrief");
    expect(panel).toMatchObject({ kind: "task" });
    const wrong = press(won, "task", "confirm", "confirm", "confirm", "confirm");
    expect(screenOf(wrong, "debrief").panel).toBeUndefined();
    expect(wrong.message).toMatch(/number 1 comes elsewhere/);
    // One try a run; the next run has its own.
    expect(press(wrong, "task").message).toMatch(/One try a run/);
    const again = debriefed("dns · box 2", press(wrong, "confirm"));
    expect(screenOf(press(again, "task"), "debrief").panel).toMatchObject({ kind: "task" });
    // In the order of their keys: address, answer, name, request; the cursor stays where it is.
    const right = press(
      won,
      "task",
      ...(["down", "down", "confirm", "up", "up", "confirm", "down", "confirm", "confirm"] as const),
    );
    expect(right.save.levels[level.id]).toMatchObject({ stars: 3, attempts: 1 });
  });

  test("keeps a lost run as an attempt and nothing more", () => {
    const lost = debriefed("dns · box 1");
    expect(lost.save.levels[level.id]).toMatchObject({ passed: false, stars: 0, attempts: 1 });
    expect(press(lost, "task").message).toMatch(/First meet the goals/);
    expect(press(lost, "next").message).toMatch(/when this one is passed/);
  });

  test("explains once why a little too much fails nearly all, and is brief about it ever after", () => {
    const whyOf = (state: State) => spokenLines(state).join(" ");
    const first = debriefed("dns · box 1");
    expect(whyOf(first)).toMatch(/Why so many, when the box has room for 445 of 600\?/);
    expect(first.save.levels[level.id]?.collapseTold).toBe(true);
    const second = debriefed("dns · box 1", press(first, "confirm"));
    expect(whyOf(second)).not.toMatch(/Why so many/);
    expect(whyOf(second)).toMatch(/9\d\.\d % of the work was done for clients that had gone/);
    expect(debriefed("dns · box 2").save.levels[level.id]?.collapseTold).toBeUndefined();
  });

  test("goes on telling what it told when the verdict comes after it was opened", () => {
    const early = debriefed("dns · box 1", onBoard(), true);
    const late = debriefed("dns · box 1");
    expect(screenOf(early, "debrief").played.verdict?.passed).toBe(false);
    expect(spokenLines(early).join(" ")).toMatch(/Why so many/);
    expect(spokenLines(early)).toEqual(spokenLines(late));
    expect(early.save.levels[level.id]).toEqual(late.save.levels[level.id]);
  });

  test("says aloud what the next star wants", () => {
    expect(spokenLines(debriefed("dns · box 2"))).toContain("t: one small task for the third star.");
    expect(spokenLines(debriefed("dns · box 4"))).toContain(`For the second star: ${lesson.prose.stars.two}`);
    expect(spokenLines(debriefed("dns · box 1")).join(" ")).not.toMatch(/star: /);
  });

  test("shows the solution after a question, for practice without stars", () => {
    const lost = debriefed("dns · box 1");
    screenOf(press(lost, "answer", "back"), "debrief");
    const shown = press(lost, "answer", "confirm");
    const { visit } = screenOf(shown, "board");
    expect(visit.practice).toBe(true);
    expect(formatDesign(visit.sitting.design)).toBe(formatDesign(level.lesson));
    expect(shown.save.levels[level.id]?.lastDesign).toBe("empty");
    const practised = debriefed("dns · box 2", shown);
    expect(practised.save.levels[level.id]).toMatchObject({ passed: false, practice: true, stars: 0 });
  });

  test("a level whose solution was shown is practice until the game is left, and no longer", () => {
    const shown = press(debriefed("dns · box 1"), "answer", "confirm");
    const lesson = findLesson(`${level.number}`) as Lesson;
    expect(enterLevel(press(shown, "back"), lesson).practice).toBe(true);
    expect(enterLevel({ ...shown, visits: {} }, lesson).practice).toBe(false);
  });

  test("keeps a wrong idea that the design failed by with its figures; not that of a trap tried as such", () => {
    const lost = debriefed("dns · box 1");
    const told = (state: State) =>
      reduce(state, { type: "compared", run: 1, ideas: ["naive"], found: [] }).save.levels[level.id]
        ?.mistakes;
    const idea = told(lost)?.find(({ about }) => about === "idea");
    expect(idea).toMatchObject({ of: "naive", design: "dns · box 1" });
    expect(idea?.missed.map(({ indicator }) => indicator)).toEqual(["latencyP95Ms", "availability"]);
    const tried = { ...lost, screen: { ...screenOf(lost, "debrief"), trap: "naive" } };
    expect(told(tried)?.some(({ about }) => about === "idea")).toBe(false);
  });

  test("puts one of the changes on the board", () => {
    const lost = debriefed("dns · box 1");
    const move = {
      offer: level.shop[1]!,
      choice: level.shop[1]!.choices[2]!,
      design: design("dns · box 2"),
      costDelta: 55,
    };
    const { outcome } = recordingOf(level, design("dns · box 2"), 11);
    const found = reduce(lost, {
      type: "compared",
      run: 1,
      ideas: [],
      found: [{ moves: [move], design: move.design, costDelta: 55, outcome }],
    });
    const tried = press(found, "choice1");
    expect(boardLine(tried)).toBe("dns · box 2");
    expect(screenOf(tried, "board").visit.focus).toBe(1);
    expect(boardLine(press(tried, "undo"))).toBe("dns · box 1");
    expect(press(found, "choice2").message).toMatch(/no such change/);
  });
});

/** A level whose prediction is a choice, asked after its first change. */
const choosing = findLesson("4") as Lesson;
function asked(save: Save = emptySave()): State {
  const screen: Screen = { kind: "board", visit: startVisit(save, choosing) };
  return press({ ...begin(save), screen }, "confirm");
}

describe("a prediction by choice", () => {
  const at = (state: State) => screenOf(state, "prediction").at;

  test("a key moves the choice and nothing else; Enter answers", () => {
    expect(press(asked(), "down", "down", "up").screen).toMatchObject({ kind: "prediction", at: 1 });
    const moved = press(asked(), "option3");
    expect(at(moved)).toBe(2);
    expect(moved.outbox).toEqual([]);
    const run = press(moved, "confirm");
    expect(screenOf(run, "run").visit.expected).toEqual({ about: "question", answer: "a-minute" });
  });

  test("stays within its options", () => {
    expect(at(press(asked(), "up"))).toBe(0);
    expect(at(press(asked(), "down", "down", "down", "down", "down"))).toBe(3);
  });

  test("the list of keys and the briefing leave it where it was", () => {
    expect(at(press(asked(), "down", "help", "down", "back"))).toBe(1);
    expect(at(press(asked(), "down", "brief", "confirm"))).toBe(1);
  });

  test("is drawn whole, with its menu where the menu says it is, and spoken with all its options", () => {
    const frame = plainCanvas;
    const { lines, menu } = draw(press(asked(), "down"), frame);
    const options = Object.values(choosing.prose.prediction.options);
    expect(lines).toHaveLength(24);
    for (const [n, option] of options.entries())
      expect(lines[(menu?.row ?? 0) + n]).toContain(`${n === 1 ? "▸" : " "} ${option}`);
    const spoken = spokenLines(press(asked(), "down")).join("\n");
    for (const option of options) expect(spoken).toContain(option);
    expect(spoken).toContain("Chosen: 2 of 4");
  });

  test("every choice of every level has a digit of its own", () => {
    for (const { level: each, prose } of lessons) {
      if (each.prediction.kind !== "choice") continue;
      expect(each.prediction.options.length, prose.title).toBeLessThanOrEqual(4);
      expect(Object.keys(prose.prediction.options).sort()).toEqual([...each.prediction.options].sort());
    }
  });
});

describe("a prediction once given", () => {
  const withPredictions = (...answers: string[]): Save => ({
    ...emptySave(),
    levels: {
      [choosing.level.id]: {
        ...emptyLevel(),
        predictions: answers.map((answer) => ({ answer, right: false, at: "2026-11-20T18:01:00.000Z" })),
      },
    },
  });

  test("is found by its level, whatever its question says", () => {
    screenOf(press(asked(withPredictions("a-minute")), "confirm"), "run");
  });

  test("is kept with the time at which its run was there", () => {
    const bought: Visit = { ...startVisit(emptySave(), lesson), expected: { about: "goals", answer: "no" } };
    const run = press({ ...begin(), screen: { kind: "board", visit: bought } }, "right", "confirm");
    const recording = recordingOf(level, design("dns"), 11);
    const done = reduce(run, { type: "recorded", run: 1, recording });
    expect(done.save.levels[level.id]?.predictions.at(-1)?.at).toBe("2026-11-25T12:00:00.000Z");
  });
});

describe("questions", () => {
  test("are graded only after the answer was shown, and remembered when known", () => {
    const asked = press(begin(), "confirm", "questions");
    expect(press(asked, "good").message).toMatch(/Think first/);
    const known = press(asked, "confirm", "good");
    expect(screenOf(known, "questions").at).toBe(1);
    expect(known.save.levels[level.id]?.questionsSeen).toEqual(["01-single-server-q1"]);
    const forgotten = press(known, "back", "questions", "confirm", "again");
    expect(forgotten.save.levels[level.id]?.questionsSeen).toEqual([]);
    screenOf(press(known, "confirm", "good", "confirm", "good"), "map");
  });

  test("lead to the ladders of their level, the first of them in focus once they are there", () => {
    const sixth = findLesson("6") as Lesson;
    const visit = startVisit(emptySave(), sixth);
    const question: Screen = { kind: "questions", visit, at: 0, revealed: false, back: { kind: "title" } };
    const asked = press({ ...begin(), screen: question }, "ladders");
    expect(asked.screen).toEqual({ kind: "topics", at: 0, level: sixth.level.id });
    const there = reduce(asked, { type: "ladders", texts: ladders });
    const { at } = screenOf(there, "topics");
    const topics = topicsInOrder(there, ladders);
    expect(at).toBeGreaterThan(0);
    expect(topics.findIndex((each) => each.level === sixth.level.id)).toBe(at);
  });
});

describe("saving", () => {
  test("what is on disk replaces what was thought, and what is not yet written is kept on top", () => {
    const state = press(onBoard(), "right", "down", "right");
    const other = withChange(emptySave(), { type: "hints", level: level.id, used: 3, atMs });
    const saved = reduce(state, { type: "saved", count: 2, save: other });
    expect(saved.outbox.length).toBe(1);
    expect(saved.save.levels[level.id]).toMatchObject({ hintsUsed: 3, lastDesign: "dns · box 1" });
  });

  test("leaving ends the game with code 0, from every screen", () => {
    for (const state of [begin(), onBoard(), debriefed("dns · box 1"), press(onBoard(), "help")])
      expect(press(state, "quit").exitCode).toBe(0);
  });
});

test("the list of keys speaks of the screen under it, and of the time that a step of this run takes", () => {
  const sentences = (state: State) => keyRows(state).map(({ sentence }) => sentence);
  expect(sentences(onBoard())).toContain("Runs the design.");
  const running = (number: string) => {
    const visit = startVisit(emptySave(), findLesson(number) as Lesson);
    return press(
      { ...begin(), screen: { kind: "board", visit: { ...visit, asked: "question" } } },
      "confirm",
    );
  };
  expect(sentences(running("3"))).toEqual(expect.arrayContaining(["10 s back.", "1 s forward."]));
  expect(sentences(running("8"))).toEqual(expect.arrayContaining(["24 min back.", "1 min forward."]));
});

test("the list of keys names no answer that the question does not have", () => {
  const digits = (number: string, about: "goals" | "question") => {
    const visit = startVisit(emptySave(), findLesson(number) as Lesson);
    const state: State = { ...begin(), screen: { kind: "prediction", visit, about, at: 0, typed: "" } };
    return keyRows(state).flatMap(({ keys }) => (/^\d$/.test(keys) ? [keys] : []));
  };
  expect(digits("4", "goals")).toEqual(["1", "2"]);
  expect(digits("4", "question")).toEqual(["1", "2", "3", "4"]);
});

test("the list of keys lies over any screen and goes away again", () => {
  const open = press(onBoard(), "help");
  expect(contextOf(open)).toBe("help");
  expect(contextOf(press(open, "back"))).toBe("board");
});
