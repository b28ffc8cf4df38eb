/**
 * A system as a code for a chat message: what differs from a system that never changes, as JSON, in the letters of
 * URLs, with a sum that a lost letter does not survive.
 */
import { hashOf } from "../../game/index.ts";
import { exampleSystem } from "./example.ts";
import { type System, type SystemFound, systemFromJson } from "./system.ts";

/** Longer than this it is no code to paste: a file is better. */
export const codeLengthMax = 2_000;

const head = "zts-";

/** A system's code; undefined where it would be too long. */
export function systemCode(system: System): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(differs(system, base)));
  const body = lettersOf(bytes);
  const code = `${head}${body}-${sumOf(body)}`;
  return code.length <= codeLengthMax ? code : undefined;
}

/** Whether a text has a system's code in it. */
export function looksLikeSystem(text: string): boolean {
  return text.includes(head);
}

/** A system out of a code, wherever in a text it stands and however it was broken over lines. */
export function readSystemCode(
  text: string,
): Exclude<SystemFound, { readonly problem: object }> | { readonly problem: "form" | "changed" } {
  const [, body = "", sum] = /zts-([A-Za-z0-9]+)-([0-9a-z]+)/.exec(text.replace(/[\s>]+/g, "")) ?? [];
  if (sum === undefined) return { problem: "form" };
  if (!sum.startsWith(sumOf(body))) return { problem: "changed" };
  try {
    const found = systemFromJson(applied(JSON.parse(new TextDecoder().decode(bytesOf(body))), base));
    return found.problem ? { problem: "changed" } : found;
  } catch {
    return { problem: "changed" };
  }
}

/** Codes that are on their way are read against this: it is what they leave out. */
const base: unknown = exampleSystem("");

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What another value has otherwise than the base: of objects field by field, null for a field that is not there. */
function differs(value: unknown, from: unknown): unknown {
  if (!isTree(value) || !isTree(from)) return value;
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(value, key));
  return Object.fromEntries([
    ...Object.entries(value)
      .filter(([key, each]) => JSON.stringify(each) !== JSON.stringify(from[key]))
      .map(([key, each]) => [key, differs(each, from[key])]),
    ...gone.map((key) => [key, null]),
  ]);
}

function applied(change: unknown, from: unknown): unknown {
  if (!isTree(change) || !isTree(from)) return change;
  const names = [...new Set([...Object.keys(from), ...Object.keys(change)])];
  return Object.fromEntries(
    names.flatMap((key) => {
      if (!Object.hasOwn(change, key)) return [[key, from[key]]];
      return change[key] === null ? [] : [[key, applied(change[key], from[key])]];
    }),
  );
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Bytes as a number in so many letters, 45 bytes at a time: none of them is a sign that a chat would change. */
function lettersOf(bytes: Uint8Array): string {
  let out = "";
  for (let from = 0; from < bytes.length; from += blockBytes) {
    const block = bytes.subarray(from, from + blockBytes);
    let value = block.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    let text = "";
    for (let n = 0; n < lettersFor(block.length); n++) {
      text = letters[Number(value % base62)] + text;
      value /= base62;
    }
    out += text;
  }
  return out;
}

function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  const whole = lettersFor(blockBytes);
  for (let from = 0; from < text.length; from += whole) {
    const block = text.slice(from, from + whole);
    let value = [...block].reduce((sum, letter) => sum * base62 + BigInt(letters.indexOf(letter)), 0n);
    const count = Math.floor((block.length * Math.log(62)) / Math.log(256));
    const part: number[] = [];
    for (let n = 0; n < count; n++) {
      part.unshift(Number(value % 256n));
      value /= 256n;
    }
    bytes.push(...part);
  }
  return Uint8Array.from(bytes);
}

const base62 = 62n;
const blockBytes = 45;

function lettersFor(bytes: number): number {
  return Math.ceil((bytes * Math.log(256)) / Math.log(62));
}

/** Five letters that change when any other does, or when two change places. */
function sumOf(text: string): string {
  return (hashOf(text) % 36 ** 5).toString(36).padStart(5, "0");
}
