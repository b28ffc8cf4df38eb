/** An interview on the screen: begun, left in any phase and gone on with, every answer kept, to the report and after it. */
import { describe, expect, onTestFinished, test } from "vitest";
import { figureText, poseRungs } from "../../src/present/ladders.ts";
import { offerName } from "../../src/present/offers.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { interviewCase } from "../../src/study/interview/cases.ts";
import { type Interview, type Phase, questionsMax } from "../../src/study/interview/machine.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { interviewNow, openInterviewOf, toJudge } from "../../src/ui/model/interview.ts";
import type { InterviewScreen } from "../../src/ui/model/study-screens.ts";
import { initialState, isTyping, mapRowsOf, reduce, type State, withBegun } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { lessons, words } from "../helpers/english.ts";
import { startGame } from "../helpers/game.ts";
import { beginMs, bundle, judgedAs, statesOfInterview } from "../helpers/interviews.ts";
import { cutForNothing } from "../helpers/screens.ts";

const { texts, ladders } = bundle;
const level = "06-cache";
const passed: Save = { ...emptySave(), levels: { [level]: { ...emptyLevel(), passed: true } } };
const about = interviewCase(level, 7, "senior");

const pressAt = (atMs: number, state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs }), state);
const press = (state: State, ...commands: readonly Command[]) =>
  pressAt(state.nowMs + 1_000, state, ...commands);
const type = (state: State, char: string) => reduce(state, { type: "text", char, atMs: state.nowMs + 1_000 });

const door = (save = passed): State => ({
  ...initialState(words, mapRowsOf(lessons), save, []),
  nowMs: beginMs,
  screen: { kind: "interviews", bundle, at: save.interview ? 0 : 3, level: -1, bar: "senior", minutes: 25 },
});
const opened = (interview: Interview) => press(door({ ...passed, interview }), "confirm");
const begun = () => press(door(), "confirm");

const screenOf = (state: State): InterviewScreen => {
  expect(state.screen.kind).toBe("interview");
  return state.screen as InterviewScreen;
};
const stepOn = (state: State) => interviewNow(state, screenOf(state))?.step;
const saved = (state: State) => openInterviewOf(state) as Interview;
const shown = (state: State, size = { columns: 80, rows: 24 }) =>
  draw({ ...state, size }, { ...size, words, theme: plainTheme, still: true, unicode: true }).lines;

/** Written into the field, whatever stood there. */
function write(state: State, text: string): State {
  const { field } = screenOf(state);
  const empty = { ...state, screen: { ...screenOf(state), field: { text: "", caret: 0 } } };
  return field.text === text ? state : type(empty, text);
}

/** What a judge would say of the line that waits. */
function judge(state: State, isPassed = true): State {
  const wanted = toJudge(state);
  expect(wanted).toBeDefined();
  return reduce(state, {
    type: "interviewJudged",
    line: (saved(state).phase === "judging" ? saved(state).line : saved(state).changedLine) ?? "",
    judged: judgedAs(about, isPassed),
    atMs: state.nowMs + 5_000,
  });
}

/** Does whatever the step asks for, with an answer that goes on. */
function answer(state: State): State {
  const now = interviewNow(state, screenOf(state));
  switch (now?.step) {
    case "clarify":
      return press(press(state, "confirm"), "next");
    case "estimate":
      return press(write(state, "1,000"), "confirm");
    case "design":
      return press(write(state, formatDesign(now.about.model)), "confirm");
    case "judging":
    case "rejudging":
      return judge(state);
    case "figure":
      return press(write(state, "12"), "confirm");
    case "answer":
    case "explain":
    case "summary":
      return press(write(state, `about ${now.step}`), "confirm");
    case "guess":
    case "samples":
      return press(state, "option2");
    case "points":
    case "cover":
      return press(state, "option1", "confirm");
    case "change": {
      const asked = press(write(state, formatDesign(now.about.twist.model)), "confirm");
      return stepOn(asked) === "change" ? press(asked, "confirm") : asked;
    }
    case "marks":
      return press(state, "option3");
    default:
      return press(state, "confirm");
  }
}

/** Every state of an interview from its prompt to its report. */
function whole(): State[] {
  const states = [begun()];
  while (states.length < 100 && screenOf(states.at(-1)!).report === undefined)
    states.push(answer(states.at(-1)!));
  return states;
}

describe("an interview on the screen", () => {
  test("goes from the door to the report, which is kept, and back to the door", () => {
    const states = whole();
    const last = states.at(-1)!;
    expect(screenOf(last).report).toBeDefined();
    expect(last.save.interview).toBeUndefined();
    expect(last.save.reports).toHaveLength(1);
    const again = press(last, "confirm");
    expect(again.screen.kind).toBe("interviews");
    // The report is the last row of the door, and opens.
    const read = press(again, "down", "confirm");
    expect(screenOf(read).report).toEqual(last.save.reports[0]);
    expect(press(read, "back").screen.kind).toBe("interviews");
  });

  test("saves every answer at once, and counts its rungs among those of their ladder", () => {
    for (const state of whole().slice(1)) {
      const kept = state.outbox.map(({ type: kind }) => kind).filter((kind) => kind !== "active");
      expect(["interview", "report", "rung"]).toContain(kept.at(-1));
    }
    const end = whole().at(-1)!;
    expect(
      Object.values(end.save.ladders)
        .flat()
        .map(({ mark }) => mark),
    ).toEqual([2, 2, 2, 2]);
  });

  test("left in any phase is gone on with where it was; the time between does not count", () => {
    for (const state of whole()) {
      if (screenOf(state).report) continue;
      const left = press(state, "back");
      expect(left.screen.kind).toBe("interviews");
      const next = pressAt(left.nowMs + 3_600_000, { ...left, nowMs: left.nowMs + 3_600_000 }, "confirm");
      expect(stepOn(next)).toBe(stepOn(state) === "samples" ? "points" : stepOn(state));
      expect({ ...saved(next), atMs: 0, spentMs: {} }).toEqual({ ...saved(state), atMs: 0, spentMs: {} });
      const spent = (each: State) => Object.values(saved(each).spentMs).reduce((sum, ms) => sum + ms, 0);
      expect(spent(next) - spent(state)).toBeLessThanOrEqual(5_000);
    }
  });

  test("ended in the middle of an answer keeps what was typed, in whatever field", () => {
    for (const state of whole()) {
      if (screenOf(state).report || !isTyping(state)) continue;
      const typed = type(state, "42");
      const ended = withBegun(typed);
      const back = opened(saved(ended));
      const kept = [screenOf(back).field.text, ...Object.values(saved(back).figures)];
      expect(kept, stepOn(state)).toContain(screenOf(typed).field.text);
    }
  });

  test("keeps what is typed while one thinks, so that a lost terminal loses a second", () => {
    const typed = type(
      opened(statesOfInterview(level, 7, true).find(({ phase }) => phase === "dive")!),
      "so far",
    );
    const ticked = reduce(typed, { type: "tick", beats: 20, atMs: typed.nowMs + 1_000 });
    expect(saved(ticked).draft).toBe("so far");
    const again = reduce(ticked, { type: "tick", beats: 20, atMs: ticked.nowMs + 1_000 });
    expect(again.outbox).toHaveLength(ticked.outbox.length);
  });

  test("takes Korean and 10,000 characters, and no more", () => {
    const dive = opened(statesOfInterview(level, 7, true).find(({ phase }) => phase === "dive")!);
    const field = stepOn(dive) === "figure" ? press(type(dive, "1"), "confirm") : dive;
    expect(stepOn(field)).toBe("answer");
    const text = "캐시를 앞에 둡니다. ".repeat(900);
    const full = type(field, text);
    expect(Array.from(screenOf(full).field.text)).toHaveLength(10_000);
    const said = press(full, "confirm");
    expect(saved(said).rungs[0]?.said).toBe(screenOf(full).field.text);
    expect(shown(said).join("\n")).toContain("캐시를");
  });
});

describe("questions", () => {
  test("can be asked until none is left, and their answers stand under them", () => {
    const rows = Array.from({ length: questionsMax }, (): readonly Command[] => ["confirm", "down"]).flat();
    const asked = press(press(begun(), "confirm"), ...rows);
    expect(saved(asked).asked).toHaveLength(questionsMax);
    const more = press(asked, "confirm");
    expect(saved(more).asked).toHaveLength(questionsMax);
    expect(more.message).toBe(texts.screen.questionsLeft(0));
    expect(stepOn(press(more, "next"))).toBe("estimate");
  });
});

describe("estimates", () => {
  const at = () => press(begun(), "confirm", "next");

  test("without a number are told, and an empty one is left out", () => {
    const wrong = press(type(at(), "many"), "confirm");
    expect(wrong.message).toBe(words.drills.unread.number);
    expect(saved(wrong).figures).toEqual({});
    const left = press(at(), "confirm");
    expect(Object.values(saved(left).figures)).toEqual([""]);
  });

  test("can be gone back to and changed until the last one is given", () => {
    const first = press(type(at(), "1"), "confirm");
    const back = press(first, "up");
    expect(screenOf(back).field.text).toBe("1");
    const [name = ""] = saved(back).asked.length > 0 ? [] : Object.keys(saved(back).figures);
    expect(saved(press(type(back, "2"), "down")).figures[name]).toBe("12");
  });
});

describe("a line of notation", () => {
  const design = () => opened(statesOfInterview(level, 7, true).find(({ phase }) => phase === "design")!);

  test("begins with what the level begins with, which is asked about before it is sent", () => {
    const start = formatDesign(about.playable.start);
    expect(screenOf(design()).field.text).toBe(start);
    const once = press(design(), "confirm");
    expect(screenOf(once).flaw).toBe(texts.screen.isStart);
    expect(saved(press(once, "confirm")).line).toBe(start);
  });

  test.each([
    ["dns · weeb 2×8", /character 7.*did you mean/],
    ["dns · web 2×8 · shards 4×8", /./],
    ["", /notation first/],
    ["한국어", /character 1/],
  ])("%s is told what is wrong with it, and stays as it is typed", (line, flaw) => {
    const sent = press(write(design(), line), "confirm");
    expect(stepOn(sent)).toBe("design");
    expect(screenOf(sent).flaw).toMatch(flaw);
    expect(screenOf(sent).field.text).toBe(line);
    expect(spokenLines(sent)).toContain(screenOf(sent).flaw);
    expect(screenOf(type(sent, "x")).flaw).toBeUndefined();
  });

  test("is drawn as it is typed, as far as it can be read", () => {
    expect(shown(write(design(), "dns · web 2×8 · db 4 + ")).join("\n")).toMatch(/[┌╭]/);
  });

  test("can be changed anywhere in it", () => {
    const typed = write(design(), "dns · web 2×8");
    const inside = type(press(typed, "left", "left"), "");
    expect(screenOf(inside).field.text).toBe("dns · web ×8");
    expect(screenOf(type(press(inside, "toStart"), "x")).field.text).toBe("xdns · web ×8");
    expect(screenOf(type(press(inside, "toStart", "skip"), "x")).field.text).toBe("dns · web ×8x");
  });

  test("after the twist that changes nothing, or several things, is asked about once", () => {
    const twist = opened(statesOfInterview(level, 7, true).find(({ phase }) => phase === "twist")!);
    const same = press(twist, "confirm");
    expect(screenOf(same).flaw).toBe(texts.screen.oneChange({ changes: 0 }));
    expect(stepOn(press(same, "confirm"))).toBe("explain");
  });
});

const openedAtPhase = (phase: Phase) =>
  opened(statesOfInterview(level, 7, true).find((each) => each.phase === phase)!);

describe("beside a line, Tab", () => {
  const design = () => press(openedAtPhase("design"), "brief");
  test("shows all that is known and all that is on sale, and arrows read on to the end", () => {
    const start = design();
    const { shop } = about.playable;
    const seen = new Set<string>();
    let state = start;
    for (let page = 0; page < 12; page++) {
      for (const row of shown(state)) seen.add(row.trim());
      const next = press(state, "down");
      if (shown(next).join() === shown(state).join()) break;
      state = next;
    }
    for (const offer of shop) {
      const name = offerName(words, about.playable, offer);
      expect(
        [...seen].some((row) => row.startsWith(`${name}: `)),
        name,
      ).toBe(true);
    }
    let back = state;
    for (let page = 0; page < 12; page++) back = press(back, "up");
    expect(shown(back).slice(3)).toEqual(shown(start).slice(3));
  });

  test("fills the rows it has, says how many lines are below, and stops at the last one", () => {
    for (const rows of [24, 32, 40]) {
      const size = { columns: 80, rows };
      let state: State = { ...design(), size };
      const below = () => Number(/↓ (\d+) more/.exec(shown(state, size).join("\n"))?.[1] ?? 0);
      const body = () => shown(state, size).slice(3, -3);
      for (;;) {
        const before = { left: below(), scroll: (state.screen as InterviewScreen).scroll };
        const last = body().findLastIndex((row) => row.trim() !== "");
        if (before.left + before.scroll > 0) expect(last).toBe(body().length - 1);
        if (before.left === 0) break;
        state = press(state, "down");
        expect(before.left - below()).toBe((state.screen as InterviewScreen).scroll - before.scroll);
      }
      expect(press(state, "down").screen).toEqual(state.screen);
    }
  });

  test("leaves out what does not decide the design", () => {
    const idle = about.clarifications.find(({ matters }) => !matters)!;
    const useful = about.clarifications.find(({ matters }) => matters)!;
    const interview = { ...saved(openedAtPhase("design")), asked: [idle.id, useful.id] };
    const text = spokenLines(press(opened(interview), "brief")).join("\n");
    expect(text).toContain(texts.questions[useful.id].ask);
    expect(text).not.toContain(texts.questions[idle.id].ask);
  });
});

describe("while a design is run", () => {
  test("each stage has a bar, the day on all seeds first, and all are full in the end", () => {
    const waits = openedAtPhase("judging");
    const { works } = texts.screen;
    const at = (progress: number) => {
      const rows = shown({ ...waits, screen: { ...screenOf(waits), progress } });
      return [works.seeds, works.growth, works.losses].map((name) => {
        const row = rows.findIndex((each) => each.includes(name));
        return Number(/(\d+) %/.exec(rows[row + 1] ?? "")?.[1]);
      });
    };
    expect(at(0)).toEqual([0, 0, 0]);
    expect(at(0.05)[0]).toBeGreaterThan(0);
    expect(at(0.6)[0]).toBe(100);
    expect(at(1)).toEqual([100, 100, 100]);
  });

  test("after the twist, of which its goals alone are asked, there is one stage", () => {
    const text = shown(openedAtPhase("rejudging")).join("\n");
    expect(text).toContain(texts.screen.works.seeds);
    expect(text).not.toContain(texts.screen.works.losses);
  });
});

describe("a rung with a number", () => {
  test("tells what the number is once it was answered", () => {
    const dive = saved(openedAtPhase("dive"));
    const rungs = poseRungs(ladders.ladders.find(({ id }) => id === dive.ladder)!, dive.seed);
    for (const [rung, { figure }] of rungs.entries()) {
      if (!figure) continue;
      const done = rungs.slice(0, rung).map((_, n) => ({ rung: n, seed: 7, ticks: [], mark: 3 as const }));
      const given = { rung, seed: 7, ticks: [], figureRight: true, said: "", guess: 2 as const };
      const told = spokenLines(opened({ ...dive, rungs: [...done, given] })).join("\n");
      expect(told).toContain(figureText(ladders, figure));
      const before = spokenLines(opened({ ...dive, rungs: [...done, { rung, seed: 7, ticks: [] }] }));
      expect(before.join("\n")).not.toContain(figureText(ladders, figure));
    }
    expect(rungs.some(({ figure }) => figure)).toBe(true);
  });
});

describe("a report", () => {
  const over = () => whole().at(-1)!;
  test("is read a part at a time, and its ends hold", () => {
    const first = over();
    const parts = [first];
    for (;;) {
      const next = press(parts.at(-1)!, "right");
      if (screenOf(next).at === screenOf(parts.at(-1)!).at) break;
      parts.push(next);
    }
    const { heads } = texts.report;
    expect(parts).toHaveLength(Object.keys(heads).length);
    for (const [n, head] of [heads.cells, heads.questions, heads.figures, heads.design].entries())
      expect(shown(parts[n + 1]!).join("\n")).toContain(head);
    expect(screenOf(press(first, "left")).at).toBe(0);
    expect(screenOf(press(press(parts[1]!, "down"), "right")).scroll).toBe(0);
  });

  test("has its marks and what to say next time on its first part at 80×24", () => {
    const text = shown(over()).join("\n");
    expect(text).toContain(texts.report.signs);
    expect(text).toContain(texts.report.heads.next);
  });

  test("of another version is said to be one, at the door and where it would stand", () => {
    const last = over();
    const [kept] = last.save.reports;
    const other = { ...kept!, report: { ...kept!.report, twist: { name: "moon" } } };
    const door = press({ ...last, save: { ...last.save, reports: [other] } }, "confirm");
    expect(shown(door).join("\n")).toContain(texts.screen.door.unread({ at: other.at.slice(0, 10) }));
    const read = press(door, "down", "confirm");
    expect(shown(read).join(" ").replace(/\s+/g, " ")).toContain(texts.report.unread);
    expect(spokenLines(read)).toContain(texts.report.unread);
  });
});

describe("what became of a design", () => {
  test("that cannot be read is found out once more, and nothing else is lost", () => {
    for (const [phase, again] of [
      ["verdict", "judging"],
      ["outcome", "rejudging"],
    ] as const) {
      const interview = statesOfInterview(level, 7, true).find((each) => each.phase === phase)!;
      const broken = { ...interview, [phase === "verdict" ? "judged" : "rejudged"]: { passed: "perhaps" } };
      const state = opened(broken as unknown as Interview);
      expect(stepOn(state)).toBe(again);
      expect(saved(judge(state)).phase).toBe(phase);
    }
  });

  test("of another line than the one that waits is not taken", () => {
    const waits = opened(statesOfInterview(level, 7, true).find(({ phase }) => phase === "judging")!);
    const other = reduce(waits, {
      type: "interviewJudged",
      line: "dns · box 1",
      judged: judgedAs(about, true),
      atMs: waits.nowMs,
    });
    expect(stepOn(other)).toBe("judging");
    expect(stepOn(judge(waits))).toBe("verdict");
  });
});

describe("the clock", () => {
  test("stands in the corner, says overtime, and is none where none was wanted", () => {
    expect(shown(begun())[0]).toMatch(/\[25:00 · this part 0:30\]/);
    const late = reduce(begun(), { type: "tick", beats: 20, atMs: beginMs + 1_000 + 90_000 });
    expect(shown(late)[0]).toContain("1:00 over");
    const free = press(
      { ...door(), screen: { ...door().screen, minutes: undefined } as State["screen"] },
      "confirm",
    );
    expect(shown(free)[0]).not.toContain("[");
  });

  test("does not run through what is spoken: the minutes of a part are told once", () => {
    const later = reduce(begun(), { type: "tick", beats: 20, atMs: beginMs + 20_000 });
    expect(spokenLines(later)).toEqual(spokenLines(begun()));
    expect(spokenLines(begun()).join("\n")).toContain(texts.screen.minutes(0.5));
  });

  test("that was set back a year takes nothing away and breaks nothing", () => {
    const back = pressAt(beginMs - 366 * 86_400_000, begun(), "confirm");
    expect(stepOn(back)).toBe("clarify");
    expect(shown(back)[0]).toContain("[25:00");
  });
});

describe("the door", () => {
  test("is reached from Study and by the words that are loaded then", async () => {
    const game = startGame({ save: passed });
    onTestFinished(() => game.stop());
    game.press("enter");
    while (!game.frame().includes("▸    Study")) game.press("down");
    game.press("enter", "i");
    await game.see(texts.screen.door.begin);
    game.press("enter");
    expect(game.frame()).toContain(texts.screen.hints.prompt);
    game.press("escape", "escape");
    expect(game.frame()).toMatch(/▸ {4}Study/);
  });

  test("is named on the map as long as an interview is not over", () => {
    const onMap = (save: Save): State => ({
      ...door(save),
      screen: { kind: "map", at: mapRowsOf(lessons).findIndex(({ id }) => id === "study") },
    });
    const open = onMap({ ...passed, interview: statesOfInterview(level, 5, true)[3]! });
    const told = (state: State) => [shown(state).join("\n"), spokenLines(state).join("\n")];
    for (const text of told(open)) expect(text).toContain("An interview is not over");
    for (const text of told(onMap(passed))) expect(text).not.toContain("An interview is not over");
  });

  test("asks before an interview that is not over is given up", () => {
    const open = statesOfInterview(level, 5, true)[3]!;
    const at = press(door({ ...passed, interview: open }), "down", "down", "down", "down");
    const asked = press(at, "confirm");
    expect(asked.message).toBe(texts.screen.door.givesUp);
    expect(saved(asked)).toEqual(open);
    expect(saved(press(asked, "confirm")).phase).toBe("prompt");
    expect(saved(press(press(asked, "up", "down"), "confirm"))).toEqual(open);
  });

  test("lets one choose the level, the bar and the clock, and its ends hold", () => {
    const terms = press(door(), "up", "left", "left", "left", "up", "right", "up", "right", "right");
    expect(terms.screen).toMatchObject({ at: 0, level: 0, bar: "staff", minutes: undefined });
    expect(saved(press(terms, "confirm"))).toMatchObject({ level, bar: "staff", phase: "prompt" });
    expect(saved(press(terms, "confirm")).minutes).toBeUndefined();
  });

  test("lets nobody in who has passed nothing", () => {
    const empty = press(door(emptySave()), "confirm");
    expect(empty.message).toBe(words.study.empty);
    expect(empty.save.interview).toBeUndefined();
  });

  test("of an interview that can no longer be read offers a new one", () => {
    const broken = { ...passed, interview: { ...statesOfInterview(level, 5, true)[3]!, phase: "lunch" } };
    expect(saved(press(door(broken), "confirm"))?.phase ?? "prompt").toBe("prompt");
    const gone = { ...passed, interview: { ...statesOfInterview(level, 5, true)[3]!, level: "99-gone" } };
    expect(openInterviewOf({ save: gone })).toBeUndefined();
  });
});

test("every step fits: nothing is cut that has room, at 80×24 and 120×40, drawn and spoken", () => {
  for (const state of whole())
    for (const size of [
      { columns: 80, rows: 24 },
      { columns: 120, rows: 40 },
    ]) {
      const lines = shown(state, size);
      expect(lines).toHaveLength(size.rows);
      expect(cutForNothing(lines, size)).toEqual([]);
      expect(spokenLines(state).join("\n")).not.toContain("undefined");
    }
});
