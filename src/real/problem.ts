/** What can go wrong beside real servers: what is found, for the words of a language to say. */

export type RealTrouble =
  /** A program is not installed; `packages` by the system that has it: "Debian" → "nginx". */
  | {
      readonly code: "missing";
      readonly program: string;
      readonly packages: Readonly<Record<string, string>>;
    }
  | { readonly code: "old"; readonly program: string; readonly version: string; readonly least: string }
  /** Asked in its own way, "nginx -v", it tells no version. */
  | { readonly code: "mute"; readonly program: string; readonly asks: string }
  /** It ended by itself, at once or in the middle; with the last that it said. */
  | { readonly code: "died"; readonly program: string; readonly said: string }
  /** It runs and does not answer at its port. */
  | { readonly code: "silent"; readonly program: string }
  /** Every port that was free a moment before is somebody else's by now; the last of them. */
  | { readonly code: "taken"; readonly program: string; readonly port: number }
  /** No temporary folder can be made there. */
  | { readonly code: "folder"; readonly path: string; readonly errno: string | undefined };

export class RealProblem extends Error {
  readonly trouble: RealTrouble;

  constructor(trouble: RealTrouble) {
    super(trouble.code);
    this.trouble = trouble;
  }
}

/** Somebody pressed Ctrl-C: everything is stopped, and there is nothing to say. */
export class Interrupted extends Error {}
