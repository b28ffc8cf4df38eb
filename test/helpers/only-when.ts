import { describe, test } from "vitest";

/**
 * A test that needs something of the machine. Where that is missing it is skipped and says why; a bare
 * `test.skip` would go unnoticed for ever (test/tidy.test.ts forbids it).
 *
 * @param holds whether the machine has it
 * @param reason what is missing, for the report: "needs a user who is not root"
 */
export function onlyWhen(holds: boolean, reason: string) {
  if (!holds) console.warn(`skipped: ${reason}`);
  return test.skipIf(!holds);
}

/** The same for a group of tests. */
export function describeOnlyWhen(holds: boolean, reason: string) {
  if (!holds) console.warn(`skipped: ${reason}`);
  return describe.skipIf(!holds);
}
