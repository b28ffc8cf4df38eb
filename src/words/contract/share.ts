/** The words of what can be shared of a run: its code, a link, a card, a film. */

/** What a run came to, as its card tells it. */
export interface RunCard {
  /** Of the level; a day's variant has a date in its title, and no number. */
  readonly level: number | undefined;
  readonly title: string;
  readonly passed: boolean;
  /** 0 to 3. */
  readonly stars: number;
  readonly costPerMonth: number;
  /** What the cheapest design that passes costs, where that is known. */
  readonly best: number | undefined;
  /** The goal that mattered: its figure in each part of the run as bars, what it came to, and what was asked. */
  readonly goal: { readonly bars: string; readonly came: string; readonly asked: string } | undefined;
  readonly code: string | undefined;
}

/** What became of a file that was made: the place it lies at now, or the system's word for what refused it. */
export type Delivery = { readonly place: string } | { readonly errno: string };

/** What can be shared. */
export type SharedForm = "code" | "link" | "card" | "film" | "cast";

export interface ShareWords {
  /** To paste: a few lines. */
  card(card: RunCard): readonly string[];
  /** The same for the ear, without signs. */
  cardAloud(card: Omit<RunCard, "goal" | "code">): string;
  /** An interview, a shift and a broken design as cards: a few lines, with the command that leads there. */
  interview(found: {
    readonly title: string;
    readonly grades: readonly { readonly cell: string; readonly grade: string }[];
    readonly command: string;
  }): readonly string[];
  shift(found: {
    readonly title: string;
    /** Not for the ear. */
    readonly bars: string | undefined;
    readonly stars: string;
    readonly worth: string;
    readonly command: string | undefined;
  }): readonly string[];
  redTeam(found: {
    readonly title: string;
    readonly price: number;
    readonly stars: string;
    readonly tried: number;
    readonly command: string;
  }): readonly string[];
  /** Over such a card, and how it is taken away. */
  readonly cardTitle: string;
  /** Over a film of a run. */
  filmTitle(found: Pick<RunCard, "level" | "title">): string;
  readonly title: string;
  /** The forms as a menu. */
  readonly forms: Readonly<Record<SharedForm, string>>;
  /** What each is good for. */
  readonly about: Readonly<Record<SharedForm, string>>;
  /** Where the game has no address of its own, how a page gets one. */
  noLink(code: string): string;
  /** How the text on view is copied. */
  readonly copyIt: string;
  readonly nothingToCopy: string;
  /** A film or a cast is made when asked for: "`Enter` writes the file.". */
  readonly make: string;
  readonly filming: string;
  written(found: { readonly place: string }): string;
  unwritten(found: { readonly errno: string }): string;
  readonly noFiles: string;
}
