/** The red team in words: the design, the fault in focus, what the last one did. */
import { indicatorName } from "../../../present/indicators.ts";
import { faultId, lineOf, priceOf } from "../../../rooms/puzzles/index.ts";
import type { RedTeamScreen } from "../../model/room-screens.ts";
import { redTeamOf, worthOf } from "../../model/rooms.ts";
import type { State } from "../../model/types.ts";

/** What the last fault did, and whether there is a cheaper one; nothing before the first. */
export function faultSentences({ words }: Pick<State, "words">, screen: RedTeamScreen): string[] {
  const { puzzles } = words;
  const { last } = screen;
  if (!last) return [];
  const { fault, outcome } = last;
  const name = puzzles.fault(fault);
  if (outcome.passed) return [puzzles.bore(name)];
  const stars = worthOf(screen, fault, true);
  const goals = outcome.goals.flatMap(({ met, indicator }) => (met ? [] : [indicatorName(words, indicator)]));
  const isCheapest = stars === 3;
  return [
    puzzles.broken({ fault: name, goals }),
    `${puzzles.solved({ stars, price: priceOf(fault) })}  ${isCheapest ? puzzles.cheapest : puzzles.cheaperThere}`,
    ...(isCheapest ? [puzzles.redTeams[screen.id]?.lesson ?? ""] : []),
  ];
}

export function spokenRedTeam(state: State, screen: RedTeamScreen): string[] {
  const { puzzles } = state.words;
  const redTeam = redTeamOf(screen);
  const { title, story } = puzzles.redTeams[screen.id] ?? { title: "", story: "" };
  const fault = redTeam.faults[screen.at];
  return [
    title,
    story,
    lineOf(redTeam),
    ...faultSentences(state, screen),
    ...(fault
      ? [puzzles.spoken.fault({ name: puzzles.fault(fault), price: priceOf(fault), isFocus: true })]
      : []),
    ...Object.entries(screen.tried).flatMap(([id, broke]) => {
      const tried = redTeam.faults.find((each) => faultId(each) === id);
      return tried ? [`${puzzles.fault(tried)}: ${broke ? puzzles.broke : puzzles.held}.`] : [];
    }),
  ];
}
