/**
 * The colours of the page. A line carries them as a terminal's does, by codes that keep it whole when it is cut or
 * wrapped; here a code is a meaning, and the style sheet knows what that looks like.
 */
import { palettes } from "../ui/frame/palettes.ts";
import { type Meaning, meanings, type Paint, type Theme } from "../ui/frame/theme.ts";

type Shade = Theme["name"];

/** The first of the 256 colours of a terminal that mean something here; those before are its own sixteen. */
const firstCode = 16;

/** A piece of a line that looks the same. */
export interface Piece {
  readonly text: string;
  /** Classes of the style sheet; "" for plain text. */
  readonly look: string;
}

/** The theme of a page on a dark or a light ground. */
export function pageTheme(name: Shade): Theme {
  const paints = meanings.map((meaning, at) => {
    const { hex, style = [] } = palettes[name][meaning];
    const inked: Paint = hex === undefined ? (text) => text : between(`38;5;${firstCode + at}`, "39");
    const isBold = style.includes("bold");
    return [meaning, isBold ? (text: string) => bold(inked(text)) : inked] as const;
  });
  return {
    ...(Object.fromEntries(paints) as Record<Meaning, Paint>),
    inverse: between("7", "27"),
    name,
  };
}

/** What the style sheet must know of a theme: a colour for each meaning that has one. */
export function inksOf(name: Shade): readonly (readonly [property: string, hex: string])[] {
  return meanings.flatMap((meaning) => {
    const { hex } = palettes[name][meaning];
    return hex === undefined ? [] : [[`--${meaning}`, hex] as const];
  });
}

function between(open: string, close: string): Paint {
  const [from, to] = [`\u001B[${open}m`, `\u001B[${close}m`];
  // What ends inside goes on outside.
  return (text) => (text === "" ? "" : from + text.replaceAll(to, to + from) + to);
}

const bold = between("1", "22");

/** The pieces of a line. Every other control code is dropped: what stands here is text and nothing else. */
export function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let ink = "";
  let isBold = false;
  let isInverse = false;
  for (const piece of line.split(/(\u001B\[[\d;]*m)/)) {
    const code = /^\u001B\[([\d;]*)m$/.exec(piece)?.[1];
    if (code === undefined) {
      const text = piece.replace(/[\u0000-\u001F\u007F-\u009F]/g, "");
      if (text === "") continue;
      const look = [ink, isBold ? "bold" : "", isInverse ? "inverse" : ""].filter(Boolean).join(" ");
      const last = pieces.at(-1);
      if (last?.look === look) pieces[pieces.length - 1] = { text: last.text + text, look };
      else pieces.push({ text, look });
    } else if (code.startsWith("38;5;")) ink = meanings[Number(code.slice(5)) - firstCode] ?? "";
    else if (code === "39") ink = "";
    else if (code === "1") isBold = true;
    else if (code === "22") isBold = false;
    else if (code === "7" || code === "27") isInverse = code === "7";
    else {
      ink = "";
      isBold = false;
      isInverse = false;
    }
  }
  return pieces;
}

/** What a line says. */
export function plainOf(line: string): string {
  return piecesOf(line)
    .map(({ text }) => text)
    .join("");
}
