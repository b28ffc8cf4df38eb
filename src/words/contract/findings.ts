/** What a run has to tell, as findings: a language turns each into a sentence or a name. */
import type { GoalIndicator } from "../../game/index.ts";
import type {
  Fate,
  Finder,
  IndicatorParts,
  PlaceParts,
  Reason,
  RegionName,
  RequestKind,
} from "../../sim/index.ts";

/** Parts, regions and reasons by name. */
export interface PlaceWords {
  /** A part by itself: "web tier", "web tier in Korea". */
  part(place: PlaceParts): string;
  /** A region as it is called in a sentence. */
  readonly regions: Readonly<Record<RegionName, string>>;
  /** Why requests failed at a place, as the second half of a line of which the first names the part. */
  reason(reason: Reason): string;
  /** What became of requests: "timed out". */
  fate(fate: Fate): string;
}

/** How long a spell lasted; later spells of the same are told with it. */
export type Spell =
  | { readonly kind: "to-end" }
  | { readonly kind: "until"; readonly until: string }
  | { readonly kind: "again-to-end"; readonly until: string; readonly from: string }
  | { readonly kind: "again"; readonly until: string; readonly from: string; readonly to: string }
  | { readonly kind: "times"; readonly until: string; readonly more: number };

/** The links of the chain of causes, each one sentence without its time. */
export interface CauseWords {
  down(found: { readonly place: PlaceParts; readonly spell: Spell }): string;
  /** All its workers wait for what stands behind it. */
  held(found: { readonly place: PlaceParts; readonly spell: Spell }): string;
  overloaded(found: { readonly place: PlaceParts; readonly spell: Spell }): string;
  /** Of more than it can do: what it is busy is never more than all. */
  asked(found: {
    readonly place: PlaceParts;
    readonly spell: Spell;
    readonly askedPerSec: number;
    readonly canPerSec: number;
  }): string;
  /** `share` of all requests, where it is worth telling. */
  losing(found: {
    readonly place: PlaceParts;
    readonly reason: Reason;
    readonly fate: Fate;
    readonly count: number;
    readonly share?: number;
    /** Until when, where they were lost over most of the run. */
    readonly until?: string;
  }): string;
  /** Why a modest overload fails most: a share of the work was done for clients that had gone. */
  inVain(found: {
    readonly place: PlaceParts;
    readonly askedPerSec: number;
    readonly canPerSec: number;
    readonly share: number;
    readonly patienceSec: number;
  }): string;
  /** The same in short, to whoever has read it before: the share of the work that was in vain. */
  inVainAgain(share: number): string;
  /** So many more failed for other reasons. */
  rest(count: number): string;
  /** The classic wrong idea behind a design: its title and why it fails. */
  idea(found: { readonly title: string; readonly why: string }): string;
  /**
   * The same day again, each time with traffic of its own, ends well sometimes: of what share. Without a goal it is
   * the whole verdict.
   */
  chance(found: { readonly met: number; readonly of: number; readonly goal: string | undefined }): string;
}

/** The same while the run goes on: lines of the log, which know nothing of what comes later. */
export interface LogWords {
  /** An event that finds nothing to hit: the design has no such part. */
  untouched(found: { readonly event: string; readonly part: PlaceParts }): string;
  down(place: PlaceParts): string;
  overloaded(place: PlaceParts): string;
  /** Workers have too much to do because a poison job takes them. */
  poisoned(place: PlaceParts): string;
  /** All its workers wait for what stands behind it. */
  held(place: PlaceParts): string;
  nearLimit(place: PlaceParts): string;
  losing(found: { readonly place: PlaceParts; readonly reason: Reason; readonly fate: Fate }): string;
}

/** A value in a region: "44 ms in the US". */
export interface Regional {
  readonly region: RegionName;
  readonly ms: number;
}

/** A kind of request whose answers are told apart. */
export type ToldKind = Exclude<RequestKind, "asset" | "log">;

/** The answer time of one kind of request, from one region where there are several. */
export interface KindTime {
  readonly kind: ToldKind;
  readonly region?: RegionName;
  readonly ms: number;
}

/** What a missed goal says for itself. */
export interface MissWords {
  /** `isToEnd`: the run ended before it was gone. */
  stalePrice(found: { readonly sec: number; readonly isToEnd: boolean }): string;
  staleLogo(found: { readonly sec: number; readonly isToEnd: boolean }): string;
  /** Web boxes that strangers reached past the balancer and took over. */
  breached(boxes: number): string;
  /** Orders of a print that had been sold already. */
  oversold(count: number): string;
  ordersLost(count: number): string;
  jobsLost(count: number): string;
  /** The same where no queue had accepted them. */
  jobsFailed(count: number): string;
  /** `downSec`: how long there was no primary, where there was none for a while. */
  writesLost(found: { readonly count: number; readonly downSec?: number }): string;
  /** `share` of all sessions; 1 or more when everybody was logged out. */
  sessionsLost(found: { readonly share: number; readonly off: number; readonly died: number }): string;
  eventsNotStored(share: number): string;
  photosWaited(found: { readonly oldestSec: number; readonly waiting: number }): string;
  ordersNotPlaced(share: number): string;
  /** By region, the quickest first. */
  pageByRegion(found: readonly Regional[]): string;
  medianByRegion(found: readonly Regional[]): string;
  slowestKind(found: { readonly slow: KindTime; readonly fast: KindTime }): string;
  cacheAnsweredLittle(share: number): string;
  edgeAnsweredLittle(share: number): string;
  /** `largest`: the largest part of the bill, by its id. */
  overBudget(found: { readonly over: number; readonly total: number; readonly largest?: BillPart }): string;
}

/** What happened inside the system: failovers, scaling, faults found and mended; each without its time. */
export interface NoteWords {
  /** `fault`: what the level's words say of it. */
  faultFound(found: {
    readonly by: Finder;
    readonly afterSec: number;
    readonly fault: string;
    readonly box?: number;
    readonly build?: number;
  }): string;
  faultMended(found: { readonly afterSec: number; readonly fault: string }): string;
  scaleOut(found: { readonly place: PlaceParts; readonly boxes: number }): string;
  scaleIn(found: { readonly place: PlaceParts; readonly boxes: number }): string;
  boxOut(found: { readonly place: PlaceParts; readonly boxes: number }): string;
  /** Of so many shards at once. */
  shardLostPrimary(found: { readonly place: PlaceParts; readonly shards: number }): string;
  primaryLost(place: PlaceParts): string;
  primaryBack(place: PlaceParts): string;
  promoted(found: {
    readonly place: PlaceParts;
    readonly copies: number;
    readonly lostWrites: number;
  }): string;
  leads(place: PlaceParts): string;
  readonly restoring: string;
  restored(lostWrites: number): string;
  emptied(found: { readonly place: PlaceParts; readonly share: number }): string;
  resharded(found: { readonly place: PlaceParts; readonly sec: number }): string;
}

/** What an indicator measures, wherever it does. */
export type IndicatorName = IndicatorParts["name"] | "costPerMonth";

/** Lines of a bill as a player knows them, by their ids in the simulator. */
export type BillName =
  | "domain"
  | "box"
  | "lb"
  | "web"
  | "sessions"
  | "cache"
  | "db"
  | "replicas"
  | "backups"
  | "kv"
  | "shards"
  | "shardReplicas"
  | "dedicatedShard"
  | "stream"
  | "queue"
  | "workers"
  | "egress"
  | "cdn"
  | "cdn-purge"
  | "cdn-prefetch"
  | "logs"
  | "metrics"
  | "traces"
  | "business"
  | "ci";

/** A line of a bill. */
export interface BillPart {
  readonly id: BillName;
  readonly perMonth: number;
}

/** Names of indicators and of what stands on a bill. */
export interface IndicatorWords {
  /** At most 16 cells each. */
  readonly names: Readonly<Record<IndicatorName, string>>;
  /** Shorter ones, for a line that is full. */
  readonly short: Readonly<Partial<Record<IndicatorName, string>>>;
  /** An indicator of one region. */
  regional(name: string, region: RegionName): string;
  /** Instead of a value that there is none of. */
  readonly none: string;
  /** Instead of a time that never comes. */
  readonly never: string;
  /** By how much a goal was missed. */
  readonly missed: {
    timesTooMuch(times: string): string;
    percentTooMuch(percent: number): string;
    /** Where there should be none. */
    tooMany(value: string): string;
    readonly farBelow: string;
    timesFailures(times: string): string;
    pointsShort(points: string): string;
    short(value: string): string;
  };
  readonly bill: Readonly<Record<BillName, string>>;
  /** The budget among the goals. */
  billGoal(budget: number): string;
  /** The bill on one line: in all, and its parts by their ids, the largest first. */
  billLine(found: { readonly total: number; readonly parts: readonly BillPart[] }): string;
}

/** What the metered part of a bill is mostly for. */
export type Metered = "web" | "workers" | "logs" | "traffic";

/** The bill before the run: what is certain, and what the traffic makes of it (already rounded). */
export interface ForecastFound {
  readonly fixed: number;
  /** Left out where nothing is metered. */
  readonly metered?: { readonly for: Metered; readonly perMonth: number };
  readonly total: number;
  /** Where boxes may come that no forecast is sure of. */
  readonly atMost?: number;
  readonly budget?: number;
}

export interface ForecastWords {
  /** The longest form first. */
  bill(found: ForecastFound): readonly string[];
  /** The whole sum in a sentence, for those who listen. */
  spoken(found: ForecastFound): string;
  /** What it costs a month, or about. */
  monthly(found: ForecastFound): string;
  /** Why it cannot be run for its price. */
  overBudget(found: { readonly over: number; readonly budget: number; readonly isFixed: boolean }): string;
  /** It can be run, but will cost too much. */
  warning(found: { readonly for: Metered; readonly over: number }): string;
}

export interface ComparisonWords {
  /** Where no design differs from another. */
  same(value: string): string;
  /** Better than so many in a hundred of those that pass. */
  /** What is more of a measure, where it has a word of its own. */
  readonly better: Readonly<Partial<Record<GoalIndicator, string>>>;
  rank(found: { readonly by: GoalIndicator; readonly percent: number }): string;
}

/** Curves of a run, each in at most 12 cells where it stands beside its row. */
export interface CurveWords {
  readonly requests: string;
  readonly answered: string;
  readonly inVain: string;
  readonly orders: string;
  /** Of a part, by its short name. */
  busy(part: string): string;
  hits(part: string): string;
  waiting(part: string): string;
  boxes(part: string): string;
  lag(part: string): string;
  queue(part: string): string;
  part(name: PlaceParts): string;
}
