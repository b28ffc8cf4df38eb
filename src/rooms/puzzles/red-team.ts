/**
 * Red team: a design that passes its level, and a price list of faults. Of all that can be bought, find what breaks it
 * for the least.
 */
import { decide, type Level, type Outcome, play, verdictSeeds } from "../../game/index.ts";
import { type Design, dayOf, design, formatDesign } from "../../sim/index.ts";
import { baseOf } from "./base.ts";
import { type RedTeamRule, redTeamRules } from "./data.ts";
import { type BoughtFault, faultId, faultsAgainst, priceOf, withFault } from "./faults.ts";

/** A puzzle with all that can be bought, the cheapest first. */
export interface RedTeam {
  readonly id: string;
  readonly rule: RedTeamRule;
  readonly base: Level;
  readonly design: Design;
  readonly faults: readonly BoughtFault[];
  /** The cheapest that breaks it. */
  readonly cheapest: BoughtFault;
}

/** The address of a design under a fault: its level's id. */
export function redTeamAddress(id: string, fault: BoughtFault): string {
  return `red-team:${id} ${faultId(fault)}`;
}

function redTeamOf(rule: RedTeamRule): RedTeam {
  const attacked = design(rule.line);
  const level = baseOf(rule.level);
  // One day, and nothing of it left to chance: what breaks it breaks it.
  const base = { ...level, scenario: dayOf(level.scenario, verdictSeeds[0]!) };
  const faults = [...faultsAgainst(attacked)].sort((a, b) => priceOf(a) - priceOf(b));
  return {
    id: rule.id,
    rule,
    base,
    design: attacked,
    faults,
    cheapest: faults.find((fault) => faultId(fault) === rule.cheapest)!,
  };
}

/** Every puzzle, in the order in which they are told. */
export const redTeams: readonly RedTeam[] = redTeamRules.map(redTeamOf);

/** The level's day with a fault in it, with the design that is attacked: nothing is for sale. */
export function underFault({ id, rule, base, design: attacked }: RedTeam, fault: BoughtFault): Level {
  return {
    ...base,
    id: redTeamAddress(id, fault),
    scenario: withFault(base.scenario, fault, rule.atSec),
    start: attacked,
    shop: [],
    lesson: attacked,
    wrongAnswers: [],
  };
}

/** What becomes of a design under a fault, on the seed that is watched; others say the same, as is proven. */
export function struck(redTeam: RedTeam, fault: BoughtFault, seed = verdictSeeds[0]!): Outcome {
  return play(underFault(redTeam, fault), redTeam.design, seed);
}

/** What finding a fault is worth: three stars for the cheapest, two up to half more, one for any that breaks it. */
export function starsFor({ cheapest }: Pick<RedTeam, "cheapest">, fault: BoughtFault): 1 | 2 | 3 {
  const times = priceOf(fault) / priceOf(cheapest);
  return times <= 1 ? 3 : times <= 1.5 ? 2 : 1;
}

/** The level of an address, wherever it is run; undefined where it is none of the red team. */
export function redTeamLevelAt(address: string): Level | undefined {
  const [, id, fault] = /^red-team:(\S+) (\S+)$/.exec(address) ?? [];
  const redTeam = redTeams.find((each) => each.id === id);
  const bought = redTeam?.faults.find((each) => faultId(each) === fault);
  return redTeam && bought && underFault(redTeam, bought);
}

/** Whether the attacked design passes by itself. */
export function passesAlone({ base, design: attacked }: RedTeam): boolean {
  return decide(base, attacked).passed;
}

/** A design as it is told. */
export function lineOf({ design: attacked }: RedTeam): string {
  return formatDesign(attacked);
}
