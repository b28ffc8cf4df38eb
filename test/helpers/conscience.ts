/** What the report may differ by from the exact simulation, and what it is known to differ by. */
import type { Indicator } from "../../src/sim/index.ts";
import type { Comparison } from "./whole-designs.ts";

const availabilityApart = 0.005;
const latencyApart = 0.03;
/** Seconds, and share of the time since the start, that a collapse or a recovery may be apart. */
const secondsApart = 2;
const timesApart = 0.05;
/** Chance between runs is no error: so many standard deviations of the mean are left to it. */
const deviations = 2;

/** Known to differ by more, and why (docs/model.md has the words). */
const known: Readonly<Record<string, Partial<Record<"availability" | "latency" | "time", number>>>> = {
  // A fluid queue that empties takes its time to the last second; exact runs differ by as much among themselves.
  "2 B": { time: 0.1 },
  "3 C": { time: 0.08 },
};

/** Every way in which the report of a design is further from the exact runs than it may be; empty is well. */
export function conscience(found: Comparison, runs = 2): string[] {
  const { level, name, value } = found;
  const more = known[`${level} ${name}`] ?? {};
  const wrong: string[] = [];
  const say = (what: string, report: number, exact: number) =>
    wrong.push(`level ${level} ${name}: ${what} ${report.toPrecision(4)}, exact ${exact.toPrecision(4)}`);
  const available = value("availability");
  const chance = (between: number) => (deviations * between) / Math.sqrt(runs);
  if (
    Math.abs(available.report - available.exact) >
    (more.availability ?? availabilityApart) + chance(available.between)
  )
    say("availability", available.report, available.exact);
  for (const indicator of ["latencyP95Ms", "latencyP99Ms"] as const satisfies readonly Indicator[]) {
    const { report, exact, between } = value(indicator);
    if (Math.abs(report - exact) > (more.latency ?? latencyApart) * exact + chance(between))
      say(indicator, report, exact);
  }
  for (const [what, { report, exact }] of [
    ["first bad second", found.firstBadSec],
    ["last bad second", found.lastBadSec],
  ] as const) {
    // A threshold that is hardly crossed at all is crossed by chance.
    if (report < 0 || exact < 0) continue;
    if (Math.abs(report - exact) > secondsApart + (more.time ?? timesApart) * exact) say(what, report, exact);
  }
  return wrong;
}
