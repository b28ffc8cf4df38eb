/**
 * One key that many read while it is computed again. All who miss it go to the store, and the first of them to come
 * back fills the entry: long before each of them has, and with a value that may be older than the last change.
 */

/** Parts into which the time without an entry is cut. */
const parts = 48;
/** e^−12: nobody is still without an entry. */
const certainly = 12;
const halvings = 20;

/**
 * How many reads of a key miss at each end of its entry, when the store takes an exponential time of `expected` reads
 * of that key on average: ∫ exp(−(u − x(1 − e^(−u/x)))) du, here to 2 %. It is 1 + x for few, √(πx/2) for many.
 */
export function missesPerEnd(expected: number): number {
  return 1 / 3 + Math.sqrt(4 / 9 + (Math.PI / 2) * expected);
}

/** Mean time without an entry, in seconds, when `underWay` misses were on their way as it ended. */
function absentSec(filledPerSec: number, storeSec: number, underWay: number): number {
  const returned = (sec: number) => {
    const back = storeSec > 0 ? 1 - Math.exp(-sec / storeSec) : 1;
    return filledPerSec * (sec - storeSec * back) + underWay * back;
  };
  let end = 1 / (filledPerSec + (storeSec > 0 ? underWay / storeSec : 0));
  while (returned(end) < certainly) end *= 2;
  let sum = 0;
  for (let i = 0; i < parts; i++) sum += Math.exp(-returned((end * (i + 0.5)) / parts));
  return (sum * end) / parts;
}

/**
 * Hit ratio of one key whose entry ends so often, without leases. Misses that were on their way when the entry ended
 * put it back: their number depends on the hit ratio, which depends on them.
 * @param filledShare of the misses that come back with a value
 */
export function hotKeyHitRatio(
  readsPerSec: number,
  endsPerSec: number,
  storeSec: number,
  filledShare = 1,
): number {
  const filledPerSec = readsPerSec * filledShare;
  if (!(filledPerSec > 1e-9)) return 0;
  let low = 0;
  let high = 1;
  for (let i = 0; i < halvings; i++) {
    const hit = (low + high) / 2;
    const underWay = filledPerSec * (1 - hit) * storeSec;
    if (1 / (1 + endsPerSec * absentSec(filledPerSec, storeSec, underWay)) > hit) low = hit;
    else high = hit;
  }
  // Rounded, so that a last-bit difference of exp between two engines does not reach a report.
  return Math.fround(low);
}
