/** Whatever an interview draws, its model answers pass, before the twist and after it. */
import { describe, expect, test } from "vitest";
import { play, verdictSeeds } from "../../src/game/index.ts";
import { type LevelId, levels } from "../../src/levels/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { caseRules } from "../../src/study/interview/case-data.ts";
import { systemOf, twistOf } from "../../src/study/interview/cases.ts";
import { combinationsOf } from "../helpers/interview-combinations.ts";

describe.each(levels.map(({ id }) => id as LevelId))("%s", (id) => {
  test.each(combinationsOf(id))("with traffic × $traffic, writes $writeShare, away $shareAway", (drawn) => {
    const { playable, model } = systemOf(id, drawn, id);
    const twists = caseRules[id].twists.map(({ name }) => twistOf(id, drawn, playable, name));
    for (const each of [{ playable, model }, ...twists])
      for (const seed of verdictSeeds) {
        const { passed, goals, report } = play(each.playable, each.model, seed);
        const missed = goals.filter(({ met }) => !met);
        const found = { missed, bill: report.costPerMonth, budget: each.playable.budget };
        expect(passed, `${formatDesign(each.model)} on ${seed}: ${JSON.stringify(found)}`).toBe(true);
      }
  });
});
