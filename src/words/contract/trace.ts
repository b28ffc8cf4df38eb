/** The words of a request that is followed, for the eye and for the ear. */
import type {
  Fate,
  PlaceParts,
  Reason,
  RegionName,
  RequestKind,
  Trace,
  TraceKind,
  TraceStep,
} from "../../sim/index.ts";

/** A stop of a request: a place, the network in between, a name that is known already, or a step that its place does not tell. */
export type Stop = PlaceParts | "network" | "known-name" | TraceStep;

/** One request, hop by hop. */
export interface TraceWords {
  readonly title: string;
  at(time: string): string;
  /** Which of several, where the others have no room. */
  nth(found: { readonly at: number; readonly of: number }): string;
  /** What the requests of a moment are called. */
  readonly kinds: Readonly<Record<TraceKind, string>>;
  /** Why there is none of a kind. */
  readonly missing: Readonly<Record<TraceKind, string>>;
  /** What fails is what nobody waits for, and no such request is followed. */
  unfollowed(found: { readonly place: PlaceParts; readonly reason: Reason }): string;
  /** Instead of its time, where there is none. */
  readonly none: string;
  readonly notFollowed: string;
  readonly following: string;
  /** Under the picture, while the request is followed. */
  readonly computing: string;
  readonly hint: string;
  /** A stop on the way. */
  stop(stop: Stop): string;
  readonly allOfIt: string;
  /** What kind of request it is and what it stands for; `lateMs`: when its answer would have come. */
  about(found: {
    readonly kind: RequestKind;
    readonly region?: RegionName;
    readonly format: Trace["format"];
    readonly which: TraceKind;
    readonly lateMs?: number;
  }): string;
  lost(found: {
    readonly afterMs: number;
    readonly place: PlaceParts;
    readonly reason: Reason;
    readonly fate: Fate;
  }): string;
  longest(found: { readonly share: number; readonly stop: Stop }): string;
}

/** The same for the ear. */
export interface SpokenTraceWords {
  readonly following: string;
  title(found: {
    readonly time: string;
    readonly which: TraceKind;
    readonly at: number;
    readonly of: number;
  }): string;
  stop(found: { readonly stop: Stop; readonly ms: number }): string;
  allOfIt(ms: number): string;
}
