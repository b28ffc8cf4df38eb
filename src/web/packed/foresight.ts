/**
 * What byte comes next in a text, foretold bit by bit from what came before. Who packs and who unpacks ask the same
 * oracle, so that only its surprise has to be written down. A blend of contexts, as in Mahoney, "Adaptive Weighing of
 * Context Models for Lossless Data Compression" (2005): each context remembers how often a bit was set in it, and a
 * small network that is trained on the way weighs what they say.
 *
 * Only sums, products, quotients and tables are used, which every engine has alike to the last bit.
 */

/** Contexts: the last 1, 2, 3 and 4 bytes, and the word so far. More of them make it slower, hardly better. */
const contexts = 5;
/** A place for half a byte in a context: a mark of what it is for, then a node for each beginning of the half. */
const placeCells = 16;
/** A long text has so many places for a context, as a power of two; a short one as many as it can come to need. */
const placeBitsMax = 17;
/** Each context says something, and so do what followed the same text before, and a constant. */
const voices = contexts + 2;
const matchVoice = contexts;

/** A node has a chance of 22 bits, and 10 bits that say how often it was asked, at most so often: a text changes. */
const visitsMax = 20;
const learnRate = Float64Array.from({ length: visitsMax + 1 }, (_, visits) => 1 / (visits + 1.6));
const certain = 2 ** 22 - 1;
/** A node that was never asked: either bit is as likely. */
const unknown = 1 << 31;
/** How a node of such an age and such a chance was borne out, by 16 ages and 64 chances. */
const ages = 16;
const bornOutShift = 6;

const mixRate = 0.004;
const firstWeight = 0.15;

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
  const placeBits = Math.min(placeBitsMax, 34 - Math.clz32(length));
  const tableCells = placeCells << placeBits;
  const table = new Int32Array(contexts * tableCells);
  for (let at = 0; at < table.length; at++) table[at] = at % placeCells === 0 ? 0 : unknown;
  const hashes = new Int32Array(contexts);
  const places = new Int32Array(contexts);
  const nodes = new Int32Array(contexts);
  const bornOut = Int32Array.from({ length: contexts * ages * 64 }, (_, at) => ((at & 63) * 2 + 1) << 15);
  const asked = new Int32Array(contexts);
  const said = new Float64Array(voices);
  said[voices - 1] = 0.3;
  const byBits = new Float64Array(256 * voices).fill(firstWeight);
  const byLast = new Float64Array(256 * voices).fill(firstWeight);
  const text = new Uint8Array(length);
  const seenAt = new Int32Array(1 << matchBits);
  const followed = new Int32Array(lengths).fill(1 << 21);
  let at = 0;
  let last4 = 0;
  let before4 = 0;
  let word = 0;
  let matched = 0;
  let matchAt = 0;

  /** Finds the places of all contexts for a half of a byte that begins at a node. */
  function findPlaces(node: number): void {
    for (let i = 0; i < contexts; i++) {
      let hash = Math.imul(hashes[i]! + Math.imul(node, 0x3d4d51cb), 0x2545f491);
      hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
      const mark = (hash & 0x3fff) | 0x8000;
      let place = i * tableCells + ((hash >>> (32 - placeBits)) << 4);
      if (table[place] !== mark) {
        const other = place ^ placeCells;
        if (table[other] === mark) place = other;
        else {
          // Of two that are taken the one gives way that was asked less.
          if ((table[other + 1]! & 1023) < (table[place + 1]! & 1023)) place = other;
          table[place] = mark;
          table.fill(unknown, place + 1, place + placeCells);
        }
      }
      places[i] = place;
    }
  }

  function hashContexts(): void {
    hashes[0] = last4 & 0xff;
    hashes[1] = last4 & 0xffff;
    hashes[2] = last4 & 0xffffff;
    hashes[3] = last4;
    hashes[4] = word;
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
      const bitsAt = node * voices;
      let sum = (byBits[bitsAt + voices - 1]! + byLast[lastAt + voices - 1]!) * said[voices - 1]!;
      for (let i = 0; i < contexts; i++) {
        const cell = places[i]! + inHalf;
        nodes[i] = cell;
        const value = table[cell]!;
        const visits = value & 1023;
        const known = (i * ages + (visits < ages ? visits : ages - 1)) * 64 + (value >>> 26);
        asked[i] = known;
        const says = logit[bornOut[known]! >>> 10]!;
        said[i] = says;
        sum += (byBits[bitsAt + i]! + byLast[lastAt + i]!) * says;
      }
      const isForetold = matched > 0 && foretold >>> (bit + 1) === node;
      const next = (foretold >>> bit) & 1;
      const says = isForetold ? logit[followed[lengthAt]! >>> 10]! : 0;
      said[matchVoice] = next === 1 ? says : -says;
      sum += (byBits[bitsAt + matchVoice]! + byLast[lastAt + matchVoice]!) * said[matchVoice]!;

      const x = sum > 11.9 ? 11.9 : sum < -11.9 ? -11.9 : sum;
      const chance = logistic[((x + reach) * stepsEach + 0.5) | 0]!;
      const parts = (chance * 65536) | 0;
      const found = bitOf(parts < 1 ? 1 : parts);

      const slip = (found - chance) * mixRate;
      for (let i = 0; i < voices; i++) {
        const step = slip * said[i]!;
        byBits[bitsAt + i]! += step;
        byLast[lastAt + i]! += step;
      }
      const goal = found === 1 ? certain : 0;
      for (let i = 0; i < contexts; i++) {
        const cell = nodes[i]!;
        const value = table[cell]!;
        const visits = value & 1023;
        const was = value >>> 10;
        const now = was + (((goal - was) * learnRate[visits]!) | 0);
        table[cell] = (now << 10) | (visits < visitsMax ? visits + 1 : visits);
        const known = asked[i]!;
        bornOut[known]! += (goal - bornOut[known]!) >> bornOutShift;
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
    word = letters[byte] === 1 ? Math.imul(word + byte + 1, 0x2f0b4c47) : 0;
    if (matched > 0) {
      matched++;
      matchAt++;
    }
    findMatch();
    return byte;
  };
}
