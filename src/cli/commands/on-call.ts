import { paragraph } from "../../present/cells.ts";
import { postMortem } from "../../present/on-call.ts";
import {
  beginShift,
  type Case,
  caseNamed,
  caseOf,
  cases,
  readShift,
  type Shift,
  type ShiftScore,
  scoreOf,
  shiftOver,
} from "../../rooms/on-call/index.ts";
import { openPatiently } from "../../saves/index.ts";
import { withShift, withShiftOver } from "../../saves/shape.ts";
import {
  type Arguments,
  type CliCommand,
  exitCodes,
  lineCells,
  plain,
  type SpokenIo,
  UsageError,
} from "../io.ts";
import { anySeed, numberFlag } from "../parse.ts";
import { nowMs, savesOf } from "../saved.ts";
import { holdShift } from "../shift-at-prompt.ts";
import { linesOf, textFile } from "../text-file.ts";

/** `play on-call`: a shift at a plain prompt, or with answers from a file. */
export const onCall: CliCommand = {
  name: "on-call",
  usage: "on-call [--seed S] [--case ID] [--answers FILE] [--anew] [--saves DIR] [--json]",
  flags: {
    ...{ seed: "value", case: "value", answers: "value" },
    ...{ anew: "switch", saves: "value" },
  },
  words: [],
  async run(args, io) {
    const words = await io.words();
    const path = args.value("answers");
    // What was typed wrong is said before anything is opened.
    const typed = path === undefined ? io.lines?.() : linesOf(textFile(path));
    const named = isNamed(args) ? newShift(args, io) : undefined;
    const store = path === undefined ? await openPatiently(savesOf(args, io)) : undefined;
    const saved = named || args.has("anew") ? undefined : store?.read().shift;
    const left = saved && readShift(saved);
    if (saved && !left) io.err(`play: ${words.onCall.otherShift}\n`);
    const begun = named ?? left ?? newShift(args, io);
    const which = caseNamed(begun.case)!;
    const lines =
      typed && (Symbol.asyncIterator in typed ? typed[Symbol.asyncIterator]() : typed[Symbol.iterator]());
    const isJson = args.has("json");
    let at = 0;
    // What a file leads to is told when all of it was good.
    let toTell = "";
    const say = (text: string) => {
      if (isJson) return;
      if (path === undefined) io.out(text);
      else toTell += text;
    };
    const done = await holdShift(which, begun, {
      words,
      say,
      refuse(why) {
        if (path === undefined) say(`${why}\n`);
        else throw new UsageError((usage) => usage.shiftLine({ path: plain(path), line: at, why }));
      },
      async next() {
        at++;
        const line = await lines?.next();
        return line === undefined || line.done || io.signal.aborted ? undefined : line.value;
      },
      keep: (shift) => store?.update((save) => withShift(save, shift, nowMs(io))),
    });
    if (done) {
      const score = scoreOf(which, done);
      const over = shiftOver(done, score, nowMs(io));
      store?.update((save) => withShiftOver(save, which.id, over));
      io.out(isJson ? `${JSON.stringify(jsonOf(which, done, score))}\n` : toTell + told());
      await store?.close();
      return score.isRestored ? exitCodes.fine : exitCodes.failed;
    }
    await store?.close();
    if (path !== undefined) throw new UsageError((usage) => usage.shiftEnds({ path: plain(path) }));
    if (!isJson) io.out(`\n${words.onCall.prompt.stopped}\n`);
    return exitCodes.fine;

    function told(): string {
      const alike = caseNamed(which.lookalike)!;
      const parts = postMortem(words, which, done!, alike);
      return `\n${parts
        .map(({ heading, lines: all }) =>
          [heading, ...all.flatMap((line) => paragraph(line, lineCells - 2).map((each) => `  ${each}`))].join(
            "\n",
          ),
        )
        .join("\n\n")}\n`;
    }
  },
};

const isNamed = (args: Arguments) => args.has("case") || args.has("seed");

/** The shift of a seed, on its case or on the one that was named. */
function newShift(args: Arguments, io: SpokenIo): Shift {
  const id = args.value("case");
  const seed = numberFlag(args, "seed", { ...anySeed, fallback: Math.floor(nowMs(io) / 1_000) % 2 ** 32 });
  const which = id === undefined ? caseOf(seed) : caseNamed(id);
  if (!which)
    throw new UsageError((usage) =>
      usage.unknownCase({ id: plain(id ?? ""), known: cases.map((each) => each.id).join(", ") }),
    );
  return beginShift(which, seed);
}

function jsonOf(which: Case, shift: Shift, score: ShiftScore) {
  const { place, cause, mends } = which;
  return {
    case: which.id,
    seed: shift.seed,
    place,
    cause,
    mends,
    named: shift.named,
    made: shift.made,
    ...score,
  };
}
