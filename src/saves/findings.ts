/** What the saves have to tell the player: codes with what belongs to them. The sentences are a language's words. */
import type { JsonProblem } from "../process/json.ts";
import type { Oddity } from "../process/text.ts";

/** Why nothing is saved now: the folder, the file, its size, or another game that never lets go. */
export type Trouble =
  | {
      readonly code: "unwritable" | "unreadable";
      readonly place: string;
      /** The system's code of what happened: "ENOSPC". */
      readonly errno: string;
    }
  | { readonly code: "too-large"; readonly limitMb: number }
  | { readonly code: "busy"; readonly lock: string }
  /** A browser's storage: it has no room left, or the page may not use it. */
  | { readonly code: "full" | "forbidden" };

/** What is wrong with a save file as a whole, or with one field of it. */
export type Damage =
  | { readonly code: "too-large"; readonly limitMb: number }
  | { readonly code: "encoding"; readonly oddity: Oddity }
  | { readonly code: "empty" | "loose" }
  | { readonly code: "not-json"; readonly problem: JsonProblem }
  | { readonly code: "not-an-object" /** Without one: the whole file. */; readonly field?: string }
  | { readonly code: FieldFlaw; readonly field: string }
  | {
      readonly code: "wrong-value";
      readonly field: string;
      /** The rule that it breaks, as valibot calls it, what that rule takes, and what stands there. */
      readonly rule: BrokenRule;
      readonly expected: string | null;
      readonly received: string;
    };

/** Rules of fields by the names that valibot has for them; "type" where the value is of another kind. */
export type BrokenRule = "type" | "integer" | "finite" | "regex" | "min_value" | "max_value" | "max_length";

export type FieldFlaw =
  | "not-a-version"
  | "not-a-list"
  | "wrong-shape"
  | "too-deep"
  | "control-characters"
  | "not-a-name"
  | "unknown";

/** What the player should know of the saves, once. */
export type Notice =
  | { readonly code: "no-home"; readonly directory: string }
  | {
      readonly code: "elsewhere";
      readonly directory: string;
      readonly errno: string;
      readonly fallback: string;
    }
  | { readonly code: "brought-back"; readonly copy: string }
  | { readonly code: "started-over"; readonly aside: string }
  | { readonly code: "updated"; readonly version: number; readonly aside: string }
  | ({ readonly code: "newer"; readonly version: number } & Rescue)
  | ({ readonly code: "damaged"; readonly damages: readonly Damage[] } & Rescue);

interface Rescue {
  /** Where the old file is kept. */
  readonly aside: string;
  /** What was recovered of it. */
  readonly levels: number;
  readonly cards: number;
}

/** The last word of a game whose progress is not where it belongs: where it is, or nowhere. */
export type Farewell =
  | { readonly code: "written"; readonly trouble: Trouble; readonly path: string; readonly directory: string }
  | { readonly code: "lost"; readonly trouble: Trouble };
