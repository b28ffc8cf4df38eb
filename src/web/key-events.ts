/** Keys of a browser as the game knows them. */
import type { KeyEvent, KeyName } from "../ui/keys/events.ts";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing">;

const named: Readonly<Record<string, KeyName>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "home",
  End: "end",
  PageUp: "pageup",
  PageDown: "pagedown",
  Delete: "delete",
  Enter: "enter",
  Escape: "escape",
  Tab: "tab",
  Backspace: "backspace",
};

/** The event of a key; undefined where the key is the browser's own. */
export function keyEventOf(pressed: Pressed, isTabWanted: boolean): KeyEvent | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing } = pressed;
  // What is being composed (Hangul, accents) comes as text when it is done.
  // What is held with Ctrl is the browser's: copy, find, zoom, reload.
  if (isComposing || metaKey || altKey || ctrlKey) return undefined;
  if (key === " ") return { key: "space", char: " " };
  const name = Object.hasOwn(named, key) ? named[key] : undefined;
  // Tab leads to the buttons, but on screens that have a use for it.
  if (name === "tab" && (shiftKey || !isTabWanted)) return undefined;
  if (name) return { key: name };
  return [...key].length === 1 ? { key: "char", char: key } : undefined;
}
