/** A host that is nothing but memory, without styles: keys come from the test, time passes when it is asked to. */
import { RecordingHost } from "../../src/film/recording-host.ts";
import type { Drawn } from "../../src/ui/frame/menu.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Look, Room } from "../../src/ui/host.ts";
import type { KeyEvent } from "../../src/ui/keys/events.ts";
import { emptyParser, flushKeys, parseKeys } from "../../src/ui/terminal/input.ts";
import { keyBytes } from "./terminal.ts";

const plainLook: Look = { theme: plainTheme, unicode: true, still: false, spoken: false };

export class PlainHost extends RecordingHost {
  /** What drawing costs here. */
  drawingMs = 0;

  constructor(room: Room = { columns: 80, rows: 24 }, look: Partial<Look> = {}) {
    super(room, { ...plainLook, ...look }, Date.UTC(2026, 10, 25, 12));
  }

  override draw(screen: Drawn): void {
    super.draw(screen);
    this.nowMs += this.drawingMs;
  }

  /** The latest screen. */
  lines(): readonly string[] {
    return this.drawn.at(-1)?.lines ?? [];
  }
}

/** The events of a key by its name (`down`, `ctrl-r`, `u`), through the same parser as in a terminal. */
export function eventsOf(key: string): readonly KeyEvent[] {
  const { events, state } = parseKeys(emptyParser, keyBytes(key));
  return [...events, ...flushKeys(state).events].filter((event): event is KeyEvent => !("column" in event));
}
