/** Random designs, drawn from the same tables as everything else. */
import fc from "fast-check";
import { designAt, type Level, spaceSize } from "../../src/game/index.ts";
import {
  type Design,
  emptyDesign,
  fixedCostPerMonth,
  globalParts,
  problemsOf,
  type RegionName,
  type Setting,
  type SettingValue,
  siteParts,
  withValue,
} from "../../src/sim/index.ts";

function valueArbitrary(setting: Setting): fc.Arbitrary<SettingValue> {
  switch (setting.kind) {
    case "count":
      return fc.integer({ min: setting.min, max: setting.max });
    case "size":
      return fc.constantFrom(...setting.sizes);
    case "choice":
      return fc.constantFrom(...setting.words);
    case "toggle":
      return fc.boolean();
    case "duration":
      return fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: setting.minSec, max: setting.maxSec }) },
        { weight: 1, arbitrary: fc.constant(setting.never ? Number.POSITIVE_INFINITY : setting.maxSec) },
      );
  }
}

type Tables = Readonly<Record<string, Readonly<Record<string, Setting>>>>;

function changes(prefix: string, tables: Tables): fc.Arbitrary<[string, SettingValue][]> {
  const all = Object.entries(tables).flatMap(([part, table]) =>
    Object.entries(table).map(([key, setting]) => ({ path: `${prefix}${part}.${key}`, setting })),
  );
  return fc
    .subarray(all)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ path, setting }) =>
          valueArbitrary(setting).map((value): [string, SettingValue] => [path, value]),
        ),
      ),
    );
}

/** Any design that can be written, sensible or not. */
export function anyDesign(): fc.Arbitrary<Design> {
  const away = fc.constantFrom<RegionName | undefined>(undefined, undefined, "korea", "europe", "asia");
  return fc
    .tuple(changes("", globalParts), changes("", siteParts), away)
    .chain(([global, home, region]) =>
      (region === undefined ? fc.constant([]) : changes(`@${region}.`, siteParts)).map((second) =>
        [...global, ...home, ...second].reduce(
          (design, [path, value]) => withValue(design, path, value),
          emptyDesign(),
        ),
      ),
    );
}

/** Any design of a level's shop that can be run and whose fixed parts are within the budget. */
export function affordableDesigns(level: Level): fc.Arbitrary<Design> {
  return fc
    .nat({ max: spaceSize(level) - 1 })
    .map((index) => designAt(level, index))
    .filter((built) => problemsOf(built).length === 0 && fixedCostPerMonth(built) <= level.budget);
}
