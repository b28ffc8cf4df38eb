/** Where a link opens the game, as plain data. */
import type { BenchName, Turned } from "../../labs/index.ts";
import type { Design } from "../../sim/index.ts";

export type WantedLink =
  | { readonly kind: "run"; readonly level: string; readonly design: Design; readonly seed: number }
  | { readonly kind: "bench"; readonly name: BenchName; readonly turned: Turned }
  | { readonly kind: "day"; readonly date: string };
