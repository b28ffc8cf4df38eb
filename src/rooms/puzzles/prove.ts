/** What every puzzle promises, proven in one loop: by being registered. */
import { decide, refusals, type Verdict, verdictSeeds } from "../../game/index.ts";
import { type Design, formatDesign } from "../../sim/index.ts";
import { type BoughtFault, faultId, priceOf } from "./faults.ts";
import { passesAlone, type RedTeam, redTeams, struck } from "./red-team.ts";
import { savedShare, savings, type Waste, wastes } from "./waste.ts";

/** What is promised, by name. */
export const puzzleClaims = [
  "start-keeps-all",
  "start-costs-too-much",
  "answer-solves",
  "cut-does-not-solve",
  "design-passes",
  "cheapest-breaks",
  "nothing-cheaper-breaks",
  "tempting-fault-is-borne",
] as const;
export type PuzzleClaimName = (typeof puzzleClaims)[number];

/** One of them for a puzzle: what was looked at, what was found. */
export interface PuzzleClaim {
  readonly claim: PuzzleClaimName;
  /** A design in notation, or a fault by its id; "" where it is about all of them. */
  readonly about: string;
  /** Stars of a design, times of a price, or how many were tried. */
  readonly found: number;
  readonly ok: boolean;
}

/** A first bill is so many times the best known at least. */
const timesAtLeast = 1.6;

/** A puzzle of either kind. */
export type Puzzle =
  | { readonly kind: "waste"; readonly id: string; readonly waste: Waste }
  | { readonly kind: "red-team"; readonly id: string; readonly redTeam: RedTeam };

/** Every puzzle there is, in the order in which they are told. */
export const puzzles: readonly Puzzle[] = [
  ...wastes.map((waste): Puzzle => ({ kind: "waste", id: waste.id, waste })),
  ...redTeams.map((redTeam): Puzzle => ({ kind: "red-team", id: redTeam.id, redTeam })),
];

/**
 * Proves a puzzle.
 * @yields each claim as soon as it has been looked at
 */
export function provePuzzle(puzzle: Puzzle): Generator<PuzzleClaim> {
  return puzzle.kind === "waste" ? proveWaste(puzzle.waste) : proveRedTeam(puzzle.redTeam);
}

/** The verdict on the start by the level's own goals, with the audit: all but the saving. */
function asItStands({ level, rule }: Waste): Verdict {
  const goals = level.goals.filter(({ indicator }) => indicator !== "costPerMonth");
  const three = { ...level.stars.three, goals: [] };
  return decide({ ...level, goals, stars: { two: { goals: [], design: rule.start }, three } }, rule.start);
}

function* proveWaste(waste: Waste): Generator<PuzzleClaim> {
  const { level, rule, startPerMonth } = waste;
  const line = (design: Design) => formatDesign(design);
  const start = asItStands(waste);
  yield { claim: "start-keeps-all", about: line(rule.start), found: start.stars, ok: start.stars === 3 };
  const best = decide(level, rule.answer);
  const times = startPerMonth / Math.max(...best.outcomes.map(({ report }) => report.costPerMonth));
  yield { claim: "start-costs-too-much", about: line(rule.start), found: times, ok: times >= timesAtLeast };
  const isSold = refusals(level, rule.answer).length === 0;
  const solves = best.stars === 3 && isSold && savedShare(waste, rule.answer) >= savings.two;
  yield { claim: "answer-solves", about: line(rule.answer), found: best.stars, ok: solves };
  for (const cut of rule.naive) {
    const { stars } = decide(level, cut);
    const isTempting = refusals(level, cut).length === 0 && savedShare(waste, cut) >= savings.two;
    yield { claim: "cut-does-not-solve", about: line(cut), found: stars, ok: stars < 3 && isTempting };
  }
}

function* proveRedTeam(redTeam: RedTeam): Generator<PuzzleClaim> {
  const { faults, cheapest, rule } = redTeam;
  const passes = passesAlone(redTeam);
  yield { claim: "design-passes", about: rule.line, found: faults.length, ok: passes };
  // On every seed: no luck decides whether it was found.
  const passing = (fault: BoughtFault) =>
    verdictSeeds.filter((seed) => struck(redTeam, fault, seed).passed).length;
  const isBorne = (fault: BoughtFault) => passing(fault) === verdictSeeds.length;
  const price = priceOf(cheapest);
  yield { claim: "cheapest-breaks", about: faultId(cheapest), found: price, ok: passing(cheapest) === 0 };
  const cheaper = faults.filter((fault) => fault !== cheapest && priceOf(fault) <= price);
  const worse = cheaper.filter((fault) => !isBorne(fault));
  yield {
    claim: "nothing-cheaper-breaks",
    about: worse.map(faultId).join(" "),
    found: cheaper.length,
    ok: worse.length === 0,
  };
  for (const id of rule.tempting) {
    const fault = faults.find((each) => faultId(each) === id);
    const ok = fault !== undefined && isBorne(fault);
    yield { claim: "tempting-fault-is-borne", about: id, found: fault ? priceOf(fault) : 0, ok };
  }
}
