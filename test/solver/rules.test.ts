import { describe, expect, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { toldClaim } from "../../src/present/claims.ts";
import { design, type ScenarioEvent, withValue } from "../../src/sim/index.ts";
import { ruleNames, rulesOf } from "../../src/solver/index.ts";
import { cli } from "../../src/words/en/cli.ts";
import { words } from "../helpers/english.ts";

const four = findLevel("4") as Level;
const look = (level: Level, name: string) => {
  const rule = rulesOf(level).find((each) => each.name === name);
  if (!rule) throw new Error(`level ${level.number} has no rule ${name}`);
  return rule.prove();
};
/** Level 4 with a balancer that nobody doubles, where that wins three stars. */
const fragile = design("dns · lb 1 interval=10s retry · web 9×8 · db 8 · kv 1");
const free = { goals: [], design: fragile } as const;
const kind: Level = { ...four, lesson: fragile, alsoPasses: fragile, stars: { two: free, three: free } };

describe("the rules by which nothing pays for fragility", () => {
  test("are told of every level, the audit's and the price's from level 4 on", () => {
    expect(rulesOf(four).map(({ name }) => name)).toEqual(ruleNames);
    expect(rulesOf({ ...four, number: 3 }).map(({ name }) => name)).toEqual(ruleNames.slice(2));
  });

  test("three stars for a single balancer break the audit's, and say with what", () => {
    const claim = look(kind, "audit-holds");
    expect(claim).toMatchObject({ ok: false, isRule: true });
    expect(claim.got).toEqual({
      code: "audit-breaks",
      losses: [{ fault: "lb", availability: expect.closeTo(0.8, 3) }],
    });
    expect(toldClaim(words, cli.claims, claim)).toMatchObject({
      ok: false,
      isRule: true,
      got: "not yet held: one balancer 80.0 %",
    });
  });

  test("a price that its own design meets without a copy breaks the price's; without a price there is none", () => {
    const priced = { goals: [{ indicator: "costPerMonth", atMost: 9_999 } as const], design: fragile };
    expect(look({ ...kind, stars: { two: priced, three: free } }, "price-keeps-copies").ok).toBe(false);
    expect(look(kind, "price-keeps-copies")).toMatchObject({ ok: true, got: { code: "no-price" } });
    const pair = withValue(fragile, "lb.nodes", 2);
    const kept = { ...priced, design: pair };
    expect(look({ ...kind, stars: { two: kept, three: free } }, "price-keeps-copies").ok).toBe(true);
  });

  test("a wrong idea that wins more stars than the lesson is named with its letter", () => {
    const starless = design("dns · lb 1 interval=30s · web 9×8 · db 8 · kv 1");
    const wrong = { letter: "Z", design: fragile, fails: {} } as const;
    const strict = { goals: [{ indicator: "availability", atLeast: 0.996 } as const], design: fragile };
    const level: Level = {
      ...kind,
      lesson: starless,
      alsoPasses: starless,
      stars: { two: strict, three: strict },
      wrongAnswers: [wrong],
    };
    const claim = look(level, "wrong-wins-nothing");
    expect(claim).toMatchObject({ ok: false, got: { code: "wrong-wins", letter: "Z", stars: 3, than: 1 } });
    expect(look({ ...level, wrongAnswers: [] }, "wrong-wins-nothing").ok).toBe(true);
  });

  test("the best answer is the lesson with three stars, or the third star's design where it holds the audit", () => {
    expect(look(kind, "best-answer-has-three").ok).toBe(true);
    const never = { goals: [{ indicator: "latencyP95Ms", atMost: 1 } as const], design: fragile };
    expect(look({ ...kind, stars: { two: never, three: never } }, "best-answer-has-three").ok).toBe(false);
  });

  test("what fails on one kind of day has no stars, whichever day the first seed makes", () => {
    const calm = { label: "calm", what: "news", atSec: 100 } as const;
    const dark = { label: "dark", what: "crash", tier: "primary", boxes: 1, atSec: 100 } as const;
    const onDays = (oneOf: readonly ScenarioEvent[]): Level => ({
      ...kind,
      scenario: { ...kind.scenario, drawn: [{ oneOf }] },
    });
    const hasThree = (oneOf: readonly ScenarioEvent[]) => look(onDays(oneOf), "best-answer-has-three").ok;
    expect([[calm], [calm, dark], [dark, calm]].map(hasThree)).toEqual([true, false, false]);
    // Nor does a wrong idea win by a day that lets it pass: without its copy it fails when the primary is lost.
    const pair = design("dns · lb 1 interval=10s retry · web 9×8 · db 8 + 1×8 promote=auto · kv 1");
    const winsOn = (oneOf: readonly ScenarioEvent[]) => {
      const strict = { goals: [{ indicator: "costPerMonth", atMost: 3_500 } as const], design: pair };
      const level: Level = {
        ...onDays(oneOf),
        budget: 9_999,
        lesson: pair,
        alsoPasses: pair,
        stars: { two: strict, three: strict },
        wrongAnswers: [{ letter: "Z", design: fragile, fails: {} }],
      };
      return !look(level, "wrong-wins-nothing").ok;
    };
    expect([[calm], [calm, dark], [dark, calm]].map(winsOn)).toEqual([true, false, false]);
  });

  test("a part beyond 80 % at the undisturbed peak leaves no room, workers apart", () => {
    expect(look(kind, "room-to-spare")).toMatchObject({ ok: true, got: { code: "busiest", place: "db" } });
    const tight = design("dns · lb 1 interval=10s retry · web 6×8 · db 8 · kv 1");
    const claim = look({ ...kind, alsoPasses: tight }, "room-to-spare");
    expect(claim).toMatchObject({ ok: false, got: { code: "busiest", place: "web" } });
  });
});
