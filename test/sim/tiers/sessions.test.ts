import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import { Station } from "../../../src/sim/queueing/station.ts";
import { bill } from "../../../src/sim/report/cost.ts";
import type { Curve, ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { BoxGroups } from "../../../src/sim/tiers/web/box-groups.ts";
import { mean, members, play, traffic } from "./web-helpers.ts";

const rest = "db 32 + 4×8 · kv 1";
const logged = { clients: members } as const;
const dies: ScenarioEvent = { label: "dies", atSec: 300, what: "crash", tier: "web", boxes: 1 };

describe("sessions on the boxes", () => {
  test("without stickiness all but one of N requests land where nobody knows their session", () => {
    const report = play(`dns · lb 1 · web 5×8 · ${rest}`, traffic(5_000, [], logged));
    expect(report.is("availability")).toBeCloseTo(1 / 5, 3);
    expect(report.lost("web", "session-elsewhere")).toBeCloseTo(5_000 * 600 * 0.8, -2);
    expect(play(`dns · lb 1 sticky · web 5×8 · ${rest}`, traffic(5_000, [], logged)).is("availability")).toBe(
      1,
    );
    expect(play(`dns · lb 1 · web 1×16 · ${rest}`, traffic(5_000, [], logged)).is("availability")).toBe(1);
    expect(
      play(`dns · lb 1 · web 5×8 · sessions pair · ${rest}`, traffic(5_000, [], logged)).is("availability"),
    ).toBe(1);
  });

  test("where the servers keep no sessions, none of this matters", () => {
    expect(play(`dns · lb 1 · web 5×8 · ${rest}`, traffic(5_000)).is("availability")).toBe(1);
  });

  test("events and photos ask for no session", () => {
    const report = play(
      `dns · lb 1 · web 5×8 · ${rest}`,
      traffic(1_000, [], { ...logged, shares: { asset: 0.9, photo: 0.1 } }),
    );
    expect(report.lost("web", "session-elsewhere")).toBe(0);
  });

  test("a box that dies takes one Nth of the sessions; each of those people fails once", () => {
    const report = play(`dns · lb 1 sticky retry · web 10×8 · ${rest}`, traffic(10_000, [dies], logged));
    const live = (10_000 * 1_500) / 30;
    expect(report.is("lostSessionsShare")).toBeCloseTo(0.1, 3);
    expect(report.is("sessionsLost")).toBeCloseTo(live / 10, -3);
    expect(report.lost("web", "logged-out")).toBeCloseTo(live / 10, -3);
    const shared = play(
      `dns · lb 1 retry · web 10×8 · sessions pair · ${rest}`,
      traffic(10_000, [dies], logged),
    );
    expect(shared.is("lostSessionsShare")).toBe(0);
    const restart: ScenarioEvent = {
      label: "restart",
      atSec: 300,
      what: "restart",
      tier: "web",
      durationSec: 15,
    };
    expect(
      play(`dns · lb 1 sticky · web 10×8 · ${rest}`, traffic(10_000, [restart], logged)).is(
        "lostSessionsShare",
      ),
    ).toBeCloseTo(1, 3);
  });
});

describe("a box that leaves while another comes", () => {
  test("takes its sessions along: nine boxes stay nine, and one in nine is logged out", () => {
    // The first is back, found by a check, in the very second in which the second dies.
    const first: ScenarioEvent = { ...dies, atSec: 200, untilSec: 290 };
    const second: ScenarioEvent = { ...dies, label: "dies-too" };
    const lost = (events: readonly ScenarioEvent[]) =>
      play(`dns · lb 1 sticky retry interval=10s · web 10×8 · ${rest}`, traffic(10_000, events, logged)).is(
        "lostSessionsShare",
      );
    expect(lost([first])).toBeCloseTo(0.1, 3);
    // Nine boxes hold everybody when the second dies.
    expect(lost([first, second])).toBeCloseTo(1 / 10 + 1 / 9, 3);
  });

  test("is counted by who leaves, not by what the boxes come to", () => {
    const groups = (isSticky: boolean) => {
      const made = new BoxGroups(
        { newStation: () => new Station(64, 1, 1) },
        10,
        8,
        "round-robin",
        isSticky,
        false,
      );
      made.groups[0]!.sessions = 1_000;
      return made;
    };
    for (const isSticky of [true, false])
      for (const [boxes, leaving, share] of [
        [10, 1, 0.1],
        [9, 1, 0.1],
        [12, 1, 0.1],
        [12, 0, 0],
        [10, 0, 0],
        [10, 10, 1],
        [4, 6, 0.6],
      ] as const) {
        const made = groups(isSticky);
        expect(made.resize(boxes, 1 - leaving / 10)).toBeCloseTo(share, 9);
        expect(made.boxes).toBeCloseTo(boxes, 9);
        expect(made.sessions).toBeCloseTo(1_000 * (1 - share), 6);
      }
  });
});

describe("sticky users", () => {
  const crowd: Curve = [
    [0, 19_000],
    [100, 19_000],
    [101, 24_500],
    [1_800, 24_500],
  ];
  const scaled = "web 8×8 target=60 min=8 max=14";
  const long = { ticks: 1_800 };

  test("new boxes get only new sessions: they idle while the old ones burn", () => {
    const sticky = play(
      `dns · lb 2 sticky · ${scaled} · ${rest}`,
      traffic(crowd, [], { ...logged, ...long }),
    );
    const joined = sticky.column("web.boxes").findIndex((boxes) => boxes > 8);
    const [most, least] = [sticky.column("web.busiestCpu"), sticky.column("web.idlestCpu")];
    // In the first minute they take almost none of the load; after a visit's length, a fair part.
    expect(least[joined + 60]).toBeLessThan(0.1);
    expect(most[joined + 60]).toBeGreaterThan(0.75);
    expect(least[1_700]).toBeGreaterThan(0.3);
    const free = play(
      `dns · lb 2 · ${scaled} · sessions pair · ${rest}`,
      traffic(crowd, [], { ...logged, ...long }),
    );
    expect(free.column("web.busiestCpu")[joined + 60]).toBeCloseTo(
      free.column("web.idlestCpu")[joined + 60] as number,
      3,
    );
    expect(free.is("availability")).toBeGreaterThan(sticky.is("availability"));
  });

  test("the share of newcomers follows 1 − e^(−t/visit)", () => {
    // The box that comes back is empty: people who lived there were spread over the others.
    const back: ScenarioEvent = { ...dies, atSec: 100, untilSec: 300 };
    const line = `dns · lb 2 sticky interval=10 · web 10×8 · ${rest}`;
    const sticky = play(line, traffic(15_000, [back], { ...logged, ...long }));
    const ratio = (sec: number) =>
      (sticky.column("web.idlestCpu")[310 + sec] as number) / (sticky.column("web.cpu")[310 + sec] as number);
    for (const sec of [60, 300, 900, 1_400])
      expect(ratio(sec), `${sec} s`).toBeCloseTo(1 - Math.exp(-sec / 1_500), 2);
  });

  test("a balancer that looks for the emptier box sends new users to the newcomers", () => {
    const idlest = (policy: string) =>
      play(
        `dns · lb 2 sticky policy=${policy} · ${scaled} · ${rest}`,
        traffic(crowd, [], { ...logged, ...long }),
      ).column("web.idlestCpu")[500] as number;
    expect(idlest("least")).toBeGreaterThan(idlest("two"));
    expect(idlest("two")).toBeGreaterThan(idlest("round-robin") * 1.2);
  });

  test("every scale-in logs people out, unless the sessions live elsewhere", () => {
    const evening: Curve = [
      [0, 15_000],
      [1_800, 3_000],
    ];
    const sticky = play(
      `dns · lb 2 sticky · web 8×8 target=60 min=1 max=14 · ${rest}`,
      traffic(evening, [], { ...logged, ...long }),
    );
    const shared = play(
      `dns · lb 2 · web 8×8 target=60 min=1 max=14 · sessions pair · ${rest}`,
      traffic(evening, [], { ...logged, ...long }),
    );
    expect(sticky.is("lostSessionsShare")).toBeGreaterThan(1);
    expect(sticky.lost("web", "logged-out")).toBeGreaterThan(10_000);
    expect(shared.is("lostSessionsShare")).toBe(0);
    expect(shared.ledger.failed).toBe(0);
  });
});

describe("a shared store", () => {
  const store: ScenarioEvent = {
    label: "store",
    atSec: 300,
    untilSec: 330,
    what: "crash",
    tier: "sessions",
    boxes: 1,
  };

  test("a single node that dies logs everybody out; a pair keeps them all", () => {
    const node = play(`dns · lb 1 · web 8×8 · sessions node · ${rest}`, traffic(10_000, [store], logged));
    const pair = play(`dns · lb 1 · web 8×8 · sessions pair · ${rest}`, traffic(10_000, [store], logged));
    expect(node.is("lostSessionsShare")).toBeCloseTo(1, 3);
    expect(node.lost("sessions", "store-down")).toBe(30 * 10_000);
    expect(node.lost("sessions", "logged-out")).toBeGreaterThan(400_000);
    expect(pair.is("lostSessionsShare")).toBe(0);
    expect(pair.lost("sessions", "store-down")).toBe(3 * 10_000);
  });

  test("in the database, each request costs the primary a lookup of 0.2 ms", () => {
    const sql = play(`dns · lb 1 · web 12×8 · sessions sql · db 4 + 2×8`, traffic(20_000, [], logged));
    const pair = play(`dns · lb 1 · web 12×8 · sessions pair · db 4 + 2×8`, traffic(20_000, [], logged));
    expect(sql.is("availability")).toBeLessThan(0.99);
    expect(pair.is("availability")).toBeGreaterThan(0.999);
    const roomy = play(`dns · lb 1 · web 12×8 · sessions sql · db 16 + 2×8`, traffic(20_000, [], logged));
    expect(mean(roomy.column("db.utilization"))).toBeCloseTo((20_000 * 0.000_2) / 12.126, 1);
  });

  test("a store answers 200,000 lookups a second and adds half a millisecond", () => {
    const rate = traffic(220_000, [], { ...logged, ticks: 60 });
    const many = play(`dns · lb 2 · web 100×8 · sessions pair · db 32 · cache 4`, rate);
    expect(many.lost("sessions")).toBeGreaterThan(0);
    const few = traffic(1_000, [], { ...logged, ticks: 60 });
    const meanMs = (store: string) =>
      play(`dns · lb 1 sticky · web 2×8${store} · ${rest}`, few).is("latencyMeanMs");
    expect(meanMs(" · sessions pair") - meanMs("")).toBeCloseTo(0.5 + 0.05, 1);
  });

  test("what each costs", () => {
    const price = (store: string) =>
      bill(design(`web 2×8${store}`)).find((line) => line.id === "sessions")?.perMonth ?? 0;
    expect([
      price(" · sessions pair"),
      price(" · sessions node"),
      price(" · sessions sql"),
      price(""),
    ]).toEqual([456, 228, 0, 0]);
  });
});

test("a day of 1,440 minutes: the answer to each of its questions", () => {
  const h = 3_600;
  const day: [number, number][] = [];
  for (let m = 0; m <= 1_440; m += 10) {
    const rate = 8_000 + 52_000 * (0.5 - 0.5 * Math.cos(((m / 60 - 3) / 12) * Math.PI));
    if (m === 780 || m === 840) day.push([m * 60 - 1, m === 840 ? rate * 1.35 : rate]);
    day.push([m * 60, m >= 780 && m < 840 ? rate * 1.35 : rate]);
  }
  const scenario = traffic(day, [{ ...dies, atSec: 11 * h + 40 * 60 }], {
    ...logged,
    ticks: 1_440,
    tickSec: 60,
    shares: { page: 0.76, feed: 0.19, write: 0.05 },
  });
  const data = "cache 3 ttl=1h invalidate zones=2 · db 4 + 3×4 zones=AB";
  const run = (line: string) => play(`dns · ${line} · ${data}`, scenario);
  const start = run("lb 2 sticky retry · web 12×8");
  const naive = run("lb 2 sticky retry · web 12×8 target=60 min=4 max=30");
  const lesson = run("lb 2 retry · web 12×8 target=60 min=4 max=30 · sessions pair");
  const fixed = run("lb 2 sticky retry · web 17×8");
  const greedy = run("lb 2 retry · web 12×8 target=90 min=4 max=30 · sessions pair");
  expect(start.is("availability")).toBeLessThan(0.98);
  expect(start.is("lostSessionsShare")).toBeCloseTo(1 / 12, 2);
  expect(naive.is("lostSessionsShare")).toBeGreaterThan(1);
  expect(naive.is("availability")).toBeLessThan(0.999);
  expect(lesson.is("availability")).toBeGreaterThan(0.999);
  expect(lesson.is("lostSessionsShare")).toBe(0);
  expect(lesson.is("webBoxesMean")).toBeLessThan(13);
  expect(fixed.is("lostSessionsShare")).toBeCloseTo(1 / 17, 3);
  expect(fixed.costPerMonth).toBeGreaterThan(lesson.costPerMonth + 800);
  expect(greedy.is("availability")).toBeLessThan(0.999);
});
