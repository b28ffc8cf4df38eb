/** Systems of the player's own: those that are saved, and those that a file or a code brings. */
import { looksLikeSystem, readSystemCode, type System, systemFromJson } from "../rooms/sandbox/index.ts";
import type { Save } from "../saves/index.ts";
import { plain, UsageError } from "./io.ts";
import { readSystem } from "./system-file.ts";
import { namesFile } from "./text-file.ts";

/** A system that the game is opened at: one that is saved, by its name, or one that is brought along. */
export type WantedSystem = { readonly name: string } | { readonly system: System };

/** What a word means: a saved system's name, a code, or a file. */
export function wantedSystem({ systems }: Save, word: string): WantedSystem {
  const saved = systems.find(({ name }) => name === word);
  return saved ? { name: saved.name } : { system: broughtSystem(word, systems) };
}

/** The system in a file or a code. */
export function broughtSystem(word: string, systems: Save["systems"]): System {
  if (looksLikeSystem(word) && !namesFile(word)) {
    const found = readSystemCode(word);
    if ("system" in found && found.system) return found.system;
    throw new UsageError((usage) => usage.systemCode({ problem: found.problem as "form" | "changed" }));
  }
  if (!namesFile(word) && !/\.jsonc?$/i.test(word)) throw unknownSystem(word, systems);
  return readSystem(word);
}

/** A saved system by its name, as it was written. */
export function savedSystemNamed({ systems }: Save, name: string): System {
  const saved = systems.find((each) => each.name === name);
  if (!saved) throw unknownSystem(name, systems);
  const { system } = systemFromJson(saved.system);
  // What another version wrote, or a hand, goes out as it is: a file of it says what is wrong.
  return system ?? (saved.system as unknown as System);
}

function unknownSystem(name: string, systems: Save["systems"]): UsageError {
  const known = systems.map((each) => plain(each.name, 40));
  return new UsageError((usage) => usage.noSystem({ name: plain(name, 40), known }));
}
