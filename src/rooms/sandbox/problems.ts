/** What is wrong with a scenario or a system that somebody wrote. */
import type { NotationError, RegionName } from "../../sim/index.ts";

/** What a field takes. */
export type FieldTakes =
  | { readonly code: "number"; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly code: "one-of"; readonly choices: readonly string[] }
  | { readonly code: "list"; readonly min: number; readonly max: number }
  | { readonly code: "flag" | "point" | "name" }
  | { readonly code: "name-length"; readonly max: number }
  /** A design in one-line notation; one of the bounds of a goal, and not both. */
  | { readonly code: "notation" | "one-bound" }
  /** What a goal is about: some of the names. */
  | { readonly code: "indicator"; readonly known: readonly string[] }
  | { readonly code: "shares"; readonly regions: readonly string[] }
  | { readonly code: "object"; readonly fields: readonly string[] };

/** The first thing wrong; `where` is a path such as "streams[0].curve[2]", empty for the whole. */
export type ScenarioProblem =
  | { readonly code: "is-list"; readonly takes: FieldTakes }
  | {
      readonly code: "unknown";
      readonly where: string;
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly code: "missing"; readonly where: string; readonly takes?: FieldTakes }
  | { readonly code: "wrong"; readonly where: string; readonly found: string; readonly takes: FieldTakes }
  /** A point of a curve that comes before the one in front of it. */
  | { readonly code: "early-point"; readonly where: string; readonly afterSec: number }
  | { readonly code: "share-sum"; readonly where: string; readonly sum: number }
  | { readonly code: "event-late"; readonly where: string; readonly atSec: number; readonly endSec: number }
  | {
      readonly code: "event-ends-early";
      readonly where: string;
      readonly untilSec: number;
      readonly atSec: number;
    }
  | { readonly code: "disk-never-full"; readonly where: string }
  | { readonly code: "too-many"; readonly requests: number }
  | SystemProblem;

/** The first thing wrong with a design, its goals and its day together. */
type SystemProblem =
  | {
      readonly code: "notation";
      readonly where: string;
      readonly line: string;
      readonly error: NotationError;
    }
  /** Two goals that bound one figure from the same side. */
  | { readonly code: "twice"; readonly where: string; readonly first: string }
  /** An event at a site that the design does not have. */
  | {
      readonly code: "no-site";
      readonly where: string;
      readonly region: RegionName;
      readonly sites: readonly RegionName[];
    };
