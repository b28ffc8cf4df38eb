/**
 * The search: every design of a shop is screened with few particles and long steps; what could pass is
 * run again with 64 particles; what is named in the answer is decided as the game decides it.
 */
import { decide, type Level } from "../game/index.ts";
import { parseDesign } from "../sim/index.ts";
import { givenUpAt, look, screen } from "./screen.ts";
import { type Candidate, candidates, type SpacePart, scattered } from "./space.ts";

/** A design that passes, with the figures that matter. */
export interface Passing {
  readonly line: string;
  readonly costPerMonth: number;
  readonly stars: number;
  /** Values of the level's goals, in their order. */
  readonly values: readonly number[];
  /** For the level's population: p95 in ms and availability. */
  readonly latencyP95Ms: number;
  readonly availability: number;
}

/** A design that screening threw away. */
export interface ThrownOut {
  readonly line: string;
  readonly of: "bill" | "goals";
  /** How far beyond its bounds it was; above 1. */
  readonly excess: number;
}

/** What a search over a space, or a part of it, has found. */
export interface Findings {
  /** Distinct playable designs within budget that were looked at. */
  readonly tried: number;
  readonly passing: readonly Passing[];
  /** Designs without the level's concept that failed by so little that only an exact run can tell. */
  readonly close: readonly string[];
  /** Those that screening was least sure of, nearest first. */
  readonly thrownOut: readonly ThrownOut[];
  /** False when the search was stopped before its end. */
  readonly complete: boolean;
}

export const nothingFound: Findings = { tried: 0, passing: [], close: [], thrownOut: [], complete: true };

/** How many thrown away for each reason are remembered. */
const thrownOutKept = 20;

/**
 * Searches a space or a part of it.
 * @yields after every candidate, so that the caller can show progress or stop
 */
export function* search(level: Level, part: SpacePart): Generator<Findings, Findings> {
  const passing: Passing[] = [];
  const close: string[] = [];
  const farthestKept = new FarthestKept();
  let thrownOut: ThrownOut[] = [];
  let tried = 0;
  for (const candidate of shuffled([...candidates(level, { part })])) {
    tried++;
    const { excess, of } = screen(level, candidate.design, farthestKept.excess);
    if (excess > 1) {
      if (of === "goals") farthestKept.add(excess);
      if (Number.isFinite(excess)) thrownOut.push({ line: candidate.line, excess, of });
      if (thrownOut.length > 20 * thrownOutKept) thrownOut = nearest(thrownOut);
    } else judgeCandidate(level, candidate, passing, close);
    yield { tried, passing, close, thrownOut, complete: false };
  }
  return { tried, passing, close, thrownOut: nearest(thrownOut), complete: true };
}

/**
 * How far beyond its bounds a design may be and still be among those remembered: what is surely farther need not be known
 * more exactly, so that its run can end there.
 */
class FarthestKept {
  /** The nearest so far, nearest first. */
  readonly #nearest: number[] = [];

  get excess(): number {
    return this.#nearest.length < thrownOutKept ? givenUpAt : Math.min(givenUpAt, this.#nearest.at(-1)!);
  }

  add(excess: number): void {
    if (excess >= this.excess) return;
    const at = this.#nearest.findIndex((each) => each > excess);
    this.#nearest.splice(at < 0 ? this.#nearest.length : at, 0, excess);
    this.#nearest.length = Math.min(this.#nearest.length, thrownOutKept);
  }
}

/** In no order of the shop's, so that a search that is stopped has seen all corners of the space. */
function shuffled(all: readonly Candidate[]): Candidate[] {
  return all
    .map((candidate, i) => ({ candidate, key: scattered(i) }))
    .sort((a, b) => a.key - b.key)
    .map(({ candidate }) => candidate);
}

function judgeCandidate(
  level: Level,
  { design, line }: Candidate,
  passing: Passing[],
  close: string[],
): void {
  const found = look(level, design);
  if (found === "close") {
    if (!level.concept(design)) close.push(line);
    return;
  }
  if (!found) return;
  const { report, stars, goals } = found;
  passing.push({
    line,
    costPerMonth: report.costPerMonth,
    stars,
    values: goals.map(({ value }) => value),
    latencyP95Ms: report.indicators["latencyP95Ms"] ?? 0,
    availability: report.indicators["availability"] ?? 0,
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The nearest of each kind. */
function nearest(thrownOut: readonly ThrownOut[]): ThrownOut[] {
  const sorted = [...thrownOut].sort((a, b) => a.excess - b.excess || byText(a.line, b.line));
  return (["bill", "goals"] as const).flatMap((reason) =>
    sorted.filter(({ of }) => of === reason).slice(0, thrownOutKept),
  );
}

/** Findings of several shards as one, in an order that does not depend on how the space was split. */
export function merge(findings: readonly Findings[]): Findings {
  return {
    tried: findings.reduce((sum, { tried }) => sum + tried, 0),
    passing: findings
      .flatMap(({ passing }) => passing)
      .sort((a, b) => a.costPerMonth - b.costPerMonth || byText(a.line, b.line)),
    close: findings.flatMap(({ close }) => close).sort(byText),
    thrownOut: nearest(findings.flatMap(({ thrownOut }) => thrownOut)),
    complete: findings.every(({ complete }) => complete),
  };
}

/** Whether a is nowhere worse than b and somewhere better: cost and every goal. */
function dominates(level: Level, a: Passing, b: Passing): boolean {
  let better = a.costPerMonth < b.costPerMonth;
  if (a.costPerMonth > b.costPerMonth) return false;
  for (const [i, goal] of level.goals.entries()) {
    const sign = "atMost" in goal ? 1 : -1;
    const difference = sign * (a.values[i]! - b.values[i]!);
    if (difference > 0) return false;
    if (difference < 0) better = true;
  }
  return better;
}

/** The designs that no other beats in cost and every goal, cheapest first. */
export function paretoFront(level: Level, passing: readonly Passing[]): Passing[] {
  const front: Passing[] = [];
  for (const found of passing) {
    if (front.some((kept) => dominates(level, kept, found))) continue;
    front.push(found);
  }
  return front.filter((found) => !front.some((other) => other !== found && dominates(level, other, found)));
}

/** The cheapest of them that the game itself passes on every seed, with its stars there. */
export function cheapestProven(level: Level, passing: readonly Passing[]): Passing | undefined {
  for (const found of passing) {
    const parsed = parseDesign(found.line);
    if (!parsed.ok) continue;
    const verdict = decide(level, parsed.design);
    if (verdict.passed) return { ...found, stars: verdict.stars };
  }
  return undefined;
}
