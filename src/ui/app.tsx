/** The game on the screen: state in, one frame out. Keys, the clock and finished work come back as actions. */

import { Text } from "ink";
import { type ReactElement, useCallback, useEffect, useReducer, useRef } from "react";
import type { Lesson } from "../levels/index.ts";
import type { PatientStore } from "../saves/index.ts";
import type { Save } from "../saves/shape.ts";
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
import { unsavedShort } from "./screens/unsaved.ts";
import { spokenLines } from "./speak.ts";
import { type KeyEvent, useKeys, useTerminal } from "./terminal/index.ts";
import { Shown } from "./terminal/shown.tsx";
import { jobOf, useWork } from "./work.ts";

/** What the game needs of the saves. */
export type Progress = Pick<PatientStore, "read" | "update" | "retry" | "notices" | "trouble">;

export interface AppProps {
  readonly store: Progress;
  readonly words: Words;
  readonly lessons: readonly Lesson[];
  /** Who makes whole runs; without it they are made here. */
  readonly workforce?: (() => Promise<Workforce>) | undefined;
}

/** The whole game, ready to be shown. */
export function theGame(props: AppProps): ReactElement {
  return <App {...props} />;
}

export function App({ store, words, lessons, workforce }: AppProps): ReactElement {
  const { columns, rows, theme, exit, capabilities } = useTerminal();
  const [state, reduceTimed] = useReducer(reduce, undefined, () =>
    initialState(words, placesOf(lessons), store.read(), store.notices, store.trouble),
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
  const warning = state.unsaved ? { warning: unsavedShort(words, state.unsaved) } : {};
  return <Shown {...draw(state, { columns, rows, theme, words, unicode, still, ...warning })} />;
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

/** How often we look whether another game has saved, or whether the disk lets us save again, in ms. */
const lookMs = 2_000;

/** Writes what changed, at every step; takes in what another window saved; tries again where the disk refused. */
function useSaving(state: State, store: Progress, dispatch: (action: Action) => void): void {
  const { outbox } = state;
  const known = useRef({ save: state.save, notices: store.notices.length, trouble: store.trouble });
  const tell = useCallback(
    (count: number, save: Save) => {
      const { notices, trouble } = store;
      const before = known.current;
      if (count > 0 || save !== before.save) dispatch({ type: "saved", count, save });
      if (trouble?.line !== before.trouble?.line) dispatch({ type: "unsaved", trouble });
      if (notices.length > before.notices) dispatch({ type: "notice", lines: notices.slice(before.notices) });
      known.current = { save, notices: notices.length, trouble };
    },
    [store, dispatch],
  );
  useEffect(() => {
    if (outbox.length === 0) return;
    const isOver = outbox.some(({ type }) => type === "startOver");
    const change = (save: Save) => outbox.reduce(withChange, save);
    tell(outbox.length, store.update(change, isOver ? { keepAs: "before" } : {}));
  }, [outbox, store, tell]);
  useEffect(() => {
    const timer = setInterval(() => tell(0, store.trouble ? store.retry() : store.read()), lookMs);
    return () => clearInterval(timer);
  }, [store, tell]);
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
