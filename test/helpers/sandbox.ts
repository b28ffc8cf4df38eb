/** The screens of the sandbox, over a save with a system of each kind. */
import { exampleSystem, type FormPart, rowsOf, systemCode } from "../../src/rooms/sandbox/index.ts";
import { emptySave, type Save } from "../../src/saves/index.ts";
import { systemDoors } from "../../src/ui/model/sandbox-screens.ts";
import { fieldWith } from "../../src/ui/model/text-field.ts";
import type { Screen } from "../../src/ui/reduce.ts";

export const ownSystem = exampleSystem("9");
const bare = { ...ownSystem, goals: [], scenario: { ...ownSystem.scenario, streams: [], events: [] } };

/** A sound system, one with nothing in it, one that cannot be read. */
export const sandboxSave: Save = {
  ...emptySave(),
  systems: [
    { name: "1", system: ownSystem, madeMs: 1, atMs: 1 },
    { name: "2", system: bare, madeMs: 2, atMs: 2 },
    { name: "3", system: { design: 7 }, madeMs: 3, atMs: 3 },
  ],
};

const system = { kind: "system", name: "1", at: 0, past: [], future: [] } as const;
const parts: readonly FormPart[] = ["traffic", "events", "goals", "time", "data", "clients", "prices"];

/** The list at each row, a system at each door, each part of the form at each row, and what is typed. */
export const sandboxScreens: readonly Screen[] = [
  ...[0, 1, 2, 3, 4, 5].map((at): Screen => ({ kind: "sandbox", at })),
  ...(["name", "code"] as const).map(
    (about): Screen => ({ kind: "sandbox", at: 0, typing: { about, field: fieldWith("1".repeat(300)) } }),
  ),
  ...systemDoors.map((_, at): Screen => ({ ...system, at })),
  { ...system, name: "2" },
  { ...system, at: 1, field: fieldWith("dns · box 2 · 9") },
  { ...system, code: systemCode(ownSystem) ?? "" },
  ...parts.flatMap((section) => [
    ...rowsOf(ownSystem, section).map((_, row): Screen => ({ ...system, open: { section, row } })),
    { ...system, open: { section, row: 0 }, field: fieldWith("9") } as Screen,
    { ...system, name: "2", open: { section, row: 0 } } as Screen,
  ]),
];
