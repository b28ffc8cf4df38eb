/** What a load run of a stack has measured, as its own program writes it. */
export interface LoadResults {
  readonly format: "zero-to-millions load 1";
  readonly seconds: number;
  readonly indicators: Readonly<Record<string, number>>;
  readonly offered: number;
  readonly answered: number;
  readonly failed: number;
  /** Why requests failed, and how many. */
  readonly reasons: Readonly<Record<string, number>>;
  /** How late requests were sent, one in a hundred; how late the event loop was. */
  readonly lateP99Ms: number;
  readonly loopLateP99Ms: number;
}
