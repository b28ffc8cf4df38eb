/** What the picture engine takes and gives. */
import type { Design, Reason } from "../../sim/index.ts";
import type { PictureWords } from "../../words/contract/picture.ts";
import type { PictureBill } from "./prices.ts";

/** A colour by its meaning; the names are the theme's. */
export type Tone =
  | "text"
  | "muted"
  | "good"
  | "warn"
  | "bad"
  | "accent"
  | "focus"
  | "user"
  | "data"
  | "money"
  | "title";

/** Some cells of a line in one tone. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

export type PictureLine = readonly Span[];

/** What a part does at this moment; what is left out is not shown. */
export interface PartFigures {
  /** Offered work divided by capacity: above 1 the queue grows. */
  readonly utilization?: number;
  /** Requests that wait. */
  readonly queue?: number;
  readonly hitRatio?: number;
  /** Boxes at work now, where their number changes. */
  readonly boxes?: number;
  readonly flowPerSec?: number;
  readonly lostPerSec?: number;
  /** Why they were lost. */
  readonly reason?: Reason;
  readonly down?: boolean;
  readonly lagSec?: number;
  /** Messages that wait in a queue. */
  readonly depth?: number;
  /** Not observed: nothing was bought that would show it. */
  readonly fog?: boolean;
}

/** Figures by part: "web", "db", "replicas", "cache@korea". */
export type Live = (part: string) => PartFigures | undefined;

export interface PictureOptions {
  readonly words: PictureWords;
  /** Cells that a line may take. */
  readonly width: number;
  /** Lines that the picture may take; by default what a screen of this width has for it. */
  readonly height?: number;
  readonly ascii?: boolean;
  /** How much arrives, such as "4,000/s". */
  readonly usersLine?: string;
  /** What changed since this design is marked. */
  readonly since?: Design;
  /** The bill to write on the parts; left out, no prices are shown. */
  readonly bill?: PictureBill;
  /** Mark what has no twin on the request's path. */
  readonly single?: boolean;
  readonly live?: Live;
  /** The part under the shop's cursor. */
  readonly focus?: string;
  /** Where the flow along the edges stands, 0 to 3; left out, it stands still. */
  readonly phase?: number;
}
