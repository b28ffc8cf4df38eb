/** A system as text: what `systemFromJson` reads. Comments that somebody put into a file are not kept. */
import type { System } from "./system.ts";

/** A line is no longer than this where it can be broken. */
const lineCells = 110;

/** What is said of a part of a file, by its path ("scenario.streams"); "" is the whole. */
export type Comments = Readonly<Record<string, string>>;

/** A system as JSON with short things on one line, and a comment before what has one. */
export function systemText(system: System, comments: Comments = {}): string {
  const whole = comments[""];
  const head = whole === undefined ? "" : `// ${whole}\n`;
  return `${head}${printed(system, "", 0, comments)}\n`;
}

function printed(value: unknown, path: string, indent: number, comments: Comments): string {
  const line = onLine(value);
  const isSaid = Object.keys(comments).some((each) => each.startsWith(path === "" ? "" : `${path}.`));
  if (typeof value !== "object" || value === null || (!isSaid && line.length + indent <= lineCells))
    return line;
  const inner = " ".repeat(indent + 2);
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((each) => `${inner}${printed(each, `${path}[]`, indent + 2, comments)}`)
    : Object.entries(value).map(([key, each]) => {
        const at = path === "" ? key : `${path}.${key}`;
        const comment = comments[at];
        const said = comment === undefined ? "" : `\n${inner}// ${comment}\n`;
        return `${said}${inner}${JSON.stringify(key)}: ${printed(each, at, indent + 2, comments)}`;
      });
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${items.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

/** `{ "a": 1, "b": [0, 2] }`. */
function onLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${onLine(each)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
