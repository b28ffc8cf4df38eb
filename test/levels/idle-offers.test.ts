/**
 * No shop sells a value that makes no difference: for each there are two affordable designs that differ in it alone and
 * differ in verdict or stars, or it is a wrong idea that a wrong answer proves.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessons } from "../helpers/english.ts";

test.each(lessons.map(({ level }) => [level.number, level.id] as const))(
  "level %d sells nothing that makes no difference",
  (_, id) => {
    const proof = JSON.parse(readFileSync(`src/levels/${id}/proof.json`, "utf8"));
    expect(proof.idle).toEqual([]);
  },
);
