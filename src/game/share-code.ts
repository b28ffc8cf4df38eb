/**
 * Share codes: level, design, seed and simulator version, short enough for a chat message. The design
 * is the row of its choices in the level's shop, as one number: `ztm-6-1v9k3-b-1x`.
 */
import { type Design, simulatorVersion } from "../sim/index.ts";
import type { Level } from "./level.ts";
import { spaceSize } from "./offers.ts";
import { designAt, standing } from "./shop.ts";

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
  return /ztm-/.test(inOurCharacters(text));
}

/** As chats and mails deliver it: hyphens of all lengths, characters that nobody sees, capitals. */
function inOurCharacters(text: string): string {
  return text
    .replace(/[‐-―−﹘﹣－]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .toLowerCase();
}

/**
 * What in a text may be the code: each word of it, and all of it without its spaces and line breaks, both without the
 * quotes, brackets and full stops around. An underscore at the end may belong to it or not.
 */
function candidates(text: string): string[] {
  const clean = inOurCharacters(text);
  return [...clean.split(/\s+/), clean.replace(/\s+/g, "")].flatMap((word) => {
    const code = word.replace(/^.*?(?=ztm-)/s, "").replace(/[^0-9a-z_]+$/, "");
    return code.startsWith("ztm-") ? [code, code.replace(/_+$/, "")] : [];
  });
}

/** The code of a run; undefined when the design cannot be bought in the level's shop. */
export function shareCode(level: Level, design: Design, seed: number): string | undefined {
  let index = 0;
  let weight = 1;
  for (const offer of level.shop) {
    const at = standing(offer, design);
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
  | { readonly code: "no-level" | "no-design"; readonly level: string };

/** Reads a code, or says why it cannot be used. */
export function readShareCode(
  code: string,
  levels: readonly Level[],
): SharedRun | { readonly problem: ShareCodeProblem } {
  const found = candidates(code)
    .map((each) => pattern.exec(each))
    .filter((match) => match !== null);
  if (found.length === 0) return { problem: { code: "form" } };
  const match = found.find(([whole]) => checkLetter(whole.slice(0, -1)) === whole.at(-1));
  if (!match) return { problem: { code: "changed" } };
  const [, number = "", index = "", seed = "", version = ""] = match;
  if (Number.parseInt(seed, 36) > seedMax) return { problem: { code: "seed", max: seedMax } };
  const level = levels.find((candidate) => String(candidate.number) === number);
  if (!level) return { problem: { code: "no-level", level: number } };
  const position = Number.parseInt(index, 36);
  if (position >= spaceSize(level)) return { problem: { code: "no-design", level: number } };
  return {
    level,
    design: designAt(level, position),
    seed: Number.parseInt(seed, 36),
    version: Number.parseInt(version, 36),
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
