/** Progress in words. */
import type { ProgressScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { toldOf } from "./layout.ts";

export function spokenProgress(state: State, { texts }: ProgressScreen): string[] {
  if (!texts) return [state.words.study.loading];
  return [texts.progress.about, ...toldOf(state, texts).flatMap(({ title, lines }) => [title, ...lines])];
}
