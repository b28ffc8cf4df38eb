/** Where a design stands: among all designs that pass its level, and before the finale's eight lamps. */
import { padLeft, padRight, widest, width } from "../../../present/cells.ts";
import { areaChart } from "../../../present/chart.ts";
import {
  areAlike,
  beyond,
  type Compared,
  type Comparison,
  type Lamp,
  rankText,
  showMeasure,
} from "../../../present/comparison.ts";
import { indicatorNameShort } from "../../../present/indicators.ts";
import { bodyColumns, type Frame, firstFitting, heading, paragraph } from "../../frame/frame.ts";

/** Three histograms side by side, each with the player's place in it. */
export function populationLines(comparison: Comparison | undefined, frame: Frame): string[] {
  if (!comparison) return [];
  const { theme } = frame;
  const words = frame.words.debrief;
  const { passing, passed, measures } = comparison;
  const gap = "   ";
  const count = Math.max(1, measures.length);
  const cells = Math.floor((Math.min(120, bodyColumns(frame)) - (count - 1) * gap.length) / count);
  const charts = measures.map((each) => histogram(comparison, each, cells, frame));
  const height = Math.max(...charts.map(({ length }) => length));
  return [
    heading(theme, words.passing(passing), passed ? words.amongThem : words.whereYours),
    ...Array.from({ length: height }, (_, row) =>
      charts.map((chart) => padRight(chart[row] ?? "", cells)).join(gap),
    ),
  ];
}

function histogram(comparison: Comparison, measure: Compared, cells: number, frame: Frame): string[] {
  const { theme, words } = frame;
  const { name, value, rank } = measure;
  const { counts, least, greatest, at } = rank;
  const rows = frame.rows >= 34 ? 4 : 2;
  const each = Math.max(1, Math.floor(cells / counts.length));
  const span = each * counts.length;
  const out = beyond(comparison, measure);
  const show = (shown: number) => showMeasure(words, measure, shown);
  const [low, high] = [show(least), show(greatest)];
  const short = indicatorNameShort(words, measure.indicator);
  const title = firstFitting(
    [`${theme.text(name)}  `, `${theme.text(name)} `, `${theme.text(short)} `, ""].map(
      (named) => named + theme.accent(show(value)),
    ),
    cells,
  );
  // Where all come out alike there is nothing to see.
  if (areAlike(words, measure))
    return [
      title,
      ...paragraph(words.comparison.same(comparison.passed ? show(value) : low), cells).map(theme.muted),
    ];
  const bars = areaChart(counts, counts.length, rows).map((row) =>
    [...row]
      .map((block, bin) => {
        const bar = block.repeat(each);
        return bin === at && out === undefined ? theme.accent(bar) : theme.muted(bar);
      })
      .join(""),
  );
  return [
    title,
    ...bars,
    theme.muted("─".repeat(span)),
    youLine(at, out, each, span, { theme, words }),
    theme.muted(low + padLeft(high, Math.max(1, span - width(low)))),
    ...(comparison.passed ? [rankText(words, measure)] : []),
  ];
}

/** "▲ you" under the bin, or an arrow to where the design lies outside. */
function youLine(
  bin: number,
  out: "below" | "above" | undefined,
  each: number,
  span: number,
  { theme, words: { debrief } }: Pick<Frame, "theme" | "words">,
): string {
  if (out === "above") return theme.warn(padLeft(`${debrief.you} ▶`, span));
  if (out === "below") return theme.warn(`◀ ${debrief.you}`);
  const at = bin * each + Math.floor((each - 1) / 2);
  const isLate = at + width(`▲ ${debrief.you}`) > span;
  return theme.accent(isLate ? padLeft(`${debrief.you} ▲`, at + 1) : `${" ".repeat(at)}▲ ${debrief.you}`);
}

/** The eight lamps, a line or two each. */
export function lampLines(lamps: readonly Lamp[], frame: Frame): string[] {
  if (lamps.length === 0) return [];
  const { theme, words } = frame;
  const lampCells = 2 + widest(lamps.map(({ title }) => title));
  const cells = Math.min(96, bodyColumns(frame)) - lampCells - 2;
  const lit = lamps.filter(({ isLit }) => isLit).length;
  return [
    heading(theme, words.debrief.titles.lamps, words.debrief.lampsLit({ lit, of: lamps.length })),
    ...lamps.flatMap(({ title, isLit, sentence }) => {
      const paint = isLit ? theme.good : theme.bad;
      return paragraph(sentence, cells).map((line, n) => {
        const left =
          n === 0 ? paint(padRight(`${isLit ? "✓" : "✗"} ${title}`, lampCells)) : " ".repeat(lampCells);
        return `${left}  ${isLit ? theme.muted(line) : line}`;
      });
    }),
  ];
}
