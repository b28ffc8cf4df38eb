/**
 * The shop: what is for sale, and the one way to ask which moves are possible. The menu on the
 * screen, the solver and "what if" all come through `movesFrom`.
 */
import {
  changedSettings,
  type Design,
  forecast,
  formatValue,
  type Problem,
  problemsOf,
  type SettingPath,
  type SettingValue,
  settingAt,
  valueAt,
  withValue,
  withValues,
} from "../sim/index.ts";
import type { Choice, Offer, Playable } from "./level.ts";

/** One possible change of a design. */
export interface Move {
  readonly offer: Offer;
  readonly choice: Choice;
  readonly design: Design;
  /** What the whole bill will change by, dollars a month. */
  readonly costDelta: number;
}

/** How an offer stands: the index of the choice in force, or −1 when the design has a value not on sale. */
export function choiceAt(offer: Offer, design: Design): number {
  return offer.choices.findIndex((choice) =>
    Object.entries(choice.set).every(([path, value]) => valueAt(design, path) === value),
  );
}

/** Why an offer cannot be used now (a code for words), or undefined. */
export function disabledReason(offer: Offer, design: Design): string | undefined {
  return offer.needs && !offer.needs.holds(design) ? offer.needs.code : undefined;
}

/** The design with one choice taken. */
export function choose(design: Design, choice: Choice): Design {
  return withValues(design, choice.set);
}

/** Problems that two settings make together: no step leads into them, the next one beyond may be fine. */
const contradictions: ReadonlySet<string> = new Set(["scale-bounds", "scale-below-count"]);

function contradicts(design: Design): boolean {
  return problemsOf(design).some(({ code }) => contradictions.has(code));
}

/** Every single change that the shop allows from here, in shop order. */
export function movesFrom(playable: Playable, design: Design): Move[] {
  const { scenario, shop } = playable;
  const cost = forecast(design, scenario).perMonth;
  return shop.flatMap((offer) => {
    if (disabledReason(offer, design)) return [];
    const now = choiceAt(offer, design);
    return offer.choices.flatMap((choice, index) => {
      const next = index === now ? undefined : designAfter(design, choice);
      return next
        ? [{ offer, choice, design: next, costDelta: forecast(next, scenario).perMonth - cost }]
        : [];
    });
  });
}

/** The design with a choice taken, unless that leads into a contradiction. */
function designAfter(design: Design, choice: Choice): Design | undefined {
  const next = choose(design, choice);
  return contradicts(next) && !contradicts(design) ? undefined : next;
}

/** The move to the next or previous choice of an offer, if the shop allows it; what cannot be set is stepped over. */
export function neighbour(
  { scenario }: Playable,
  design: Design,
  offer: Offer,
  direction: 1 | -1,
): Move | undefined {
  if (disabledReason(offer, design)) return undefined;
  const now = choiceAt(offer, design);
  for (let at = now < 0 ? 0 : now + direction; at >= 0 && at < offer.choices.length; at += direction) {
    const choice = offer.choices[at] as Choice;
    const next = designAfter(design, choice);
    if (!next) continue;
    const costDelta = forecast(next, scenario).perMonth - forecast(design, scenario).perMonth;
    return { offer, choice, design: next, costDelta };
  }
  return undefined;
}

/** What an offer as it is set costs of the bill, dollars a month; for the size of a counted part, what one of them costs. */
export interface Price {
  readonly perMonth: number;
  readonly isEach: boolean;
}

/** Sizes of parts that are bought by the piece, and where their number is set. */
const countOf: Readonly<Record<string, string>> = {
  "web.size": "web.count",
  "db.replicaSize": "db.replicas",
  "shards.size": "shards.count",
  "workers.size": "workers.count",
  "cache.memory": "cache.nodes",
};

/** What the bill would be less without what an offer is set to. */
export function priceOf({ scenario }: Playable, design: Design, offer: Offer): Price {
  const costOf = (each: Design) => forecast(each, scenario).perMonth;
  const counted = countOf[offer.id];
  if (counted !== undefined) {
    const pieces = Number(valueAt(design, counted));
    const one = pieces > 0 ? design : withValue(design, counted, 1);
    const none = costOf(withValue(design, counted, 0));
    return { perMonth: Math.max(0, costOf(one) - none) / Math.max(1, pieces), isEach: true };
  }
  const paths = new Set(offer.choices.flatMap(({ set }) => Object.keys(set)));
  const without = [...paths].reduce((d, path) => withValue(d, path, settingAt(path).initial), design);
  return { perMonth: Math.max(0, costOf(design) - costOf(without)), isEach: false };
}

/** The design of a number from 0 to `spaceSize − 1`: the start with one choice of each offer. */
export function designAt(playable: Playable, index: number): Design {
  let rest = index;
  let design = playable.start;
  for (const offer of playable.shop) {
    const choice = offer.choices[rest % offer.choices.length] as Choice;
    rest = Math.floor(rest / offer.choices.length);
    if (!disabledReason(offer, design)) design = choose(design, choice);
  }
  return design;
}

/** Why a design cannot be bought; values as notation writes them. */
export type Refusal =
  /** Nothing in the shop touches the setting; `stays` where the start has a value of its own. */
  | { readonly code: "not-sold"; readonly path: SettingPath; readonly stays?: string }
  | {
      readonly code: "other-values";
      readonly path: SettingPath;
      readonly sold: readonly string[];
      readonly wanted: string;
    }
  | { readonly code: "cannot-work"; readonly problem: Problem };

/** All that keeps a design from being bought: parts not sold, values not sold, combinations that cannot work. */
export function refusals(playable: Playable, design: Design): Refusal[] {
  const offered = new Map<SettingPath, SettingValue[]>();
  for (const offer of playable.shop)
    for (const choice of offer.choices)
      for (const [path, value] of Object.entries(choice.set))
        offered.set(path, [...(offered.get(path) ?? []), value]);
  const paths = new Set(
    [...changedSettings(design), ...changedSettings(playable.start)].map(([path]) => path),
  );
  const found: Refusal[] = [];
  for (const path of paths) {
    const value = valueAt(design, path);
    const atStart = valueAt(playable.start, path);
    if (value === atStart) continue;
    const values = offered.get(path);
    const setting = settingAt(path);
    const shown = (each: SettingValue) => formatValue(setting, each);
    if (!values)
      found.push({
        code: "not-sold",
        path,
        ...(atStart === setting.initial ? {} : { stays: shown(atStart) }),
      });
    else if (!values.includes(value))
      found.push({ code: "other-values", path, sold: values.map(shown), wanted: shown(value) });
  }
  const broken = problemsOf(design).map((problem): Refusal => ({ code: "cannot-work", problem }));
  return [...found, ...broken];
}
