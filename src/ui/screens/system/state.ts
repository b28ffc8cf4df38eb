/** A system's part of the reducer: its form, and the run. */
import { whyNotRun } from "../../../present/why-not.ts";
import { withNear } from "../../../present/written.ts";
import {
  type FormRow,
  rowsOf,
  type System,
  type SystemFound,
  systemCode,
  systemFromJson,
  textIn,
  withChoice,
  withEntry,
  withoutEntry,
  withText,
} from "../../../rooms/sandbox/index.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { keepSystem, showSandbox, systemOf, visitOf } from "../../model/sandbox.ts";
import { type SystemScreen, systemDoors } from "../../model/sandbox-screens.ts";
import { caretMoved, fieldWith, typedInto } from "../../model/text-field.ts";
import { clamp, remember, rowsMoved, say, show, startRun } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onSystem(state: State, screen: SystemScreen, command: Command): State {
  const words = state.words.sandbox;
  const system = systemOf(state, screen.name);
  if (!system) return say(showSandbox(state), words.gone);
  if (screen.code !== undefined) return command === "back" ? withoutCode(state, screen) : state;
  if (screen.field) return onField(state, screen, system, command);
  const { open } = screen;
  switch (command) {
    case "run":
      return run(state, screen);
    case "undo":
    case "redo":
      return step(state, screen, system, command);
    case "share": {
      const code = systemCode(system);
      return code === undefined ? say(state, words.codeTooLong) : show(state, { ...screen, code });
    }
    case "back": {
      const { open: _, ...closed } = screen;
      return open ? show(state, closed) : showSandbox(state, screen.name);
    }
  }
  return open ? onForm(state, screen, system, command) : onDoors(state, screen, system, command);
}

function withoutCode(state: State, { code: _, ...screen }: SystemScreen): State {
  return show(state, screen);
}

function run(state: State, { name }: SystemScreen): State {
  const visit = visitOf(state, name);
  if (!visit) return state;
  const why = whyNotRun(state.words, visit.lesson.level, visit.sitting.design);
  return why === undefined ? startRun(state, visit) : say(state, why);
}

/** Takes the last change back, or makes it again. */
function step(state: State, screen: SystemScreen, system: System, command: "undo" | "redo"): State {
  const { past, future } = screen;
  const { board } = state.words;
  const to = command === "undo" ? past.at(-1) : future[0];
  if (!to) return say(state, command === "undo" ? board.nothingToUndo : board.nothingToRedo);
  const after =
    command === "undo"
      ? { past: past.slice(0, -1), future: [system, ...future] }
      : { past: [...past, system], future: future.slice(1) };
  const shown = show(state, withRowIn({ ...screen, ...after }, to));
  return remember(shown, { type: "system", name: screen.name, system: to });
}

/** The row in focus, as far as there are as many. */
function withRowIn(screen: SystemScreen, system: System): SystemScreen {
  const { open } = screen;
  if (!open) return screen;
  const last = rowsOf(system, open.section).length - 1;
  return { ...screen, open: { ...open, row: clamp(open.row, 0, last) } };
}

function onDoors(state: State, screen: SystemScreen, system: System, command: Command): State {
  if (command === "up" || command === "down") {
    const at = clamp(screen.at + (command === "up" ? -1 : 1), 0, systemDoors.length - 1);
    return show(state, { ...screen, at });
  }
  if (command !== "confirm") return state;
  const door = systemDoors[screen.at] ?? "board";
  if (door === "line") return show(state, { ...screen, field: fieldWith(system.design) });
  if (door !== "board") return show(state, { ...screen, open: { section: door, row: 0 } });
  const visit = visitOf(state, screen.name);
  return visit ? show(state, { kind: "board", visit }) : state;
}

function onForm(state: State, screen: SystemScreen, system: System, command: Command): State {
  const { open } = screen;
  if (!open) return state;
  const words = state.words.sandbox;
  const rows = rowsOf(system, open.section);
  const row = rows[open.row];
  if (!row) return state;
  switch (command) {
    case "left":
    case "right": {
      const by = command === "left" ? -1 : 1;
      const found = row.kind === "field" && row.choices ? withChoice(system, row, by) : undefined;
      return found ? kept(state, screen, found) : say(state, words.noChoice);
    }
    case "confirm":
      return act(state, screen, system, row);
    case "drop": {
      const entry = row.kind === "field" ? row.entry : undefined;
      return entry ? kept(state, screen, withoutEntry(system, entry)) : say(state, words.nothingToDrop);
    }
    default: {
      const by = rowsMoved(command, bodyRows(state.size));
      if (by === undefined) return state;
      return show(state, { ...screen, open: { ...open, row: clamp(open.row + by, 0, rows.length - 1) } });
    }
  }
}

/** Enter on a row: adds an entry, takes the next choice, or begins to type. */
function act(state: State, screen: SystemScreen, system: System, row: FormRow): State {
  if (row.kind === "add") return kept(state, screen, withEntry(system, row.list));
  const isShort = row.choices && row.choices.length <= shortMax;
  if (!isShort) return show(state, { ...screen, field: fieldWith(textIn(system, row)) });
  const next = withChoice(system, row, 1) ?? withText(system, row, row.choices?.[0] ?? "");
  return kept(state, screen, next);
}

/** More choices than this are rather typed. */
const shortMax = 20;

/** The changed system, or why it is none. */
function kept(state: State, screen: SystemScreen, { system, problem }: SystemFound): State {
  if (problem) return say(state, state.words.sandbox.problem(withNear(problem)));
  return keepSystem(state, withRowIn(screen, system), system);
}

function onField(state: State, screen: SystemScreen, system: System, command: Command): State {
  const { field, ...closed } = screen;
  if (!field) return state;
  if (command === "back") return show(state, closed);
  const to = ({ left: "left", right: "right", toStart: "home", skip: "end" } as const)[command as "left"];
  if (to) return show(state, { ...screen, field: caretMoved(field, to) });
  if (command !== "confirm") return state;
  const row = screen.open && rowsOf(system, screen.open.section)[screen.open.row];
  const found =
    row?.kind === "field"
      ? withText(system, row, field.text)
      : systemFromJson({ ...system, design: field.text.trim() });
  if (!found.problem) return kept(state, closed, found);
  // What was typed stays.
  return say(state, state.words.sandbox.problem(withNear(found.problem)));
}

const textMax = 4_000;

/** Text typed into the field of a form. */
export function typeInSystem(state: State, screen: SystemScreen, added: string): State {
  const { field } = screen;
  return field ? show(state, { ...screen, field: typedInto(field, added, textMax) }) : state;
}
