/** A level's scenario as a case has it: more or less traffic, more writes, users elsewhere. All of it is data. */
import { type Playable, withTraffic } from "../../game/index.ts";
import { kinds, type RequestKind, rateAt, type Scenario, scaled } from "../../sim/index.ts";

/** The second in which most requests come of those that count, and how many they are. */
export function peakOf({ streams }: Scenario): { readonly atSec: number; readonly ratePerSec: number } {
  const counted = streams.filter(({ kind }) => isCall(kind));
  const times = counted.flatMap(({ curve }) => curve.map(([atSec]) => atSec));
  const ratePerSec = (atSec: number) => counted.reduce((sum, { curve }) => sum + rateAt(curve, atSec), 0);
  return times
    .map((atSec) => ({ atSec, ratePerSec: ratePerSec(atSec) }))
    .reduce((most, each) => (each.ratePerSec > most.ratePerSec ? each : most), { atSec: 0, ratePerSec: 0 });
}

/** What a user waits for: no files, no jobs, no batches. */
function isCall(kind: RequestKind): boolean {
  return kinds[kind].isAwaited && !kinds[kind].isQueued;
}

/** The share of writes among the calls at the peak. */
export function writeShareOf(scenario: Scenario): number {
  const { atSec, ratePerSec } = peakOf(scenario);
  const writes = scenario.streams
    .filter(({ kind }) => isCall(kind) && kinds[kind].does === "write")
    .reduce((sum, { curve }) => sum + rateAt(curve, atSec), 0);
  return ratePerSec > 0 ? writes / ratePerSec : 0;
}

/** The same traffic with another share of plain writes, at the expense of plain pages. */
export function withWriteShare(scenario: Scenario, share: number): Scenario {
  const { atSec, ratePerSec } = peakOf(scenario);
  const more = (share - writeShareOf(scenario)) * ratePerSec;
  const factorOf = (kind: RequestKind, extra: number) => {
    const before = scenario.streams
      .filter((stream) => stream.kind === kind)
      .reduce((sum, { curve }) => sum + rateAt(curve, atSec), 0);
    return before > 0 ? (before + extra) / before : 1;
  };
  return timesOf(scenario, { page: factorOf("page", -more), write: factorOf("write", more) });
}

/** The same traffic with so many times the plain writes on top. */
export function withWrites(scenario: Scenario, factor: number): Scenario {
  return timesOf(scenario, { write: factor });
}

function timesOf(scenario: Scenario, factors: Readonly<Partial<Record<RequestKind, number>>>): Scenario {
  return {
    ...scenario,
    streams: scenario.streams.map((stream) => ({
      ...stream,
      curve: scaled(stream.curve, factors[stream.kind] ?? 1),
    })),
  };
}

/** The same day with so many times the traffic: what a design is told to bear next. */
export function grownBy(playable: Playable, factor: number): Playable {
  const { budget: _, ...rest } = playable;
  return { ...rest, id: `${playable.id} x${factor}`, scenario: withTraffic(playable.scenario, factor) };
}

/** The same users, of whom so many live elsewhere than most of the level's: the others keep their proportions. */
export function withShareAway(scenario: Scenario, share: number): Scenario {
  return {
    ...scenario,
    streams: scenario.streams.map((stream) => {
      const [first, ...away] = Object.entries(stream.regions);
      const before = away.reduce((sum, [, each]) => sum + each, 0);
      if (!first || before <= 0) return stream;
      const regions = Object.fromEntries([
        [first[0], 1 - share],
        ...away.map(([region, each]) => [region, (each / before) * share] as const),
      ]);
      return { ...stream, regions };
    }),
  };
}
