/** The report of an interview: grades anchored in what was done, what was not asked comes back, three sentences. */
import { describe, expect, test } from "vitest";
import { finish, type GoalResult } from "../../../src/game/index.ts";
import { reportLines, reportMarkdown } from "../../../src/present/interview-report.ts";
import { design, formatDesign } from "../../../src/sim/index.ts";
import { type InterviewCase, interviewCase } from "../../../src/study/interview/cases.ts";
import { deepDiveOf } from "../../../src/study/interview/deep-dive.ts";
import { notHeard } from "../../../src/study/interview/heard.ts";
import { type Judged, judging } from "../../../src/study/interview/judge.ts";
import {
  type Bar,
  beginInterview,
  type Interview,
  type InterviewAction,
  interviewed,
} from "../../../src/study/interview/machine.ts";
import { interviewReport } from "../../../src/study/interview/report.ts";
import { interviews as texts } from "../../../src/words/en/interview/index.ts";
import { words } from "../../helpers/english.ts";

/** What a candidate does, apart from the design. */
interface Script {
  readonly asks: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
  readonly marks: readonly (1 | 2 | 3)[];
  readonly own: 1 | 2 | 3 | 4;
  readonly said: string;
}

const plain = (judged: Judged) => judged as unknown as Readonly<Record<string, unknown>>;

function held(
  about: InterviewCase,
  line: string,
  judged: Judged,
  change: string,
  rejudged: Judged,
  script: Script,
): Interview {
  const actions: InterviewAction[] = [
    { type: "goOn" },
    ...script.asks.map((id) => ({ type: "ask", id }) as const),
    { type: "goOn" },
    ...Object.entries(script.figures).map(([id, text]) => ({ type: "figure", id, text }) as const),
    { type: "goOn" },
    { type: "design", line },
    { type: "judged", line, judged: plain(judged), ladder: deepDiveOf(judged).ladder },
    { type: "goOn" },
    ...script.marks.map(
      (mark, rung) =>
        ({
          type: "rung",
          answer: { rung, seed: about.seed, said: script.said, guess: 2, ticks: [0, 1], mark },
        }) as const,
    ),
    { type: "change", line: change },
    { type: "explain", text: script.said },
    { type: "rejudged", line: change, judged: plain(rejudged) },
    { type: "goOn" },
    { type: "summary", text: script.said },
    { type: "cover", word: "need" },
    { type: "cover", word: "design" },
    { type: "goOn" },
    ...[0, 1, 2, 3].map(() => ({ type: "mark", grade: script.own }) as const),
  ];
  const begun = beginInterview({ level: about.level, seed: about.seed, bar: about.bar, minutes: 25 }, 0);
  return actions.reduce((now, action, n) => interviewed(now, { ...action, atMs: (n + 1) * 60_000 }), begun);
}

const goal = (met: boolean, indicator: GoalResult["indicator"] = "latencyP95Ms"): GoalResult => ({
  indicator,
  met,
  target: 60,
  bound: "atMost",
  value: met ? 40 : 90,
});
const sound: Judged = {
  passed: true,
  goals: [goal(true)],
  costPerMonth: 100,
  budget: 200,
  topics: [],
  audit: {
    undisturbed: { availability: 1, atLeast: 0.99, failedBy: [], holds: true },
    rows: [],
    holds: true,
  },
  growth: [
    { factor: 2, passed: true, availability: 1 },
    { factor: 10, passed: false, availability: 0.2, first: { place: "web", what: "saturated" } },
  ],
};
const failed: Judged = {
  ...sound,
  passed: false,
  goals: [goal(false)],
  topics: ["latencyP95Ms"],
  growth: [],
};

const about = interviewCase("03-scaling", 1, "senior");
const useful = about.clarifications.flatMap(({ id, matters }) => (matters ? [id] : []));
const idle = about.clarifications.flatMap(({ id, matters }) => (matters ? [] : [id]));
const right = Object.fromEntries(about.estimates.map(({ name, truth }) => [name, String(truth)]));
const good: Script = {
  asks: useful.slice(0, 6),
  figures: right,
  marks: [3, 3, 2, 3],
  own: 3,
  said: "I lose one box",
};
const line = formatDesign(about.model);
const reportOf = (script: Partial<Script>, judged = sound, rejudged = sound, bar: Bar = "senior") => {
  const of = { ...about, bar };
  return interviewReport(of, held(of, line, judged, line, rejudged, { ...good, ...script }));
};
const gradeOf = (cell: string, report: ReturnType<typeof reportOf>) =>
  report.cells.find((each) => each.cell === cell)?.grade;

describe("requirements", () => {
  test("are worth most where enough was asked, nothing idle, and nothing came back", () => {
    expect(gradeOf("requirements", reportOf({}))).toBe(4);
    expect(gradeOf("requirements", reportOf({ asks: [...useful.slice(0, 5), idle[0]!] }))).toBe(3);
  });

  test("ask for more by the bar, of the same questions", () => {
    const asks = useful.slice(0, 4);
    expect(gradeOf("requirements", reportOf({ asks }, sound, sound, "junior"))).toBe(4);
    expect(gradeOf("requirements", reportOf({ asks }))).toBe(3);
    expect(gradeOf("requirements", reportOf({ asks }, sound, sound, "staff"))).toBe(2);
    expect(gradeOf("requirements", reportOf({ asks: useful.slice(0, 1) }))).toBe(1);
  });

  test("that were not asked come back as the goal that was missed, and first of all that is told", () => {
    const report = reportOf({ asks: useful.filter((id) => id !== "latency").slice(0, 6) }, failed);
    expect(report.unasked.find(({ id }) => id === "latency")?.goals).toEqual(["latencyP95Ms"]);
    expect(report.next[0]).toMatchObject({ kind: "not-asked", returned: { id: "latency" } });
  });

  test("come back as a bill, and as a figure that was off by what they tell", () => {
    const dear = { ...failed, goals: [goal(true)], costPerMonth: 300 };
    const peak = about.estimates.find(({ name }) => name === "peak-rate")!;
    const figures = { ...right, "peak-rate": String(peak.truth / (peak.values.peakFactor ?? 1)) };
    const report = reportOf({ asks: [], figures }, dear);
    expect(report.unasked.find(({ id }) => id === "budget")?.isBill).toBe(true);
    expect(report.unasked.find(({ id }) => id === "availability")?.goals).toEqual([]);
    if ((peak.values.peakFactor ?? 0) > 2)
      expect(report.unasked.find(({ id }) => id === "peak")?.figures).toEqual(["peak-rate"]);
  });
});

describe("numbers", () => {
  const some = (count: number) => Object.fromEntries(Object.entries(right).slice(0, count));

  test("are graded by the share that is right", () => {
    expect([5, 4, 3, 2, 0].map((count) => gradeOf("numbers", reportOf({ figures: some(count) })))).toEqual([
      4, 4, 3, 2, 1,
    ]);
  });

  test("ask for all of them at the highest bar", () => {
    expect(gradeOf("numbers", reportOf({ figures: some(5) }, sound, sound, "staff"))).toBe(4);
    expect(gradeOf("numbers", reportOf({ figures: some(4) }, sound, sound, "staff"))).toBe(3);
  });
});

describe("the design", () => {
  const broken = (losses: number): Judged => ({
    ...sound,
    audit: {
      ...sound.audit!,
      holds: losses === 0,
      rows: Array.from({ length: losses }, () => ({
        fault: { part: "lb" },
        availability: 0.5,
        atLeast: 0.99,
        outageSec: 9,
        lost: { requests: 1 },
        failedBy: [],
        missed: [],
        holds: false,
        isCurable: true,
      })),
    },
  });

  test("is graded by the losses that it bears once it passes", () => {
    expect([0, 1, 2].map((losses) => gradeOf("design", reportOf({}, broken(losses))))).toEqual([4, 3, 2]);
    expect(gradeOf("design", reportOf({}, broken(2), sound, "junior"))).toBe(3);
    expect(gradeOf("design", reportOf({}, broken(1), sound, "staff"))).toBe(2);
  });

  test("bears twice the traffic at the highest bar", () => {
    const weak = { ...sound, growth: sound.growth.map((grown) => ({ ...grown, passed: false })) };
    expect(gradeOf("design", reportOf({}, weak, sound, "staff"))).toBe(3);
    expect(gradeOf("design", reportOf({}, weak))).toBe(4);
  });

  test("that misses one goal is near, and one that misses more is not", () => {
    expect(gradeOf("design", reportOf({}, failed))).toBe(2);
    expect(gradeOf("design", reportOf({}, { ...failed, goals: [goal(false), goal(false)] }))).toBe(1);
  });
});

describe("depth", () => {
  test("is graded by the rungs that the player has passed, and by the twist", () => {
    expect(gradeOf("depth", reportOf({}))).toBe(4);
    expect(gradeOf("depth", reportOf({}, sound, failed))).toBe(3);
    expect(gradeOf("depth", reportOf({ marks: [2, 1, 1] }))).toBe(2);
    expect(gradeOf("depth", reportOf({ marks: [1, 1] }, sound, failed))).toBe(1);
  });

  test("no word that was said moves a grade", () => {
    const grades = (said: string) => reportOf({ said }).cells.map(({ grade }) => grade);
    expect(grades("percentile, N − 1, headroom, trade-off, scale out, stateless")).toEqual(grades("well"));
  });
});

test("three sentences at most are told, each of another kind, and one where nothing was missed", () => {
  const bad = reportOf({ asks: idle, figures: {}, marks: [1, 1], own: 4 }, failed, failed);
  expect(bad.next).toHaveLength(3);
  expect(new Set(bad.next.map(({ kind }) => kind)).size).toBe(3);
  for (const report of [bad, reportOf({})]) expect(report.next.length).toBeGreaterThan(0);
});

test("the own grades are held against the given ones", () => {
  const { calibration, cells } = reportOf({ own: 4 });
  expect(calibration.cells.of).toBe(4);
  expect(calibration.cells.right).toBe(cells.filter(({ grade }) => grade === 4).length);
  expect(calibration.cells.bias).toBeGreaterThanOrEqual(0);
  expect(calibration.rungs).toMatchObject({ of: 4, right: 1, bias: -0.75 });
});

test("a report is plain data", () => {
  const report = reportOf({});
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test("a term is heard as it is and as whatever else is said for it", () => {
  const terms = [
    { term: "fail-over", synonyms: ["new primary"] },
    { term: "RPO", synonyms: [] },
    { term: "invalidation", synonyms: ["invalidat"] },
  ];
  expect(notHeard(terms, ["Fail over at once,", "then the rpo"])).toEqual(["invalidation"]);
  expect(notHeard(terms, ["a NEW  primary; it invalidates"])).toEqual(["RPO"]);
  expect(notHeard(terms, ["corporation"])).toEqual(["fail-over", "RPO", "invalidation"]);
});

describe("a scripted interview", () => {
  const level = interviewCase("04-load-balancer", 2, "senior");
  const weak = "dns · lb 1 interval=10s retry · web 8×8 · db 8 · kv 1";
  const judged = finish(judging(level.playable, design(weak)));
  const rejudged = finish(judging(level.twist.playable, level.twist.model, false));
  const figures = Object.fromEntries(
    level.estimates.map(({ name, truth }, n) => [name, (truth * [1, 1.5, 4, 60, 1][n]!).toPrecision(3)]),
  );
  const script: Script = {
    asks: level.clarifications.slice(0, 6).map(({ id }) => id),
    figures,
    marks: [2, 1, 2],
    own: 3,
    said: "A health check takes a dead box out; the price is a second balancer.",
  };
  const report = interviewReport(
    level,
    held(level, weak, judged, formatDesign(level.twist.model), rejudged, script),
  );

  test("ends in a report that reads as it always did", async () => {
    await expect(`${reportLines(texts, words, report).join("\n")}\n`).toMatchFileSnapshot(
      "../../golden/interview/report.txt",
    );
  });

  test("and in a document with the picture of the design", async () => {
    await expect(reportMarkdown(texts, words, report)).toMatchFileSnapshot(
      "../../golden/interview/report.md",
    );
  });
});
