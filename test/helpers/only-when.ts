import { readFileSync } from "node:fs";
import { describe, test } from "vitest";

/**
 * A test that needs something of the machine. Where that is missing it is skipped and says why; a bare
 * `test.skip` would go unnoticed for ever (test/tidy.test.ts forbids it).
 *
 * @param holds whether the machine has it
 * @param reason what is missing, for the report: "needs a user who is not root"
 */
export function onlyWhen(holds: boolean, reason: string) {
  if (!holds) skipped(reason);
  return test.skipIf(!holds);
}

/** The same for a group of tests. `isNeeded`: false for what not every machine that tries everything can have. */
export function describeOnlyWhen(holds: boolean, reason: string, isNeeded = true) {
  if (!holds) skipped(reason, isNeeded);
  return describe.skipIf(!holds);
}

/** Says why; where everything is to be had and is asked for (`E2E_REQUIRED=1`, as in .ci/run), it is a failure. */
function skipped(reason: string, isNeeded = true): void {
  if (isNeeded && process.env.E2E_REQUIRED === "1" && isMaster())
    throw new Error(`E2E_REQUIRED=1, but it ${reason}`);
  console.warn(`skipped: ${reason}`);
}

/** Whether this is root on Linux with all its rights, the one to mount among them, which containers often take away. */
function isMaster(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const rights = /CapEff:\s*([0-9a-f]+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  const mount = 21n;
  return ((BigInt(`0x${rights}`) >> mount) & 1n) === 1n;
}
