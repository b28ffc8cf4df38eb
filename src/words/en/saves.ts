import type { BrokenRule, Damage, Farewell, FieldFlaw, Notice, Trouble } from "../../saves/index.ts";
import type { KeptCounts, SavesWords } from "../contract/saves.ts";
import { counted } from "./counts.ts";
import { files } from "./files.ts";

function short(found: Trouble): string {
  switch (found.code) {
    case "busy":
      return "another game keeps the saves busy";
    case "too-large":
      return "it has grown too large";
    case "full":
      return "the browser has no room left for it";
    case "forbidden":
      return "the browser lets this page keep nothing";
    default:
      return files.reason(found.errno);
  }
}

function trouble(found: Trouble): string {
  switch (found.code) {
    case "busy":
      return `Another game keeps the saves busy. If none is open, remove ${found.lock}.`;
    case "too-large":
      return `Progress would take more than ${found.limitMb} MB; remove some saved designs.`;
    case "full":
      return "The browser has no room left for your progress. Save it to a file, or clear what other pages keep.";
    case "forbidden":
      return "The browser lets this page keep nothing: save your progress to a file before you close it.";
    default: {
      const verb = found.code === "unwritable" ? "saved" : "read";
      return `Progress cannot be ${verb} in ${found.place}: ${files.reason(found.errno)}. Choose another folder with --saves DIR or ZTM_SAVES.`;
    }
  }
}

const flaws: Readonly<Record<FieldFlaw | "not-an-object", string>> = {
  "not-an-object": "not an object",
  "not-a-version": "missing or not a version",
  "not-a-list": "not a list",
  "wrong-shape": "of the wrong shape",
  "too-deep": "nested too deeply",
  "control-characters": "control characters",
  "not-a-name": "not a name the game uses",
  unknown: "unknown",
};

const rules: Readonly<Record<BrokenRule, string>> = {
  type: "type",
  integer: "integer",
  finite: "finite",
  regex: "format",
  max_length: "length",
  min_value: "value",
  max_value: "value",
};

function damage(found: Damage): string {
  switch (found.code) {
    case "too-large":
      return `larger than ${found.limitMb} MB`;
    case "encoding":
      return files.encoding(found.oddity);
    case "empty":
      return "the file is empty";
    case "loose":
      return "comments or commas that JSON does not have";
    case "not-json":
      return `not complete JSON, ${files.json(found.problem)}`;
    case "wrong-value": {
      const { field, expected, received } = found;
      const rule = rules[found.rule];
      return expected === null
        ? `${field}: Invalid ${rule}: Received ${received}`
        : `${field}: Invalid ${rule}: Expected ${expected} but received ${received}`;
    }
    default:
      return `${found.field ?? "the file"}: ${flaws[found.code]}`;
  }
}

/** The first three, and how many more. */
export function damages(found: readonly Damage[]): string {
  const more = found.length > 3 ? `; and ${found.length - 3} more` : "";
  return found.slice(0, 3).map(damage).join("; ") + more;
}

function notice(found: Notice): string {
  switch (found.code) {
    case "no-home":
      return `You have no home folder here: progress is kept in ${found.directory}, which may be emptied. Choose another with --saves DIR.`;
    case "elsewhere":
      return `${found.directory} may not be written (${files.reason(found.errno)}): your progress is kept in ${found.fallback}.`;
    case "brought-back":
      return `Progress was missing here and was brought back from its copy, ${found.copy}. To start over, press x on the map.`;
    case "started-over":
      return `You start over. The progress until now is kept: ${found.aside}`;
    case "updated":
      return `Progress of version ${found.version} was brought up to date. The old file is kept: ${found.aside}`;
    case "newer":
      return `Progress was saved by a newer game (version ${found.version}). The old file is kept: ${found.aside} Recovered: ${found.levels} levels, ${found.cards} cards.`;
    case "damaged":
      return `The saved progress was damaged (${damages(found.damages)}). The old file is kept: ${found.aside} Recovered: ${found.levels} levels, ${found.cards} cards.`;
  }
}

function farewell(found: Farewell): string {
  return found.code === "written"
    ? `${trouble(found.trouble)} Your progress was written to ${found.path} instead: copy it to ${found.directory}.`
    : `${trouble(found.trouble)} What was done since then is lost.`;
}

/** What there is any of, counted. */
const listed = (all: readonly (readonly [count: number, one: string, many: string])[]) =>
  all
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => counted(count, one, many))
    .join(", ");

const kept = ({ cards, ladders, interviews, systems, shifts, puzzles, days }: KeptCounts) =>
  [
    [cards, "card", "cards"],
    [ladders, "ladder", "ladders"],
    [interviews, "interview", "interviews"],
    [systems, "system", "systems"],
    [shifts, "shift on call", "shifts on call"],
    [puzzles, "puzzle", "puzzles"],
    [days, "level of the day", "levels of the day"],
  ] as const;

export const saves: SavesWords = {
  notice,
  trouble,
  short: (found) => `NOT SAVED: ${short(found)}. It is tried again and again.`,
  farewell,
  playOn: "Play on: what you do is kept in memory and saved as soon as that is possible.",
  savedAgain: "All is saved again: what had to wait is on the disk.",
  exportsInPart: (found) =>
    `not all that is saved can be read (${damages(found)}): the rest is exported, the file stays as it is`,
  exported: ({ path, passed, stars, ...rest }) =>
    `${path} has your progress: ${[`${counted(passed, "level", "levels")} passed with ${counted(stars, "star", "stars")}`, listed(kept(rest))].filter(Boolean).join(", ")}. There: play save import ${path}`,
  imported: ({ levels, settings, removed, ...rest }) => {
    const all = listed([[levels, "level", "levels"], ...kept(rest), [settings, "setting", "settings"]]);
    if (all === "" && removed === 0) return "Nothing is new in it: what is saved here has all of that.";
    const added = all === "" ? [] : [`New or better from there: ${all}.`];
    const gone =
      removed === 0
        ? "Nothing that was here is lost."
        : `${counted(removed, "design or system", "designs and systems")} that you removed there ${removed === 1 ? "is" : "are"} gone here too.`;
    return [...added, gone].join(" ");
  },
  quit: "Ends the game. What is not saved yet is tried once more.",
};
