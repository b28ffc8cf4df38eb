/** `play export D --format compose`: a design as a folder that Docker runs. */
import { type Level, verdictSeeds } from "../../game/index.ts";
import { indicatorName, showIndicator, showTarget } from "../../present/indicators.ts";
import { type Design, formatDesign } from "../../sim/index.ts";
import {
  comparedIndicators,
  composeFiles,
  type ExpectedRuns,
  expectedFile,
  leftOutOf,
  type StackTrial,
  trialOf,
} from "../../stack/index.ts";
import type { Words } from "../../words/index.ts";
import { lessonOf } from "../design-argument.ts";
import type { SpokenIo } from "../io.ts";
import { stackPrograms } from "../stack-programs.ts";
import { predict } from "../stack-trial.ts";

/** How long a stack's run takes, in seconds. */
const seconds = 100;

/** The files of a design that can be a stack, by their names; nothing where somebody stops it. */
export async function stackFiles(
  level: Level,
  design: Design,
  io: SpokenIo,
): Promise<{ readonly files: Record<string, string>; readonly leftOut: number } | undefined> {
  const trial = trialOf(level, design, verdictSeeds[0]!, seconds);
  const prediction = await predict(trial, io.signal);
  if (!prediction) return undefined;
  const { stack: words } = await io.cliWords();
  const { plan } = trial.stack;
  const leftOut = leftOutOf(design, level.scenario);
  const { prose } = await lessonOf(level, io);
  const readme = words.readme({
    level: level.number,
    title: prose.title,
    design: formatDesign(design),
    scale: trial.scale,
    expected: expectedTable(await io.words(), words.readmeHeads, trial, prediction),
    runs: prediction.runs,
    leftOut,
    hasDatabase: plan.db !== undefined,
    hasQueue: plan.queue !== undefined,
    seconds,
    roundTripMs: plan.roundTripMs,
  });
  const files = {
    "README.md": readme,
    ...composeFiles(trial, stackPrograms()),
    "expected.json": `${JSON.stringify(expectedFile(trial, prediction), undefined, 2)}\n`,
  };
  return { files, leftOut: leftOut.length };
}

/** Expected figures beside scaled goals, as a table of Markdown. */
function expectedTable(
  words: Words,
  heads: readonly string[],
  { goals }: StackTrial,
  { indicators }: ExpectedRuns,
): string {
  const rows = comparedIndicators.flatMap((indicator) => {
    const found = indicators[indicator];
    if (!found) return [];
    const goal = goals.find((each) => each.indicator === indicator);
    return [
      [
        indicatorName(words, indicator),
        showIndicator(words, indicator, found.mean),
        `± ${showIndicator(words, indicator, found.deviation)}`,
        goal ? showTarget(words, goal) : "",
      ],
    ];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
