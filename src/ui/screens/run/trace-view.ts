/** One request of a moment, drawn: a waterfall of where its time went. */
import type { Level } from "../../../game/index.ts";
import { padLeft, padRight, width } from "../../../present/cells.ts";
import { type LossNow, lossesAt } from "../../../present/moment.ts";
import {
  aboutLine,
  asClientsSee,
  kindsOf,
  longestHop,
  missingTold,
  noTime,
  rowsOf,
  stopOf,
  verdictLine,
} from "../../../present/trace.ts";
import type { Design, Trace, TraceHop, TraceKind, Traces } from "../../../sim/index.ts";
import { milliseconds, showTime } from "../../../words/figures.ts";
import { type Frame, firstFitting, heading, paragraph, workBar } from "../../frame/frame.ts";
import type { RunScreen, TracePanel } from "../../model/types.ts";

/** Cells of a stop's name at least. */
const nameCellsMin = 26;

const msCells = 10;

export function traceLines(screen: RunScreen, trace: TracePanel, cells: number, frame: Frame): string[] {
  const { theme, words } = frame;
  const { recording } = screen.played as NonNullable<RunScreen["played"]>;
  const when = words.trace.at(showTime(trace.tick, recording.tickSec));
  const { found } = trace;
  if (!found)
    return [
      heading(theme, words.trace.title, when),
      "",
      ...(screen.beats >= 10 ? workBar(words.trace.following, screen.progress, frame) : []),
    ];
  const moment = {
    level: screen.visit.lesson.level,
    design: recording.design,
    losses: lossesAt(recording, trace.tick),
  };
  const tabLine = tabs(found, moment, trace.which, cells, frame);
  const linesOf = (kind: TraceKind) => requestLines(found[kind], kind, moment, cells, frame);
  const lines = linesOf(trace.which);
  // As high as the highest of them, so that nothing jumps between them.
  const rows = Math.max(...kindsOf(found).map((kind) => linesOf(kind).length));
  const rest = Array.from({ length: rows - lines.length }, () => "");
  return [heading(theme, words.trace.title, when), tabLine, "", ...lines, ...rest];
}

/** What requests of a moment have in common. */
interface Moment {
  readonly level: Level;
  readonly design: Design;
  readonly losses: readonly LossNow[];
}

/** One of the three: its waterfall, and what it says. */
function requestLines(
  trace: Trace | undefined,
  which: TraceKind,
  { level, design, losses }: Moment,
  cells: number,
  frame: Frame,
): string[] {
  const { theme, words } = frame;
  if (!trace) return paragraph(missingTold(words, design, which, losses), cells).map(theme.muted);
  const chosen = asClientsSee(trace, level);
  const verdict = verdictLine(words, design, chosen);
  const about = aboutLine(words, chosen, trace, which, level);
  return [
    ...waterfall(chosen, design, cells, frame),
    "",
    ...(chosen.lostAt ? paragraph(`✗ ${verdict}`, cells).map(theme.bad) : paragraph(verdict, cells)),
    ...paragraph(about, cells).map(theme.muted),
  ];
}

/** The requests of the moment with how long each took; where there is no room for all, the one that is looked at. */
function tabs(
  found: Traces,
  { level, losses }: Moment,
  which: TraceKind,
  cells: number,
  { theme, words }: Frame,
): string {
  const kinds = kindsOf(found);
  const say = (gap: string, withTime: boolean, shown = kinds) =>
    shown
      .map((kind) => {
        const whole = found[kind];
        const trace = whole && asClientsSee(whole, level);
        const time = !withTime
          ? ""
          : trace
            ? ` ${milliseconds(trace.totalMs)}`
            : ` ${noTime(words, kind, losses)}`;
        const name = `${words.trace.kinds[kind]}${time}`;
        return kind === which ? theme.focus(`▸ ${name}`) : theme.muted(`  ${name}`);
      })
      .join(gap);
  const alone = `${say("", true, [which])} ${theme.muted(words.trace.nth({ at: kinds.indexOf(which) + 1, of: kinds.length }))}`;
  return firstFitting([say("     ", true), say("  ", true), say("  ", false), alone], cells);
}

function waterfall(trace: Trace, design: Design, cells: number, { theme, words }: Frame): string[] {
  const nameOf = (stop: TraceHop) => words.trace.stop(stopOf(stop, design));
  const names = rowsOf(trace).map((stop) => width(nameOf(stop)) + 2);
  const nameCells = Math.max(nameCellsMin, ...names);
  const room = Math.max(10, cells - nameCells - msCells - 2);
  const total = Math.max(1e-9, trace.totalMs);
  const longest = longestHop(trace);
  const at = (ms: number) => Math.round((ms / total) * room);
  const rows = rowsOf(trace).map((stop) => {
    const { place, ms, startMs, isLost } = stop;
    const from = Math.min(room - 1, at(startMs));
    const length = Math.min(room - from, at(startMs + ms) - from);
    const bar = length > 0 ? "█".repeat(length) : isLost && ms === 0 ? "✗" : "▏";
    const paint = isLost ? theme.bad : longest?.place === place ? theme.warn : theme.data;
    const name = isLost
      ? theme.bad(padRight(`✗ ${nameOf(stop)}`, nameCells))
      : padRight(`  ${nameOf(stop)}`, nameCells);
    const time = ms > 0 ? milliseconds(ms) : "";
    return `${name} ${" ".repeat(from)}${paint(bar)}${" ".repeat(Math.max(0, room - from - width(bar)))} ${padLeft(time, msCells)}`;
  });
  const sum = `${theme.muted(padRight(`  ${words.trace.allOfIt}`, nameCells))} ${theme.muted("─".repeat(room))} ${theme.title(padLeft(milliseconds(trace.totalMs), msCells))}`;
  return [...rows, sum];
}
