/** The words of what all levels share: the shop, what may happen, the lamps, the glossary. */
import type { LampId } from "../../game/index.ts";
import type { EventKind } from "../../sim/index.ts";

/** The words of an offer: a name of at most 14 cells and one true line on what it does. */
export interface OfferWords {
  readonly name: string;
  readonly line: string;
  /** How a choice is shown, by its label, where the label itself says too little. */
  readonly choices?: Readonly<Record<string, string>>;
}

export interface OffersWords {
  /** By the offer's id. */
  readonly offers: Readonly<Record<string, OfferWords>>;
  /** Choices that several offers share, by their label. */
  readonly choices: Readonly<Record<string, string>>;
  /** Choices that count something: "8 shards", a site in Seoul of so many boxes. */
  shards(count: string): string;
  seoul(boxes: string): string;
  /** A box that is not there. */
  readonly none: string;
  /** A setting that is not on sale. */
  readonly asItIs: string;
  /** Why an offer cannot be had now, by the code of what it needs. */
  readonly needs: Readonly<Record<string, string>>;
}

/** What is told of events that are not announced one by one. */
export interface AheadWords {
  /** What kind of thing each is, without which, where or when; kinds that look alike beforehand share their words. */
  readonly kinds: Readonly<Record<EventKind, string>>;
  /** A sentence of such kinds. */
  mayHappen(kinds: readonly string[]): string;
  /** Not even the kinds are told. */
  readonly nothing: string;
}

/** The words of one lamp: its name, when it is lit, and what the long day shows when it is not. */
export interface LampWords {
  readonly title: string;
  /** In a word or two, in a row of all eight. */
  readonly short: string;
  readonly green: string;
  readonly dark: string;
}

export type LampsWords = Readonly<Record<LampId, LampWords>>;

/** One entry of the glossary: the words of the chapter and a few of queueing, in alphabetical order. */
export interface GlossaryEntry {
  readonly term: string;
  /** What sentences call it, where that is not the term itself: "RPO" and "RTO". */
  readonly names?: readonly string[];
  /** One sentence. */
  readonly definition: string;
  /** The notes' gloss in the other language, or the usual word there. */
  readonly korean?: string;
}

/** What is said around the entries of the glossary. */
export interface GlossaryWords {
  readonly title: string;
  /** Words found, of all there are. */
  count(found: { readonly found: number; readonly of: number }): string;
  /** Before the field. */
  readonly search: string;
  readonly about: string;
  none(typed: string): string;
  /** The levels that speak of it, the first ones by name. */
  metIn(found: {
    readonly levels: readonly { readonly level: number; readonly title: string }[];
    readonly more: number;
  }): string;
  related(terms: readonly string[]): string;
  /** Finds a name in a text, in every form that it takes in a sentence, and not inside of another word. */
  finds(name: string): RegExp;
  korean(term: string): string;
}
