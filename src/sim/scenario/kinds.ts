/** Kinds of requests and what each means to every tier. Adding one: its row here, and its words. */
import { databaseSec, joinLookups, webCpuSec } from "./capacities.ts";

/** What every tier asks about a kind of request. */
export interface RequestTraits {
  /**
   * What it does to the users' data: reads it, changes it, appends an event that nobody will change, or nothing
   * (a static file). A write changes rows under a transaction; whatever is appended may go to a store without any.
   */
  readonly does: "read" | "write" | "append" | "file";
  /** A person waits for a computed answer: its times are the answer times, and traces show it. */
  readonly isAwaited: boolean;
  /** Users notice when it fails: it counts in the books and for availability. */
  readonly isCounted: boolean;
  /** A cache keeps what it reads, for others who read the same. */
  readonly isCached: boolean;
  /** It changes something that a cache keeps. */
  readonly changesCached: boolean;
  /** The servers must know who asks. */
  readonly hasSession: boolean;
  /** With a queue it is taken at once and done later. */
  readonly isQueued: boolean;
  /** A page load is made of it. */
  readonly isPage: boolean;
  /** Work of the database, in seconds of one vCPU. */
  readonly databaseSec: number;
  /** Work of a web box, in seconds of one vCPU, when its answer was not in the cache and when it was. */
  readonly webSec: number;
  readonly webHitSec: number;
  /** Rows that must be joined; where the store cannot join, the application asks for them in a batch. */
  readonly joins: number;
  /** Size of the answer, in KB; a static file has that of the scenario's. */
  readonly answerKb: number;
}

const read = {
  does: "read",
  isAwaited: true,
  isCounted: true,
  isCached: true,
  changesCached: false,
  hasSession: true,
  isQueued: false,
  isPage: false,
  databaseSec: databaseSec.cheapRead,
  webSec: webCpuSec.dynamic,
  webHitSec: webCpuSec.hit,
  joins: 0,
  answerKb: 4,
} as const satisfies RequestTraits;

const write = {
  ...read,
  does: "write",
  isCached: false,
  databaseSec: databaseSec.write,
  answerKb: 1,
} as const satisfies RequestTraits;

/** Nobody is known, nobody waits for anything computed. */
const unattended = { isAwaited: false, hasSession: false } as const;

const traits = {
  /** A cheap read, a page. */
  page: { ...read, isPage: true },
  /** The expensive read, a page with the newest of many. */
  feed: { ...read, isPage: true, databaseSec: databaseSec.expensiveRead, joins: joinLookups },
  /** A read of one's own last write; nobody else would find it in a cache. */
  own: { ...read, isCached: false },
  write: { ...write, changesCached: true },
  /** A static file. */
  asset: {
    ...read,
    ...unattended,
    does: "file",
    isCached: false,
    databaseSec: 0,
    webSec: webCpuSec.asset,
    webHitSec: webCpuSec.asset,
    answerKb: 8,
  },
  /** A batch of usage events to store; their user has moved on. */
  log: {
    ...write,
    ...unattended,
    does: "append",
    isCounted: false,
    databaseSec: databaseSec.batch,
    webSec: webCpuSec.log,
    webHitSec: webCpuSec.log,
    answerKb: 0,
  },
  /** A photo to process: uploading it is quick, working on it is not. */
  photo: {
    ...write,
    ...unattended,
    isQueued: true,
    webSec: webCpuSec.photo,
    webHitSec: webCpuSec.photo,
  },
  /** On the celebrity's post. */
  like: { ...write, changesCached: true },
  /** The write that earns money. */
  order: write,
  /** A read of the celebrity's post with its like count. */
  post: { ...read, databaseSec: databaseSec.hotRead },
} as const satisfies Record<string, RequestTraits>;

export type RequestKind = keyof typeof traits;

/** What each kind of request means to the tiers. */
export const kinds: Readonly<Record<RequestKind, RequestTraits>> = traits;

/** All kinds, in the order of the books. */
export const requestKinds = Object.keys(traits) as readonly RequestKind[];
