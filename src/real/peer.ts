/** How an experiment speaks with the processes of its own that it starts. */

/** What such a process is for. */
export type Role = "server" | "client";

/** What a child can be asked, by name. */
export type Calls = Readonly<Record<string, (given: never, tell: (news: unknown) => void) => unknown>>;
type GivenTo<C extends Calls, N extends keyof C> = Parameters<C[N]>[0];
type News<C extends Calls, N extends keyof C> =
  Parameters<C[N]> extends [unknown, (news: infer W) => void] ? W : never;
type Answer<C extends Calls, N extends keyof C> = Awaited<ReturnType<C[N]>>;

/** A process of our own that answers questions. */
export interface Peer<C extends Calls> {
  readonly pid: number;
  ask<N extends keyof C & string>(
    name: N,
    given: GivenTo<C, N>,
    hear?: (news: News<C, N>) => void,
  ): Promise<Answer<C, N>>;
}

/** What goes to a child and what comes back. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}
export type Reply = { readonly id: number } & ({ readonly answer: unknown } | { readonly news: unknown });
