/** What is known of all designs that pass a level: a generated file a level, loaded when somebody asks for it. */
import type { Population } from "../game/index.ts";

/** The population of a level, by its id; undefined while the level has not been proven over its whole space. */
export async function findPopulation(levelId: string): Promise<Population | undefined> {
  try {
    const file = (await import(`./${levelId}/population.ts`)) as { readonly population: Population };
    return file.population;
  } catch {
    return undefined; // no such file: a level that is being made
  }
}
