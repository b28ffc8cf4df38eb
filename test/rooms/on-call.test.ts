import { describe, expect, it } from "vitest";
import {
  beginShift,
  brokenAt,
  type Case,
  caseNamed,
  caseOf,
  cases,
  costSec,
  dayOf,
  dayTicks,
  proveCase,
  readShift,
  type Shift,
  type ShiftAction,
  scoreOf,
  worked,
} from "../../src/rooms/on-call/index.ts";
import { design } from "../../src/sim/index.ts";

const named = (id: string) => caseNamed(id) as Case;
const gray = named("gray-box");
const doing = (shift: Shift, ...actions: readonly ShiftAction[]) => actions.reduce(worked, shift);
const right: ShiftAction = { type: "name", place: "web", cause: "gray-box" };
const wrong: ShiftAction = { type: "name", place: "db", cause: "full-disk" };
const waits = Array.from({ length: 10 }, (): ShiftAction => ({ type: "wait" }));

describe("the cases on call", () => {
  it("are at least sixteen, each with its own cause", () => {
    expect(cases.length).toBeGreaterThanOrEqual(16);
    expect(new Set(cases.map(({ cause }) => cause)).size).toBe(cases.length);
  });

  it("come up once each before any comes again", () => {
    const first = cases.map((_, seed) => caseOf(seed).id);
    expect(new Set(first).size).toBe(cases.length);
    expect(caseOf(cases.length).id).toBe(first[0]);
  });

  it("have systems that can be built, and gauges that their systems have", () => {
    for (const which of cases) {
      expect(() => design(which.design), which.id).not.toThrow();
      expect(named(which.lookalike).cause, which.id).not.toBe(which.cause);
    }
  });

  it("look like their lookalikes from outside: what one may name, the other may be", () => {
    for (const which of cases) {
      const other = named(which.lookalike);
      expect(
        which.causes.includes(other.cause) || other.causes.includes(which.cause),
        `${which.id} ${other.id}`,
      ).toBe(true);
    }
  });

  it("show no share above all there is, be the day as broken as it can: a storm of retries", () => {
    const day = dayOf(named("retry-storm"), 1, []);
    expect(Math.max(...day.series("errorShare"))).toBeGreaterThan(0.5);
    for (const signal of ["errorShare", "web.lostShare", "db.lostShare"] as const)
      for (const share of day.series(signal)) expect(share, signal).toBeLessThanOrEqual(1);
  });

  it("offer no part beside a part of it: whoever names the one has not named another", () => {
    for (const { id, places } of cases)
      expect(places.includes("shards") && places.includes("hotShard"), id).toBe(false);
  });

  // All of them on several days: test/deep/on-call.test.ts.
  it("keep their claims: a sample", () => {
    const claims = proveCase(named("poison"), 1);
    expect(claims).toHaveLength(10);
    expect(claims.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("that claim what is not so are found out", () => {
    const lying: Case = { ...gray, changes: ["replace-box", "roll-back"], mends: ["roll-back"] };
    const broken = proveCase(lying, 1).filter(({ holds }) => !holds);
    expect(broken.map(({ change }) => change).sort()).toEqual(["replace-box", "roll-back"]);
  });
});

describe("a shift", () => {
  const begun = beginShift(gray, 5);

  it("begins when a promise has been broken for a while, and not before the fault", () => {
    const day = dayOf(gray, 5, []);
    expect(brokenAt(gray, day, begun.alarmSec, 20)).not.toEqual([]);
    expect(brokenAt(gray, day, begun.alarmSec - 25, 20)).toEqual([]);
  });

  it("lets time pass by what is done alone: a look, a wait, a name and a change cost theirs", () => {
    const look: ShiftAction = { type: "look", signal: "web.cpu" };
    expect(doing(begun, look).nowSec - begun.nowSec).toBe(costSec.look);
    expect(doing(begun, look, look).nowSec - begun.nowSec).toBe(costSec.look);
    expect(doing(begun, { type: "wait" }).nowSec - begun.nowSec).toBe(costSec.wait);
    expect(doing(begun, right, right).nowSec - begun.nowSec).toBe(costSec.name);
    const changed = doing(begun, right, { type: "make", change: "replace-box" });
    expect(changed.nowSec - begun.nowSec).toBe(costSec.name + costSec.make);
    expect(changed.made[0]!.atSec).toBe(changed.nowSec);
  });

  it("takes no change from whoever has named nothing, and none twice", () => {
    const make: ShiftAction = { type: "make", change: "replace-box" };
    expect(doing(begun, make)).toBe(begun);
    expect(doing(begun, right, make, make).made).toHaveLength(1);
  });

  it("shows until its change what it showed without it: the system runs on and does not begin anew", () => {
    const changed = doing(begun, right, { type: "make", change: "replace-box" });
    const { atSec } = changed.made[0]!;
    const [without, made] = [dayOf(gray, 5, []), dayOf(gray, 5, changed.made)];
    for (const signal of ["errorShare", "latencyP95Ms", "web.cpu", "db.utilization"] as const)
      expect([...made.series(signal).subarray(0, atSec)]).toEqual([
        ...without.series(signal).subarray(0, atSec),
      ]);
  });

  it("is worth three stars when the cause was named at once and mended without harm", () => {
    const done = doing(begun, right, { type: "make", change: "replace-box" }, ...waits, { type: "end" });
    expect(scoreOf(gray, done)).toMatchObject({
      ...{ stars: 3, foundSec: 0, wrongNamings: 0, isRestored: true, harmful: [] },
    });
  });

  it("loses a star for a wrong name, one for harm, and all where a promise stays broken", () => {
    const mended: readonly ShiftAction[] = [
      { type: "make", change: "replace-box" },
      ...waits,
      { type: "end" },
    ];
    expect(scoreOf(gray, doing(begun, wrong, right, ...mended)).stars).toBe(2);
    const harmed = doing(begun, right, { type: "make", change: "restart-web" }, ...mended);
    expect(scoreOf(gray, harmed)).toMatchObject({ stars: 2, harmful: [0] });
    expect(scoreOf(gray, doing(begun, right, ...waits, { type: "end" })).stars).toBe(0);
  });

  it("ends with its day, whatever is still to be done", () => {
    const late = { ...begun, nowSec: dayTicks - 1 };
    expect(worked(late, { type: "wait" })).toMatchObject({ nowSec: dayTicks, phase: "write" });
  });

  it("takes a post-mortem once the work is over, and nothing after that", () => {
    const write: ShiftAction = { type: "write", field: "why", text: "one box" };
    expect(doing(begun, write)).toBe(begun);
    const written = doing(begun, { type: "end" }, write);
    expect(written.written).toEqual({ why: "one box" });
    expect(doing(written, { type: "finish" }, right).phase).toBe("over");
  });

  it("is read again as it was kept, and not with names that its case does not know", () => {
    const kept = JSON.parse(JSON.stringify(doing(begun, right, { type: "make", change: "replace-box" })));
    expect(readShift({ ...kept, begunMs: 7 })).toEqual(kept);
    expect(readShift({ ...kept, case: "none" })).toBeUndefined();
    expect(readShift({ ...kept, made: [{ change: "reconnect", atSec: 200 }] })).toBeUndefined();
    expect(readShift({ ...kept, seed: 2 ** 32 - 1 })).toBeDefined();
    expect(readShift({ ...kept, seed: 2 ** 32 })).toBeUndefined();
    expect(readShift({ ...kept, nowSec: dayTicks + 1 })).toBeUndefined();
    expect(readShift({ ...kept, alarmSec: kept.nowSec + 1 })).toBeUndefined();
  });
});
