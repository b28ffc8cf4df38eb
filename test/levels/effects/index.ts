/**
 * What each fact that a player should see does, and where: one row an effect, run by effects.test.ts. A row shows
 * two readings of which the second must be the larger. Facts go by their numbers in the levels' words (F5 is 5).
 */
import { dataCopies } from "./data-copies.ts";
import { farAndMany } from "./far-and-many.ts";
import { firstBoxes } from "./first-boxes.ts";
import type { Effect } from "./playing.ts";
import { workAndGrowth } from "./work-and-growth.ts";

export const effects: readonly Effect[] = [...firstBoxes, ...dataCopies, ...farAndMany, ...workAndGrowth];
