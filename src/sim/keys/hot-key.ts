/**
 * One key that many read while it is computed again. All who miss it go to the store, and the first of them to come
 * back fills the entry: long before each of them has, and with a value that may be older than the last change.
 */

/** Parts into which the time without an entry is cut. */
const parts = 48;
/** e^−12: nobody is still without an entry. */
const certainly = 12;
const halvings = 20;
/** Of n things that last an exponential time the last ends after 1 + … + 1/n of it: ln n and this, for many. */
const euler = 0.577;

/**
 * How many reads of a key miss at each end of its entry, when the store takes an exponential time of `expected` reads
 * of that key on average: ∫ exp(−(u − x(1 − e^(−u/x)))) du, here to 2 %. It is 1 + x for few, √(πx/2) for many.
 */
export function missesPerEnd(expected: number): number {
  return 1 / 3 + Math.sqrt(4 / 9 + (Math.PI / 2) * expected);
}

/** Misses that are expected back so long after the entry ended, when `underWay` were on their way then. */
function returned(sec: number, filledPerSec: number, storeSec: number, underWay: number): number {
  const back = storeSec > 0 ? 1 - Math.exp(-sec / storeSec) : 1;
  return filledPerSec * (sec - storeSec * back) + underWay * back;
}

/** A time after which nobody is still without an entry, in seconds. */
function endOfAbsence(filledPerSec: number, storeSec: number, underWay: number): number {
  let end = 1 / (filledPerSec + (storeSec > 0 ? underWay / storeSec : 0));
  while (returned(end, filledPerSec, storeSec, underWay) < certainly) end *= 2;
  return end;
}

/**
 * Share of the time without an entry, when it ends so often and `underWay` misses were on their way each time: the last
 * end is an exponential time ago.
 */
export function absentShare(
  endsPerSec: number,
  filledPerSec: number,
  storeSec: number,
  underWay: number,
): number {
  const end = Math.min(certainly / endsPerSec, endOfAbsence(filledPerSec, storeSec, underWay));
  let sum = 0;
  for (let i = 0; i < parts; i++) {
    const sec = (end * (i + 0.5)) / parts;
    sum += Math.exp(-endsPerSec * sec - returned(sec, filledPerSec, storeSec, underWay));
  }
  return Math.min(1, (endsPerSec * sum * end) / parts);
}

/**
 * One key under leases: one read at a time computes it, and the others are given the value that is being replaced. A
 * change voids the lease that is out, so that the next read begins anew. Returns [hit ratio, share of old values].
 */
export function leasedHotKey(
  readsPerSec: number,
  endsPerSec: number,
  storeSec: number,
): readonly [hitRatio: number, staleShare: number] {
  if (!(readsPerSec > 1e-9)) return [0, 0];
  // Away for one read and one computation, which is as long from wherever it is begun.
  const away = endsPerSec * (storeSec + 1 / readsPerSec);
  const asked = (endsPerSec * (1 + endsPerSec * storeSec)) / (1 + away) / readsPerSec;
  const hit = Math.max(0, 1 - asked);
  return [hit, Math.max(0, hit - 1 / (1 + away))];
}

/**
 * Share of the reads of a key that are given a value older than its last change: a read that saw the value before the
 * change came back after the invalidation and was kept. Of the misses that fill the entry the same part is old at any
 * time, so an entry is old when the one that filled it first was: ∫ e^(−δs) · P(still absent at s) · old(s) ds.
 * @param storeSec time of a miss until it is back, of which it has seen the value for `seenSec`
 * @param hitRatio what `hotKeyHitRatio` has found
 */
export function hotKeyStaleShare(
  readsPerSec: number,
  changesPerSec: number,
  storeSec: number,
  seenSec: number,
  hitRatio: number,
  filledShare = 1,
): number {
  const filledPerSec = readsPerSec * filledShare;
  if (!(filledPerSec > 1e-9) || !(seenSec > 0) || !(changesPerSec > 0)) return 0;
  // Misses come in crowds, one at each end: several are on their way in a part of the time, and none in the rest.
  const crowd = missesPerEnd(filledPerSec * storeSec);
  const crowdedSec = storeSec * (Math.log(crowd) + euler + (1 - euler) / crowd);
  const crowdedShare = -Math.expm1(-changesPerSec * crowdedSec);
  const missedPerSec = (filledPerSec * (1 - hitRatio)) / crowdedShare;
  const underWay = missedPerSec * storeSec;
  const end = Math.min(certainly * seenSec, endOfAbsence(filledPerSec, storeSec, underWay));
  let sum = 0;
  for (let i = 0; i < parts; i++) {
    const sec = (end * (i + 0.5)) / parts;
    sum +=
      missedPerSec *
      Math.exp(-sec / seenSec - changesPerSec * sec - returned(sec, filledPerSec, storeSec, underWay));
  }
  return Math.fround(Math.min(hitRatio, (crowdedShare * sum * end) / parts));
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
    if (1 - absentShare(endsPerSec, filledPerSec, storeSec, underWay) > hit) low = hit;
    else high = hit;
  }
  // Rounded, so that a last-bit difference of exp between two engines does not reach a report.
  return Math.fround(low);
}
