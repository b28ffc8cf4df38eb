import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hashLevels } from "../../scripts/level-hash.ts";
import { daySeeds, type Level, verdictSeeds } from "../../src/game/index.ts";
import type { LevelProse } from "../../src/levels/index.ts";
import { toldClaim } from "../../src/present/claims.ts";
import { possibleEvents } from "../../src/sim/index.ts";
import { Found, quickClaimsOf } from "../../src/solver/index.ts";
import { cli } from "../../src/words/en/cli.ts";
import { lessons, words } from "../helpers/english.ts";
import { holdRules } from "./held-rules.ts";

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
 * All fixed seeds where a level's whole proof is of other sources than these, or where `SEEDS=all` asks for them. That
 * proof holds every named design against all of them and twenty days more; from the same sources it would come out the
 * same, and one seed of each kind of day is enough.
 */
function seedsOf(level: Level): readonly number[] {
  const proof = `${root}/src/levels/${level.id}/proof.json`;
  const isFresh =
    existsSync(proof) && JSON.parse(readFileSync(proof, "utf8")).provenFrom === hashes.get(level.id);
  return isFresh && process.env.SEEDS !== "all" ? daySeeds(level) : verdictSeeds;
}

function proveLevel(level: Level, prose: LevelProse): void {
  const found = new Found(level, seedsOf(level));
  const claims = quickClaimsOf(level, found).map(({ name, prove }) => ({
    name: `level ${level.number}: ${cli.claims.name(name)}${/answer/.test(name) ? " fails for its reason" : ""}`,
    prove,
  }));

  test.each(claims)("$name", { timeout: 120_000 }, ({ prove }) => {
    const { ok, design, expected, got } = toldClaim(words, cli.claims, prove());
    expect(ok, `${design}: expected ${expected}, got ${got}`).toBe(true);
  });

  holdRules(level, found);

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
