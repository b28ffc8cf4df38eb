/**
 * The figures that rungs ask for: what they are reckoned from, and the truth by formula. The formulas are the field's:
 * Little's law for what is there at a time, rate × time by cores for utilization, products for chains.
 */
import type { Estimated } from "../reckoning.ts";
import { dataFigures } from "./data.ts";
import { failuresFigures } from "./failures.ts";
import { judge, type Posed, pose } from "./rule.ts";
import { trafficFigures } from "./traffic.ts";

export type { FigureRule, FigureUnit } from "./rule.ts";

/** Every figure, by the name that its rung gives. */
export const figures = { ...trafficFigures, ...dataFigures, ...failuresFigures } as const;

export type FigureName = keyof typeof figures;
/** The name of a number that a figure is reckoned from. */
export type FigureInput = { [N in FigureName]: keyof (typeof figures)[N]["inputs"] }[FigureName];

/** A figure that is asked for, with its numbers drawn. */
export type PosedFigure = Posed<FigureName>;

/** A figure with the numbers that follow from a seed. */
export function poseFigure(name: FigureName, seed: string): PosedFigure {
  return pose<FigureName, string>(figures, name, seed);
}

/** Judges an answer to a figure; which number was left out is one of `FigureInput`. */
export function judgeFigure(posed: PosedFigure, answer: number): Estimated<FigureInput> {
  return judge<FigureName, string>(figures, posed, answer) as Estimated<FigureInput>;
}

/** Whether a number is right where a figure is asked for; none is not. */
export function isRight(posed: PosedFigure | undefined, answer: number | undefined): boolean {
  return posed !== undefined && answer !== undefined && judgeFigure(posed, answer).mark === 1;
}
