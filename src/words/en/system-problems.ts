import type { FieldTakes } from "../../rooms/sandbox/index.ts";
import type { WrittenProblem } from "../contract/sandbox.ts";
import { notation } from "./notation.ts";
import { regionName } from "./places.ts";

function give(takes: FieldTakes): string {
  switch (takes.code) {
    case "number":
      return `give a ${takes.whole ? "whole " : ""}number from ${takes.min} to ${takes.max}`;
    case "one-of":
      return `give one of ${takes.choices.join(", ")}`;
    case "list":
      return `give a list of ${takes.min} to ${takes.max} entries`;
    case "flag":
      return "give true or false";
    case "point":
      return "give [seconds, requests per second]";
    case "name":
      return "give a short name";
    case "name-length":
      return `give 1 to ${takes.max} printable characters`;
    case "notation":
      return 'give a design in one line, such as "dns · lb 2 · web 3×4 · db 8"';
    case "one-bound":
      return "give either atMost or atLeast";
    case "indicator":
      return `give a figure of a report, such as ${takes.known.slice(0, 6).join(", ")} or costPerMonth`;
    case "shares":
      return `give shares by region: ${takes.regions.join(", ")}`;
    case "object":
      return `give an object with ${takes.fields.join(", ")}`;
  }
}

/** Where, what stands there, how to mend it; `whole` is what all of it is called. */
export function writtenProblem({ problem, near }: WrittenProblem, whole: string): string {
  switch (problem.code) {
    case "is-list":
      return `${whole} is a list: ${give(problem.takes)}`;
    case "unknown":
      return `${problem.where} is unknown: ${
        near === undefined
          ? `leave it out, or give one of ${problem.known.join(", ")}`
          : `did you mean ${near}?`
      }`;
    case "missing":
      return `${problem.where} is missing: ${problem.takes === undefined ? "add it" : give(problem.takes)}`;
    case "wrong":
      return `${problem.where || whole} is ${problem.found}: ${give(problem.takes)}`;
    case "early-point":
      return `${problem.where} comes before the point in front of it (${problem.afterSec} s): put points in order of time`;
    case "share-sum":
      return `${problem.where} sums to ${problem.sum}: shares of all users sum to 1`;
    case "event-late":
      return `${problem.where} is ${problem.atSec}: the run ends at ${problem.endSec} s, let the event begin before`;
    case "event-ends-early":
      return `${problem.where} is ${problem.untilSec}: give a time after atSec (${problem.atSec}), or leave it out`;
    case "disk-never-full":
      return `${problem.where} is missing: say when the disk is full`;
    case "notation":
      return `${problem.where} "${problem.line}" ${notation(problem.error)}${near === undefined ? "" : `: did you mean "${near}"?`}`;
    case "twice":
      return `${problem.where} bounds the same figure as ${problem.first}: leave one of them out`;
    case "no-site":
      return `${problem.where} is ${problem.region}: the design has no site there (it has ${problem.sites.map(regionName).join(", ")}), add one to it or leave the region out`;
    case "too-many":
      return `streams ask for up to ${problem.requests.toPrecision(2)} requests: more than can be counted exactly, lower the rates or ticks`;
  }
}
