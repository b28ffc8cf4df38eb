/** Where a passing design stands among all that pass its level, from the committed search over the whole space. */
import { populations } from "../levels/population.ts";
import { type Figures, type Population, type Standing, standingAmong } from "./population.ts";

const all: readonly Population[] = populations;

/** What is known of all designs that pass a level; undefined when it has not been searched. */
export function populationIn(levelNumber: number): Population | undefined {
  return all.find(({ level }) => level === levelNumber);
}

/** Where a design with these figures stands in its level; undefined when nothing is known to compare it with. */
export function standingIn(levelNumber: number, figures: Figures): Standing | undefined {
  const population = populationIn(levelNumber);
  return population && population.passing > 0 ? standingAmong(population, figures) : undefined;
}
