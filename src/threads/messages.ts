/** What is said between the game's thread and a working one. All of it is plain data. */
import type { Findings, ResultOf, Task } from "../solver/index.ts";

/** The level, the case of an interview or the day of a room is named, not sent, because they hold functions. */
export interface TaskCall {
  readonly subjectId: string;
  readonly task: Task;
}

export type Answered =
  | { readonly type: "news"; readonly news: Findings }
  | { readonly type: "share"; readonly done: number }
  | { readonly type: "done"; readonly result: ResultOf<Task> }
  | { readonly type: "failed"; readonly error: unknown };
