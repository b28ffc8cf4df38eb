/**
 * A level begun with the player's own system: what this level's shop sells is set as the player had it, all else is as
 * the level starts. What the level teaches is not brought along, for a start that passes would be no lesson.
 */
import {
  type Design,
  forecast,
  formatDesign,
  formatValue,
  problemsOf,
  reportedRun,
  settingAt,
  valueAt,
} from "../sim/index.ts";
import { type Choice, type Level, type Offer, verdictSeeds } from "./level.ts";
import type { Plan } from "./plan.ts";
import { choiceAt, choose, disabledReason } from "./shop.ts";

/** A level before this one with the design that the player made pass there last. */
export interface Owned {
  readonly level: Level;
  readonly design: Design;
}

/** Why something of the player's own is not as it was: by its offer, with the values as notation writes them. */
export interface CarryChange {
  /** `other-values`: this shop does not offer the value; `not-sold`: nor anything of it; `lesson`: it is what the level teaches. */
  readonly code: "other-values" | "not-sold" | "lesson";
  readonly offer: Offer;
  /** As the player had it, and as the start has it. */
  readonly own: Design;
  readonly sold: readonly Choice[];
}

/** A start made of the player's own. */
export interface CarriedStart {
  readonly design: Design;
  readonly changes: readonly CarryChange[];
}

/**
 * The player's own as this level's shop allows it; undefined where that is the level's own start.
 * @param owned levels before this one, in order: an offer is set as in the last of them that sold it
 */
export function carryOver(level: Level, owned: readonly Owned[]): CarriedStart | undefined {
  let { start: design } = level;
  const changes: CarryChange[] = [];
  const ofLesson: CarryChange[] = [];
  for (const offer of level.shop) {
    const own = owned.findLast((each) => each.level.shop.some(({ id }) => id === offer.id))?.design;
    if (!own || disabledReason(offer, design) !== undefined) continue;
    const isSame = pathsOf(offer).every((path) => valueAt(own, path) === valueAt(level.start, path));
    if (isSame) continue;
    const choice = offer.choices[choiceAt(offer, own)];
    if (!choice) {
      changes.push({ code: "other-values", offer, own, sold: offer.choices });
      continue;
    }
    const next = choose(design, choice);
    // What would already be the lesson stays as the level starts.
    if (level.concept(next) && !level.concept(design)) {
      ofLesson.push({ code: "lesson", offer, own, sold: [] });
      continue;
    }
    if (problemsOf(next).length === 0) design = next;
  }
  changes.unshift(...ofLesson);
  const last = owned.at(-1);
  for (const offer of last?.level.shop ?? []) {
    const isSold = level.shop.some(({ id }) => id === offer.id);
    const own = last?.design as Design;
    if (!isSold && pathsOf(offer).some((path) => valueAt(own, path) !== valueAt(level.start, path)))
      changes.push({ code: "not-sold", offer, own, sold: [] });
  }
  if (formatDesign(design) === formatDesign(level.start) && changes.every(({ code }) => code === "not-sold"))
    return undefined;
  return { design, changes };
}

function pathsOf({ choices }: Offer): readonly string[] {
  return [...new Set(choices.flatMap(({ set }) => Object.keys(set)))];
}

/** What an offer stands at in a design, as notation writes it: "6", "8". */
export function standsAt(offer: Offer, design: Design): string {
  const choice = offer.choices[choiceAt(offer, design)];
  if (choice) return choice.label;
  return pathsOf(offer)
    .map((path) => formatValue(settingAt(path), valueAt(design, path)))
    .join(" ");
}

/** Why a carried start is not fair: it passes, or cannot even be run. */
export type Unfair = "passes" | "over-budget";

/** Whether a level can be begun with a design of the player's own: it must fail, as the level's own start does. */
export function* fairness(level: Level, design: Design): Plan<Unfair | undefined> {
  if (forecast(design, level.scenario).perMonth > level.budget) return "over-budget";
  const run = { design, seed: verdictSeeds[0]!, fidelity: reportedRun };
  const [outcome] = yield { runs: [run], later: 0 };
  return outcome?.passed ? "passes" : undefined;
}
