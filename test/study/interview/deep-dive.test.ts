/** The deep dive asks about the weakest part of this design: every weakness there can be has a ladder that there is. */
import { describe, expect, test } from "vitest";
import { faultOf, faultParts, type GoalResult, type Topic } from "../../../src/game/index.ts";
import { levels } from "../../../src/levels/index.ts";
import { design, placeNames, reasons } from "../../../src/sim/index.ts";
import { caseRules } from "../../../src/study/interview/case-data.ts";
import { interviewCase } from "../../../src/study/interview/cases.ts";
import {
  deepDiveOf,
  laddersByFault,
  laddersByIndicator,
  laddersByPlace,
  laddersByReason,
  laddersOfLastResort,
} from "../../../src/study/interview/deep-dive.ts";
import type { Judged } from "../../../src/study/interview/judge.ts";
import { ladders } from "../../../src/words/en/ladders/index.ts";
import { judgedAs } from "../../helpers/judged.ts";

const ids: ReadonlySet<string> = new Set(ladders.ladders.map(({ id }) => id));

const goal = (indicator: GoalResult["indicator"], met: boolean): GoalResult => ({
  indicator,
  met,
  target: 1,
  bound: "atLeast",
  value: met ? 1 : 0,
});
const sound: Judged = {
  passed: true,
  goals: [goal("availability", true)],
  costPerMonth: 10,
  budget: 10,
  topics: [],
  growth: [],
};
const missing = (indicator: GoalResult["indicator"], ...topics: readonly Topic[]): Judged => ({
  ...sound,
  passed: false,
  goals: [goal(indicator, false)],
  topics: [indicator as Topic, ...topics],
});
const row = (name: Parameters<typeof faultOf>[0], holds: boolean, isCurable = true) => ({
  fault: faultOf(name),
  availability: holds ? 1 : 0.5,
  atLeast: 0.99,
  outageSec: 0,
  lost: { requests: 0 },
  failedBy: [],
  missed: [],
  holds,
  isCurable,
});
const audited = (...rows: readonly ReturnType<typeof row>[]): Judged => ({
  ...sound,
  audit: { undisturbed: { availability: 1, atLeast: 0.99, failedBy: [], holds: true }, rows, holds: false },
});

test("the goal that is named is the one that the ladder is about", () => {
  const goals = [goal("latencyP95Ms", false), goal("staleSecMax", false)];
  const both = { ...missing("latencyP95Ms"), goals };
  const stale = deepDiveOf({ ...both, topics: ["queue-full", "staleSecMax", "latencyP95Ms"] });
  expect(stale).toMatchObject({ goal: { indicator: "staleSecMax" }, ladder: laddersByIndicator.staleSecMax });
  const down = deepDiveOf({ ...both, topics: ["cache-down", "staleSecMax"] });
  expect(down).toMatchObject({ goal: { indicator: "latencyP95Ms" }, ladder: laddersByReason["cache-down"] });
});

describe("every weakness has a ladder", () => {
  test("that there is", () => {
    const tables = [laddersByReason, laddersByPlace, laddersByFault, laddersByIndicator, laddersOfLastResort];
    for (const table of tables) for (const id of Object.values(table)) expect(ids, id).toContain(id);
  });

  test("whichever goal of a level or of a twist is missed, whatever was the cause", () => {
    const goals = [
      ...levels.flatMap((level) => level.goals),
      ...Object.values(caseRules).flatMap(({ twists }) => twists.flatMap(({ goals = [] }) => goals)),
    ];
    const topics: readonly Topic[] = [
      ...reasons,
      ...placeNames.flatMap((place): Topic[] => [`busy ${place}`, `down ${place}`]),
    ];
    for (const { indicator } of goals) {
      expect(ids).toContain(deepDiveOf(missing(indicator)).ladder);
      for (const topic of topics) expect(ids).toContain(deepDiveOf(missing(indicator, topic)).ladder);
    }
  });

  test("whichever part is lost, and whatever gives way to growth", () => {
    for (const part of faultParts) expect(ids).toContain(deepDiveOf(audited(row(part, false))).ladder);
    for (const place of placeNames) {
      const growth = [
        { factor: 2, passed: false, availability: 0.5, first: { place, what: "saturated" as const } },
      ];
      expect(ids).toContain(deepDiveOf({ ...sound, growth }).ladder);
    }
    for (const reason of reasons) {
      const lost = { place: "web" as const, reason, count: 1 };
      expect(ids).toContain(
        deepDiveOf({ ...sound, growth: [{ factor: 2, passed: false, availability: 0.5, lost }] }).ladder,
      );
    }
  });
});

describe("the weakest part comes first", () => {
  const growth = [
    { factor: 2, passed: true, availability: 1 },
    {
      factor: 10,
      passed: false,
      availability: 0.1,
      first: { place: "db" as const, what: "saturated" as const },
    },
  ];

  test("a missed goal before a loss that is not borne", () => {
    const { audit } = audited(row("lb", false)) as Required<Judged>;
    const judged = { ...missing("lostWrites", "primary-down"), audit, growth };
    expect(deepDiveOf(judged)).toMatchObject({ kind: "goal", ladder: "sync-async-quorum" });
  });

  test("too much work is asked about by the part that has it", () => {
    expect(deepDiveOf(missing("availability", "timeout", "news", "busy web")).ladder).toBe(
      "how-many-servers",
    );
  });

  test("a bill that is too high where every goal is met", () => {
    expect(deepDiveOf({ ...sound, costPerMonth: 11 })).toMatchObject({
      kind: "bill",
      ladder: "cut-the-bill",
    });
  });

  test("the first loss that counts and is not borne, before what growth takes", () => {
    const judged = audited(row("box", false, false), row("web", true), row("sessions", false));
    expect(deepDiveOf({ ...judged, growth })).toMatchObject({ kind: "loss", ladder: "session-store-dies" });
  });

  test("what gives way first to growth where every loss is borne", () => {
    expect(deepDiveOf({ ...audited(row("web", true)), growth })).toMatchObject({
      kind: "growth",
      grown: { factor: 10 },
      ladder: "slow-database",
    });
  });

  test("and nothing where nothing gives way", () => {
    expect(deepDiveOf(sound).kind).toBe("none");
  });
});

const { playable } = interviewCase("04-load-balancer", 1, "senior");
const weak = await judgedAs(playable, design("dns · lb 1 interval=10s retry · web 8×8 · db 8 · kv 1"));

describe("what running a design shows", () => {
  test("of one with a single balancer: it passes and does not bear that loss", () => {
    expect(weak.passed).toBe(true);
    expect(weak.costPerMonth).toBeLessThanOrEqual(weak.budget);
    expect(weak.growth.map(({ factor }) => factor)).toEqual([2, 10]);
    expect(weak.growth[1]).toMatchObject({ passed: false, first: { place: "web" } });
    expect(deepDiveOf(weak)).toMatchObject({ kind: "loss", ladder: "who-balances-the-balancer" });
  });

  test("is plain data, which comes back from a file as it was", () => {
    expect(JSON.parse(JSON.stringify(weak))).toEqual(weak);
  });

  test("of one with too small a database: what failed, with its cause, and no more where goals alone are asked for", async () => {
    const { playable: scaling } = interviewCase("03-scaling", 1, "senior");
    const small = await judgedAs(scaling, design("dns · web 6×8 · db 2 · kv 1"), false);
    expect(small.passed).toBe(false);
    expect(small.audit).toBeUndefined();
    expect(small.growth).toEqual([]);
    expect(deepDiveOf(small)).toMatchObject({ kind: "goal", ladder: "slow-database" });
  });
});
