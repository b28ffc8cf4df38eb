/** What is said between the game's thread and a working one. All of it is plain data. */
import type { Playable } from "../game/index.ts";
import type { Findings, ResultOf, Task } from "../solver/index.ts";
import type { Errand, ErrandResultOf } from "./errands.ts";

/** A subject as it is sent: a level, the case of an interview or the day of a room by its name, because they hold functions. */
export type Sent = { readonly id: string } | { readonly playable: Playable };

export type Call = { readonly subject: Sent; readonly task: Task } | { readonly errand: Errand };

export type Answered =
  | { readonly type: "news"; readonly news: Findings }
  | { readonly type: "share"; readonly done: number }
  | { readonly type: "done"; readonly result: ResultOf<Task> | ErrandResultOf<Errand> }
  | { readonly type: "failed"; readonly error: unknown };
