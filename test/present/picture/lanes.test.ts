/** What the web tier calls, in lanes: who stands beside whom, and that nobody stands in another's place. */
import { describe, expect, test } from "vitest";
import { lanesOf } from "../../../src/present/picture/folded.ts";
import { siteParts } from "../../../src/present/picture/graph.ts";
import { partsOf } from "../../../src/present/picture/parts.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** Each part with its column and row. */
function lanes(line: string, isStacked: boolean): readonly string[] {
  const built = design(line);
  const site = siteParts(built, partsOf(words.picture, built, undefined), 0);
  return lanesOf(site, isStacked).map(({ part, column, row }) => `${part.kind} ${column},${row}`);
}

const kinds = {
  data: ["db 4", "db 4 + 2×4", "db 0 + 2×4", "db 4 + 2×4 · kv 1"],
  cache: ["", " · cache 1"],
  sessions: ["", " · sessions pair"],
  jobs: ["", " · queue durable", " · workers 2×4", " · queue durable · workers 2×4"],
};
const lines = kinds.data.flatMap((data) =>
  kinds.cache.flatMap((cache) =>
    kinds.sessions.flatMap((sessions) =>
      kinds.jobs.map((jobs) => `dns · web 2×8${sessions}${cache} · ${data}${jobs}`),
    ),
  ),
);

test("no two parts stand in one place, in any design", () => {
  for (const line of lines)
    for (const isStacked of [false, true]) {
      const cells = lanes(line, isStacked).map((cell) => cell.split(" ")[1]);
      expect(new Set(cells).size, `${line} ${cells}`).toBe(cells.length);
    }
});

test("no row is left out between two that are taken, but where workers stand below all data", () => {
  for (const line of lines.filter((each) => !each.includes("workers")))
    for (const isStacked of [false, true]) {
      const rows = lanes(line, isStacked).map((cell) => Number(cell.split(",")[1]));
      expect([...new Set(rows)].sort(), line).toEqual(
        Array.from({ length: Math.max(...rows) + 1 }, (_, i) => i),
      );
    }
});

describe("stand", () => {
  test.each([
    // Copies beside the primary, or below it where columns are few.
    ["db 4 + 2×4", false, "db 0,0 · replicas 1,0"],
    ["db 4 + 2×4", true, "db 0,0 · replicas 0,1"],
    ["db 0 + 2×4 · kv 1", false, "kv 0,0 · replicas 0,1"],
    // Data behind a cache, and what else the web tier calls below the cache.
    ["cache 1 · db 4 + 2×4", false, "cache 0,0 · db 1,0 · replicas 2,0"],
    ["sessions pair · cache 1 · db 4 + 2×4", true, "cache 0,0 · db 1,0 · replicas 1,1 · sessions 0,1"],
    // Without a cache, below all data.
    ["sessions pair · db 4 · kv 1", false, "db 0,0 · kv 0,1 · sessions 0,2"],
    ["db 4 + 2×4 · queue durable · workers 2×4", true, "db 0,0 · replicas 0,1 · queue 0,2 · workers 1,2"],
    // Workers beside their queue, where no store stands behind the cache in that row.
    ["cache 1 · db 4 + 2×4 · queue durable", true, "cache 0,0 · db 1,0 · replicas 1,1 · queue 0,1"],
    [
      "cache 1 · db 4 + 2×4 · queue durable · workers 2×4",
      true,
      "cache 0,0 · db 1,0 · replicas 1,1 · queue 0,2 · workers 1,2",
    ],
    // Without a queue, below everything.
    ["cache 1 · db 4 + 2×4 · workers 2×4", true, "cache 0,0 · db 1,0 · replicas 1,1 · workers 0,2"],
    [
      "sessions pair · cache 1 · db 4 · workers 2×4",
      false,
      "cache 0,0 · db 1,0 · sessions 0,1 · workers 0,2",
    ],
  ])("of %s, stacked or not (%s), %s", (line, isStacked, cells) => {
    expect(lanes(`dns · web 2×8 · ${line}`, isStacked).join(" · ")).toBe(cells);
  });
});
