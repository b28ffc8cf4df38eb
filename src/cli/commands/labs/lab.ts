/** What the labs share: how one looks to the command line, and how figures stand beside theory. */
import { table } from "../../../present/table.ts";
import type { LabFigure, LabProblem } from "../../../sim/index.ts";
import type { LabName, LabWords } from "../../../words/contract/labs.ts";
import { type Arguments, UsageError } from "../../io.ts";

/** A lab: one phenomenon, simulated beside its theory or an exact count. */
export interface Lab {
  readonly name: LabName;
  /** Its flags as written in the help. */
  readonly usage: string;
  readonly flags: Readonly<Record<string, "value" | "switch">>;
  /** Runs it: the documented JSON, and the lines for a reader in a language's words. */
  run(args: Arguments): LabOutput;
}

export interface LabOutput {
  readonly json: object;
  readonly text: (words: LabWords) => string;
}

/** The result of a lab that ran; otherwise one line that names the flag. */
export function ran<R extends { readonly ok: true }>(
  result: R | LabProblem,
  flags: Readonly<Record<string, string>>,
): R {
  if (result.ok) return result;
  const flag = flags[result.field];
  throw new UsageError((usage) => usage.labField({ flag, problem: result }));
}

type LabFigures = Readonly<Partial<Record<LabFigure, number | null>>>;

/** Each simulated figure, its theory and how far they are apart. */
export function besideTheory(
  words: LabWords,
  simulated: LabFigures,
  theory: LabFigures,
  heads: readonly [string, string] = [words.simulated, words.theory],
): string {
  const names = Object.keys(simulated) as LabFigure[];
  const rows = names.map((name) => [
    words.figures[name],
    figure(simulated[name]),
    figure(theory[name]),
    difference(simulated[name], theory[name]),
  ]);
  return table([["", ...heads, words.difference], ...rows], [1, 2, 3]);
}

function difference(value: LabFigures[LabFigure], expected: LabFigures[LabFigure]): string {
  if (typeof value !== "number" || typeof expected !== "number" || expected === 0) return "";
  const off = (value / expected - 1) * 100;
  const size = Math.abs(off).toFixed(2);
  return `${Number(size) === 0 ? "" : off > 0 ? "+" : "−"}${size} %`;
}

/** Five significant digits; a dash where there is no figure. */
export function figure(value: unknown): string {
  return typeof value === "number" && Number.isFinite(value) ? String(Number(value.toPrecision(5))) : "–";
}
