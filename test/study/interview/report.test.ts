/** The report of an interview: grades anchored in what was done, what was not asked comes back, three sentences. */
import { describe, expect, test } from "vitest";
import type { GoalResult } from "../../../src/game/index.ts";
import { becauseOf } from "../../../src/present/interview-next.ts";
import {
  reportLines,
  reportMarkdown,
  reportSections,
  spokenReport,
} from "../../../src/present/interview-report.ts";
import { numberText, poseRung } from "../../../src/present/ladders.ts";
import { design, formatDesign } from "../../../src/sim/index.ts";
import { type InterviewCase, interviewCase } from "../../../src/study/interview/cases.ts";
import { deepDiveOf } from "../../../src/study/interview/deep-dive.ts";
import type { Returned } from "../../../src/study/interview/facts.ts";
import { findingsOf } from "../../../src/study/interview/findings.ts";
import { gradesOf } from "../../../src/study/interview/grades.ts";
import { notHeard } from "../../../src/study/interview/heard.ts";
import type { Judged } from "../../../src/study/interview/judge.ts";
import {
  type Bar,
  beginInterview,
  type Interview,
  type InterviewAction,
  interviewed,
} from "../../../src/study/interview/machine.ts";
import { interviewReport } from "../../../src/study/interview/report.ts";
import { readReport } from "../../../src/study/interview/reports.ts";
import { interviews as texts } from "../../../src/words/en/interview/index.ts";
import { ladders } from "../../../src/words/en/ladders/index.ts";
import { money } from "../../../src/words/figures.ts";
import { words } from "../../helpers/english.ts";
import { judgedAs } from "../../helpers/judged.ts";

const all = { texts, ladders };

/** What a candidate does, apart from the design. */
interface Script {
  readonly asks: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
  readonly marks: readonly (1 | 2 | 3)[];
  readonly own: 1 | 2 | 3 | 4;
  readonly said: string;
}

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
    { type: "judged", line, judged: judged, ladder: deepDiveOf(judged).ladder },
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
    { type: "rejudged", line: change, judged: rejudged },
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

const level = interviewCase("04-load-balancer", 2, "senior");
const weak = "dns · lb 1 interval=10s retry · web 8×8 · db 8 · kv 1";
const judged = await judgedAs(level.playable, design(weak));
const rejudged = await judgedAs(level.twist.playable, level.twist.model, false);

describe("a scripted interview", () => {
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
    await expect(`${reportLines(all, words, report).join("\n")}\n`).toMatchFileSnapshot(
      "../../golden/interview/report.txt",
    );
  });

  test("and in a document with the picture of the design", async () => {
    await expect(reportMarkdown(all, words, report)).toMatchFileSnapshot("../../golden/interview/report.md");
  });

  test("begins with what one reads of it: the mark, four cells by four grades, what to say next time", () => {
    const [first, ...rest] = reportSections(all, words, report);
    const { cells: named, report: told } = texts;
    const grid = report.cells.map(({ cell, grade, own }) => {
      const row = first?.lines.find((line) => line.startsWith(named[cell].title)) ?? "";
      const header = first?.lines.find((line) => line.startsWith(told.heads.cells)) ?? "";
      expect(row.indexOf("●")).toBe(header.indexOf(told.gradeNamed(grade)));
      if (own !== grade) expect(row.indexOf("○")).toBe(header.indexOf(told.gradeNamed(own!)));
      return grade;
    });
    const sum = grid.reduce((total: number, grade) => total + grade, 0);
    expect(first?.lines[0]).toMatch(
      new RegExp(`^${sum} of 16; ${grid.filter((each) => each >= 3).length} of 4`),
    );
    expect(first?.lines.slice(first.lines.indexOf(told.heads.next) + 1)).toHaveLength(report.next.length);
    expect(rest.map(({ head }) => head)).toEqual(
      Object.values(told.heads).filter((head) => head !== told.heads.next),
    );
  });

  test("is told to those who listen without the picture of its grades, and with all else", () => {
    const spoken = spokenReport(all, words, report);
    expect(spoken.filter((line) => /[●○]/.test(line))).toEqual([]);
    for (const { lines } of reportSections(all, words, report).slice(1))
      expect(spoken).toEqual(expect.arrayContaining([...lines]));
  });
});

test("a design that falls short is told its bill only where that is over the budget", () => {
  const cost = (over: number) => ({ ...failed, costPerMonth: failed.budget + over });
  const toldOf = (over: number) => reportLines(all, words, reportOf({}, sound, cost(over))).join("\n");
  const bill = (over: number) =>
    texts.judged.bill({
      cost: money(failed.budget + over),
      budget: money(failed.budget),
      isWithin: false,
    });
  expect(toldOf(0)).not.toContain(bill(0));
  expect(toldOf(1)).toContain(bill(1));
});

test("all that came back of a question that was not asked is told, each by itself", () => {
  const nothing = { id: useful[0]!, goals: [], isBill: false, figures: [], isEvent: false } as Returned;
  const report = reportOf({}, failed);
  const told = (more: Partial<Returned>) => becauseOf(texts, words, report, { ...nothing, ...more });
  expect(told({})).toEqual([]);
  expect(told({ isBill: true })).toEqual([texts.next.overBudget]);
  expect(told({ isEvent: true })).toEqual([texts.next.notWarned]);
  expect(told({ figures: [about.estimates[0]!.name] })).toHaveLength(1);
  expect(told({ goals: failed.goals.map(({ indicator }) => indicator) })).toHaveLength(1);
});

describe("a rung that was missed", () => {
  const missed = reportOf({ marks: [2, 1] });
  test("is told with what it asked and the number that it asked for", () => {
    const ladder = ladders.ladders.find(({ id }) => id === missed.ladder)!;
    const { ask, figure } = poseRung(ladder, 1, missed.seed)!;
    const number = `${numberText(figure!.truth)} ${ladders.units[figure!.unit]}`;
    const told = reportLines(all, words, missed).filter(
      (line) => line.includes(number) && line.includes(ask),
    );
    expect(told).toHaveLength(2);
  });
});

describe("a change after the twist", () => {
  const case04 = interviewCase("04-load-balancer", 2, "senior");
  const from = formatDesign(case04.model);
  const reportWith = (change: string, isHeld = true) =>
    interviewReport(
      case04,
      held(case04, from, sound, change, isHeld ? sound : { ...sound, passed: false }, {
        ...good,
        said: "So.",
      }),
    );
  const inOne = reportWith("dns · lb 2 interval=10s retry · web 16×8 · db 8 · kv 1");
  test("is counted by what of the shop is changed, and the count stands in the marking", () => {
    const none = reportWith(from);
    expect(none.twist.changes).toBe(0);
    const named = reportWith(formatDesign(case04.twist.model));
    expect(named.twist.changes).toBe(Math.min(named.twist.takes, named.twist.changes ?? 0));
    for (const each of [none, named, inOne])
      expect(reportLines(all, words, each)).toContain(
        texts.report.changes({
          changes: each.twist.changes!,
          takes: each.twist.takes,
          isTooMuch: each.twist.changes! > each.twist.takes,
        }),
      );
  });

  test("that is more than it takes is no 4 in depth, and is what to say next time", () => {
    const { takes } = inOne.twist;
    const facts = (changes: number) => ({ ...inOne, twist: { ...inOne.twist, changes } });
    expect(gradesOf(facts(takes)).depth).toBe(4);
    expect(gradesOf(facts(takes + 1)).depth).toBe(3);
    const kinds = (changes: number) => findingsOf(facts(changes)).map(({ kind }) => kind);
    expect(kinds(takes)).not.toContain("changes");
    expect(kinds(takes + 1)).toContain("changes");
  });
});

describe("a report that is kept", () => {
  const report = reportOf({});
  const kept = () => JSON.parse(JSON.stringify(report)) as Record<string, unknown>;
  test("is read as it was written, whatever was done in its interview", () => {
    for (const each of [
      report,
      reportOf({ marks: [1], asks: [], figures: {} }),
      reportOf({ said: "" }, failed),
    ])
      expect(readReport({ report: JSON.parse(JSON.stringify(each)) })).toEqual(
        JSON.parse(JSON.stringify(each)),
      );
  });

  test("is never half read: any part that is gone or another makes it one of another version", () => {
    const optional = new Set([
      "line",
      "ladder",
      "judged",
      "own",
      "estimated",
      "slip",
      "figureRight",
      "limitMs",
    ]);
    optional.add("changes").add("audit").add("first").add("lost").add("trigger").add("region");
    for (const path of pathsIn(kept())) {
      const name = path.at(-1)!;
      const broken = kept();
      put(broken, path, { what: "else" });
      expect(readReport({ report: broken }), path.join(".")).toBeUndefined();
      if (Number.isInteger(Number(name)) || optional.has(String(name))) continue;
      const without = kept();
      put(without, path, undefined);
      const read = readReport({ report: without });
      if (read) expect(() => reportLines(all, words, read), path.join(".")).not.toThrow();
    }
  });
});

type Path = readonly (string | number)[];

/** Every place in plain data, but for records whose entries are anybody's. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

function put(value: unknown, path: Path, other: unknown): void {
  const [name, ...rest] = path;
  const record = value as Record<string, unknown>;
  if (rest.length === 0) record[String(name)] = other;
  else put(record[String(name)], rest, other);
}
