/** What the labs share: how their knobs become options, and how figures stand beside theory. */
import type { KnobSettings, Knobs, Lab, LabName } from "../../../labs/index.ts";
import { table } from "../../../present/table.ts";
import type { LabProblem } from "../../../sim/index.ts";
import type { LabFigureName, LabWords } from "../../../words/contract/labs.ts";
import { type Arguments, UsageError } from "../../io.ts";
import { numberFlag, wordFlag } from "../../parse.ts";

/** A lab on the command line. */
export interface LabCommand {
  readonly name: LabName;
  readonly knobs: Knobs;
  /** Options that say what is printed. */
  readonly switches: readonly string[];
  /** Runs it: the documented JSON, and the lines for a reader in a language's words. */
  run(args: Arguments): LabOutput;
}

export interface LabOutput {
  readonly json: object;
  readonly text: (words: LabWords) => string;
}

/** A lab whose result is printed in a way of its own. */
export function labOf<K extends Knobs, R extends object>(
  lab: Lab<K, R>,
  output: (result: R, args: Arguments) => LabOutput,
  { switches = [], check }: { readonly switches?: readonly string[]; check?(args: Arguments): void } = {},
): LabCommand {
  return {
    name: lab.name,
    knobs: lab.knobs,
    switches,
    run(args) {
      const settings = knobValues(args, lab.knobs);
      check?.(args);
      const result = lab.run(settings);
      if (isProblem(result)) {
        const flag = lab.knobOf?.[result.field];
        throw new UsageError((usage) => usage.labField({ flag, problem: result }));
      }
      return output(result, args);
    },
  };
}

function isProblem(result: object): result is LabProblem {
  return "ok" in result && result.ok === false;
}

/** The values of knobs, from the options of a command. */
export function knobValues<K extends Knobs>(args: Arguments, knobs: K): KnobSettings<K> {
  const settings = Object.entries(knobs).map(([flag, knob]) => {
    if (knob.is === "word") return [flag, wordFlag(args, flag, knob.words, knob.words[0])];
    const isLeftOut = "isOptional" in knob && !args.has(flag);
    return [flag, isLeftOut ? undefined : numberFlag(args, flag, knob)];
  });
  return Object.fromEntries(settings);
}

type LabFigures = Readonly<Partial<Record<LabFigureName, number | null>>>;

/** Each simulated figure, its theory and how far they are apart. */
export function besideTheory(
  words: LabWords,
  simulated: LabFigures,
  theory: LabFigures,
  heads: readonly [string, string] = [words.simulated, words.theory],
): string {
  const names = Object.keys(simulated) as LabFigureName[];
  const rows = names.map((name) => [
    words.figures[name],
    figure(simulated[name]),
    figure(theory[name]),
    difference(simulated[name], theory[name]),
  ]);
  return table([["", ...heads, words.difference], ...rows], [1, 2, 3]);
}

/** A result whose figures stand beside theory. */
interface BesideTheory {
  readonly simulated: LabFigures;
  readonly theory: LabFigures;
}

/** Figures beside theory and nothing else: what is printed is what was found. */
export function figuresOnly(result: BesideTheory): LabOutput {
  return { json: result, text: (words) => besideTheory(words, result.simulated, result.theory) };
}

/** The same where requests were counted one by one; below it, what else was found. */
export function countedWith<R extends BesideTheory>(
  result: R,
  more?: (words: LabWords) => readonly [name: string, value: number],
): LabOutput {
  const { simulated, theory } = result;
  return {
    json: result,
    text(words) {
      const counted = besideTheory(words, simulated, theory, [words.counted, words.theory]);
      if (!more) return counted;
      const [name, value] = more(words);
      return [counted, "", table([[name, figure(value)]], [1])].join("\n");
    },
  };
}

function difference(value: number | null | undefined, expected: number | null | undefined): string {
  if (typeof value !== "number" || typeof expected !== "number" || expected === 0) return "";
  const off = (value / expected - 1) * 100;
  const size = Math.abs(off).toFixed(2);
  return `${Number(size) === 0 ? "" : off > 0 ? "+" : "−"}${size} %`;
}

/** Five significant digits; a dash where there is no figure. */
export function figure(value: unknown): string {
  return typeof value === "number" && Number.isFinite(value) ? String(Number(value.toPrecision(5))) : "–";
}
