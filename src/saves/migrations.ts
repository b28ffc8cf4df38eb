import { SAVE_VERSION } from "./save.ts";

/** Turns the content of a file of one version into the next. It sees untrusted JSON and must not throw on it. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** What the game reads and writes now, and how older files get there. */
export interface Format {
  readonly version: number;
  /** `steps[n]` turns version n into version n + 1. */
  readonly steps: Readonly<Record<number, Migration>>;
}

/** Version 1 is the first: nothing to migrate yet. A step for version 1 goes here when version 2 is made. */
export const CURRENT_FORMAT: Format = { version: SAVE_VERSION, steps: {} };

/** Whether a file of this version can be brought up to the present one. */
export function canMigrate(version: number, format: Format): boolean {
  for (let n = version; n < format.version; n++) if (format.steps[n] === undefined) return false;
  return true;
}

/** Brings the content of an older file up to the present version, one step after the other. */
export function migrate(
  old: Readonly<Record<string, unknown>>,
  version: number,
  format: Format,
): Record<string, unknown> {
  let content = old;
  for (let n = version; n < format.version; n++) content = format.steps[n]?.(content) ?? content;
  return { ...content, version: format.version };
}
