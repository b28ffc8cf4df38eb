import { expect, test } from "vitest";
import { exponentials, mix32, normals, TABLE_SIZE, uniforms } from "../../src/sim/chance/random.ts";

/** Which stratum each entry of a table is the draw of. */
function strataOf(table: Float64Array): number[] {
  const sorted = Float64Array.from(table).sort();
  return Array.from(table, (value) => sorted.indexOf(value));
}
const folded = (order: readonly number[]) => order.reduce((hash, stratum) => mix32(hash ^ stratum), 0);

test("the tables of draws are laid out as ever: the streams of every recorded run and proof hang on their order", () => {
  expect([uniforms, exponentials, normals].map(strataOf).map(folded)).toEqual([
    3_217_601_658, 3_217_601_658, 3_617_043_851,
  ]);
});

test("every stratum is drawn once, by whole runs of any power of two from 64 on", () => {
  for (const table of [uniforms, normals]) {
    const strata = strataOf(table);
    for (let run = 64; run <= TABLE_SIZE; run *= 2)
      for (let from = 0; from < TABLE_SIZE; from += run) {
        const met = strata.slice(from, from + run).map((stratum) => Math.floor((stratum * run) / TABLE_SIZE));
        expect(new Set(met).size).toBe(run);
      }
  }
});
