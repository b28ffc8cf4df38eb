/**
 * Pieces of the page's script, each a function that is called when somebody wants what it has. The build makes them of
 * the modules (`scripts/web/link.mjs`) and writes for every `import()` that one of them is fetched.
 */

/** What a chunk gives to others, by name. */
type Exports = Readonly<Record<string, unknown>>;
type Make = (...taken: readonly Exports[]) => Exports;

export class Chunks {
  readonly #known = new Map<string, { readonly needs: readonly string[]; readonly make: Make }>();
  readonly #made = new Map<string, Exports>();
  readonly #waiting = new Map<
    string,
    { readonly hear: () => void; readonly fail: (error: Error) => void }[]
  >();

  /** How many chunks there are by now. */
  get size(): number {
    return this.#known.size;
  }

  /** Makes a chunk known. `needs` are those that it takes from: they are there by then, or will be. */
  readonly add = (name: string, needs: readonly string[], make: Make): void => {
    this.#known.set(name, { needs, make });
    for (const { hear } of this.#waiting.get(name) ?? []) hear();
    this.#waiting.delete(name);
  };

  /** What a chunk has, as soon as it is there, and all that it takes from. */
  readonly fetch = async (name: string): Promise<Exports> => {
    await this.#here(name);
    return this.#given(name);
  };

  /** No more chunks will come: whoever waits for one hears that it is missing. */
  end(): void {
    for (const [name, waiting] of this.#waiting)
      for (const { fail } of waiting) fail(new Error(`a part of the page is missing: ${name}`));
  }

  async #here(name: string): Promise<void> {
    if (this.#made.has(name)) return;
    if (!this.#known.has(name))
      await new Promise<void>((hear, fail) => {
        this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), { hear, fail }]);
      });
    for (const need of this.#known.get(name)!.needs) await this.#here(need);
  }

  /** Whatever a chunk does, it does once, and those that it needs before it. */
  #given(name: string): Exports {
    const made = this.#made.get(name);
    if (made) return made;
    const { needs, make } = this.#known.get(name)!;
    const given = make(...needs.map((need) => this.#given(need)));
    this.#made.set(name, given);
    return given;
  }
}
