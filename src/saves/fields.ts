/** What may stand in each field of a save. */
import * as v from "valibot";
import type { Json } from "./shape.ts";

/** Longer than any text the game writes; a longer one is damage, not progress. */
const TEXT_LENGTH_MAX = 20_000;
const text = v.pipe(v.string(), v.maxLength(TEXT_LENGTH_MAX));
const counter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

const keptFields = { name: text, madeMs: counter, atMs: counter } as const;

/** What was removed, and when. */
export const removedShape = v.strictObject({ madeMs: counter, atMs: counter });

/** Each field of a level by itself, so that one bad field costs only itself. */
export const levelFields = {
  passed: v.boolean(),
  practice: v.boolean(),
  stars: v.picklist([0, 1, 2, 3] as const),
  bestCostPerMonth: v.pipe(v.number(), v.finite(), v.minValue(0)),
  bestDesign: text,
  bestGrowth: v.pipe(v.number(), v.finite(), v.minValue(0)),
  lastDesign: text,
  lastPassed: text,
  startDesign: text,
  hintsUsed: counter,
  attempts: counter,
  debriefRead: v.boolean(),
  collapseTold: v.boolean(),
} as const;

/** The entries of a level's lists, each by itself. */
export const levelLists = {
  designs: v.strictObject({ ...keptFields, notation: text }),
  designsRemoved: removedShape,
  predictions: v.strictObject({ answer: text, right: v.boolean(), at: text }),
  mistakes: v.strictObject({
    about: v.picklist(["question", "goals", "trend", "idea"] as const),
    of: text,
    answer: text,
    truth: text,
    design: text,
    missed: v.array(
      v.strictObject({
        indicator: text,
        bound: v.picklist(["atMost", "atLeast"] as const),
        target: v.pipe(v.number(), v.finite()),
        value: v.pipe(v.number(), v.finite()),
      }),
    ),
    at: text,
  }),
  questionsSeen: text,
  cardsShown: text,
  trapsSeen: text,
} as const;

const mark = v.picklist([1, 2, 3] as const);

const rungFields = {
  rung: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  seed: counter,
  figureRight: v.exactOptional(v.boolean()),
  draft: v.exactOptional(text),
  said: v.exactOptional(text),
  guess: v.exactOptional(mark),
  ticks: v.array(counter),
  mark: v.exactOptional(mark),
} as const;

/** What was answered on a rung of a ladder. */
export const rungShape = v.strictObject({ ...rungFields, at: text });

/** Any plain JSON object; its values are cleaned by `recover`. */
export const json = v.custom<Json>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** An interview as far as it has come. */
export const interviewShape = v.strictObject({
  level: text,
  seed: counter,
  bar: v.picklist(["junior", "senior", "staff"] as const),
  minutes: v.exactOptional(counter),
  phase: text,
  begunMs: counter,
  atMs: counter,
  spentMs: v.record(text, v.pipe(v.number(), v.finite(), v.minValue(0))),
  draft: text,
  asked: v.array(text),
  figures: v.record(text, text),
  line: v.exactOptional(text),
  judged: v.exactOptional(json),
  ladder: v.exactOptional(text),
  rungs: v.array(v.strictObject(rungFields)),
  changedLine: v.exactOptional(text),
  changeSaid: v.exactOptional(text),
  rejudged: v.exactOptional(json),
  summary: v.exactOptional(text),
  covered: v.array(text),
  marks: v.pipe(v.array(v.picklist([1, 2, 3, 4] as const)), v.maxLength(4)),
});

/** A day's name. */
export const dayName = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A shift on call as far as it has come, and what one was worth. */
export const shiftShape = v.strictObject({
  case: text,
  seed: counter,
  date: v.exactOptional(dayName),
  alarmSec: counter,
  nowSec: counter,
  looked: v.array(text),
  named: v.array(v.strictObject({ place: text, cause: text, atSec: counter })),
  made: v.array(v.strictObject({ change: text, atSec: counter })),
  phase: v.picklist(["work", "write", "over"] as const),
  written: v.record(text, text),
  begunMs: counter,
});
export const shiftOverShape = v.strictObject({
  seed: counter,
  stars: v.picklist([0, 1, 2, 3] as const),
  foundSec: v.exactOptional(counter),
  lost: counter,
  at: text,
});

/** How a drill was marked. */
export const drillShape = v.strictObject({
  mark: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  at: text,
});

/** How much of a day can have been played, in ms. */
export const dayMs = v.pipe(counter, v.maxValue(86_400_000));

/** What counted of a level of the day. */
const counted = {
  stars: v.picklist([0, 1, 2, 3] as const),
  bars: v.pipe(text, v.maxLength(12)),
  at: text,
};
const dollars = v.pipe(v.number(), v.finite(), v.minValue(0));
export const countedShape = v.union([
  v.strictObject({ ...counted, costPerMonth: dollars, best: dollars }),
  v.strictObject({ ...counted, lost: counter, foundSec: v.exactOptional(counter) }),
]);

/** When an interview or a shift that is over began. */
export const begunShape = counter;

/** What an interview came to. */
export const reportShape = v.strictObject({ at: text, report: json });

/** A system of the player's own. */
export const systemShape = v.strictObject({ ...keptFields, system: json });

const change = v.picklist([1, 2, 3, 4, 5] as const);

/** A trial at a bench. */
export const trialShape = v.strictObject({
  turned: v.record(text, v.union([text, v.pipe(v.number(), v.finite())])),
  measured: v.pipe(v.number(), v.finite()),
  theory: v.nullable(v.pipe(v.number(), v.finite())),
  expected: v.exactOptional(change),
  came: v.exactOptional(change),
  at: text,
});

export const settingsFields = {
  theme: v.picklist(["dark", "light"] as const),
  language: text,
  reducedMotion: v.boolean(),
  ascii: v.boolean(),
  speed: v.picklist([1, 4, 16] as const),
} as const;
