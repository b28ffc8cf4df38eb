/** Interviews of five seeds on any level, held from the prompt to the report. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Save } from "../../src/saves/index.ts";
import { interviewCase } from "../../src/study/interview/cases.ts";
import { holdInterview } from "../helpers/interviewed.ts";

test.each([1, 2, 3, 4, 5])("an interview of seed %i on any level comes to its report", async (seed) => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-interview-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { level } = interviewCase("mix", seed, "senior");
  const words = ["mix", "--seed", String(seed), "--jobs", "1", "--saves", folder];
  expect(await holdInterview(words, { level, seed })).toMatchObject({ code: 0, err: "" });
  const save = JSON.parse(readFileSync(join(folder, "progress.json"), "utf8")) as Save;
  expect(save.reports).toHaveLength(1);
  expect(save.interview).toBeUndefined();
});
