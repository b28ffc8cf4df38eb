/** The picture for other viewers: SVG for documents, Mermaid for those who draw it again. */
import type { Design } from "../../sim/index.ts";
import type { PictureWords } from "../../words/contract/picture.ts";
import { width } from "../cells.ts";
import { edgesOf } from "./graph.ts";
import { type Part, partsOf } from "./parts.ts";
import type { PictureLine, Tone } from "./types.ts";

const cell = { width: 9, height: 19, margin: 18, fontSize: 15, baseline: 14 } as const;
const fonts = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace";
const background = "#14181d";

const inks: Readonly<Record<Tone, string>> = {
  text: "#d6dae0",
  title: "#f2f4f7",
  muted: "#8b949e",
  good: "#7ec699",
  warn: "#e0b56a",
  bad: "#f0837a",
  accent: "#79b8e8",
  focus: "#9ecbff",
  user: "#d5a6e6",
  data: "#8fc7c1",
  money: "#d3c78a",
};

/** Arms of each line glyph: up, right, down, left. */
const arms: Readonly<Record<string, string>> = {
  "─": "rl",
  "│": "ud",
  "┌": "rd",
  "┐": "dl",
  "└": "ur",
  "┘": "ul",
  "├": "urd",
  "┤": "udl",
  "┬": "rdl",
  "┴": "url",
  "┼": "urdl",
};

/** Lines of a picture as SVG: lines are drawn as lines, text in runs of an exact length. */
export function linesToSvg(lines: readonly PictureLine[], title: string): string {
  const columns = Math.max(1, ...lines.map((line) => lineLength(line)));
  const across = columns * cell.width + 2 * cell.margin;
  const height = lines.length * cell.height + 2 * cell.margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${height}" width="${across}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
    `<g font-family="${fonts}" font-size="${cell.fontSize}" stroke-width="1.3" stroke-linecap="round" fill="none">`,
    ...lines.flatMap((line, row) => rowToSvg(line, row)),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function lineLength(line: PictureLine): number {
  return line.reduce((sum, { text }) => sum + width(text), 0);
}

function rowToSvg(line: PictureLine, row: number): string[] {
  const parts: string[] = [];
  const y = cell.margin + row * cell.height;
  let column = 0;
  for (const { text, tone } of line) {
    let run = "";
    const flush = () => {
      const words = run.trimEnd();
      const lead = words.length - words.trimStart().length;
      const shown = words.trim();
      const x = cell.margin + (column - width(run) + lead) * cell.width;
      if (shown !== "")
        parts.push(
          `<text x="${x}" y="${y + cell.baseline}" fill="${inks[tone]}" textLength="${width(shown) * cell.width}" xml:space="preserve">${escapeXml(shown)}</text>`,
        );
      run = "";
    };
    for (const glyph of text) {
      const shape = shapeOf(glyph, cell.margin + column * cell.width, y, inks[tone]);
      if (shape !== undefined) {
        flush();
        parts.push(shape);
      } else run += glyph;
      column += width(glyph);
      // Wide gaps would stretch when a font differs: each run of words stands by itself.
      if (run.endsWith("  ")) flush();
    }
    flush();
  }
  return parts;
}

/** Lines, arrowheads and gauges as shapes; undefined for text. */
function shapeOf(glyph: string, x: number, y: number, ink: string): string | undefined {
  const [midX, midY] = [x + cell.width / 2, y + cell.height / 2];
  const line = arms[glyph];
  if (line !== undefined) {
    const ends: Readonly<Record<string, string>> = {
      u: `V${y}`,
      d: `V${y + cell.height}`,
      l: `H${x}`,
      r: `H${x + cell.width}`,
    };
    return `<path d="${[...line].map((arm) => `M${midX} ${midY}${ends[arm]}`).join("")}" stroke="${ink}"/>`;
  }
  const heads: Readonly<Record<string, string>> = {
    "▶": `M${x} ${midY - 4}L${x + cell.width} ${midY}L${x} ${midY + 4}Z`,
    "◀": `M${x + cell.width} ${midY - 4}L${x} ${midY}L${x + cell.width} ${midY + 4}Z`,
    "▼": `M${midX - 4} ${midY - 4}L${midX} ${midY + 5}L${midX + 4} ${midY - 4}Z`,
  };
  if (heads[glyph] !== undefined) return `<path d="${heads[glyph]}" fill="${ink}"/>`;
  const level = "▁▂▃▄▅▆▇█".indexOf(glyph) + 1;
  if (level === 0) return undefined;
  const top = ((cell.height - 6) * level) / 8;
  return `<rect x="${x + 0.5}" y="${y + cell.height - 3 - top}" width="${cell.width - 1}" height="${top}" fill="${ink}"/>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The design as a Mermaid flowchart. */
export function toMermaid(words: PictureWords, design: Design): string {
  const parts = partsOf(words, design, undefined);
  const lines = ["flowchart LR", `  users(["${words.parts.users.name}"])`];
  const write = (part: Part, indent: string) => {
    const text = `${part.name}${part.head.text === "" ? "" : `<br/>${part.head.text}`}`;
    const [open, close] = part.isGhost ? ["[/", "/]"] : part.isData ? ["[(", ")]"] : ["[", "]"];
    lines.push(`${indent}${nodeId(part.id)}${open}"${text}"${close}`);
  };
  for (const part of parts.filter(({ site }) => site < 0)) write(part, "  ");
  design.sites.forEach((site, index) => {
    const here = parts.filter((part) => part.site === index);
    if (design.sites.length === 1) for (const part of here) write(part, "  ");
    else {
      lines.push(`  subgraph ${words.sites[site.region]}`);
      for (const part of here) write(part, "    ");
      lines.push("  end");
    }
  });
  for (const { from, to, label } of edgesOf(words, design, parts))
    lines.push(`  ${nodeId(from)} -->${label === undefined ? "" : `|${label}|`} ${nodeId(to)}`);
  return `${lines.join("\n")}\n`;
}

function nodeId(id: string): string {
  return id.replaceAll("@", "_");
}
