/** Twists: the case changes, the line may be changed once, and it is judged again. All of it is data. */
import { type Goal, type Playable, targetOf, withTraffic } from "../../game/index.ts";
import { type Design, forecast } from "../../sim/index.ts";
import { asSaid } from "./figure.ts";
import { withShareAway, withWrites } from "./scenario.ts";

/** What a twist does to a case. */
interface TwistRule {
  /** Factors on all traffic, and on the plain writes in it. */
  readonly traffic?: number;
  readonly writes?: number;
  /** The share of users that lives away from here on. */
  readonly shareAway?: number;
  /** A factor on the budget. */
  readonly budget?: number;
  /** Whether the money follows: the budget then pays for a design that answers it. */
  readonly isPaid?: true;
}

const twists = {
  "five-times-the-writes": { writes: 5, isPaid: true },
  "more-users": { traffic: 1.5, isPaid: true },
  "users-far-away": { shareAway: 0.6, isPaid: true },
  "smaller-budget": { traffic: 0.5, budget: 0.7 },
  "nothing-lost": { isPaid: true },
  "never-stale": { isPaid: true },
  "one-nine-more": { isPaid: true },
  "ready-sooner": { isPaid: true },
  "done-once": { isPaid: true },
  "found-sooner": { isPaid: true },
} as const satisfies Readonly<Record<string, TwistRule>>;

export type TwistName = keyof typeof twists;
export const twistNames = Object.keys(twists) as readonly TwistName[];

/** A twist that a level's shop can answer. */
export interface LevelTwist {
  readonly name: TwistName;
  /** Goals that are added, or take the place of those about the same. */
  readonly goals?: readonly Goal[];
  /** Designs that answer it, in one-line notation, in the order of the case's models; the last stands for all others. */
  readonly answers: readonly string[];
}

/** What a design may cost beyond what the answer does, where the money follows. */
const paidSlack = 1.1;

/** A case after a twist. */
export function twisted(
  { scenario, budget = 0, ...rest }: Playable,
  { name, goals = [] }: LevelTwist,
  answer: Design,
): Playable {
  const rule: TwistRule = twists[name];
  const busy = withTraffic(scenario, rule.traffic ?? 1);
  const written = withWrites(busy, rule.writes ?? 1);
  const after = rule.shareAway === undefined ? written : withShareAway(written, rule.shareAway);
  const wanted = asSaid(paidSlack * forecast(answer, after).perMonth, Math.ceil);
  return {
    ...rest,
    id: `${rest.id} +${name}`,
    scenario: after,
    goals: [
      ...rest.goals.filter(({ indicator }) => !goals.some((goal) => goal.indicator === indicator)),
      ...goals,
    ],
    budget: rule.isPaid ? Math.max(budget, wanted) : asSaid(budget * (rule.budget ?? 1), Math.floor),
  };
}

/** What a twist has changed of a case: what an interviewer says of it. */
export interface TwistTold {
  readonly name: TwistName;
  readonly goals: readonly Goal[];
  readonly budget: { readonly before: number; readonly after: number };
}

/** What is told of a twist. */
export function toldOf(name: TwistName, before: Playable, after: Playable): TwistTold {
  return {
    name,
    goals: after.goals.filter(
      (goal) =>
        !before.goals.some((each) => each.indicator === goal.indicator && targetOf(each) === targetOf(goal)),
    ),
    budget: { before: before.budget ?? 0, after: after.budget ?? 0 },
  };
}
