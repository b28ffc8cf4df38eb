/**
 * Share codes: level, design, seed and simulator version, short enough for a chat message. The design
 * is the row of its choices in the level's shop, as one number: `ztm-6-1v9k3-b-1x`.
 */
import { type Design, simulatorVersion } from "../sim/index.ts";
import type { Level } from "./level.ts";
import { spaceSize } from "./offers.ts";
import { choiceAt, designAt } from "./shop.ts";

export interface SharedRun {
  readonly level: Level;
  readonly design: Design;
  readonly seed: number;
  /** Version of the simulator that the code was made with. */
  readonly version: number;
}

const pattern = /^ztm-([0-9]+(?:\.5)?)-([0-9a-z]{1,12})-([0-9a-z]{1,7})-([0-9a-z]{1,4})([0-9a-z_])$/;
const seedMax = 2 ** 32 - 1;

/** Whether a text has a share code in it. */
export function looksShared(text: string): boolean {
  return /ztm *-/.test(asWritten(text));
}

/** What mails, chats, browsers and keyboards make of characters, and what they were: in this order. */
const undone: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u001b\[[\d;]*m/g, ""], // nobody sees them
  [/\p{M}/gu, ""], // a capital i with its dot, from a Turkish keyboard
  [/ı/g, "i"],
  [/[‐-―−]/g, "-"],
  [/^(?:[ \t]*>)+[ \t]?/gm, ""], // a quoted mail
  [/=[ \t]*\r?\n/g, ""], // a line that a mail broke
  [/[=%]2d|\\-/g, "-"],
  [/\\_/g, "_"],
  [
    /&#(?:x([0-9a-f]+)|(\d+));/g,
    (_, hex, ten) => String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(ten)),
  ],
  [/&[a-z]+;/g, " "],
  [/<\/?[a-z]+\d?(?:\s[^<>]*)?\/?>/g, ""],
];

/** The text in the characters that a code is made of. */
function asWritten(text: string): string {
  return undone.reduce(
    (clean, [pattern, before]) => clean.replace(pattern, before as string),
    text.normalize("NFKC").toLowerCase(),
  );
}

/** A code is broken over so many lines at most, and so many are looked at. */
const linesMax = 8;

/**
 * What in a text may be the code: what begins like one, up to the first character that no code has; where nothing
 * else stands on its line or word, also with the words that follow. An underscore at the end may belong to it or not.
 */
function candidates(text: string): string[] {
  const clean = asWritten(text);
  return [clean, clean.replace(/ *- */g, "-")].flatMap((variant) =>
    [...variant.matchAll(/ztm-/g)].flatMap(({ index }) => {
      const words = variant.slice(index).split(/\s+/, linesMax);
      return words.flatMap((_, n) => {
        const code = words
          .slice(0, n + 1)
          .join("")
          .replace(/[^0-9a-z_.-].*$/s, "")
          .replace(/--+/g, "-")
          .replace(/[.-]+$/, "");
        const bare = code.replace(/_+$/, "");
        return code === bare ? [code] : [code, bare, `${bare}_`];
      });
    }),
  );
}

/** The code of a run; undefined when the design cannot be bought in the level's shop. */
export function shareCode(level: Level, design: Design, seed: number): string | undefined {
  let index = 0;
  let weight = 1;
  for (const offer of level.shop) {
    const at = choiceAt(offer, design);
    if (at < 0) return undefined;
    index += at * weight;
    weight *= offer.choices.length;
  }
  const body = `ztm-${level.number}-${index.toString(36)}-${seed.toString(36)}-${simulatorVersion.toString(36)}`;
  return body + checkLetter(body);
}

/** Why a code cannot be used. */
export type ShareCodeProblem =
  | { readonly code: "form" | "changed" }
  | { readonly code: "seed"; readonly max: number }
  | { readonly code: "no-level"; readonly level: string }
  | {
      readonly code: "no-design";
      readonly level: string;
      /** Another version of the simulator that the code was made with, and this one. */
      readonly made?: { readonly version: number; readonly own: number };
    };

/** Reads a code, or says why it cannot be used. */
export function readShareCode(
  code: string,
  levels: readonly Level[],
): SharedRun | { readonly problem: ShareCodeProblem } {
  const found = candidates(code)
    .map((each) => pattern.exec(each))
    .filter((match) => match !== null);
  if (found.length === 0) return { problem: { code: "form" } };
  // A code that runs on into the next word may fit by chance, but then it is of a version that is to come.
  const fitting = found.filter(([whole]) => checkLetter(whole.slice(0, -1)) === whole.at(-1));
  const match = fitting.find((each) => Number.parseInt(each[4] ?? "", 36) <= simulatorVersion) ?? fitting[0];
  if (!match) return { problem: { code: "changed" } };
  const [, number = "", index = "", seed = "", version = ""] = match;
  if (Number.parseInt(seed, 36) > seedMax) return { problem: { code: "seed", max: seedMax } };
  const level = levels.find((candidate) => String(candidate.number) === number);
  if (!level) return { problem: { code: "no-level", level: number } };
  const position = Number.parseInt(index, 36);
  const madeWith = Number.parseInt(version, 36);
  if (position >= spaceSize(level)) {
    const made = madeWith === simulatorVersion ? {} : { made: { version: madeWith, own: simulatorVersion } };
    return { problem: { code: "no-design", level: number, ...made } };
  }
  return {
    level,
    design: designAt(level, position),
    seed: Number.parseInt(seed, 36),
    version: madeWith,
  };
}

const checkLetters = "0123456789abcdefghijklmnopqrstuvwxyz_";

/** One letter that changes when any other does, or when two change places: a weighted sum, modulo the prime 37. */
function checkLetter(body: string): string {
  let sum = 0;
  for (const char of body) {
    const value = Number.parseInt(char, 36);
    sum = (sum * 2 + (Number.isNaN(value) ? 36 : value)) % checkLetters.length;
  }
  return checkLetters[sum] as string;
}
