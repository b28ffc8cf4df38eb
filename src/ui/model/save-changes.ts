/** What a player's actions change in the save, as data: applied at once in memory and again, under the lock, on disk. */
import { afterRun } from "../../game/index.ts";
import { emptyLevel, emptySave, type LevelProgress, type Save } from "../../saves/shape.ts";

/** What happened, and when: ms since 1970. */
export type SaveChange = ProgressChange & { readonly atMs: number };

/** A change of what is remembered. */
export type ProgressChange = LevelChange | StartOver | SpeedChange;

interface SpeedChange {
  readonly type: "speed";
  readonly speed: NonNullable<Save["settings"]["speed"]>;
}

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
  const before = save.levels[change.level] ?? emptyLevel();
  const after = changed(before, change);
  return after === before ? save : { ...save, levels: { ...save.levels, [change.level]: after } };
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
    case "keep": {
      const others = level.designs.filter(({ name }) => name !== change.name);
      return {
        ...level,
        designs: [...others, { name: change.name, notation: change.line }],
      };
    }
    case "drop":
      return { ...level, designs: level.designs.filter(({ name }) => name !== change.name) };
    case "prediction": {
      const { answer, right } = change;
      const at = new Date(change.atMs).toISOString();
      return {
        ...level,
        predictions: [...level.predictions, { answer, right, at }].slice(-predictionsMax),
      };
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
