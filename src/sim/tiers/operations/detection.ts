/**
 * Who notices what, and how fast: every watcher looks at an interval and believes what it sees so many
 * times in a row. Time to detect = interval × samples, like a health check. A watcher that was not bought
 * sees nothing; what nobody sees lasts.
 */
import type { Design } from "../../design/design.ts";
import type { Finder } from "../../names/notes.ts";

export type FaultKind =
  /** A build that answers a share of its requests with errors. */
  | "build"
  /** A build whose checkout button does nothing: no request, no error. */
  | "silent"
  /** One box of many errs on a share of its requests. */
  | "gray"
  /** A replica's disk is full. */
  | "disk";

/** A pair of eyes. */
interface Watcher {
  readonly by: Exclude<Finder, "canary" | "smoke">;
  readonly sees: readonly FaultKind[];
  readonly intervalSec: number;
  readonly samples: number;
}

/**
 * Basis of the intervals: 10 s is a high-resolution metric and 60 s the usual one (AWS); logs are searched
 * four times a minute; orders come in less evenly than requests, so that more must be counted.
 */
const watchers: readonly Watcher[] = [
  // Users write when much of the site fails, and support believes the second wave of them.
  { by: "complaints", sees: ["build", "disk"], intervalSec: 120, samples: 2 },
  // A fifth of the answers being errors shows in processors and networks, a minute late and without a reason.
  { by: "hosts", sees: ["build"], intervalSec: 60, samples: 1 },
  { by: "tiers", sees: ["build", "disk"], intervalSec: 10, samples: 3 },
  { by: "logs", sees: ["build", "disk"], intervalSec: 15, samples: 2 },
  // One box stands out when its lines are set beside its neighbours': a longer look.
  { by: "logs", sees: ["gray"], intervalSec: 15, samples: 4 },
  { by: "rollback", sees: ["build"], intervalSec: 15, samples: 3 },
  { by: "business", sees: ["build", "silent"], intervalSec: 15, samples: 3 },
];

/** Host metrics see a disk's trend long before it is full: so long after it begins to fill. */
export const diskTrendSec = 60;
/** Share of all requests that must fail before users complain loudly enough. */
export const complaintShare = 0.05;
/** Error lines that make a pattern. */
export const errorLinesMin = 10;
/** Share of requests that a sampled log keeps. */
export const sampledShare = 0.01;

/** How long things take once somebody knows, and how a canary is tried, in seconds and shares. */
export const repairSec = {
  /** Put the former build back: by the pipeline, by an automated deploy, by hand on every box. */
  rollback: 15,
  redeploy: 60,
  byHand: 120,
  /** Take a box out and put a fresh one in its place. */
  replaceBox: 15,
  /** Clear or grow a disk. */
  clearDisk: 60,
} as const;

export const canary = {
  /** Share of the traffic that meets a new build first, and for how long. */
  share: 0.05,
  watchSec: 20,
} as const;

/** Requests that a smoke test sends to a new build in each region, and how sure it must be to see errors. */
const smokeProbes = 20;
const smokeCertainty = 0.95;

/** Requests that cross regions fail at this share while two versions run; about one call in five has changed. */
export const versionSkewShare = 0.2;
/** How long regions run different versions, in seconds. */
export const versionSkewSec = {
  /** By hand: one region today, the other after lunch. */
  manual: 1_800,
  /** The pipeline upgrades regions side by side; they finish some seconds apart. */
  automated: 20,
  /** A region takes traffic on the new version only when the smoke test has passed in every region. */
  smoked: 0,
} as const;

function bought(design: Design, by: Watcher["by"]): boolean {
  const { tools } = design;
  switch (by) {
    case "complaints":
      return true;
    case "hosts":
      return tools.metrics !== "none";
    case "tiers":
      return tools.metrics === "tiers";
    case "logs":
      return tools.logs !== "none";
    case "rollback":
      return tools.ci !== "none";
    case "business":
      return tools.business;
  }
}

/** Whether a smoke test would meet an error of a build before users do. */
export function smokeFinds(design: Design, errorShare: number): boolean {
  if (!design.tools.smoke) return false;
  let clean = 1;
  for (let i = 0; i < smokeProbes; i++) clean *= 1 - errorShare;
  return 1 - clean >= smokeCertainty;
}

/** What a design's watchers make of one kind of fault. */
export class Watch {
  readonly names: Finder[] = [];
  readonly #delaySec: number[] = [];
  readonly #logShare: number;

  constructor(design: Design, kind: FaultKind) {
    for (const watcher of watchers) {
      if (!watcher.sees.includes(kind) || !bought(design, watcher.by)) continue;
      this.names.push(watcher.by);
      this.#delaySec.push(watcher.intervalSec * watcher.samples);
    }
    this.#logShare = design.tools.logs === "full" ? 1 : sampledShare;
  }

  /** Which watcher is first; an index into `names`, −1 when nobody notices. */
  first = -1;

  /**
   * Seconds from the first error until somebody knows; Infinity when nobody will.
   * @param errorsPerSec errors that are in the log if there is one
   * @param failingShare share of all requests that fail
   */
  detectSec(errorsPerSec: number, failingShare: number): number {
    let soonest = Number.POSITIVE_INFINITY;
    this.first = -1;
    for (let i = 0; i < this.names.length; i++) {
      let delay = this.#delaySec[i]!;
      const name = this.names[i];
      if (name === "complaints" && failingShare < complaintShare) continue;
      if (name === "logs") delay = Math.max(delay, errorLinesMin / (errorsPerSec * this.#logShare));
      if (delay < soonest) {
        soonest = delay;
        this.first = i;
      }
    }
    return soonest;
  }
}
