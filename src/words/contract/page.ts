/** What the page around the game says when it is played in a browser. */
export interface PageWords {
  /** Without scripts there is no game: one sentence. */
  readonly noScript: string;
  /** What the page is, for whoever hears it. */
  readonly name: string;
  /** Names of groups of buttons, for whoever hears them. */
  readonly keys: string;
  readonly tools: string;
  /** Letters are typed here, where there is no keyboard. */
  readonly field: string;
  /** Buttons: the screen in words, or as a picture; progress to a file, and from one. */
  readonly asWords: string;
  readonly asPicture: string;
  readonly toFile: string;
  readonly fromFile: string;
  saved(found: { readonly file: string }): string;
  /** The game was left; the key or button that begins it again. */
  readonly over: string;
  readonly again: string;
  /** A key was pressed while the game is still being unpacked: it will be obeyed. */
  readonly unpacking: string;
  /** The browser starts no threads: long work is done between keys. */
  readonly noThreads: string;
  /** Eighty columns do not fit, not even in the smallest letters. */
  readonly wider: string;
  /** An error that nobody can mend: what it was, in its own words. */
  broken(found: { readonly message: string }): string;
}
