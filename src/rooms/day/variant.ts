/**
 * What a date makes of a level or a puzzle: another day of it, within bounds. The same date draws the same everywhere;
 * whether it can be played is proven in prove.ts, and what cannot is skipped by counting on.
 */
import { drawsOf, type Goal, type Level, oneOf, withTraffic } from "../../game/index.ts";
import type { LevelId } from "../../levels/index.ts";
import {
  type Design,
  forecast,
  type PriceGroup,
  type Prices,
  priceGroupOf,
  priceGroups,
  type Scenario,
  type ScenarioEvent,
} from "../../sim/index.ts";

import { type Case, caseNamed, cases, caseTraffics, variantId } from "../on-call/index.ts";
import {
  type BoughtFault,
  baseOf,
  faultsAgainst,
  type Waste,
  wasteOf,
  wasteRules,
  withFault,
} from "../puzzles/index.ts";

/** What a day can be about: what stands on a board, or a shift on call. */
export const dayKinds = ["level", "waste", "on-call"] as const;
export type DayKind = (typeof dayKinds)[number];
type BoardKind = Exclude<DayKind, "on-call">;

interface DateTurn {
  readonly date: string;
  /** How often it was counted on, from 0: drawings before this one could not be proven. */
  readonly turn: number;
}

/** A shift that was drawn for a date. */
export interface DrawnShift extends DateTurn {
  readonly kind: "on-call";
  /** The case's variant, by its id. */
  readonly of: string;
  readonly seed: number;
}

/** What was drawn for a date and stands on a board. */
export interface DrawnBoard extends DateTurn {
  readonly kind: BoardKind;
  /** The level, or the puzzle's id. */
  readonly of: string;
  /** A factor on all traffic. */
  readonly traffic: number;
  /** All that happens comes so many seconds later, or earlier. */
  readonly laterSec: number;
  /** Something more that happens, and when. */
  readonly fault?: { readonly fault: BoughtFault; readonly atSec: number };
  /** What prices are today, as factors on the level's; left out, the level's own. */
  readonly prices?: Prices;
  /** The budget, as a multiple of what the best known answer costs. */
  readonly slack: number;
}

/** A day's variant: a level of its own. */
export interface BoardDay {
  readonly drawn: DrawnBoard;
  /** Its id is its address. Until the best answer is known it has no budget to speak of. */
  readonly level: Level;
  /** The puzzle that it is, where it is one of waste. */
  readonly waste?: Waste;
}

/** A day's variant: a shift on call. */
export interface ShiftDay {
  readonly drawn: DrawnShift;
  readonly case: Case;
}

export type DayVariant = BoardDay | ShiftDay;

/** Levels whose runs are short: a proof takes seconds. */
const dayLevels = [
  "02-database",
  "03-scaling",
  "04-load-balancer",
  "05-replication",
  "06-cache",
  "10-message-queue",
] as const satisfies readonly LevelId[];
const dayWastes = wasteRules.filter(({ level }) => dayLevels.some((each) => each === level));
const traffics = [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05] as const;
const shiftsSec = [-30, -20, 0, 20, 40] as const;
/** By how much prices may differ from the level's, in whole percent. */
const pricePercents = [-25, -20, -15, -10, 10, 15, 20, 25] as const;
/** For how many groups of parts they do. */
const pricesMoved = [0, 1, 1, 2] as const;
const slacks = [1.06, 1.1, 1.15, 1.2] as const;
/** What may happen on top: nothing that a sound design would not bear. */
const faults: readonly BoughtFault[] = [
  { kind: "web-dies", lengthSec: 120 },
  { kind: "web-slow", lengthSec: 30 },
  { kind: "report", lengthSec: 30 },
  { kind: "replica-dies", lengthSec: 120 },
  { kind: "cache-restarts" },
  { kind: "cold-crawl", lengthSec: 120 },
  { kind: "worker-dies", lengthSec: 120 },
];
const faultsFromSec = 120;
const faultStepsMax = 30;

/** Seeds of shifts: no list has them all. */
const seedsCount = 1_000_000;

/** What a day of each kind is about. */
const subjectOf: Readonly<Record<DayKind, (draw: () => number) => string>> = {
  level: (draw) => oneOf(dayLevels, draw),
  waste: (draw) => oneOf(dayWastes, draw).id,
  "on-call": (draw) => variantId(oneOf(cases, draw).id, oneOf(caseTraffics, draw)),
};

/** Half of the days are levels, a quarter is worked on call. */
function kindOf(draw: () => number): DayKind {
  const share = draw();
  if (share < 0.5) return "level";
  return share < 0.75 ? "on-call" : "waste";
}

/** What a day is made of: the level, and a design that answers it. */
function originOf(kind: BoardKind, of: string): { readonly base: Level; readonly answer: Design } {
  if (kind === "waste") {
    const { level, answer } = wasteRules.find(({ id }) => id === of)!;
    return { base: baseOf(level), answer };
  }
  const base = baseOf(of as LevelId);
  return { base, answer: base.lesson };
}

/** What may happen on top of a day: only what its answer has a part for. */
function faultsFor(answer: Design): readonly BoughtFault[] {
  const kinds = new Set(faultsAgainst(answer).map((each) => each.kind));
  return faults.filter((each) => kinds.has(each.kind));
}

/** What prices are on a day: only of what its answer pays for. */
function pricesFor(answer: Design, scenario: Scenario, draw: () => number): Prices | undefined {
  const { fixed, metered } = forecast(answer, scenario);
  const paid = new Set([...fixed, ...metered].map(({ id }) => priceGroupOf(id)));
  const open = priceGroups.filter((group) => paid.has(group));
  const prices: Partial<Record<PriceGroup, number>> = {};
  for (let left = oneOf(pricesMoved, draw); left > 0 && open.length > 0; left--) {
    const group = oneOf(open, draw);
    open.splice(open.indexOf(group), 1);
    prices[group] = (100 + oneOf(pricePercents, draw)) / 100;
  }
  return Object.keys(prices).length > 0 ? prices : undefined;
}

/** What a date draws, after so many turns. */
function drawFor(date: string, turn: number): DrawnBoard | DrawnShift {
  const draw = drawsOf(`day:${date}:${turn}`);
  const kind = kindOf(draw);
  const of = subjectOf[kind](draw);
  if (kind === "on-call") return { date, turn, kind, of, seed: Math.floor(draw() * seedsCount) };
  const traffic = oneOf(traffics, draw);
  const laterSec = oneOf(shiftsSec, draw);
  const { base, answer } = originOf(kind, of);
  const fault = oneOf(faultsFor(answer), draw);
  const atSec = faultsFromSec + 10 * Math.floor(draw() * faultStepsMax);
  const slack = oneOf(slacks, draw);
  const hasFault = draw() < 0.5;
  const prices = pricesFor(answer, base.scenario, draw);
  return {
    ...{ date, turn, kind, of, traffic, laterSec, slack },
    ...(hasFault ? { fault: { fault, atSec } } : {}),
    ...(prices ? { prices } : {}),
  };
}

/** A scenario in which everything comes later: traffic, events, and what is left to chance. */
function shifted(scenario: Scenario, laterSec: number): Scenario {
  const later = <E extends ScenarioEvent>(event: E): E => ({
    ...event,
    atSec: event.atSec + laterSec,
    ...(event.untilSec === undefined ? {} : { untilSec: event.untilSec + laterSec }),
  });
  return {
    ...scenario,
    streams: scenario.streams.map((stream) => ({
      ...stream,
      curve: stream.curve.map(([atSec, rate], n) => [n === 0 ? atSec : atSec + laterSec, rate] as const),
    })),
    events: scenario.events.map(later),
    ...(scenario.drawn && {
      drawn: scenario.drawn.map((each) => ({ ...each, oneOf: each.oneOf.map(later) })),
    }),
  };
}

/** The day that was drawn, of a base level's. */
function dayOf(
  { scenario }: Pick<Level, "scenario">,
  { traffic, laterSec, fault, prices }: DrawnBoard,
): Scenario {
  const later = shifted(withTraffic(scenario, traffic), laterSec);
  const day = prices ? { ...later, prices } : later;
  return fault ? withFault(day, fault.fault, fault.atSec) : day;
}

/** The address of a variant; with the best price that is known, once it is: budget and stars follow from it. */
export function dayAddress({ date, turn }: DateTurn, best?: number): string {
  return `day:${date} ${turn}${best === undefined ? "" : ` ${best}`}`;
}

/** A budget is a round sum, in dollars. */
function budgetOf(best: number, slack: number): number {
  const step = best < 1_000 ? 10 : 50;
  return Math.ceil((best * slack) / step) * step;
}

/**
 * The variant of a date after so many turns.
 * @param best the best known price, in dollars a month; without it the variant is still to be proven
 */
export function variantOf(date: string, turn: number, best?: number): DayVariant {
  const drawn = drawFor(date, turn);
  return drawn.kind === "on-call" ? { drawn, case: caseNamed(drawn.of)! } : boardOf(drawn, best);
}

/** Whether a day is a shift on call. */
export function isShiftDay(day: DayVariant): day is ShiftDay {
  return day.drawn.kind === "on-call";
}

/** What stands on a day's board. */
export function boardOf(drawn: DrawnBoard, best?: number): BoardDay {
  const address = dayAddress(drawn, best);
  if (drawn.kind === "waste") {
    const rule = wasteRules.find(({ id }) => id === drawn.of)!;
    const waste = wasteOf(rule, address, dayOf(baseOf(rule.level), drawn));
    return { drawn, level: waste.level, waste };
  }
  const base = baseOf(drawn.of as LevelId);
  const budget = best === undefined ? Number.MAX_SAFE_INTEGER : budgetOf(best, drawn.slack);
  const halfway: Goal = { indicator: "costPerMonth", atMost: ((best ?? budget) + budget) / 2 };
  return {
    drawn,
    level: {
      ...base,
      id: address,
      scenario: dayOf(base, drawn),
      budget,
      stars: {
        two: { goals: [halfway], design: base.lesson },
        three: { audit: true, goals: [halfway], design: base.stars.three.design },
      },
      wrongAnswers: [],
    },
  };
}

const addressPattern = /^day:(\d{4}-\d\d-\d\d) (\d+)(?: (\d+))?$/;

/** The level of an address, wherever it is run; undefined where it is none of a day. */
export function dayLevelAt(address: string): Level | undefined {
  const [, date, turn, best] = addressPattern.exec(address) ?? [];
  if (date === undefined) return undefined;
  const day = variantOf(date, Number(turn), best === undefined ? undefined : Number(best));
  return isShiftDay(day) ? undefined : day.level;
}
