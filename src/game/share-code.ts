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

/** Whether a text has the form of a share code. */
export function looksShared(text: string): boolean {
  return /^ztm-/.test(text);
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

/** Reads a code; a problem in words when it cannot be used. */
export function readShareCode(
  code: string,
  levels: readonly Level[],
): SharedRun | { readonly problem: string } {
  const match = pattern.exec(code.trim().toLowerCase());
  if (!match) return { problem: "it does not have the form ztm-level-design-seed-version" };
  const [whole, number = "", index = "", seed = "", version = "", letter = ""] = match;
  if (checkLetter(whole.slice(0, -1)) !== letter) return { problem: "a letter of it was changed or lost" };
  const level = levels.find((candidate) => String(candidate.number) === number);
  if (!level) return { problem: `there is no level ${number} here` };
  const position = Number.parseInt(index, 36);
  if (position >= spaceSize(level)) return { problem: `level ${number} has no such design` };
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
