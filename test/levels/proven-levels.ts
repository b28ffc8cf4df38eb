import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hashLevels } from "../../scripts/level-hash.ts";
import { daySeeds, type Level, verdictSeeds } from "../../src/game/index.ts";
import type { LevelProse } from "../../src/levels/index.ts";
import { toldClaim } from "../../src/present/claims.ts";
import { possibleEvents } from "../../src/sim/index.ts";
import { Found, quickClaimsOf, rulesOf } from "../../src/solver/index.ts";
import { cli } from "../../src/words/en/cli.ts";
import { lessons, words } from "../helpers/english.ts";
import { holdRules } from "./held-rules.ts";

/** Of a level whose whole proof is fresh one claim in so many is proven anew, at each level others. */
const oneClaimIn = 8;
/** From this one on: so drawn none of the longest falls on the finale. */
const from = 5;

/** Claims by what is claimed: wrong answers are one kind, whichever. */
const kindOf = (name: string) => name.replace(/^wrong-answer-.*|^naive-answer/, "wrong-answer");

/**
 * Each kind of claim with the first level that makes it: there it is always proven, where days are short. What the finale
 * alone claims takes a dozen seconds; its whole proof and `SEEDS=all` have it.
 */
const firstToClaim = new Map<string, Level>();
for (const { level } of lessons.filter(({ level }) => level.id !== "finale"))
  for (const { name } of [...quickClaimsOf(level), ...rulesOf(level)])
    if (!firstToClaim.has(kindOf(name))) firstToClaim.set(kindOf(name), level);

/**
 * Proves the i-th of n parts of the registered levels, and holds them to their rules. Test files run side by side, a part
 * each; adding a level adds its proof. Each claim is proven in the test that bears its name.
 */
export function proveLevels(part: number, of: number): void {
  describe.each(lessons.filter((_, i) => i % of === part - 1))(
    "level $level.number: $prose.title",
    ({ level, prose }) => proveLevel(level, prose),
  );
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const hashes = await hashLevels(
  root,
  lessons.map(({ level }) => level.id),
);

/**
 * Whether a level's whole proof is of these sources: it holds every named design against all fixed seeds and twenty days
 * more, and would come out the same. `SEEDS=all` proves everything all the same.
 */
function isProven({ id }: Level): boolean {
  const proof = `${root}/src/levels/${id}/proof.json`;
  const isFresh = existsSync(proof) && JSON.parse(readFileSync(proof, "utf8")).provenFrom === hashes.get(id);
  return isFresh && process.env.SEEDS !== "all";
}

/** What of a level's claims is proven here: of a proven one a sample and those that nobody claims before, on a seed of each kind of day. */
function dueOf<C extends { readonly name: string }>(level: Level, claims: readonly C[]): readonly C[] {
  const at = lessons.findIndex((each) => each.level === level);
  if (!isProven(level)) return claims;
  return claims.filter(
    ({ name }, i) => (i + at) % oneClaimIn === from || firstToClaim.get(kindOf(name)) === level,
  );
}

function proveLevel(level: Level, prose: LevelProse): void {
  const found = new Found(level, isProven(level) ? daySeeds(level) : verdictSeeds);
  // Rules of the finale ask for audits of all its parts: as what it alone claims, its whole proof and `SEEDS=all` have them.
  const rules = level.id === "finale" && isProven(level) ? [] : rulesOf(level, found);
  const due = dueOf(level, [...quickClaimsOf(level, found), ...rules]);
  const claims = due
    .filter(({ name }) => !rules.some((rule) => rule.name === name))
    .map(({ name, prove }) => ({
      name: `level ${level.number}: ${cli.claims.name(name)}${/answer/.test(name) ? " fails for its reason" : ""}`,
      prove,
    }));

  test.each(claims)("$name", { timeout: 120_000 }, ({ prove }) => {
    const { ok, design, expected, got } = toldClaim(words, cli.claims, prove());
    expect(ok, `${design}: expected ${expected}, got ${got}`).toBe(true);
  });

  holdRules(
    level,
    rules.filter((rule) => due.includes(rule)),
  );

  test("has words for everything its numbers name", () => {
    for (const event of possibleEvents(level.scenario))
      expect(prose.events, event.label).toHaveProperty(event.label);
    for (const wrong of level.wrongAnswers)
      expect(prose.wrongAnswers, wrong.letter).toHaveProperty(wrong.letter);
    if (level.prediction.kind === "choice") {
      expect(Object.keys(prose.prediction.options).sort()).toEqual([...level.prediction.options].sort());
      const { truth } = level.prediction;
      if ("stated" in truth) expect(level.prediction.options).toContain(truth.stated);
    } else expect(prose.prediction.options).toEqual({});
    const task = level.stars.three.task;
    if (task) {
      const keys = task.kind === "order" ? task.steps : task.options;
      expect(Object.keys(prose.task?.options ?? {}).sort()).toEqual([...keys].sort());
    }
  });

  test("proves every wrong answer that its words tell", () => {
    const proven = new Set(level.wrongAnswers.map(({ letter }) => letter));
    expect([...proven].sort()).toEqual(Object.keys(prose.wrongAnswers).sort());
  });
}
