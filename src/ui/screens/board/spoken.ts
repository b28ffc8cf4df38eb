/** The board in words. */
import { goalLine } from "../../../present/debrief.ts";
import { budgetOf, spokenBill } from "../../../present/forecast.ts";
import { hintsOf } from "../../../present/hints.ts";
import { showGoal } from "../../../present/indicators.ts";
import { delta, type ShopRow, type Step, shopRows } from "../../../present/offers.ts";
import { describe } from "../../../present/picture/index.ts";
import { whyNotRun } from "../../../present/why-not.ts";
import { forecast } from "../../../sim/index.ts";
import type { Words } from "../../../words/index.ts";
import { spokenRuns } from "../../frame/kept-runs.ts";
import { lampsOn, spokenLamps } from "../../frame/lamps.ts";
import { carryLine } from "../../model/carry.ts";
import { designEntries } from "../../model/designs.ts";
import { estimateFields, type ScreenOf, type State, type Visit } from "../../model/types.ts";

/** The whole board: its goals, the design, every offer with its neighbours, the last run, the hints that are open. */
export function boardText(state: State, { visit }: ScreenOf<"board">): string[] {
  const { words } = state;
  const { lesson, sitting, last } = visit;
  const { level, prose } = lesson;
  const { spoken } = words;
  const why = whyNotRun(words, level, sitting.design);
  const rows = shopRows(words, level, sitting.design);
  const carry = carryLine(words, visit);
  return [
    prose.promise,
    spoken.board({
      number: lesson.isOwn ? undefined : level.number,
      bill: spokenBill(words, forecast(sitting.design, level.scenario), budgetOf(level)),
    }),
    spoken.goals({ goals: level.goals.map((goal) => showGoal(words, goal)), budget: budgetOf(level) }),
    ...(last?.verdict
      ? [spoken.lastRun, ...last.recording.outcome.goals.map((goal) => spoken.goal(goalLine(words, goal)))]
      : []),
    ...(carry === undefined ? [] : [carry]),
    ...spokenLamps(words, lampsOn(words, visit)),
    spoken.yourDesign,
    ...describe(words.picture, sitting.design),
    ...rows.flatMap((row, at) => [
      spokenOffer(words, row, at, rows.length),
      ...(row.disabled === undefined ? spokenSteps(words, row) : [row.disabled]),
    ]),
    ...spokenHints(words, visit),
    ...(why === undefined ? [] : [why]),
  ];
}

function spokenOffer({ spoken }: Words, row: ShopRow, at: number, of: number): string {
  const { name, setting, line, disabled } = row;
  return spoken.offer({ at: at + 1, of, name, line, ...(disabled === undefined ? { setting } : {}) });
}

function spokenSteps({ spoken }: Words, row: ShopRow): string[] {
  const say = (to: "less" | "more", next: Step | undefined) =>
    next ? [spoken.step({ to, label: next.label, delta: delta(next.costDelta) })] : [];
  return [...say("less", row.less), ...say("more", row.more)];
}

function spokenHints(words: Words, { lesson, last, hintsShown }: Visit): string[] {
  return hintsOf(words, lesson, last)
    .slice(0, hintsShown)
    .map((hint, n) => words.spoken.hint({ number: n + 1, hint }));
}

export function spokenBoard(state: State, screen: ScreenOf<"board">): string[] {
  const { visit, panel } = screen;
  const { level } = visit.lesson;
  const { words } = state;
  const bill = forecast(visit.sitting.design, level.scenario);
  const { spoken } = words;
  if (panel?.kind === "runs") return spokenRuns(words, visit);
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
  const carry = carryLine(words, visit);
  return [
    spoken.board({
      number: visit.lesson.isOwn ? undefined : level.number,
      bill: spokenBill(words, bill, budgetOf(level)),
    }),
    spoken.goals({ goals: level.goals.map((goal) => showGoal(words, goal)), budget: budgetOf(level) }),
    ...(carry === undefined ? [] : [carry]),
    ...spokenLamps(words, lampsOn(words, visit)),
    spoken.yourDesign,
    ...describe(words.picture, visit.sitting.design),
    ...(row
      ? [
          spokenOffer(words, row, visit.focus, rows.length),
          ...(row.disabled === undefined ? spokenSteps(words, row) : [row.disabled]),
        ]
      : []),
    ...spokenHints(words, visit),
    ...(why === undefined ? [] : [why]),
  ];
}
