/**
 * What byte comes next in a text, foretold bit by bit from what came before. Who packs and who unpacks ask the same
 * oracle, so that only its surprise has to be written down. A blend of contexts, as in Mahoney, "Adaptive Weighing of
 * Context Models for Lossless Data Compression" (2005): each context remembers how a bit came out in it, and small
 * networks that are trained on the way weigh what they say.
 *
 * Only sums, products, quotients and tables are used, which every engine has alike to the last bit.
 */

/**
 * Contexts, each with its places as a power of two: the last 1, 2 and 3 bytes, the word so far, the last four signs that
 * stood between words, and the word so far with the last two of these. A seventh (5 bytes, or the two before the last)
 * would make a text lighter by 0.7 % and slower by a sixth.
 */
const placeBitsMost = [13, 16, 17, 17, 18, 18];
const contexts = placeBitsMost.length;
/** A place for half a byte in a context: a mark of what it is for, then a cell for each beginning of the half. */
const placeCells = 16;
/** Each context says something, and so do what followed the same text before, and a constant. */
const voices = contexts + 2;
const matchVoice = contexts;

/** A cell has a chance of 11 bits, the last two bits that were found there, and how often it was asked, up to 7. */
const unknown = 1 << 15;
/** Cells are of a kind whose chances share their six upper bits, and all else. */
const kindsOfCell = 2_048;
const learnRate = [1 / 1.5, 1 / 2.5, 1 / 3.5, 1 / 4.6, 1 / 6, 1 / 8.5, 1 / 12, 1 / 18];
/** What becomes of a cell when a bit is found in it. */
const cellAfter = new Uint16Array(2 * 65_536);
for (let found = 0; found < 2; found++)
  for (let cell = 0; cell < 65_536; cell++) {
    const visits = cell & 7;
    const was = cell >> 5;
    const goal = found === 1 ? 2_047 : 0;
    const now = was + Math.round((goal - was) * learnRate[visits]!);
    cellAfter[(found << 16) | cell] =
      (now << 5) | ((((cell >> 2) & 2) | found) << 3) | (visits < 7 ? visits + 1 : 7);
  }

/** How often cells of a kind were borne out is kept in 22 bits. */
const certain = 2 ** 22 - 1;
const bornOutShift = 7;

const mixRate = 0.012;
const firstWeight = 0.3;

/** A place where the last bytes stood before is looked for by so many of them. */
const matchBytes = 6;
const matchBits = 18;
const matchMax = 400;
/** Longer matches are told apart coarsely. */
const lengths = 64;

/** 1 / (1 + e^-x), by 4096 steps of x from -12 to 12, and its inverse by 4096 steps of the chance. */
const reach = 12;
const stepsEach = 4096 / (2 * reach);
const logistic = new Float64Array(4097);
const logit = new Float32Array(4096);
{
  // e^(24 / 4096), and e^-12 to begin with: an engine's own powers differ in the last bit.
  const step = 1.0058765747144782;
  let power = 6.14421235332821e-6;
  let chance = 0;
  for (let at = 0; at <= 4096; at++) {
    const value = power / (1 + power);
    logistic[at] = value;
    const x = at / stepsEach - reach;
    for (; chance < 4096 && (chance + 0.5) / 4096 <= value; chance++) logit[chance] = x;
    power *= step;
  }
  for (; chance < 4096; chance++) logit[chance] = reach;
}

/** The next bit, given the chance that it is 1, as a part of 65536: 1 to 65535. */
export type BitOf = (chance: number) => number;

/**
 * A reader of `length` bytes: each call asks `bitOf` for eight bits and returns the byte that they are.
 * @param letters which bytes are part of a word: 1 for those, 0 for all others
 */
export function foreseen(length: number, letters: ArrayLike<number>, bitOf: BitOf): () => number {
  const placeBits = Int32Array.from(placeBitsMost, (most) => Math.min(most, 34 - Math.clz32(length)));
  const firsts = new Int32Array(contexts);
  let cells = 0;
  for (let i = 0; i < contexts; i++) {
    firsts[i] = cells;
    cells += placeCells << placeBits[i]!;
  }
  const table = new Uint16Array(cells).fill(unknown);
  const hashes = new Int32Array(contexts);
  const places = new Int32Array(contexts);
  const asked = new Int32Array(contexts);
  const bornOut = Int32Array.from(
    { length: contexts * kindsOfCell },
    (_, kind) => (((kind >> 5) & 63) * 2 + 1) << 15,
  );
  const said = new Float32Array(voices);
  said[voices - 1] = 0.3;
  // One network for how a byte began, and whether it goes on as foretold so far; one for the byte before it.
  const byBits = new Float32Array(3 * 256 * voices).fill(firstWeight);
  const byLast = new Float32Array(256 * voices).fill(firstWeight);
  const text = new Uint8Array(length);
  const seenAt = new Int32Array(1 << matchBits);
  const followed = new Int32Array(lengths).fill(1 << 21);
  let at = 0;
  let last4 = 0;
  let before4 = 0;
  let word = 0;
  let signs = 0;
  let matched = 0;
  let matchAt = 0;

  /** Finds the places of all contexts for a half of a byte that begins at a node. */
  function findPlaces(node: number): void {
    for (let i = 0; i < contexts; i++) {
      let hash = Math.imul(hashes[i]! + Math.imul(node, 0x3d4d51cb), 0x2545f491);
      hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
      const mark = hash & 0xffff;
      const first = firsts[i]!;
      let place = first + ((hash >>> (32 - placeBits[i]!)) << 4);
      if (table[place] !== mark) {
        const other = first + ((place - first) ^ placeCells);
        if (table[other] === mark) place = other;
        else {
          // Of two that are taken the one gives way that was asked less.
          if ((table[other + 1]! & 7) < (table[place + 1]! & 7)) place = other;
          table[place] = mark;
          for (let cell = place + 1; cell < place + placeCells; cell++) table[cell] = unknown;
        }
      }
      places[i] = place;
    }
  }

  function hashContexts(): void {
    const last = last4 & 0xff;
    hashes[0] = last;
    hashes[1] = last4 & 0xffff;
    hashes[2] = last4 & 0xffffff;
    hashes[3] = word;
    hashes[4] = Math.imul(signs, 0x2545f491) + last;
    hashes[5] = Math.imul(word, 0x2545f491) + (signs & 0xffff);
    for (let i = 0; i < contexts; i++) {
      const mixed = Math.imul(hashes[i]! + Math.imul(i + 1, 0x632be5ab), 0x297a2d39);
      hashes[i] = mixed ^ (mixed >>> 15);
    }
  }

  function findMatch(): void {
    if (at < matchBytes) return;
    const key = (Math.imul(last4, 0x2c1b3c6d) + Math.imul(before4 & 0xffff, 0x9e3779b1)) >>> (32 - matchBits);
    if (matched === 0) {
      matchAt = seenAt[key]!;
      while (
        matched < matchMax &&
        matched < matchAt &&
        text[matchAt - matched - 1] === text[at - matched - 1]
      )
        matched++;
      if (matched < matchBytes) matched = 0;
    }
    seenAt[key] = at;
  }

  return () => {
    hashContexts();
    const foretold = matched > 0 ? text[matchAt]! | 256 : 0;
    const lengthAt = matched < 32 ? matched : Math.min(lengths - 1, 30 + (matched >> 4));
    const lastAt = (last4 & 0xff) * voices;
    let node = 1;
    for (let bit = 7; bit >= 0; bit--) {
      if ((bit & 3) === 3) findPlaces(node);
      const inHalf = bit > 3 ? node : (1 << (3 - bit)) | (node & ((1 << (3 - bit)) - 1));
      const isForetold = matched > 0 && foretold >>> (bit + 1) === node;
      const next = (foretold >>> bit) & 1;
      const bitsAt = (node + (isForetold ? (matched > 15 ? 512 : 256) : 0)) * voices;
      let sumBits = byBits[bitsAt + voices - 1]! * said[voices - 1]!;
      let sumLast = byLast[lastAt + voices - 1]! * said[voices - 1]!;
      for (let i = 0; i < contexts; i++) {
        const cell = table[places[i]! + inHalf]!;
        const kind = i * kindsOfCell + (((cell >> 5) & 0x7e0) | (cell & 31));
        asked[i] = kind;
        const says = logit[bornOut[kind]! >>> 10]!;
        said[i] = says;
        sumBits += byBits[bitsAt + i]! * says;
        sumLast += byLast[lastAt + i]! * says;
      }
      if (isForetold) {
        const says = logit[followed[lengthAt]! >>> 10]!;
        said[matchVoice] = next === 1 ? says : -says;
        sumBits += byBits[bitsAt + matchVoice]! * said[matchVoice]!;
        sumLast += byLast[lastAt + matchVoice]! * said[matchVoice]!;
      } else said[matchVoice] = 0;

      const xBits = sumBits > 11.9 ? 11.9 : sumBits < -11.9 ? -11.9 : sumBits;
      const xLast = sumLast > 11.9 ? 11.9 : sumLast < -11.9 ? -11.9 : sumLast;
      const chance = logistic[(((xBits + xLast) * 0.5 + reach) * stepsEach + 0.5) | 0]!;
      const parts = (chance * 65536) | 0;
      const found = bitOf(parts < 1 ? 1 : parts);

      const slipBits = (found - logistic[((xBits + reach) * stepsEach + 0.5) | 0]!) * mixRate;
      const slipLast = (found - logistic[((xLast + reach) * stepsEach + 0.5) | 0]!) * mixRate;
      for (let i = 0; i < voices; i++) {
        const says = said[i]!;
        byBits[bitsAt + i]! += slipBits * says;
        byLast[lastAt + i]! += slipLast * says;
      }
      const goal = found === 1 ? certain : 0;
      const foundAt = found << 16;
      for (let i = 0; i < contexts; i++) {
        const cellAt = places[i]! + inHalf;
        table[cellAt] = cellAfter[foundAt | table[cellAt]!]!;
        const kind = asked[i]!;
        bornOut[kind]! += (goal - bornOut[kind]!) >> bornOutShift;
      }
      if (isForetold) {
        followed[lengthAt]! += ((next === found ? certain : 0) - followed[lengthAt]!) >> 6;
        if (next !== found) matched = 0;
      }
      node = (node << 1) | found;
    }
    const byte = node & 255;
    text[at++] = byte;
    before4 = (before4 << 8) | (last4 >>> 24);
    last4 = (last4 << 8) | byte;
    if (letters[byte] === 1) word = Math.imul(word + byte + 1, 0x2f0b4c47);
    else {
      word = 0;
      signs = (signs << 8) | byte;
    }
    if (matched > 0) {
      matched++;
      matchAt++;
    }
    findMatch();
    return byte;
  };
}
