/** Progress as text and as Markdown, and as a page. */
import type { Lesson } from "../levels/index.ts";
import type { PlannedTask, StudyPlan, StudyProgress } from "../study/progress.ts";
import type { LadderTexts } from "../words/contract/ladders.ts";
import type { Words } from "../words/index.ts";

interface ProgressSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What there is to tell, under titles. */
export function progressSections(
  { study, drills: drillWords }: Words,
  texts: LadderTexts,
  lessons: readonly Lesson[],
  { levels, predictions, marks, reviews, due, drills, time, interviews }: StudyProgress,
  plan: StudyPlan | undefined,
): ProgressSection[] {
  const { progress, screen, ladders } = texts;
  const { sections } = progress;
  const nameOf = (id: string) => {
    const lesson = lessons.find(({ level }) => level.id === id);
    return lesson ? study.from({ level: lesson.level.number, title: lesson.prose.title }) : id;
  };
  const taskText = (task: PlannedTask) => {
    if (task.kind === "review") return progress.review;
    if (task.kind === "interview") return progress.interview;
    if (task.kind === "drill")
      return progress.drills(task.weakest === undefined ? undefined : drillWords.kinds[task.weakest]);
    if (task.kind === "level") return progress.play(nameOf(task.id));
    return progress.climb(ladders.find(({ id }) => id === task.id)?.topic ?? task.id);
  };
  return [
    {
      title: sections.levels,
      lines: levels.map(({ level, passed, stars }) =>
        progress.level({ name: nameOf(level), ...(passed ? { stars } : {}) }),
      ),
    },
    {
      title: sections.calibration,
      lines: [progress.predictions(predictions), screen.calibration(marks)],
    },
    {
      title: sections.topics,
      lines: [
        progress.reviews({ answers: reviews, due }),
        ...(["weak", "strong", "open"] as const).map((is) =>
          progress.standing({
            is,
            levels: levels.filter((each) => each.passed && each.is === is).map(({ level }) => nameOf(level)),
          }),
        ),
      ],
    },
    {
      title: sections.drills,
      lines:
        drills.length === 0
          ? [progress.noDrill]
          : drills.map(({ kind, ...rest }) => progress.drill({ kind: drillWords.kinds[kind], ...rest })),
    },
    { title: sections.interviews, lines: [progress.interviews(interviews)] },
    { title: sections.time, lines: [progress.time(time)] },
    ...(plan
      ? [
          {
            title: sections.plan,
            lines: [
              ...plan.days.map(({ tasks, minutes }, n) =>
                progress.day({ day: n + 1, minutes, tasks: tasks.map(taskText) }),
              ),
              ...(plan.left > 0 ? [progress.left(plan.left)] : []),
            ],
          },
        ]
      : []),
  ];
}

/** The sections as a file of a kind. */
export const progressFormats = {
  text: (title: string, sections: readonly ProgressSection[]) =>
    `${[title, ...sections.flatMap(({ title: head, lines }) => ["", head, ...lines.map((line) => `  ${line}`)])].join("\n")}\n`,
  md: (title: string, sections: readonly ProgressSection[]) =>
    `${[`# ${title}`, ...sections.flatMap(({ title: head, lines }) => ["", `## ${head}`, "", ...lines.map((line) => `- ${line}`)])].join("\n")}\n`,
} as const;
