import { describe, expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import type { KeyEvent } from "../../src/ui/keys/events.ts";
import { footer, footerLine, footerRest } from "../../src/ui/keys/footer.ts";
import { bindings, type Command, commandFor, contexts, keyText } from "../../src/ui/keys/keymap.ts";
import { emptyParser, flushKeys, parseKeys } from "../../src/ui/terminal/input.ts";
import { words } from "../helpers/english.ts";
import { keyBytes } from "../helpers/terminal.ts";

/** What the keyboard would send for a key of the table. */
function event(key: string): KeyEvent {
  const { events, state } = parseKeys(emptyParser, keyBytes(key));
  return [...events, ...flushKeys(state).events].filter(
    (event): event is KeyEvent => !("column" in event),
  )[0]!;
}

describe.each(contexts)("in the context %s", (context) => {
  const all = bindings(context).flatMap(({ command, keys }) => keys.map((key) => ({ command, key })));

  test("no key means two things", () => {
    const keys = all.map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test("every command has a key, and the keyboard can send it", () => {
    for (const { keys } of bindings(context)) expect(keys.length).toBeGreaterThan(0);
    for (const { command, key } of all) expect(commandFor(context, event(key)), key).toBe(command);
  });

  test("there is a way back or out", () => {
    expect(all.some(({ command }) => command === "back" || command === "quit")).toBe(true);
  });

  test("what a key does is on the screen: in its footer, or beside what it means", () => {
    const twins: Readonly<Partial<Record<Command, readonly Command[]>>> = {
      up: ["left"], // pages turn both ways
      down: ["right"],
      pageUp: ["up"], // a text that is scrolled is so by more than one key
      pageDown: ["down"],
      toTop: ["up", "left"],
      toBottom: ["down", "right"],
      back: ["confirm"],
    };
    const named = words.keys.labels[context];
    for (const { command } of bindings(context)) {
      const isEverywhere = ["help", "inFull", "quit"].includes(command);
      const isSaidBeside = /^(expect|option)/.test(command);
      const twin = twins[command]?.some((other) => named[other] !== undefined) ?? false;
      expect(named[command] !== undefined || isEverywhere || isSaidBeside || twin, command).toBe(true);
    }
  });

  test("an option to which no list leads is in the footer: a finger has no other way to it", () => {
    const commands = bindings(context).map(({ command }) => command);
    const items = footer(words.keys, context, { unicode: true });
    if (commands.includes("down")) return;
    for (const command of commands.filter((each) => each.startsWith("option")))
      expect(items.flatMap((item) => item.commands)).toContain(command);
  });

  test("only commands of the context have labels, and the footer fits the smallest screen", () => {
    const commands = bindings(context).map(({ command }) => command);
    for (const command of Object.keys(words.keys.labels[context])) expect(commands).toContain(command);
    for (const unicode of [true, false]) {
      const items = footer(words.keys, context, { unicode });
      const line = footerLine(items, 78);
      expect(width(line)).toBeLessThanOrEqual(78);
      const help = items.find((item) => item.commands.includes("help"));
      if (help) expect(line).toContain(`${help.keys} ${help.label}`);
      if (!unicode) expect(items.map(({ keys }) => keys).join("")).toMatch(/^[\u0020-\u007E]*$/);
    }
  });
});

test("a key means the same on a Korean keyboard: every letter, row by row", () => {
  const rows = [
    ["qwertyuiop", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ"],
    ["asdfghjkl", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ"],
    ["zxcvbnm", "ㅋㅌㅊㅍㅠㅜㅡ"],
    ["QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ"],
  ] as const;
  for (const [latin, hangul] of rows)
    for (const [at, char] of [...hangul].entries())
      expect(keyText({ key: "char", char }), char).toBe(latin[at]);
});

test("a key means the same on other keyboards, with an input method on, and with Caps Lock", () => {
  const undo = { ko: "ㅕ", ru: "г", uk: "г", el: "θ", he: "ו", ar: "ع", th: "ี", wide: "ｕ" };
  for (const [layout, char] of Object.entries(undo))
    expect(commandFor("board", { key: "char", char }), layout).toBe("undo");
  for (const char of ["ㅂ", "й", "Й", "ｑ", "Ｑ", "Q"])
    expect(commandFor("map", { key: "char", char }), char).toBe("quit");
  for (const char of ["J", "О", "о"]) expect(commandFor("map", { key: "char", char }), char).toBe("down");
  expect(commandFor("run", { key: "char", char: "\u3000" })).toBe("pause");
  expect(commandFor("run", { key: "char", char: "٤" })).toBe("speed4");
  expect(commandFor("board", { key: "char", char: "U" })).toBe("redo"); // a capital that is bound keeps its meaning
});

test("pastes and keys held with Alt or Ctrl mean nothing", () => {
  expect(commandFor("map", { paste: "q" })).toBeUndefined();
  expect(commandFor("map", { key: "char", char: "q", alt: true })).toBeUndefined();
  expect(commandFor("map", { key: "char", char: "q", ctrl: true })).toBeUndefined();
  expect(commandFor("board", { key: "char", char: "r", ctrl: true })).toBe("redo");
});

test("the footer joins the keys of one label, says why a key cannot be used, and keeps the help", () => {
  const labels = {
    ...words.keys.labels,
    run: { speed1: "speed", speed4: "speed", skip: "skip", help: "keys" },
  };
  const keys = { ...words.keys, labels };
  const items = footer(keys, "run", { disabled: { skip: "nothing runs" } });
  expect(footerLine(items, 78)).toBe("1 4 speed  end skip  ? keys");
  expect(items.find(({ commands }) => commands.includes("skip"))?.disabled).toBe("nothing runs");
  expect(footerLine(items, 20)).toBe("1 4 speed  ? keys");
  expect(footerLine(footer(keys, "run", { hidden: ["help"] }), 78)).toBe("1 4 speed  end skip");
});

test("what has no room in the footer stands elsewhere, whole keys only, as far as they fit", () => {
  const items = footer(words.keys, "debrief", { hidden: ["task"] });
  const line = footerLine(items, 78);
  const rest = footerRest(items, 78, 200);
  for (const { keys, label, commands } of items.filter((item) => !item.commands.includes("help"))) {
    const [inLine, inRest] = [line, rest].map((text) => text.includes(`${keys} ${label}`));
    expect([inLine, inRest], commands.join()).toContain(true);
    expect([inLine, inRest], commands.join()).toContain(false);
  }
  const first = rest.split("  ")[0]!;
  expect(footerRest(items, 78, first.length)).toBe(first);
  expect(footerRest(items, 78, first.length - 1)).toBe("");
  expect(footerRest(items, 300, 78)).toBe("");
});
