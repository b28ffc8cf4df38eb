import { readJson } from "../process/json.ts";
import { textOf } from "../process/text.ts";
import type { Damage } from "./findings.ts";
import { CURRENT_FORMAT, canMigrate, type Format, migrate } from "./migrations.ts";
import { recover } from "./recover.ts";
import { emptySave, type Save } from "./shape.ts";

/** What a look at the file says. Only "sound" may be overwritten without keeping the old file. */
export type Inspection =
  | { readonly state: "absent"; readonly save: Save }
  | { readonly state: "sound"; readonly save: Save }
  | { readonly state: "older"; readonly save: Save; readonly version: number }
  | { readonly state: "newer"; readonly save: Save; readonly version: number }
  | { readonly state: "damaged"; readonly save: Save; readonly damages: readonly Damage[] };

/** Looks at the bytes of a save file. Never throws. */
export function inspectBytes(bytes: Uint8Array, format: Format = CURRENT_FORMAT): Inspection {
  const damages: Damage[] = [];
  const { text, oddity } = textOf(bytes);
  if (oddity !== undefined) damages.push({ code: "encoding", oddity });
  const { value: content, problem, isLoose } = readJson(text);
  if (text.trim() === "") damages.push({ code: "empty" });
  else if (problem) damages.push({ code: "not-json", problem });
  else if (isLoose) damages.push({ code: "loose" });
  if (content === undefined) return damaged(...damages);
  const version = versionOf(content);
  if (version !== undefined && version > format.version && damages.length === 0) {
    return {
      state: "newer",
      version,
      save: recover({ ...(content as object), version: format.version }).save,
    };
  }
  const isOlder = version !== undefined && version < format.version && canMigrate(version, format);
  const present = isOlder ? migrate(content as Record<string, unknown>, version, format) : content;
  const recovery = recover(present);
  damages.push(...recovery.damages);
  if (damages.length > 0) return { state: "damaged", save: recovery.save, damages };
  return isOlder ? { state: "older", version, save: recovery.save } : { state: "sound", save: recovery.save };
}

/** A save of which nothing can be read. */
export function damaged(...damages: Damage[]): Inspection {
  return { state: "damaged", save: emptySave(), damages };
}

function versionOf(content: unknown): number | undefined {
  if (typeof content !== "object" || content === null || !("version" in content)) return undefined;
  const { version } = content;
  return typeof version === "number" && Number.isInteger(version) && version >= 0 ? version : undefined;
}
