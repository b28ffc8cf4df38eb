/** Two saves as one, as after a move to another machine: nothing that was won in either is lost. */
import { mergeShelves } from "./kept.ts";
import { isSame } from "./same.ts";
import type { LevelProgress, Save } from "./shape.ts";
import { overMax } from "./under-way.ts";

type KeptCard = Save["cards"][string];

/** The better known of two states of one card; the shape of states is not known here. */
export type LaterCard = (one: KeptCard, other: KeptCard) => KeptCard;

/** For every field how two of its values become one: a new field wants its line. */
type Merges<T> = { readonly [K in keyof Required<T>]: (here: T[K], there: T[K]) => T[K] };

/** Both as one (`mergeSaves`); the very save that is here where the other has nothing to add. */
export function addSave(here: Save, there: Save, laterCard: LaterCard): Save {
  const both = mergeSaves(here, there, laterCard);
  return isSame(both, here) ? here : both;
}

/**
 * What is here with what comes from there. Of a level the better of both, of a card the later state, lists with the
 * entries of both, but what was removed since; where only one can be, such as a setting or the design on the board, what is here stays; of an interview or a
 * shift under way how far it has come, unless it is over in one of them. Merged again it is the same.
 */
export function mergeSaves(here: Save, there: Save, laterCard: LaterCard): Save {
  const both = merged<Save>(here, there, {
    version: mine,
    levels: byKey(mergeLevels),
    settings: (one, other) => ({ ...other, ...one }),
    cards: byKey(laterCard),
    ladders: byKey(latestEach(({ seed, rung }) => [seed, rung])),
    onCall: byKey(latestEach((over) => over)),
    shift: farther(({ nowSec, written }) => nowSec + Object.keys(written).length),
    shiftsOver: begunInOrder,
    labs: byKey(latestEach((trial) => trial)),
    // Put together below, with what was removed of them.
    systems: mine,
    systemsRemoved: mine,
    puzzles: byKey(mergeLevels),
    // The attempt that counts is the first one.
    days: byKey((one, other) => (other.at < one.at ? other : one)),
    interview: farther(({ atMs }) => atMs),
    interviewsOver: begunInOrder,
    reports: latestEach((report) => report),
    drills: byKey(latestEach((mark) => mark)),
    // The longer of two times may be too little, but two of them would count a time that is moved twice.
    activeMs: byKey(more),
  });
  const { interview, shift, ...rest } = both;
  const shelf = mergeShelves(
    { list: here.systems, removed: here.systemsRemoved },
    { list: there.systems, removed: there.systemsRemoved },
  );
  const openInterview = openOf(both.interviewsOver, [interview, here.interview, there.interview]);
  const openShift = openOf(both.shiftsOver, [shift, here.shift, there.shift]);
  return {
    ...rest,
    ...{ systems: shelf.list, systemsRemoved: shelf.removed },
    ...(openInterview && { interview: openInterview }),
    ...(openShift && { shift: openShift }),
  };
}

interface Begun {
  readonly begunMs: number;
}

/** Of what began at one time the state that has come farther; of two the one that is here. */
function farther<T extends Begun>(howFar: (state: T) => number) {
  return (one: T | undefined, other: T | undefined): T | undefined =>
    one && other?.begunMs === one.begunMs && howFar(other) > howFar(one) ? other : mine(one, other);
}

function begunInOrder(here: readonly number[], there: readonly number[]): readonly number[] {
  return [...new Set([...here, ...there])].sort((a, b) => a - b).slice(-overMax);
}

/** What is over in either is not under way again; the other one may be. */
function openOf<T extends Begun>(over: readonly number[], states: readonly (T | undefined)[]): T | undefined {
  return states.find((each) => each && !over.includes(each.begunMs));
}

type Best = Pick<LevelProgress, "bestCostPerMonth" | "bestDesign">;

function mergeLevels(here: LevelProgress, there: LevelProgress): LevelProgress {
  const { bestCostPerMonth, bestDesign } = isBetter(there, here) ? there : here;
  const shelf = mergeShelves(
    { list: here.designs, removed: here.designsRemoved },
    { list: there.designs, removed: there.designsRemoved },
  );
  return {
    ...merged<Omit<LevelProgress, keyof Best>>(here, there, levelMerges),
    ...{ designs: shelf.list, designsRemoved: shelf.removed },
    ...(bestCostPerMonth === undefined ? {} : { bestCostPerMonth }),
    ...(bestDesign === undefined ? {} : { bestDesign }),
  };
}

/** Whether the best design of one is better than that of the other: by its stars, then its price. */
function isBetter(one: LevelProgress, other: LevelProgress): boolean {
  if (one.bestCostPerMonth === undefined) return false;
  if (other.bestCostPerMonth === undefined) return true;
  if (one.stars !== other.stars) return one.stars > other.stars;
  if (one.bestCostPerMonth !== other.bestCostPerMonth) return one.bestCostPerMonth < other.bestCostPerMonth;
  return (one.bestDesign ?? "") > (other.bestDesign ?? "");
}

const either = (one: boolean, other: boolean) => one || other;
const more = <N extends number>(one: N, other: N): N => (other > one ? other : one);
const mine = <T>(one: T, other: T) => one ?? other;

const levelMerges: Merges<Omit<LevelProgress, keyof Best>> = {
  passed: either,
  practice: either,
  stars: more,
  bestGrowth: (one, other) => (one === undefined || other === undefined ? (one ?? other) : more(one, other)),
  lastPassed: mine,
  startDesign: mine,
  lastDesign: mine,
  designs: mine,
  designsRemoved: mine,
  predictions: latestEach((prediction) => prediction),
  mistakes: latestEach(({ about, of }) => [about, of]),
  hintsUsed: more,
  attempts: more,
  debriefRead: either,
  collapseTold: (one, other) => one || other,
  questionsSeen: unionOf,
  cardsShown: unionOf,
  trapsSeen: unionOf,
};

/** Field by field; what neither has stays out. */
function merged<T extends object>(here: T, there: T, merges: Merges<T>): T {
  const names = Object.keys(merges) as (keyof T)[];
  const entries = names.map((name) => [name, merges[name](here[name], there[name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
}

/** Records by id: what both have is merged. */
function byKey<T>(merge: (here: T, there: T) => T) {
  return (here: Readonly<Record<string, T>>, there: Readonly<Record<string, T>>) => {
    const both = Object.keys(there).filter((id) => Object.hasOwn(here, id));
    const common = both.map((id) => [id, merge(here[id] as T, there[id] as T)]);
    return { ...here, ...there, ...Object.fromEntries(common) } as Readonly<Record<string, T>>;
  };
}

/** What is there and not here comes before what is here: the last one is the latest. */
function unionOf(here: readonly string[], there: readonly string[]): readonly string[] {
  return [...there.filter((each) => !here.includes(each)), ...here];
}

/** Lists of what has a time: of each kind the latest entry, in order of time; a list that has all stays as it is. */
function latestEach<T extends { readonly at: string }>(kindOf: (entry: T) => unknown) {
  return (here: readonly T[], there: readonly T[]): readonly T[] => {
    const latest = new Map<string, { readonly entry: T; readonly text: string }>();
    for (const entry of [...here, ...there]) {
      const kind = JSON.stringify(kindOf(entry));
      const text = textOf(entry);
      const other = latest.get(kind);
      if (!other || other.text < text) latest.set(kind, { entry, text });
    }
    const texts = new Set([...latest.values()].map(({ text }) => text));
    const hasAll = (list: readonly T[]) =>
      list.length === texts.size && list.every((entry) => texts.has(textOf(entry)));
    if (there.length === 0 || hasAll(here)) return here;
    if (here.length === 0 || hasAll(there)) return there;
    return [...latest.values()].sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ entry }) => entry);
  };
}

/** Sorts by time, and whatever has the same time always alike. */
function textOf(entry: { readonly at: string }): string {
  const fields = Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${entry.at} ${JSON.stringify(fields)}`;
}
