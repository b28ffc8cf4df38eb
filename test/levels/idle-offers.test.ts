/**
 * Values that shops sell and that make no difference yet: for none of them are there two affordable designs that differ in
 * it alone and differ in verdict or stars. The table may only shrink; a level that is not in it has none.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessons } from "../helpers/english.ts";

const idle: Readonly<Record<string, readonly string[]>> = {
  // Boxes of eight cores and more are beyond the budget; four are enough.
  1: ["box.size 8", "box.size 16", "box.size 32"],
  // A store of keys that holds everything is wrong whatever else is bought: the wrong idea itself.
  2: ["kv.holds logs", "kv.holds everything"],
  // So many boxes, or so large ones in such numbers as pass, are beyond the budget; one large box is the naive answer.
  3: ["web.count 13", "web.count 14", "web.size 16", "web.size 32", "db.size 32"],
  // Two of the largest boxes are one wrong idea, three are beyond the budget.
  4: ["web.size 32"],
  // Twice the web boxes instead of a cache are beyond the budget: the naive answer.
  6: ["web.count 16"],
  // Where sessions are kept apart it is all the same which box answers; where they are not, nothing passes.
  8: ["lb.sticky off", "lb.sticky on"],
  // Whatever passes ships its writes to a second site, which cannot then be left out alone. Only home goes dark, with
  // Seoul in its place: any number of boxes at home will do, as far as the budget goes.
  9: [
    "second-site none",
    ...["web.count 12", "web.count 13", "web.count 14", "web.count 15", "web.count 16", "web.count 18"],
    ...["web.count 22", "web.count 44"],
  ],
  // Neither a queue nor workers are sold alone, so nothing that passes is one step from the naive answer; so many workers,
  // and so many boxes beside a queue, are beyond the budget.
  10: ["queue.kind none", "workers.count 0", "workers.count 18", "web.count 18", "web.count 30"],
};

test.each(lessons.map(({ level }) => [level.number, level.id] as const))(
  "level %d sells nothing that makes no difference but what is known",
  (number, id) => {
    const proof = JSON.parse(readFileSync(`src/levels/${id}/proof.json`, "utf8"));
    expect(proof.idle).toEqual(idle[number] ?? []);
  },
);
