import { paragraph } from "../../present/cells.ts";
import { shiftCardOf } from "../../present/day.ts";
import { postMortem } from "../../present/on-call.ts";
import { isShiftDay } from "../../rooms/day/index.ts";
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
import { withDay, withoutShift, withShift, withShiftOver } from "../../saves/under-way.ts";
import { dateArgument, provenDay } from "../day-argument.ts";
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
  usage: "on-call [--day DATE] [--seed S] [--case ID] [--answers FILE] [--anew] [--saves DIR] [--json]",
  flags: {
    ...{ day: "value", seed: "value", case: "value", answers: "value" },
    ...{ anew: "switch", saves: "value" },
  },
  words: [],
  async run(args, io) {
    const words = await io.words();
    const path = args.value("answers");
    // What was typed wrong is said before anything is opened.
    const typed = path === undefined ? io.lines?.() : linesOf(textFile(path));
    const named = isNamed(args) ? newShift(args, io) : undefined;
    const ofDay = args.has("day") ? await dayShift(args, io) : undefined;
    if (args.has("day") && !ofDay) return exitCodes.failed; // stopped
    const store = path === undefined ? await openPatiently(savesOf(args, io)) : undefined;
    const saved = named || args.has("anew") ? undefined : store?.read().shift;
    const left = saved && (!ofDay || saved.date === ofDay.date) ? readShift(saved) : undefined;
    if (saved && !left && !ofDay) io.err(`play: ${words.onCall.otherShift}\n`);
    const begun = named ?? left ?? ofDay ?? newShift(args, io);
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
      if (path !== undefined) await mustEnd(lines, path, at, words.onCall.prompt.over);
      const score = scoreOf(which, done);
      const { date } = done;
      const card = date === undefined ? undefined : shiftCardOf(date, which, done, score);
      store?.update((save) =>
        card
          ? withDay(withoutShift(save), card, nowMs(io))
          : withShiftOver(save, which.id, shiftOver(done, score, nowMs(io))),
      );
      const told = card ? `\n${words.day.card(card)}\n` : "";
      io.out(isJson ? `${JSON.stringify(jsonOf(which, done, score))}\n` : toTell + postMortemTold() + told);
      await store?.close();
      return score.isRestored ? exitCodes.fine : exitCodes.failed;
    }
    await store?.close();
    if (path !== undefined) throw new UsageError((usage) => usage.shiftEnds({ path: plain(path) }));
    if (!isJson) io.out(`\n${words.onCall.prompt.stopped}\n`);
    return exitCodes.fine;

    function postMortemTold(): string {
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

/** The shift of a date at its alarm; undefined when stopped. */
async function dayShift(args: Arguments, io: SpokenIo): Promise<Shift | undefined> {
  for (const flag of ["seed", "case"])
    if (args.has(flag)) throw new UsageError((usage) => usage.dayOnly({ flag }));
  const day = await provenDay(dateArgument(args.value("day"), io), args, io);
  if (!day) return undefined;
  if (!isShiftDay(day)) throw new UsageError((usage) => usage.dayIsNoShift(day.drawn));
  return beginShift(day.case, day.drawn.seed, day.drawn.date);
}

/** A file says no more once the shift is over: what it says would be ignored without a word. */
async function mustEnd(
  lines: AsyncIterator<string> | Iterator<string> | undefined,
  path: string,
  read: number,
  why: string,
): Promise<void> {
  for (let line = read + 1; ; line++) {
    const next = await lines?.next();
    if (!next || next.done) return;
    if (next.value.trim() !== "")
      throw new UsageError((usage) => usage.shiftOver({ path: plain(path), line, why }));
  }
}

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
  const { seed, date } = shift;
  return {
    case: which.id,
    seed,
    ...(date === undefined ? {} : { date }),
    place,
    cause,
    mends,
    named: shift.named,
    made: shift.made,
    ...score,
  };
}
