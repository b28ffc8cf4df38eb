/** Tasks done side by side by a workforce. */
import type { ResultOf, SubjectOf, Task, Workforce, WorkOptions } from "./task.ts";

export interface AskedTask<T extends Task> {
  readonly subject: SubjectOf<T>;
  readonly task: T;
}

/**
 * Does all tasks; undefined when stopped.
 * @param onShare hears the share of all of them that is done, 0…1, each time one of them gets on
 */
export async function sideBySide<T extends Task>(
  workforce: Workforce,
  asked: readonly AskedTask<T>[],
  { signal, onShare }: Pick<WorkOptions, "signal" | "onShare"> = {},
): Promise<ResultOf<T>[] | undefined> {
  const shares = asked.map(() => 0);
  const hear = (n: number, share: number) => {
    shares[n] = share;
    onShare?.(shares.reduce((sum, each) => sum + each, 0) / shares.length);
  };
  const results = await Promise.all(
    asked.map(async ({ subject, task }, n) => {
      const result = await workforce.work(subject, task, { signal, onShare: (share) => hear(n, share) });
      hear(n, 1);
      return result;
    }),
  );
  return results.includes(undefined) ? undefined : (results as ResultOf<T>[]);
}
