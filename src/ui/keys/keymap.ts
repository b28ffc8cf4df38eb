/**
 * Keys are commands. Screens ask which command a key means in their context; no screen knows a key,
 * and the footer and the help page are drawn from the same table.
 */

import type { Command, Context } from "../../words/contract/keys.ts";
import type { KeyEvent, KeyName, KeyPress } from "./events.ts";
import { toLatin } from "./layouts.ts";

export type { Command, Context };

/**
 * A key as written in the table: a character as typed (`u`, `U`, `?`), a name (`up`, `enter`,
 * `space`), or a character with Ctrl (`ctrl-r`).
 */
export type KeyText = string;

/** The keys of each command, the one to show first. A context may choose others. */
const KEYS: Readonly<Record<Command, readonly KeyText[]>> = {
  up: ["up", "k"],
  down: ["down", "j"],
  left: ["left", "h"],
  right: ["right", "l"],
  pageUp: ["pageup"],
  pageDown: ["pagedown", "space"],
  toTop: ["home"],
  toBottom: ["end"],
  confirm: ["enter"],
  back: ["escape", "backspace"],
  undo: ["u"],
  redo: ["U", "ctrl-r"],
  reset: ["r"],
  pause: ["space"],
  step: ["."],
  speed1: ["1"],
  speed4: ["4"],
  speed16: ["6"],
  scrubBack: ["left", "h"],
  scrubForward: ["right", "l"],
  eventBefore: ["p"],
  nextEvent: ["n"],
  toStart: ["home", "0"],
  skip: ["end", "e"],
  trace: ["t"],
  inFull: ["v"],
  help: ["?"],
  quit: ["q"],
  startOver: ["x"],
  course: ["e"],
  next: ["n"],
  hint: ["h"],
  brief: ["b"],
  why: ["y"],
  words: ["g"],
  estimate: ["e"],
  designs: ["d"],
  compare: ["c"],
  ask: ["p"],
  expectUp: ["1"],
  expectDown: ["2"],
  expectSame: ["3"],
  skipQuestion: ["tab"],
  keep: ["n"],
  drop: ["x"],
  questions: ["w"],
  share: ["s"],
  answer: ["a"],
  audit: ["d"],
  task: ["t"],
  traps: ["f"],
  again: ["1"],
  good: ["2"],
  easy: ["3"],
  drill: ["d"],
  ladders: ["l"],
  progress: ["p"],
  interview: ["i"],
  tick: ["space"],
  choice1: ["1"],
  choice2: ["2"],
  choice3: ["3"],
  run: ["r"],
  copy: ["c"],
  rename: ["n"],
  option1: ["1"],
  option2: ["2"],
  option3: ["3"],
  option4: ["4"],
  option5: ["5"],
};

/** What moves through a text that is longer than its room. */
const scrolling = ["up", "down", "pageUp", "pageDown", "toTop", "toBottom"] as const;
/** What moves to the ends of pages, or of a list. */
const ends = ["toTop", "toBottom"] as const;

/** The commands of each context, in the order of the footer. */
const CONTEXTS: Readonly<Record<Context, readonly Command[]>> = {
  title: ["confirm", "help", "quit"],
  map: [
    "up",
    "down",
    "left",
    "right",
    "confirm",
    "course",
    "brief",
    "why",
    "words",
    "next",
    "questions",
    "startOver",
    "inFull",
    "help",
    "quit",
  ],
  reference: [
    "left",
    "right",
    "up",
    "down",
    ...ends,
    "confirm",
    "questions",
    "back",
    "inFull",
    "help",
    "quit",
  ],
  glossary: ["up", "down", "left", "right", ...ends, "back"],
  lesson: ["left", "right", "up", "down", ...ends, "back", "inFull", "help", "quit"],
  briefing: [
    "confirm",
    "left",
    "right",
    "up",
    "down",
    ...ends,
    "why",
    "questions",
    "back",
    "inFull",
    "help",
    "quit",
  ],
  board: [
    ...(["up", "down", "left", "right", "confirm", "undo", "hint", "estimate", "designs"] as const),
    ...(["brief", "why", "words", "back", "redo", "reset", "compare", "ask"] as const),
    ...(["expectUp", "expectDown", "expectSame", "inFull", "help", "quit"] as const),
  ],
  designs: ["up", "down", "confirm", "keep", "drop", "inFull", "back"],
  estimate: ["up", "down", "back"],
  prediction: [
    ...(["up", "down", "option1", "option2", "option3", "option4"] as const),
    ...(["confirm", "skipQuestion", "brief", "back", "inFull", "help", "quit"] as const),
  ],
  run: [
    ...(["confirm", "pause", "speed1", "speed4", "speed16", "scrubBack", "scrubForward"] as const),
    ...(["eventBefore", "nextEvent", "trace", "skip", "back", "step", "toStart"] as const),
    ...(["inFull", "help", "quit"] as const),
  ],
  pass: ["confirm", "quit"],
  trace: ["left", "right", "back", "inFull", "help", "quit"],
  debrief: [
    ...(["confirm", ...scrolling, "choice1", "choice2", "choice3", "task", "why", "questions"] as const),
    ...(["traps", "audit", "compare", "share", "answer", "next", "words", "brief", "back"] as const),
    ...(["inFull", "help", "quit"] as const),
  ],
  traps: ["up", "down", "confirm", "answer", "inFull", "back"],
  task: ["up", "down", "confirm", "undo", "inFull", "back"],
  confirm: ["confirm", "back"],
  share: ["back"],
  sharing: ["up", "down", "confirm", "inFull", "back"],
  runs: ["inFull", "back"],
  audit: [...scrolling, "back", "inFull", "help", "quit"],
  questions: ["confirm", "again", "good", "next", "ladders", "back", "inFull", "help", "quit"],
  review: [
    "confirm",
    "again",
    "good",
    "easy",
    "drill",
    "ladders",
    "progress",
    "interview",
    "back",
    "inFull",
    "help",
    "quit",
  ],
  course: ["confirm", "back", "inFull", "help", "quit"],
  endless: ["up", "down", "confirm", "back", "inFull", "help", "quit"],
  drill: ["confirm", "back"],
  topics: ["up", "down", "left", "right", ...ends, "confirm", "back", "inFull", "help", "quit"],
  rung: ["confirm", "back"],
  guess: ["option1", "option2", "option3", "back", "inFull", "help", "quit"],
  points: [
    ...(["up", "down", "tick", "option1", "option2", "option3", "option4", "option5"] as const),
    ...(["confirm", "back", "inFull", "help", "quit"] as const),
  ],
  samples: ["option1", "option2", "option3", "back", "inFull", "help", "quit"],
  progress: [...scrolling, "back", "inFull", "help", "quit"],
  labs: ["up", "down", "left", "right", ...ends, "confirm", "back", "inFull", "help", "quit"],
  puzzles: ["up", "down", "confirm", "back", "inFull", "help", "quit"],
  redTeam: ["up", "down", "left", "right", ...ends, "confirm", "share", "back", "inFull", "help", "quit"],
  day: ["confirm", "back", "inFull", "help", "quit"],
  bench: [
    ...(["up", "down", "left", "right", "option1", "option2", "option3", "option4", "option5"] as const),
    ...(["confirm", "why", "back", "inFull", "help", "quit"] as const),
  ],
  sandbox: [
    ...(["up", "down", "confirm", "rename", "copy", "drop", "undo", "share"] as const),
    ...(["left", "right", ...ends, "back", "inFull", "help", "quit"] as const),
  ],
  system: ["up", "down", "confirm", "run", "undo", "redo", "share", "back", "inFull", "help", "quit"],
  form: [
    ...(["up", "down", ...ends, "left", "right", "confirm", "drop", "run", "undo", "redo", "share"] as const),
    ...(["back", "inFull", "help", "quit"] as const),
  ],
  filling: ["confirm", "left", "right", "toStart", "skip", "back"],
  shifts: ["up", "down", "left", "right", ...ends, "confirm", "back", "inFull", "help", "quit"],
  shift: ["up", "down", "confirm", "scrubBack", "scrubForward", "back", "inFull", "help", "quit"],
  postMortem: ["confirm", "left", "right", "toStart", "skip", "back"],
  shiftOver: [...scrolling, "share", "back", "inFull", "help", "quit"],
  climbed: ["confirm", "back", "inFull", "help", "quit"],
  interviews: ["up", "down", "left", "right", "confirm", "back", "inFull", "help", "quit"],
  interview: ["confirm", ...scrolling, "back", "inFull", "help", "quit"],
  report: ["left", "right", ...scrolling, "confirm", "back", "share", "inFull", "help", "quit"],
  clarify: ["up", "down", "confirm", "next", "back", "inFull", "help", "quit"],
  answering: [
    "confirm",
    "brief",
    "up",
    "down",
    "pageUp",
    "pageDown",
    "left",
    "right",
    "toStart",
    "skip",
    "back",
  ],
  figures: ["confirm", "brief", "up", "down", "left", "right", "toStart", "skip", "back"],
  grades: ["option1", "option2", "option3", "option4", "back", "inFull", "help", "quit"],
  typing: ["confirm", "back"],
  help: [...scrolling, "back", "quit"],
};

/** Where letters are typed, keys that no text has move in it and lead out of it. */
const typedKeys = {
  left: ["left"],
  right: ["right"],
  toStart: ["home"],
  skip: ["end"],
  back: ["escape"],
} as const;

/** Other keys where the usual ones clash or more are wanted. */
const OTHER_KEYS: Partial<Record<Context, Partial<Record<Command, readonly KeyText[]>>>> = {
  title: { confirm: ["enter", "space"] },
  board: { left: ["left", "-"], right: ["right", "+", "="] }, // h is the hint here
  briefing: { right: ["right", "l", "space", "pagedown"], left: ["left", "h", "pageup"] },
  reference: { right: ["right", "l", "space", "pagedown"], left: ["left", "h", "pageup"] },
  lesson: {
    right: ["right", "l", "space", "pagedown"],
    left: ["left", "h", "pageup"],
    back: ["escape", "backspace", "enter", "y"],
  },
  pass: { confirm: ["enter", "space", "escape"] },
  trace: { back: ["escape", "backspace", "t", "enter"] },
  // Letters and digits are typed into a field here.
  glossary: {
    up: ["up"],
    down: ["down"],
    left: ["left", "pageup"],
    right: ["right", "pagedown"],
    back: ["escape"],
  },
  estimate: { up: ["up"], down: ["down", "tab", "enter"], back: ["escape"] },
  topics: { left: ["left", "h", "pageup"], right: ["right", "l", "pagedown"] },
  sandbox: { left: ["left", "h", "pageup"], right: ["right", "l", "pagedown"] },
  form: { left: ["left", "h", "-"], right: ["right", "l", "+", "="] },
  filling: { ...typedKeys },
  labs: { left: ["left", "h", "pageup"], right: ["right", "l", "pagedown"] },
  redTeam: { left: ["left", "h", "pageup"], right: ["right", "l", "pagedown"] },
  drill: { back: ["escape"] },
  rung: { back: ["escape"] },
  report: { right: ["right", "l", "tab"] },
  answering: { brief: ["tab"], up: ["up"], down: ["down"], pageDown: ["pagedown"], ...typedKeys },
  figures: { brief: ["tab"], up: ["up"], down: ["down"], ...typedKeys },
  shifts: { left: ["left", "h", "pageup"], right: ["right", "l", "pagedown"] },
  postMortem: typedKeys,
  typing: { back: ["escape"] },
  share: { back: ["escape", "backspace", "enter", "s"] },
  sharing: { back: ["escape", "backspace", "s"] },
  runs: { back: ["escape", "backspace", "enter", "c"] },
  audit: { back: ["escape", "backspace", "enter", "d"] },
  questions: { confirm: ["enter", "space"], again: ["1", "a"], good: ["2", "g"] },
  review: { confirm: ["enter", "space"] },
  help: { back: ["escape", "backspace", "?", "v", "enter", "s"] },
};

export const contexts = Object.keys(CONTEXTS) as readonly Context[];

export interface Binding {
  readonly command: Command;
  readonly keys: readonly KeyText[];
}

/** Every command with its keys in a context, in the order of the footer. */
export function bindings(context: Context): readonly Binding[] {
  return CONTEXTS[context].map((command) => ({
    command,
    keys: OTHER_KEYS[context]?.[command] ?? KEYS[command],
  }));
}

const lookup = new Map<Context, ReadonlyMap<KeyText, Command>>(
  contexts.map((context) => [
    context,
    new Map(bindings(context).flatMap(({ command, keys }) => keys.map((key) => [key, command] as const))),
  ]),
);

/**
 * The command that an event means in a context, if any. Pastes and Alt combinations mean nothing. A capital letter
 * that is not bound is the small one: Caps Lock is on.
 */
export function commandFor(context: Context, event: KeyEvent): Command | undefined {
  if ("paste" in event) return undefined;
  const key = keyText(event);
  const keys = lookup.get(context)!;
  return keys.get(key) ?? (/^[A-Z]$/.test(key) ? keys.get(key.toLowerCase()) : undefined);
}

/** The press of a key that the table writes so. */
export function pressOf(text: KeyText): KeyPress {
  const ctrl = /^ctrl-(.)$/.exec(text)?.[1];
  if (ctrl !== undefined) return { key: "char", char: ctrl, ctrl: true };
  if (text === "space") return { key: "space", char: " " };
  return text.length === 1 ? { key: "char", char: text } : { key: text as KeyName };
}

/** A key press as the table writes it. */
export function keyText(press: KeyPress): KeyText {
  const char = press.key === "char" ? toLatin(press.char ?? "") : "";
  const name = char === " " ? "space" : char || press.key;
  return `${press.alt ? "alt-" : ""}${press.ctrl ? "ctrl-" : ""}${press.shift ? "shift-" : ""}${name}`;
}
