/** The labs in words: the bench in focus. */
import { benches, triedAt } from "../../../labs/index.ts";
import type { LabsScreen } from "../../model/lab-screens.ts";
import type { State } from "../../model/types.ts";

export function spokenLabs(state: State, { at }: LabsScreen): string[] {
  const labs = state.words.labScreens;
  const bench = benches[at];
  if (!bench) return [labs.title];
  const { title, question } = labs.benches[bench.name];
  const made = triedAt(bench, state.save.labs).length;
  return [
    labs.spoken.bench({ at: at + 1, of: benches.length, title }),
    question,
    made === 0 ? labs.never : labs.trials(made),
  ];
}
