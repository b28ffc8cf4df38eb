/** The card of a day: how busy its busiest part was, a bar for each fifth. */
import { expect, test } from "vitest";
import { busyBars } from "../../src/present/day.ts";

const card = (columns: Readonly<Record<string, readonly number[]>>) =>
  busyBars({
    names: Object.keys(columns) as never,
    series: (name: string) => Float64Array.from(columns[name] ?? []),
    ticks: 10,
  } as Parameters<typeof busyBars>[0]);

const rising = [0, 0, 0.2, 0.2, 0.5, 0.5, 0.8, 0.8, 1, 1];

test("a bar is the mean of the busiest part in its fifth, and none is higher than the highest", () => {
  expect(card({ "web.utilization": rising })).toBe("▁▂▅▇█");
  expect(card({ "web.utilization": rising, "db.utilization": rising.map(() => 0.5) })).toBe("▅▅▅▇█");
  expect(card({ "web.utilization": rising.map((share) => share * 2) })).toBe("▁▄███");
});

test("what else is recorded of a part makes no bar", () => {
  for (const gauge of ["askedPerSec", "canPerSec", "hitRatio"])
    expect(card({ "web.utilization": rising, [`web.${gauge}`]: rising.map(() => 1) }), gauge).toBe("▁▂▅▇█");
  expect(card({})).toBe("▁▁▁▁▁");
});
