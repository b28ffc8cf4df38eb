/**
 * Where a finger has pointed, reached by keys: the focus is moved up and down until it is on what was pointed at. What
 * is in focus shows in the lines themselves, by the meaning that the theme has for it, so that no screen needs to know
 * of fingers.
 */
import { slice, width } from "../present/cells.ts";
import { toAscii } from "../present/glyphs.ts";
import { piecesOf, plainOf } from "./theme.ts";

/** Where something is on the picture, in cells. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** What is in focus: its first row, and the cells of it there. */
export interface Focus {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is in focus begins with its mark; a part of the picture that it is about may have its look too. */
const marked = /^\s*[▸>]/;
/** A mark alone: what it is the mark of stands behind it. */
const onlyMark = /^\s*[▸>]\s*$/;

/** What is in focus on these lines; undefined where nothing is. */
export function focusIn(lines: readonly string[]): Focus | undefined {
  const all = lines.flatMap(focusedIn);
  return all.find(({ text }) => marked.test(text)) ?? all[0];
}

/** All stretches of a row in the look of the focus. */
function focusedIn(line: string, row: number): readonly Focus[] {
  const found: Focus[] = [];
  let at = 0;
  let between = "";
  for (const { text, look } of piecesOf(line)) {
    const to = at + width(text);
    const last = found.at(-1);
    if (look.split(" ").includes("focus")) {
      const isOne = last && (between === "" || (onlyMark.test(last.text) && between.trim() === ""));
      if (isOne) found[found.length - 1] = { ...last, to, text: last.text + between + text };
      else found.push({ row, from: at, to, text });
      between = "";
    } else between += text;
    at = to;
  }
  return found;
}

/** What parts columns, in both alphabets. */
const rules = ["│", toAscii("│")];
/** More than any list has entries. */
const stepsMax = 80;

/** Moves the focus by a key; resolves to the lines that follow. */
type PressStep = (key: "up" | "down") => Promise<readonly string[]>;

/**
 * Moves the focus to what was pointed at. "here" when it was there already, "none" when there is nothing to reach; the
 * focus is then where it was.
 */
export async function seek(
  target: Spot,
  lines: readonly string[],
  step: PressStep,
): Promise<"here" | "moved" | "none"> {
  const start = focusIn(lines);
  if (!start) return "none";
  const pointed = plainOf(lines[target.row] ?? "");
  /** How far beside something in focus was pointed, in cells; without end where it was something else. */
  const farFrom = ({ from, to, text }: Focus): number => {
    const isIt = essence(slice(pointed, from, to)) === essence(text);
    // Beyond a rule stands something else.
    const between = slice(pointed, Math.min(to, target.column), Math.max(from, target.column));
    if (!isIt || rules.some((rule) => between.includes(rule))) return Number.POSITIVE_INFINITY;
    return target.column < from ? from - target.column : Math.max(0, target.column - to + 1);
  };
  let at = 0;
  let best = { at, far: farFrom(start) };
  let now = start;
  const walk = async (key: "up" | "down", until: () => boolean) => {
    const [origin, from] = [now, at];
    for (let n = 0; n < stepsMax && !until(); n++) {
      const next = focusIn(await step(key));
      // At its end the focus of a list stays.
      if (!next || isAt(next, now)) return;
      at += key === "down" ? 1 : -1;
      now = next;
      if (isAt(next, origin)) {
        at = from; // it has come round
        return;
      }
      const far = farFrom(next);
      if (far < best.far) best = { at, far };
    }
  };
  const isReached = () => best.far === 0;
  const first = target.row < start.row ? "up" : "down";
  await walk(first, isReached);
  if (!isReached()) await walk(first === "up" ? "down" : "up", isReached);
  const goal = Number.isFinite(best.far) ? best.at : 0;
  await walk(at < goal ? "down" : "up", () => at === goal);
  if (!Number.isFinite(best.far)) return "none";
  return goal === 0 ? "here" : "moved";
}

function isAt(one: Focus, other: Focus): boolean {
  return one.row === other.row && one.from === other.from && one.text === other.text;
}

/** A text without the mark of the focus and without what only fills up. */
function essence(text: string): string {
  return text.replace(/[▸>\s]+/g, "");
}
