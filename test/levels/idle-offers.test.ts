/**
 * Values that shops sell and that make no difference yet: for none of them are there two affordable designs that differ in
 * it alone and differ in verdict or stars. The table may only shrink; a level that is not in it has none.
 */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessons } from "../helpers/english.ts";

const idle: Readonly<Record<string, readonly string[]>> = {
  // A store of keys that holds everything is wrong whatever else is bought: the wrong idea itself.
  2: ["kv.holds logs", "kv.holds everything"],
  // Two of the largest boxes are one wrong idea, three are beyond the budget.
  4: ["web.size 32"],
  // Twice the web boxes instead of a cache are beyond the budget: the naive answer.
  6: ["web.count 16"],
};

const proofOf = (id: string) => `src/levels/${id}/proof.json`;

test.each(
  lessons.map(({ level }) => [level.number, level.id] as const).filter(([, id]) => existsSync(proofOf(id))),
)("level %d sells nothing that makes no difference but what is known", (number, id) => {
  const proof = JSON.parse(readFileSync(proofOf(id), "utf8")) as { readonly idle?: readonly string[] };
  // A proof older than the rule knows nothing of it.
  if (proof.idle) expect(proof.idle).toEqual(idle[number] ?? []);
});
