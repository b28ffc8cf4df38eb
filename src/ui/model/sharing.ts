/** What can be shared of a run from its debrief: a code, a link, a card, a film. */
import { cardLines, codeOf, type SharedPlay } from "../../present/run-card.ts";
import type { SharedForm } from "../../words/contract/share.ts";
import { say, show } from "./transitions.ts";
import type { Action, DebriefScreen, FilmForm, KnownRun, State } from "./types.ts";

/** What can be shared, as its menu has it. */
export const sharedForms = ["code", "link", "card", "film", "cast"] as const satisfies readonly SharedForm[];

/** The run of a debrief, as it is shared. */
export function sharedPlay({ visit, played }: DebriefScreen): KnownRun & SharedPlay {
  const { lesson, room } = visit;
  return {
    ...{ lesson, played },
    ...(room ? { room } : {}),
    ...(room?.kind === "day" ? { day: room.day } : {}),
    ...(room && room.kind !== "day" ? { isPuzzle: true as const } : {}),
  };
}

/** The form in focus. */
export function formAt(at: number): SharedForm {
  return sharedForms[at] as SharedForm;
}

export function isFilm(form: SharedForm): form is FilmForm {
  return form === "film" || form === "cast";
}

/** The text of a form that is text, to be marked and copied; or why there is none. */
export function sharedText(
  { words, address }: Pick<State, "words" | "address">,
  screen: DebriefScreen,
  form: Exclude<SharedForm, FilmForm>,
): { readonly lines: readonly string[] } | { readonly why: string } {
  const run = sharedPlay(screen);
  const code = codeOf(run);
  if (form === "card") {
    if (!screen.played.verdict) return { why: words.debrief.deciding };
    return { lines: cardLines(words, run) };
  }
  if (code === undefined) return { why: words.debrief.noCode };
  if (form === "code") return { lines: [code, `play replay ${code}`] };
  return address === undefined ? { why: words.share.noLink(code) } : { lines: [`${address}#${code}`] };
}

/** Films are made when they are asked for, and only of what is decided. */
export function shareForm(state: State, screen: DebriefScreen, at: number): State {
  const form = formAt(at);
  const { words } = state;
  if (!isFilm(form)) {
    const text = sharedText(state, screen, form);
    return say(state, "why" in text ? words.share.nothingToCopy : words.share.copyIt);
  }
  if (!screen.played.verdict) return say(state, words.debrief.deciding);
  return show(state, { ...screen, panel: { kind: "sharing", at, making: { key: {}, form, done: 0 } } });
}

/** The film is so far. */
export function filmed(state: State, share: number): State {
  const { screen } = state;
  if (screen.kind !== "debrief" || screen.panel?.kind !== "sharing" || !screen.panel.making) return state;
  const making = { ...screen.panel.making, done: share };
  return show(state, { ...screen, panel: { ...screen.panel, making } });
}

/** The film is made: where it lies now, or why it does not. */
export function given(state: State, { delivery }: Extract<Action, { readonly type: "given" }>): State {
  const { screen, words } = state;
  if (screen.kind !== "debrief" || screen.panel?.kind !== "sharing") return state;
  const { written, unwritten, noFiles } = words.share;
  const told = !delivery ? noFiles : "place" in delivery ? written(delivery) : unwritten(delivery);
  return say(show(state, { ...screen, panel: { kind: "sharing", at: screen.panel.at } }), told);
}
