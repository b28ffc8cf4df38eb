/** What a player's actions change in the save, as data: applied at once in memory and again, under the lock, on disk. */
import { afterRun } from "../../game/index.ts";
import { type BenchTrial, type ChangeSize, type Turned, withTrial } from "../../labs/index.ts";
import { type Shift, type ShiftScore, shiftOver } from "../../rooms/on-call/index.ts";
import type { System } from "../../rooms/sandbox/index.ts";
import { type Shelf, withKept, withKeptAgain, withNewName, withoutKept } from "../../saves/kept.ts";
import {
  type DayCounted,
  emptyLevel,
  emptySave,
  type Json,
  type LevelProgress,
  type Save,
  type SavedDesign,
  type SavedSystem,
} from "../../saves/shape.ts";
import { withDay, withInterview, withoutShift, withShift, withShiftOver } from "../../saves/under-way.ts";
import { readState } from "../../study/card-state.ts";
import type { Mistake } from "../../study/deck.ts";
import type { DrillKind } from "../../study/drills/index.ts";
import { withDrillMark } from "../../study/drills/marks.ts";
import type { Interview } from "../../study/interview/machine.ts";
import { withReport } from "../../study/interview/reports.ts";
import { answersTo, type RungAnswer, withRung } from "../../study/ladders.ts";
import { type Recall, withAnswer } from "../../study/schedule.ts";
import { withActive } from "../../study/time.ts";
import { placeIn } from "./place-in.ts";
import { systemNamed } from "./system-id.ts";

/** What happened, and when: ms since 1970. */
export type SaveChange = ProgressChange & { readonly atMs: number };

/** A change of what is remembered. */
export type ProgressChange =
  | LevelChange
  | StartOver
  | SpeedChange
  | Answer
  | Mend
  | Climbed
  | TrialMade
  | Drilled
  | Interviewed
  | ShiftGone
  | SystemChange
  | DayJudged
  | Active;

/** An interview has come further, in the place of another that is given up by that, or is over with its report. */
type Interviewed =
  | { readonly type: "interview"; readonly interview: Interview }
  | { readonly type: "report"; readonly report: Json };

/** A shift on call has come further, in the place of any other, or is over. */
type ShiftGone =
  | { readonly type: "shift"; readonly shift: Shift }
  | { readonly type: "shiftOver"; readonly shift: Shift; readonly score: ShiftScore };

/** A card was answered. */
interface Answer {
  readonly type: "answer";
  readonly card: string;
  readonly recall: Recall;
}

/** What is kept of these cards cannot be read: they begin anew. */
interface Mend {
  readonly type: "mend";
  readonly cards: readonly string[];
}

/** A rung of a ladder has come further. */
interface Climbed {
  readonly type: "rung";
  readonly ladder: string;
  readonly answer: RungAnswer;
}

/** A drill was marked. */
interface Drilled {
  readonly type: "drill";
  readonly kind: DrillKind;
  readonly mark: number;
}

/** The game was in use for so long until now. */
interface Active {
  readonly type: "active";
  readonly ms: number;
}

/** A trial was made at a bench of the labs. */
interface TrialMade {
  readonly type: "trial";
  readonly bench: string;
  readonly turned: Turned;
  readonly found: BenchTrial;
  readonly expected?: ChangeSize;
}

/** A system of the player's own was made or changed, called otherwise, or removed. */
type SystemChange =
  | { readonly type: "system"; readonly name: string; readonly system: System }
  /** What was removed is there again. */
  | { readonly type: "systemAgain"; readonly name: string; readonly saved: SavedSystem }
  | { readonly type: "systemRenamed"; readonly name: string; readonly to: string }
  | { readonly type: "systemDropped"; readonly name: string };

interface SpeedChange {
  readonly type: "speed";
  readonly speed: NonNullable<Save["settings"]["speed"]>;
}

/** An attempt at a level of the day has been judged: it counts if none has. */
type DayJudged = DayCounted & { readonly type: "day"; readonly date: string };

/** Everything begins anew; the settings stay. */
interface StartOver {
  readonly type: "startOver";
}

/** A change of what is remembered of one level. */
type LevelChange =
  | { readonly type: "design"; readonly level: string; readonly line: string }
  | { readonly type: "trap"; readonly level: string; readonly letter: string }
  | { readonly type: "start"; readonly level: string; readonly line: string }
  | { readonly type: "keep"; readonly level: string; readonly name: string; readonly line: string }
  | { readonly type: "drop"; readonly level: string; readonly name: string }
  | {
      readonly type: "prediction";
      readonly level: string;
      readonly answer: string;
      readonly right: boolean;
    }
  | { readonly type: "mistake"; readonly level: string; readonly mistake: Mistake }
  | {
      readonly type: "run";
      readonly level: string;
      readonly passed: boolean;
      readonly stars: 0 | 1 | 2 | 3;
      readonly costPerMonth: number;
      readonly line: string;
      readonly practice: boolean;
      /** Counts as another attempt; a star won afterwards by the task does not. */
      readonly attempt: boolean;
    }
  | { readonly type: "hints"; readonly level: string; readonly used: number }
  /** Endless growth has come to its end. */
  | { readonly type: "endless"; readonly level: string; readonly score: number }
  | {
      readonly type: "debrief";
      readonly level: string;
      readonly tellsCollapse: boolean;
      /** Fact cards that count as shown from now on. */
      readonly cardsShown: readonly string[];
    }
  | { readonly type: "question"; readonly level: string; readonly id: string; readonly known: boolean };

/** Named designs that a player may keep of one level. Asked when one is kept, so that none ever gives way. */
export const designsMax = 12;
const predictionsMax = 50;

/** The save with one change. */
export function withChange(save: Save, change: SaveChange): Save {
  if (change.type === "startOver") return { ...emptySave(), settings: save.settings };
  if (change.type === "speed") return { ...save, settings: { ...save.settings, speed: change.speed } };
  if (change.type === "answer") return { ...save, cards: withAnswer(save.cards, change) };
  if (change.type === "rung") return climbed(save, change);
  if (change.type === "drill") return { ...save, drills: withDrillMark(save.drills, change) };
  if (change.type === "active")
    return { ...save, activeMs: withActive(save.activeMs, change.atMs, change.ms) };
  if (change.type === "trial") return tried(save, change);
  if (change.type === "day") {
    const { type: _, atMs, ...card } = change;
    return withDay(save, card, atMs);
  }
  if (change.type === "mend") return mended(save, change.cards);
  if (change.type === "interview" || change.type === "report") return interviewedSave(save, change);
  if (change.type === "shift") return withShift(save, change.shift, change.atMs);
  if (change.type === "shiftOver") {
    const { shift, score, atMs } = change;
    // A day's shift counts for its day alone: its case would say which one of the list it is.
    if (shift.date !== undefined) return withoutShift(save);
    return withShiftOver(save, shift.case, shiftOver(shift, score, atMs));
  }
  if (
    change.type === "system" ||
    change.type === "systemAgain" ||
    change.type === "systemRenamed" ||
    change.type === "systemDropped"
  )
    return withSystems(save, shelfAfter(systemsIn(save), change));
  const own = systemNamed(change.level);
  if (own !== undefined) return change.type === "design" ? redesigned(save, own, change) : save;
  const { kept, key, isRoom } = placeIn(save, change.level);
  const before = kept[key] ?? emptyLevel();
  const after = changed(before, change);
  if (after === before) return save;
  const all = { ...kept, [key]: after };
  return { ...save, [isRoom ? "puzzles" : "levels"]: all, cards: cardsAfter(save, change) };
}

function systemsIn({ systems, systemsRemoved }: Save): Shelf<SavedSystem> {
  return { list: systems, removed: systemsRemoved };
}

function withSystems(save: Save, { list, removed }: Shelf<SavedSystem>): Save {
  return { ...save, systems: list, systemsRemoved: removed };
}

function shelfAfter(shelf: Shelf<SavedSystem>, change: SystemChange & SaveChange): Shelf<SavedSystem> {
  const { name, atMs } = change;
  switch (change.type) {
    case "system":
      return withKept(shelf, name, { system: change.system as unknown as Json }, atMs);
    case "systemAgain":
      return withKeptAgain(shelf, change.saved, name, atMs);
    case "systemRenamed":
      return withNewName(shelf, name, change.to, atMs);
    case "systemDropped":
      return withoutKept(shelf, name, atMs);
  }
}

/** A system whose design was changed on the board; nothing else of a stay there is progress. */
function redesigned(save: Save, name: string, { line: design, atMs }: { line: string; atMs: number }): Save {
  const before = save.systems.find((each) => each.name === name);
  if (!before || before.system.design === design) return save;
  return withSystems(save, withKept(systemsIn(save), name, { system: { ...before.system, design } }, atMs));
}

/** A level with its named designs changed. */
function withDesigns(
  level: LevelProgress,
  change: (shelf: Shelf<SavedDesign>) => Shelf<SavedDesign>,
): LevelProgress {
  const { list, removed } = change({ list: level.designs, removed: level.designsRemoved });
  return { ...level, designs: list, designsRemoved: removed };
}

function climbed(save: Save, { ladder, answer, atMs }: Climbed & SaveChange): Save {
  const after = withRung(answersTo(save.ladders, ladder), { ...answer, at: new Date(atMs).toISOString() });
  return { ...save, ladders: { ...save.ladders, [ladder]: after } };
}

function tried(save: Save, { bench, turned, found, expected, atMs }: TrialMade & SaveChange): Save {
  const at = new Date(atMs).toISOString();
  const before = Object.hasOwn(save.labs, bench) ? (save.labs[bench] ?? []) : [];
  const trials = withTrial(before, turned, found, expected).map((trial) => ({ at, ...trial }));
  return { ...save, labs: { ...save.labs, [bench]: trials } };
}

function interviewedSave(save: Save, change: Interviewed & SaveChange): Save {
  if (change.type === "interview") return withInterview(save, change.interview);
  const rest = withInterview(save);
  const at = new Date(change.atMs).toISOString();
  return { ...rest, reports: withReport(save.reports, { at, report: change.report }) };
}

/** A question graded at a level's end has been answered for Study too. */
function cardsAfter({ cards }: Save, change: LevelChange & SaveChange): Save["cards"] {
  if (change.type !== "question") return cards;
  const { id: card, known, atMs } = change;
  return withAnswer(cards, { card, recall: known ? "knew" : "forgot", atMs });
}

/** Without the states that cannot be read; another window may have answered meanwhile, and that stays. */
function mended(save: Save, ids: readonly string[]): Save {
  const isBroken = (id: string, state: unknown) => ids.includes(id) && readState(state) === undefined;
  const kept = Object.entries(save.cards).filter(([id, state]) => !isBroken(id, state));
  return kept.length === Object.keys(save.cards).length ? save : { ...save, cards: Object.fromEntries(kept) };
}

function changed(level: LevelProgress, change: LevelChange & SaveChange): LevelProgress {
  switch (change.type) {
    case "design":
      return level.lastDesign === change.line ? level : { ...level, lastDesign: change.line };
    case "trap":
      return level.trapsSeen.includes(change.letter)
        ? level
        : { ...level, trapsSeen: [...level.trapsSeen, change.letter] };
    case "start":
      return level.startDesign === change.line ? level : { ...level, startDesign: change.line };
    case "keep":
      return withDesigns(level, (shelf) =>
        withKept(shelf, change.name, { notation: change.line }, change.atMs),
      );
    case "drop":
      return withDesigns(level, (shelf) => withoutKept(shelf, change.name, change.atMs));
    case "prediction": {
      const { answer, right } = change;
      const at = new Date(change.atMs).toISOString();
      return {
        ...level,
        predictions: [...level.predictions, { answer, right, at }].slice(-predictionsMax),
      };
    }
    case "mistake": {
      const { mistake } = change;
      const others = level.mistakes.filter(({ about, of }) => about !== mistake.about || of !== mistake.of);
      const at = new Date(change.atMs).toISOString();
      return { ...level, mistakes: [...others, { ...mistake, at }] };
    }
    case "run": {
      const attempts = level.attempts + (change.attempt ? 1 : 0);
      const isOwn = change.passed && !change.practice;
      return {
        ...level,
        ...afterRun(level, change),
        ...(isOwn ? { lastPassed: change.line } : {}),
        attempts,
      };
    }
    case "endless":
      return change.score <= (level.bestGrowth ?? 0) ? level : { ...level, bestGrowth: change.score };
    case "hints":
      return change.used <= level.hintsUsed ? level : { ...level, hintsUsed: change.used };
    case "debrief": {
      const tells = change.tellsCollapse && !level.collapseTold;
      const { cardsShown } = change;
      return { ...level, debriefRead: true, cardsShown, ...(tells ? { collapseTold: true } : {}) };
    }
    case "question": {
      const others = level.questionsSeen.filter((id) => id !== change.id);
      return { ...level, questionsSeen: change.known ? [...others, change.id] : others };
    }
  }
}
