/** What the labs have found, as lines: the table of trials, the same trial on the command line, the report. */
import {
  type Bench,
  type BenchName,
  benchNamed,
  foretold,
  type Tried,
  type Turned,
  type TurnId,
} from "../labs/index.ts";
import type { LabScreenWords } from "../words/contract/lab-screens.ts";

/** Where the knobs stand, in order, in words. */
export function settingsOf(labs: LabScreenWords, { sweep, others }: Bench, turned: Turned): string[] {
  return [sweep, ...others].map(({ id }) => settingText(labs, turned, id));
}

function settingText(labs: LabScreenWords, turned: Turned, id: TurnId): string {
  const value = turned[id];
  return value === undefined ? "" : labs.setting(id, value);
}

/** A row of the table: knobs, what was expected, what came, measured, theory. */
export function trialRow(
  labs: LabScreenWords,
  bench: Bench,
  trial: Tried,
  changes: LabScreenWords["changes"],
): string[] {
  const { expected, came, measured, theory, turned } = trial;
  return [
    ...settingsOf(labs, bench, turned),
    expected === undefined ? "" : changes[expected],
    came === undefined ? "" : `${expected === came ? "✓" : "✗"} ${changes[came]}`,
    labs.value(bench.unit, measured),
    theory === null ? "–" : labs.value(bench.unit, theory),
  ];
}

/** The heads of the table. */
export function trialHeads(labs: LabScreenWords, { sweep, others }: Bench): string[] {
  const { expected, came, measured, theory } = labs.heads;
  return [...[sweep, ...others].map(({ id }) => labs.turns[id]), expected, came, measured, theory];
}

/** The command that makes the same trial. */
export function sameTrial(bench: Bench, turned: Turned): string {
  const options = Object.entries(bench.settings(turned)).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${value}`],
  );
  return ["play lab", bench.lab.name, ...options].join(" ");
}

/** The command that prints what was tried at a bench. */
export function reportCommand(name: BenchName): string {
  return `npx play lab report ${name}`;
}

/** Which experiment with real servers shows what a bench does. */
const realOf: Readonly<Partial<Record<BenchName, string>>> = {
  queue: "queue",
  "load-test": "queue",
  measuring: "queue",
  balancing: "balancer",
  cache: "cache",
  restart: "cache",
  "hot-key": "cache",
  retries: "retries",
};

/** A lab report in Markdown. */
export function labReport(labs: LabScreenWords, name: BenchName, trials: readonly Tried[]): string {
  const bench = benchNamed(name);
  const { title, question, figure, lesson } = labs.benches[name];
  const heads = trialHeads(labs, bench);
  const cellsOf = (cells: readonly string[]) => `| ${cells.map((cell) => cell || " ").join(" | ")} |`;
  const counts = foretold(trials);
  return [
    `# ${labs.report.title}: ${title}`,
    "",
    question,
    "",
    `${figure}${counts.of === 0 ? "" : ` · ${labs.foretold(counts)}`}`,
    "",
    cellsOf(heads),
    cellsOf(heads.map(() => "---")),
    ...trials.map((trial) => cellsOf(trialRow(labs, bench, trial, labs.changes))),
    "",
    `**${labs.report.lesson}.** ${lesson}`,
    "",
    labs.report.again,
    "",
    "```",
    ...new Set(trials.map(({ turned }) => `npx ${sameTrial(bench, turned)}`)),
    "```",
    ...(realOf[name] === undefined ? [] : ["", labs.report.forReal(`npx play real ${realOf[name]}`)]),
  ].join("\n");
}
