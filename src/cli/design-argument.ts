/** A design as written on the command line: `start`, `lesson`, notation, a share code or a JSON file. */
import { readFileSync, statSync } from "node:fs";
import { type Level, looksShared, readShareCode, refusals, type SharedRun } from "../game/index.ts";
import { findLevel, type Lesson, levels } from "../levels/index.ts";
import { type Design, describeNotationError, designFromJson, parseDesign } from "../sim/index.ts";
import { plain, type SpokenIo, UsageError } from "./io.ts";

const bytesMax = 1_000_000;

/** The lesson that a word names. */
export async function lessonArgument(word: string | undefined, io: SpokenIo): Promise<Lesson> {
  const level = levelArgument(word);
  return (await io.lessons()).find((lesson) => lesson.level === level) as Lesson;
}

/** The level that a word names. */
export function levelArgument(word: string | undefined): Level {
  const level = word === undefined ? undefined : findLevel(word);
  if (level) return level;
  const known = levels.map(({ number }) => number).join(", ");
  throw new UsageError(
    word === undefined
      ? `--level is missing: give one of ${known}`
      : `there is no level "${plain(word)}": give one of ${known}`,
  );
}

/** The design that a word means, not yet held against a level's shop. */
export function designArgument(text: string | undefined, level: Level | undefined): Design {
  if (text === undefined)
    throw new UsageError("a design is missing: give start, lesson, a line of notation or a file");
  if (text === "start" || text === "lesson") {
    if (!level) throw new UsageError(`"${text}" is a level's design: give --level too`);
    return text === "start" ? level.start : level.lesson;
  }
  if (looksShared(text)) return sharedArgument(text).design;
  if (/\.json$/i.test(text)) return designFile(text);
  const result = parseDesign(text);
  if (result.ok) return result.design;
  throw new UsageError(`design "${plain(text, 40)}" ${plain(describeNotationError(result.error), 300)}`);
}

/** The run that a share code means. */
export function sharedArgument(code: string): SharedRun {
  const shared = readShareCode(code, levels);
  if ("problem" in shared) throw new UsageError(`share code ${plain(code, 40)}: ${shared.problem}`);
  return shared;
}

/** Stops with one line when a level's shop cannot sell the design. */
export function mustBeSold(level: Level, design: Design): void {
  const lines = refusals(level, design);
  if (lines.length === 0) return;
  const more = lines.length > 1 ? ` (and ${lines.length - 1} more)` : "";
  throw new UsageError(`${lines[0]}${more}`);
}

function designFile(path: string): Design {
  const value = jsonFile(path);
  const { design, problems } = designFromJson(value);
  if (design) return design;
  throw new UsageError(`${plain(path)}: ${plain(problems[0] ?? "not a design", 200)}`);
}

/** Reads a small JSON file; every way in which that can fail is one line. */
export function jsonFile(path: string): unknown {
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > bytesMax)
      throw new UsageError(`${plain(path)} is ${size} bytes: at most ${bytesMax} are read`);
    text = readFileSync(path, "utf8");
  } catch (problem) {
    if (problem instanceof UsageError) throw problem;
    const code = (problem as NodeJS.ErrnoException).code;
    throw new UsageError(
      `${plain(path)} cannot be read (${code ?? "unknown reason"}): give a file that exists`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new UsageError(`${plain(path)} is not JSON: ${plain((problem as Error).message, 120)}`);
  }
}
