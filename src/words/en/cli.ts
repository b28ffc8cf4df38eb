/** English: the words of the command line. */
import type { LabProblem } from "../../sim/index.ts";
import type { CliWords, NumberBounds, UsageWords } from "../contract/cli.ts";
import { claims } from "./claims.ts";
import { details, help, labReport, labs, summaries, systemFile } from "./command-help.ts";
import { exact } from "./exact.ts";
import { files } from "./files.ts";
import { interviewScreen } from "./interview/screen.ts";
import { labTables } from "./labs.ts";
import { designJson } from "./notation.ts";
import { onCall } from "./on-call.ts";
import { output } from "./output.ts";
import { inPart } from "./problems.ts";
import { real } from "./real.ts";
import { stack } from "./stack.ts";
import { writtenProblem } from "./system-problems.ts";
import { unread } from "./unread.ts";

const numberFrom = ({ min, max, whole = false }: NumberBounds) =>
  `${whole ? "a whole number" : "a number"} from ${min} to ${max}`;

function labField({ field, problem }: LabProblem): string {
  switch (problem.code) {
    case "bounds":
      return `${field} takes a ${problem.whole ? "whole " : ""}number from ${problem.min} to ${problem.max}, not ${problem.found}`;
    case "placement":
      return `placement takes ring or modulo, not ${problem.found}`;
    case "trigger":
      return `the trigger must end before second ${problem.beforeSec}`;
  }
}

/** By the system's code. */
const unwritten: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file grew too large",
  EIO: "the device failed",
};

const usage: UsageWords = {
  ...unread,
  noCommand: ({ name, near, names }) =>
    `there is no command "${name}": ${near === undefined ? `give one of ${names.join(", ")}` : `did you mean ${near}?`}`,
  onlyReport: ({ word }) => `lab: "${word}" is a word too many; only lab report takes the name of a bench`,
  noLab: ({ name, near, names }) =>
    `there is no lab "${name}": ${near === undefined ? `give ${names.join(", ")}` : `did you mean ${near}?`}`,
  noExperiment: ({ name, near, names }) =>
    `there is no experiment "${name}": ${near === undefined ? `give ${names.join(", ")}` : `did you mean ${near}?`}`,
  realTrouble: real.trouble,
  dayIsShift: ({ date }) => `${date} is a shift on call: play on-call --day ${date}`,
  dayIsNoShift: ({ date }) => `${date} is no shift on call: play simulate --day ${date} --design D`,
  dayOnly: ({ flag }) => `--day and --${flag} exclude each other: the day says all of it`,
  noPuzzle: ({ name, near, names }) =>
    `there is no puzzle "${name}": ${near === undefined ? `give ${names.join(", ")}` : `did you mean ${near}?`}`,
  otherPuzzle: ({ puzzle, flag, own }) => `puzzle ${puzzle} takes no --${flag}: it asks for --${own}`,
  noFault: ({ name, near, puzzle }) =>
    `no fault "${name}" can be bought: ${near === undefined ? `play puzzle ${puzzle} lists them` : `did you mean ${near}?`}`,
  noTopic: ({ name, near, count }) =>
    `no ladder is called "${name}": ${near === undefined ? `play ladder lists its ${count} topics` : `did you mean "${near}"?`}`,
  noTerm: ({ name, near, count }) =>
    `the glossary has no word "${name}": ${near === undefined ? `play glossary lists its ${count} words` : `did you mean "${near}"?`}`,
  timerOrNot: () => "--minutes and --no-timer exclude each other: give one of them",
  interviewOpen: ({ phase }) =>
    `an interview is not over (it is at "${interviewScreen.phases[phase]}"): play interview goes on with it, --anew gives it up`,
  answersEnd: ({ path, phase }) =>
    `${path} ends at "${interviewScreen.phases[phase]}": an answer a line, up to your own marks`,
  shiftEnds: ({ path }) =>
    `${path} ends before the shift does: write a line for each step, end, and five lines of post-mortem`,
  shiftOver: ({ path, line, why }) => `${path}, line ${line}: ${why}`,
  shiftLine: ({ path, line, why }) => `${path}, line ${line}: ${why} ${onCall.prompt.help}`,
  unknownCase: ({ id, known }) => `--case ${id} is none of the cases: ${known}`,
  otherReport: ({ at }) =>
    `the report of ${at} is of another version of the game, or was changed by hand: it cannot be read here`,
  noReport: () => "there is no report yet: play interview holds one, and its end is a report",
  answersTooMany: ({ path, answers, drills }) =>
    `${path} has ${answers} answers for ${drills === 1 ? "1 drill" : `${drills} drills`}: give the --count, --kind and --seed that they were printed with`,
  notAnswers: ({ path }) => `${path}: expected a line for each answer, or a JSON list of texts and numbers`,
  noCards: () => "no level is passed yet, so there is no card: --all gives the cards of every level",
  missingWord: ({ command, word, usage }) => `${command} needs ${word}: play ${usage}`,
  unknownWord: ({ command, word, usage }) => `${command} does not know "${word}": play ${usage}`,
  unquoted: ({ command, word }) =>
    `${command} does not know "${word}": is it part of a design? Put the whole design in quotes`,
  noOption: ({ command, option, near, owner, known }) => {
    const start = `${command} has no option ${option}`;
    if (near !== undefined) return `${start}: did you mean --${near}?`;
    if (owner === "game") return `${start}: it belongs to the game itself, play ${option} …`;
    if (owner === "commands") return `${start}: it belongs to a command, such as play levels --json`;
    return `${start}: it takes ${known.map((each) => `--${each}`).join(", ")}`;
  },
  optionFirst: ({ word }) => `options come after the command: play ${word} …`,
  optionTwice: ({ command, flag }) => `${command} takes --${flag} once`,
  valueMissing: ({ flag }) => `--${flag} needs a value: --${flag} …`,
  valueTooMany: ({ flag, value }) => `--${flag} takes no value: leave "${value}" out`,
  numberMissing: ({ flag, bounds }) => `--${flag} is missing: give ${numberFrom(bounds)}`,
  notNumber: ({ flag, found, bounds }) => `--${flag} ${found}: expected ${numberFrom(bounds)}`,
  noLevel: ({ name, known }) =>
    `${name === undefined ? "--level is missing" : `there is no level "${name}"`}: give one of ${known.join(", ")}`,
  designMissing: () => "a design is missing: give start, lesson, a line of notation or a file",
  designOfLevel: ({ word }) => `"${word}" is a level's design: give --level too`,
  notPlayable: ({ design, problem }) => `design "${design}" ${inPart(problem)}`,
  jsonOrFormat: ({ format }) => `--json and --format ${format} exclude each other: give one of them`,
  runsOrSeries: () => "--runs and --series exclude each other: a series is of one run",
  runsOfLevel: () => "--runs needs --level: what share of runs passes is asked of goals",
  scenarioOrLevel: () => "--scenario and --level exclude each other: a level has its own scenario",
  notShard: ({ found }) => `--shard ${found}: expected i/n with i from 1 to n, such as 1/4`,
  noStack: ({ reason }) => `this design ${stack.refusal(reason)}`,
  noWrongAnswer: ({ letter, level, known }) =>
    `level ${level} has no wrong answer "${letter}" with a design: give one of ${known.map((each) => `wrong:${each}`).join(", ")}`,
  stackOfLevel: () => "a stack needs a level's traffic: give --level, or a share code",
  stackFolder: () => "a stack is a folder of files: give --out DIR, one that is not there yet",
  notEmpty: ({ path }) => `${path} is there and not empty: give another folder`,
  notResults: ({ path }) =>
    `${path} holds no results: give the results.json that run.sh or k6 (--summary-export) wrote`,
  notExpected: ({ path }) =>
    `${path} does not say what is expected: results lie beside the expected.json of their stack`,
  notExact: ({ level, reason }) =>
    `level ${level} with this design cannot be played exactly: ${exact.reason(reason)}`,
  optionOfOther: ({ of, flag, owner, usage }) =>
    `${of} has no option --${flag} (${owner} has): play ${of} ${usage}`,
  rateWithoutTtl: () => "--rate counts only together with --ttl or a sampled policy",
  ttlOfSampled: () => "a sampled policy keeps entries until they are evicted: leave out --ttl",
  labField: ({ flag, problem }) => `${flag === undefined ? "" : `--${flag}: `}${labField(problem)}`,
  notText: ({ path, oddity }) => `${path} is ${files.encoding(oddity)}: save it as UTF-8`,
  notJson: ({ path, problem }) => `${path} is not JSON: ${files.json(problem)}`,
  tooLarge: ({ path, bytesMax }) => `${path} is too large: at most ${bytesMax} bytes are read`,
  noSave: ({ directory }) =>
    `nothing is saved in ${directory}: play first, or name the folder of the saves with --saves DIR`,
  refused: ({ errno }) => `the game cannot go on here: ${files.reason(errno)}`,
  noFolder: ({ path }) =>
    `${path} begins in the folder you are in, and that was deleted: give a whole path, or go to another folder`,
  unwritten: ({ errno = "unknown reason" }) =>
    `the output could not be written: ${unwritten[errno] ?? errno}`,
  unreadable: ({ path, errno = "unknown reason" }) =>
    errno === "EISDIR"
      ? `${path} cannot be read (${errno}): it is a folder, give a file`
      : `${path} cannot be read (${errno}): ${files.reason(errno)}${errno === "ENOENT" ? ", give a file that exists" : ""}`,
  scenario: ({ path, ...found }) => `${path}: ${writtenProblem(found, "the scenario")}`,
  system: ({ path, ...found }) => `${path}: ${writtenProblem(found, "the system")}`,
  systemNew: ({ word }) =>
    `play system has no "${word}": play system new writes a system file to begin with; list, export and import are of your own`,
  noSystem: ({ name, known }) =>
    `there is no system "${name}": ${known.length === 0 ? "none is saved yet, give a file or a code" : `give a file, a code or one of ${known.map((each) => `"${each}"`).join(", ")}`}`,
  systemOnly: ({ flag }) => `--system and --${flag} exclude each other: a system file says all of it`,
  runToShare: () =>
    "a card or a film is of a run: give a share code, or a design with --level N, --day DATE or --puzzle ID",
  oneBoard: ({ flag, other }) =>
    `--${flag} and --${other} exclude each other: each says where the design is run`,
  systemHasNoCard: () =>
    "a system of your own has no card and no film: its code is what is shared; play system import CODE keeps it",
  redTeamHasNoCard: ({ puzzle }) =>
    `puzzle ${puzzle} is to be broken, no design is run on it: play puzzle ${puzzle} --fault F tells what a fault does`,
  exists: ({ path }) => `${path} is there already: give another name`,
  unwritable: ({ path, errno }) =>
    `${path} cannot be written (${errno ?? "no reason given"}): give another place`,
  designJson: ({ path, problem }) => `${path}: ${designJson(problem)}`,
};

export const cli: CliWords = {
  usage,
  output,
  claims,
  exact,
  stack,
  labTables,
  real,
  help,
  summaries,
  labs,
  labReport,
  details,
  systemFile,
};
