/** Interview cases: a level's system with what a seed draws of traffic, goals and money, and what is asked about it. */
import {
  drawsOf,
  type Goal,
  type GoalIndicator,
  oneOf,
  type Playable,
  withTraffic,
} from "../../game/index.ts";
import { type LevelId, levels } from "../../levels/index.ts";
import { type Design, design, forecast } from "../../sim/index.ts";
import type { Values } from "../sums.ts";
import { caseRules } from "./case-data.ts";
import { type CaseFacts, type Clarification, clarificationsOf } from "./clarifications.ts";
import { type PosedEstimate, poseEstimate } from "./estimates.ts";
import { asSaid } from "./figure.ts";
import type { Bar } from "./machine.ts";
import { grownBy, peakOf, withShareAway, withWriteShare, writeShareOf } from "./scenario.ts";
import { type TwistName, type TwistTold, toldOf, twisted } from "./twists.ts";

/** What of a case changes how its system runs or is judged. */
export interface DrawnCase {
  /** A factor on the level's traffic. */
  readonly traffic: number;
  readonly writeShare?: number;
  readonly shareAway?: number;
  readonly goals: Readonly<Partial<Record<GoalIndicator, number>>>;
  /** The budget, as a multiple of what the model answer costs. */
  readonly slack: number;
}

export interface InterviewCase {
  readonly level: LevelId;
  readonly seed: number;
  readonly bar: Bar;
  /** Its id is an address: `playableOf` finds it again. */
  readonly playable: Playable;
  /** All that the two lines of the prompt tell. */
  readonly prompt: { readonly usersMillions: number };
  readonly clarifications: readonly Clarification[];
  readonly estimates: readonly PosedEstimate[];
  /** A design that passes. */
  readonly model: Design;
  readonly twist: CaseTwist;
}

/** What changes once a design has been judged. */
export interface CaseTwist {
  readonly told: TwistTold;
  readonly playable: Playable;
  /** A design that answers it. */
  readonly model: Design;
}

/** Levels that a mixed interview draws from: with enough of a system to talk about. */
export const mixedLevels = [
  "03-scaling",
  "04-load-balancer",
  "05-replication",
  "06-cache",
  "07-cdn",
  "08-stateless",
  "09-data-centers",
  "10-message-queue",
  "11-observability",
  "12-database-scaling",
  "finale",
] as const satisfies readonly LevelId[];

/** What the budget is, as a multiple of what the model answer costs. */
const slacks = [1.1, 1.25] as const;
const secPerDay = 86_400;

/** The case of a seed. */
export function interviewCase(level: LevelId | "mix", seed: number, bar: Bar): InterviewCase {
  const id = level === "mix" ? oneOf<LevelId>(mixedLevels, drawsOf(`interview mix ${seed}`)) : level;
  const draw = drawsOf(`interview ${id} ${seed}`);
  const drawn = drawnFor(id, draw);
  const { playable, model } = systemOf(id, drawn, addressOf(id, seed));
  const assumed = assumptionsOf(playable, draw);
  const facts: CaseFacts = { playable, assumed };
  const { asks, estimates, twists } = caseRules[id];
  return {
    level: id,
    seed,
    bar,
    playable,
    prompt: { usersMillions: assumed.usersMillions ?? 0 },
    clarifications: clarificationsOf(facts, asks, draw),
    estimates: estimates.map((name) => poseEstimate(name, assumed)),
    model,
    twist: twistOf(id, drawn, playable, oneOf(twists, draw).name),
  };
}

/** A twist of a level's case. */
export function twistOf(id: LevelId, { traffic }: DrawnCase, playable: Playable, name: TwistName): CaseTwist {
  const { models, twists } = caseRules[id];
  const twist = twists.find((each) => each.name === name)!;
  const at = models.findIndex(([factor]) => factor === traffic);
  const model = design(twist.answers[at] ?? twist.answers.at(-1)!);
  const after = twisted(playable, twist, model);
  return { told: toldOf(name, playable, after), playable: after, model };
}

function drawnFor(id: LevelId, draw: () => number): DrawnCase {
  const { models, writeShares, sharesAway, goals } = caseRules[id];
  return {
    traffic: oneOf(models, draw)[0],
    ...(writeShares && { writeShare: oneOf(writeShares, draw) }),
    ...(sharesAway && { shareAway: oneOf(sharesAway, draw) }),
    goals: Object.fromEntries(Object.entries(goals).map(([name, bounds]) => [name, oneOf(bounds, draw)])),
    slack: oneOf(slacks, draw),
  };
}

/** The system of a level with what was drawn, and a design that passes. */
export function systemOf(
  id: LevelId,
  drawn: DrawnCase,
  address: string,
): { playable: Playable; model: Design } {
  const { start, shop, ...level } = levels.find((each) => each.id === id)!;
  const [, line] = caseRules[id].models.find(([traffic]) => traffic === drawn.traffic)!;
  const model = design(line);
  const { writeShare, shareAway } = drawn;
  const busy = withTraffic(level.scenario, drawn.traffic);
  const written = writeShare === undefined ? busy : withWriteShare(busy, writeShare);
  const scenario = shareAway === undefined ? written : withShareAway(written, shareAway);
  const goals = level.goals.map((goal): Goal => {
    const bound = drawn.goals[goal.indicator];
    if (bound === undefined) return goal;
    return "atMost" in goal ? { ...goal, atMost: bound } : { ...goal, atLeast: bound };
  });
  const budget = asSaid(forecast(model, scenario).perMonth * drawn.slack, Math.ceil);
  return { playable: { id: address, scenario, start, shop, goals, budget }, model };
}

/** What the estimates are reckoned from: users and their calls make the peak of the scenario. */
function assumptionsOf({ scenario }: Playable, draw: () => number): Values {
  const requestsPerUserDaily = oneOf([20, 30, 40, 60], draw);
  const peakFactor = oneOf([2, 2.5, 3, 4], draw);
  const { ratePerSec } = peakOf(scenario);
  return {
    requestsPerUserDaily,
    peakFactor,
    usersMillions: asSaid((ratePerSec * secPerDay) / requestsPerUserDaily / peakFactor / 1e6),
    writeShare: Number(writeShareOf(scenario).toFixed(3)),
    workMs: 2,
    targetUtilization: oneOf([0.5, 0.6, 0.7], draw),
    coresPerBox: 8,
    photosPerUserDaily: oneOf([0.2, 0.5, 1], draw),
    photoKb: oneOf([500, 1_000, 2_000], draw),
    copies: oneOf([2, 3], draw),
    answerKb: oneOf([10, 20, 50], draw),
    objectsMillions: scenario.data.objects / 1e6,
    objectKb: scenario.data.objectKb,
    hotShare: oneOf([0.1, 0.2], draw),
  };
}

function addressOf(level: LevelId, seed: number): string {
  return `interview ${level} ${seed}`;
}

const addressPattern = /^(interview (\S+) (\d+))(?: \+(\S+))?(?: x(\d+))?$/;

/** The playable of an address, wherever it is run: it holds functions and cannot be sent. */
export function playableOf(address: string): Playable | undefined {
  const [, , level, seed, name, factor] = addressPattern.exec(address) ?? [];
  const id = levels.find((each) => each.id === level)?.id as LevelId | undefined;
  if (id === undefined) return undefined;
  const { playable, twist } = interviewCase(id, Number(seed), "senior");
  if (name !== undefined && name !== twist.told.name) return undefined;
  const base = name === undefined ? playable : twist.playable;
  return factor === undefined ? base : grownBy(base, Number(factor));
}
