/** What the reducer is told: a command, typed text, finished work. */
import type {
  Counterfactual,
  Endurance,
  Luck,
  Playback,
  Population,
  Recording,
  Unfair,
  Verdict,
} from "../../game/index.ts";
import type { BenchTrial, Turned } from "../../labs/index.ts";
import type { DayVariant, ProvenDay } from "../../rooms/day/index.ts";
import type { Notice, Trouble } from "../../saves/index.ts";
import type { Save } from "../../saves/shape.ts";
import type { Design, Traces } from "../../sim/index.ts";
import type { Judged } from "../../study/interview/judge.ts";
import type { WantedInterview } from "../../study/interview/machine.ts";
import type { LadderTexts } from "../../words/contract/ladders.ts";
import type { Delivery } from "../../words/contract/share.ts";
import type { Command } from "../keys/keymap.ts";
import type { WantedSandbox } from "./sandbox-screens.ts";
import type { InterviewBundle } from "./study-screens.ts";
import type { AuditSoFar, KnownRun, Visit } from "./visit.ts";
import type { WantedLink } from "./wanted.ts";

/** An action with the moment at which it came, ms since 1970. */
export type Timed<A> = A & { readonly atMs: number };

export type Action =
  | { readonly type: "command"; readonly command: Command }
  /** What was typed or pasted into a field, or "" for the backspace. */
  | { readonly type: "text"; readonly char: string }
  /** The clock: so many beats of a twentieth of a second, and how far the work in hand is. */
  | { readonly type: "tick"; readonly beats: number; readonly progress?: number }
  | ({ readonly type: "dayFound" } & NonNullable<Visit["day"]>)
  | { readonly type: "begun"; readonly run: number; readonly playback: Playback }
  | { readonly type: "recorded"; readonly run: number; readonly recording: Recording }
  /** A day of endless growth has been played; without one, there are no more. */
  | {
      readonly type: "endured";
      readonly design: Design;
      readonly day?: Endurance;
      /** No day goes on before something was named. */
      readonly waits?: true;
    }
  /** Whether the player's own is a fair start of a level, and if not, why. */
  | { readonly type: "carried"; readonly level: string; readonly unfair: Unfair | undefined }
  | {
      readonly type: "traced";
      readonly run: number;
      readonly tick: number;
      readonly found: Traces;
    }
  | {
      readonly type: "judged";
      readonly run: number;
      readonly verdict: Verdict;
      readonly population?: Population | undefined;
    }
  | {
      readonly type: "compared";
      readonly run: number;
      readonly ideas: readonly string[];
      readonly found: readonly Counterfactual[];
    }
  | { readonly type: "luckTried"; readonly run: number; readonly luck: Luck }
  | ({ readonly type: "audited" } & AuditSoFar)
  /** A trial was made at a bench; the curve of the last one has come. */
  | {
      readonly type: "benchTried";
      readonly bench: string;
      readonly turned: Turned;
      readonly found: BenchTrial;
    }
  | {
      readonly type: "benchCurve";
      readonly bench: string;
      readonly of: Turned;
      readonly points: readonly BenchTrial[];
    }
  /** A day's variant was proven; undefined, it cannot be played and it is counted on. */
  | { readonly type: "dayProven"; readonly variant: DayVariant; readonly day: ProvenDay | undefined }
  /** The days have been watched that a shift on call waits for. */
  | { readonly type: "shiftWatched" }
  | { readonly type: "ladders"; readonly texts: LadderTexts }
  | { readonly type: "interviewBundle"; readonly bundle: InterviewBundle }
  /** The design of an interview was judged, before the twist or after it. */
  | { readonly type: "interviewJudged"; readonly line: string; readonly judged: Judged }
  /** So much of a film is made; it is made, and what became of it: nothing, where nobody takes files. */
  | { readonly type: "filmed"; readonly share: number }
  | { readonly type: "given"; readonly delivery?: Delivery }
  /** The game is opened at a run. */
  | { readonly type: "openedRun"; readonly run: KnownRun }
  /** The game is opened at the sandbox. */
  | { readonly type: "openedSandbox"; readonly wanted: WantedSandbox }
  /** The game is opened at what a link asks for. */
  | { readonly type: "followed"; readonly link: WantedLink }
  /** The game is opened at an interview. */
  | { readonly type: "opened"; readonly wanted: WantedInterview }
  /** So many changes are on disk, and this is what stands there now. */
  | { readonly type: "saved"; readonly count: number; readonly save: Save }
  | { readonly type: "unsaved"; readonly trouble: Trouble | undefined }
  /** `isHidden`: there is less room than the smallest screen needs, and nothing is to be seen. */
  | { readonly type: "resized"; readonly columns: number; readonly rows: number; readonly isHidden?: boolean }
  | { readonly type: "notice"; readonly notices: readonly Notice[] };
