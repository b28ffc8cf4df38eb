import type { LevelId } from "../../levels/index.ts";
import { reportLines, reportMarkdown } from "../../present/interview-report.ts";
import { openPatiently } from "../../saves/index.ts";
import type { SavedInterview } from "../../saves/shape.ts";
import { withInterview } from "../../saves/under-way.ts";
import { design } from "../../sim/index.ts";
import { interviewCase } from "../../study/interview/cases.ts";
import {
  bars,
  beginInterview,
  type Interview,
  interviewed,
  minutesBounds,
  minutesUsual,
  readInterview,
  type WantedInterview,
} from "../../study/interview/machine.ts";
import { type InterviewReport, interviewReport } from "../../study/interview/report.ts";
import { readReport, withReport } from "../../study/interview/reports.ts";
import { judgeParallel } from "../../threads/judge.ts";
import { loadInterviews, loadLadders } from "../../words/index.ts";
import { levelArgument } from "../design-argument.ts";
import { holdInterview } from "../interview-at-prompt.ts";
import { type Arguments, type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { anySeed, numberFlag, screenFlags, screenUsage, wordFlag } from "../parse.ts";
import { nowMs, savedProgress, savesOf } from "../saved.ts";
import { freePath, linesOf, newFile, textFile } from "../text-file.ts";
import { workforceFor } from "../workforce.ts";

/** `play interview`: a whole interview; without a terminal at a plain prompt, or with answers from a file. */
export const interview: CliCommand = {
  name: "interview",
  usage: `interview [LEVEL|mix] [--minutes M] [--seed S] [--bar ${bars.join("|")}] [--no-timer] [--anew] [--answers FILE] [--last] [--report FILE.md] [--jobs J] ${screenUsage} [--json]`,
  flags: {
    ...{ minutes: "value", seed: "value", bar: "value", "no-timer": "switch", anew: "switch" },
    ...{ answers: "value", last: "switch", report: "value", jobs: "value" },
    ...screenFlags,
  },
  words: ["LEVEL?"],
  async run(args, io) {
    const path = freeReportPath(args);
    const report = args.has("last") ? latestReport(args, io) : await held(args, io);
    if (!report) return exitCodes.fine;
    const [words, texts, ladders] = await Promise.all([
      io.words(),
      loadInterviews(io.language()),
      loadLadders(io.language()),
    ]);
    const all = { texts, ladders };
    io.out(
      args.has("json") ? `${JSON.stringify(report)}\n` : `${reportLines(all, words, report).join("\n")}\n`,
    );
    if (path !== undefined) newFile(path, reportMarkdown(all, words, report));
    return exitCodes.fine;
  },
};

/** Where the report is to be written, if anywhere: never over a file, and told before an interview is held for it. */
export function freeReportPath(args: Arguments): string | undefined {
  return freePath(args.value("report"));
}

/** The latest report as one that can be told from others; undefined without any. */
export function latestReportAt(args: Arguments, io: Pick<SpokenIo, "env">): string | undefined {
  return savedProgress(args, io).reports.at(-1)?.at;
}

export function wantedInterview(args: Arguments, now: number): WantedInterview {
  const [name] = args.words;
  const seed = numberFlag(args, "seed", { ...anySeed, fallback: Math.floor(now / 1_000) % 2 ** 32 });
  const bar = wordFlag(args, "bar", bars, "senior");
  const minutes = numberFlag(args, "minutes", { ...minutesBounds, fallback: minutesUsual });
  if (args.has("no-timer") && args.has("minutes")) throw new UsageError((usage) => usage.timerOrNot());
  const { level } = interviewCase(levelOf(name), seed, bar);
  return {
    terms: { level, seed, bar, ...(args.has("no-timer") ? {} : { minutes }) },
    isNamed: name !== undefined || ["seed", "bar", "minutes", "no-timer"].some((flag) => args.has(flag)),
    isAnew: args.has("anew"),
  };
}

function levelOf(name = "mix"): LevelId | "mix" {
  return name.toLowerCase() === "mix" ? "mix" : (levelArgument(name).id as LevelId);
}

/** The report of an interview that was held here; undefined where it is not over. */
async function held(args: Arguments, io: SpokenIo): Promise<InterviewReport | undefined> {
  const path = args.value("answers");
  const wanted = wantedInterview(args, nowMs(io));
  const [words, texts, ladders, { usage }] = await Promise.all([
    io.words(),
    loadInterviews(io.language()),
    loadLadders(io.language()),
    io.cliWords(),
  ]);
  const store = path === undefined ? await openPatiently(savesOf(args, io)) : undefined;
  const begun = begunFrom(store?.read().interview, wanted, nowMs(io));
  const typed = path === undefined ? io.lines?.() : linesOf(textFile(path));
  const lines =
    typed && (Symbol.asyncIterator in typed ? typed[Symbol.asyncIterator]() : typed[Symbol.iterator]());
  const workforce = workforceFor(args);
  const { signal } = io;
  let latest = begun;
  const done = await holdInterview(begun, {
    ...{ words, texts, ladders, usage },
    say: (text) => {
      if (!args.has("json")) io.out(text);
    },
    async next() {
      const line = await lines?.next();
      return line === undefined || line.done || signal.aborted ? undefined : line.value;
    },
    nowMs: () => nowMs(io),
    keep(interview) {
      latest = interview;
      store?.update((save) => withInterview(save, interview));
    },
    judge: (about, line, isWhole) =>
      judgeParallel(workforce, isWhole ? about.playable : about.twist.playable, design(line), isWhole, {
        signal,
      }),
  });
  const report = done && interviewReport(interviewCase(done.level as LevelId, done.seed, done.bar), done);
  if (report)
    store?.update((save) => {
      const at = new Date(nowMs(io)).toISOString();
      return { ...withInterview(save), reports: withReport(save.reports, { at, report: { ...report } }) };
    });
  else if (path !== undefined)
    throw new UsageError((all) => all.answersEnd({ path: plain(path), phase: latest.phase }));
  else if (!args.has("json")) io.out(`\n${texts.screen.prompt.stopped}\n`);
  const unsaved = await store?.close();
  if (unsaved) io.err(`play: ${words.saves.farewell(unsaved)}\n`);
  return report;
}

/** The interview that is not over, or a new one; never one that somebody did not ask for. */
function begunFrom(
  saved: SavedInterview | undefined,
  { terms, isNamed, isAnew }: WantedInterview,
  now: number,
): Interview {
  const open = saved && readInterview(saved);
  if (!open || isAnew) return beginInterview(terms, now);
  if (isNamed) throw new UsageError((usage) => usage.interviewOpen({ phase: open.phase }));
  return interviewed(open, { type: "resume", atMs: now });
}

function latestReport(args: Arguments, io: SpokenIo): InterviewReport {
  const latest = savedProgress(args, io).reports.at(-1);
  if (!latest) throw new UsageError((usage) => usage.noReport());
  const read = readReport(latest);
  if (!read) throw new UsageError((usage) => usage.otherReport({ at: latest.at.slice(0, 10) }));
  return read;
}
