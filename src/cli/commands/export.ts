import { finish, looksShared } from "../../game/index.ts";
import { toAscii } from "../../present/glyphs.ts";
import { drawDesign, toMermaid, toSvg } from "../../present/picture/index.ts";
import { cardLines } from "../../present/run-card.ts";
import { type Design, designToJson, formatDesign } from "../../sim/index.ts";
import { designArgument, levelArgument, mustBeSold, sharedArgument } from "../design-argument.ts";
import { type Arguments, type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { knownRun } from "../known-run.ts";
import { emptyFolder, fillFolder } from "../new-folder.ts";
import { wordFlag } from "../parse.ts";
import { freePath, newFile } from "../text-file.ts";

/** What was asked for, as a text of a format; undefined when stopped. */
type MakeText = (args: Arguments, io: SpokenIo) => Promise<string | undefined>;

const ofDesign =
  (make: (design: Design, args: Arguments, io: SpokenIo) => Promise<string> | string): MakeText =>
  async (args, io) => {
    const name = args.value("level");
    const level = name === undefined ? undefined : levelArgument(name);
    const design = designArgument(args.words[0], level);
    if (level) mustBeSold(level, design);
    return make(design, args, io);
  };

const ofFilm =
  (form: "film" | "cast"): MakeText =>
  async (args, io) => {
    const [run, words] = await Promise.all([knownRun(args, io), io.words()]);
    if (!run) return undefined;
    const { makeFilm } = await import("../../film/index.ts");
    return finish(makeFilm(words, run, form, args.has("ascii")));
  };

/** What a design, or a run of it, can be taken away as. */
const formats = {
  text: ofDesign(async (design, args, io) =>
    drawDesign(design, { words: (await io.words()).picture, width: 120, ascii: args.has("ascii") }).join(
      "\n",
    ),
  ),
  svg: ofDesign(async (design, _, io) => toSvg(design, { words: (await io.words()).picture, width: 120 })),
  mermaid: ofDesign(async (design, _, io) => toMermaid((await io.words()).picture, design)),
  json: ofDesign((design) => JSON.stringify(designToJson(design))),
  line: ofDesign(formatDesign),
  card: async (args, io) => {
    const [run, words] = await Promise.all([knownRun(args, io), io.words()]);
    const card = run && cardLines(words, run).join("\n");
    return card !== undefined && args.has("ascii") ? toAscii(card) : card;
  },
  cast: ofFilm("cast"),
  "film.svg": ofFilm("film"),
} satisfies Record<string, MakeText>;

/** What a design can be taken away as in several files. */
const folderFormat = "compose";

const names = [...(Object.keys(formats) as (keyof typeof formats)[]), folderFormat] as const;

/** `play export D`: a design as a picture or as data, or a run of it as a card or a film. */
export const exportCommand: CliCommand = {
  name: "export",
  usage: `export D [--level N|--day DATE|--puzzle ID] [--format ${names.join("|")}] [--out FILE|DIR] [--jobs J] [--json] [--ascii]`,
  flags: { level: "value", day: "value", puzzle: "value", format: "value", out: "value", jobs: "value" },
  words: ["D"],
  async run(args, io) {
    const format = wordFlag(args, "format", names, args.has("json") ? "json" : "text");
    if (args.has("json") && format !== "json")
      throw new UsageError((usage) => usage.jsonOrFormat({ format }));
    if (format === folderFormat) return exportStack(args, io);
    const path = freePath(args.value("out"));
    const made = await formats[format](args, io);
    if (made === undefined) return exitCodes.failed; // stopped: whoever stopped it knows
    const text = made.endsWith("\n") ? made : `${made}\n`;
    if (path === undefined) io.out(text);
    else newFile(path, text);
    return exitCodes.fine;
  },
};

/** A design on a level's day as a folder of files that Docker runs. */
async function exportStack(args: Arguments, io: SpokenIo): Promise<number> {
  const [word = ""] = args.words;
  const name = args.value("level");
  const level =
    name === undefined ? (looksShared(word) ? sharedArgument(word).level : undefined) : levelArgument(name);
  if (!level) throw new UsageError((usage) => usage.stackOfLevel());
  const design = designArgument(word, level);
  mustBeSold(level, design);
  const out = args.value("out");
  if (out === undefined) throw new UsageError((usage) => usage.stackFolder());
  const { mustBeStack } = await import("../stack-trial.ts");
  const { stackFiles } = await import("./stack-export.ts");
  mustBeStack(design, level);
  const folder = emptyFolder(out);
  const made = await stackFiles(level, design, io);
  if (!made) return exitCodes.interrupted;
  fillFolder(folder, made.files);
  const { stack } = await io.cliWords();
  io.out(
    `${stack.written({ path: plain(out), files: Object.keys(made.files).length, leftOut: made.leftOut })}\n`,
  );
  return exitCodes.fine;
}
