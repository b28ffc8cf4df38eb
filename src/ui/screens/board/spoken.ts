/** The board in words. */
import { spokenBill } from "../../../present/forecast.ts";
import { delta, shopRows } from "../../../present/offers.ts";
import { describe } from "../../../present/picture/index.ts";
import { whyNotRun } from "../../../present/why-not.ts";
import { forecast } from "../../../sim/index.ts";
import { designEntries } from "../../model/designs.ts";
import { estimateFields, type ScreenOf, type State } from "../../model/types.ts";

export function spokenBoard(state: State, screen: ScreenOf<"board">): string[] {
  const { visit, panel } = screen;
  const { level } = visit.lesson;
  const { words } = state;
  const bill = forecast(visit.sitting.design, level.scenario);
  if (panel?.kind === "naming") return [`Name for this design: ${panel.text}`];
  if (panel?.kind === "designs") {
    const entries = designEntries(state, visit);
    const entry = entries[Math.min(panel.at, entries.length - 1)];
    return [
      `Design ${panel.at + 1} of ${entries.length}: ${entry?.name ?? ""}. ${entry?.notation ?? ""}${entry && !entry.design ? ". This level cannot sell it" : ""}`,
    ];
  }
  if (panel?.kind === "estimate") {
    const field = estimateFields[panel.at];
    return [`Estimate. ${field ?? ""}: ${field ? panel.typed[field] || "empty" : ""}`];
  }
  const rows = shopRows(words, visit.lesson.level, visit.sitting.design);
  const row = rows[visit.focus];
  const why = whyNotRun(words, visit.lesson.level, visit.sitting.design);
  const step = (key: string, to: { label: string; costDelta: number } | undefined) =>
    to ? [`${key}: ${to.label}, ${delta(to.costDelta)} a month.`] : [];
  return [
    `Board of level ${level.number}. ${spokenBill(words, bill, level.budget)}`,
    "Your design:",
    ...describe(words.picture, visit.sitting.design),
    ...(row
      ? [
          `Offer ${visit.focus + 1} of ${rows.length}: ${row.name}, now ${row.setting}. ${row.line}`,
          ...(row.disabled === undefined
            ? [...step("Left", row.less), ...step("Right", row.more)]
            : [row.disabled]),
        ]
      : []),
    ...visit.lesson.prose.hints.slice(0, visit.hintsShown).map((hint, n) => `Hint ${n + 1}: ${hint}`),
    ...(why === undefined ? [] : [why]),
  ];
}
