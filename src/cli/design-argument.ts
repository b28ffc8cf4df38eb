/** A design as written on the command line: `start`, `lesson`, notation, a share code or a JSON file. */
import { type Level, looksShared, readShareCode, refusals, type SharedRun } from "../game/index.ts";
import { findLevel, type Lesson, levels } from "../levels/index.ts";
import { correctedLine } from "../present/corrected.ts";
import {
  type Design,
  type DesignJsonProblem,
  designFromJson,
  parseDesign,
  simulatorVersion,
} from "../sim/index.ts";
import { plain, type SpokenIo, UsageError } from "./io.ts";
import { jsonText, namesFile, textFile } from "./text-file.ts";

/** The lesson that a word names. */
export async function lessonArgument(word: string | undefined, io: SpokenIo): Promise<Lesson> {
  return lessonOf(levelArgument(word), io);
}

/** A level with its words. */
export async function lessonOf(level: Level, io: SpokenIo): Promise<Lesson> {
  return (await io.lessons()).find((lesson) => lesson.level === level) as Lesson;
}

/** The level that a word names. */
export function levelArgument(word: string | undefined): Level {
  const level = word === undefined ? undefined : findLevel(word);
  if (level) return level;
  const known = levels.map(({ number }) => number);
  const name = word === undefined ? undefined : plain(word);
  throw new UsageError((usage) => usage.noLevel({ name, known }));
}

/** The design that a word means, not yet held against a level's shop. */
export function designArgument(text: string | undefined, level: Level | undefined): Design {
  if (text === undefined) throw new UsageError((usage) => usage.designMissing());
  const word = text.trim().toLowerCase();
  if (word === "start" || word === "lesson") {
    if (!level) throw new UsageError((usage) => usage.designOfLevel({ word }));
    return word === "start" ? level.start : level.lesson;
  }
  if (/\.jsonc?$/i.test(text) || namesFile(text)) return designFile(text);
  return looksShared(text) ? sharedArgument(text).design : designLine(text);
}

/** The run that a share code means. */
export function sharedArgument(code: string): SharedRun {
  const shared = readShareCode(code, levels);
  if ("problem" in shared)
    throw new UsageError((usage) => usage.shareCode({ code: plain(code, 40), problem: shared.problem }));
  return shared;
}

/** The lesson of a shared run; that another simulator had run it is told beside. */
export async function sharedLesson({ level, version }: SharedRun, io: SpokenIo): Promise<Lesson> {
  if (version !== simulatorVersion) {
    const { output } = await io.cliWords();
    io.err(`play: ${output.otherVersion({ code: version, own: simulatorVersion })}\n`);
  }
  return lessonOf(level, io);
}

/** Stops with one line when a level's shop cannot sell the design. */
export function mustBeSold(level: Level, design: Design): void {
  const [first, ...rest] = refusals(level, design);
  if (first === undefined) return;
  throw new UsageError((usage) => usage.notSold({ refusal: first, more: rest.length }));
}

/** A design in a file: JSON, a share code or a line of notation; a line that begins with # or // is a comment. */
function designFile(path: string): Design {
  const text = textFile(path);
  const bare = text.replace(/^\s*(?:#|\/\/).*$/gm, "").trim();
  if (!/\.jsonc?$/i.test(path) && !/^[[{]|^\/\*/.test(bare))
    return looksShared(bare) ? sharedArgument(bare).design : designLine(bare);
  const { design, problems } = designFromJson(jsonText(path, text));
  if (design) return design;
  const [problem] = problems as [DesignJsonProblem];
  throw new UsageError((usage) => plain(usage.designJson({ path: plain(path), problem }), 300));
}

function designLine(line: string): Design {
  const result = parseDesign(line);
  if (result.ok) return result.design;
  const near = correctedLine(line);
  throw new UsageError((usage) =>
    plain(
      usage.notation({
        line: plain(line, 40),
        error: result.error,
        near: near === undefined ? undefined : plain(near, 200),
      }),
      600,
    ),
  );
}
