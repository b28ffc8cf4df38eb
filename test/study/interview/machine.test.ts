/** The interview as a state machine: whatever happens in whatever order, no answer is lost and no clock runs backwards. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Judged } from "../../../src/study/interview/judge.ts";
import {
  beginInterview,
  cells,
  clockOf,
  diveNow,
  type Interview,
  type InterviewAction,
  interviewed,
  limitMs,
  minutesUsual,
  phases,
  questionsMax,
  readInterview,
  summaryWords,
  timedPhases,
} from "../../../src/study/interview/machine.ts";
import type { RungAnswer } from "../../../src/study/ladders.ts";

/** What running a design has shown, as little as there can be. */
const found = (passed: boolean): Judged => ({
  ...{ passed, goals: [], costPerMonth: 1, budget: 1, topics: [], growth: [] },
});

const startMs = Date.UTC(2026, 10, 26, 9);
const terms = { level: "06-cache", seed: 7, bar: "senior", minutes: minutesUsual } as const;
const begun = beginInterview(terms, startMs);

/** Actions one after another, a second apart. */
function played(...actions: readonly InterviewAction[]): Interview {
  return actions.reduce(
    (now, action, n) => interviewed(now, { ...action, atMs: startMs + 1_000 * (n + 1) }),
    begun,
  );
}

const rung = (at: number, more: Partial<RungAnswer> = {}): InterviewAction => ({
  type: "rung",
  answer: { rung: at, seed: 7, ticks: [], said: `rung ${at}`, guess: 2, ...more },
});
const marked = (at: number, mark: 1 | 2 | 3) => rung(at, { mark });
const goOn: InterviewAction = { type: "goOn" };
const toDesign = [goOn, goOn, goOn];
const toDive: readonly InterviewAction[] = [
  ...toDesign,
  { type: "design", line: "dns · box 2" },
  { type: "judged", line: "dns · box 2", judged: found(true), ladder: "stampede" },
  goOn,
];
const toTwist = [...toDive, ...[0, 1, 2, 3].map((at) => marked(at, 2))];
const toSummary: readonly InterviewAction[] = [
  ...toTwist,
  { type: "change", line: "dns · box 4" },
  { type: "explain", text: "a bigger box, but it is one" },
  { type: "rejudged", line: "dns · box 4", judged: found(false) },
  goOn,
];

describe("an interview", () => {
  test("goes from the prompt to the report through every phase, each in its turn", () => {
    const whole: readonly InterviewAction[] = [
      ...toSummary,
      { type: "summary", text: "in short" },
      goOn,
      ...cells.map((): InterviewAction => ({ type: "mark", grade: 3 })),
    ];
    const seen = whole.map((_, n) => played(...whole.slice(0, n)).phase);
    expect([...new Set([...seen, played(...whole).phase])]).toEqual(phases);
    expect(played(...whole)).toMatchObject({
      line: "dns · box 2",
      judged: found(true),
      changedLine: "dns · box 4",
      changeSaid: "a bigger box, but it is one",
      rejudged: found(false),
      summary: "in short",
      marks: [3, 3, 3, 3],
    });
  });

  test("allows so many questions and no more, each once", () => {
    const asks = (count: number) =>
      Array.from({ length: count }, (_, n): InterviewAction => ({ type: "ask", id: `q${n}` }));
    expect(played(goOn, ...asks(questionsMax)).asked).toHaveLength(questionsMax);
    expect(played(goOn, ...asks(questionsMax + 1)).asked).toEqual(played(goOn, ...asks(questionsMax)).asked);
    expect(played(goOn, ...asks(1), ...asks(1)).asked).toEqual(["q0"]);
  });

  test("takes what was found of a design only where it is the design that was sent", () => {
    const sent = played(...toDesign, { type: "design", line: "dns · box 2" });
    const of = (line: string) =>
      interviewed(sent, { type: "judged", line, judged: found(true), ladder: "x", atMs: startMs });
    expect(of("dns · box 4").phase).toBe("judging");
    expect(of("dns · box 2").phase).toBe("verdict");
  });

  test("asks no summary's words before there is one, and no marks before they are asked", () => {
    expect(played(...toSummary, { type: "cover", word: "need" }).covered).toEqual([]);
    expect(played(...toSummary, goOn).phase).toBe("summary");
    const said = played(...toSummary, { type: "summary", text: "" }, { type: "cover", word: "next" });
    expect(interviewed(said, { type: "cover", word: "need", atMs: startMs }).covered).toEqual([
      "need",
      "next",
    ]);
    expect(interviewed(said, { type: "cover", word: "next", atMs: startMs }).covered).toEqual([]);
    expect(interviewed(said, { type: "mark", grade: 1, atMs: startMs }).marks).toEqual([]);
  });
});

describe("the deep dive", () => {
  test("ends at the top of the ladder", () => {
    expect(played(...toDive, marked(0, 2), marked(1, 3), marked(2, 2)).phase).toBe("dive");
    expect(played(...toTwist).phase).toBe("twist");
  });

  test.each([0, 1, 2])("goes one rung beyond a miss on rung %i and no further", (missed) => {
    const climb = Array.from({ length: missed + 1 }, (_, at) => marked(at, at === missed ? 1 : 2));
    const before = played(...toDive, ...climb);
    expect(before.phase).toBe("dive");
    expect(diveNow(before)?.rung).toBe(missed + 1);
    expect(played(...toDive, ...climb, marked(missed + 1, 3)).phase).toBe("twist");
  });
});

describe("the clock", () => {
  test("splits the minutes over the phases and leaves none over", () => {
    const all = timedPhases.reduce((sum, phase) => sum + limitMs(phase, minutesUsual), 0);
    expect(all).toBeCloseTo(minutesUsual * 60_000);
  });

  test("allows overtime, and records it", () => {
    const late = interviewed(begun, { type: "wait", atMs: startMs + 90_000 });
    expect(clockOf(late, late.atMs)?.phaseLeftMs).toBe(-60_000);
    expect(interviewed(late, { ...goOn, atMs: late.atMs }).phase).toBe("clarify");
    expect(late.spentMs).toEqual({ prompt: 90_000 });
  });

  test("takes nothing away when it is put back, and counts no more than a silence when put forward", () => {
    const year = 366 * 86_400_000;
    const back = interviewed(begun, { type: "wait", atMs: startMs - year });
    expect(back.spentMs.prompt).toBe(0);
    const forward = interviewed(back, { type: "wait", atMs: startMs + year });
    expect(forward.spentMs.prompt).toBe(600_000);
    expect(interviewed(begun, { type: "wait", atMs: startMs + 599_999 }).spentMs.prompt).toBe(599_999);
  });

  test("does not count the time in which the interview was left", () => {
    const left = interviewed(begun, { type: "wait", atMs: startMs + 5_000 });
    const back = interviewed(left, { type: "resume", atMs: startMs + 300_000 });
    expect(clockOf(back, startMs + 301_000)?.phaseLeftMs).toBe(24_000);
  });

  test("stands still while the simulator works and while what it found is read", () => {
    const read = interviewed(played(...toDive.slice(0, -1)), { type: "wait", atMs: startMs + 400_000 });
    expect(read.phase).toBe("verdict");
    expect(Object.values(read.spentMs).reduce((sum, each) => sum + each, 0)).toBe(4_000);
  });

  test("is none where the interview has no minutes", () => {
    const { minutes: _, ...without } = terms;
    expect(clockOf(beginInterview(without, startMs), startMs + 1_000)).toBeUndefined();
  });
});

/** Everything that was answered, by what it answers. */
function answersOf(interview: Interview): Readonly<Record<string, string>> {
  const { asked, figures, line, changedLine, changeSaid, summary, marks, rungs } = interview;
  const texts = { line, changedLine, changeSaid, summary };
  return Object.fromEntries([
    ...asked.map((id, n) => [`asked ${n}`, id]),
    ...Object.entries(figures).map(([id, text]) => [`figure ${id}`, text]),
    ...Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
    ...rungs.map((answer) => [`rung ${answer.rung}`, JSON.stringify(answer)]),
    ...marks.map((grade, n) => [`mark ${n}`, String(grade)]),
  ]);
}

/** What an action may answer anew. */
function answeredBy(action: InterviewAction): string | undefined {
  if (action.type === "figure") return `figure ${action.id}`;
  if (action.type === "rung") return `rung ${action.answer.rung}`;
  return action.type === "change" ? "changedLine" : undefined;
}

const text = fc.oneof(
  fc.string({ maxLength: 20, unit: "grapheme" }),
  fc.constant("캐시를 앞에 둡니다".repeat(900)),
);
const line = fc.constantFrom("dns · box 2", "dns · web 9×8 · db 4");
const mark = fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const);
const actions: fc.Arbitrary<InterviewAction> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(goOn) },
  fc.constantFrom<InterviewAction>({ type: "wait" }, { type: "resume" }),
  text.map((typed): InterviewAction => ({ type: "draft", text: typed })),
  fc.constantFrom("a", "b", "c", "d", "e", "f", "g").map((id): InterviewAction => ({ type: "ask", id })),
  fc.record({ type: fc.constant("figure" as const), id: fc.constantFrom("peak", "storage"), text }),
  fc.record({ type: fc.constant("design" as const), line }),
  fc.record({
    type: fc.constant("judged" as const),
    line,
    judged: fc.constant(found(true)),
    ladder: fc.constant("stampede"),
  }),
  fc
    .record({ at: fc.nat(3), said: text, mark })
    .map(({ at, said, mark: given }) => rung(at, { said, ...(given ? { mark: given } : {}) })),
  fc.record({ type: fc.constant("change" as const), line }),
  fc.record({ type: fc.constant("explain" as const), text }),
  fc.record({ type: fc.constant("rejudged" as const), line, judged: fc.constant(found(true)) }),
  fc.record({ type: fc.constant("summary" as const), text }),
  fc.record({ type: fc.constant("cover" as const), word: fc.constantFrom(...summaryWords) }),
  fc.record({ type: fc.constant("mark" as const), grade: fc.constantFrom(1 as const, 4 as const) }),
);
const jump = fc.oneof(fc.nat(120_000), fc.constantFrom(-366 * 86_400_000, 366 * 86_400_000, -1, 86_400_000));

test("whatever happens, however the clock jumps, wherever it is interrupted: no answer is lost", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ action: actions, jump, isInterrupted: fc.boolean() }), { maxLength: 60 }),
      (steps) => {
        let now = begun;
        let atMs = startMs;
        for (const { action, jump: byMs, isInterrupted } of steps) {
          atMs += byMs;
          const before = now;
          now = interviewed(now, { ...action, atMs });
          const { [answeredBy(action) ?? ""]: _, ...kept } = answersOf(before);
          expect(answersOf(now)).toMatchObject(kept);
          expect(phases.indexOf(now.phase)).toBeGreaterThanOrEqual(phases.indexOf(before.phase));
          for (const phase of timedPhases) {
            const spent = (now.spentMs[phase] ?? 0) - (before.spentMs[phase] ?? 0);
            expect(spent).toBeGreaterThanOrEqual(0);
            expect(spent).toBeLessThanOrEqual(600_000);
          }
          if (!isInterrupted) continue;
          const saved = readInterview(JSON.parse(JSON.stringify(now)));
          expect(saved).toEqual(now);
          now = interviewed(saved as Interview, { type: "resume", atMs });
          expect(answersOf(now)).toEqual(answersOf(saved as Interview));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("an interview whose phase or words are none cannot be gone on with", () => {
  expect(readInterview({ ...begun, phase: "lunch" })).toBeUndefined();
  expect(readInterview({ ...begun, covered: ["hello"] })).toBeUndefined();
});
