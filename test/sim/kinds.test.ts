import { describe, expect, it } from "vitest";
import {
  design,
  kinds,
  patientClients,
  photoData,
  type RequestKind,
  requestKinds,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";

const options = { seed: 3, particles: 64, stride: 1 };

function day(rates: Partial<Record<RequestKind, number>>): Scenario {
  return {
    ticks: 60,
    tickSec: 1,
    streams: Object.entries(rates).map(([kind, perSec]) => ({
      kind: kind as RequestKind,
      curve: [[0, perSec]],
      regions: { us: 1 },
      mobileShare: 0,
    })),
    data: photoData,
    clients: patientClients,
    events: [],
  };
}

const roomy = design("dns · lb 1 · web 20×8 · db 16");

describe("kinds of requests", () => {
  it("only what a person waits for counts in the answer times: no photo, no file, no usage event", () => {
    const pages = simulate(roomy, day({ page: 100 }), options);
    const all = simulate(roomy, day({ page: 100, photo: 40, asset: 400, log: 400 }), options);
    const photos = all.latency.find(({ kind }) => kind === "photo");
    expect(photos?.p50Ms).toBeGreaterThan(90);
    for (const indicator of ["latencyP50Ms", "latencyP99Ms"] as const)
      expect(all.indicators[indicator]! / pages.indicators[indicator]!).toBeCloseTo(1, 1);
  });

  it("users do not notice a lost usage event, and all else they do", () => {
    expect(requestKinds.filter((kind) => !kinds[kind].isCounted)).toEqual(["log"]);
    const nowhere = design("dns · lb 1 · web 20×8");
    expect(simulate(nowhere, day({ log: 100 }), options).ledger).toMatchObject({ offered: 0, failed: 0 });
    for (const kind of ["photo", "order", "own"] as const)
      expect(simulate(nowhere, day({ [kind]: 100 }), options).indicators.availability).toBe(0);
  });

  it("what is read is neither written nor appended, and only what many read is cached", () => {
    for (const kind of requestKinds) {
      const { does, isCached, changesCached, joins } = kinds[kind];
      if (isCached || joins > 0) expect(does).toBe("read");
      if (changesCached) expect(does).toBe("write");
    }
    expect(kinds.own).toMatchObject({ does: "read", isCached: false });
  });
});
