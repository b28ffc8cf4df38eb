/** The claims over a level's whole space: what the quick claims sample is looked at here without exception. */
import { daySeeds, type Level, type Offer, singlePoints, verdictSeeds } from "../game/index.ts";
import {
  type Design,
  design,
  formatDesign,
  problemsOf,
  reportedRun,
  valueAt,
  withValues,
} from "../sim/index.ts";
import { canonical } from "./canonical.ts";
import type { Claim, ClaimName, DesignName, Statement } from "./claim.ts";
import { type ExactResult, isFirm, isOneVerdict } from "./exact-run.ts";
import { idleValues, type OfferedValue, wrongIdeasSold } from "./matters.ts";
import { auditParallel, type Verdicts, verdictsParallel } from "./parallel.ts";
import type { Findings, Passing } from "./search.ts";
import type { Workforce } from "./task.ts";

/** Days that no level was tuned on, each with traffic of its own: the first for every named design … */
const otherSeeds: readonly number[] = Array.from({ length: 20 }, (_, i) => 1_001 + i);
/** … and the rest for those whose decision is not firm by then. */
const restOfSeeds: readonly number[] = Array.from({ length: 80 }, (_, i) => 1_021 + i);

/** So many of the cheapest are decided at a time, until one of them passes. */
const cheapestAtATime = 4;
/** So many passing designs, evenly spaced by cost, are decided exactly to see whether the search tells the truth. */
const exactSample = 24;
/** So many designs with three stars, evenly spaced by cost, are audited once more. */
const auditSample = 8;
/** Shares of them that must be confirmed. */
const agreementMin = 0.9;
/** More designs without the concept than this are not decided one by one. */
const suspectsMax = 300;

export interface Proof {
  readonly level: number;
  readonly claims: readonly Claim[];
  /** The cheapest that the game itself passes on every fixed seed. */
  readonly cheapest: (Passing & { readonly line: string }) | undefined;
  /** Passing designs found with one, two and three stars. */
  readonly byStars: readonly [number, number, number];
  /** How many of a sample of the passing designs the game itself passes on every fixed seed. */
  readonly confirmed: { readonly of: number; readonly passed: number };
  /** Values that the shop sells, that make no difference and are no wrong idea. */
  readonly idle: readonly OfferedValue[];
}

/** The designs that a level's data names, by what it names them for. */
function namedDesigns(level: Level): Map<string, readonly DesignName[]> {
  const named = new Map<string, readonly DesignName[]>();
  const add = (name: DesignName, given: Design) => {
    const line = formatDesign(given);
    named.set(line, [...(named.get(line) ?? []), name]);
  };
  add("start", level.start);
  add("lesson", level.lesson);
  add("another", level.alsoPasses);
  add("bigger-box", level.biggerBox);
  add("two-stars", level.stars.two.design);
  add("three-stars", level.stars.three.design);
  for (const wrong of level.wrongAnswers) if ("design" in wrong) add(`wrong-${wrong.letter}`, wrong.design);
  return named;
}

/** Whether all that an offer changes is the size of boxes that the start has already. */
function isBoxSize(level: Level, offer: Offer): boolean {
  return offer.choices.every(({ set }) =>
    Object.keys(set).every(
      (path) => /\.(?:size|replicaSize)$/.test(path) && Number(valueAt(level.start, path)) > 0,
    ),
  );
}

/** The start with other sizes of its boxes and databases, and nothing else. */
export function biggerBoxes(level: Level): string[] {
  let designs: Design[] = [level.start];
  for (const offer of level.shop.filter((offer) => isBoxSize(level, offer)))
    designs = designs.flatMap((before) =>
      offer.choices
        .filter(({ set }) => Object.values(set).every((value) => Number(value) > 0))
        .map(({ set }) => withValues(before, set)),
    );
  const playable = designs.filter((one) => problemsOf(one).length === 0);
  return [
    ...new Set([formatDesign(level.biggerBox), ...playable.map((one) => formatDesign(canonical(one)))]),
  ];
}

/** Proves a level over its whole space, given what the search found there. */
export async function wholeClaims(
  workforce: Workforce,
  level: Level,
  findings: Findings,
  signal?: AbortSignal,
): Promise<Proof> {
  const { passing, close, thrownOut, tried, complete } = findings;
  const named = namedDesigns(level);
  const suspects = [
    ...passing.filter(({ line }) => !level.concept(design(line))).map(({ line }) => line),
    ...close,
  ];
  const boxes = biggerBoxes(level);
  const sample = [
    ...new Set(
      Array.from({ length: exactSample }, (_, i) => passing[Math.floor((i * passing.length) / exactSample)]),
    ),
  ].flatMap((found) => (found ? [found.line] : []));
  const fixed = new Map<string, readonly ExactResult[]>();
  const exactly = (lines: readonly string[], seeds: readonly number[], drawsTraffic = false) =>
    verdictsParallel(workforce, level, lines, seeds, { signal, drawsTraffic });
  const decide = async (lines: readonly string[]) => {
    const undecided = [...new Set(lines)].filter((line) => !fixed.has(line));
    for (const { line, results } of await exactly(undecided, verdictSeeds)) fixed.set(line, results);
  };
  await decide([...named.keys(), ...suspects.slice(0, suspectsMax), ...boxes, ...sample]);
  // The day of which screening speaks.
  const firstSeed = daySeeds(level).slice(0, 1);
  const rejected = await exactly(
    thrownOut.map(({ line }) => line),
    firstSeed,
  );

  const passes = (line: string) => fixed.get(line)?.every(({ stars }) => stars > 0) === true;
  let cheapest: Passing | undefined;
  for (let at = 0; at < exactSample && !cheapest && !signal?.aborted; at += cheapestAtATime) {
    const few = passing.slice(at, at + cheapestAtATime);
    await decide(few.map(({ line }) => line));
    cheapest = few.find(({ line }) => passes(line));
  }
  cheapest ??= passing.find(({ line }) => passes(line));
  const days = await onManyDays([...named.keys()], fixed, (lines, seeds) => exactly(lines, seeds, true));
  const lacking = suspects.filter(passes);
  const boxWins = boxes.filter(passes);
  const wrongly = rejected
    .filter(({ results }) => results.some(({ stars }) => stars > 0))
    .map(({ line }) => line);
  const confirmed = { of: sample.length, passed: sample.filter(passes).length };
  const distinct = passing.filter(({ line }) => passes(line)).length;
  const byStars = [1, 2, 3].map((n) => passing.filter(({ stars }) => stars === n).length);
  const split = [...days.results].filter(([, results]) => !isOneVerdict(results));
  const claim = (name: ClaimName, ok: boolean, expected: Statement, got: Statement, line = ""): Claim => ({
    claim: name,
    design: line,
    expected,
    got,
    ok,
  });
  const starClaim = (name: ClaimName, line: string, stars: number) => {
    const least = Math.min(...(fixed.get(line)?.map(({ stars }) => stars) ?? [0]));
    const got: Statement = least > 0 ? { code: "stars", stars: least } : { code: "fails" };
    return claim(name, least >= stars, { code: "stars", stars }, got, line);
  };
  const none = { code: "none" } as const;
  const fragile = await fragileAmong(workforce, level, passing, signal);
  const unmoved = idleValues(level, passing);
  const asWrongIdeas = wrongIdeasSold(level, unmoved, (line) => fixed.has(line) && !passes(line));
  const isWrongIdea = ({ offer, label }: OfferedValue) =>
    asWrongIdeas.some((sold) => sold.offer === offer && sold.label === label);
  const idle = unmoved.filter((value) => !isWrongIdea(value));
  const isTooMany = suspects.length > suspectsMax;
  const claims = [
    claim("whole-space-searched", complete, { code: "every-design" }, { code: "designs", count: tried }),
    claim(
      "no-pass-without-concept",
      lacking.length === 0 && !isTooMany,
      none,
      lacking.length > 0
        ? { code: "pass", count: lacking.length }
        : { code: "none-close", close: suspects.length, isTooMany },
      lacking[0],
    ),
    claim(
      "two-designs-pass",
      distinct >= 2,
      { code: "two-or-more" },
      { code: "pass", count: passing.length },
      cheapest?.line,
    ),
    claim(
      "bigger-box-never-wins",
      boxWins.length === 0,
      none,
      { code: "of", count: boxWins.length, of: boxes.length },
      boxWins[0],
    ),
    starClaim("star-2-reachable", formatDesign(level.stars.two.design), 2),
    starClaim("star-3-reachable", formatDesign(level.stars.three.design), 3),
    claim(
      "no-star-for-fragility",
      fragile.line === undefined,
      { code: "three-stars-hold" },
      fragile.line !== undefined
        ? { code: "fragile", line: fragile.line }
        : fragile.audited > 0
          ? { code: "hold-of", count: fragile.audited, of: byStars[2] ?? 0 }
          : { code: "no-audit" },
      fragile.line,
    ),
    claim(
      "same-on-every-seed",
      split.length === 0,
      {
        code: "one-verdict-on",
        designs: named.size,
        seeds: [verdictSeeds.length, otherSeeds.length, restOfSeeds.length],
      },
      split.length === 0
        ? { code: "one-verdict", onAll: days.onAll }
        : { code: "named-differ", names: split.map(([line]) => named.get(line) ?? []) },
      split[0]?.[0],
    ),
    claim(
      "screening-loses-nothing",
      wrongly.length === 0,
      { code: "nearest-fail", count: thrownOut.length },
      wrongly.length === 0 ? { code: "all-fail" } : { code: "pass", count: wrongly.length },
      wrongly[0],
    ),
    claim(
      "search-tells-truth",
      confirmed.passed >= agreementMin * confirmed.of,
      { code: "sample-share", share: agreementMin },
      { code: "pass-exactly", count: confirmed.passed, of: confirmed.of },
    ),
    claim(
      "every-offer-matters",
      idle.length === 0,
      none,
      idle.length > 0
        ? { code: "idle", values: idle }
        : asWrongIdeas.length > 0
          ? { code: "wrong-ideas", values: asWrongIdeas }
          : none,
    ),
  ];
  return {
    level: level.number,
    claims,
    cheapest,
    byStars: byStars as [number, number, number],
    confirmed,
    idle,
  };
}

/**
 * Whether any design with three stars lives by luck: none of them all may have a single point of failure that the shop
 * could cure, and a sample of them, with the design that the level names, holds the whole audit on another seed than the
 * one that stars are judged on.
 */
async function fragileAmong(
  workforce: Workforce,
  level: Level,
  passing: readonly Passing[],
  signal: AbortSignal | undefined,
): Promise<{ readonly audited: number; readonly line?: string }> {
  if (!level.stars.three.audit) return { audited: 0 };
  const starred = passing.filter(({ stars }) => stars === 3).map(({ line }) => line);
  const single = starred.find((line) => singlePoints(level, design(line)).length > 0);
  if (single !== undefined) return { audited: 0, line: single };
  const sample = Array.from(
    { length: auditSample },
    (_, i) => starred[Math.floor((i * starred.length) / auditSample)],
  );
  const lines = new Set(
    [formatDesign(level.stars.three.design), ...sample].filter((line) => line !== undefined),
  );
  const run = { ...reportedRun, seed: verdictSeeds[1]! };
  for (const line of lines) {
    const found = await auditParallel(workforce, level, design(line), { signal, run });
    if (found && !found.holds) return { audited: lines.size, line };
  }
  return { audited: lines.size };
}

/**
 * Runs designs on days with traffic of their own: on twenty, and on eighty more where these leave any doubt. Where one
 * verdict differs from the others already there is nothing more to ask.
 */
async function onManyDays(
  lines: readonly string[],
  fixed: ReadonlyMap<string, readonly ExactResult[]>,
  exactly: (lines: readonly string[], seeds: readonly number[]) => Promise<readonly Verdicts[]>,
): Promise<{ readonly results: ReadonlyMap<string, readonly ExactResult[]>; readonly onAll: number }> {
  const all = new Map<string, readonly ExactResult[]>();
  const doubtful: string[] = [];
  for (const { line, results } of await exactly(lines, otherSeeds)) {
    const known = [...(fixed.get(line) ?? []), ...results];
    all.set(line, known);
    if (isOneVerdict(known) && !isFirm(results)) doubtful.push(line);
  }
  for (const { line, results } of await exactly(doubtful, restOfSeeds))
    all.set(line, [...(all.get(line) ?? []), ...results]);
  return { results: all, onAll: doubtful.length };
}
