/** A stay at a level, as plain data. */
import type {
  Audit,
  AuditRow,
  Calibration,
  CarriedStart,
  Expectation,
  Foretold,
  Played,
  Sitting,
  Unfair,
} from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import type { KeptRun } from "../../present/kept-runs.ts";
import type { ProvenBoard } from "../../rooms/day/index.ts";
import type { BoughtFault, Waste } from "../../rooms/puzzles/index.ts";
import type { Design, Scenario } from "../../sim/index.ts";
import type { EstimateField } from "../../words/contract/screens.ts";
import type { RedTeamScreen } from "./room-screens.ts";

/** Where a stay is, when it is not at a level of the map. */
export type RoomStay =
  | { readonly kind: "waste"; readonly waste: Waste }
  /** A fault is being run; the menu that it was bought from, to come back to. */
  | { readonly kind: "red-team"; readonly fault: BoughtFault; readonly from: RedTeamScreen }
  | { readonly kind: "day"; readonly day: ProvenBoard };

/** One stay at a level: the design with its past, and what was predicted and found. */
export interface Visit {
  readonly lesson: Lesson;
  readonly room?: RoomStay;
  readonly sitting: Sitting;
  /** The design that the stay began with, where it is not the level's own start. */
  readonly start?: Design;
  /** What becomes of the player's own system here: being tried, standing on the board, or not, and why. */
  readonly carry?:
    | { readonly kind: "checking" | "carried"; readonly start: CarriedStart }
    | { readonly kind: "not"; readonly why: Unfair };
  /** The offer in focus, by its place in the shop. */
  readonly focus: number;
  /** Hints on view, 0 to 3; a new run puts them away. */
  readonly hintsShown: number;
  readonly hintsUsed: number;
  /** The solution has been revealed: only practice from here on. */
  readonly practice: boolean;
  /** A link brought it: what is done here changes nothing of one's own. */
  readonly isShared?: true;
  /** Which questions were answered or skipped: the level's own is the last that comes unasked. */
  readonly asked: "nothing" | "goals" | "question";
  /** What the player expects of the next run. */
  readonly expected?: Expectation;
  /** What was expected of the last run, and what it said. */
  readonly foretold?: Foretold & { readonly known: Calibration };
  /** The estimate pad as it was left. */
  readonly estimate?: Readonly<Record<EstimateField, string>>;
  /** The seed of the day that decides, and what it decides: found while a question is read. */
  readonly day?: { readonly design: Design; readonly scenario: Scenario; readonly seed: number };
  /** Counts runs, so that work begun for an older one is not taken for the present one's. */
  readonly runs: number;
  readonly last?: Played;
  /** What the last run has brought, until it was celebrated. */
  readonly gain?: Gain;
  /** The run before the last one. */
  readonly before?: Played;
  /** In a lab, its latest runs. */
  readonly kept?: readonly KeptRun[];
  /** The audit of a design that was run, as far as it has come. */
  readonly audit?: AuditSoFar;
  readonly taskDone: boolean;
  /** This run's one try at the third star's task was spent, and not rightly. */
  readonly taskTried?: true;
}

/** The audit of a design; without what its peak alone does until that has come. */
export interface AuditSoFar {
  readonly design: Design;
  readonly undisturbed?: Audit["undisturbed"];
  readonly rows: readonly AuditRow[];
}

/** A run that is known to its end, and judged. */
export interface KnownRun {
  readonly lesson: Lesson;
  readonly room?: RoomStay;
  readonly played: Played;
}

/** What a pass has brought that was not there before. */
export type Gain = "first" | "stars" | "cheaper";

/** The fields of the estimate pad, as typed. */
export const estimateFields = [
  "users",
  "requests",
  "peak",
  "workMs",
  "objects",
  "objectKb",
] as const satisfies readonly EstimateField[];

export type { EstimateField };
