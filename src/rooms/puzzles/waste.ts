/**
 * Cut the waste: a design that passes at about twice the price that is needed. All that is cut must leave the level's
 * goals, and in the end the audit: whoever takes the redundancy first saves most of it, and has not solved the puzzle.
 */
import type { Goal, Level } from "../../game/index.ts";
import { type Design, forecast } from "../../sim/index.ts";
import { baseOf } from "./base.ts";
import { type WasteRule, wasteRules } from "./data.ts";

/** What each star saves, as a share of the first bill; the third wants the audit as well. */
export const savings = { one: 0.2, two: 0.4 } as const;

/** A puzzle as a level: begun with all the waste. */
export interface Waste {
  readonly id: string;
  readonly rule: WasteRule;
  readonly level: Level;
  /** What the start costs a month, in dollars. */
  readonly startPerMonth: number;
}

/** The address of a puzzle: its level's id. */
export function wasteAddress(id: string): string {
  return `waste:${id}`;
}

/** A puzzle of its rule, on the rule's level or on another day of it. */
export function wasteOf(rule: WasteRule, address = wasteAddress(rule.id), day?: Level["scenario"]): Waste {
  const base = baseOf(rule.level);
  const scenario = day ?? base.scenario;
  const startPerMonth = forecast(rule.start, scenario).perMonth;
  const saved = (share: number): Goal => ({
    indicator: "costPerMonth",
    atMost: Math.floor(startPerMonth * (1 - share)),
  });
  const level: Level = {
    ...base,
    id: address,
    scenario,
    start: rule.start,
    shop: rule.shop,
    // What may be spent is a goal like the others.
    budget: Number.POSITIVE_INFINITY,
    goals: [...base.goals, saved(savings.one)],
    stars: {
      two: { goals: [saved(savings.two)], design: rule.answer },
      three: { audit: true, goals: [saved(savings.two)], design: rule.answer },
    },
    lesson: rule.answer,
    alsoPasses: rule.answer,
    biggerBox: rule.start,
    wrongAnswers: [],
  };
  return { id: rule.id, rule, level, startPerMonth };
}

/** Every puzzle, in the order in which they are told. */
export const wastes: readonly Waste[] = wasteRules.map((rule) => wasteOf(rule));

/** The level of an address, wherever it is run; undefined where it is no puzzle of waste. */
export function wasteLevelAt(address: string): Level | undefined {
  return wastes.find(({ level }) => level.id === address)?.level;
}

/** Which share of the first bill a design saves. */
export function savedShare({ startPerMonth, level }: Waste, design: Design): number {
  return 1 - forecast(design, level.scenario).perMonth / startPerMonth;
}
