/** Faults that are not of a queue: a build, a box, a disk. Each has a beginning, a discovery and a repair. */
import type { Design } from "../../design/design.ts";
import { overlapShare, type StepTime } from "../../engine/time.ts";
import type { Finder } from "../../names/notes.ts";
import { endOf, type ScenarioEvent } from "../../scenario/scenario.ts";
import { canary, diskTrendSec, type FaultKind, repairSec, smokeFinds, Watch } from "./detection.ts";

/** Errors during its trial that a canary's comparison needs. */
const canaryErrorsMin = 10;

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
  readonly #canary: boolean;

  constructor(design: Design, event: ScenarioEvent, kind: FaultKind, share: number, boxes = 0) {
    this.label = event.label;
    this.kind = kind;
    this.share = share;
    this.boxes = boxes;
    this.beginsSec = event.atSec;
    const isDisk = kind === "disk";
    this.hurtsSec = isDisk ? endOf(event) : event.atSec;
    this.#overSec = isDisk ? Number.POSITIVE_INFINITY : endOf(event);
    this.#watch = new Watch(design, kind);
    this.#repair = repairTime(design, kind);
    this.#canary = (kind === "build" || kind === "silent") && design.tools.ci === "canary";
    this.#everywhereSec = this.#canary ? event.atSec + canary.watchSec : this.hurtsSec;
    if (isDisk && design.tools.metrics !== "none") this.#find(event.atSec + diskTrendSec, "hosts");
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
  }

  /** When the new build meets everybody: after the canary's trial, or at once. */
  #everywhereSec: number;

  /**
   * What the watchers make of it, as long as nobody knows.
   * @param concernedPerSec requests that meet it when it is everywhere
   * @param allPerSec all requests
   */
  watched(nowSec: number, concernedPerSec: number, allPerSec: number): void {
    if (this.foundSec <= nowSec) return;
    const errors = concernedPerSec * this.share;
    if (this.#canary && this.kind === "build" && nowSec < this.#everywhereSec) {
      if (errors * canary.share * canary.watchSec >= canaryErrorsMin) {
        this.#find(this.beginsSec + canary.watchSec, "canary");
        this.#everywhereSec = Number.POSITIVE_INFINITY;
        return;
      }
    }
    const failing = allPerSec > 0 ? errors / allPerSec : 0;
    const delay = this.#watch.detectSec(errors, failing);
    if (delay < Number.POSITIVE_INFINITY)
      this.#find(Math.max(nowSec, this.#everywhereSec + delay), this.#watch.names[this.#watch.first]!);
  }

  /** Mean share that fails of what it concerns, over a step. */
  failingShare(step: StepTime): number {
    const end = Math.min(this.mendedSec, this.#overSec);
    const everywhere = Math.min(end, this.#everywhereSec);
    const trial = overlapShare(step, this.hurtsSec, everywhere) * canary.share;
    return this.share * (trial + overlapShare(step, this.#everywhereSec, end));
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
  return design.tools.deploy === "automated" ? repairSec.redeploy : repairSec.byHand;
}
