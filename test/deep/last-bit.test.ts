import { describe, expect, test } from "vitest";
import { verdictSeeds } from "../../src/game/index.ts";
import { findPopulation, levels } from "../../src/levels/index.ts";
import { design } from "../../src/sim/index.ts";
import { decidedByLastBit } from "../helpers/last-bit.ts";
import { namedDesigns } from "../helpers/named-designs.ts";

/** Of the designs of a level that pass and that none beats, so many: from the cheapest to the dearest. */
const frontSample = 3;

describe.each(levels)("no verdict of level $number hangs on the last bit", (level) => {
  test.each(namedDesigns(level))("$name", ({ design }) => {
    expect(decidedByLastBit(level, design)).toEqual([]);
  });

  test("designs that pass and that no other beats", async () => {
    const { front } = (await findPopulation(level.id))!;
    const sample = Array.from({ length: frontSample }, (_, i) =>
      Math.round((i * (front.length - 1)) / (frontSample - 1)),
    );
    for (const [i, at] of sample.entries())
      expect(decidedByLastBit(level, design(front[at]!.design), [verdictSeeds[i]!])).toEqual([]);
  });
});
