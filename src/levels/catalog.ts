/** What there is to play, at a glance. The build works this out and keeps the figures alone, without the levels. */
import { type Goal, spaceSize } from "../game/index.ts";
import { lessons } from "./index.ts";

export interface CatalogEntry {
  readonly level: number;
  readonly id: string;
  readonly title: string;
  readonly budget: number;
  readonly goals: readonly Goal[];
  /** How many designs the shop allows. */
  readonly designs: number;
}

export const catalog: readonly CatalogEntry[] = lessons.map(({ level, prose }) => ({
  level: level.number,
  id: level.id,
  title: prose.title,
  budget: level.budget,
  goals: level.goals,
  designs: spaceSize(level),
}));
