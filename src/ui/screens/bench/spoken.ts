/** A bench in words: the last trial, where the knobs stand, what is expected. */
import { benches, benchNamed, changes, triedAt } from "../../../labs/index.ts";
import { settingsOf } from "../../../present/labs.ts";
import type { BenchScreen } from "../../model/lab-screens.ts";
import { knobsOf } from "../../model/labs.ts";
import type { State } from "../../model/types.ts";

export function spokenBench(state: State, screen: BenchScreen): string[] {
  const labs = state.words.labScreens;
  const bench = benchNamed(screen.name);
  const { title, question, figure } = labs.benches[screen.name];
  const last = triedAt(bench, state.save.labs).at(-1);
  const shown = (value: number | null) => (value === null ? labs.noTheory : labs.value(bench.unit, value));
  return [
    labs.spoken.bench({ at: benches.indexOf(bench) + 1, of: benches.length, title }),
    question,
    ...(last
      ? [
          figure,
          labs.spoken.trial({
            settings: settingsOf(labs, bench, last.turned),
            measured: shown(last.measured),
            theory: shown(last.theory),
          }),
        ]
      : []),
    ...(screen.isTold ? [labs.benches[screen.name].lesson] : []),
    ...(screen.asked ? [labs.trying] : []),
    ...knobsOf(bench).map(({ id }, n) =>
      labs.spoken.knob({
        name: labs.turns[id],
        value: labs.setting(id, screen.turned[id] ?? ""),
        isFocus: n === screen.focus,
      }),
    ),
    ...(last
      ? [
          ...changes.map((change) =>
            state.words.spoken.lettered({ letter: String(change), text: labs.changes[change] }),
          ),
          labs.spoken.expected(screen.expected && labs.changes[screen.expected]),
        ]
      : []),
  ];
}
