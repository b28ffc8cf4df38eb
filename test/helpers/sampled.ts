/**
 * What the quick tests leave out. With `WHOLE=1` nothing is: `.ci/run` tries every test file that imports this whole, so
 * a loop may be sampled here as long as each of its kinds stays among the sample.
 */
import { test } from "vitest";

const isWhole = process.env.WHOLE === "1";

/** One in so many, from the `from`-th on. */
export function sampled<T>(all: readonly T[], oneIn: number, from = 0): readonly T[] {
  return isWhole ? all : all.filter((_, i) => i % oneIn === from);
}

/** The named ones alone: those that have between them what the others have. */
export function chosen<T>(all: readonly T[], isAmong: (each: T) => boolean): readonly T[] {
  return isWhole ? all : all.filter(isAmong);
}

/** A test whose kind a quicker one has too. */
export function onlyWhole(name: string, run: () => void | Promise<void>): void {
  if (isWhole) test(name, run);
}
