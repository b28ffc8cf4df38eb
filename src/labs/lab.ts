/** The contract of a lab: what can be turned, what comes of it, and how it stands on the bench of the screen. */
import type { LabProblem } from "../sim/index.ts";
import type { KnobSettings, Knobs } from "./knobs.ts";

/** The labs there are. */
export const labNames = [
  "queue",
  "load-test",
  "measuring",
  "balancing",
  "cache",
  "restart",
  "hot-key",
  "retries",
  "lag",
  "batching",
  "shards",
] as const;
export type LabName = (typeof labNames)[number];

/** A lab: one phenomenon, simulated or counted one by one, beside its theory. */
export interface Lab<K extends Knobs, R extends object> {
  readonly name: LabName;
  readonly knobs: K;
  /** By the simulator's name of a setting, the knob that it comes from, where they differ. */
  readonly knobOf?: Readonly<Record<string, keyof K & string>>;
  run(settings: KnobSettings<K>): R | LabProblem;
}

/** A lab of whose knobs nothing more is known. */
export type AnyLab = Pick<Lab<Knobs, object>, "name" | "knobs">;

/** What is looked for at a bench, and what its figure is counted in. */
export type BenchUnit = "ms" | "share" | "perSec" | "times";

/** Values that a knob of a bench can have, in order. */
export interface BenchKnob {
  readonly id: TurnId;
  readonly values: readonly (number | TurnWord)[];
  /** The place of the one it begins with. */
  readonly start: number;
}

/** Values that are words in the notation of the labs. */
export type TurnWord =
  | "poisson"
  | "even"
  | "closed"
  | "round-robin"
  | "random"
  | "two"
  | "least"
  | "lru"
  | "fifo"
  | "lfu"
  | "sampled-lru"
  | "sampled-lfu"
  | "none"
  | "lease"
  | "version"
  | "secondDelete"
  | "full"
  | "ring"
  | "modulo";
/** Where a knob stands; one that was saved by another game may have other words. */
export type TurnValue = number | string;

/** What can be turned at a bench. */
export type TurnId =
  | "load"
  | "servers"
  | "variability"
  | "arrivals"
  | "minutes"
  | "policy"
  | "slow"
  | "size"
  | "popularity"
  | "eviction"
  | "sinceSec"
  | "computeMs"
  | "guard"
  | "reads"
  | "attempts"
  | "budget"
  | "appliers"
  | "batch"
  | "jobs"
  | "hold"
  | "shards"
  | "placement";

/** Where the knobs of a bench stand. */
export type Turned = Readonly<Partial<Record<TurnId, TurnValue>>>;

/** What a trial shows. */
export interface BenchTrial {
  readonly measured: number;
  /** What theory says; null where it has no answer. */
  readonly theory: number | null;
}

/** Every lab has a bench, and the shards a second one. */
export const benchNames = [...labNames, "celebrity"] as const;
export type BenchName = (typeof benchNames)[number];

/** A lab on the screen: one figure over one knob, with one or two more to turn. */
export interface Bench {
  readonly name: BenchName;
  readonly lab: AnyLab;
  /** The knob along the picture. */
  readonly sweep: BenchKnob;
  readonly others: readonly BenchKnob[];
  readonly unit: BenchUnit;
  /** Where the knobs stand, as the lab's options: the same trial on the command line. */
  settings(turned: Turned): Readonly<Record<string, TurnValue | undefined>>;
  trial(turned: Turned): BenchTrial;
}

/** Makes a bench of a lab. */
export function benchOf<K extends Knobs, R extends object>(
  lab: Lab<K, R>,
  {
    settings,
    trial,
    ...bench
  }: Omit<Bench, "lab" | "settings" | "trial"> & {
    settings(turned: Turned): Partial<KnobSettings<K>>;
    trial(result: R, turned: Turned): BenchTrial;
  },
): Bench {
  return {
    ...bench,
    lab,
    settings: (turned) => settings(turned) as Readonly<Record<string, TurnValue | undefined>>,
    trial(turned) {
      const result = lab.run(withUsual(lab.knobs, settings(turned)));
      if ("ok" in result && result.ok === false)
        throw new Error(`bench ${bench.name} turned its knobs to where the lab cannot go`);
      return trial(result as R, turned);
    },
  };
}

/** All knobs: what was set, and otherwise what is usual. */
function withUsual<K extends Knobs>(knobs: K, set: Partial<KnobSettings<K>>): KnobSettings<K> {
  const usual = Object.entries(knobs).map(([name, knob]) => [
    name,
    knob.is === "word" ? knob.words[0] : "fallback" in knob ? knob.fallback : undefined,
  ]);
  return { ...Object.fromEntries(usual), ...set } as KnobSettings<K>;
}

/** A number where a knob stands. */
export function numberAt(turned: Turned, id: TurnId): number {
  return Number(turned[id]);
}

/** Where the knobs of a bench stand at first. */
export function startOf({ sweep, others }: Pick<Bench, "sweep" | "others">): Turned {
  return Object.fromEntries([sweep, ...others].map(({ id, values, start }) => [id, values[start]]));
}
