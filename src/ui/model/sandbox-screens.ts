/** The screens of the sandbox, as plain data. */
import type { FormPart, System } from "../../rooms/sandbox/index.ts";
import type { SavedSystem } from "../../saves/shape.ts";
import type { Field } from "./text-field.ts";

/** The list of one's own systems, and what a new one can be made of. */
export interface SandboxScreen {
  readonly kind: "sandbox";
  readonly at: number;
  /** Another name for the system in focus, or a code for a new one, as far as it is typed. */
  readonly typing?: { readonly about: "name" | "code"; readonly field: Field };
  /** What was removed last, to be taken back. */
  readonly dropped?: SavedSystem;
}

/** What can be opened of a system: the board, its design as a line, a part of its form. */
export const systemDoors = [
  "board",
  "line",
  "traffic",
  "events",
  "goals",
  "time",
  "data",
  "clients",
  "prices",
] as const;
export type SystemDoor = (typeof systemDoors)[number];

/** A system as a form. */
export interface SystemScreen {
  readonly kind: "system";
  readonly name: string;
  /** The door in focus. */
  readonly at: number;
  /** The part that is open, and the row in focus there. */
  readonly open?: { readonly section: FormPart; readonly row: number };
  /** What is typed into the row in focus, or the design as a line. */
  readonly field?: Field;
  readonly past: readonly System[];
  readonly future: readonly System[];
  /** Its code, to be pasted somewhere. */
  readonly code?: string;
}

/** Where the sandbox is opened: at a saved system, at one that was brought along, or at the list. */
export interface WantedSandbox {
  readonly name?: string;
  readonly system?: System;
}
