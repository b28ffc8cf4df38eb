/** The audit over the debrief: every loss with what came of it, as they come. */
import { faultsOf, worstFirst } from "../../../game/index.ts";
import {
  auditRule,
  auditVerdict,
  type LossState,
  lossSigns,
  spokenLoss,
  type ToldLoss,
  toldLoss,
} from "../../../present/audit.ts";
import { padLeft, padRight, widest, width } from "../../../present/cells.ts";
import type { Words } from "../../../words/index.ts";
import { bodyColumns, type Frame, heading, paragraph, workBar } from "../../frame/frame.ts";
import { auditSoFar, wholeAudit } from "../../model/audit.ts";
import type { DebriefScreen } from "../../model/types.ts";

/** Cells of what stands under a row at the left, and at least between its figures. */
const indent = 4;
const gap = 2;

export function auditLines(screen: DebriefScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const soFar = auditSoFar(screen);
  const whole = wholeAudit(soFar);
  const cells = Math.min(96, bodyColumns(frame));
  const told = worstFirst(soFar.rows).map((row) => toldLoss(words, soFar.design, row));
  const nameCells = Math.max(12, widest(told.map(({ fault }) => fault)));
  const figureCells = [9, 9, 7].map((least, at) =>
    Math.max(least, ...told.map((loss) => gap + width(figuresOf(loss)[at] ?? ""))),
  );
  const found = whole
    ? auditVerdict(words, whole).flatMap((sentence) =>
        paragraph(sentence, cells).map(whole.holds ? theme.good : theme.text),
      )
    : workBar(progressOf(words, screen), soFar.rows.length / faultsOf(soFar.design).length, frame);
  return [
    heading(theme, words.audit.title, words.audit.beside),
    ...paragraph(auditRule(words, screen.visit.lesson.level), cells).map(theme.muted),
    "",
    ...found,
    "",
    ...(told.length > 0 ? [theme.muted(headLine(words.audit.heads, nameCells, figureCells))] : []),
    ...told.flatMap((loss) => lossLines(loss, nameCells, figureCells, cells, frame)),
  ];
}

function figuresOf({ availability, bound, outage }: ToldLoss): readonly string[] {
  return [availability, bound, outage];
}

function headLine(
  [, name = "", ...figures]: readonly string[],
  nameCells: number,
  figureCells: readonly number[],
): string {
  return `  ${padRight(name, nameCells)}${figureCells.map((each, at) => padLeft(figures[at] ?? "", each)).join("")}`;
}

function lossLines(
  loss: ToldLoss,
  nameCells: number,
  figureCells: readonly number[],
  cells: number,
  { theme, words }: Frame,
): string[] {
  const { state, fault, lost, why } = loss;
  const paint = { holds: theme.good, breaks: theme.bad, "not-sold": theme.muted }[state satisfies LossState];
  const [answered = "", needs = "", outage = ""] = figuresOf(loss).map((each, at) =>
    padLeft(each, figureCells[at] ?? 0),
  );
  const row = `${paint(lossSigns[state])} ${padRight(fault, nameCells)}${paint(answered)}${theme.muted(needs)}${outage}`;
  const isLong = width(row) + 2 + width(lost) > cells;
  // What was borne needs no reason.
  const under = [...(isLong ? [lost] : []), ...(state === "holds" ? [] : why)];
  return [
    isLong || lost === words.audit.lost({ requests: 0 }) ? row : `${row}  ${theme.muted(lost)}`,
    ...under.flatMap((each) =>
      paragraph(each, cells - indent).map((line) => " ".repeat(indent) + theme.muted(line)),
    ),
  ];
}

function progressOf(words: Words, screen: DebriefScreen): string {
  const { design, rows } = auditSoFar(screen);
  return words.audit.progress({ done: rows.length, of: faultsOf(design).length });
}

export function spokenAudit(words: Words, screen: DebriefScreen): string[] {
  const soFar = auditSoFar(screen);
  const whole = wholeAudit(soFar);
  return [
    `${words.audit.title}: ${words.audit.beside}.`,
    auditRule(words, screen.visit.lesson.level),
    ...(whole ? auditVerdict(words, whole) : [`${progressOf(words, screen)}.`]),
    ...worstFirst(soFar.rows).map((row) => spokenLoss(words, soFar.design, row)),
  ];
}
