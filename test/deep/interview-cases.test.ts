/**
 * Whatever an interview draws, its model answers pass, before the twist and after it. The hardest of what can be drawn is
 * tried here, as the search runs designs; with `SEEDS=all` everything that can be drawn, with full precision.
 */
import { describe, expect, test } from "vitest";
import { play, verdictSeeds } from "../../src/game/index.ts";
import { type LevelId, levels } from "../../src/levels/index.ts";
import { formatDesign, reportedRun, searchRun } from "../../src/sim/index.ts";
import { caseRules } from "../../src/study/interview/case-data.ts";
import { type DrawnCase, systemOf, twistOf } from "../../src/study/interview/cases.ts";
import { combinationsOf } from "../helpers/interview-combinations.ts";

const isWhole = process.env.SEEDS === "all";
const precision = isWhole ? reportedRun : searchRun;

/** With most writes or fewest, and most users far away. */
function isHardest(id: LevelId, { writeShare = 0, shareAway = 0 }: DrawnCase): boolean {
  const { writeShares = [0], sharesAway = [0] } = caseRules[id];
  const isEdge = [Math.min(...writeShares), Math.max(...writeShares)].includes(writeShare);
  return isEdge && shareAway === Math.max(...sharesAway);
}

describe.each(levels.map(({ id }) => id as LevelId))("%s", (id) => {
  const combinations = combinationsOf(id).filter((drawn) => isWhole || isHardest(id, drawn));
  test.each(combinations)("with traffic × $traffic, writes $writeShare, away $shareAway", (drawn) => {
    const { playable, model } = systemOf(id, drawn, id);
    const twists = caseRules[id].twists.map(({ name }) => twistOf(id, drawn, playable, name));
    for (const each of [{ playable, model }, ...twists])
      for (const seed of verdictSeeds) {
        const { passed, goals, report } = play(each.playable, each.model, seed, precision);
        const missed = goals.filter(({ met }) => !met);
        const found = { missed, bill: report.costPerMonth, budget: each.playable.budget };
        expect(passed, `${formatDesign(each.model)} on ${seed}: ${JSON.stringify(found)}`).toBe(true);
      }
  });
});
