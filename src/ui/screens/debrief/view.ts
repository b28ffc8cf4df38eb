/** The debrief: what held, what did not, why, and what one change would have done. */
import { costOf, type Played } from "../../../game/index.ts";
import { width } from "../../../present/cells.ts";
import { starsLeft } from "../../../present/third-star.ts";
import { whyNoTask } from "../../../present/why-not.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, firstFitting, starsText } from "../../frame/frame.ts";
import { lessonTitle, levelTitle } from "../../frame/header.ts";
import { keyed } from "../../frame/keyed.ts";
import { type Drawn, withMenu } from "../../frame/menu.ts";
import { offered } from "../../model/offered.ts";
import { lessonsOf } from "../../model/progress.ts";
import type { DebriefScreen, State } from "../../model/types.ts";
import { layOut } from "./layout.ts";
import { panelLines, sharingPanel, taskPanel, trapsPanel } from "./panels.ts";

export function drawDebrief(state: State, screen: DebriefScreen, frame: Frame): Drawn {
  const { theme } = frame;
  const { visit, played, panel } = screen;
  const rows = bodyRows(frame);
  const menu =
    panel?.kind === "task"
      ? taskPanel(screen, panel, frame)
      : panel?.kind === "traps"
        ? trapsPanel(state, screen, panel, frame)
        : panel?.kind === "sharing"
          ? sharingPanel(state, screen, panel, frame)
          : undefined;
  const lines =
    menu?.lines ??
    (panel && panel.kind !== "task" && panel.kind !== "traps" && panel.kind !== "sharing"
      ? panelLines(screen, panel, frame)
      : layOut(screen, frame).lines);
  const most = Math.max(0, lines.length - rows);
  const scroll = panel?.kind === "audit" ? panel.scroll : panel ? 0 : screen.scroll;
  const start = Math.min(scroll, most);
  const below = lines.length - start - rows;
  const cells = bodyColumns(frame);
  // What a practice run is, its verdict says.
  const title = played.practice ? lessonTitle(visit.lesson, theme) : levelTitle(visit, frame);
  const more = `${theme.accent("↓")} ${theme.muted(nextSection(screen, frame, start + rows))}`;
  const page = drawPage(frame, {
    head: [
      title,
      firstFitting(verdictForms(played, visit.lesson.isOwn ?? false, frame), cells - width(title) - 2),
    ],
    sub: [theme.muted(visit.lesson.prose.promise), starsLine(screen, frame)],
    body: lines.slice(start, start + rows),
    message:
      state.message !== undefined
        ? theme.warn(state.message)
        : panel
          ? panel.kind === "audit" && below > 0
            ? `${theme.accent("↓")} ${theme.muted(frame.words.debrief.rest)}`
            : ""
          : below > 0
            ? firstFitting([`${more}   ${nextStep(state, screen, frame)}`, more], cells)
            : nextStep(state, screen, frame),
    keys: offered(state, frame),
  });
  return menu ? withMenu(page, menu.row, menu.options, menu.at) : { lines: page };
}

/** "PASSED  ★★☆  $71" or "NOT YET  $16", the longest form first. */
function verdictForms(played: Played, isOwn: boolean, { theme, words: { debrief } }: Frame): string[] {
  const cost = theme.money(debrief.perMonth(costOf(played)));
  const verdict = !played.verdict
    ? theme.muted(debrief.deciding)
    : !played.verdict.passed
      ? theme.bad(debrief.notYet)
      : played.practice
        ? `${theme.good(debrief.passed)} ${theme.muted(debrief.practice)}`
        : isOwn
          ? theme.good(debrief.passed)
          : `${theme.good(debrief.passed)}  ${theme.money(starsText(played.stars))}`;
  return [`${verdict}   ${cost}`, verdict];
}

function starsLine({ visit, played }: DebriefScreen, { theme, words }: Frame): string {
  const left = starsLeft(words, visit.lesson, played, visit);
  switch (left?.is) {
    case "none":
      return theme.money(words.debrief.allStars);
    case "task":
      return theme.accent(words.debrief.taskWaits);
    case "goals":
      return theme.muted(`${"★".repeat(left.star)} ${left.how}`);
    default:
      return "";
  }
}

function nextStep(state: State, { visit, played }: DebriefScreen, { theme, words }: Frame): string {
  const { debrief } = words;
  if (!played.verdict) return "";
  if (!played.verdict.passed || visit.lesson.isOwn) return keyed(theme, debrief.backToBoard);
  if (visit.room) return keyed(theme, words.puzzles.onwards);
  const { level } = visit.lesson;
  const hasTask = whyNoTask(words, level, played, visit) === undefined;
  const isLast = visit.lesson === lessonsOf(state.mapRows).at(-1);
  const steps = [...(hasTask ? [debrief.thirdStar] : []), isLast ? debrief.lastPage : debrief.nextLevel];
  return steps.map((step) => keyed(theme, step)).join("   ");
}

/** What comes next: the first section that is not on view. */
function nextSection(screen: DebriefScreen, frame: Frame, end: number): string {
  const { debrief } = frame.words;
  let line = 0;
  for (const { title, lines } of layOut(screen, frame).sections) {
    if (line >= end - 2) return debrief.next(title);
    line += lines.length + 1;
  }
  return debrief.rest;
}
