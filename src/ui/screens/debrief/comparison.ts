/** Where a design stands: among all designs that pass its level, and before the finale's eight lamps. */
import { type Figures, lampIds, lampsOf, type Ranks, ranksAmong } from "../../../game/index.ts";
import { lampWords } from "../../../levels/index.ts";
import { padLeft, padRight, width } from "../../../present/cells.ts";
import { areaChart } from "../../../present/chart.ts";
import { grouped, milliseconds, money, percent } from "../../../present/figures.ts";
import { bodyColumns, type Canvas, heading, paragraph } from "../../frame/frame.ts";
import type { DebriefScreen } from "../../model/types.ts";
import { costOf } from "../run/state.ts";

type Figure = keyof Figures;
type Rank = Ranks[Figure];
type Debriefed = Pick<DebriefScreen, "visit" | "played">;

/** A design beside all that pass its level. */
export interface Comparison {
  readonly passing: number;
  readonly figures: Figures;
  readonly ranks: Ranks;
  /** Whether it is one of them. */
  readonly passed: boolean;
}

/** Among fewer designs a histogram says nothing. */
const passingMin = 8;

/** The comparison, where the level's designs are known and there is something to compare. */
export function comparisonOf({ played }: Pick<Debriefed, "played">): Comparison | undefined {
  const { indicators, ledger } = played.recording.outcome.report;
  const { latencyP95Ms, availability } = indicators;
  const { population } = played;
  if (!population || population.passing < passingMin || ledger.answered === 0) return;
  if (latencyP95Ms === undefined || availability === undefined) return;
  const figures = { costPerMonth: costOf(played), latencyP95Ms, availability };
  return {
    passing: population.passing,
    figures,
    ranks: ranksAmong(population, figures),
    passed: played.verdict?.passed ?? false,
  };
}

interface FigureWords {
  readonly figure: Figure;
  readonly name: string;
  readonly better: string;
  readonly show: (value: number) => string;
}

const figureWords: readonly FigureWords[] = [
  { figure: "costPerMonth", name: "cost a month", better: "cheaper", show: money },
  { figure: "latencyP95Ms", name: "p95", better: "quicker", show: milliseconds },
  { figure: "availability", name: "availability", better: "more available", show: percent },
];

/** "cheaper than 83 % of them". */
function rankWords({ better }: FigureWords, { betterThan }: Rank): string {
  const share = Math.round(betterThan * 100);
  return share === 0 ? `${better} than none` : `${better} than ${share} %`;
}

/** Whether a value lies outside of all that pass. */
function beyond({ edges }: Rank, value: number): "below" | "above" | undefined {
  if (value < (edges[0] as number)) return "below";
  return value > (edges.at(-1) as number) ? "above" : undefined;
}

/** Three histograms side by side, each with the player's place in it. */
export function populationLines(comparison: Comparison | undefined, canvas: Canvas): string[] {
  if (!comparison) return [];
  const { theme } = canvas;
  const { passing, passed, ranks, figures } = comparison;
  const gap = "   ";
  const cells = Math.floor((Math.min(120, bodyColumns(canvas)) - 2 * gap.length) / figureWords.length);
  const charts = figureWords.map((words) => {
    const rank = ranks[words.figure];
    return histogram(
      words,
      rank,
      figures[words.figure],
      { cells, rows: canvas.rows >= 34 ? 4 : 2, passed },
      canvas,
    );
  });
  const height = charts[0]?.length ?? 0;
  return [
    heading(
      theme,
      `ALL ${grouped(passing)} DESIGNS THAT PASS`,
      passed ? "and yours among them" : "and where yours is",
    ),
    ...Array.from({ length: height }, (_, row) =>
      charts.map((chart) => padRight(chart[row] ?? "", cells)).join(gap),
    ),
  ];
}

interface HistogramOptions {
  readonly cells: number;
  readonly rows: number;
  /** Only among its like is a design better than others. */
  readonly passed: boolean;
}

function histogram(
  words: FigureWords,
  rank: Rank,
  value: number,
  { cells, rows, passed }: HistogramOptions,
  { theme }: Canvas,
): string[] {
  const { counts, edges, at } = rank;
  const each = Math.max(1, Math.floor(cells / counts.length));
  const span = each * counts.length;
  const out = beyond(rank, value);
  const bars = areaChart(counts, counts.length, rows).map((row) =>
    [...row]
      .map((block, bin) => {
        const bar = block.repeat(each);
        return bin === at && out === undefined ? theme.accent(bar) : theme.muted(bar);
      })
      .join(""),
  );
  const low = words.show(edges[0] as number);
  const high = words.show(edges.at(-1) as number);
  return [
    `${theme.text(words.name)}  ${theme.accent(words.show(value))}`,
    ...bars,
    theme.muted("─".repeat(span)),
    youLine(at, out, each, span, theme),
    theme.muted(low + padLeft(high, Math.max(1, span - width(low)))),
    passed ? rankWords(words, rank) : "",
  ];
}

/** "▲ you" under the bin, or an arrow to where the design lies outside. */
function youLine(
  bin: number,
  out: "below" | "above" | undefined,
  each: number,
  span: number,
  theme: Canvas["theme"],
): string {
  if (out === "above") return theme.warn(padLeft("you ▶", span));
  if (out === "below") return theme.warn("◀ you");
  const at = bin * each + Math.floor((each - 1) / 2);
  const isLate = at + width("▲ you") > span;
  return theme.accent(isLate ? padLeft("you ▲", at + 1) : `${" ".repeat(at)}▲ you`);
}

/** The same in words. */
export function spokenPopulation(comparison: Comparison | undefined): string[] {
  if (!comparison) return [];
  const { passing, passed, ranks, figures } = comparison;
  return [
    `${grouped(passing)} designs pass this level.`,
    ...figureWords.map((words) => {
      const { figure, name, show } = words;
      const rank = ranks[figure];
      const range = `theirs ${show(rank.edges[0] as number)} to ${show(rank.edges.at(-1) as number)}`;
      const better = passed ? `, ${rankWords(words, rank)} of them` : "";
      return `Your ${name}: ${show(figures[figure])}, ${range}${better}.`;
    }),
  ];
}

/** Which lamps are lit, with their words; nothing where a level has none. */
function lampsFor({ visit, played }: Debriefed): { title: string; isLit: boolean; sentence: string }[] {
  if (!visit.lesson.level.stars.two.lamps) return [];
  const lit = lampsOf(played.design, played.recording.outcome.report);
  return lampIds.map((id) => {
    const { title, green, dark } = lampWords[id];
    return { title, isLit: lit[id], sentence: lit[id] ? green : dark };
  });
}

const lampCells = 26;

/** The eight lamps, a line or two each. */
export function lampLines(screen: Debriefed, canvas: Canvas): string[] {
  const lamps = lampsFor(screen);
  if (lamps.length === 0) return [];
  const { theme } = canvas;
  const cells = Math.min(96, bodyColumns(canvas)) - lampCells - 2;
  const lit = lamps.filter(({ isLit }) => isLit).length;
  return [
    heading(theme, "THE EIGHT LAMPS", `${lit} of ${lamps.length} are green`),
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

/** The same in words. */
export function spokenLamps(screen: Debriefed): string[] {
  return lampsFor(screen).map(
    ({ title, isLit, sentence }) => `Lamp ${title}: ${isLit ? "green" : "dark"}. ${sentence}`,
  );
}
