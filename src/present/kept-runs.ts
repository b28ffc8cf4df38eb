/** The runs of a stay in a lab side by side: what was bought for each, and what became of it. */
import { choiceAt, type Level, type Outcome } from "../game/index.ts";
import type { Design } from "../sim/index.ts";
import { money } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { indicatorName, showIndicator, showResult } from "./indicators.ts";
import { offerName } from "./offers.ts";

/** A run as a lab keeps it. */
export interface KeptRun {
  readonly design: Design;
  readonly outcome: Outcome;
}

/** One figure or setting of every run. */
export interface KeptRow {
  readonly name: string;
  readonly cells: readonly { readonly text: string; readonly met?: boolean }[];
}

/** What a lab shows of each run beside its goals. */
const beside = ["hotShardUtilizationMax"] as const;

/** The offers in which some run differs from the start, every goal, what stands beside the goals, the bill. */
export function keptRuns(words: Words, level: Level, runs: readonly KeptRun[]): KeptRow[] {
  const offers = level.shop.filter((offer) =>
    runs.some(({ design }) => choiceAt(offer, design) !== choiceAt(offer, level.start)),
  );
  return [
    ...offers.map((offer) => ({
      name: offerName(words, level, offer),
      cells: runs.map(({ design }) => ({
        text: offer.choices[choiceAt(offer, design)]?.label ?? words.shop.asItIs,
      })),
    })),
    ...level.goals.map(({ indicator }, at) => ({
      name: indicatorName(words, indicator),
      cells: runs.flatMap(({ outcome }) => {
        const goal = outcome.goals[at];
        return goal ? [{ text: showResult(words, goal), met: goal.met }] : [];
      }),
    })),
    ...beside
      .filter((indicator) => runs.some(({ outcome }) => outcome.report.indicators[indicator] !== undefined))
      .map((indicator) => ({
        name: indicatorName(words, indicator),
        cells: runs.map(({ outcome }) => ({
          text: showIndicator(words, indicator, outcome.report.indicators[indicator] ?? Number.NaN),
        })),
      })),
    // A bill among the goals stands there already.
    ...(level.goals.some(({ indicator }) => indicator === "costPerMonth") ? [] : [billRow(words, runs)]),
  ];
}

function billRow(words: Words, runs: readonly KeptRun[]): KeptRow {
  return {
    name: words.debrief.bill,
    cells: runs.map(({ outcome }) => ({
      text: money(outcome.report.costPerMonth),
      met: outcome.withinBudget,
    })),
  };
}
