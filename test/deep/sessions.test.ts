import { expect, test } from "vitest";
import { type ExactReport, runExactly } from "../../src/exact/index.ts";
import {
  design,
  mixed,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";

const visits: Scenario = {
  ticks: 400,
  tickSec: 1,
  streams: mixed([[0, 600]], { page: 1 }, { us: 1 }, 0.3),
  data: { ...photoData, objects: 20_000 },
  clients: { ...patientClients, sessionSec: 600 },
  events: [],
};
const boxDies: Scenario = {
  ...visits,
  events: [{ label: "web-box-dies", what: "crash", tier: "web", boxes: 1, atSec: 200, untilSec: 350 }],
};
const four = (sessions: string, more = "") =>
  design(`dns · lb 1 interval=10s retry${sessions} · web 4×2${more} · db 4`);
const lossesOf = ({ failedBy }: Pick<ExactReport, "failedBy">) =>
  Object.fromEntries(failedBy.map(({ place, reason, count }) => [`${place}: ${reason}`, count]));

test("of four boxes that keep sessions for themselves, three do not know who comes", () => {
  const { indicators, failedBy } = runExactly(four(""), visits, 1);
  // The first request of a visit makes its session: one in thirty.
  expect(indicators["availability"]).toBeGreaterThan(0.25);
  expect(indicators["availability"]).toBeLessThan(0.31);
  expect(Object.keys(lossesOf({ failedBy }))).toEqual(["web: session-elsewhere"]);
});

test("a box that dies takes its own visitors' sessions along, and each of them fails once", () => {
  const { indicators, failedBy } = runExactly(four(" sticky"), boxDies, 1);
  const lost = indicators["sessionsLost"]!;
  expect(indicators["lostSessionsShare"]).toBeGreaterThan(0.2);
  expect(indicators["lostSessionsShare"]).toBeLessThan(0.3);
  const out = lossesOf({ failedBy })["web: logged-out"]!;
  // Some have ended their visit before.
  expect(out).toBeLessThanOrEqual(lost);
  expect(out).toBeGreaterThan(0.85 * lost);
});

test("who is logged in at the start has come to his box before", () => {
  const { answeredAt, failedAt } = runExactly(four(""), visits, 1);
  const sum = (counts: Float64Array) => counts.slice(0, 20).reduce((all, each) => all + each, 0);
  expect(sum(answeredAt) / (sum(answeredAt) + sum(failedAt))).toBeLessThan(0.4);
});

test.each(["pair", "sql"])("sessions in a shared store (%s) outlive the box", (store) => {
  const { indicators } = runExactly(four("", ` · sessions ${store}`), boxDies, 1);
  expect(indicators["sessionsLost"]).toBe(0);
  expect(indicators["availability"]).toBeGreaterThan(0.999);
});

const storeDies = (boxes: number): Scenario => ({
  ...visits,
  ticks: 60,
  streams: mixed([[0, 200]], { page: 1 }, { us: 1 }, 0.3),
  events: [{ label: "store", what: "crash", tier: "sessions", boxes, atSec: 20, untilSec: 40 }],
});

test("a pair whose node dies refuses lookups until its copy has taken over, and knows everybody", () => {
  const pair = four("", " · sessions pair");
  const { indicators, failedBy, failedAt } = runExactly(pair, storeDies(1), 1);
  expect(indicators["sessionsLost"]).toBe(0);
  expect(Object.keys(lossesOf({ failedBy }))).toEqual(["sessions: store-down"]);
  const seconds = [...failedAt.entries()].filter(([, failed]) => failed > 100).map(([sec]) => sec);
  expect(seconds).toEqual([20, 21, 22]);
  const { availability } = simulate(pair, storeDies(1), { seed: 1, ...reportedRun }).indicators;
  expect(Math.abs(indicators["availability"]! - availability!)).toBeLessThan(0.005);
});

test.each([
  ["node", 1],
  ["pair", 2],
])(
  "a store whose every node dies (%s) takes all sessions along: each of its visitors fails once more",
  (store, boxes) => {
    const { indicators, failedBy } = runExactly(four("", ` · sessions ${store}`), storeDies(boxes), 1);
    const losses = lossesOf({ failedBy });
    expect(indicators["lostSessionsShare"]).toBe(1);
    // Twenty seconds of 200 requests are refused; who has ended his visit since never learns.
    expect(losses["sessions: store-down"]! / (20 * 200)).toBeCloseTo(1, 1);
    expect(losses["sessions: logged-out"]!).toBeGreaterThan(0);
    expect(losses["sessions: logged-out"]!).toBeLessThan(indicators["sessionsLost"]!);
  },
);

test("sessions in a database and cookies on boxes know nothing of a store's death", () => {
  for (const design of [four(" sticky"), four("", " · sessions sql")])
    expect(runExactly(design, storeDies(1), 1).failed).toBe(0);
});

test("lookups of sessions are work for the database that keeps them", () => {
  const slow = { ...visits, streams: mixed([[0, 9_000]], { page: 1 }, { us: 1 }, 0.3), ticks: 60 };
  const on = (sessions: string) => design(`dns · lb 1 · web 8×8 · sessions ${sessions} · db 2`);
  expect(runExactly(on("pair"), slow, 1).indicators["availability"]).toBeGreaterThan(0.99);
  const { indicators, failedBy } = runExactly(on("sql"), slow, 1);
  expect(indicators["availability"]).toBeLessThan(0.9);
  expect(failedBy[0]).toMatchObject({ place: "db", reason: "queue-full" });
});

test("whose session is not looked up asks for nothing more: a drowned primary answers as many in the report", () => {
  const drowned = {
    ...visits,
    streams: mixed([[0, 9_000]], { page: 0.6, write: 0.4 }, { us: 1 }, 0.3),
    ticks: 60,
  };
  const sql = design("dns · lb 1 · web 8×8 · sessions sql · db 1 + 2×2 zones=B");
  const exact = runExactly(sql, drowned, 1).indicators["availability"]!;
  expect(exact).toBeLessThan(0.5);
  expect(simulate(sql, drowned, { seed: 1, ...reportedRun }).indicators.availability).toBeCloseTo(exact, 2);
});

test("boxes come when the target is passed and go when it is calm, as many as in the simulator", () => {
  const wave: Scenario = {
    ...visits,
    ticks: 900,
    streams: mixed(
      [
        [0, 600],
        [100, 600],
        [101, 2_400],
        [500, 2_400],
        [501, 600],
      ],
      { page: 1 },
      { us: 1 },
      0.3,
    ),
  };
  const pool = four("", " target=50 min=2 max=12 cooldown=30s window=30s boot=20s · sessions pair");
  const exact = runExactly(pool, wave, 1).indicators["webBoxesMean"]!;
  const report = simulate(pool, wave, { seed: 1, ...reportedRun }).indicators["webBoxesMean"]!;
  expect(exact / report).toBeGreaterThan(0.95);
  expect(exact / report).toBeLessThan(1.05);
  // It follows: neither always the fewest nor always the most.
  expect(exact).toBeGreaterThan(3);
  expect(exact).toBeLessThan(11);
});

test("a box that is given back takes its visitors' sessions along, unless they are kept elsewhere", () => {
  const calm = { ...visits, ticks: 300 };
  const pool = (more: string) => four(" sticky", ` target=60 min=2 max=4 cooldown=30s window=30s${more}`);
  expect(runExactly(pool(""), calm, 1).indicators["lostSessionsShare"]).toBeGreaterThan(0.3);
  expect(runExactly(pool(" · sessions pair"), calm, 1).indicators["lostSessionsShare"]).toBe(0);
});
