/** Progress one can show: what counts as weak and strong, and a plan that keeps within its minutes. */
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { deckOf } from "../../src/study/deck.ts";
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

  test("begins with what is weak, and with a review where there is something to recall", () => {
    const save = { ...passed(first, second), ladders: climbed(second, 1, 1) };
    const plan = planOf(found(save), ladders.ladders, 1, 60);
    expect(plan.days[0]?.tasks[0]).toEqual({ kind: "review", minutes: taskMinutes.review });
    const [climb] = tasksOf(plan, "ladder");
    expect(ladders.ladders.find(({ id }) => id === climb)?.level).toBe(second);
    expect(planOf(found(emptySave()), ladders.ladders, 1, 60).days[0]?.tasks[0]?.kind).toBe("level");
  });
});
