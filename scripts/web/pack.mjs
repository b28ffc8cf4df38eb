/** Packs texts as `src/web/packed/unpack.ts` unpacks them. */

/**
 * Packs parts that are unpacked in order.
 * @param {readonly string[]} parts
 * @param {{ foreseen: Function, lettersAmong: Function }} oracle of src/web/packed
 * @returns {string}
 */
export function packed(parts, { foreseen, lettersAmong }) {
  const all = parts.map((part) => Buffer.from(part));
  const { pairs, paired } = inPairs(all, lettersAmong(new Uint8Array()));
  const bytes = Buffer.concat(paired);
  let at = 0;
  let bit = 7;
  const coder = new Coder();
  const next = foreseen(bytes.length, lettersAmong(pairs), (chance) => {
    const found = (bytes[at] >> bit) & 1;
    if (bit-- === 0) {
      bit = 7;
      at++;
    }
    coder.write(found, chance);
    return found;
  });
  for (let n = 0; n < bytes.length; n++) next();
  const code = Buffer.concat([Buffer.from([pairs.length / 3]), pairs, coder.end()]);
  return `${paired.map(({ length }) => length)}:${code.toString("base64")}`;
}

/** The other side of the range coder: what is above the range's foot goes out when no carry can reach it. */
class Coder {
  #low = 0;
  #range = 2 ** 32 - 1;
  #held = 0;
  // The very first byte is nothing but a place for a carry, and none comes.
  #heldCount = 1;
  #out = [];

  write(bit, chance) {
    const cut = (this.#range >>> 16) * chance;
    if (bit === 1) this.#range = cut;
    else {
      this.#low += cut;
      this.#range -= cut;
    }
    while (this.#range < 2 ** 24) {
      this.#shift();
      this.#range = (this.#range << 8) >>> 0;
    }
  }

  #shift() {
    const carry = this.#low >= 2 ** 32 ? 1 : 0;
    if (carry === 1 || this.#low < 0xff000000) {
      this.#out.push((this.#held + carry) & 0xff);
      for (; this.#heldCount > 1; this.#heldCount--) this.#out.push((0xff + carry) & 0xff);
      this.#held = Math.floor((this.#low % 2 ** 32) / 2 ** 24);
      this.#heldCount = 0;
    }
    this.#heldCount++;
    this.#low = (this.#low % 2 ** 24) * 2 ** 8;
  }

  end() {
    for (let n = 0; n < 5; n++) this.#shift();
    return Buffer.from(this.#out.slice(1));
  }
}

/** With more pairs there is less to foretell, and it is foretold less well: with 150 in the place of 60 a text is unpacked in 5/6 of the time, and weighs 2 % more. */
const pairsMax = 60;

/**
 * Texts with bytes that they do not use for their most frequent pairs, pairs of pairs among them: there is half as much
 * to foretell. Pairs keep to words: both are letters, or both are not.
 */
function inPairs(texts, letters) {
  const used = new Set(texts.flatMap((text) => [...new Set(text)]));
  const free = Array.from({ length: 256 }, (_, byte) => byte)
    .filter((byte) => !used.has(byte))
    .slice(0, pairsMax);
  const kinds = Uint8Array.from(letters);
  const pairs = [];
  let now = texts.map((text) => Uint8Array.from(text));
  for (const byte of free) {
    const counts = new Uint32Array(65_536);
    for (const text of now)
      for (let at = 1; at < text.length; at++)
        if (kinds[text[at - 1]] === kinds[text[at]]) counts[text[at - 1] * 256 + text[at]]++;
    let most = 0;
    for (let pair = 1; pair < counts.length; pair++) if (counts[pair] > counts[most]) most = pair;
    if (counts[most] < 8) break;
    const [one, two] = [most >> 8, most & 255];
    pairs.push(byte, one, two);
    kinds[byte] = kinds[one] & kinds[two];
    now = now.map((text) => joined(text, one, two, byte));
  }
  return { pairs: Uint8Array.from(pairs), paired: now.map((text) => Buffer.from(text)) };
}

function joined(text, one, two, byte) {
  const out = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++)
    if (text[at] === one && text[at + 1] === two) {
      out[length++] = byte;
      at++;
    } else out[length++] = text[at];
  return out.subarray(0, length);
}
