/** A day's shift proven by many hands: the day on which nobody does anything, then every change side by side. */
import type { ShiftDay } from "../rooms/day/index.ts";
import type { WorkOptions } from "../solver/index.ts";
import type { Hands } from "./errands.ts";

/** Whether all that the shift's case claims holds on its day; undefined when stopped. */
export async function proveShiftParallel(
  hands: Hands,
  { case: { id, changes }, drawn: { seed } }: ShiftDay,
  { signal, onShare }: Pick<WorkOptions, "signal" | "onShare"> = {},
): Promise<boolean | undefined> {
  const shares = [0, ...changes.map(() => 0)];
  const hear = (n: number) => (share: number) => {
    shares[n] = share;
    onShare?.(shares.reduce((sum, each) => sum + each, 0) / shares.length);
  };
  const idle = await hands.errand({ kind: "idle", case: id, seed }, { signal, onShare: hear(0) });
  if (!idle) return undefined;
  const { claims, alarmSec } = idle;
  hear(0)(1);
  if (alarmSec === undefined || claims.some(({ holds }) => !holds)) return false;
  const found = await Promise.all(
    changes.map(async (change, n) => {
      const options = { signal, onShare: hear(n + 1) };
      const claim = await hands.errand({ kind: "change", case: id, seed, alarmSec, change }, options);
      hear(n + 1)(1);
      return claim;
    }),
  );
  return found.includes(undefined) ? undefined : found.every((claim) => claim?.holds);
}
