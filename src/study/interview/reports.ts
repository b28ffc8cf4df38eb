/** Reports of interviews, as they are kept: plain JSON of perhaps another version of the game. */
import type { Goal } from "../../game/index.ts";
import { levels } from "../../levels/index.ts";
import type { MarkCalibration } from "../ladders.ts";
import { unitSlips } from "../reckoning.ts";
import { inputNames } from "../sums.ts";
import { type Check, flag, isRecord, list, number, oneOf, perhaps, record, shape, text } from "./checks.ts";
import { idleQuestions, usefulQuestions } from "./clarifications.ts";
import { hasInputs } from "./estimates.ts";
import type { ReportFigure, ReportRung, ReportTime, ReportTwist, Returned } from "./facts.ts";
import type { NextTime } from "./findings.ts";
import { fault, givesWay, goalResult, indicator, isJudged } from "./kept.ts";
import { bars, cells, grades, summaryWords, timedPhases } from "./machine.ts";
import type { InterviewReport, ReportCell } from "./report.ts";
import { twistNames } from "./twists.ts";

/** So many are kept: the latest. */
const reportsMax = 10;

/** All reports with one more, the last one last. */
export function withReport<R>(reports: readonly R[], report: R): R[] {
  return [...reports, report].slice(-reportsMax);
}

/** A report as plain JSON, which may be of another version of the game. */
export interface KeptReport {
  readonly report: Readonly<Record<string, unknown>>;
}

/** How many interviews were held, as far as they are kept, and how well their grades were foretold. */
export interface InterviewsHeld {
  readonly held: number;
  readonly grades: MarkCalibration;
}

export function interviewsHeld(reports: readonly KeptReport[]): InterviewsHeld {
  const all = reports.flatMap(({ report }) => {
    const { cells } = (report.calibration ?? {}) as { readonly cells?: Partial<MarkCalibration> };
    const { of = 0, right = 0, bias = 0 } = cells ?? {};
    return [of, right, bias].every(Number.isFinite) ? [{ of, right, bias }] : [];
  });
  const sum = (value: (each: MarkCalibration) => number) =>
    all.reduce((total, each) => total + value(each), 0);
  const of = sum((each) => each.of);
  const bias = sum((each) => each.bias * each.of) / Math.max(1, of);
  return { held: reports.length, grades: { of, right: sum((each) => each.right), bias } };
}

const useful = oneOf(...usefulQuestions);
const idle = oneOf(...idleQuestions);
const mark = oneOf(1, 2, 3);
const figureName: Check = (value) => typeof value === "string" && hasInputs(value, everyInput);
const everyInput = Object.fromEntries(inputNames.map((name) => [name, 1]));
const slip: Check = (value) =>
  isRecord(value) &&
  (oneOf(...inputNames)(value.input) ||
    (typeof value.unit === "string" && Object.hasOwn(unitSlips, value.unit)));
const returned = shape<Returned>({
  ...{ id: useful, goals: list(indicator), isBill: flag, figures: list(figureName), isEvent: flag },
});
const estimated: Check = (value) =>
  isRecord(value) && number(value.ratio) && number(value.mark) && perhaps(slip)(value.slip);
const figure: Check = (value) =>
  shape<ReportFigure>({
    ...{ name: text, values: record(number), truth: number, typed: text, estimated: perhaps(estimated) },
  })(value) && hasInputs(value.name, value.values);
const rung = shape<ReportRung>({ rung: number, ticks: number, mark, figureRight: perhaps(flag) });
const time = shape<ReportTime>({ phase: oneOf(...timedPhases), spentMs: number, limitMs: perhaps(number) });
const goal: Check = (value) => {
  if (!isRecord(value) || !indicator(value.indicator)) return false;
  const { atMost, atLeast } = value as Partial<Record<keyof Goal | "atMost" | "atLeast", unknown>>;
  return number(atMost ?? atLeast);
};
const budget = shape<ReportTwist["budget"]>({ before: number, after: number });
const twist = shape<ReportTwist>({
  ...{ name: oneOf(...twistNames), goals: list(goal), budget, line: perhaps(text) },
  ...{ changes: perhaps(number), takes: number, isExplained: flag, judged: perhaps(isJudged) },
});
const cell = shape<ReportCell>({
  cell: oneOf(...cells),
  grade: oneOf(...grades),
  own: perhaps(oneOf(...grades)),
});
const calibrated = shape<MarkCalibration>({ of: number, right: number, bias: number });
const calibration = shape<InterviewReport["calibration"]>({ rungs: calibrated, cells: calibrated });
const asked = shape<InterviewReport["asked"]>({ useful: list(useful), idle: list(idle) });
const models = shape<InterviewReport["models"]>({ case: text, twist: text });

type Fields<K extends NextTime["kind"]> = Omit<Extract<NextTime, { readonly kind: K }>, "kind">;

/** What each sentence of what to say next time is made of. */
const nextShapes: { readonly [K in NextTime["kind"]]: (value: unknown) => value is Fields<K> } = {
  "not-asked": shape<Fields<"not-asked">>({ returned }),
  goal: shape<Fields<"goal">>({ goal: goalResult }),
  bill: shape<Fields<"bill">>({ costPerMonth: number, budget: number }),
  loss: shape<Fields<"loss">>({ fault }),
  slip: shape<Fields<"slip">>({ figure: figureName, slip, ratio: number }),
  off: shape<Fields<"off">>({ figure: figureName, ratio: number }),
  "no-figure": shape<Fields<"no-figure">>({ figure: figureName }),
  twist: shape<Fields<"twist">>({}),
  changes: shape<Fields<"changes">>({ changes: number, takes: number }),
  "not-explained": shape<Fields<"not-explained">>({}),
  rung: shape<Fields<"rung">>({ rung: oneOf(0, 1, 2, 3) }),
  growth: shape<Fields<"growth">>({ factor: number, first: perhaps(givesWay) }),
  idle: shape<Fields<"idle">>({ question: idle }),
  overtime: shape<Fields<"overtime">>({ phase: oneOf(...timedPhases) }),
  unsaid: shape<Fields<"unsaid">>({ word: oneOf(...summaryWords) }),
  nothing: shape<Fields<"nothing">>({}),
};
const next: Check = (value) => {
  const { kind } = isRecord(value) ? value : {};
  return (
    typeof kind === "string" && Object.hasOwn(nextShapes, kind) && nextShapes[kind as NextTime["kind"]](value)
  );
};

const isReport = shape<InterviewReport>({
  ...{ bar: oneOf(...bars), level: oneOf(...levels.map(({ id }) => id)), seed: number },
  ...{ usersMillions: number, cells: list(cell), matter: number, line: perhaps(text), models },
  ...{ ladder: perhaps(text), next: list(next), said: list(text), calibration, asked },
  ...{ unasked: list(returned), figures: list(figure), judged: perhaps(isJudged), rungs: list(rung) },
  ...{ twist, unsaid: list(oneOf(...summaryWords)), times: list(time) },
});

/** A report as it was kept; undefined where it is one of another version, or broken. */
export function readReport({ report }: KeptReport): InterviewReport | undefined {
  return isReport(report) ? report : undefined;
}
