/** Systems of the player's own: as the save has them, and as a level to be played. */
import { type Level, type Playable, sittingAfter, startSitting } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { whatHappens } from "../../present/sandbox.ts";
import {
  type System,
  type SystemFound,
  shopFor,
  shopNear,
  systemFromJson,
} from "../../rooms/sandbox/index.ts";
import { freeName } from "../../saves/kept.ts";
import type { Json, SavedSystem } from "../../saves/shape.ts";
import { type Design, formatDesign, type ScenarioEvent } from "../../sim/index.ts";
import type { Words } from "../../words/index.ts";
import type { Command } from "../keys/keymap.ts";
import { isUnlocked, lessonsOf, readDesign } from "./progress.ts";
import { progressOf } from "./reached.ts";
import type { SystemScreen, WantedSandbox } from "./sandbox-screens.ts";
import { idOfSystem, systemNamed } from "./system-id.ts";
import { clamp, remember, say, show } from "./transitions.ts";
import type { State, Visit } from "./types.ts";

/** So many systems can be kept. */
export const systemsMax = 40;
export const systemNameMax = 40;

const read = new WeakMap<Json, SystemFound>();

/** What a saved system is; one that another version wrote or a hand changed may have a problem. */
export function foundIn({ system }: SavedSystem): SystemFound {
  const known = read.get(system) ?? systemFromJson(system);
  read.set(system, known);
  return known;
}

export function savedSystem({ save }: Pick<State, "save">, name: string): SavedSystem | undefined {
  return save.systems.find((each) => each.name === name);
}

/** The system by its name, where it is sound. */
export function systemOf(state: Pick<State, "save">, name: string): System | undefined {
  const saved = savedSystem(state, name);
  return saved && foundIn(saved).system;
}

/** The list, with a system in focus. */
export function showSandbox(state: State, name?: string): State {
  const at = state.save.systems.findIndex((each) => each.name === name);
  return show(state, { kind: "sandbox", at: Math.max(0, at) });
}

/** A system as a form. */
export function showSystem(state: State, name: string): State {
  return show(state, { kind: "system", name, at: 0, past: [], future: [] });
}

/** Makes a system of a sound one, under a free name, and opens it, where there is room for one more. */
export function makeSystem(state: State, { name: wanted = "", ...rest }: System): State {
  if (state.save.systems.length >= systemsMax) return say(state, state.words.sandbox.full(systemsMax));
  const name = freeName(state.save.systems, wanted.slice(0, systemNameMax) || state.words.sandbox.unnamed);
  return showSystem(remember(state, { type: "system", name, system: { name, ...rest } }), name);
}

/** The game opened at the sandbox; a system that was brought along and is there already is not kept twice. */
export function openedSandbox(state: State, { name, system }: WantedSandbox): State {
  if (name !== undefined) return showSystem(state, name);
  if (!system) return showSandbox(state);
  const same = state.save.systems.find(
    (saved) => saved.name === system.name && JSON.stringify(foundIn(saved).system) === JSON.stringify(system),
  );
  return same ? showSystem(state, same.name) : makeSystem(state, system);
}

/** Keeps a changed system; what it was can be taken back. */
export function keepSystem(state: State, screen: SystemScreen, system: System): State {
  const before = systemOf(state, screen.name);
  const { field: _, code: __, ...rest } = screen;
  const past = before ? [...screen.past, before].slice(-pastMax) : screen.past;
  const shown = show(state, { ...rest, past, future: [] });
  return remember(shown, { type: "system", name: screen.name, system });
}

const pastMax = 200;

/** A stay at a system: the one that was left, with what it has run, or a new one. */
export function visitOf(state: State, name: string): Visit | undefined {
  const saved = savedSystem(state, name);
  const playable = saved && foundIn(saved).playable;
  if (!playable) return undefined;
  const id = idOfSystem(name);
  const left = Object.hasOwn(state.visits, id) ? state.visits[id] : undefined;
  const design = playable.start;
  const sitting = left
    ? formatDesign(left.sitting.design) === formatDesign(design)
      ? left.sitting
      : sittingAfter(left.sitting, { type: "take", design })
    : startSitting(design);
  const start = left?.lesson.level.start ?? design;
  return {
    ...(left ?? { focus: 0, hintsShown: 0, hintsUsed: 0, practice: false, runs: 0, taskDone: true }),
    asked: "question",
    lesson: lessonOf(state.words, name, playable, start, sitting.design),
    sitting,
  };
}

/** A system as a level: what a level has beyond what can be run is empty. */
function lessonOf(words: Words, name: string, playable: Playable, start: Design, design: Design): Lesson {
  const { scenario, goals, budget = Number.POSITIVE_INFINITY } = playable;
  const nothing = { goals: [], design: start };
  const { promise } = words.sandbox;
  const text = { question: "", explanation: "", options: {} };
  return {
    isOwn: true,
    level: {
      id: idOfSystem(name),
      number: Number.NaN,
      ...{ scenario, start, goals, budget, shop: shopFor(design) },
      stars: { two: nothing, three: nothing },
      prediction: { kind: "choice", options: [], truth: { stated: "" } },
      concept: () => true,
      ...{ lesson: start, alsoPasses: start, biggerBox: start, wrongAnswers: [], keepsRuns: 5 },
    },
    prose: {
      ...{ title: name, promise, story: "", brief: [], lesson: [], figures: [], numbers: [] },
      sentence: { text: "", from: "" },
      prediction: text,
      hints: ["", ""],
      events: whatHappens(words, scenario),
      ...{ wrongAnswers: {}, stars: { two: "", three: "" }, debrief: "" },
      questions: [noQuestion, noQuestion, noQuestion],
      ...{ cards: [], factCards: [] },
    },
  };
}

const noQuestion = { id: "", question: "", answer: "", facts: [] } as const;

/** The stay with the shop that its design asks for: what was built can be set, what was taken away cannot. */
export function withOwnShop(state: State): State {
  const { screen } = state;
  if (!("visit" in screen) || screen.kind !== "board" || !screen.visit.lesson.isOwn) return state;
  const { visit } = screen;
  const { level } = visit.lesson;
  const { design } = visit.sitting;
  const shop = shopFor(design);
  const idsOf = (offers: typeof shop) => offers.map(({ id, choices }) => `${id} ${choices.length}`).join();
  if (idsOf(shop) === idsOf(level.shop)) return state;
  const inFocus = level.shop[visit.focus]?.id;
  const at = shop.findIndex(({ id }) => id === inFocus);
  const focus = at < 0 ? clamp(visit.focus, 0, shop.length - 1) : at;
  const lesson = { ...visit.lesson, level: { ...level, shop } };
  return show(state, { ...screen, visit: { ...visit, focus, lesson } });
}

/** What of a system was run last: its shop takes longer to lay out than a screen takes to be drawn. */
const lastPlayed = new WeakMap<Level, { readonly design: Design; readonly playable: Playable }>();

/** What of a stay's level is run: of a system plain data, with the changes that are worth trying. */
export function playedAt({ lesson: { isOwn, level }, sitting: { design } }: Visit): Playable {
  if (!isOwn) return level;
  const before = lastPlayed.get(level);
  if (before?.design === design) return before.playable;
  const { id, scenario, start, goals, budget } = level;
  const playable = { id, scenario, start, goals, budget, shop: shopNear(design) };
  lastPlayed.set(level, { design, playable });
  return playable;
}

/** The name of the system that a stay is at. */
export function nameAt({ lesson }: Pick<Visit, "lesson">): string | undefined {
  return systemNamed(lesson.level.id);
}

/** A row of the list: a system of one's own, or what a new one is made of. */
export type SandboxRow =
  | { readonly kind: "own"; readonly saved: SavedSystem }
  | { readonly kind: "example" | "code" }
  | { readonly kind: "level"; readonly lesson: Lesson };

/** One's own systems, then what a new one can be made of: the example, a code, each level that is open. */
export function sandboxRows(state: Pick<State, "save" | "mapRows">): readonly SandboxRow[] {
  const open = lessonsOf(state.mapRows).filter((lesson) => isUnlocked(state, lesson));
  return [
    ...state.save.systems.map((saved) => ({ kind: "own", saved }) as const),
    { kind: "example" },
    { kind: "code" },
    ...open.map((lesson) => ({ kind: "level", lesson }) as const),
  ];
}

/** A level's system, with the player's best design of it where there is one. */
export function systemOfLevel({ save }: Pick<State, "save">, { level, prose }: Lesson): System {
  const { goals, budget, start } = level;
  const progress = progressOf(save, level.id);
  const design = readDesign(level, progress?.bestDesign ?? progress?.lastDesign) ?? start;
  const told = (event: ScenarioEvent): ScenarioEvent => ({
    ...event,
    label: (prose.events[event.label] ?? event.label).slice(0, labelMax),
  });
  const { events, drawn } = level.scenario;
  const scenario = {
    ...level.scenario,
    events: events.map(told),
    ...(drawn ? { drawn: drawn.map((each) => ({ ...each, oneOf: each.oneOf.map(told) })) } : {}),
  };
  // As JSON, which has no endless retry budget: left out it is the same.
  const isWritten = (_key: string, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? undefined : value;
  return {
    name: prose.title,
    design: formatDesign(design),
    goals,
    budget,
    scenario: JSON.parse(JSON.stringify(scenario, isWritten)),
  } as System;
}

const labelMax = 60;

/** Commands that a stay at a level has and one at a system has not. */
export const levelsAlone: ReadonlySet<Command> = new Set<Command>([
  ...(["hint", "brief", "why", "designs", "ask", "expectUp", "expectDown", "expectSame"] as const),
  ...(["questions", "answer", "next", "traps", "task", "share"] as const),
]);
