/** Progress one can show: what counts as weak and strong, and a plan that keeps within its minutes. */
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { deckOf } from "../../src/study/deck.ts";
import { drillMarksMax, withDrillMark } from "../../src/study/drills/marks.ts";
import { planOf, type StudyPlan, studyProgress, taskMinutes } from "../../src/study/progress.ts";
import { afterAnswer } from "../../src/study/schedule.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons } from "../helpers/english.ts";

const noonMs = Date.UTC(2026, 10, 26, 12);
const ids = lessons.map(({ level }) => level.id);
const [first = "", second = ""] = ids;
const passed = (...levels: readonly string[]): Save => ({
  ...emptySave(),
  levels: Object.fromEntries(levels.map((id) => [id, { ...emptyLevel(), passed: true, stars: 2 as const }])),
});
const found = (save: Save) => studyProgress(lessons, ladders.ladders, save, noonMs);

const ladderOf = (level: string) => ladders.ladders.find((each) => each.level === level)?.id ?? "";
const climbed = (level: string, ...marks: readonly (1 | 2 | 3)[]) => ({
  [ladderOf(level)]: marks.map((mark, rung) => ({
    rung,
    seed: 1,
    ticks: [],
    guess: 2 as const,
    mark,
    at: "",
  })),
});

/** Cards of a level answered, each once, some forgotten later. */
function answered(level: string, known: number, forgotten: number): Save["cards"] {
  const cards = deckOf(lessons, (id) => ({ passed: id === level, mistakes: [] }), {});
  return Object.fromEntries(
    cards.slice(0, known + forgotten).map(({ id }, n) => {
      const knew = afterAnswer(undefined, "knew", noonMs);
      const state = n < known ? knew : afterAnswer(knew, "forgot", noonMs + 1_000);
      return [id, { ...state }];
    }),
  );
}

describe("what is known of a level", () => {
  const standing = (save: Save) => found(save).levels[0]?.is;

  test("is open until enough was asked", () => {
    expect(standing(passed(first))).toBe("open");
    expect(standing({ ...passed(first), cards: answered(first, 3, 0) })).toBe("open");
    expect(standing({ ...passed(first), cards: answered(first, 4, 0) })).toBe("strong");
  });

  test("is weak for whoever forgets more than one answer in four", () => {
    expect(standing({ ...passed(first), cards: answered(first, 2, 1) })).toBe("open");
    expect(standing({ ...passed(first), cards: answered(first, 1, 2) })).toBe("weak");
  });

  test("is weak below a pass on its ladders, and strong where half of the marks are", () => {
    const with_ = (...marks: readonly (1 | 2 | 3)[]) =>
      standing({ ...passed(first), ladders: climbed(first, ...marks) });
    expect(with_(1, 2)).toBe("weak");
    expect(with_(2, 2)).toBe("open");
    expect(with_(2, 3)).toBe("strong");
  });

  test("counts predictions and marks of all levels", () => {
    const save = passed(first, second);
    const level = {
      ...emptyLevel(),
      predictions: [true, false].map((right) => ({ answer: "", right, at: "" })),
    };
    const { predictions, marks } = found({
      ...save,
      levels: { ...save.levels, [second]: level },
      ladders: { ...climbed(first, 2), ...climbed(second, 1) },
    });
    expect(predictions).toEqual({ right: 1, of: 2 });
    expect(marks).toEqual({ of: 2, right: 1, bias: 0.5 });
  });
});

describe("of drills", () => {
  const marked = (...marks: readonly number[]) =>
    marks.reduce<Save["drills"]>(
      (kept, mark, n) => withDrillMark(kept, { kind: "order", mark, atMs: noonMs + n }),
      {},
    );
  const standing = (...marks: readonly number[]) =>
    found({ ...emptySave(), drills: marked(...marks) }).drills[0];

  test("the latest five count, against the five before where there are so many", () => {
    expect(found(emptySave()).drills).toEqual([]);
    expect(standing(1)).toEqual({ kind: "order", of: 1, mean: 1 });
    expect(standing(0, 0, 0, 0, 1, 1, 1, 1, 1)).toEqual({ kind: "order", of: 9, mean: 1 });
    expect(standing(0, 0, 0, 0, 0, 1, 1, 1, 1, 1)).toMatchObject({ mean: 1, trend: "better" });
    expect(standing(1, 1, 1, 1, 1, 0, 0, 0, 0, 0)).toMatchObject({ mean: 0, trend: "worse" });
    expect(standing(0, 1, 1, 1, 1, 1, 1, 1, 1, 0.6)).toMatchObject({ trend: "better" });
    expect(standing(0, 1, 1, 1, 1, 1, 1, 1, 1, 0.4)).toMatchObject({ trend: "same" });
    expect(standing(1, 1, 1, 1, 1, 1, 1, 1, 1, 0.6)).toMatchObject({ trend: "same" });
  });

  test("so many marks are kept of each kind, the latest", () => {
    const kept = marked(...Array.from({ length: drillMarksMax + 1 }, (_, n) => n / 100)).order;
    expect(kept).toHaveLength(drillMarksMax);
    expect([kept?.[0]?.mark, kept?.at(-1)?.mark]).toEqual([0.01, 0.5]);
  });

  test("the kind that goes worst comes first, and is what a plan's round minds", () => {
    const drills = withDrillMark(marked(0.5), { kind: "flaw", mark: 0, atMs: noonMs });
    const save = { ...emptySave(), drills };
    expect(found(save).drills.map(({ kind }) => kind)).toEqual(["flaw", "order"]);
    const [day] = planOf(found(save), ladders.ladders, 1, 24 * 60).days;
    expect(day?.tasks.at(-1)).toEqual({ kind: "drill", weakest: "flaw", minutes: taskMinutes.drill });
  });

  test("a plan has a round where minutes are left, one a day", () => {
    const drillsIn = (minutes: number) =>
      planOf(found(emptySave()), ladders.ladders, 1, minutes).days[0]?.tasks.filter(
        ({ kind }) => kind === "drill",
      ).length;
    const { level, drill } = taskMinutes;
    expect([drillsIn(drill - 1), drillsIn(drill), drillsIn(level), drillsIn(level + drill)]).toEqual([
      0, 1, 0, 1,
    ]);
  });
});

describe("a plan", () => {
  const tasksOf = ({ days }: StudyPlan, kind: string) =>
    days.flatMap(({ tasks }) =>
      tasks.flatMap((task) => (task.kind === kind && "id" in task ? [task.id] : [])),
    );

  test("never holds more minutes a day than there are, nor anything twice, and knows what found no room", () => {
    for (const [days, minutes] of [
      [1, 5],
      [3, 17],
      [10, 45],
      [60, 480],
    ] as const)
      for (const save of [emptySave(), passed(first), passed(...ids)]) {
        const plan = planOf(found(save), ladders.ladders, days, minutes);
        expect(plan.days).toHaveLength(days);
        for (const day of plan.days) {
          expect(day.minutes).toBeLessThanOrEqual(minutes);
          expect(day.minutes).toBe(day.tasks.reduce((sum, task) => sum + task.minutes, 0));
        }
        for (const kind of ["level", "ladder"]) {
          const planned = tasksOf(plan, kind);
          expect(new Set(planned).size).toBe(planned.length);
        }
        const unpassed = ids.filter((id) => !save.levels[id]?.passed).length;
        expect(tasksOf(plan, "level").length + plan.left).toBe(unpassed);
      }
  });

  test("has levels in teaching order, and a ladder only of a level that is passed by then", () => {
    const plan = planOf(found(emptySave()), ladders.ladders, 10, 45);
    expect(tasksOf(plan, "level")).toEqual(ids.slice(0, tasksOf(plan, "level").length));
    const open = new Set<string>();
    for (const { tasks } of plan.days)
      for (const task of tasks) {
        if (task.kind === "level") open.add(task.id);
        if (task.kind === "ladder")
          expect(open).toContain(ladders.ladders.find(({ id }) => id === task.id)?.level);
      }
  });

  test("has a mock interview every third day, the last one on the last day, once a level is passed", () => {
    const mocks = (save: Save, days: number, minutes: number) =>
      planOf(found(save), ladders.ladders, days, minutes).days.flatMap(({ tasks }, day) =>
        tasks.some(({ kind }) => kind === "interview") ? [day] : [],
      );
    const { review, interview } = taskMinutes;
    expect(mocks(passed(first), 7, review + interview)).toEqual([0, 3, 6]);
    expect(mocks(passed(first), 7, review + interview - 1)).toEqual([]);
    expect(mocks(passed(first), 2, 60)).toEqual([1]);
    expect(mocks(emptySave(), 1, 60)).toEqual([]);
    expect(mocks(emptySave(), 4, 60)).toEqual([3]);
  });

  test("begins with what is weak, and with a review where there is something to recall", () => {
    const save = { ...passed(first, second), ladders: climbed(second, 1, 1) };
    const plan = planOf(found(save), ladders.ladders, 1, 60);
    expect(plan.days[0]?.tasks[0]).toEqual({ kind: "review", minutes: taskMinutes.review });
    const [climb] = tasksOf(plan, "ladder");
    expect(ladders.ladders.find(({ id }) => id === climb)?.level).toBe(second);
    expect(planOf(found(emptySave()), ladders.ladders, 1, 60).days[0]?.tasks[0]?.kind).toBe("level");
  });
});

describe("interviews", () => {
  const report = (of: number, right: number, bias: number) => ({
    at: "2026-11-26T10:00:00.000Z",
    report: { calibration: { cells: { of, right, bias } } },
  });

  test("are counted, and how well their grades were foretold, those of four cells as one", () => {
    const { held, grades } = found({
      ...emptySave(),
      reports: [report(4, 1, 1), report(4, 3, -0.5)],
    }).interviews;
    expect(held).toBe(2);
    expect(grades).toEqual({ of: 8, right: 4, bias: 0.25 });
    expect(found(emptySave()).interviews).toEqual({ held: 0, grades: { of: 0, right: 0, bias: 0 } });
  });

  test("whose report is of another shape are counted and say nothing of grades", () => {
    const odd = [{ calibration: 7 }, {}, { calibration: { cells: { of: "four" } } }];
    const reports = odd.map((each) => ({ at: "", report: each }));
    expect(found({ ...emptySave(), reports }).interviews).toEqual({
      held: 3,
      grades: { of: 0, right: 0, bias: 0 },
    });
  });
});
