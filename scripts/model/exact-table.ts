/** The table of whole designs beside the exact simulation, a row a figure; rows of levels not played stay as they are. */
import {
  type Beheld,
  behold,
  type ConscienceCase,
  conscienceCases,
  titleOf,
} from "../../test/helpers/conscience.ts";
import { tenthOf } from "../../test/helpers/tenth-town.ts";
import { compare } from "../../test/helpers/whole-designs.ts";

const head = ["| design | figure | report | exact | difference | |", "|---|---|---|---|---|---|"] as const;

const names: Readonly<Record<string, string>> = {
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
export function rowOf(known: ConscienceCase, found: Beheld): string {
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
  return `| ${titleOf(known)} | ${names[what]} | ${show(report)} | ${show(exact)}${between} | ${difference} | ${note} |`;
}

/** Plays those designs of the list that are asked for, so often at least, and puts their rows in the place of old ones. */
export function exactTable(
  before: string,
  isAsked: (known: ConscienceCase) => boolean,
  runsMin: number,
  tell: (line: string) => void,
): string {
  const old = before.split("\n").filter((line) => line.startsWith("| level "));
  const rows = conscienceCases.flatMap((each) => {
    if (!isAsked(each)) {
      const start = `| ${titleOf(each)} |`;
      return old.filter((line) => line.startsWith(start));
    }
    const runs = Math.max(runsMin, each.runs);
    const found = compare(each, runs, (whole) => tenthOf(whole, each.day));
    const played = behold(found, { ...each, runs }).map((figure) => rowOf(each, figure));
    for (const row of played) tell(row);
    return played;
  });
  return [...head, ...rows].join("\n");
}
