/**
 * The figures that rungs ask for: what they are reckoned from, and the truth by formula. The formulas are the field's:
 * Little's law for what is there at a time, rate × time by cores for utilization, products for chains.
 */
import { drawnOf, drawsOf } from "../../game/index.ts";
import { type Estimated, judgeReckoned } from "../reckoning.ts";
import { dataFigures } from "./data.ts";
import { failuresFigures } from "./failures.ts";
import { type FigureRule, type FigureUnit, neutralIn, slipsOfUnit } from "./rule.ts";
import { trafficFigures } from "./traffic.ts";

export type { FigureRule, FigureUnit } from "./rule.ts";

/** Every figure, by the name that its rung gives. */
export const figures = { ...trafficFigures, ...dataFigures, ...failuresFigures } as const;

export type FigureName = keyof typeof figures;
/** The name of a number that a figure is reckoned from. */
export type FigureInput = { [N in FigureName]: keyof (typeof figures)[N]["inputs"] }[FigureName];

/** A figure that is asked for, with its numbers drawn. */
export interface PosedFigure {
  readonly name: FigureName;
  /** By the name that stands in the question. */
  readonly values: Readonly<Record<string, number>>;
  readonly truth: number;
  readonly unit: FigureUnit;
  readonly within: number;
}

/** A figure with the numbers that follow from a seed. */
export function poseFigure(name: FigureName, seed: string): PosedFigure {
  const { inputs, truth, unit, within }: FigureRule = figures[name];
  const values = drawnOf(inputs, drawsOf(`${name} ${seed}`)) as Readonly<Record<string, number>>;
  return { name, values, truth: truth((input) => values[input] ?? Number.NaN), unit, within };
}

/** Whether a number is right where a figure is asked for; none is not. */
export function isRight(posed: PosedFigure | undefined, answer: number | undefined): boolean {
  return posed !== undefined && answer !== undefined && judgeFigure(posed, answer).mark === 1;
}

/** Judges an answer to a figure as any number that is reckoned. */
export function judgeFigure({ name, values }: PosedFigure, answer: number): Estimated<FigureInput> {
  const rule: FigureRule = figures[name];
  const { truth, unit, within } = rule;
  const reckoning = { truth, within, units: slipsOfUnit[unit] ?? [], neutral: neutralIn(rule) };
  return judgeReckoned(reckoning, values, answer) as Estimated<FigureInput>;
}
