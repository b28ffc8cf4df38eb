import { SAVE_VERSION } from "./shape.ts";

/** Turns the content of a file of one version into the next. It sees untrusted JSON and must not throw on it. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** What the game reads and writes now, and how older files get there. */
export interface Format {
  readonly version: number;
  /** `steps[n]` turns version n into version n + 1. */
  readonly steps: Readonly<Record<number, Migration>>;
}

/** The formats so far, each step from one to the next. */
export const CURRENT_FORMAT: Format = {
  version: SAVE_VERSION,
  steps: { 1: withoutQuestions, 2: asItIs, 3: asItIs, 4: asItIs, 5: asItIs, 6: withTimesMade },
};

/** Version 2 knew no mistakes, version 3 no ladders, version 4 no interviews, drills, trials and times, version 5 no interviews that are over, no shifts on call and no systems; all else they say as the next one does. */
function asItIs(old: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return old;
}

/** Version 1 knew a prediction by its question's words; it lies under its level, which says enough. */
function withoutQuestions(old: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...old,
    levels: mapped(old.levels, (level) => {
      const { predictions } = level;
      if (!Array.isArray(predictions)) return level;
      return { ...level, predictions: predictions.map(withoutQuestion) };
    }),
  };
}

function withoutQuestion(prediction: unknown): unknown {
  if (!isRecord(prediction)) return prediction;
  const { question: _, ...rest } = prediction;
  return rest;
}

/**
 * Version 6 knew designs and systems by their names. They get a time in the first weeks of 1970 that follows from what
 * they are, so that two copies of one save agree which is which.
 */
function withTimesMade(old: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const ofLevels = (levels: unknown) =>
    mapped(levels, (level) =>
      Array.isArray(level.designs) ? { ...level, designs: level.designs.map(withTimeMade) } : level,
    );
  return {
    ...old,
    ...(old.levels === undefined ? {} : { levels: ofLevels(old.levels) }),
    ...(old.puzzles === undefined ? {} : { puzzles: ofLevels(old.puzzles) }),
    ...(Array.isArray(old.systems) ? { systems: old.systems.map(withTimeMade) } : {}),
  };
}

function withTimeMade(entry: unknown): unknown {
  return isRecord(entry) ? { madeMs: hashOf(JSON.stringify(entry)), atMs: 0, ...entry } : entry;
}

/** 32 bits of a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A record with each of its records changed; whatever is none stays as it is, for `recover` to judge. */
function mapped(
  record: unknown,
  change: (each: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): unknown {
  if (!isRecord(record)) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, isRecord(value) ? change(value) : value]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

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
