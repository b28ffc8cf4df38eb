/** A whole scenario: from the first tick to the report. Pace lives elsewhere; here time only counts. */

import { LatencyHistogram } from "./chance/histogram.ts";
import type { Design } from "./design/design.ts";
import type { Bucket } from "./engine/ledger.ts";
import { newStepContext, type StepContext, step } from "./engine/step.ts";
import { type RunOptions, type Tier, World } from "./engine/world.ts";
import type { Indicators } from "./names/indicators.ts";
import { buildReport, type Figures, figuresOf, type Report } from "./report/report.ts";
import { type Traces, traceLastStep } from "./report/trace.ts";
import type { Scenario } from "./scenario/scenario.ts";
import { tierModels } from "./tiers/index.ts";

/** The run that counts: 256 particles, every tick. */
export const reportedRun = { particles: 256, stride: 1 } as const;
/** The same with traffic that is a matter of luck, as real traffic is. */
export const luckyRun = { ...reportedRun, drawsTraffic: true } as const;
/** The run of a search: 64 particles, every tick. */
export const searchRun = { particles: 64, stride: 1 } as const;
/** The run that only screens: few particles, ten ticks a step. */
export const screeningRun = { particles: 16, stride: 10 } as const;

/** What was lost at a place for a reason, in whole requests a step. */
export interface Loss extends Bucket {
  readonly perStep: Float64Array;
}

/**
 * A run that can be watched: `advance` takes one step; `report` may be asked for at any time and tells
 * what has happened so far. The outcome does not depend on when or how often either is called.
 */
export class Run {
  readonly world: World;
  readonly #context: StepContext;
  /** Answer-time percentiles of each step, in ms: p50, p95, p99. */
  readonly latencySeries: readonly [Float64Array, Float64Array, Float64Array];
  readonly #totals;

  constructor(design: Design, scenario: Scenario, options: RunOptions) {
    const world = new World(design, scenario, options);
    this.world = world;
    const tiers: Tier[] = [];
    for (const model of tierModels)
      for (const site of world.sites) {
        if (model.scope === "global" && site.index > 0) continue;
        const tier = model.build(world, site);
        if (tier) tiers.push(tier);
      }
    this.#totals = {
      offered: world.gauges.add("offered"),
      answered: world.gauges.add("answered"),
      failed: world.gauges.add("failed"),
      inVain: world.gauges.add("inVain"),
    };
    const steps = Math.ceil(scenario.ticks / options.stride);
    world.gauges.start(steps);
    this.latencySeries = [new Float64Array(steps), new Float64Array(steps), new Float64Array(steps)];
    this.#context = newStepContext(
      world,
      tiers,
      scenario.tickSec * options.stride,
      options.stride === 1 ? new LatencyHistogram() : null,
      (bucket, requests) => world.losses.add(bucket, world.tick, requests),
    );
  }

  /** Whether the scenario has been played to its end. */
  get done(): boolean {
    return this.world.timeSec >= this.world.scenario.ticks * this.world.scenario.tickSec;
  }

  /** One step on; nothing when done. */
  advance(): void {
    if (this.done) return;
    const { world } = this;
    const context = this.#context;
    step(context);
    const { gauges, ledger } = world;
    gauges.set(this.#totals.offered, ledger.tickOffered);
    gauges.set(this.#totals.answered, ledger.tickAnswered);
    gauges.set(this.#totals.failed, ledger.tickFailed);
    const { stepServed, stepInVain } = world.tally;
    gauges.set(this.#totals.inVain, stepServed > 0 ? stepInVain / stepServed : 0);
    const at = gauges.recorded;
    gauges.record();
    const tick = context.tickLatency;
    if (tick) {
      this.latencySeries[0][at] = tick.quantileSec(0.5) * 1_000;
      this.latencySeries[1][at] = tick.quantileSec(0.95) * 1_000;
      this.latencySeries[2][at] = tick.quantileSec(0.99) * 1_000;
    }
    world.tick++;
    world.timeSec += world.dtSec;
  }

  /** Where and why requests were lost so far, step by step. */
  losses(): Loss[] {
    const { ledger, losses } = this.world;
    return losses.all.map(({ bucket, perStep }) => ({ ...ledger.buckets[bucket]!, perStep }));
  }

  /** Three requests of the last step, hop by hop. */
  traces(): Traces {
    return traceLastStep(this.world);
  }

  /** What the tiers have measured so far, without answer times and availability: cheaper still. */
  measured(): Readonly<Indicators> {
    const indicators: Indicators = {};
    for (const tier of this.#context.tiers) tier.measure?.(this.world, indicators);
    return indicators;
  }

  /** What goals are judged by, so far: much cheaper than a report. */
  figures(): Figures {
    return figuresOf(this.world, this.#context.tiers, this.latencySeries[1]);
  }

  /** What has happened so far. */
  report(): Report {
    return buildReport(this.world, this.#context.tiers, this.latencySeries[1]);
  }
}

/** Plays a scenario on a design to the end. Same arguments, same report, to the last byte. */
export function simulate(design: Design, scenario: Scenario, options: RunOptions): Report {
  const run = new Run(design, scenario, options);
  while (!run.done) run.advance();
  return run.report();
}
