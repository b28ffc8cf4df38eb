/** The offers of a shop in words: what each is set to, what the next steps would cost. */
import {
  choiceAt,
  disabledReason,
  type Level,
  type Move,
  neighbour,
  type Offer,
  type Playable,
  type Price,
  priceOf,
} from "../game/index.ts";
import { type Design, type RegionName, siteParts } from "../sim/index.ts";
import type { OfferWords } from "../words/contract/content.ts";
import { grouped } from "../words/figures.ts";
import type { Words } from "../words/index.ts";

/** An offer as the screen shows it. */
export interface ShopRow {
  readonly id: string;
  readonly name: string;
  /** The present setting in words; the level's start may have one that is not on sale. */
  readonly setting: string;
  /** What the present setting costs of the bill. */
  readonly price: Price;
  /** The settings next to it, with what they change the bill by. */
  readonly less: Step | undefined;
  readonly more: Step | undefined;
  readonly line: string;
  /** Why it cannot be used now. */
  readonly disabled: string | undefined;
}

export interface Step {
  readonly label: string;
  readonly costDelta: number;
}

/** A choice in words. */
export function choiceWords({ shop }: Words, offer: Offer, label: string): string {
  const words = wordsOf(shop, offer)?.choices?.[label];
  if (words !== undefined) return words;
  if (/[sS]ize$/.test(offer.id)) return label === "0" ? shop.none : `${label} vCPU`;
  const [, shards] = /^(\d+) shards$/.exec(label) ?? [];
  if (shards !== undefined) return shop.shards(shards);
  const [, boxes] = /^Seoul, (.+)$/.exec(label) ?? [];
  return boxes === undefined ? (shop.choices[label] ?? label) : shop.seoul(boxes);
}

/** What an offer is called; where the shop sells a second site, a part of the first one is called by its site too. */
export function offerName(
  { shop, indicators }: Words,
  { start, shop: all }: Pick<Playable, "start" | "shop">,
  offer: Offer,
): string {
  const name = wordsOf(shop, offer)?.name ?? offer.id;
  const [, region] = /^@([a-z]+)\./.exec(offer.id) ?? [];
  if (region !== undefined) return indicators.regional(name, region as RegionName);
  const isOfSite = offer.part !== undefined && (offer.part === "replicas" || offer.part in siteParts);
  return isOfSite && all.some(isElsewhere) ? indicators.regional(name, start.sites[0].region) : name;
}

/** The words of an offer; of one setting at another site those of the same at home. */
function wordsOf({ offers }: Words["shop"], { id }: Offer): OfferWords | undefined {
  return offers[id] ?? offers[id.replace(/^@[a-z]+\./, "")];
}

/** Whether an offer is of another site than the first. */
function isElsewhere({ choices }: Offer): boolean {
  return choices.some(({ set }) => Object.keys(set).some((path) => path.startsWith("@")));
}

/** What an offer is set to in a design. */
export function settingOf(words: Words, offer: Offer, design: Design): string {
  const label = offer.choices[choiceAt(offer, design)]?.label;
  return label === undefined ? words.shop.asItIs : choiceWords(words, offer, label);
}

/** Why an offer cannot be had now, as a sentence. */
function offNote({ shop }: Words, code: string | undefined): string | undefined {
  return code === undefined ? undefined : (shop.needs[code] ?? code);
}

/** A change of one setting or more: "CDN images, CSS, JS + Fallback yes". */
export function changeName(words: Words, level: Level, moves: readonly Move[]): string {
  return moves
    .map(
      ({ offer, choice }) => `${offerName(words, level, offer)} ${choiceWords(words, offer, choice.label)}`,
    )
    .join(" + ");
}

/** What the shop shows for a design. */
export function shopRows(words: Words, level: Level, design: Design): ShopRow[] {
  return level.shop.map((offer) => {
    const now = choiceAt(offer, design);
    const step = (direction: 1 | -1): Step | undefined => {
      const move = neighbour(level, design, offer, direction);
      return move && { label: choiceWords(words, offer, move.choice.label), costDelta: move.costDelta };
    };
    return {
      id: offer.id,
      name: offerName(words, level, offer),
      setting: settingOf(words, offer, design),
      price: priceOf(level, design, offer),
      less: now > 0 ? step(-1) : undefined,
      more: step(1),
      line: wordsOf(words.shop, offer)?.line ?? "",
      disabled: offNote(words, disabledReason(offer, design)),
    };
  });
}

/** A change of the bill: "+$70", "−$15", "±$0". */
export function delta(dollars: number): string {
  const rounded = Math.round(dollars);
  if (rounded === 0) return "±$0";
  return `${rounded > 0 ? "+" : "−"}$${grouped(Math.abs(rounded))}`;
}
