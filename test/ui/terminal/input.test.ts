import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyParser,
  flushKeys,
  type InputEvent,
  parseKeys,
  waitingFor,
} from "../../../src/ui/terminal/input.ts";

const ESC = "\u001B";

/** The events of chunks that arrive one after the other, as short words. */
function heard(...chunks: readonly (string | Uint8Array)[]): string[] {
  let state = emptyParser;
  const events: InputEvent[] = [];
  for (const chunk of chunks) {
    const parsed = parseKeys(state, chunk);
    events.push(...parsed.events);
    state = parsed.state;
  }
  events.push(...flushKeys(state).events);
  return events.map(word);
}

function word(event: InputEvent): string {
  if ("column" in event) return `column:${event.column}`;
  if ("paste" in event) return `paste:${event.paste}`;
  const held = `${event.ctrl ? "ctrl-" : ""}${event.alt ? "alt-" : ""}${event.shift ? "shift-" : ""}`;
  return held + (event.key === "char" ? event.char : event.key);
}

describe("keys", () => {
  test("several keys in one chunk are several keys", () => {
    expect(heard("abc")).toEqual(["a", "b", "c"]);
    expect(heard("j\r")).toEqual(["j", "enter"]);
    expect(heard(`${ESC}[B`.repeat(3))).toEqual(["down", "down", "down"]);
    expect(heard(`a${ESC}[Ab${ESC}OD `)).toEqual(["a", "up", "b", "left", "space"]);
  });

  test.each([
    ["\r", "enter"],
    ["\n", "enter"],
    ["\r\n", "enter"],
    [`${ESC}OM`, "enter"],
    ["\t", "tab"],
    [`${ESC}[Z`, "shift-tab"],
    ["\u007F", "backspace"],
    ["\b", "backspace"],
    [`${ESC}[3~`, "delete"],
    [`${ESC}[H`, "home"],
    [`${ESC}[1~`, "home"],
    [`${ESC}OF`, "end"],
    [`${ESC}[4~`, "end"],
    [`${ESC}[5~`, "pageup"],
    [`${ESC}[6~`, "pagedown"],
    [`${ESC}[1;5C`, "ctrl-right"],
    [`${ESC}[1;2A`, "shift-up"],
    [`${ESC}Oq`, "1"],
    [`${ESC}On`, "."],
    ["\u0012", "ctrl-r"],
    ["\u001A", "ctrl-z"],
    ["\u0003", "interrupt"],
    [`${ESC}[12;9R`, "column:9"],
    ["U", "U"],
    ["한", "한"],
  ])("%j is %s", (input, expected) => {
    expect(heard(input)).toEqual([expected]);
  });

  test("Esc and the next key in one packet are both heard", () => {
    expect(heard(`${ESC}q`)).toEqual(["escape", "q"]);
    expect(heard(`${ESC}\r`)).toEqual(["escape", "enter"]);
    expect(heard(`${ESC}${ESC}[B`)).toEqual(["escape", "down"]);
    expect(heard(`${ESC}한`)).toEqual(["escape", "한"]);
    expect(heard(`${ESC}\u0003`)).toEqual(["escape", "interrupt"]);
  });

  test("a key held with Super, Hyper or Meta is meant for somebody else", () => {
    for (const bits of [9, 17, 33, 13, 10]) expect(heard(`${ESC}[113;${bits}u`)).toEqual([]);
    for (const bits of [9, 17, 33]) expect(heard(`${ESC}[1;${bits}B`)).toEqual([]);
    // Caps Lock and Num Lock are no keys that are held.
    for (const bits of [1, 65, 129, 193]) expect(heard(`${ESC}[113;${bits}u`)).toEqual(["q"]);
  });

  test("a sequence split anywhere is still one key", () => {
    for (const sequence of [`${ESC}[A`, `${ESC}OA`, `${ESC}[1;1A`]) {
      for (let at = 1; at < sequence.length; at++) {
        expect(heard(sequence.slice(0, at), sequence.slice(at))).toEqual(["up"]);
      }
    }
  });

  test("a lone ESC waits for company, and is the Esc key when none comes", () => {
    const { events, state } = parseKeys(emptyParser, ESC);
    expect(events).toEqual([]);
    expect(waitingFor(state)).toBe("escape");
    expect(flushKeys(state).events).toEqual([{ key: "escape" }]);
    expect(heard(`${ESC}${ESC}`)).toEqual(["escape", "escape"]);
    expect(heard(`${ESC}${ESC}[A`)).toEqual(["escape", "up"]);
  });

  test("UTF-8 split between bytes is one character", () => {
    const bytes = new TextEncoder().encode("é한🙂x");
    for (let at = 1; at < bytes.length; at++) {
      expect(heard(bytes.slice(0, at), bytes.slice(at))).toEqual(["é", "한", "🙂", "x"]);
    }
  });

  test("keys spelled out by the kitty and xterm protocols do no harm, and Ctrl-C still works", () => {
    expect(heard(`${ESC}[99;5u`)).toEqual(["interrupt"]);
    expect(heard(`${ESC}[27;5;99~`)).toEqual(["interrupt"]);
    expect(heard(`${ESC}[13u${ESC}[97u${ESC}[97;2u`)).toEqual(["enter", "a", "A"]);
    expect(heard(`${ESC}[97;1:3u${ESC}[1;1:3A`)).toEqual([]);
    expect(heard(`${ESC}[57364u${ESC}[57441;2u`)).toEqual([]);
  });
});

describe("what is not a key", () => {
  test.each([
    ["Ctrl and a function key", `${ESC}[25;5~`],
    ["a focus report with modifiers", `${ESC}[1;5I`],
    ["focus in and out", `${ESC}[I${ESC}[O`],
    ["function keys", `${ESC}OP${ESC}[15~${ESC}[1;5Q${ESC}[24;2~${ESC}[[A`],
    ["an SGR mouse report", `${ESC}[<0;10;20M${ESC}[<0;10;20m`],
    ["an old mouse report", `${ESC}[M !!`],
    ["a urxvt mouse report", `${ESC}[32;10;20M`],
    ["device attributes", `${ESC}[?62;4;6c${ESC}[>1;10;0c`],
    ["a mode report", `${ESC}[?2026;2$y`],
    ["a colour reply", `${ESC}]11;rgb:1e1e/1e1e/1e1e\u0007${ESC}]10;rgb:ff/ff/ff${ESC}\\`],
    ["a device control string", `${ESC}P>|xterm(390)${ESC}\\`],
    ["an application command", `${ESC}_Gi=31;OK${ESC}\\`],
    ["a stray end of a paste", `${ESC}[201~`],
    ["C1 controls", "\u0090\u009B\u009D"],
    ["broken UTF-8", new Uint8Array([0xff, 0xfe, 0xc3])],
  ])("%s is swallowed, and the key after it is heard", (_name, input) => {
    expect(heard(input, "x").slice(-1)).toEqual(["x"]);
    expect(heard(input, "x")).toEqual(["x"]);
  });

  test("a swallowed sequence may be split anywhere", () => {
    const sequence = `${ESC}[<64;100;20M${ESC}]11;rgb:1e/1e/1e${ESC}\\${ESC}[M#!!`;
    for (let at = 1; at < sequence.length; at++) {
      expect(heard(sequence.slice(0, at), `${sequence.slice(at)}x`)).toEqual(["x"]);
    }
  });

  test("Ctrl-C gets through a string that never ends", () => {
    expect(heard(`${ESC}]0;title`, "\u0003")).toEqual(["interrupt"]);
    expect(heard(`${ESC}[12;`, "\u0003")).toEqual(["interrupt"]);
  });

  test("a string without end does not fill the memory, and its end is still seen", () => {
    let state = parseKeys(emptyParser, `${ESC}]52;`).state;
    for (let turn = 0; turn < 100; turn++) state = parseKeys(state, "A".repeat(1000)).state;
    expect(state.pending.length).toBeLessThanOrEqual(4096);
    expect(parseKeys(state, "\u0007x").events).toEqual([{ key: "char", char: "x" }]);
  });
});

describe("pastes", () => {
  const START = `${ESC}[200~`;
  const END = `${ESC}[201~`;

  test("a paste is one event, whatever it holds, and no key", () => {
    expect(heard(`${START}q\r\u0003${ESC}[A quit${END}`)).toEqual([`paste:q\r\u0003${ESC}[A quit`]);
  });

  test("a paste may be split anywhere", () => {
    const all = `${START}hello ${ESC} world${END}`;
    for (let at = 1; at < all.length; at++) {
      expect(heard(all.slice(0, at), `${all.slice(at)}x`)).toEqual([`paste:hello ${ESC} world`, "x"]);
    }
  });

  test("a paste that never ends is let go", () => {
    expect(waitingFor(parseKeys(emptyParser, `${START}half`).state)).toBe("paste");
    expect(heard(`${START}half`)).toEqual(["paste:half"]);
  });
});

test("no input whatever breaks the parser, however it is cut", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      ESC,
      "[",
      "O",
      "]",
      "M",
      "~",
      "u",
      ";",
      "200~",
      "201~",
      "1",
      "\u0007",
      "\\",
      "\u0003",
      "<",
    ),
    fc.uint8Array(),
  );
  fc.assert(
    fc.property(fc.array(piece), (chunks) => {
      for (const event of heard(...chunks)) expect(event).not.toBe("");
    }),
  );
});

test("cutting a text elsewhere gives the same keys", () => {
  const piece = fc.constantFrom(
    `${ESC}[A`,
    `${ESC}OM`,
    "a",
    "한",
    "\r",
    `${ESC}[<0;1;2M`,
    `${ESC}[200~x${ESC}[201~`,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat(40)), (pieces, cuts) => {
      const all = new TextEncoder().encode(pieces.join(""));
      const places = [0, ...cuts.filter((cut) => cut < all.length).sort((a, b) => a - b), all.length];
      const chunks = places.slice(1).map((end, at) => all.slice(places[at], end));
      expect(heard(...chunks)).toEqual(heard(all));
    }),
  );
});
