/** Drills as they are read, and what became of an answer: on the screen and on the command line alike. */

import { type AuditFault, faultOf } from "../game/index.ts";
import { type Design, design } from "../sim/index.ts";
import { letterAt } from "../study/drills/answer.ts";
import { flawRatePerSec, flaws, flawWorkMs, flawWriteShare } from "../study/drills/flaw.ts";
import { type Drill, type Marked, rightAnswer } from "../study/drills/index.ts";
import { closeFactor } from "../study/reckoning.ts";
import type { LadderTexts } from "../words/contract/ladders.ts";
import { percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { numberText, withNumbers } from "./ladders.ts";
import { drawDesign } from "./picture/index.ts";
import { faultIn } from "./sites.ts";
import { sumText } from "./study.ts";

/** A drill in words. */
export interface DrillText {
  readonly question: string;
  /** Options or steps, each with its letter. */
  readonly options: readonly { readonly letter: string; readonly text: string }[];
  /** A picture of the design that it is about, a line each. */
  readonly picture: readonly string[];
  /** How to answer. */
  readonly how: string;
}

/**
 * What a drill asks.
 * @param texts the ladders, for rungs alone
 */
export function drillText(
  words: Words,
  texts: LadderTexts | undefined,
  drill: Drill,
  cells: number,
): DrillText {
  const { drills } = words;
  const bare = { options: [], picture: [] };
  switch (drill.kind) {
    case "estimate": {
      const { question } = sumText(words, drill.posed);
      return {
        ...bare,
        question,
        how: drills.number({
          unit: words.study.sums[drill.posed.name].unit,
          within: numberText(closeFactor),
        }),
      };
    }
    case "rung": {
      const ask = texts ? (rungOf(texts, drill.posed.name)?.ask ?? "") : "";
      const how = drills.number({
        unit: texts?.units[drill.posed.unit] ?? "",
        within: numberText(drill.posed.within),
      });
      return { ...bare, question: withNumbers(ask, drill.posed), how };
    }
    case "order": {
      const { question, steps } = drills.orders[drill.order];
      const options = lettered(drill.shown.map((step) => steps[step] ?? step));
      return { ...bare, question, options, how: drills.letters };
    }
    case "flaw":
      return {
        question: drills.flaw({
          perSec: flawRatePerSec,
          writeShare: flawWriteShare,
          workMs: flawWorkMs,
        }),
        options: lettered(drill.options.map((fault) => faultText(words, drill, faultOf(fault)))),
        picture: drawDesign(design(flaws[drill.flaw].line), { words: words.picture, width: cells }),
        how: drills.letter,
      };
  }
}

/** The design that a drill is about, where it is about one. */
export function designOf(drill: Drill): Design | undefined {
  return drill.kind === "flaw" ? design(flaws[drill.flaw].line) : undefined;
}

/** A loss as it is told of the design that a drill is about. */
function faultText(words: Words, drill: Drill, fault: AuditFault): string {
  const about = designOf(drill);
  return words.audit.fault(about ? faultIn(fault, about) : fault);
}

function lettered(texts: readonly string[]): DrillText["options"] {
  return texts.map((text, at) => ({ letter: letterAt(at), text }));
}

function rungOf({ ladders }: LadderTexts, name: string) {
  return ladders.flatMap(({ rungs }) => rungs).find(({ figure }) => figure === name);
}

/** What became of an answer, in sentences; the right one comes last. */
export function markedText(
  words: Words,
  texts: LadderTexts | undefined,
  drill: Drill,
  marked: Marked,
): string[] {
  const { drills } = words;
  const { unread, estimated, ordered, row } = marked;
  return [
    ...(unread ? [drills.unread[unread]] : []),
    ...(estimated && estimated.mark < 1
      ? [drills.ratio(estimated.ratio), ...slipText(words, namesOf(words, texts, drill), estimated)]
      : []),
    ...(ordered ? orderedText(words, drill, ordered) : []),
    ...(row
      ? [
          drills.lost({
            holds: row.holds,
            fault: faultText(words, drill, row.fault),
            availability: percent(row.availability),
            outageSec: row.outageSec,
          }),
        ]
      : []),
    truthText(words, texts, drill),
  ];
}

function slipText(
  { drills, study }: Words,
  names: Readonly<Record<string, string>>,
  { slip }: NonNullable<Marked["estimated"]>,
): string[] {
  const what = slip && ("input" in slip ? names[slip.input] : study.units[slip.unit]);
  return what === undefined ? [] : [drills.slip(what)];
}

/** What the numbers of a drill are called. */
function namesOf({ study }: Words, texts: LadderTexts | undefined, { kind }: Drill) {
  return kind === "rung" ? (texts?.inputs ?? {}) : study.inputs;
}

/** Fatal pairs told of an order. */
const fatalTold = 2;

function orderedText(
  { drills }: Words,
  drill: Drill,
  { inversions, fatal }: NonNullable<Marked["ordered"]>,
): string[] {
  const steps = drill.kind === "order" ? drills.orders[drill.order].steps : {};
  const named = (step: string) => steps[step] ?? step;
  return [
    drills.inversions(inversions),
    ...fatal
      .slice(0, fatalTold)
      .map(([first, then]) => drills.fatal({ first: named(first), early: named(then) })),
  ];
}

function truthText(words: Words, texts: LadderTexts | undefined, drill: Drill): string {
  const { drills } = words;
  switch (drill.kind) {
    case "estimate":
      return sumText(words, drill.posed).answer;
    case "rung":
      return drills.right(`${numberText(drill.posed.truth)} ${texts?.units[drill.posed.unit] ?? ""}`);
    case "order":
      return `${drills.right(rightAnswer(drill))} ${drills.orders[drill.order].why}`;
    case "flaw":
      return drills.right(faultText(words, drill, faultOf(flaws[drill.flaw].breaks)));
  }
}
