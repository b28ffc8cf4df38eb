/**
 * The game on a host: keys, the clock and finished work become actions, the state after them is drawn, saved and
 * worked on. Everything that happens goes through `dispatch`; nothing here knows a terminal.
 */
import type { Lesson } from "../levels/index.ts";
import type { WantedInterview } from "../study/interview/machine.ts";
import type { Hands } from "../threads/errands.ts";
import type { GlossaryEntry } from "../words/contract/content.ts";
import type { LadderTexts } from "../words/contract/ladders.ts";
import type { Words } from "../words/index.ts";
import { draw } from "./draw.ts";
import type { Drawn } from "./frame/menu.ts";
import { isTooSmall, leastRoom, tooSmallLines } from "./frame/too-small.ts";
import { Giving, type MakeFilm } from "./giving.ts";
import type { Host } from "./host.ts";
import { jobOf } from "./jobs.ts";
import type { KeyEvent } from "./keys/events.ts";
import { actionFor } from "./model/context.ts";
import { showsLadders } from "./model/ladders.ts";
import { offered } from "./model/offered.ts";
import type { WantedSandbox } from "./model/sandbox-screens.ts";
import type { InterviewBundle } from "./model/study-screens.ts";
import type { KnownRun } from "./model/types.ts";
import type { WantedLink } from "./model/wanted.ts";
import {
  type Action,
  initialState,
  isMoving,
  isTimed,
  isTyping,
  mapRowsOf,
  reduce,
  type State,
  withBegun,
} from "./reduce.ts";
import { type Progress, Saving } from "./saving.ts";
import { unsavedShort } from "./screens/unsaved.ts";
import { spokenLines } from "./speak.ts";
import { WorkInHand } from "./work.ts";

export interface GameSetup {
  readonly store: Progress;
  readonly words: Words;
  readonly lessons: readonly Lesson[];
  readonly glossary?: readonly GlossaryEntry[];
  /** Who makes whole runs; without it they are made here. */
  readonly workforce?: (() => Promise<Hands>) | undefined;
  /** Fetches the ladders, once somebody wants to see them. */
  readonly fetchLadders?: () => Promise<LadderTexts>;
  /** The same for interviews. */
  readonly fetchInterviews?: () => Promise<InterviewBundle>;
  /** Fetches who makes films, once one is wanted. */
  readonly fetchFilms?: () => Promise<MakeFilm>;
  /** The interview that the game is opened at. */
  readonly interview?: WantedInterview | undefined;
  /** What a link asks for. */
  readonly link?: WantedLink | undefined;
  /** The sandbox that the game is opened at. */
  readonly sandbox?: WantedSandbox | undefined;
  /** The run that the game is opened at. */
  readonly run?: KnownRun;
  /** What was pressed before the game was there. */
  readonly keys?: readonly KeyEvent[];
}

/** Plays on a host until the player leaves. Returns the way to stop before that. */
export function playOn(host: Host, setup: GameSetup): () => void {
  const game = new Game(host, setup);
  return () => game.stop();
}

class Game {
  readonly #host: Host;
  readonly #saving: Saving;
  readonly #work: WorkInHand;
  readonly #giving: Giving;
  readonly #clock: Clock;
  readonly #fetchLadders: GameSetup["fetchLadders"];
  readonly #fetchInterviews: GameSetup["fetchInterviews"];
  readonly #ways: readonly (() => void)[];
  #state: State;
  /** Calls off the turn in which what has happened will be drawn and saved. */
  #turn: (() => void) | undefined;
  #isOver = false;

  constructor(host: Host, setup: GameSetup) {
    const {
      store,
      words,
      lessons,
      glossary,
      workforce,
      fetchLadders,
      fetchInterviews,
      fetchFilms,
      interview,
      sandbox,
      link,
      run,
      keys = [],
    } = setup;
    this.#host = host;
    this.#fetchLadders = fetchLadders;
    this.#fetchInterviews = fetchInterviews;
    const { address } = host;
    this.#state = {
      ...initialState(words, mapRowsOf(lessons), store.read(), store.notices, store.trouble, glossary),
      ...(address === undefined ? {} : { address }),
    };
    this.#saving = new Saving(host, store, this.#dispatch);
    this.#work = new WorkInHand(host, this.#dispatch, workforce);
    this.#giving = new Giving(host, this.#dispatch, fetchFilms);
    this.#clock = new Clock(host, (beats) =>
      this.#dispatch({ type: "tick", beats, progress: this.#work.share }),
    );
    const measure = () => this.#dispatch({ type: "resized", ...this.#room, isHidden: this.#isHidden });
    this.#ways = [host.onResize(measure), host.onKey(this.#hear)];
    measure();
    if (run) this.#dispatch({ type: "openedRun", run });
    if (sandbox) this.#dispatch({ type: "openedSandbox", wanted: sandbox });
    if (link) this.#dispatch({ type: "followed", link });
    if (interview) this.#dispatch({ type: "opened", wanted: interview });
    for (const event of keys) this.#hear(event);
  }

  /** Ends it all; what has changed is saved. */
  stop(): void {
    if (this.#isOver) return;
    this.#saving.write(withBegun(this.#state).outbox);
    this.#isOver = true;
    this.#saving.stop();
    for (const stopHearing of this.#ways) stopHearing();
    this.#turn?.();
    this.#clock.run(0);
    this.#work.takeUp(undefined);
    this.#giving.stop();
  }

  readonly #dispatch = (action: Action): void => {
    if (this.#isOver) return;
    const before = this.#state.screen.kind;
    this.#state = reduce(this.#state, { ...action, atMs: this.#host.now() });
    const { screen } = this.#state;
    if (before !== screen.kind) this.#bringWords(screen);
    // All that comes at once is drawn once, and before any work goes on.
    this.#turn ??= this.#host.later(this.#takeTurn, 0);
    const job = jobOf(this.#state);
    this.#work.takeUp(job);
    this.#giving.takeUp(this.#state);
    const { still, beatsEach = 1 } = this.#host.look;
    const beats = still ? calmBeats : beatsEach;
    this.#clock.run(isMoving(this.#state) || job ? beats : isTimed(this.#state) ? beatsPerSec : 0);
  };

  /** What a screen says and is not there yet. */
  #bringWords(screen: State["screen"]): void {
    if (showsLadders(screen) && !screen.texts)
      void this.#fetchLadders?.().then((texts) => this.#dispatch({ type: "ladders", texts }));
    if ((screen.kind === "interviews" || screen.kind === "interview") && !screen.bundle)
      void this.#fetchInterviews?.().then((bundle) => this.#dispatch({ type: "interviewBundle", bundle }));
  }

  readonly #takeTurn = (): void => {
    this.#turn = undefined;
    this.#host.draw(this.#drawn());
    this.#saving.write(this.#state.outbox);
    const { exitCode } = this.#state;
    if (exitCode !== undefined) this.#host.exit(exitCode);
  };

  readonly #hear = (event: KeyEvent): void => {
    this.#saving.look();
    // What cannot be seen hears no keys.
    const action = this.#isHidden ? quitting(event) : actionFor(this.#state, event);
    if (action) this.#dispatch(action);
  };

  get #isHidden(): boolean {
    return !this.#host.look.spoken && isTooSmall(this.#host.room);
  }

  /** The room for the layout: never less than the smallest screen, even while the host's is. */
  get #room(): State["size"] {
    const { columns, rows } = this.#host.room;
    return { columns: Math.max(columns, leastRoom.columns), rows: Math.max(rows, leastRoom.rows) };
  }

  #drawn(): Drawn {
    const { theme, unicode, still, spoken } = this.#host.look;
    const { size, words, unsaved } = this.#state;
    const state = this.#state;
    const asks = () => ({ keys: offered(state, { unicode }), isTyping: isTyping(state) });
    if (spoken) return { lines: spokenLines(state), asks };
    if (this.#isHidden) return { lines: tooSmallLines(words, this.#host.room) };
    const warning = unsaved ? { warning: unsavedShort(words, unsaved) } : {};
    return { ...draw(state, { ...size, words, theme, unicode, still, ...warning }), asks };
  }
}

/** Under the sentence that there is too little room, the one key that it names. */
function quitting(event: KeyEvent): Action | undefined {
  const isQuit = "key" in event && event.key === "char" && event.char?.toLowerCase() === "q";
  return isQuit ? { type: "command", command: "quit" } : undefined;
}

/** The one clock beats twenty times a second while something moves or is being worked on. */
const beatMs = 50;

/** A clock that shows seconds is looked at as often. */
const beatsPerSec = 20;

/** Where nothing moves for its own sake the screen changes twice a second; the run takes as long. */
const calmBeats = 10;

class Clock {
  readonly #host: Pick<Host, "now" | "later">;
  readonly #beat: (beats: number) => void;
  #beats = 0;
  #callOff: (() => void) | undefined;
  #dueMs = 0;

  constructor(host: Pick<Host, "now" | "later">, beat: (beats: number) => void) {
    this.#host = host;
    this.#beat = beat;
  }

  /** Beats so many at a time; none is standing still. */
  run(beats: number): void {
    if (beats === this.#beats) return;
    this.#callOff?.();
    this.#callOff = undefined;
    this.#beats = beats;
    if (beats > 0) this.#wait(this.#host.now());
  }

  #wait(sinceMs: number): void {
    const everyMs = beatMs * this.#beats;
    const nowMs = this.#host.now();
    // What drawing took is made up for; a longer pause, or a clock put back, is not.
    this.#dueMs = Math.min(Math.max(sinceMs + everyMs, nowMs), nowMs + everyMs);
    this.#callOff = this.#host.later(() => {
      this.#wait(this.#dueMs);
      this.#beat(this.#beats);
    }, this.#dueMs - nowMs);
  }
}
