/** The screens of the labs, with trials that nobody has run. */
import { type Bench, type BenchKnob, benches, changes, startOf, type Tried } from "../../src/labs/index.ts";
import { emptySave, type Save } from "../../src/saves/index.ts";
import type { Screen } from "../../src/ui/reduce.ts";

/** The labs: the list, a bench that nobody has tried yet and one at which a trial is being made. */
export const labsScreens: readonly Screen[] = [
  { kind: "labs", at: 0 },
  { kind: "labs", at: benches.length - 1 },
  ...benches.slice(0, 2).map((bench, focus): Screen => {
    const turned = startOf(bench);
    const about = { kind: "bench", name: bench.name, turned, focus } as const;
    return focus === 0 ? about : { ...about, asked: { turned } };
  }),
];

/** Trials at a bench, two at each end of its knobs, those along the picture last; nothing is run for them. */
export function trialsAt(bench: Bench): readonly Tried[] {
  const start = startOf(bench);
  const endsOf = ({ id, values }: BenchKnob) =>
    [values[0], values.at(-1)].map((value) => ({ ...start, [id]: value }));
  const turns = [...bench.others.flatMap(endsOf), ...endsOf(bench.sweep)];
  return [start, ...turns].map((turned, n) => {
    const expected = changes[n % changes.length]!;
    const came = changes[(2 * n) % changes.length]!;
    return {
      turned,
      measured: 0.123 * (n + 1),
      theory: n % 2 ? null : 0.12,
      ...(n > 0 ? { expected, came } : {}),
    };
  });
}

/** A bench with trials, its whole curve drawn, and the same told. */
export function benchScreens(bench: Bench): { readonly screens: readonly Screen[]; readonly save: Save } {
  const trials = trialsAt(bench);
  const last = trials.at(-1)!;
  const of = Object.fromEntries(bench.others.map(({ id }) => [id, last.turned[id]]));
  const points = bench.sweep.values.map((_, n) => ({ measured: 0.1 * (n + 1), theory: 0.09 * (n + 1) }));
  const about = { kind: "bench", name: bench.name, turned: last.turned, focus: 0 } as const;
  const at = "2026-11-26T12:00:00.000Z";
  return {
    screens: [about, { ...about, focus: 1, expected: 3, curve: { of, points } }, { ...about, isTold: true }],
    save: {
      ...emptySave(),
      labs: {
        [bench.name]: trials.map((trial) => ({
          ...trial,
          turned: Object.fromEntries(Object.entries(trial.turned)),
          at,
        })),
      },
    },
  };
}
