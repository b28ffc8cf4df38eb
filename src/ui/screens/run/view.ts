/** The run: the same picture alive, curves over time, what has happened, and how the goals stand. */
import type { Playback, Recording } from "../../../game/index.ts";
import type { Lesson } from "../../../levels/index.ts";
import { padRight, width } from "../../../present/cells.ts";
import { lampsNow } from "../../../present/comparison.ts";
import { curvesOf, type GaugeCurve } from "../../../present/curves.ts";
import { type GoalCurve, goalCurveOf } from "../../../present/goal-curve.ts";
import { type LogLine, logOf, logTime, newestFitting, seenLog } from "../../../present/log.ts";
import {
  arrivingAt,
  goalsSoFarAt,
  lampFiguresAt,
  liveAt,
  lossesAt,
  type Sees,
  sightOf,
} from "../../../present/moment.ts";
import { darkSites } from "../../../present/outages.ts";
import { mostPartsOf } from "../../../present/picture/index.ts";
import { placeOf } from "../../../present/sites.ts";
import { type Design, fateOf } from "../../../sim/index.ts";
import { grouped, showTime, wholeTime } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import {
  bodyColumns,
  bodyRows,
  drawPage,
  type Frame,
  firstFitting,
  paragraph,
  workBar,
} from "../../frame/frame.ts";
import { levelTitle } from "../../frame/header.ts";
import { keyed } from "../../frame/keyed.ts";
import { lampRow } from "../../frame/lamps.ts";
import { drawPicture } from "../../frame/picture.ts";
import { resultsLine } from "../../frame/results.ts";
import type { Theme } from "../../frame/theme.ts";
import { offered } from "../../model/offered.ts";
import { playbackOf, tickOf } from "../../model/transitions.ts";
import type { RunScreen, State, TracePanel } from "../../model/types.ts";
import { drawCurves } from "./curves.ts";
import { keptLines, phaseOf } from "./kept.ts";
import { traceLines } from "./trace-view.ts";

/** Beats after which work in hand shows a bar: half a second. */
const barAfterBeats = 10;

export function runLines(state: State, screen: RunScreen, frame: Frame): string[] {
  const playback = playbackOf(screen);
  return playback
    ? keptLines(state, screen, playback, frame, () => playing(state, screen, playback, frame))
    : computing(state, screen, frame);
}

function computing(state: State, screen: RunScreen, frame: Frame): string[] {
  const { theme } = frame;
  const isLong = screen.beats >= barAfterBeats;
  return drawPage(frame, {
    head: [levelTitle(screen.visit, frame), ""],
    sub: [theme.muted(screen.visit.lesson.prose.promise), ""],
    body: isLong ? ["", ...workBar(frame.words.run.running, screen.progress, frame)] : [],
    message: state.message,
    keys: offered(state, frame),
  });
}

function playing(state: State, screen: RunScreen, recording: Playback, frame: Frame): string[] {
  const { theme, words } = frame;
  const { visit, played } = screen;
  const { design } = played ?? visit.sitting;
  const tick = tickOf(screen, recording);
  const phase = phaseOf(state, screen, frame);
  const isOver = played !== undefined && tick >= recording.ticks - 1;
  const cells = bodyColumns(frame);
  const rows = bodyRows(frame);
  const {
    sees,
    whole,
    main,
    curves: all,
  } = findingsOf(words, visit.lesson, design, recording, played?.recording);
  const log = whole.filter((line) => line.tick <= tick);
  const wide = frame.rows >= 34;
  const logRows = wide ? 6 : 2;
  const isCrowded = !wide && mostPartsOf(words.picture, design) >= crowdedFrom;
  // In a low screen the picture comes first: two sites need two rows more, or parts of them would have no place.
  const curveRows = wide ? 8 : isCrowded || design.sites.length > 1 ? 3 : 5;
  const curves = played
    ? drawCurves(played.recording, main, all, { tick, cells, rows: curveRows, theme, words })
    : unknownCurves(screen, curveRows, frame);
  const rule = theme.muted("─".repeat(cells));
  const tail = [
    ...(isCrowded ? [] : [rule]),
    ...curves,
    ...(wide ? [rule] : []),
    ...logLines(log, recording, cells, logRows, theme),
  ];
  const room = rows - tail.length;
  const arriving = arrivingAt(visit.lesson.level.scenario, recording, tick);
  const picture = drawPicture(
    design,
    {
      width: cells,
      height: room,
      usersLine: `${grouped(arriving)}/s`,
      live: liveAt(recording, tick, sees),
      dark: darkSites(words, visit.lesson, recording.seed, tick),
      ...(phase === undefined ? {} : { phase }),
    },
    frame,
  ).slice(0, room);
  const gap = Array.from({ length: Math.max(0, room - picture.length) }, () => "");
  const half = Math.floor(gap.length / 2);
  const above = [...gap.slice(0, half), ...picture, ...gap.slice(half)];
  const body = screen.trace
    ? withTrace(
        [...above, ...tail],
        half + picture.length,
        traceLines(screen, screen.trace, cells, frame),
        rule,
      )
    : [...above, ...tail];
  const goals = sees("failed") ? goalsNow(recording, tick, cells, frame) : theme.muted(words.run.fog);
  const lamps = lampsNow(words, visit.lesson.level, design, lampFiguresAt(recording, tick));
  return drawPage(frame, {
    head: [levelTitle(visit, frame), clock(screen, recording, tick, isOver, frame)],
    sub: [goals, lampRow(lamps, frame, cells - width(goals) - 3)],
    body,
    message:
      state.message === undefined
        ? screen.trace
          ? traceHint(screen.trace, frame)
          : nowLine(recording, log, tick, isOver, sees, frame)
        : theme.warn(state.message),
    keys: offered(state, frame),
  });
}

/** A site with so many parts needs every row of a low screen. */
const crowdedFrom = 8;

/**
 * A trace in place of the curves and the log: the picture stays where it is, or gives way as a whole. Of curves a
 * part would only be in the way.
 */
function withTrace(
  body: readonly string[],
  pictureEnd: number,
  trace: readonly string[],
  rule: string,
): string[] {
  const free = body.length - trace.length - pictureEnd;
  if (free < 0) return [...trace];
  const between = Array.from({ length: free }, (_, row) => (row === free - 1 ? rule : ""));
  return [...body.slice(0, pictureEnd), ...between, ...trace];
}

/** What can be seen of a run, whatever the moment. */
interface RunFindings {
  readonly words: Words;
  readonly sees: Sees;
  readonly whole: readonly LogLine[];
  readonly main: GoalCurve | undefined;
  readonly curves: readonly GaugeCurve[];
}

/** Found once for a whole run: none of it changes from frame to frame. */
const found = new WeakMap<Recording, RunFindings>();

function findingsOf(
  words: Words,
  lesson: Lesson,
  design: Design,
  playback: Playback,
  recording?: Recording,
): RunFindings {
  const known = recording && found.get(recording);
  if (known?.words === words) return known;
  const sees = sightOf(lesson, design);
  const findings: RunFindings = {
    words,
    sees,
    whole: seenLog(logOf(words, lesson, playback), sees),
    main: recording ? goalCurveOf(words, recording, sees) : undefined,
    curves: recording ? curvesOf(words, recording, lesson.level.goals, sees, lesson.level.scenario) : [],
  };
  if (recording) found.set(recording, findings);
  return findings;
}

/** Where the curves will be: their scale is that of the whole run, so they wait for its end. */
function unknownCurves(screen: RunScreen, rows: number, frame: Frame): string[] {
  const bar = screen.beats >= barAfterBeats ? workBar(frame.words.run.rest, screen.progress, frame) : [];
  return Array.from({ length: rows }, (_, row) => bar[row] ?? "");
}

function traceHint({ found }: TracePanel, { theme, words }: Frame): string {
  if (!found) return theme.muted(words.trace.computing);
  return keyed(theme, words.trace.hint);
}

/** "t=214 of 600 s  ▶ ×4". */
function clock(
  screen: RunScreen,
  recording: Playback,
  tick: number,
  isOver: boolean,
  { theme, words: { run: words } }: Frame,
): string {
  const { ticks, tickSec } = recording;
  const now = showTime(tick + (isOver ? 1 : 0), tickSec);
  const whole = wholeTime(ticks, tickSec);
  const sign = isOver ? theme.muted(words.end) : screen.playing ? theme.good("▶") : theme.warn(words.paused);
  return `${words.clock({ now: now.padStart(5), whole })}   ${sign} ${theme.accent(`×${screen.speed}`)}`;
}

/** The goals with where they stand so far, as fully as there is room. */
function goalsNow(recording: Playback, tick: number, cells: number, frame: Frame): string {
  const standing = goalsSoFarAt(recording, tick);
  if (!standing) return frame.theme.muted(frame.words.run.firstArrive);
  return resultsLine(standing.goals, frame, cells);
}

/** What matters in this second, in one line. */
function nowLine(
  recording: Playback,
  log: readonly LogLine[],
  tick: number,
  isOver: boolean,
  sees: Sees,
  frame: Frame,
): string {
  const { theme, words } = frame;
  if (isOver) return keyed(theme, words.run.over);
  if (!sees("failed")) return theme.muted(words.run.fogQuiet);
  const loss = worstLoss(recording, tick);
  if (loss) {
    const forms = [words.run.losing(loss), words.run.losingShort(loss)];
    return theme.bad(
      firstFitting(
        forms.map((form) => `✗ ${form}`),
        bodyColumns(frame),
      ),
    );
  }
  const warning = log.findLast(({ kind }) => kind === "warn");
  if (warning && tick - warning.tick < recording.ticks / 30) return theme.warn(`▲ ${warning.text}`);
  return theme.muted(words.run.quiet);
}

/** Why most is lost at a moment, and all that its part loses then, as its box says. */
function worstLoss(recording: Playback, tick: number) {
  const losses = lossesAt(recording, tick);
  const [worst] = losses;
  if (!worst) return undefined;
  const there = losses.filter(({ place }) => place === worst.place);
  const all = there.reduce((sum, { perSec }) => sum + perSec, 0);
  const shown = (perSec: number) => (perSec < 1 ? "<1" : grouped(perSec));
  return {
    perSec: shown(worst.perSec),
    ...(shown(all) === shown(worst.perSec) ? {} : { ofPerSec: shown(all) }),
    place: placeOf(worst.place, recording.design),
    reason: worst.reason,
    fate: fateOf(worst.reason),
  };
}

/** Cells of a log line's time. */
const timeCells = 7;

function logLines(
  log: readonly LogLine[],
  recording: Playback,
  cells: number,
  rows: number,
  theme: Theme,
): string[] {
  const paints = { event: theme.text, note: theme.text, warn: theme.warn, bad: theme.bad, good: theme.good };
  const signs = { event: "▲", note: "▲", warn: "▲", bad: "✗", good: "✓" };
  const textOf = (line: LogLine) => paragraph(line.text, cells - timeCells - 2).slice(0, rows);
  const shown = newestFitting(log, rows, (line) => textOf(line).length).flatMap((line) => {
    const paint = paints[line.kind];
    const [first = "", ...more] = textOf(line);
    const time = theme.muted(padRight(logTime(line, recording.tickSec), timeCells));
    const indent = " ".repeat(timeCells + 2);
    return [
      `${time}${paint(`${signs[line.kind]} ${first}`)}`,
      ...more.map((text) => `${indent}${paint(text)}`),
    ];
  });
  return Array.from({ length: rows }, (_, row) => shown[row] ?? "");
}
