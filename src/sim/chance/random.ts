/**
 * Deterministic randomness without state: every draw is a hash of (seed, tick, stream), so there is nothing to
 * save, and a tick can be replayed alone. The tables of standard normals and exponentials are built once; at run
 * time a station only picks where to start in them, so no logarithm or cosine is paid per particle and no last-bit
 * difference between two builds of `Math.log` can reach a result (entries are rounded to Float32).
 */

/** Entries in each table of stratified draws. */
export const TABLE_SIZE = 4096;

/** Any aligned run of this many entries is in random order and holds one entry from each of as many strata. */
const BLOCK_SIZE = 64;

/** Finalizer of MurmurHash3 (Austin Appleby, public domain): every input bit reaches every output bit. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit unsigned hash of the three numbers (their low 32 bits count). */
export function hash32(seed: number, tick: number, stream: number): number {
  let h = mix32(seed ^ 0x9e3779b9);
  h = mix32(h ^ Math.imul(tick | 0, 0x9e3779b1));
  return mix32((h + Math.imul(stream | 0, 0x85ebca77)) | 0);
}

/** A uniform draw in [0, 1) from the three numbers. */
export function uniform(seed: number, tick: number, stream: number): number {
  return hash32(seed, tick, stream) / 4294967296;
}

/**
 * Quantile of the standard normal, 0 < p < 1: Wichura's AS 241 (Applied Statistics 37, 1988), PPND16, relative
 * error below 1e-15.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const num =
      (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
        r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
        3.3871328727963665) *
      q;
    const den =
      ((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
      1;
    return num / den;
  }
  const tail = q < 0 ? p : 1 - p;
  let r = Math.sqrt(-Math.log(tail));
  let value: number;
  if (r <= 5) {
    r -= 1.6;
    value =
      (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
        1.2704582524523684) *
        r +
        3.6478483247632045) *
        r +
        5.769497221460691) *
        r +
        4.630337846156546) *
        r +
        1.4234371107496835) /
      (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
        0.14810397642748008) *
        r +
        0.6897673349851) *
        r +
        1.6763848301838038) *
        r +
        2.053191626637759) *
        r +
        1);
  } else {
    r -= 5;
    value =
      (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
        0.026532189526576124) *
        r +
        0.29656057182850487) *
        r +
        1.7848265399172913) *
        r +
        5.463784911164114) *
        r +
        6.657904643501103) /
      (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
        0.0007868691311456133) *
        r +
        0.014875361290850615) *
        r +
        0.1369298809227358) *
        r +
        0.599832206555888) *
        r +
        1);
  }
  return q < 0 ? -value : value;
}

/**
 * The order of the strata: an Owen-scrambled van der Corput sequence, so that every aligned run of 2^k entries
 * (k ≥ 6) visits 2^k equal strata once each, then shuffled inside each block of 64 so that two tables read with
 * different odd strides are paired at random and not bit by bit.
 */
function scrambledOrder(salt: number): Uint16Array {
  const bits = 31 - Math.clz32(TABLE_SIZE);
  // A path is a one and the bits taken so far: all paths together are the nodes of a binary tree.
  const flips = new Uint8Array(TABLE_SIZE);
  for (let path = 1; path < TABLE_SIZE; path++) flips[path] = hash32(salt, path, 31 - Math.clz32(path)) & 1;
  const order = new Uint16Array(TABLE_SIZE);
  for (let i = 0; i < TABLE_SIZE; i++) {
    let path = 1;
    for (let b = 0; b < bits; b++) path = (path << 1) | (((i >>> b) & 1) ^ flips[path]!);
    order[i] = path - TABLE_SIZE;
  }
  for (let block = 0; block < TABLE_SIZE; block += BLOCK_SIZE) {
    for (let i = BLOCK_SIZE - 1; i > 0; i--) {
      const j = hash32(salt ^ 0x5bd1e995, block, i) % (i + 1);
      const kept = order[block + i]!;
      order[block + i] = order[block + j]!;
      order[block + j] = kept;
    }
  }
  return order;
}

const uniformOrder = scrambledOrder(0x2545f491);
const normalOrder = scrambledOrder(0x6c078965);

function makeUniforms(): Float64Array {
  return Float64Array.from(uniformOrder, (stratum) => (stratum + 0.5) / TABLE_SIZE);
}

/** Each entry is the mean of Exp(1) over its stratum, so that the table's mean is exactly one. */
function makeExponentials(): Float64Array {
  const antiderivative = (survival: number) => (survival > 0 ? survival * (1 - Math.log(survival)) : 0);
  return Float64Array.from(uniformOrder, (stratum) => {
    const above = 1 - stratum / TABLE_SIZE;
    const below = 1 - (stratum + 1) / TABLE_SIZE;
    return Math.fround((antiderivative(above) - antiderivative(below)) * TABLE_SIZE);
  });
}

/** Each entry is the mean of N(0,1) over its stratum, scaled so that the table's variance is one. */
function makeNormals(): Float64Array {
  const density = (p: number) => (p <= 0 || p >= 1 ? 0 : Math.exp(-0.5 * normalQuantile(p) ** 2));
  const sorted = new Float64Array(TABLE_SIZE);
  const factor = TABLE_SIZE / Math.sqrt(2 * Math.PI);
  let below = density(0);
  for (let k = 0; k < TABLE_SIZE / 2; k++) {
    const above = density((k + 1) / TABLE_SIZE);
    const value = (below - above) * factor;
    sorted[k] = value;
    sorted[TABLE_SIZE - 1 - k] = -value;
    below = above;
  }
  let variance = 0;
  for (const value of sorted) variance += (value * value) / TABLE_SIZE;
  const scale = 1 / Math.sqrt(variance);
  return Float64Array.from(normalOrder, (stratum) => Math.fround(sorted[stratum]! * scale));
}

/** Stratified uniforms in (0, 1); entry i belongs to the same stratum as `exponentials[i]`. */
export const uniforms: Float64Array = makeUniforms();
/** Stratified Exp(1) draws, mean one. */
export const exponentials: Float64Array = makeExponentials();
/** Stratified standard normal draws, mean zero, variance one. */
export const normals: Float64Array = makeNormals();

const lognormalTables = new Map<number, Float64Array>();

/**
 * Stratified unit-mean draws with squared coefficient of variation `cv2`: all ones for 0, Exp(1) for 1 and
 * lognormal for the rest (close to the exponential at 1: p99 4.9 against 4.6). Built once for each cv2.
 */
export function unitMeanTable(cv2: number): Float64Array {
  if (cv2 === 1) return exponentials;
  const kept = lognormalTables.get(cv2);
  if (kept) return kept;
  const table = new Float64Array(TABLE_SIZE);
  const sigma = Math.sqrt(Math.log(1 + Math.max(0, cv2)));
  let mean = 0;
  for (let i = 0; i < TABLE_SIZE; i++) {
    const value = Math.exp(sigma * normals[i]!);
    table[i] = value;
    mean += value / TABLE_SIZE;
  }
  for (let i = 0; i < TABLE_SIZE; i++) table[i] = Math.fround(table[i]! / mean);
  lognormalTables.set(cv2, table);
  return table;
}
