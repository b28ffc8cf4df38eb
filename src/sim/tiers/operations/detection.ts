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
  readonly by: Exclude<Finder, "canary" | "stage" | "smoke" | "on-call">;
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
  { by: "tiers", sees: ["build", "disk"], intervalSec: 10, samples: 3 },
  { by: "logs", sees: ["build", "disk"], intervalSec: 15, samples: 2 },
  // One box stands out when its lines are set beside its neighbours': a longer look.
  { by: "logs", sees: ["gray"], intervalSec: 15, samples: 4 },
  // A trace names the box in which a request failed, so that nothing has to be set side by side.
  { by: "traces", sees: ["gray"], intervalSec: 15, samples: 2 },
  { by: "rollback", sees: ["build"], intervalSec: 15, samples: 3 },
  { by: "business", sees: ["build", "silent"], intervalSec: 15, samples: 3 },
];

/** Host metrics see a disk's trend long before it is full: so long after it begins to fill. */
export const diskTrendSec = 60;
/** Share of all requests that must fail before users complain loudly enough. */
export const complaintShare = 0.05;
/** Error lines, or traces of errors, that make a pattern. */
const errorLinesMin = 10;
/** Share of requests that a sampled log keeps, and that are traced. */
const sampledShare = 0.01;
const tracedShare = 0.001;

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

/** Share of the traffic that meets a canary. */
export const canaryShare = 0.05;
/** How long a new build is watched where it is tried first: on a canary, in one region. */
const trialSec = { canary: 20, stage: 60 } as const;

/** Where a new build is tried before it goes everywhere. */
export interface Trial {
  readonly by: "canary" | "stage";
  readonly watchSec: number;
  /** Whether anybody looks at it. */
  readonly isWatched: boolean;
}

/**
 * How a design tries new builds: on a canary, or else in one region of several. A balancer counts the errors of its own
 * region; to tell a canary from the boxes beside it takes a log, or metrics of the tier.
 */
export function trialOf({ sites, tools }: Design): Trial | undefined {
  if (tools.ci === "canary") {
    const isWatched = tools.logs !== "none" || tools.metrics === "tiers";
    return { by: "canary", watchSec: trialSec.canary, isWatched };
  }
  if (tools.deploy !== "staggered" || sites.length < 2) return undefined;
  return { by: "stage", watchSec: trialSec.stage, isWatched: true };
}

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
  /** One region after the other, with versions made to work together. */
  staggered: 0,
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
    case "traces":
      return tools.traces;
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

  constructor(design: Design, kind: FaultKind, isWatched: boolean) {
    for (const watcher of isWatched ? watchers : []) {
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
      const kept = name === "logs" ? this.#logShare : name === "traces" ? tracedShare : 0;
      if (kept > 0) delay = Math.max(delay, errorLinesMin / (errorsPerSec * kept));
      if (delay < soonest) {
        soonest = delay;
        this.first = i;
      }
    }
    return soonest;
  }
}
