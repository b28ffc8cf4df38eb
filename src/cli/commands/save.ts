/** `play save export` and `play save import`: progress to take to another machine, and back. */
import {
  addSave,
  changesOf,
  FILE_BYTES_MAX,
  inspectBytes,
  interviewsOf,
  lookAtProgress,
  openPatiently,
  SAVE_VERSION,
  type Save,
  saveText,
  shiftsOf,
} from "../../saves/index.ts";
import { laterState } from "../../study/card-state.ts";
import { type Arguments, type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { readingSaves, savesOf } from "../saved.ts";
import { bytesOf, newFile } from "../text-file.ts";

const usage = "save export [FILE|-] | import FILE|- [--saves DIR] [--json]";

export const save: CliCommand = {
  name: "save",
  usage,
  flags: { saves: "value" },
  words: ["export|import", "FILE?"],
  run(args, io) {
    const [way = "", file] = args.words;
    if (way === "export") return exported(args, io, file ?? "-");
    if (way !== "import")
      throw new UsageError((words) => words.unknownWord({ command: "save", word: plain(way), usage }));
    if (file === undefined)
      throw new UsageError((words) => words.missingWord({ command: "save import", word: "FILE", usage }));
    return imported(args, io, file);
  },
};

/** What is saved now, as the game may be open; nothing there is touched. */
async function exported(args: Arguments, io: SpokenIo, file: string): Promise<number> {
  const found = readingSaves(() => lookAtProgress(savesOf(args, io)));
  if (found.state === "absent")
    throw new UsageError((words) => words.noSave({ directory: plain(found.directory) }));
  if (found.state === "newer") throw newerThanThis(found.directory, found.version);
  if (found.state === "damaged") io.err(`play: ${(await io.words()).saves.exportsInPart(found.damages)}\n`);
  const text = `${saveText(found.save)}\n`;
  if (file === "-") {
    io.out(text);
    return exitCodes.fine;
  }
  newFile(file, text);
  const holds = { path: plain(file), ...contentOf(found.save) };
  io.out(args.has("json") ? `${JSON.stringify(holds)}\n` : `${(await io.words()).saves.exported(holds)}\n`);
  return exitCodes.fine;
}

/** What a file has, added to what is saved here; a file that is not wholly a save is left alone. */
async function imported(args: Arguments, io: SpokenIo, file: string): Promise<number> {
  const path = plain(file);
  const found = inspectBytes(bytesOf(file, FILE_BYTES_MAX));
  if (found.state === "newer") throw newerThanThis(path, found.version);
  if (found.state === "damaged")
    throw new UsageError((words) => words.notSave({ path, damages: found.damages }));
  const { saves } = await io.words();
  const store = await openPatiently(savesOf(args, io));
  const before = store.read();
  const after = store.update((here) => addSave(here, found.save, laterState));
  for (const notice of store.notices) io.err(`play: ${saves.notice(notice)}\n`);
  if (store.trouble) {
    io.err(`play: ${saves.trouble(store.trouble)}\n`);
    return exitCodes.unwritten;
  }
  const changed = changesOf(before, after);
  io.out(args.has("json") ? `${JSON.stringify({ path, ...changed })}\n` : `${saves.imported(changed)}\n`);
  return exitCodes.fine;
}

function newerThanThis(path: string, version: number): UsageError {
  return new UsageError((words) => words.newerSave({ path, version, own: SAVE_VERSION }));
}

function contentOf(save: Save) {
  const { levels, cards, ladders } = save;
  const passed = Object.values(levels).filter((level) => level.passed);
  return {
    passed: passed.length,
    stars: passed.reduce((sum, { stars }) => sum + stars, 0),
    cards: Object.keys(cards).length,
    ladders: Object.keys(ladders).length,
    interviews: Object.keys(interviewsOf(save)).length,
    systems: save.systems.length,
    shifts: Object.keys(shiftsOf(save)).length,
    puzzles: Object.keys(save.puzzles).length,
    days: Object.keys(save.days).length,
  };
}
