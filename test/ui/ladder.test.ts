/** Ladders as they are climbed on the screen: every step saved, nothing given away before the guess, gone on with. */
import { describe, expect, onTestFinished, test } from "vitest";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { climbNow, topicsInOrder } from "../../src/ui/model/ladders.ts";
import type { LadderScreen } from "../../src/ui/model/study-screens.ts";
import { contextOf, initialState, isTyping, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons, words } from "../helpers/english.ts";
import { startGame } from "../helpers/game.ts";
import { allPassed, cutForNothing, cutParts } from "../helpers/screens.ts";

const noonMs = Date.UTC(2026, 10, 26, 12);
const first = lessons[0]?.level.id as string;
const save: Save = { ...emptySave(), levels: { [first]: { ...emptyLevel(), passed: true } } };
const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const pressAt = (atMs: number, state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs }), state);
const press = (state: State, ...commands: readonly Command[]) => pressAt(noonMs, state, ...commands);
const paste = (state: State, char: string) => reduce(state, { type: "text", char, atMs: noonMs });

const topics = (saved = save): State => ({
  ...initialState(words, mapRowsOf(lessons), saved, []),
  screen: { kind: "topics", texts: ladders, at: 0 },
});
const begun = () => press(topics(), "confirm");

const screenOf = (state: State): LadderScreen => {
  expect(state.screen.kind).toBe("ladder");
  return state.screen as LadderScreen;
};
const stepOn = (state: State) => climbNow(state, screenOf(state)).step;
const savedRungs = (state: State) => state.save.ladders[screenOf(state).ladder.id] ?? [];

function linesOf(state: State, size: (typeof sizes)[number] = sizes[0]): readonly string[] {
  const frame = { ...size, words, theme: plainTheme, still: true, unicode: true };
  return draw({ ...state, size }, frame).lines;
}
const shown = (state: State) => linesOf(state).join("\n");

/** The number that the rung at hand asks for; "" where it asks for none. */
function truthOf(state: State): string {
  const now = climbNow(state, screenOf(state));
  return now.step === "over" ? "" : String(now.posed.figure?.truth ?? "");
}

/** A rung from its question to its mark. */
function rung(state: State, guess: Command = "option2", mark: Command = "option2"): State {
  const asked = stepOn(state) === "figure" ? press(paste(state, truthOf(state)), "confirm") : state;
  return press(paste(asked, "an answer"), "confirm", guess, "confirm", mark);
}

describe("the topics", () => {
  test("are reached from Study, loaded when they are wanted, and left for the map", async () => {
    const game = startGame({ save });
    onTestFinished(() => game.stop());
    game.press("enter");
    for (let n = 1; n < lessons.length; n++) game.press("down");
    game.press("enter", "l");
    await game.see(topicsInOrder(topics(), ladders)[0]?.topic ?? "");
    game.press("enter");
    expect(game.frame()).toContain("Rung 1 of 4");
    game.press("escape", "escape");
    expect(game.frame()).toMatch(/▸ {4}Study/);
  });

  test("of levels that are not passed are listed, and say what opens them", () => {
    const all = topicsInOrder(topics(), ladders);
    const closed = all.findIndex(({ level }) => level !== first);
    const state = press(topics(), ...Array.from({ length: closed }, () => "down" as const));
    expect(shown(state)).toContain(all[closed]?.topic);
    const after = press(state, "confirm");
    expect(after.screen.kind).toBe("topics");
    expect(after.message).toMatch(/^Opens once level \d/);
    expect(spokenLines(state).join("\n")).toContain("Opens once level");
  });

  test("all stand in the list, and its ends hold", () => {
    const down = press(topics(), ...Array.from({ length: 9 }, () => "right" as const));
    expect(down.screen).toMatchObject({ at: ladders.ladders.length - 1 });
    expect(press(down, "down").screen).toEqual(down.screen);
    expect(press(topics(), "up").screen).toEqual(topics().screen);
  });
});

describe("progress", () => {
  test("is a page of Study that is read to its end and left for the map", async () => {
    const game = startGame({ save });
    onTestFinished(() => game.stop());
    game.press("enter");
    for (let n = 1; n < lessons.length; n++) game.press("down");
    game.press("enter", "p");
    await game.see("Calibration");
    expect(game.frame()).toMatch(/↓ \d+ more/);
    for (let n = 0; n < 9; n++) game.press("down");
    expect(game.frame()).toContain("level 13");
    expect(game.frame()).not.toMatch(/↓ \d+ more/);
    const end = game.frame();
    game.press("down");
    expect(game.frame()).toBe(end);
    game.press("up");
    expect(game.frame()).toContain("↓ 3 more");
    game.press("escape");
    expect(game.frame()).toMatch(/▸ {4}Study/);
  });
});

describe("a climb", () => {
  test("asks a guess before anything of the answer is shown, and saves every step", () => {
    let state = begun();
    const [{ points, samples }] = screenOf(state).ladder.rungs;
    const given = () => [...points, samples.strong].some((text) => shown(state).includes(text.slice(0, 30)));
    expect(stepOn(state)).toBe("answer");
    expect(isTyping(state)).toBe(true);
    state = press(paste(state, "이름은 서버를 찾는다"), "confirm");
    expect(savedRungs(state)).toMatchObject([{ rung: 0, said: "이름은 서버를 찾는다" }]);
    expect(stepOn(state)).toBe("guess");
    expect(given()).toBe(false);
    state = press(state, "option3");
    expect(savedRungs(state)).toMatchObject([{ guess: 3 }]);
    expect(given()).toBe(true);
    state = press(state, "tick", "option2", "option2", "down");
    expect(savedRungs(state)).toMatchObject([{ ticks: [0] }]);
    state = press(state, "confirm");
    expect(shown(state)).toContain("이름은");
    state = press(state, "option1");
    expect(savedRungs(state)).toEqual([
      {
        rung: 0,
        seed: screenOf(state).seed,
        ticks: [0],
        guess: 3,
        mark: 1,
        at: new Date(noonMs).toISOString(),
      },
    ]);
    expect(shown(state)).toContain("Rung 2 of 4");
  });

  test("marks the number of a rung, and tells the truth after the guess only", () => {
    const at = (typed: string) => {
      let state = begun();
      while (stepOn(state) !== "figure") state = rung(state);
      return press(paste(state, typed === "right" ? truthOf(state) : typed), "confirm");
    };
    expect(savedRungs(at("right")).at(-1)).toMatchObject({ figureRight: true });
    for (const wrong of ["1e9", ""])
      expect(savedRungs(at(wrong)).at(-1)).toMatchObject({ figureRight: false });
    const unread = at("many");
    expect(unread.message).toBe(words.drills.unread.number);
    expect(stepOn(unread)).toBe("figure");
    const guess = press(at("1e9"), "confirm");
    expect(shown(guess)).not.toContain("The figure:");
    expect(shown(press(guess, "option1"))).toContain("Not right. The figure:");
  });

  test("ends after four rungs with how the marks were foretold, and the next one has other numbers", () => {
    let state = begun();
    const { seed } = screenOf(state);
    for (const [guess, mark] of [
      ["option3", "option1"],
      ["option2", "option2"],
      ["option2", "option2"],
      ["option3", "option2"],
    ] as const)
      state = rung(state, guess, mark);
    expect(contextOf(state)).toBe("climbed");
    expect(shown(state)).toContain("Rung 1: weak, you expected strong");
    expect(shown(state)).toContain("You foretold 2 of 4 marks; on average you expected 0.75 too much.");
    const back = press(state, "confirm");
    expect(shown(back)).toContain("rungs 1 2 2 2");
    expect(screenOf(pressAt(noonMs + 5_000, back, "confirm")).seed).not.toBe(seed);
  });

  test("that was left, or interrupted, goes on at its rung and step with the same numbers", () => {
    const steps: readonly (readonly Command[])[] = [
      [],
      ["confirm"],
      ["confirm", "option2"],
      ["confirm", "option2", "tick"],
    ];
    for (const commands of steps) {
      const state = press(
        rung(begun()),
        ...(stepOn(rung(begun())) === "figure" ? (["confirm"] as const) : []),
      );
      const left = press(state, ...commands);
      // The game was ended: nothing but the save is left.
      const again = pressAt(noonMs + 99_000, topics(left.save), "confirm");
      expect(screenOf(again).seed).toBe(screenOf(left).seed);
      expect(stepOn(again)).toBe(stepOn(left));
      expect(savedRungs(again)).toEqual(savedRungs(left));
    }
  });

  test("keeps what was typed when it is left for the topics", () => {
    const left = press(paste(begun(), "half an ans"), "back");
    expect(left.screen.kind).toBe("topics");
    expect(screenOf(press(topics(left.save), "confirm")).typed).toBe("half an ans");
  });

  test("keeps what was typed when the game is ended in the middle of it, and after a minute of typing", async () => {
    const game = startGame({ save });
    game.press("enter");
    for (let n = 1; n < lessons.length; n++) game.press("down");
    game.press("enter", "l");
    await game.see(topicsInOrder(topics(), ladders)[0]?.topic ?? "");
    game.press("enter", ..."half");
    expect(Object.values(game.saved().ladders).flat()).toEqual([]);
    game.stop();
    expect(Object.values(game.saved().ladders).flat()[0]).toMatchObject({ rung: 0, draft: "half" });

    const typing = paste(begun(), "half a");
    const later = reduce(typing, { type: "text", char: "n", atMs: noonMs + 60_000 });
    expect([typing, later].map((state) => savedRungs(state)[0]?.draft)).toEqual([undefined, "half an"]);
  });

  test("takes an answer of 10,000 characters of any script, shows its end, and no more than that", () => {
    for (const char of ["부", "👩‍👩‍👧", "a b "]) {
      const state = paste(begun(), char.repeat(12_000));
      const { typed } = screenOf(state);
      expect(typed.length).toBeLessThanOrEqual(20_000);
      expect(typed.length).toBeGreaterThan(9_000);
      expect(linesOf(state)).toHaveLength(24);
      const answered = press(state, "confirm");
      expect(savedRungs(answered)[0]?.said).toBe(typed);
    }
    expect(screenOf(paste(begun(), "부하".repeat(6_000))).typed).toHaveLength(10_000);
    expect(linesOf(paste(begun(), `${"부하 ".repeat(3_000)}끝`)).join("\n")).toContain("끝▏");
  });

  test("means nothing by keys of another step", () => {
    const guess = press(begun(), "confirm");
    expect(press(guess, "confirm").screen).toEqual(guess.screen);
    const points = press(guess, "option1");
    const count = climbNow(points, screenOf(points));
    if (count.step !== "points") throw new Error(count.step);
    const beyond = count.posed.prose.points.length < 5 ? press(points, "option5") : points;
    expect(beyond.save.ladders).toEqual(points.save.ladders);
    expect(paste(points, "x").screen).toEqual(points.screen);
  });
});

test("three samples stand beside each other where there is room, and else below each other", () => {
  const asked = press(begun(), "confirm");
  const compared = press(
    paste(stepOn(asked) === "figure" ? press(asked, "confirm") : asked, "so"),
    "confirm",
    "option2",
    "confirm",
  );
  expect(stepOn(compared)).toBe("samples");
  const { weak, pass, strong } = ladders.samples;
  const head = (size: (typeof sizes)[number]) =>
    linesOf(compared, size).find((line) => line.startsWith(`  1 ${weak}`));
  expect(head(sizes[1])).toMatch(new RegExp(`1 ${weak} +2 ${pass} +3 ${strong}`));
  expect(head(sizes[0])).not.toContain(pass);
});

describe.each(sizes)("at $columns×$rows", (size) => {
  test("every rung of every ladder has room for its points, flags and samples, and nothing is cut", () => {
    for (const ladder of ladders.ladders) {
      let state: State = {
        ...topics(allPassed),
        screen: { kind: "ladder", texts: ladders, ladder, seed: 5, typed: "", at: 0, isCompared: false },
      };
      for (const { points, redFlags, samples } of ladder.rungs) {
        const asked = stepOn(state) === "figure" ? press(state, "confirm") : state;
        const ticking = press(paste(asked, "so"), "confirm", "option2");
        const compared = press(ticking, "confirm");
        for (const [at, wanted] of [
          [ticking, [...points, ...redFlags]],
          [compared, [...Object.values(samples), "Your answer"]],
        ] as const) {
          const lines = linesOf(at, size);
          const text = lines.join(" ").replace(/\s+/g, " ");
          for (const each of wanted) expect(text, `${ladder.id}: ${each}`).toContain(each.split(" ").at(-1));
          expect(cutForNothing(lines, size), ladder.id).toEqual([]);
          expect(cutParts(lines), ladder.id).toEqual([]);
        }
        state = press(compared, "option2");
      }
      expect(stepOn(state)).toBe("over");
      expect(cutParts(linesOf(state, size))).toEqual([]);
    }
  });
});
