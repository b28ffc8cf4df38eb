/** The debrief laid out: once for what it says at a size, however often it is scrolled and drawn. */
import type { Played } from "../../../game/index.ts";
import { truncate } from "../../../present/cells.ts";
import { type Debrief, debriefOf } from "../../../present/debrief.ts";
import type { Words } from "../../../words/index.ts";
import { bodyColumns, bodyRows, type Frame, type Size } from "../../frame/frame.ts";
import { plainTheme, type Theme } from "../../frame/theme.ts";
import type { DebriefScreen } from "../../model/types.ts";
import { auditLines } from "./audit.ts";
import { type DebriefSection, drawSections } from "./sections.ts";

/** What the debrief says. */
export function debriefFor(
  words: Words,
  { visit, played, ideas, whatIf, luck, knowsCollapse, card, trap }: DebriefScreen,
): Debrief {
  const { design, recording, verdict, population } = played;
  const { foretold, taskDone } = visit;
  const { seed } = recording.outcome.report;
  // The verdict's own has its audit.
  const outcome = verdict?.outcomes.find(({ report }) => report.seed === seed) ?? recording.outcome;
  const passed = verdict?.passed ?? false;
  // Who has tried a trap is told why it fails, whatever undoing it alone would have done.
  const told = trap === undefined ? ideas : [...new Set([trap, ...(ideas ?? [])])];
  const run = {
    design,
    outcome,
    passed,
    population,
    ideas: told,
    whatIf,
    luck,
    taskDone,
    foretold,
    knowsCollapse,
    card,
  };
  return debriefOf(words, visit.lesson, run);
}

export interface Laid {
  readonly sections: readonly DebriefSection[];
  readonly lines: readonly string[];
}

interface Kept extends Laid {
  /** What it follows from. */
  readonly of: readonly unknown[];
}

/** The latest of each run and theme: plain ones are counted, coloured ones drawn. */
const kept = new WeakMap<Played, Map<Theme, Kept>>();

/** Sections and lines of the debrief at a size. */
export function layOut(screen: DebriefScreen, frame: Frame): Laid {
  const { visit, played, whatIf, ideas, luck, card, beats, progress } = screen;
  const { columns, rows, words, theme } = frame;
  const work = whatIf ? [] : [Math.min(beats, 10), progress];
  const { lesson, foretold, taskDone } = visit;
  const of = [columns, rows, words, lesson, foretold, taskDone, whatIf, ideas, luck, card, ...work];
  const themes = kept.get(played) ?? new Map<Theme, Kept>();
  kept.set(played, themes);
  const before = themes.get(theme);
  if (before?.of.length === of.length && before.of.every((each, at) => Object.is(each, of[at])))
    return before;
  const sections = drawSections(debriefFor(words, screen), screen, frame);
  const cells = bodyColumns(frame);
  const lines = sections
    .flatMap((section, index) => (index === 0 ? section.lines : ["", ...section.lines]))
    .map((line) => truncate(line, cells));
  const laid = { of, sections, lines };
  themes.set(theme, laid);
  return laid;
}

/** How far the debrief, or the audit over it, can be scrolled at a size. */
export function debriefScrollMax(screen: DebriefScreen, size: Size): number {
  const frame: Frame = { ...size, theme: plainTheme, still: true, unicode: true };
  const lines = screen.panel?.kind === "audit" ? auditLines(screen, frame) : layOut(screen, frame).lines;
  return Math.max(0, lines.length - bodyRows(size));
}
