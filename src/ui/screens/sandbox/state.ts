/** The sandbox's part of the reducer: which system to open, and what becomes of one. */

import { withNear } from "../../../present/written.ts";
import { exampleSystem, readSystemCode, systemCode } from "../../../rooms/sandbox/index.ts";
import { freeName } from "../../../saves/kept.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import {
  foundIn,
  makeSystem,
  sandboxRows,
  showSandbox,
  showSystem,
  systemNameMax,
  systemOfLevel,
  systemsMax,
} from "../../model/sandbox.ts";
import type { SandboxScreen } from "../../model/sandbox-screens.ts";
import { caretMoved, fieldWith, typedInto } from "../../model/text-field.ts";
import { clamp, remember, rowsMoved, say, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onSandbox(state: State, screen: SandboxScreen, command: Command): State {
  if (screen.typing) return onTyping(state, screen, screen.typing, command);
  const rows = sandboxRows(state);
  const row = rows[screen.at];
  const words = state.words.sandbox;
  const by = rowsMoved(command, bodyRows(state.size));
  if (by !== undefined) return show(state, { ...screen, at: clamp(screen.at + by, 0, rows.length - 1) });
  if (command === "back") return showMap(state, "sandbox");
  if (command === "undo") return takeBack(state, screen);
  if (command === "confirm") return open(state, screen);
  if (!["rename", "copy", "drop", "share"].includes(command)) return state;
  if (row?.kind !== "own") return say(state, words.onlyMine);
  const { saved } = row;
  const { name } = saved;
  switch (command) {
    case "rename":
      return show(state, { ...screen, typing: { about: "name", field: fieldWith(name) } });
    case "copy": {
      const { system, problem } = foundIn(saved);
      if (problem) return say(state, words.problem(withNear(problem)));
      return withRoom(state, () => {
        const copy = freeName(state.save.systems, name);
        return showSandbox(
          remember(state, { type: "system", name: copy, system: { ...system, name: copy } }),
          copy,
        );
      });
    }
    case "drop": {
      const dropped = remember(state, { type: "systemDropped", name });
      const at = clamp(screen.at, 0, sandboxRows(dropped).length - 1);
      return say(show(dropped, { kind: "sandbox", at, dropped: saved }), words.removed(name));
    }
    default: {
      const { system } = foundIn(saved);
      const code = system && systemCode(system);
      return code === undefined
        ? say(state, words.codeTooLong)
        : show(showSystem(state, name), { ...openedAt(name), code });
    }
  }
}

const openedAt = (name: string) => ({ kind: "system", name, at: 0, past: [], future: [] }) as const;

/** Another system is made only where there is room for one. */
function withRoom(state: State, make: () => State): State {
  return state.save.systems.length < systemsMax ? make() : say(state, state.words.sandbox.full(systemsMax));
}

function open(state: State, screen: SandboxScreen): State {
  const words = state.words.sandbox;
  const row = sandboxRows(state)[screen.at];
  switch (row?.kind) {
    case "own": {
      const { problem } = foundIn(row.saved);
      return problem ? say(state, words.problem(withNear(problem))) : showSystem(state, row.saved.name);
    }
    case "example":
      return makeSystem(state, exampleSystem(words.restart));
    case "code":
      return withRoom(state, () =>
        show(state, { ...screen, typing: { about: "code", field: fieldWith("") } }),
      );
    case "level": {
      const { lesson } = row;
      return makeSystem(state, systemOfLevel(state, lesson));
    }
    default:
      return state;
  }
}

/** What was removed last stands in the list again. */
function takeBack(state: State, { dropped }: SandboxScreen): State {
  const words = state.words.sandbox;
  if (!dropped) return say(state, words.nothingRemoved);
  const name = freeName(state.save.systems, dropped.name);
  return showSandbox(remember(state, { type: "systemAgain", name, saved: dropped }), name);
}

function onTyping(
  state: State,
  { typing: _, ...screen }: SandboxScreen,
  { about, field }: NonNullable<SandboxScreen["typing"]>,
  command: Command,
): State {
  const words = state.words.sandbox;
  if (command === "back") return show(state, screen);
  const to = ({ left: "left", right: "right", toStart: "home", skip: "end" } as const)[command as "left"];
  if (to) return show(state, { ...screen, typing: { about, field: caretMoved(field, to) } });
  if (command !== "confirm") return state;
  const text = field.text.trim();
  if (about === "code") {
    const found = readSystemCode(text);
    return "problem" in found && typeof found.problem === "string"
      ? say(state, words.codeProblem(found.problem))
      : makeSystem(state, found.system as NonNullable<typeof found.system>);
  }
  const row = sandboxRows(state)[screen.at];
  if (row?.kind !== "own" || text === row.saved.name) return show(state, screen);
  if (text === "") return say(state, words.typeName);
  if (state.save.systems.some(({ name }) => name === text)) return say(state, words.taken(text));
  return show(remember(state, { type: "systemRenamed", name: row.saved.name, to: text }), screen);
}

const codeMax = 4_000;

/** Text typed into the field of the list. */
export function typeInSandbox(state: State, screen: SandboxScreen, added: string): State {
  const { typing } = screen;
  if (!typing) return state;
  const most = typing.about === "code" ? codeMax : systemNameMax;
  return show(state, { ...screen, typing: { ...typing, field: typedInto(typing.field, added, most) } });
}
