/** The words of the sandbox, and of what is wrong with a system that somebody wrote. */
import type { EntryList, FormPart, ScenarioProblem } from "../../rooms/sandbox/index.ts";
import type { EventKind } from "../../sim/index.ts";

/** The first thing wrong, and what may have been meant. */
export interface WrittenProblem {
  readonly problem: ScenarioProblem;
  readonly near: string | undefined;
}

/** A field of a system's form: what it is called, and in a sentence what it takes. */
export interface FieldWords {
  readonly name: string;
  readonly about: string;
}

export interface SandboxWords {
  readonly title: string;
  readonly about: string;
  /** On the map, beside the door. */
  line(systems: number): string;
  /** The name of a system that has none. */
  readonly unnamed: string;
  /** Under the name of a system on board, run and debrief. */
  readonly promise: string;
  /** A system in the list: its bill, its goals. */
  row(found: { readonly bill: string; readonly goals: number }): string;
  /** What stands in the place of that for one that cannot be read. */
  readonly broken: string;
  /** There is no system yet. */
  readonly none: string;
  imported(name: string): string;
  /** Headings of the list. */
  readonly mine: string;
  readonly fresh: string;
  readonly fromExample: string;
  readonly fromCode: string;
  fromLevel(title: string): string;
  /** What its first event is called. */
  readonly restart: string;
  readonly nameField: string;
  readonly codeField: string;
  readonly typeName: string;
  taken(name: string): string;
  full(max: number): string;
  removed(name: string): string;
  readonly nothingRemoved: string;
  readonly onlyMine: string;
  codeProblem(problem: "form" | "changed"): string;
  readonly codeTooLong: string;
  code(name: string): string;
  readonly codeBelow: string;
  readonly asFile: string;
  /** The doors of a system: what each is called, what it is for. */
  readonly doors: Readonly<Record<"board" | "line" | FormPart, FieldWords>>;
  readonly lists: Readonly<Record<EntryList, string>>;
  readonly entries: Readonly<Record<EntryList, string>>;
  readonly fields: Readonly<Record<string, FieldWords>>;
  /** A choice as it is shown, where the name itself says too little. */
  readonly choices: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<EventKind, string>>;
  /** All parts cost what the list says; a price as a multiple of the list's. */
  readonly listPrices: string;
  timesListed(factor: number): string;
  /** Nothing stands in a field that may be left out. */
  readonly empty: string;
  counted(found: { readonly list: EntryList; readonly count: number }): string;
  drawn(count: number): string;
  readonly hint: string;
  readonly hintSystem: string;
  readonly hintOpen: string;
  readonly hintField: string;
  readonly lineHint: string;
  readonly noChoice: string;
  readonly nothingToDrop: string;
  problem(found: WrittenProblem): string;
  readonly gone: string;
  readonly notHere: string;
  readonly spoken: {
    row(found: {
      readonly at: number;
      readonly of: number;
      readonly name: string;
      readonly line: string;
    }): string;
    field(found: {
      readonly at: number;
      readonly of: number;
      readonly name: string;
      readonly value: string;
    }): string;
    typing(text: string): string;
  };
}
