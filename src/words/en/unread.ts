/** English: what is said of a text that was given and cannot be taken as it is: a code, a line, an address, a save. */
import type { ShareCodeProblem } from "../../game/index.ts";
import type { UnreadWords } from "../contract/cli.ts";
import { day } from "./day.ts";
import { notation } from "./notation.ts";
import { refusal } from "./problems.ts";
import { sandbox } from "./sandbox.ts";
import { damages } from "./saves.ts";

function shareCode(problem: ShareCodeProblem): string {
  switch (problem.code) {
    case "form":
      return "it does not have the form ztm-level-design-seed-version";
    case "changed":
      return "a letter of it was changed or lost";
    case "seed":
      return `its seed is beyond ${problem.max}`;
    case "no-level":
      return `there is no level ${problem.level} here`;
    case "no-design":
      return problem.made
        ? `it was made with simulator ${problem.made.version}, this is ${problem.made.own}, and the shop of level ${problem.level} sells no such design any more`
        : `level ${problem.level} has no such design`;
  }
}

export const unread: UnreadWords = {
  noDay: day.noDay,
  notOneOf: ({ flag, found, choices }) => `--${flag} ${found}: expected ${choices.join(", ")}`,
  shareCode: ({ code, problem }) => `share code ${code}: ${shareCode(problem)}`,
  notSold: ({ refusal: found, more }) => `${refusal(found)}${more === 0 ? "" : ` (and ${more} more)`}`,
  notSave: ({ path, damages: found }) =>
    `${path} is no sound save, and nothing was imported (${damages(found)}): give a file that play save export wrote`,
  newerSave: ({ path, version, own }) =>
    `${path} is of a newer game (its saves have version ${version}, these ${own}): update the game here first`,
  notation: ({ line, error, near }) =>
    `design "${line}" ${notation(error)}${near === undefined ? "" : `: did you mean "${near}"?`}`,
  systemCode: ({ problem }) => sandbox.codeProblem(problem),
  otherVersion: ({ code, own }) =>
    `this code was made with simulator ${code}, this is ${own}: figures may differ from what was seen`,
};
