import { describe, expect, it } from "vitest";
import type { Goal } from "../../src/game/index.ts";
import {
  indicatorTraits,
  isPlace,
  partsOfGauge,
  partsOfIndicator,
  partsOfPlace,
  placeIn,
  placeNames,
  regionNames,
} from "../../src/sim/index.ts";

describe("names", () => {
  it("a goal with a misspelt indicator, or with one that no region has by itself, does not compile", () => {
    const goals: Goal[] = [
      { indicator: "availability", atLeast: 0.99 },
      { indicator: "korea.latencyP50Ms", atMost: 100 },
      { indicator: "costPerMonth", atMost: 100 },
      // @ts-expect-error a letter is missing
      { indicator: "availabilty", atLeast: 0.99 },
      // @ts-expect-error nowhere is Japan
      { indicator: "japan.latencyP50Ms", atMost: 100 },
      // @ts-expect-error hits are counted over all regions
      { indicator: "korea.hitRatio", atLeast: 0.8 },
    ];
    expect(goals).toHaveLength(6);
  });

  it("a place is put together and taken apart again, at home and in every region", () => {
    for (const name of placeNames) {
      expect(placeIn(name)).toBe(name);
      expect(partsOfPlace(placeIn(name))).toEqual({ name });
      for (const region of regionNames) expect(partsOfPlace(placeIn(name, region))).toEqual({ name, region });
    }
  });

  it("a text is a place only when its part and its region exist", () => {
    expect(["web", "db@korea"].filter(isPlace)).toEqual(["web", "db@korea"]);
    expect(["?rack", "users", "web@mars", "mars@korea", "web@"].filter(isPlace)).toEqual([]);
  });

  it("a gauge is the system's, the business's, or a place's", () => {
    expect(partsOfGauge("failed")).toEqual({ of: "total", gauge: "failed" });
    expect(partsOfGauge("business.ordersShare")).toEqual({ of: "business", gauge: "ordersShare" });
    expect(partsOfGauge("db@korea.utilization")).toEqual({
      of: "place",
      place: "db@korea",
      gauge: "utilization",
    });
  });

  it("an indicator is of the whole run, or of one region", () => {
    expect(partsOfIndicator("availability")).toEqual({ name: "availability" });
    expect(partsOfIndicator("korea.latencyP95Ms")).toEqual({ region: "korea", name: "latencyP95Ms" });
  });
});

it("a tail is a percentile beyond the median, of whatever", () => {
  for (const [name, { isTail }] of Object.entries(indicatorTraits))
    expect(isTail, name).toBe(/P9\d/.test(name));
});

it("a percentile of the answer times leaves above it what its number says", () => {
  for (const [name, { shareAbove }] of Object.entries(indicatorTraits)) {
    const [, percent] = /^latencyP(\d+)Ms$/.exec(name) ?? [];
    expect(shareAbove, name).toBe(percent && (100 - Number(percent)) / 100);
  }
});
