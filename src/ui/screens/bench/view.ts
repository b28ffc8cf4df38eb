/** A bench: the curve with its trials at the left, the knobs at the right, the table of trials below. */
import {
  type BenchTrial,
  benchNamed,
  changes,
  foretold,
  type TurnValue,
  triedAt,
} from "../../../labs/index.ts";
import { padLeft, padRight, widest, width } from "../../../present/cells.ts";
import { niceAbove } from "../../../present/chart.ts";
import { reportCommand, trialHeads, trialRow } from "../../../present/labs.ts";
import { cellOf, type PlotMark, type PlotTone, plotCells } from "../../../present/plot.ts";
import { tableLines } from "../../../present/table.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  heading,
  paragraph,
} from "../../frame/frame.ts";
import type { BenchScreen } from "../../model/lab-screens.ts";
import { curveFrom, isCurveOf, knobsOf, lessonFrom, ownTrials } from "../../model/labs.ts";
import { offered } from "../../model/offered.ts";
import type { State } from "../../model/types.ts";

const knobCells = 30;
/** Rows of the table below the picture: its heads, its trials and a free line above. */
const tableRows = { few: 6, many: 14 } as const;
/** From so many rows on there is room for more. */
const manyRows = 34;
const axisCells = 9;

export function benchLines(state: State, screen: BenchScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const labs = words.labScreens;
  const bench = benchNamed(screen.name);
  const trials = triedAt(bench, state.save.labs);
  const rows = bodyRows(frame);
  const below = frame.rows >= manyRows ? tableRows.many : tableRows.few;
  const cells = bodyColumns(frame);
  const leftCells = cells - knobCells - 3;
  const { title, question } = labs.benches[screen.name];
  const counts = foretold(trials);
  const upper = rows - below;
  return drawPage(frame, {
    head: [theme.title(`${labs.title}: ${title}`), counts.of === 0 ? "" : theme.muted(labs.foretold(counts))],
    sub: [theme.muted(question), ""],
    body: [
      ...columns(frame, picture(leftCells, upper), leftCells, knobs(), upper),
      legend(),
      ...trialLines(below - 1),
    ],
    message: messageOf(),
    keys: offered(state, frame),
  });

  function messageOf(): string {
    if (screen.asked) return theme.muted(labs.trying);
    if (state.message !== undefined) return theme.warn(state.message);
    return trials.length >= lessonFrom ? theme.muted(labs.reportBy(reportCommand(screen.name))) : "";
  }

  function knobs(): string[] {
    const names = knobsOf(bench);
    const nameCells = widest(names.map(({ id }) => labs.turns[id]));
    return [
      heading(theme, labs.knobs),
      ...names.map(({ id }, n) => {
        const value = screen.turned[id];
        const text = value === undefined ? "" : labs.setting(id, value);
        const name = padRight(labs.turns[id], nameCells);
        return n === screen.focus
          ? `${theme.focus(`▸ ${name}`)} ${theme.accent("‹")} ${theme.title(text)} ${theme.accent("›")}`
          : `  ${name}   ${text}`;
      }),
      "",
      ...(trials.length === 0
        ? []
        : [
            ...paragraph(labs.expect, knobCells).map((line) => heading(theme, line)),
            ...changes.map((change) => {
              const isChosen = screen.expected === change;
              const line = `${change} ${labs.changes[change]}`;
              return isChosen ? theme.focus(`▸ ${line}`) : `  ${line}`;
            }),
          ]),
    ];
  }

  function picture(width: number, height: number): string[] {
    const last = trials.at(-1);
    const { figure } = labs.benches[screen.name];
    const curve = last && isCurveOf(bench, screen.curve, last) ? screen.curve : undefined;
    const plotRows = height - 3;
    const plotColumns = width - axisCells - 1;
    const points = curve?.points ?? [];
    const own = ownTrials(bench, trials);
    const highest = Math.max(0, ...valuesIn(points), ...own.map(({ measured }) => measured));
    // No share is shown beside more than all, where none is more.
    const top = bench.unit === "share" && highest > 0.5 && highest <= 1 ? 1 : niceAbove(highest * 1.05);
    const places: readonly (TurnValue | undefined)[] = bench.sweep.values;
    const marks: PlotMark[] = [
      ...points.map(({ measured }, at): PlotMark => ({ at, value: measured, tone: "counted" })),
      ...own.map(
        (trial): PlotMark => ({
          at: places.indexOf(trial.turned[bench.sweep.id]),
          value: trial.measured,
          tone: trial === last ? "last" : "own",
        }),
      ),
    ];
    const drawn = plotCells({
      cells: plotColumns,
      rows: plotRows,
      line: bench.sweep.values.map((_, at) => points[at]?.theory ?? null),
      marks,
      top,
    });
    const labelOf = (row: number) => {
      if (own.length === 0) return "";
      return row === 0 ? labs.value(bench.unit, top) : row === plotRows - 1 ? "0" : "";
    };
    return [
      theme.title(figure),
      ...drawn.map(
        (row, y) => `${theme.muted(padLeft(labelOf(y), axisCells))}${theme.muted("│")}${painted(row)}`,
      ),
      `${" ".repeat(axisCells)}${theme.muted(`└${"─".repeat(plotColumns)}`)}`,
      `${" ".repeat(axisCells + 1)}${theme.muted(axisLabels(plotColumns))}`,
    ];
  }

  function legend(): string {
    const points = screen.curve?.points ?? [];
    const own = ownTrials(bench, trials).length;
    const missing = curveFrom - own;
    if (own > 0 && missing > 0) return theme.muted(labs.curveAfter(missing));
    if (points.length === 0) return "";
    const hasTheory = points.some(({ theory }) => theory !== null);
    return [
      hasTheory ? `${theme.accent("─")} ${theme.muted(labs.legend.theory)}` : theme.muted(labs.noTheory),
      `${theme.muted(`○ ${labs.legend.counted}`)}`,
      ...(hasTheory ? [`${theme.money("●")} ${theme.muted(labs.legend.own)}`] : []),
    ].join("  ");
  }

  function axisLabels(cells: number): string {
    const { id, values } = bench.sweep;
    const shown = [0, Math.floor((values.length - 1) / 2), values.length - 1];
    let line = "";
    for (const at of shown) {
      const text = labs.setting(id, values[at]!);
      const middle = cellOf(at, values.length, cells);
      const from = Math.min(cells - width(text), Math.max(0, middle - Math.floor(width(text) / 2)));
      if (from > width(line) || line === "") line = padRight(line, from) + text;
    }
    return line;
  }

  function painted(row: ReturnType<typeof plotCells>[number]): string {
    const paint: Readonly<Record<PlotTone, (text: string) => string>> = {
      line: theme.accent,
      counted: theme.muted,
      own: theme.money,
      last: theme.money,
      axis: theme.muted,
    };
    let line = "";
    let run = "";
    let tone: PlotTone | undefined;
    const end = () => {
      line += tone === undefined ? run : paint[tone](run);
      run = "";
    };
    for (const cell of row) {
      if (cell?.tone !== tone) {
        end();
        tone = cell?.tone;
      }
      run += cell?.char ?? " ";
    }
    end();
    return line;
  }

  /** The latest trials, or what they show. */
  function trialLines(room: number): string[] {
    if (trials.length === 0) return [];
    if (screen.isTold) return paragraph(labs.benches[screen.name].lesson, cells);
    const latest = trials.slice(-(room - 1));
    const count = knobsOf(bench).length;
    const right = [...Array(count).keys(), count + 2, count + 3];
    const [heads = "", ...lines] = tableLines(
      [trialHeads(labs, bench), ...latest.map((trial) => trialRow(labs, bench, trial, labs.shortChanges))],
      right,
    );
    return [
      theme.muted(heads),
      ...lines.map((line, n) => (n === lines.length - 1 ? theme.text(line) : theme.muted(line))),
    ];
  }
}

const valuesIn = (points: readonly BenchTrial[]) =>
  points.flatMap(({ measured, theory }) => (theory === null ? [measured] : [measured, theory]));
