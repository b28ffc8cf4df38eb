/** Interviews at each of their steps, as a save has them. */
import { targetOf } from "../../src/game/index.ts";
import type { LevelId } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { type InterviewCase, interviewCase } from "../../src/study/interview/cases.ts";
import { deepDiveOf } from "../../src/study/interview/deep-dive.ts";
import type { Judged } from "../../src/study/interview/judge.ts";
import {
  beginInterview,
  type Interview,
  type InterviewAction,
  interviewed,
  questionsMax,
  summaryWords,
} from "../../src/study/interview/machine.ts";
import { interviewReport } from "../../src/study/interview/report.ts";
import type { LadderMark } from "../../src/study/ladders.ts";
import { interviewNow } from "../../src/ui/model/interview.ts";
import type { InterviewBundle, InterviewScreen } from "../../src/ui/model/study-screens.ts";
import { fieldWith } from "../../src/ui/model/text-field.ts";
import type { Screen } from "../../src/ui/reduce.ts";
import { loadCliWords, loadInterviews, loadLadders } from "../../src/words/index.ts";

export const beginMs = Date.UTC(2026, 10, 26, 9);

/** What running a design may have shown: all goals missed, or met. */
export function judgedAs({ playable }: Pick<InterviewCase, "playable">, passed: boolean): Judged {
  const { goals, budget = 0 } = playable;
  return {
    passed,
    goals: goals.map((goal) => {
      const target = targetOf(goal);
      const bound = "atMost" in goal ? ("atMost" as const) : ("atLeast" as const);
      const value = passed ? target : bound === "atMost" ? target * 3 : target / 3;
      return { indicator: goal.indicator, target, bound, value, met: passed };
    }),
    costPerMonth: passed ? budget : budget * 1.5,
    budget,
    topics: [],
    growth: [
      { factor: 2, passed, availability: passed ? 1 : 0.6, first: { place: "db", what: "saturated" } },
      { factor: 10, passed: false, availability: 0.2, first: { place: "web", what: "saturated" } },
    ],
  };
}

/** An interview of a level from its beginning on: each state that it goes through. */
export function statesOfInterview(
  level: LevelId,
  seed: number,
  passed: boolean,
  said = "12 34",
): Interview[] {
  const about = interviewCase(level, seed, "senior");
  const judged = judgedAs(about, passed);
  const line = formatDesign(about.model);
  const changedLine = formatDesign(about.twist.model);
  const goOn: InterviewAction = { type: "goOn" };
  const rung = (n: number, mark?: LadderMark): InterviewAction => ({
    type: "rung",
    answer: { rung: n, seed, ticks: [0], figureRight: passed, said, guess: 2, ...(mark ? { mark } : {}) },
  });
  const actions: readonly InterviewAction[] = [
    goOn,
    ...about.clarifications.slice(0, questionsMax).map(({ id }) => ({ type: "ask" as const, id })),
    goOn,
    ...about.estimates.map(({ name }) => ({ type: "figure" as const, id: name, text: "1,000" })),
    goOn,
    { type: "design", line },
    { type: "judged", line, judged: { ...judged }, ladder: deepDiveOf(judged).ladder },
    goOn,
    { type: "rung", answer: { rung: 0, seed, ticks: [], figureRight: passed } },
    { type: "rung", answer: { rung: 0, seed, ticks: [], figureRight: passed, said } },
    rung(0),
    ...([0, 1, 2, 3] as const).map((n) => rung(n, passed ? 3 : 2)),
    { type: "change", line: changedLine },
    { type: "explain", text: said },
    { type: "rejudged", line: changedLine, judged: { ...judged } },
    goOn,
    { type: "summary", text: said },
    ...summaryWords.map((word) => ({ type: "cover" as const, word })),
    goOn,
    ...([1, 2, 3, 4] as const).map((grade) => ({ type: "mark" as const, grade })),
  ];
  const states = [beginInterview({ level, seed, bar: "senior", minutes: 25 }, beginMs)];
  for (const [n, action] of actions.entries())
    states.push(interviewed(states.at(-1)!, { ...action, atMs: beginMs + 20_000 * (n + 1) }));
  return states;
}

/** The screen of an interview that is come back to. */
export function interviewScreen(
  bundle: InterviewBundle,
  more: Partial<InterviewScreen> = {},
): InterviewScreen {
  return {
    ...{ kind: "interview", bundle, field: fieldWith(""), at: 0, scroll: 0, progress: 0.4 },
    ...{ isCompared: false, isAsideShown: false },
    ...more,
  };
}

const [texts, ladders, { usage }] = await Promise.all([
  loadInterviews("en"),
  loadLadders("en"),
  loadCliWords("en"),
]);

/** The words of interviews, in English. */
export const bundle: InterviewBundle = { texts, ladders, usage };

/** What a screen of an interview is called: its step, or what is shown beside it. */
export function stepName({ screen, save }: { readonly screen: Screen; readonly save: Save }): string {
  if (screen.kind !== "interview") return "bundle" in screen && screen.bundle ? "door" : "loading";
  const now = interviewNow({ save }, screen);
  return screen.report || !now ? "report" : screen.isAsideShown ? `${now.step}-known` : now.step;
}

/** Of several states in which the same is to be done, the first and the last. */
function telling(states: readonly Interview[]): Interview[] {
  const named = states.map(
    (state) =>
      [
        `${state.phase} ${state.summary === undefined} ${state.changedLine === undefined} ${JSON.stringify(state.rungs.map(({ said, guess, mark }) => [!said, guess, mark]))}`,
        state,
      ] as const,
  );
  return states.filter((state) => {
    const same = named.filter(([name]) => name === named.find(([, each]) => each === state)?.[0]);
    return same[0]?.[1] === state || same.at(-1)?.[1] === state;
  });
}

/** An interview of a level at each of its steps, some in several ways; and the door before it. */
export function interviewsOf(
  { level }: { readonly level: { readonly id: string } },
  bundle: InterviewBundle,
): readonly { readonly screen: Screen; readonly save: Save }[] {
  const levels = { [level.id]: { ...emptyLevel(), passed: true } };
  const on = (interview: Interview | undefined, screen: Screen, reports: Save["reports"] = []) => ({
    screen,
    save: { ...emptySave(), levels, ...(interview ? { interview } : {}), reports },
  });
  const door = { kind: "interviews", bundle, at: 0, level: -1, bar: "staff", minutes: 25 } as const;
  return [true, false].flatMap((passed) => {
    const states = statesOfInterview(level.id as LevelId, 5, passed);
    const over = states.at(-1)!;
    const about = interviewCase(level.id as LevelId, 5, "senior");
    const report = { at: "2026-11-26T10:00:00.000Z", report: { ...interviewReport(about, over) } };
    const told = telling(states.slice(0, -1));
    const isDifferent = ({ phase }: Interview) => passed || phase === "verdict" || phase === "outcome";
    const shown = told.filter(isDifferent).flatMap((interview) => {
      const line = interview.phase === "twist" ? interview.line : formatDesign(about.playable.start);
      const screen = interviewScreen(bundle, { field: fieldWith(line ?? "") });
      const ways = [screen];
      if (interview.phase === "design" || interview.phase === "twist")
        ways.push({ ...screen, isAsideShown: true }, { ...screen, field: fieldWith("12 34") });
      if (interview.phase === "dive") ways.push({ ...screen, isCompared: true });
      return ways.map((each) => on(interview, each));
    });
    return [
      ...shown,
      on(undefined, interviewScreen(bundle, { report }), [report]),
      on(states[3], door, [report, report]),
      on(undefined, { ...door, at: 4, minutes: undefined, level: 0 }, [report]),
      on(undefined, { kind: "interviews", at: 0, level: -1, bar: "junior", minutes: 15 }),
    ];
  });
}
