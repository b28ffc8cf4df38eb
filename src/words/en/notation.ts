import type { AllowedValues, DesignJsonProblem, Expected, NotationError } from "../../sim/index.ts";

function takes(wanted: AllowedValues): string {
  switch (wanted.kind) {
    case "whole-number":
      return `a whole number from ${wanted.min} to ${wanted.max}`;
    case "one-of":
      return `one of ${wanted.choices.join(", ")}`;
    case "toggle":
      return "on or off";
    case "time":
      return `a time from ${wanted.min} to ${wanted.max}${wanted.never ? ", or never" : ""}`;
  }
}

function expected(wanted: Expected): string {
  switch (wanted.code) {
    case "length":
      return `at most ${wanted.max} characters`;
    case "first-part":
      return "a part such as dns, lb, web or db";
    case "part":
      return `a part: ${wanted.known.join(", ")}`;
    case "part-once":
      return `${wanted.part} once a site`;
    case "site":
      return `a second site: ${wanted.known.join(", ")}`;
    case "site-once":
      return "each site once";
    case "site-end":
      return "a separator (· or ;) after the site";
    case "number":
      return `a number after ${wanted.part}`;
    case "pair":
      return `a number × a size, such as 3×4 after ${wanted.part}`;
    case "option":
      return wanted.known.length === 0
        ? `nothing more after ${wanted.part}`
        : `an option of ${wanted.part}: ${wanted.known.join(", ")}`;
    case "separator":
      return `· or ; before ${wanted.before}`;
    case "value":
      return `${wanted.key} as ${takes(wanted.takes)}`;
    case "setting-once":
      return `${wanted.key} once`;
  }
}

/** Where, what was expected, what stands there. */
export function notation(error: NotationError): string {
  const found = error.found === "" ? "the end" : `"${error.found}"`;
  return `at character ${error.at}: expected ${expected(error.expected)}, found ${found}`;
}

export function designJson(problem: DesignJsonProblem): string {
  const { where } = problem;
  switch (problem.code) {
    case "no-object":
      return "a design is an object";
    case "no-settings":
      return `${where} is an object of settings`;
    case "no-sites":
      return `${where} is a list of sites`;
    case "no-site":
      return `${where} is an object`;
    case "unknown-setting":
      return `${where} has no setting ${problem.name}`;
    case "unknown-part":
      return `${where === "" ? "a design" : where} has no part ${problem.name}`;
    case "value":
      return `${where} takes ${takes(problem.takes)}, not ${problem.found}`;
    case "region":
      return `${where} is ${problem.found}; the first site is "us", others differ`;
  }
}
