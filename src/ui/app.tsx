/** The game on the screen: state in, one frame out. Keys, the clock and finished work come back as actions. */

import { Text } from "ink";
import { type ReactElement, useCallback, useEffect, useReducer, useRef } from "react";
import type { Lesson } from "../levels/index.ts";
import { type SaveStore, SavesError, withoutSaving } from "../saves/index.ts";
import type { Workforce } from "../solver/index.ts";
import type { Words } from "../words/index.ts";
import { draw } from "./draw.ts";
import { commandFor } from "./keys/keymap.ts";
import { withChange } from "./model/save-changes.ts";
import {
  type Action,
  contextOf,
  initialState,
  isMoving,
  isTyping,
  placesOf,
  reduce,
  type State,
} from "./reduce.ts";
import { spokenLines } from "./speak.ts";
import { type KeyEvent, useKeys, useTerminal } from "./terminal/index.ts";
import { Shown } from "./terminal/shown.tsx";
import { jobOf, useWork } from "./work.ts";

export interface AppProps {
  readonly store: SaveStore;
  readonly notices: readonly string[];
  readonly words: Words;
  readonly lessons: readonly Lesson[];
  /** Who makes whole runs; without it they are made here. */
  readonly workforce?: (() => Promise<Workforce>) | undefined;
}

/** The whole game, ready to be shown. */
export function theGame(props: AppProps): ReactElement {
  return <App {...props} />;
}

export function App({ store, notices, words, lessons, workforce }: AppProps): ReactElement {
  const { columns, rows, theme, exit, capabilities } = useTerminal();
  const [state, reduceTimed] = useReducer(reduce, undefined, () =>
    initialState(words, placesOf(lessons), store.read(), notices),
  );
  const dispatch = useCallback((action: Action) => reduceTimed({ ...action, atMs: Date.now() }), []);
  useKeys((event) => {
    const action = actionFor(state, event);
    if (action) dispatch(action);
  });
  useEffect(() => dispatch({ type: "resized", columns, rows }), [columns, rows, dispatch]);
  useSaving(state, store, dispatch);
  const progress = useWork(jobOf(state), dispatch, workforce);
  useClock(isMoving(state) || jobOf(state) !== undefined, capabilities.reducedMotion, progress, dispatch);
  useEffect(() => {
    if (state.exitCode !== undefined && state.outbox.length === 0) exit(state.exitCode);
  }, [state.exitCode, state.outbox, exit]);
  if (capabilities.screenReader) return <Text>{spokenLines(state).join("\n")}</Text>;
  const { unicode, reducedMotion: still } = capabilities;
  return <Shown {...draw(state, { columns, rows, theme, words, unicode, still })} />;
}

/** A pasted text as one line; what is no character at all is left out. */
function pasted(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
}

/** What a key means now: text for a field, or a command. */
export function actionFor(state: State, event: KeyEvent): Action | undefined {
  if ("paste" in event) {
    const char = pasted(event.paste);
    return isTyping(state) && char !== "" ? { type: "text", char } : undefined;
  }
  if (isTyping(state) && !event.ctrl && !event.alt) {
    if (event.key === "char" || event.key === "space") return { type: "text", char: event.char ?? " " };
    if (event.key === "backspace" || event.key === "delete") return { type: "text", char: "" };
  }
  const command = commandFor(contextOf(state), event);
  return command && { type: "command", command };
}

/** Writes what changed, at every step; a disk that fails costs the saving, not the game. */
function useSaving(state: State, store: SaveStore, dispatch: (action: Action) => void): void {
  const current = useRef(store);
  const { outbox } = state;
  useEffect(() => {
    if (outbox.length === 0) return;
    const apply = () => current.current.update((save) => outbox.reduce(withChange, save));
    const known = current.current.notices.length;
    try {
      dispatch({ type: "saved", count: outbox.length, save: apply() });
    } catch (error) {
      if (!(error instanceof SavesError)) throw error;
      current.current = withoutSaving(error);
      dispatch({ type: "saved", count: outbox.length, save: apply() });
      dispatch({ type: "notice", lines: current.current.notices });
      return;
    }
    const fresh = current.current.notices.slice(known);
    if (fresh.length > 0) dispatch({ type: "notice", lines: fresh });
  }, [outbox, dispatch]);
}

/** The one clock: twenty beats a second while something moves or is being worked on. */
const beatMs = 50;

/** With reduced motion the screen changes twice a second; the run takes as long. */
const calmBeats = 10;

function useClock(
  on: boolean,
  calm: boolean,
  progress: { readonly current: number },
  dispatch: (action: Action) => void,
): void {
  useEffect(() => {
    if (!on) return;
    const beats = calm ? calmBeats : 1;
    const timer = setInterval(
      () => dispatch({ type: "tick", beats, progress: progress.current }),
      beatMs * beats,
    );
    return () => clearInterval(timer);
  }, [on, calm, progress, dispatch]);
}
