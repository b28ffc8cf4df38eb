import { expect, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { toldClaim } from "../../src/present/claims.ts";
import type { RuleName, rulesOf } from "../../src/solver/index.ts";
import { cli } from "../../src/words/en/cli.ts";
import { words } from "../helpers/english.ts";

/**
 * A ratchet: the levels that do not hold a rule yet, by their numbers. What is not listed is held and stays held; what
 * has come to be held leaves the list.
 */
const notYet: Readonly<Record<RuleName, readonly number[]>> = {
  "audit-holds": [],
  "price-keeps-copies": [],
  "wrong-wins-nothing": [],
  "best-answer-has-three": [],
  "room-to-spare": [],
};

/** Holds a level to the rules by which nothing pays for fragility. */
export function holdRules(level: Level, due: ReturnType<typeof rulesOf>): void {
  const rules = due.map(({ name, prove }) => ({
    name: `level ${level.number}: ${cli.claims.name(name)}`,
    isListed: notYet[name].includes(level.number),
    prove,
  }));

  test.each(rules)("$name", { timeout: 120_000 }, ({ isListed, prove }) => {
    const { ok, design, got } = toldClaim(words, cli.claims, prove());
    const what = isListed ? "is held now, and leaves the list" : got;
    expect(ok, `${design}: ${what}`).toBe(!isListed);
  });
}
