import { Box } from "ink";
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import type { Theme } from "../frame/theme.ts";
import { type Capabilities, MIN_SIZE } from "./capabilities.ts";
import type { KeyEvent } from "./input.ts";
import type { KeyHandler, KeyQueue } from "./key-queue.ts";
import { isTooSmall, TooSmall } from "./too-small.tsx";

/** What a screen may know of the terminal, and the way out. */
export interface Terminal {
  /** The room for the layout: never less than the smallest screen, even while the terminal is. */
  readonly columns: number;
  readonly rows: number;
  readonly capabilities: Capabilities;
  readonly theme: Theme;
  /** Ends the session with an exit code (0 when left out). */
  readonly exit: (code?: number) => void;
  /** Takes a page of lines past Ink, or gives Ink its way; undefined where Ink draws everything. */
  readonly draw: ((lines: readonly string[] | undefined) => void) | undefined;
}

/** The screen as the root needs it: its size, and word when that changes. */
export interface ScreenSource {
  readonly columns: number;
  readonly rows: number;
  onResize(listener: () => void): () => void;
  readonly draw?: (lines: readonly string[] | undefined) => void;
}

export interface RootProps {
  readonly screen: ScreenSource;
  readonly queue: KeyQueue;
  readonly capabilities: Capabilities;
  readonly theme: Theme;
  readonly exit: (code?: number) => void;
  readonly children: ReactNode;
}

const TerminalContext = createContext<Terminal | undefined>(undefined);
const KeysContext = createContext<((handler: KeyHandler) => () => void) | undefined>(undefined);

/** The terminal that the screen is shown on. */
export function useTerminal(): Terminal {
  const terminal = useContext(TerminalContext);
  if (!terminal) throw new Error("useTerminal needs a TerminalRoot above it");
  return terminal;
}

/**
 * Calls the handler for every key and paste while `active`. Each event comes after the commit of the
 * one before, so the handler always sees the present state. All active handlers hear every event:
 * a screen under an overlay must be inactive.
 */
export function useKeys(handler: KeyHandler, { active = true }: { readonly active?: boolean } = {}): void {
  const subscribe = useContext(KeysContext);
  if (!subscribe) throw new Error("useKeys needs a TerminalRoot above it");
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  useLayoutEffect(
    () => (active ? subscribe((event) => latest.current(event)) : undefined),
    [active, subscribe],
  );
}

/** The root of every tree: size, keys, and the sentence for a terminal that is too small. */
export function TerminalRoot({
  screen,
  queue,
  capabilities,
  theme,
  exit,
  children,
}: RootProps): ReactElement {
  const size = useSize(screen);
  useKeyPump(queue);
  const isHidden = isTooSmall(size) && !capabilities.screenReader;
  useLayoutEffect(() => {
    queue.overlay = isHidden ? (event) => isQuit(event) && exit(0) : undefined;
  }, [isHidden, queue, exit]);
  const subscribe = useCallback((handler: KeyHandler) => queue.subscribe(handler), [queue]);

  const columns = Math.max(size.columns, MIN_SIZE.columns);
  const rows = Math.max(size.rows, MIN_SIZE.rows);
  const draw = isHidden ? undefined : screen.draw;
  useInsertionEffect(() => {
    if (isHidden) screen.draw?.(undefined);
  }, [isHidden, screen]);
  const terminal = useMemo(
    () => ({ columns, rows, capabilities, theme, exit, draw }),
    [columns, rows, capabilities, theme, exit, draw],
  );
  return (
    <TerminalContext.Provider value={terminal}>
      <KeysContext.Provider value={subscribe}>
        {isHidden && <TooSmall {...size} />}
        {capabilities.screenReader ? (
          children
        ) : (
          <Box display={isHidden ? "none" : "flex"} flexDirection="column" width={columns} height={rows}>
            {children}
          </Box>
        )}
      </KeysContext.Provider>
    </TerminalContext.Provider>
  );
}

function isQuit(event: KeyEvent): boolean {
  return "key" in event && event.key === "char" && event.char?.toLowerCase() === "q";
}

function useSize(screen: ScreenSource): { columns: number; rows: number } {
  const [size, setSize] = useState(() => ({ columns: screen.columns, rows: screen.rows }));
  useEffect(() => {
    const measure = () => setSize({ columns: screen.columns, rows: screen.rows });
    measure(); // it may have changed before we listened
    return screen.onResize(measure);
  }, [screen]);
  return size;
}

/** Lets the queue ask for a commit and tells it when that, effects included, is done. */
function useKeyPump(queue: KeyQueue): void {
  const [beats, beat] = useReducer((count: number) => count + 1, 0);
  useEffect(() => queue.connect(beat), [queue]);
  // The root's effects run after those of everything below it.
  useEffect(() => {
    if (beats > 0) queue.committed();
  }, [beats, queue]);
}
