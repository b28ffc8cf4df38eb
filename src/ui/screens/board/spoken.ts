/** The board in words. */
import { spokenBill } from "../../../present/forecast.ts";
import { hintsOf } from "../../../present/hints.ts";
import { showGoal } from "../../../present/indicators.ts";
import { delta, type Step, shopRows } from "../../../present/offers.ts";
import { describe } from "../../../present/picture/index.ts";
import { whyNotRun } from "../../../present/why-not.ts";
import { forecast } from "../../../sim/index.ts";
import { spokenTwoRuns } from "../../frame/two-runs.ts";
import { designEntries } from "../../model/designs.ts";
import { estimateFields, type ScreenOf, type State } from "../../model/types.ts";

export function spokenBoard(state: State, screen: ScreenOf<"board">): string[] {
  const { visit, panel } = screen;
  const { level } = visit.lesson;
  const { words } = state;
  const bill = forecast(visit.sitting.design, level.scenario);
  const { spoken } = words;
  if (panel?.kind === "runs") return spokenTwoRuns(words, visit);
  if (panel?.kind === "naming") return [spoken.naming(panel.text)];
  if (panel?.kind === "designs") {
    const entries = designEntries(state, visit);
    const entry = entries[Math.min(panel.at, entries.length - 1)];
    return [
      spoken.design({
        at: panel.at + 1,
        of: entries.length,
        name: entry?.name ?? "",
        design: entry?.notation ?? "",
        isSold: entry?.design !== undefined,
      }),
    ];
  }
  if (panel?.kind === "estimate") {
    const field = estimateFields[panel.at] ?? "users";
    return [spoken.estimate({ field: words.estimate.fields[field], typed: panel.typed[field] })];
  }
  const rows = shopRows(words, visit.lesson.level, visit.sitting.design);
  const row = rows[visit.focus];
  const why = whyNotRun(words, visit.lesson.level, visit.sitting.design);
  const step = (to: "less" | "more", next: Step | undefined) =>
    next ? [spoken.step({ to, label: next.label, delta: delta(next.costDelta) })] : [];
  return [
    spoken.board({ number: level.number, bill: spokenBill(words, bill, level.budget) }),
    spoken.goals({ goals: level.goals.map((goal) => showGoal(words, goal)), budget: level.budget }),
    spoken.yourDesign,
    ...describe(words.picture, visit.sitting.design),
    ...(row
      ? [
          spoken.offer({ ...row, at: visit.focus + 1, of: rows.length }),
          ...(row.disabled === undefined
            ? [...step("less", row.less), ...step("more", row.more)]
            : [row.disabled]),
        ]
      : []),
    ...hintsOf(words, visit.lesson, visit.last)
      .slice(0, visit.hintsShown)
      .map((hint, n) => spoken.hint({ number: n + 1, hint })),
    ...(why === undefined ? [] : [why]),
  ];
}
