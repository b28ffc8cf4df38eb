/** What is bought must do something: every setting is turned where it must matter, and the report moves as said. */
import { describe, expect, it } from "vitest";
import {
  design,
  formatDesign,
  globalParts,
  type Setting,
  type SettingValue,
  settingAt,
  simulate,
  siteParts,
  withValue,
} from "../../src/sim/index.ts";
import { type Row, rows } from "../helpers/settings-table.ts";

const all = [globalParts, siteParts].flatMap((tables) =>
  Object.entries(tables as Readonly<Record<string, Readonly<Record<string, Setting>>>>).flatMap(
    ([part, table]) => Object.keys(table).map((key) => `${part}.${key}`),
  ),
);

/** A change is one that a player would see: two parts in a hundred, not the last digit. */
const visibleShare = 0.02;

function indicator(row: Row, value: SettingValue): number {
  const d = withValue(design(row.design), row.setting, value);
  const { indicators } = simulate(d, row.scenario, { seed: 11, particles: 32, stride: 1 });
  const found = indicators[row.indicator];
  if (found === undefined) throw new Error(`there is no ${row.indicator} with ${formatDesign(d)}`);
  return found;
}

describe("the table of settings", () => {
  it("has every setting there is", () => {
    expect([...new Set(rows.map(({ setting }) => setting))].sort()).toEqual([...all].sort());
  });

  it("has every word of every choice", () => {
    for (const path of all) {
      const setting = settingAt(path);
      if (setting.kind !== "choice") continue;
      const used = rows.filter((row) => row.setting === path).flatMap(({ from, to }) => [from, to]);
      expect([path, ...setting.words].filter((word) => word !== path && !used.includes(word))).toEqual([]);
    }
  });
});

describe("a setting that can be bought", () => {
  it.each(rows)("$setting from $from to $to moves $indicator $moves", (row) => {
    const before = indicator(row, row.from);
    const after = indicator(row, row.to);
    const change = (row.moves === "up" ? 1 : -1) * (after - before);
    // Shares close to 1 move in what is missing to 1: from 99.0 to 99.9 % is a big step.
    const isNearOne = Math.max(before, after) <= 1 && Math.min(before, after) > 0.9;
    const scale = isNearOne ? 1 - Math.min(before, after) : Math.max(before, after);
    expect(
      { before, after, isVisible: change > visibleShare * scale },
      `${row.setting} ${row.from} → ${row.to} in ${row.design}`,
    ).toEqual({ before, after, isVisible: true });
  });
});
