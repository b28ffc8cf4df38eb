/** What the game is showing and remembers. All of it is plain data; one reducer (reduce.ts) changes it. */
import type { Counterfactual, Endurance, Luck, Playback, Played } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import type { Notice, Trouble } from "../../saves/index.ts";
import type { Save } from "../../saves/shape.ts";
import type { Design, PlaceName, TraceKind, Traces } from "../../sim/index.ts";
import type { GlossaryEntry } from "../../words/contract/content.ts";
import type { Door, EstimateField } from "../../words/contract/screens.ts";
import type { SharedForm } from "../../words/contract/share.ts";
import type { Words } from "../../words/index.ts";
import type { BenchScreen, LabsScreen } from "./lab-screens.ts";
import type { ShiftScreen, ShiftsScreen } from "./on-call-screens.ts";
import type { DayScreen, PuzzlesScreen, RedTeamScreen } from "./room-screens.ts";
import type { SandboxScreen, SystemScreen } from "./sandbox-screens.ts";
import type { SaveChange } from "./save-changes.ts";
import type {
  DrillScreen,
  InterviewScreen,
  InterviewsScreen,
  LadderScreen,
  ProgressScreen,
  ReviewScreen,
  TopicsScreen,
} from "./study-screens.ts";
import type { AuditSoFar, Gain, KnownRun, Visit } from "./visit.ts";

export type { Action, Timed } from "./actions.ts";
export { type EstimateField, estimateFields } from "./visit.ts";
export type { AuditSoFar, Counterfactual, Gain, KnownRun, Visit };

/** One row of the map: a level, or another room. */
export type MapRow =
  | { readonly kind: "lesson"; readonly id: string; readonly lesson: Lesson }
  | { readonly kind: "door"; readonly id: Door };

export type BoardPanel =
  | { readonly kind: "designs"; readonly at: number }
  | {
      readonly kind: "naming";
      readonly text: string;
      /** The name of a kept design that the player was told will give way. */
      readonly replaces?: string;
    }
  | {
      readonly kind: "estimate";
      readonly at: number;
      readonly typed: Readonly<Record<EstimateField, string>>;
    }
  | { readonly kind: "runs" };

export type DebriefPanel =
  | { readonly kind: "runs" }
  | { readonly kind: "traps"; readonly at: number }
  | {
      readonly kind: "task";
      readonly at: number;
      readonly chosen: readonly string[];
    }
  | { readonly kind: "reveal" }
  | { readonly kind: "audit"; readonly scroll: number }
  | {
      readonly kind: "sharing";
      /** The form in focus. */
      readonly at: number;
      /** What is being made, how far it is, and which making it is. */
      readonly making?: { readonly key: object; readonly form: FilmForm; readonly done: number };
    };

/** What can be shared as a file. */
export type FilmForm = Extract<SharedForm, "film" | "cast">;

export type Screen =
  | { readonly kind: "title" }
  /** `asked`: whether to start over. */
  | { readonly kind: "map"; readonly at: number; readonly asked?: true }
  | { readonly kind: "reference"; readonly at: number; readonly lesson: Lesson; readonly page: number }
  | LessonScreen
  | GlossaryScreen
  | ReviewScreen
  | DrillScreen
  | TopicsScreen
  | LadderScreen
  | ProgressScreen
  | LabsScreen
  | BenchScreen
  | ShiftsScreen
  | ShiftScreen
  | InterviewsScreen
  | InterviewScreen
  | SandboxScreen
  | SystemScreen
  | PuzzlesScreen
  | RedTeamScreen
  | DayScreen
  | { readonly kind: "briefing"; readonly visit: Visit; readonly page: number; readonly back: Screen }
  | { readonly kind: "board"; readonly visit: Visit; readonly panel?: BoardPanel }
  | {
      readonly kind: "prediction";
      readonly visit: Visit;
      readonly about: "question" | "goals";
      readonly at: number;
      readonly typed: string;
    }
  | RunScreen
  | {
      readonly kind: "pass";
      readonly visit: Visit;
      readonly played: Played;
      readonly gain: Gain;
      /** Beats of the clock since the screen appeared. */
      readonly beats: number;
    }
  | DebriefScreen
  | { readonly kind: "course" }
  | EndlessScreen
  | {
      readonly kind: "questions";
      readonly visit: Visit;
      readonly at: number;
      readonly revealed: boolean;
      readonly back: Screen;
    };

/** A screen of one kind. */
export type ScreenOf<K extends Screen["kind"]> = Extract<Screen, { readonly kind: K }>;

/** A level's chapter, read at any time. */
export interface LessonScreen {
  readonly kind: "lesson";
  readonly lesson: Lesson;
  /** The page on view; until one is turned, the page with the excerpt of that id, or the first. */
  readonly page?: number;
  readonly at?: string;
  readonly back: Screen;
}

/** The glossary over what was on view. */
export interface GlossaryScreen {
  readonly kind: "glossary";
  /** What is looked for. */
  readonly typed: string;
  /** The word in focus, by its place among those found. */
  readonly at: number;
  readonly back: Screen;
}

/** Endless growth of the player's last system, as far as it has come. */
export interface EndlessScreen {
  readonly kind: "endless";
  readonly lesson: Lesson;
  readonly design: Design;
  readonly days: readonly Endurance[];
  /** Entered by its door on the map, which Escape leads back to. */
  readonly fromMap?: true;
  readonly isOver: boolean;
  /** What was named to give way first, before the first day and before each doubling. */
  readonly named: readonly PlaceName[];
  /** The part in focus, by its place among those that can give way. */
  readonly at: number;
}

/** One request of a tick, hop by hop, over the paused run. */
export interface TracePanel {
  readonly tick: number;
  readonly which: TraceKind;
  /** Undefined while the run is made again up to there. */
  readonly found?: Traces;
}

/** Playback, as a multiple of a run in a minute. */
export type Speed = NonNullable<Save["settings"]["speed"]>;

export interface RunScreen {
  readonly kind: "run";
  readonly visit: Visit;
  /** The run in the making, from its first seconds on. */
  readonly begun?: Playback;
  /** The run as a whole. */
  readonly played?: Played;
  /** What the player has asked for before it could be had: it comes with the run. */
  readonly wanted?: "debrief" | "trace";
  /** The moment to be on view, in ticks; while the run is computed it is shown as far as that has come. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** The seed of a shared run; otherwise the one that shows most of the design is found. */
  readonly seed?: number;
  /** Beats of the clock since the screen appeared: what takes longer than half a second shows a bar. */
  readonly beats: number;
  /** Share done of the work in hand, 0…1. */
  readonly progress: number;
  readonly trace?: TracePanel;
}

export interface DebriefScreen {
  readonly kind: "debrief";
  readonly visit: Visit;
  readonly played: Played;
  readonly scroll: number;
  readonly whatIf?: readonly Counterfactual[];
  /** The change that the player has asked for before there were any. */
  readonly wanted?: number;
  /** Letters of the wrong ideas that the failure comes of, as running without them has shown. */
  readonly ideas?: readonly string[];
  /** What other days with traffic of their own were like. */
  readonly luck?: Luck;
  /** The player has been told before why a modest overload fails most of what is asked. */
  readonly knowsCollapse?: true;
  /** The wrong answer that was tried as such, by its letter. */
  readonly trap?: string;
  /** The fact card that is shown this time, by its id. */
  readonly card?: string;
  readonly beats: number;
  readonly progress: number;
  readonly panel?: DebriefPanel;
}

export interface State {
  /** The language in force: what the screens say. */
  readonly words: Words;
  readonly mapRows: readonly MapRow[];
  readonly glossary: readonly GlossaryEntry[];
  readonly save: Save;
  /** Stays at levels that were left for the map, by level: they go on where they were. */
  readonly visits: Readonly<Record<string, Visit>>;
  readonly screen: Screen;
  /** Room on the screen, in cells: what fits on a page follows from it. */
  readonly size: { readonly columns: number; readonly rows: number };
  /** The list of keys lies over the screen. */
  readonly help?: {
    readonly scroll: number;
    /** The screen as text, as it was when it was asked for; without it, the list of keys. */
    readonly text?: readonly string[];
    /** The text is a card, to be copied. */
    readonly isCard?: true;
  };
  /** One line above the footer: why a key did nothing, what was saved. Gone with the next key. */
  readonly message?: string;
  /** What the saves have to say: shown on the map until read. */
  readonly notices: readonly Notice[];
  /** Why nothing is saved now; told on every screen until it is mended. */
  readonly unsaved?: Trouble;
  /** The page's address, where the game is played on one. */
  readonly address?: string;
  /** Changes of the save not yet written. */
  readonly outbox: readonly SaveChange[];
  readonly exitCode?: number;
  /** When the latest action came, ms since 1970. */
  readonly nowMs: number;
  /** When the player last did something, and how long the game was in use before that, not yet remembered. */
  readonly active?: { readonly atMs: number; readonly ms: number };
  /** Beats of the clock: what moves for its own sake moves with it. */
  readonly beat: number;
}
