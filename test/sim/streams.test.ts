import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { drawers, stationStream, streamOf, streamsEach, strides } from "../../src/sim/chance/streams.ts";

describe("streams of randomness", () => {
  it("no two consumers ever draw the same number in one tick", () => {
    const taken = new Set<number>();
    for (const drawer of drawers) for (let n = 0; n < streamsEach; n++) taken.add(streamOf(drawer, n));
    expect(taken.size).toBe(drawers.length * streamsEach);
  });

  it("stations have four streams each, and enough for every queue that a design can have", () => {
    const seen = new Set<number>();
    for (let station = 0; station < 2_000; station++)
      for (let use = 0; use < 4; use++) {
        const stream = stationStream(station, use);
        expect(stream).toBeLessThan(streamsEach);
        seen.add(stream);
      }
    expect(seen.size).toBe(8_000);
  });

  it("every draw of a run names its stream: no number of a stream stands where something is drawn", () => {
    const folder = fileURLToPath(new URL("../../src/sim", import.meta.url));
    const bare = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/^(?:chance|keys)[/\\]/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(folder, file), "utf8")
          .replaceAll(/\bstreamOf\([^)]*\)/g, "stream")
          .matchAll(/\b(?:hash32|uniform)\([^;]*?,\s*[\d_]+\s*[+)].*/g),
      ])
      .map(([line]) => line);
    expect(bare).toEqual([]);
  });

  it("strides are odd, so that each visits all samples, and no two pair alike", () => {
    const all = Object.values(strides);
    expect(all.every((stride) => stride % 2 === 1)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });
});
