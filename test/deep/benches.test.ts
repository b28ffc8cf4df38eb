/** Every bench of the labs, all along its first knob: what is measured lies beside the theory, where there is one. */
import { expect, test } from "vitest";
import { type Bench, benches, startOf, type TurnValue } from "../../src/labs/index.ts";

/** How far a figure may lie from its theory, as a share of it: what is counted is a sample. */
const bars: Partial<Readonly<Record<Bench["name"], number>>> = {
  queue: 0.02,
  cache: 0.01,
  lag: 0.04,
  restart: 0.05,
  shards: 0.1,
  retries: 0.001,
  // Sixty measurements leave their spread uncertain by a tenth.
  measuring: 0.3,
};
const bar = 0.15;
/** Of these theory is the best that can be had, not what is to be expected. */
const bounds: ReadonlySet<string> = new Set(["celebrity"]);

for (const bench of benches) {
  const [other] = bench.others;
  test.each((other?.values ?? []).map((value): [TurnValue] => [value]))(
    `${bench.name}, its second knob at %s`,
    (value) => {
      for (const x of bench.sweep.values) {
        const turned = { ...startOf(bench), ...(other ? { [other.id]: value } : {}), [bench.sweep.id]: x };
        const { measured, theory } = bench.trial(turned);
        expect(measured).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(measured)).toBe(true);
        if (theory === null) continue;
        const at = `${bench.name} at ${JSON.stringify(turned)}: ${measured} beside ${theory}`;
        if (bounds.has(bench.name)) expect(measured, at).toBeGreaterThanOrEqual(theory * 0.99);
        else expect(Math.abs(measured / theory - 1), at).toBeLessThan(bars[bench.name] ?? bar);
      }
    },
  );
}
