/** Faults that are not of a queue: a build, a box, a disk. Each has a beginning, a discovery and a repair. */
import type { Design } from "../../design/design.ts";
import { overlapShare, type StepTime } from "../../engine/time.ts";
import type { Finder } from "../../names/notes.ts";
import type { Act } from "../../scenario/acts.ts";
import { endOf, type ScenarioEvent } from "../../scenario/scenario.ts";
import {
  canaryShare,
  diskTrendSec,
  type FaultKind,
  repairSec,
  smokeFinds,
  type Trial,
  trialOf,
  Watch,
} from "./detection.ts";

/** Errors during its trial that a comparison needs. */
const trialErrorsMin = 10;

export class Fault {
  readonly label: string;
  readonly kind: FaultKind;
  /** Share of what the fault concerns that fails. */
  readonly share: number;
  /** Boxes concerned (gray). */
  readonly boxes: number;
  /** When it begins, when it first hurts, when it ends by itself, in seconds. */
  readonly beginsSec: number;
  readonly hurtsSec: number;
  readonly #overSec: number;
  /** When somebody knows and when it is mended; Infinity until that is settled. */
  foundSec = Number.POSITIVE_INFINITY;
  mendedSec = Number.POSITIVE_INFINITY;
  /** Who found it, once somebody has. */
  by: Finder = "complaints";
  foundNoted = false;
  mendedNoted = false;
  readonly #watch: Watch;
  readonly #repair: number;
  /** Where a build is tried first. */
  readonly #trial: Trial | undefined;

  constructor(
    design: Design,
    event: ScenarioEvent,
    kind: FaultKind,
    share: number,
    boxes: number,
    byHand: readonly Act[],
    isWatched: boolean,
  ) {
    this.label = event.label;
    this.kind = kind;
    this.share = share;
    this.boxes = boxes;
    this.beginsSec = event.atSec;
    const isDisk = kind === "disk";
    this.hurtsSec = isDisk ? endOf(event) : event.atSec;
    this.#overSec = isDisk ? Number.POSITIVE_INFINITY : endOf(event);
    this.#watch = new Watch(design, kind, isWatched);
    this.#repair = repairTime(design, kind);
    this.#trial = kind === "build" || kind === "silent" ? trialOf(design) : undefined;
    this.#everywhereSec = this.hurtsSec + (this.#trial?.watchSec ?? 0);
    const hands = byHand.find(({ atSec }) => atSec >= event.atSec);
    if (hands) this.#find(hands.atSec, "on-call");
    if (isWatched && isDisk && design.tools.metrics !== "none")
      this.#find(event.atSec + diskTrendSec, "hosts");
    if (kind === "build" && smokeFinds(design, share)) {
      this.#find(event.atSec, "smoke");
      this.mendedSec = event.atSec;
    }
  }

  #find(atSec: number, by: Finder): void {
    if (atSec >= this.foundSec) return;
    this.foundSec = atSec;
    this.by = by;
    this.mendedSec = atSec + this.#repair;
    // What is found while it is tried goes no further.
    if (this.#trial && atSec <= this.#everywhereSec) this.#everywhereSec = Number.POSITIVE_INFINITY;
  }

  /** When the new build meets everybody: after its trial, or at once. */
  #everywhereSec: number;

  /** Whether it is tried in one region, rather than on a share of the boxes everywhere. */
  get isStaged(): boolean {
    return this.#trial?.by === "stage";
  }

  /**
   * What the watchers make of it, as long as nobody knows.
   * @param concernedPerSec requests that meet it when it is everywhere
   * @param stagedPerSec those of them in the region where it is tried
   * @param allPerSec all requests
   */
  watched(nowSec: number, concernedPerSec: number, stagedPerSec: number, allPerSec: number): void {
    if (this.foundSec <= nowSec) return;
    const trial = this.#trial;
    const isTried = trial !== undefined && nowSec < this.#everywhereSec;
    const staged = isTried && this.isStaged;
    if (isTried && trial.isWatched && this.kind === "build") {
      const triedPerSec = staged ? stagedPerSec : concernedPerSec * canaryShare;
      if (triedPerSec * this.share * trial.watchSec >= trialErrorsMin)
        this.#find(this.beginsSec + trial.watchSec, trial.by);
    }
    const errors = (staged ? stagedPerSec : concernedPerSec) * this.share;
    const failing = allPerSec > 0 ? errors / allPerSec : 0;
    const delay = this.#watch.detectSec(errors, failing);
    // So few boxes are a canary that nobody sees it in the whole; a region is large enough.
    const shownSec = staged ? this.hurtsSec : this.#everywhereSec;
    if (delay < Number.POSITIVE_INFINITY)
      this.#find(Math.max(nowSec, shownSec + delay), this.#watch.names[this.#watch.first]!);
  }

  /** Mean share that fails of what it concerns, over a step: where it is not tried first. */
  failingShare(step: StepTime): number {
    const everywhere = this.share * overlapShare(step, this.#everywhereSec, this.#endSec);
    return this.isStaged ? everywhere : everywhere + this.#triedShare(step) * canaryShare;
  }

  /** The same in the region where it is tried. */
  stagedShare(step: StepTime): number {
    return this.failingShare(step) + (this.isStaged ? this.#triedShare(step) : 0);
  }

  #triedShare(step: StepTime): number {
    return this.share * overlapShare(step, this.hurtsSec, Math.min(this.#endSec, this.#everywhereSec));
  }

  get #endSec(): number {
    return Math.min(this.mendedSec, this.#overSec);
  }

  /** Seconds in which it hurt before it was known, and until it was mended, as of now. */
  undetectedSec(nowSec: number): number {
    return Math.max(0, Math.min(nowSec, this.foundSec) - this.hurtsSec);
  }
  unmendedSec(nowSec: number): number {
    return Math.max(0, Math.min(nowSec, this.mendedSec) - this.hurtsSec);
  }
}

function repairTime(design: Design, kind: FaultKind): number {
  if (kind === "gray") return repairSec.replaceBox;
  if (kind === "disk") return repairSec.clearDisk;
  if (design.tools.ci !== "none") return repairSec.rollback;
  return design.tools.deploy === "manual" ? repairSec.byHand : repairSec.redeploy;
}
