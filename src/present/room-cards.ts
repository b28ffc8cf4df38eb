/** What was done in a room in a few lines, for a chat. Whoever reads them can do the same: nothing is given away. */
import { type Case, caseOf, type Shift, scoreOf } from "../rooms/on-call/index.ts";
import type { InterviewReport } from "../study/interview/report.ts";
import type { InterviewTexts } from "../words/contract/interview.ts";
import type { Words } from "../words/index.ts";
import { shiftCardOf } from "./day.ts";
import { reportTitle } from "./interview-report.ts";
import { shiftTitle } from "./on-call.ts";

/** Stars as signs, or for the ear. */
function starsTold({ onCall }: Pick<Words, "onCall">, stars: number, isSpoken: boolean): string {
  return isSpoken ? onCall.starsAloud(stars) : "★".repeat(stars) + "☆".repeat(3 - stars);
}

/** A shift that is over; a day's has the day's own card, in one line. For the ear it is without its bars. */
export function shiftCard(words: Words, which: Case, shift: Shift, isSpoken = false): readonly string[] {
  const { date, seed } = shift;
  const card = shiftCardOf(date ?? "", which, shift, scoreOf(which, shift));
  if (date !== undefined && !isSpoken) return [words.day.card(card)];
  return words.share.shift({
    ...{ title: shiftTitle(words, shift), worth: words.day.worth(card) },
    bars: isSpoken ? undefined : card.bars,
    stars: starsTold(words, card.stars, isSpoken),
    // The name of a case that was picked would tell what breaks.
    command: caseOf(seed).id === which.id ? `play on-call --seed ${seed}` : undefined,
  });
}

/** An interview that was held. */
export function interviewCard(
  texts: InterviewTexts,
  { share }: Pick<Words, "share">,
  report: InterviewReport,
): readonly string[] {
  const { level, seed, bar } = report;
  return share.interview({
    title: reportTitle(texts, report),
    grades: report.cells.map(({ cell, grade }) => ({
      cell: texts.cells[cell].title,
      grade: texts.report.gradeNamed(grade),
    })),
    command: `play interview ${level} --seed ${seed} --bar ${bar}`,
  });
}

/** A design that was broken: by what a reader finds out. */
export interface BrokenDesign {
  readonly id: string;
  /** Of the cheapest fault that broke it. */
  readonly price: number;
  readonly stars: 0 | 1 | 2 | 3;
  readonly tried: number;
}

export function redTeamCard(
  words: Words,
  { id, price, stars, tried }: BrokenDesign,
  isSpoken = false,
): readonly string[] {
  const title = words.puzzles.redTeams[id]?.title ?? "";
  const told = { title, price, stars: starsTold(words, stars, isSpoken), tried };
  return words.share.redTeam({ ...told, command: `play puzzle ${id}` });
}
