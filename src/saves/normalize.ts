import { recover } from "./recover.ts";
import type { Save } from "./shape.ts";

/** What a JSON file can hold of a save: dates as text, no control characters. Other flaws are a bug of the caller. */
export function normalize(save: Save): Save {
  const { save: clean, damages } = recover(JSON.parse(JSON.stringify(save)));
  const flaws = damages.filter(({ code }) => code !== "control-characters");
  if (flaws.length > 0) throw new TypeError(`not a save: ${JSON.stringify(flaws)}`);
  return clean;
}
