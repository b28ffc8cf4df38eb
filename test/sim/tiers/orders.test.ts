import { describe, expect, test } from "vitest";
import {
  design,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  simulate,
} from "../../../src/sim/index.ts";

const orders = (perSec: number): Scenario => ({
  ticks: 600,
  tickSec: 1,
  streams: [{ kind: "order", curve: [[0, perSec]], regions: { us: 1 }, mobileShare: 0 }],
  data: photoData,
  clients: patientClients,
  events: [],
});
const oversold = (line: string, perSec: number) =>
  simulate(design(line), orders(perSec), { seed: 11, ...reportedRun }).indicators["oversold"];

describe("prints of which there is one each", () => {
  test("are never sold twice where the store has transactions", () => {
    expect(oversold("dns · web 2×4 · db 4 · kv 1", 100)).toBe(0);
    expect(oversold("dns · box 8", 100)).toBe(0);
  });

  test("are sold twice without them as often as two orders for one meet: with the square of the rate", () => {
    // λ² × 5 ms ÷ 100 prints, for 600 s.
    expect(oversold("dns · web 2×4 · kv 1 everything", 20)).toBe(12);
    expect(oversold("dns · web 2×4 · kv 1 everything", 40)).toBe(48);
    expect(oversold("dns · web 2×4 · kv 1 everything", 2)).toBe(0);
  });

  test("are no matter where nobody orders", () => {
    const { streams, ...rest } = orders(10);
    const pages = { ...rest, streams: streams.map((stream) => ({ ...stream, kind: "page" as const })) };
    const report = simulate(design("dns · web 2×4 · kv 1 everything"), pages, { seed: 11, ...reportedRun });
    expect(report.indicators["oversold"]).toBeUndefined();
  });
});
