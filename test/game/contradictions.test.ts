/** Settings that contradict each other: no step of the shop leads there, and none is refused that can work. */
import { describe, expect, test } from "vitest";
import {
  choiceAt,
  choose,
  disabledReason,
  type Level,
  movesFrom,
  neighbour,
  type Offer,
} from "../../src/game/index.ts";
import { type Design, design, formatDesign, problemsOf, withValue } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const levelOf = (number: number) => lessons.find(({ level }) => level.number === number)?.level as Level;

describe("bounds of what scales", () => {
  const scaled =
    "dns · lb 2 interval=10s retry · web 12×8 target=70 min=3 · sessions pair · cache 3 · db 4 · kv 1";

  test("hold without a bound above: no more boxes than were bought", () => {
    expect(problemsOf(design(scaled))).toEqual([]);
    expect(problemsOf(withValue(design(scaled), "web.min", 13)).map(({ code }) => code)).toEqual([
      "scale-bounds",
    ]);
    expect(problemsOf(withValue(design(scaled), "web.min", 12))).toEqual([]);
  });

  const mostWorkers = ({ shop }: Level) => shop.find(({ id }) => id === "workers.max") as Offer;

  test("are never crossed by a step in level 10, which goes on beyond the settings that cannot be", () => {
    const level = levelOf(10);
    const line =
      "dns · lb 2 interval=10s retry · web 10×8 · sessions pair · cache 3 zones=2 invalidate · db 4 + 3×4 zones=B · kv 1 · queue durable · workers 18×8";
    for (const move of movesFrom(level, design(line)))
      expect(problemsOf(move.design).map(({ code }) => code)).not.toContain("scale-below-count");
    // From a fixed number the next bound that 18 boxes allow is 18.
    expect(neighbour(level, design(line), mostWorkers(level), 1)?.choice.label).toBe("18");
  });

  test("can be left where a design has them already", () => {
    const level = levelOf(10);
    const bad =
      "dns · lb 2 interval=10s retry · web 10×8 · sessions pair · cache 3 zones=2 invalidate · db 4 + 3×4 zones=B · kv 1 · queue durable · workers 18×8 max=10";
    expect(neighbour(level, design(bad), mostWorkers(level), 1)).toBeDefined();
  });

  const scaling = /^(?:@\w+\.)?(?:web\.(?:count|target|min|max)|workers\.(?:count|max))$/;
  const boundsOf = ({ shop }: Level) => shop.filter(({ id }) => scaling.test(id));
  const isContradiction = (built: Design) => problemsOf(built).some(({ code }) => /^scale-/.test(code));

  test.each(lessons.map(({ level }) => level).filter((level) => boundsOf(level).length > 1))(
    "are never crossed in level $number, by whatever steps, and no step is refused that can be run",
    (sold) => {
      // What a step costs is of no matter here, and bounds meet at the ends of what is sold.
      const level = { ...sold, scenario: { ...sold.scenario, ticks: 1 } };
      const offers = boundsOf(level).map((offer) => ({
        ...offer,
        choices: offer.choices.filter((_, at, { length }) => at < 2 || at === length - 1),
      }));
      const known = new Map([level.start, level.lesson].map((built) => [formatDesign(built), built]));
      // A map goes on to what is put into it while it is walked.
      for (const built of known.values()) {
        expect(isContradiction(built), formatDesign(built)).toBe(false);
        for (const offer of offers.filter(
          (each) => !disabledReason(each, built) && choiceAt(each, built) >= 0,
        )) {
          const legal = offer.choices
            .map((choice) => choose(built, choice))
            .filter((next) => !isContradiction(next));
          const reached = new Set([formatDesign(built)]);
          for (const direction of [1, -1] as const)
            for (let at = neighbour(level, built, offer, direction); at; ) {
              reached.add(formatDesign(at.design));
              known.set(formatDesign(at.design), at.design);
              at = neighbour(level, at.design, offer, direction);
            }
          expect(reached, `${offer.id} in ${formatDesign(built)}`).toEqual(new Set(legal.map(formatDesign)));
        }
      }
      expect(known.size).toBeGreaterThan(offers.length);
    },
  );
});
