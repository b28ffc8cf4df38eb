/**
 * Bytes from a keyboard → key events. Pure and incremental: what cannot be decided yet
 * stays in the state, and `key-reader.ts` owns the timer that decides it.
 *
 * We parse for ourselves because Ink must never see raw input: some sequences crash its
 * `useInput`, several keys in one chunk become one, and pastes, mouse reports and terminal
 * replies leak through it as text.
 */

import type { KeyEvent, KeyName, KeyPress } from "../keys/events.ts";

/** The terminal's answer to the question where the cursor stands. */
export interface CursorReport {
  /** From 1. */
  readonly column: number;
}

export type InputEvent = KeyEvent | CursorReport;

export interface ParserState {
  /** The start of a UTF-8 character whose rest has not arrived. */
  readonly bytes: Uint8Array;
  /** The start of a sequence whose rest has not arrived. */
  readonly pending: string;
  /** The text of a paste in progress. */
  readonly paste: string | undefined;
}

export interface Parsed {
  readonly events: readonly InputEvent[];
  readonly state: ParserState;
}

/** What the parser waits for: how long to wait depends on it. */
export type Waiting = "nothing" | "escape" | "sequence" | "paste";

export const emptyParser: ParserState = { bytes: new Uint8Array(0), pending: "", paste: undefined };

const ESC = "\u001B";
const PASTE_END = `${ESC}[201~`;
/** A sequence longer than this is not a key. Its head may go; its end is still waited for. */
const SEQUENCE_LIMIT = 4096;
const PASTE_LIMIT = 65_536;

/** Reads one chunk. */
export function parseKeys(state: ParserState, chunk: Uint8Array | string): Parsed {
  const { text, bytes } = decode(state.bytes, chunk);
  const events: InputEvent[] = [];
  let input = state.pending + text;
  let paste = state.paste;

  while (input !== "") {
    if (paste !== undefined) {
      const end = input.indexOf(PASTE_END);
      if (end === -1) {
        const kept = partialSuffix(input, PASTE_END);
        paste = grow(paste, input.slice(0, input.length - kept));
        input = input.slice(input.length - kept);
        break;
      }
      events.push({ paste: grow(paste, input.slice(0, end)) });
      paste = undefined;
      input = input.slice(end + PASTE_END.length);
      continue;
    }
    const token = nextToken(input);
    if (token === undefined) break;
    if (token.event === "paste") paste = "";
    else if (token.event !== undefined) events.push(token.event);
    input = input.slice(token.length);
  }
  return { events, state: { bytes, pending: shorten(input), paste } };
}

/** What the parser is in the middle of. */
export function waitingFor(state: ParserState): Waiting {
  if (state.paste !== undefined) return "paste";
  if (state.pending === "") return "nothing";
  return state.pending === ESC ? "escape" : "sequence";
}

/** Decides what is pending, when nothing more came in time: a lone ESC was the Esc key. */
export function flushKeys(state: ParserState): Parsed {
  const events: InputEvent[] = [];
  if (state.paste !== undefined) events.push({ paste: state.paste });
  else if (state.pending === ESC) events.push({ key: "escape" });
  else if (state.pending.length === 2)
    events.push({ key: "escape" }, { key: "char", char: state.pending[1]! });
  return { events, state: emptyParser };
}

interface Token {
  readonly length: number;
  readonly event: InputEvent | "paste" | undefined;
}

/** The first key or sequence of a text, or undefined when it is incomplete. */
function nextToken(input: string): Token | undefined {
  if (input[0] !== ESC) return plainToken(input);
  if (input.length === 1) return undefined;
  switch (input[1]) {
    case "[":
      return csiToken(input);
    case "O":
      return ss3Token(input);
    case "]":
    case "P":
    case "_":
    case "^":
    case "X":
      return stringToken(input);
    default:
      // Alt and a key look the same as Esc and a key in one packet of a slow line; only the latter mean anything here.
      return { length: 1, event: { key: "escape" } };
  }
}

function plainToken(input: string): Token {
  const char = String.fromCodePoint(input.codePointAt(0)!);
  if (char === "\r" && input[1] === "\n") return { length: 2, event: { key: "enter" } };
  return { length: char.length, event: fromCharacter(char) };
}

/** A character or a control character as a key. */
function fromCharacter(char: string): KeyPress | undefined {
  const code = char.codePointAt(0)!;
  if (code === 0x03) return { key: "interrupt" };
  if (char === "\r" || char === "\n") return { key: "enter" };
  if (char === "\t") return { key: "tab" };
  if (code === 0x7f || code === 0x08) return { key: "backspace" };
  if (char === " ") return { key: "space", char };
  if (code === 0x1b) return { key: "escape" };
  if (code === 0) return { key: "space", char: " ", ctrl: true };
  if (code < 0x20) return { key: "char", char: String.fromCharCode(code + 0x40).toLowerCase(), ctrl: true };
  if (code < 0xa0 && code > 0x7f) return undefined; // C1 controls
  if (char === "\uFFFD" || (code >= 0xd800 && code <= 0xdfff)) return undefined; // broken text
  return { key: "char", char };
}

const CSI_LETTERS: Readonly<Record<string, KeyName>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  F: "end",
  H: "home",
};
const CSI_NUMBERS: Readonly<Record<string, KeyName>> = {
  1: "home",
  3: "delete",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
};

/** `ESC [ parameters final`. What is not a key we know is swallowed whole. */
function csiToken(input: string): Token | undefined {
  let end = 2;
  if (input[2] === "[") return input.length < 4 ? undefined : { length: 4, event: undefined }; // Linux F1–F5
  while (end < input.length && isBetween(input, end, 0x20, 0x3f)) end++;
  if (end === input.length) return undefined;
  if (!isBetween(input, end, 0x40, 0x7e)) return { length: end, event: undefined }; // broken off
  const parameters = input.slice(2, end);
  const final = input[end]!;
  const length = end + 1;
  if (final === "M" && parameters === "") {
    const mouse = [...input.slice(length)].slice(0, 3); // the old mouse report: three characters follow
    return mouse.length < 3 ? undefined : { length: length + mouse.join("").length, event: undefined };
  }
  return { length, event: fromCsi(parameters, final) };
}

function fromCsi(parameters: string, final: string): Token["event"] {
  const fields = parameters.split(";");
  if (final === "~" && parameters === "200") return "paste";
  if (!/^[\d:;]*$/.test(parameters)) return undefined; // private: a reply or a mouse report
  if (final === "R" && fields.length === 2) return { column: Number(fields[1]) };
  if (final === "u") return fromCodePoint(fields[0]!, fields[1]);
  if (final === "~" && fields[0] === "27" && fields.length === 3) return fromCodePoint(fields[2]!, fields[1]);
  if (final === "Z") return { key: "tab", shift: true };
  const key = final === "~" ? CSI_NUMBERS[fields[0]!] : CSI_LETTERS[final];
  return key === undefined ? undefined : modified({ key }, fields[1]);
}

/** A key that the kitty or modifyOtherKeys protocol spells out (left on by another program). */
function fromCodePoint(codes: string, modifiers: string | undefined): KeyPress | undefined {
  const code = Number.parseInt(codes, 10);
  if (!(code > 0 && code < 0xe000)) return undefined; // function keys live in the private area
  const press = fromCharacter(String.fromCodePoint(code));
  const event = press === undefined ? undefined : modified(press, modifiers);
  return event?.key === "char" && event.ctrl && event.char === "c" ? { key: "interrupt" } : event;
}

/** Super, Hyper and Meta: such a key is meant for somebody else. */
const FOREIGN = 8 | 16 | 32;

/** Adds modifiers from a field such as `5` or `5:1`; a key's release (`:3`) is no key press. */
function modified(press: KeyPress, field: string | undefined): KeyPress | undefined {
  const [bits, kind] = (field ?? "1").split(":").map(Number);
  if (kind === 3) return undefined;
  const mask = Math.max(0, (bits || 1) - 1);
  if (mask & FOREIGN) return undefined;
  const isText = press.key === "char";
  const char = isText && mask & 1 ? { char: press.char!.toUpperCase() } : {};
  return {
    ...press,
    ...char,
    ...(mask & 4 ? { ctrl: true as const } : {}),
    ...(mask & 2 ? { alt: true as const } : {}),
    ...(mask & 1 && !isText ? { shift: true as const } : {}),
  };
}

const KEYPAD = "jklmnopqrstuvwxy"; // *+,-./0123456789

/** `ESC O x`: arrows in application mode and the keypad. */
function ss3Token(input: string): Token | undefined {
  let end = 2;
  while (end < input.length && /[\d;]/.test(input[end]!)) end++;
  if (end === input.length) return undefined;
  const final = input[end]!;
  if (!isBetween(input, end, 0x40, 0x7e)) return { length: end, event: undefined };
  const length = end + 1;
  const keypad = KEYPAD.indexOf(final);
  if (final === "M") return { length, event: { key: "enter" } };
  if (final === "I") return { length, event: { key: "tab" } };
  if (keypad >= 0) return { length, event: { key: "char", char: String.fromCharCode(0x2a + keypad) } };
  const key = CSI_LETTERS[final];
  return { length, event: key === undefined ? undefined : { key } };
}

/** OSC, DCS, APC, PM, SOS: a terminal's reply, up to BEL or `ESC \`. Swallowed. */
function stringToken(input: string): Token | undefined {
  for (let at = 2; at < input.length; at++) {
    const char = input[at];
    if (char === "\u0007" || char === "\u009C") return { length: at + 1, event: undefined };
    if (char === "\u0003") return { length: at, event: undefined }; // Ctrl-C always gets through
    if (char !== ESC) continue;
    if (at + 1 === input.length) return undefined;
    return { length: input[at + 1] === "\\" ? at + 2 : at, event: undefined };
  }
  return undefined;
}

function isBetween(text: string, at: number, from: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return code >= from && code <= to;
}

/** Decodes UTF-8, keeping the start of a split character for the next chunk. */
function decode(before: Uint8Array, chunk: Uint8Array | string): { text: string; bytes: Uint8Array } {
  if (typeof chunk === "string") return { text: chunk, bytes: before };
  const all = before.length === 0 ? chunk : Uint8Array.from([...before, ...chunk]);
  const whole = all.length - splitTail(all);
  return { text: new TextDecoder().decode(all.subarray(0, whole)), bytes: all.slice(whole) };
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function splitTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** The length of the longest end of `text` that could begin `mark`. */
function partialSuffix(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}

function grow(paste: string, more: string): string {
  return (paste + more).slice(0, PASTE_LIMIT);
}

/** Keeps an endless sequence from filling the memory; its introducer stays so that its end is still seen. */
function shorten(pending: string): string {
  return pending.length <= SEQUENCE_LIMIT ? pending : pending.slice(0, 2) + pending.slice(-2);
}
