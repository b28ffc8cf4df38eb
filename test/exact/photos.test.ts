import { expect, test } from "vitest";
import { comparisonText } from "../../src/cli/commands/exact.ts";
import { playOnSec, runExactly } from "../../src/exact/index.ts";
import {
  design,
  mixed,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";
import { exact } from "../../src/words/en/exact.ts";
import { findLesson, words } from "../helpers/english.ts";

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

/** The worker dies and is not back within the hour for which a run is played on. */
const dead: Scenario = {
  ...photos,
  events: [{ label: "dead", what: "crash", tier: "workers", boxes: 1, atSec: 30, untilSec: 90_000 }],
};

test("photos that are not ready an hour after the end count with their age", () => {
  const { indicators } = runExactly(oneWorker, dead, 1);
  const { publishedJobs, doneJobs, unreadyJobs } = indicators;
  expect(unreadyJobs).toBe(publishedJobs! - doneJobs!);
  expect(unreadyJobs).toBeGreaterThan(30);
  expect(indicators["photoReadyP95Sec"]).toBeGreaterThan(playOnSec);
  expect(indicators["photoReadyP95Sec"]).toBeLessThan(playOnSec + 60);
});

test("how many those are is told below the comparison, and nothing where there are none", () => {
  const { level } = findLesson("10")!;
  const text = (scenario: Scenario) => {
    const model = simulate(oneWorker, scenario, { seed: 1, ...reportedRun });
    const runs = [runExactly(oneWorker, scenario, 1)];
    return { text: comparisonText(words, exact, level, oneWorker, model, runs), run: runs[0]! };
  };
  const late = text(dead);
  expect(late.text).toContain(
    `Not ready 60 minutes after the end: ${late.run.indicators["unreadyJobs"]} photos, counted with their age.`,
  );
  expect(text(photos).text).not.toContain("Not ready");
});
