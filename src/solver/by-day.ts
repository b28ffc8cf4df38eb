/** What was found on several days, apart by the kind of day (`dayKind`): kinds in the order in which they first come. */
export function byDay<T>(found: readonly T[], dayOf: (each: T) => string): T[][] {
  const days = new Map<string, T[]>();
  for (const each of found) {
    const same = days.get(dayOf(each));
    if (same) same.push(each);
    else days.set(dayOf(each), [each]);
  }
  return [...days.values()];
}
