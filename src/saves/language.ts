/** The language setting, for whoever only wants to know what to speak. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../process/json.ts";
import { textOf } from "../process/text.ts";
import { type PlaceOptions, savesPlace } from "./place.ts";
import { FILE_NAME } from "./shape.ts";

/** The language that is set where the game keeps its saves. Opens, mends and makes nothing; never throws. */
export function savedLanguage(options: PlaceOptions): string | undefined {
  const { directory, fallback } = savesPlace(options);
  for (const folder of [directory, fallback])
    try {
      const { text } = textOf(readFileSync(join(folder as string, FILE_NAME)));
      const { value } = readJson(text) as {
        readonly value?: { readonly settings?: { readonly language?: unknown } };
      };
      const language = value?.settings?.language;
      return typeof language === "string" ? language : undefined;
    } catch {
      // Nothing there, or nothing that can be read: the game itself says so when it is played.
    }
  return undefined;
}
