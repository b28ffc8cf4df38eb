import type { State } from "../model/types.ts";

/** What every screen gets: the whole state, and the way to take an option of a menu. */
export interface ScreenProps {
  readonly state: State;
  readonly onChoose: (value: string) => void;
}
