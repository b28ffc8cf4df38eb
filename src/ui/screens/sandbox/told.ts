/** What a row of the list says, drawn and spoken alike. */
import { monthly } from "../../../present/forecast.ts";
import { forecast } from "../../../sim/index.ts";
import { foundIn, type SandboxRow } from "../../model/sandbox.ts";
import type { State } from "../../model/types.ts";

export function rowTold(
  { words }: Pick<State, "words">,
  row: SandboxRow,
): { readonly name: string; readonly line: string } {
  const { sandbox } = words;
  switch (row.kind) {
    case "own": {
      const { playable } = foundIn(row.saved);
      const { name } = row.saved;
      if (!playable) return { name, line: sandbox.broken };
      const bill = monthly(words, forecast(playable.start, playable.scenario));
      return { name, line: sandbox.row({ bill, goals: playable.goals.length }) };
    }
    case "example":
      return { name: sandbox.fromExample, line: "" };
    case "code":
      return { name: sandbox.fromCode, line: "" };
    case "level":
      return { name: sandbox.fromLevel(row.lesson.prose.title), line: "" };
  }
}
