/** How a film that was asked for is made, between keys and frames, and handed to the host. */
import { codeOf } from "../present/run-card.ts";
import type { Words } from "../words/index.ts";
import type { Host } from "./host.ts";
import { sharedPlay } from "./model/sharing.ts";
import type { Action, FilmForm, KnownRun, State } from "./model/types.ts";

/** Makes a film of a run as a text. Yields the share done, 0…1. */
export type MakeFilm = (words: Words, run: KnownRun, form: FilmForm) => Generator<number, string>;

/** How long the making may hold the thread before keys and frames have their turn, in ms. */
const sliceMs = 8;

const endings: Readonly<Record<FilmForm, string>> = { film: "svg", cast: "cast" };

export class Giving {
  readonly #host: Pick<Host, "now" | "later" | "give">;
  readonly #dispatch: (action: Action) => void;
  readonly #fetchMaker: (() => Promise<MakeFilm>) | undefined;
  #making: object | undefined;
  #callOff = () => {};

  constructor(
    host: Pick<Host, "now" | "later" | "give">,
    dispatch: (action: Action) => void,
    fetchMaker: (() => Promise<MakeFilm>) | undefined,
  ) {
    this.#host = host;
    this.#dispatch = dispatch;
    this.#fetchMaker = fetchMaker;
  }

  /** Makes what is wanted now, if it is not being made; what is wanted no more is left. */
  takeUp({ screen, words }: State): void {
    const panel = screen.kind === "debrief" && screen.panel?.kind === "sharing" ? screen.panel : undefined;
    const key = panel?.making?.key;
    if (key === this.#making) return;
    this.stop();
    if (!panel?.making || screen.kind !== "debrief") return;
    this.#making = key;
    const { form } = panel.making;
    const run = sharedPlay(screen);
    const name = `${codeOf(run) ?? `zero-to-millions-${run.lesson.level.id.replace(/[^\w.-]+/g, "-")}`}.${endings[form]}`;
    const isWanted = () => this.#making === key;
    void this.#made(words, run, form, isWanted).then(async (text) => {
      if (!isWanted()) return;
      const delivery = text === undefined ? undefined : await this.#host.give?.({ name, text });
      if (isWanted()) this.#dispatch({ type: "given", ...(delivery ? { delivery } : {}) });
    });
  }

  stop(): void {
    this.#callOff();
    this.#making = undefined;
  }

  /** The film as a text; undefined where there is nobody who could make or take it. */
  async #made(
    words: Words,
    run: KnownRun,
    form: FilmForm,
    isWanted: () => boolean,
  ): Promise<string | undefined> {
    const make = this.#host.give && (await this.#fetchMaker?.());
    if (!make || !isWanted()) return undefined;
    const steps = make(words, run, form);
    return new Promise((resolve) => {
      const next = () => {
        const untilMs = this.#host.now() + sliceMs;
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) return resolve(step.value);
          if (this.#host.now() < untilMs) continue;
          this.#dispatch({ type: "filmed", share: step.value });
          break;
        }
        if (isWanted()) this.#callOff = this.#host.later(next, 0);
      };
      this.#callOff = this.#host.later(next, 0);
    });
  }
}
