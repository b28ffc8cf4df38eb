import { progressFormats, progressSections } from "../../present/progress.ts";
import { planOf, studyProgress } from "../../study/progress.ts";
import { loadLadders } from "../../words/index.ts";
import { type CliCommand, exitCodes, UsageError } from "../io.ts";
import { numberFlag, wordFlag } from "../parse.ts";
import { nowMs, savedProgress } from "../saved.ts";

const formats = ["text", "md", "json"] as const;
const dayBounds = { min: 1, max: 60, whole: true } as const;
const minuteBounds = { min: 5, max: 480, whole: true, fallback: 30 } as const;

/** `play progress`: what was reached and how well it is known; with `--days` a plan until an interview. */
export const progress: CliCommand = {
  name: "progress",
  usage: `progress [--days N] [--minutes M] [--format ${formats.join("|")}] [--saves DIR] [--json]`,
  flags: { days: "value", minutes: "value", format: "value", saves: "value" },
  words: [],
  async run(args, io) {
    const format = wordFlag(args, "format", formats, args.has("json") ? "json" : "text");
    if (args.has("json") && format !== "json")
      throw new UsageError((usage) => usage.jsonOrFormat({ format }));
    const isPlanned = args.has("days") || args.has("minutes");
    const days = isPlanned ? numberFlag(args, "days", dayBounds) : undefined;
    const minutes = numberFlag(args, "minutes", minuteBounds);
    const [lessons, words, texts] = await Promise.all([io.lessons(), io.words(), loadLadders(io.language())]);
    const found = studyProgress(lessons, texts.ladders, savedProgress(args, io), nowMs(io));
    const plan = days === undefined ? undefined : planOf(found, texts.ladders, days, minutes);
    io.out(
      format === "json"
        ? `${JSON.stringify({ ...found, ...(plan ? { plan } : {}) })}\n`
        : progressFormats[format](texts.progress.title, progressSections(words, texts, lessons, found, plan)),
    );
    return exitCodes.fine;
  },
};
