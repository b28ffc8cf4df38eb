/** What lies over the debrief: what can be shared, the question before the solution, the small task. */

import { width } from "../../../present/cells.ts";
import { taskChoices } from "../../../present/third-star.ts";
import { trapsOf } from "../../../present/traps.ts";
import { bodyColumns, type Frame, heading, paragraph, workBar } from "../../frame/frame.ts";
import { drawRuns } from "../../frame/kept-runs.ts";
import { keyed } from "../../frame/keyed.ts";
import { drawMenu } from "../../frame/menu.ts";
import { progressOf } from "../../model/reached.ts";
import { formAt, isFilm, sharedForms, sharedText } from "../../model/sharing.ts";
import type { DebriefPanel, DebriefScreen, State } from "../../model/types.ts";
import { auditLines } from "./audit.ts";

export function panelLines(
  screen: DebriefScreen,
  panel: Exclude<DebriefPanel, { kind: "task" | "traps" | "sharing" }>,
  frame: Frame,
): string[] {
  const {
    theme,
    words: { debrief },
  } = frame;
  const { visit } = screen;
  const cells = Math.min(84, bodyColumns(frame));
  switch (panel.kind) {
    case "runs":
      return drawRuns(visit, cells, frame);
    case "audit":
      return auditLines(screen, frame);
    case "reveal":
      return [
        heading(theme, debrief.solution),
        "",
        ...paragraph(debrief.solutionAbout, cells),
        "",
        theme.muted(debrief.solutionAsk),
      ];
  }
}

/** What a panel with a menu shows, and where its menu stands. */
interface MenuPanel {
  readonly lines: string[];
  readonly row: number;
  readonly options: number;
  readonly at: number;
}

/** The traps: their titles as a menu, under it what is known of the one in focus. */
export function trapsPanel(
  state: State,
  { visit: { lesson } }: DebriefScreen,
  { at }: Extract<DebriefPanel, { kind: "traps" }>,
  frame: Frame,
): MenuPanel {
  const {
    theme,
    words: { traps: words },
  } = frame;
  const cells = Math.min(84, bodyColumns(frame));
  const traps = trapsOf(lesson, progressOf(state.save, lesson.level.id)?.trapsSeen ?? []);
  const head = [heading(theme, words.title, words.beside), ""];
  const menu = drawMenu(
    traps.map(({ title, isKnown }) => `${isKnown ? "✓" : "·"} ${title}`),
    at,
    theme,
  );
  const trap = traps[at];
  const below = !trap
    ? []
    : trap.isKnown
      ? paragraph(trap.why, cells)
      : [keyed(theme, trap.design ? words.ask : words.askUnsold)];
  return { lines: [...head, ...menu, "", ...below], row: head.length, options: traps.length, at };
}

/** What can be shared: the forms as a menu, under it what the one in focus is, and its text where it is one. */
export function sharingPanel(
  state: State,
  screen: DebriefScreen,
  { at, making }: Extract<DebriefPanel, { kind: "sharing" }>,
  frame: Frame,
): MenuPanel {
  const {
    theme,
    words: { share: words },
  } = frame;
  const cells = Math.min(84, bodyColumns(frame));
  const head = [heading(theme, words.title), ""];
  const menu = drawMenu(
    sharedForms.map((each) => words.forms[each]),
    at,
    theme,
  );
  const form = formAt(at);
  const text = isFilm(form) ? undefined : sharedText(state, screen, form);
  const below = making
    ? workBar(words.filming, making.done, frame)
    : !text
      ? [keyed(theme, words.make)]
      : "why" in text
        ? paragraph(text.why, cells)
        : text.lines.flatMap((line) => inWhole(line, cells)).map(theme.focus);
  const about = paragraph(words.about[form], cells).map(theme.muted);
  return {
    lines: [...head, ...menu, "", ...about, "", ...below],
    row: head.length,
    options: sharedForms.length,
    at,
  };
}

/** A line that is to be copied, over several where it is too long for one. */
function inWhole(line: string, cells: number): string[] {
  return width(line) <= cells ? [line] : paragraph(line, cells);
}

/** The small task: what is asked, what has been taken, and the menu of what is left. */
export function taskPanel(
  screen: DebriefScreen,
  panel: Extract<DebriefPanel, { kind: "task" }>,
  { theme, columns, words: { task } }: Frame,
): MenuPanel {
  const { prose, level } = screen.visit.lesson;
  const options = prose.task?.options ?? {};
  const left = taskChoices(screen.visit.lesson.level).filter((key) => !panel.chosen.includes(key));
  const isOrder = level.stars.three.task?.kind === "order";
  const asked = [
    heading(theme, task.title),
    "",
    ...paragraph(prose.task?.question ?? "", Math.min(84, columns - 2)),
    "",
    ...panel.chosen.map((key, at) => `  ${theme.good(`${at + 1}`)}  ${options[key] ?? key}`),
    ...(panel.chosen.length > 0 ? [""] : []),
    ...(isOrder ? [theme.muted(task.which(panel.chosen.length + 1))] : []),
  ];
  const menu = drawMenu(
    left.map((key) => options[key] ?? key),
    panel.at,
    theme,
  );
  return { lines: [...asked, ...menu], row: asked.length, options: left.length, at: panel.at };
}
