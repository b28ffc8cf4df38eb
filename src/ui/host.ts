/**
 * What the game needs of the world around it: room, keys, a place to draw, the time and a way out. A terminal is one
 * host, a test another; the game cannot tell them apart.
 */
import type { Room } from "../words/contract/screens.ts";
import type { Delivery } from "../words/contract/share.ts";
import type { Drawn } from "./frame/menu.ts";
import type { Theme } from "./frame/theme.ts";
import type { KeyEvent } from "./keys/events.ts";

export type { Delivery, Room };

/** How a host shows things. */
export interface Look {
  readonly theme: Theme;
  readonly unicode: boolean;
  /** Nothing moves for its own sake. */
  readonly still: boolean;
  /** Beats of the clock from one screen to the next, where somebody wants fewer screens than beats. */
  readonly beatsEach?: number;
  /** Screens are told in words, line by line, instead of drawn. */
  readonly spoken: boolean;
}

/** A text file that the game makes for its player. */
export interface MadeFile {
  /** Without a folder: the host chooses where. */
  readonly name: string;
  readonly text: string;
}

export interface Host {
  readonly room: Room;
  readonly look: Look;
  /** Calls back whenever the room or the look has changed. Returns the way to stop. */
  onResize(listener: () => void): () => void;
  /** Calls back for every key and paste, in order. Returns the way to stop. */
  onKey(listener: (event: KeyEvent) => void): () => void;
  /** Shows a whole screen, in the place of the one before. */
  draw(screen: Drawn): void;
  /** Ms since 1970. */
  now(): number;
  /** Does a task once, after so many ms: 0 is as soon as keys have had their turn. Returns the way to call it off. */
  later(task: () => void, ms: number): () => void;
  /** Gives the player a file, never over one that is there. A host that has no place for files leaves it out. */
  give?(file: MadeFile): Promise<Delivery>;
  /** The page's address, without a code: where others can open what is shared. A terminal has none. */
  readonly address?: string | undefined;
  /** Ends the game. */
  exit(code: number): void;
}
