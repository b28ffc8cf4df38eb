/** What happens inside a system during a run: data for the event log and the debrief; the words are a language's. */
import type { EventKind } from "../scenario/scenario.ts";
import type { Place } from "./places.ts";

/** Who found a fault. */
export const finders = [
  "complaints",
  "hosts",
  "tiers",
  "logs",
  "traces",
  "rollback",
  "business",
  "canary",
  "stage",
  "smoke",
  "on-call",
] as const;
export type Finder = (typeof finders)[number];

/** One thing that happened. `label` names an event of the scenario. */
export type Happened =
  | { readonly what: "event"; readonly label: string; readonly event: EventKind }
  | { readonly what: "act"; readonly label: string }
  | {
      readonly what: "fault-found";
      readonly label: string;
      readonly by: Finder;
      readonly afterSec: number;
      /** The server or the build, for those who can name it. */
      readonly box?: number;
      readonly build?: number;
    }
  | { readonly what: "fault-mended"; readonly label: string; readonly afterSec: number }
  | {
      readonly what: "scale-out" | "scale-in";
      readonly place: Place;
      readonly boxes: number;
      readonly utilization: number;
    }
  | { readonly what: "box-out"; readonly place: Place; readonly boxes: number }
  | { readonly what: "primary-lost" | "primary-back" | "leads" | "restoring"; readonly place: Place }
  | { readonly what: "promoted" | "restored"; readonly place: Place; readonly lostWrites: number }
  | { readonly what: "emptied"; readonly place: Place; readonly share: number }
  | { readonly what: "resharded"; readonly place: Place; readonly sec: number };

/** What happened, and when. */
export type Note = Happened & { readonly atSec: number };
