import { expect, it } from "vitest";
import { compareResults, measuredOf, readExpected } from "../../src/stack/index.ts";

const own = { format: "zero-to-millions load 1", indicators: { availability: 0.99, latencyP95Ms: 120 } };
const k6 = {
  metrics: { http_req_failed: { value: 0.02 }, http_req_duration: { med: 50, "p(95)": 100, "p(99)": 150 } },
};

it("reads what our own load program wrote, and what k6 did, to which the round trip is added", () => {
  expect(measuredOf(own, 30)).toEqual({ availability: 0.99, latencyP95Ms: 120 });
  expect(measuredOf(k6, 30)).toEqual({
    availability: 0.98,
    latencyP50Ms: 80,
    latencyP95Ms: 130,
    latencyP99Ms: 180,
  });
});

it.each([
  [[]],
  [null],
  [{}],
  ["x"],
  [7],
  [{ metrics: {} }],
  [{ format: "zero-to-millions load 1" }],
  [{ ...own, indicators: { a: "b" } }],
])("reads nothing from %j", (value) => {
  expect(measuredOf(value, 30)).toBeUndefined();
  expect(readExpected(value)).toBeUndefined();
});

it.each([
  ["latencyP95Ms", 100, 0, 149, true],
  ["latencyP95Ms", 100, 0, 151, false],
  ["latencyP95Ms", 100, 0, 67, true],
  ["latencyP95Ms", 100, 0, 66, false],
  ["latencyP95Ms", 100, 20, 159, true],
  ["latencyP95Ms", 100, 20, 161, false],
  ["availability", 0.95, 0, 0.921, true],
  ["availability", 0.95, 0, 0.919, false],
  ["lostJobs", 0, 0, 0, true],
  ["lostJobs", 0, 0, 1, false],
  ["lostJobs", 40, 1, 9, true],
  ["lostJobs", 40, 1, 0, false],
])("%s expected as %d ± %d and measured as %d holds: %s", (indicator, mean, deviation, measured, holds) => {
  expect(compareResults({ [indicator]: { mean, deviation } }, { [indicator]: measured })).toMatchObject([
    { indicator, isWithin: holds },
  ]);
});

it("compares what both know and nothing else", () => {
  const expected = { availability: { mean: 1, deviation: 0 }, hitRatio: { mean: 0.5, deviation: 0 } };
  expect(compareResults(expected, { availability: 1, parkedJobs: 3 })).toHaveLength(1);
});
