/** The card of what is over on a screen that is not a debrief: it lies over the screen, to be marked and copied. */
import { interviewCard, redTeamCard, shiftCard } from "../../present/room-cards.ts";
import { faultId, priceOf, starsFor } from "../../rooms/puzzles/index.ts";
import { readReport } from "../../study/interview/reports.ts";
import { caseIn } from "./on-call.ts";
import { redTeamOf } from "./rooms.ts";
import type { State } from "./types.ts";

/** Undefined where there is nothing to tell yet. */
export function cardOn(
  { screen, words }: Pick<State, "screen" | "words">,
  isSpoken = false,
): readonly string[] | undefined {
  switch (screen.kind) {
    case "shift":
      return screen.shift.phase === "over"
        ? shiftCard(words, caseIn(screen), screen.shift, isSpoken)
        : undefined;
    case "interview": {
      const report = screen.report && readReport(screen.report);
      return report && screen.bundle ? interviewCard(screen.bundle.texts, words, report) : undefined;
    }
    case "redTeam": {
      const redTeam = redTeamOf(screen);
      const broke = redTeam.faults.filter((fault) => screen.tried[faultId(fault)]);
      const [cheapest] = [...broke].sort((one, other) => priceOf(one) - priceOf(other));
      if (!cheapest) return undefined;
      const tried = Object.keys(screen.tried).length;
      const worth = { price: priceOf(cheapest), stars: starsFor(redTeam, cheapest) };
      return redTeamCard(words, { id: screen.id, ...worth, tried }, isSpoken);
    }
    default:
      return undefined;
  }
}
