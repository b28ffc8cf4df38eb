/** The language setting, for whoever only wants to know what to speak. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../process/json.ts";
import { textOf } from "../process/text.ts";
import { type PlaceOptions, savesPlace } from "./place.ts";
import { FILE_BYTES_MAX, FILE_NAME } from "./shape.ts";

/** The language that is set where the game keeps its saves. Opens, mends and makes nothing; never throws. */
export function savedLanguage(options: PlaceOptions): string | undefined {
  for (const folder of folders(options))
    try {
      const path = join(folder, FILE_NAME);
      const stats = statSync(path);
      if (!stats.isFile() || stats.size > FILE_BYTES_MAX) return undefined; // nothing to wait for
      const { text } = textOf(readFileSync(path));
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

function folders(options: PlaceOptions): string[] {
  try {
    const { directory, fallback } = savesPlace(options);
    return fallback === undefined ? [directory] : [directory, fallback];
  } catch {
    return []; // named from a folder that was deleted
  }
}
