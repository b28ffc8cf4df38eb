/** What there is to play, at a glance. The build works this out and keeps the figures alone, without the levels. */
import { type Goal, spaceSize } from "../game/index.ts";
import { type LevelId, levels, type Prose } from "./index.ts";
import { prose as english } from "./prose-en.ts";

export interface CatalogEntry {
  readonly level: number;
  readonly id: LevelId;
  readonly budget: number;
  readonly goals: readonly Goal[];
  /** How many designs the shop allows. */
  readonly designs: number;
}

export const catalog: readonly CatalogEntry[] = levels.map((level) => ({
  level: level.number,
  id: level.id as LevelId,
  budget: level.budget,
  goals: level.goals,
  designs: spaceSize(level),
}));

function titlesOf(prose: Prose): Readonly<Record<LevelId, string>> {
  const titles = Object.entries(prose).map(([id, { title }]) => [id, title]);
  return Object.fromEntries(titles) as Record<LevelId, string>;
}

/** What the levels are called, in every language. */
export const titles = { en: titlesOf(english) } as const;
