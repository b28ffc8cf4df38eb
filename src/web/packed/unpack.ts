/**
 * The parts of the page that are packed: texts, written as the surprises of an oracle (`foresight.ts`).
 *
 * A packed text is `counts:base64`. The counts are how many bytes each part has while its pairs are not taken apart.
 * The first bytes are these pairs: how many there are, then for each a byte that no text has and the two that it
 * stands for. What follows is the code: a range, and where in it the text lies.
 */
import { foreseen } from "./foresight.ts";

/** So many bytes are unpacked at a time. */
const breath = 1_024;

/** Which bytes are letters, and so a part of a word; of pairs those that are two such. */
export function lettersAmong(pairs: Uint8Array): Uint8Array {
  const letters = new Uint8Array(256);
  for (let byte = 0; byte < 128; byte++) letters[byte] = /[a-z]/i.test(String.fromCharCode(byte)) ? 1 : 0;
  for (let at = 0; at < pairs.length; at += 3)
    letters[pairs[at]!] = letters[pairs[at + 1]!]! & letters[pairs[at + 2]!]!;
  return letters;
}

/** How many parts a packed text has. */
export function partsIn(packed: string): number {
  return countsOf(packed).length;
}

function countsOf(packed: string): readonly number[] {
  return packed.slice(0, packed.indexOf(":")).split(",").map(Number);
}

/**
 * Unpacks the parts, in order.
 * @yields a part when it is done, undefined at each breath before that
 */
export function* unpacked(packed: string): Generator<string | undefined, void> {
  const all = countsOf(packed);
  const code = bytesOf(packed.slice(packed.indexOf(":") + 1));
  const pairsEnd = 1 + 3 * code[0]!;
  const pairs = code.subarray(1, pairsEnd);
  const next = foreseen(
    all.reduce((sum, count) => sum + count, 0),
    lettersAmong(pairs),
    bitsOf(code.subarray(pairsEnd)),
  );
  const texts = meanings(pairs);
  for (const count of all) {
    const part = new Uint8Array(count);
    for (let at = 0; at < count; at++) {
      part[at] = next();
      if (at % breath === breath - 1) yield undefined;
    }
    yield apart(part, texts);
  }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Bits from a range coder: the range is cut by the chance of a 1, and the part is kept in which the code lies. */
function bitsOf(code: Uint8Array): (chance: number) => number {
  let at = 4;
  let range = 2 ** 32 - 1;
  let value = ((code[0]! << 24) | (code[1]! << 16) | (code[2]! << 8) | code[3]!) >>> 0;
  return (chance) => {
    const cut = (range >>> 16) * chance;
    const bit = value < cut ? 1 : 0;
    if (bit === 1) range = cut;
    else {
      value -= cut;
      range -= cut;
    }
    while (range < 2 ** 24) {
      value = ((value << 8) | (code[at++] ?? 0)) >>> 0;
      range = (range << 8) >>> 0;
    }
    return bit;
  };
}

/** What each byte stands for. */
function meanings(pairs: Uint8Array): readonly (readonly number[])[] {
  const texts = Array.from({ length: 256 }, (_, byte): readonly number[] => [byte]);
  for (let at = 0; at < pairs.length; at += 3)
    texts[pairs[at]!] = [...texts[pairs[at + 1]!]!, ...texts[pairs[at + 2]!]!];
  return texts;
}

function apart(part: Uint8Array, texts: readonly (readonly number[])[]): string {
  const bytes = new Uint8Array(part.reduce((sum, byte) => sum + texts[byte]!.length, 0));
  let at = 0;
  for (const byte of part) for (const each of texts[byte]!) bytes[at++] = each;
  return new TextDecoder().decode(bytes);
}
