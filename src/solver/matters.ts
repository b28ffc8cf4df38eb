/**
 * Which values that a shop sells make a difference: for each there must be two affordable designs that differ in its
 * offer alone and come out differently, in verdict or stars.
 */
import { choiceAt, type Level, movesFrom } from "../game/index.ts";
import { type Design, fixedCostPerMonth, formatDesign, parseDesign, problemsOf } from "../sim/index.ts";
import { canonical } from "./canonical.ts";
import type { Passing } from "./search.ts";

/** A value of an offer, as the shop and the notation name it. */
export interface OfferedValue {
  readonly offer: string;
  readonly label: string;
}

/**
 * The values that make no difference, in the shop's order.
 * @param passing every design that passes, with its stars; whatever else is affordable fails
 */
export function idleValues(level: Level, passing: readonly Passing[]): OfferedValue[] {
  const idle = new Map<string, OfferedValue>();
  for (const { id, choices } of level.shop)
    for (const { label } of choices) idle.set(`${id} ${label}`, { offer: id, label });
  const starsOf = new Map(passing.map(({ line, stars }) => [line, stars]));
  for (const { line, stars } of passing) {
    if (idle.size === 0) break;
    const parsed = parseDesign(line);
    if (!parsed.ok) continue;
    for (const { offer, choice, design: next } of movesFrom(level, parsed.design)) {
      const own = offer.choices[choiceAt(offer, parsed.design)];
      const [there, here] = [`${offer.id} ${choice.label}`, `${offer.id} ${own?.label}`];
      if (!own || (!idle.has(there) && !idle.has(here))) continue;
      const isPlayable = problemsOf(next).length === 0;
      if (!isPlayable || fixedCostPerMonth(next, level.scenario.prices) > level.budget) continue;
      if ((starsOf.get(formatDesign(canonical(next))) ?? 0) === stars) continue;
      idle.delete(there);
      idle.delete(here);
    }
  }
  return [...idle.values()];
}

/** A value that is sold as the wrong idea itself, and the wrong answer that proves that it fails. */
export interface WrongIdeaSold extends OfferedValue {
  readonly letter: string;
}

/**
 * Values that make no difference because they are a wrong idea: a wrong answer has the value, the lesson another, and the
 * answer fails. Where that is why an offer is made at all, the lesson's own value is sold for the same reason.
 * @param fails whether a design, in notation, is known to fail
 */
export function wrongIdeasSold(
  { shop, lesson, wrongAnswers }: Pick<Level, "shop" | "lesson" | "wrongAnswers">,
  idle: readonly OfferedValue[],
  fails: (line: string) => boolean,
): WrongIdeaSold[] {
  const sold: WrongIdeaSold[] = [];
  for (const offer of shop) {
    const labelIn = (design: Design) => offer.choices[choiceAt(offer, design)]?.label;
    const own = idle.filter((value) => value.offer === offer.id);
    const wrong = own.flatMap((value) => {
      if (value.label === labelIn(lesson)) return [];
      const answer = wrongAnswers.find(
        (each) =>
          "design" in each && labelIn(each.design) === value.label && fails(formatDesign(each.design)),
      );
      return answer ? [{ ...value, letter: answer.letter }] : [];
    });
    const [first] = wrong;
    const right = own.filter(({ label }) => first && label === labelIn(lesson));
    sold.push(...wrong, ...right.map((value) => ({ ...value, letter: first!.letter })));
  }
  return sold;
}
