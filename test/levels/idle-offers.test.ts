/**
 * Values that shops sell and that make no difference yet: for none of them are there two affordable designs that differ in
 * it alone and differ in verdict or stars, nor are they a wrong idea that a wrong answer proves. The table may only shrink;
 * a level that is not in it has none.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessons } from "../helpers/english.ts";

const idle: Readonly<Record<string, readonly string[]>> = {
  // Whatever passes ships its writes to a second site, which cannot then be left out alone. Only home goes dark, with
  // Seoul in its place: any number of boxes at home will do, as far as the budget goes.
  9: [
    "second-site none",
    ...["web.count 12", "web.count 13", "web.count 14", "web.count 15", "web.count 16", "web.count 18"],
    ...["web.count 22", "web.count 44"],
  ],
  // Whatever passes has its second region and ships its writes there, so neither can be left out alone; nobody changes
  // a file's name in the finale's day.
  13: ["second-region none", "second-region Seoul", "cdn.versioned off", "cdn.versioned on"],
};

test.each(lessons.map(({ level }) => [level.number, level.id] as const))(
  "level %d sells nothing that makes no difference but what is known",
  (number, id) => {
    const proof = JSON.parse(readFileSync(`src/levels/${id}/proof.json`, "utf8"));
    expect(proof.idle).toEqual(idle[number] ?? []);
  },
);
