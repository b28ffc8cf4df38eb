/** The words of what all levels share: the shop, the lamps, the glossary. */
import type { LampId } from "../../game/index.ts";

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

/** The words of one lamp: its name, when it is lit, and what the long day shows when it is not. */
export interface LampWords {
  readonly title: string;
  readonly green: string;
  readonly dark: string;
}

export type LampsWords = Readonly<Record<LampId, LampWords>>;

/** One entry of the glossary: the words of the chapter and a few of queueing, in alphabetical order. */
export interface GlossaryEntry {
  readonly term: string;
  /** One sentence. */
  readonly definition: string;
  /** The notes' gloss in the other language, or the usual word there. */
  readonly korean?: string;
}
