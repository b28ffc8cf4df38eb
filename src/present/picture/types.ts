/** What the picture engine takes and gives. */
import type { Design, Reason, RegionName } from "../../sim/index.ts";
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

/** One box of a part, or one of several that are alike. */
export interface Single {
  /** How busy it is, 0…1; above that, what it is asked for, in times of what it can do. */
  readonly utilization: number;
  readonly isDown?: boolean;
}

/** What a part does at this moment; what is left out is not shown. */
export interface PartFigures {
  /** How busy it is, 0…1; above that, what it is asked for, in times of what it can do. */
  readonly utilization?: number;
  /** Requests that wait. */
  readonly queue?: number;
  readonly hitRatio?: number;
  /** Boxes at work now. */
  readonly boxes?: number;
  /** Boxes that are being built from another. */
  readonly rebuilding?: number;
  /** The boxes one by one, where they differ. */
  readonly each?: readonly Single[];
  /** Of the keys that move to a new shard, the share that has moved; left out while none move. */
  readonly moved?: number;
  /** A copy took over here. */
  readonly promoted?: boolean;
  /** The site that has the lead now: what stood here is a copy among others. */
  readonly leadsIn?: RegionName;
  readonly flowPerSec?: number;
  readonly lostPerSec?: number;
  /** Why they were lost. */
  readonly reason?: Reason;
  readonly down?: boolean;
  /** Share of its work that is done for clients that have gone. */
  readonly inVain?: number;
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
  /** Sites that are dark, each with what to say of it. */
  readonly dark?: ReadonlyMap<RegionName, string>;
  /** Where the flow along the edges stands, 0 to 3; left out, it stands still. */
  readonly phase?: number;
}
