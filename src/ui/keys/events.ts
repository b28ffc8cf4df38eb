/** What a keyboard has to say, whatever brought it. */

/** A key as a screen knows it. `char` carries its character; `interrupt` is Ctrl-C. */
export type KeyName =
  | "up"
  | "down"
  | "left"
  | "right"
  | "home"
  | "end"
  | "pageup"
  | "pagedown"
  | "delete"
  | "enter"
  | "escape"
  | "space"
  | "tab"
  | "backspace"
  | "char"
  | "interrupt";

export interface KeyPress {
  readonly key: KeyName;
  /** The character, for `char` and `space`. With Ctrl held: the lower-case letter. */
  readonly char?: string;
  readonly ctrl?: true;
  readonly alt?: true;
  readonly shift?: true;
}

/** Text pasted as one piece (bracketed paste): never mistaken for keys. */
export interface Paste {
  readonly paste: string;
}

export type KeyEvent = KeyPress | Paste;
