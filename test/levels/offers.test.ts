import { describe, expect, test } from "vitest";
import { choose, designAt, type Level, movesFrom, spaceSize } from "../../src/game/index.ts";
import { changeName, shopRows } from "../../src/present/offers.ts";
import { picture } from "../../src/present/picture/index.ts";
import { fixedCostPerMonth, isSitePart } from "../../src/sim/index.ts";
import { lessons, words } from "../helpers/english.ts";

const { offers: offerWords, needs: offNotes } = words.shop;
const nameCells = 15;
const lineCells = 90;
const settingCells = 20;

describe.each(lessons)("the shop of level $level.number", ({ level }) => {
  test.each(level.shop.map((offer) => [offer.id, offer] as const))("has words for %s", (id, offer) => {
    const words = offerWords[id];
    expect(words, id).toBeDefined();
    expect([...(words?.name ?? "")].length).toBeLessThanOrEqual(nameCells);
    expect([...(words?.line ?? "")].length).toBeLessThanOrEqual(lineCells);
    expect(words?.line).toMatch(/[.?]$/);
    for (const { label } of offer.choices)
      expect([...(words?.choices?.[label] ?? label)].length, label).toBeLessThanOrEqual(settingCells);
    // "on" and "off" say nothing without the question.
    for (const { label } of offer.choices)
      if (label === "on" || label === "off") expect(words?.choices?.[label], `${id} ${label}`).toBeDefined();
  });

  test("names a part that its picture can put in focus, for every offer of one part", () => {
    for (const offer of level.shop) {
      const { part } = offer;
      if (part === undefined) {
        expect(Object.keys(offer.choices[0]?.set ?? {}).length, offer.id).toBeGreaterThan(1);
        continue;
      }
      const made = [level.lesson, level.start].flatMap((from) =>
        offer.choices.map((each) => choose(from, each)),
      );
      const focused = made.some((of) =>
        picture(of, { words: words.picture, width: 120, usersLine: "", focus: part }).some((line) =>
          line.some(({ tone }) => tone === "focus"),
        ),
      );
      expect(focused, offer.id).toBe(true);
    }
  });

  test("says why not, for everything that needs something else first", () => {
    for (const { needs } of level.shop) if (needs) expect(offNotes[needs.code]).toMatch(/^Needs .+ first\.$/);
  });
});

test("where two sites are sold, what is bought for the first one says so, in the shop and as a change", () => {
  const pathsOf = ({ choices }: Level["shop"][number]) => choices.flatMap(({ set }) => Object.keys(set));
  const isTwo = ({ shop }: Level) =>
    shop.some((offer) => pathsOf(offer).some((path) => path.startsWith("@")));
  expect(lessons.filter(({ level }) => isTwo(level)).map(({ level }) => level.number)).toEqual([9, 13]);
  for (const { level } of lessons) {
    const rows = shopRows(words, level, level.start);
    const named = level.shop.filter((_, at) => rows[at]!.name.endsWith(" US")).map(({ id }) => id);
    // A site that is sold whole has a name of its own.
    const ofHome = level.shop.filter((offer) =>
      pathsOf(offer).every((path) => isSitePart(path.split(".")[0]!)),
    );
    expect(named).toEqual(isTwo(level) ? ofHome.map(({ id }) => id) : []);
    for (const move of isTwo(level) ? movesFrom(level, level.start) : []) {
      const row = rows[level.shop.indexOf(move.offer)]!;
      expect(changeName(words, level, [move])).toMatch(new RegExp(`^${row.name} `));
    }
  }
});

test("no words are left over for choices that nobody sells", () => {
  const sold = new Map<string, Set<string>>();
  for (const { level } of lessons)
    for (const { id, choices } of level.shop)
      sold.set(id, new Set([...(sold.get(id) ?? []), ...choices.map(({ label }) => label)]));
  for (const [id, { choices = {} }] of Object.entries(offerWords))
    if (sold.has(id))
      for (const label of Object.keys(choices))
        if (label !== "on" && label !== "off") expect(sold.get(id), `${id} ${label}`).toContain(label);
});

test("the celebrity lab's budget allows every cure, alone and with all others", () => {
  const level = lessons.find(({ level: { number } }) => number === 12.5)?.level as Level;
  for (let index = 0; index < spaceSize(level); index++)
    expect(fixedCostPerMonth(designAt(level, index))).toBeLessThanOrEqual(level.budget);
});
