import { expect, test } from "vitest";
import { playOnSec, runExactly } from "../../src/exact/index.ts";
import { design, mixed, patientClients, photoData, type Scenario } from "../../src/sim/index.ts";

/** Two photos a second; one worker with one core makes ten. */
const photos: Scenario = {
  ticks: 60,
  tickSec: 1,
  streams: mixed([[0, 2]], { photo: 1 }, { us: 1 }, 0.3),
  data: { ...photoData, objects: 1_000 },
  clients: patientClients,
  events: [],
};
const oneWorker = design("dns · lb 1 · web 1×2 · db 1 · queue durable ack=done · workers 1×1");

test("a run is played on until its photos are ready", () => {
  const { indicators } = runExactly(oneWorker, photos, 1);
  expect(indicators["unreadyJobs"]).toBe(0);
  expect(indicators["photoReadyP99Sec"]).toBeLessThan(5);
});

test("photos that are not ready an hour after the end count with their age, and are told", () => {
  const dead: Scenario = {
    ...photos,
    events: [{ label: "dead", what: "crash", tier: "workers", boxes: 1, atSec: 30, untilSec: 90_000 }],
  };
  const { indicators } = runExactly(oneWorker, dead, 1);
  const { publishedJobs, doneJobs, unreadyJobs } = indicators;
  expect(unreadyJobs).toBe(publishedJobs! - doneJobs!);
  expect(unreadyJobs).toBeGreaterThan(30);
  expect(indicators["photoReadyP95Sec"]).toBeGreaterThan(playOnSec);
  expect(indicators["photoReadyP95Sec"]).toBeLessThan(playOnSec + 60);
});
