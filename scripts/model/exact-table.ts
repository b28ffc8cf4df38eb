/** Exact runs of whole designs, and the table of them beside the report, a row a figure. */
import {
  type Beheld,
  behold,
  type ConscienceCase,
  conscienceCases,
  titleOf,
} from "../../test/helpers/conscience.ts";
import { inputsOf, type RecordedRuns, readRuns, runsOf, writeRuns } from "../../test/helpers/exact-runs.ts";
import { exactFigures, type FigureName, playedIn, reportFigures } from "../../test/helpers/whole-designs.ts";

const head = [
  "| design | runs | figure | report | exact | difference | |",
  "|---|---|---|---|---|---|---|",
] as const;

const names: Readonly<Record<FigureName, string>> = {
  availability: "availability",
  lostSessionsShare: "sessions lost",
  latencyP95Ms: "p95, ms",
  latencyP99Ms: "p99, ms",
  photoReadyP95Sec: "p95 of photos, s",
  doneJobs: "photos ready",
  firstBadSec: "first bad second",
  lastBadSec: "last bad second",
};

/** A figure as a row. */
function rowOf(known: ConscienceCase, runs: number, found: Beheld): string {
  const { what, report, exact, interval, holds, byMargin } = found;
  const isShare = what === "availability" || what === "lostSessionsShare";
  const show = (value: number) => (isShare ? value.toFixed(4) : String(Math.round(value)));
  const difference = isShare
    ? `${((report - exact) * 100).toFixed(2)} points`
    : what.endsWith("BadSec")
      ? `${Math.round(report - exact)} s`
      : `${((report / exact - 1) * 100 || 0).toFixed(1)} %`;
  // Runs that agree to the last figure differ in how their mean is rounded.
  const between = interval > 1e-9 ? ` ± ${isShare ? interval.toFixed(4) : interval.toPrecision(2)}` : "";
  const note = byMargin ? `${holds ? "" : "**apart**: "}${known.reason ?? "not known why"}` : "";
  return `| ${titleOf(known)} | ${runs} | ${names[what]} | ${show(report)} | ${show(exact)}${between} | ${difference} | ${note} |`;
}

/** Plays exact runs of a design until so many are recorded; each is written down at once. */
function playOut(
  runs: RecordedRuns,
  each: ConscienceCase,
  count: number,
  tell: (line: string) => void,
): void {
  const played = playedIn(each, each.day);
  const known = [...runsOf(runs, each)];
  while (known.length < count) {
    const seed = known.length + 1;
    known.push({ inputs: inputsOf(played), seed, figures: exactFigures(played, seed) });
    runs.set(titleOf(each), known);
    writeRuns(runs);
    tell(`${titleOf(each)}: ${seed} of ${count}`);
  }
}

/** Plays what is missing of the designs that are asked for, and writes the rows of all that are recorded. */
export function exactTable(
  isAsked: (known: ConscienceCase) => boolean,
  count: number,
  tell: (line: string) => void,
): string {
  const runs = readRuns();
  for (const each of conscienceCases) if (isAsked(each)) playOut(runs, each, count, tell);
  const rows = conscienceCases.flatMap((each) => {
    const known = runsOf(runs, each);
    if (known.length === 0) return [];
    const exact = known.map(({ figures }) => figures);
    const found = behold(reportFigures(playedIn(each, each.day)), exact, each);
    return found.map((figure) => rowOf(each, exact.length, figure));
  });
  return [...head, ...rows].join("\n");
}
