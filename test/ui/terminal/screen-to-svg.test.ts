import { expect, test } from "vitest";
import { screenToSvg } from "../../../scripts/screen-to-svg.ts";
import type { StyledCell } from "../../helpers/terminal.ts";

const PLAIN: StyledCell = {
  ...{ text: " ", width: 1, color: undefined, background: undefined },
  ...{ bold: false, dim: false, italic: false, underline: false, inverse: false },
};

function cells(text: string, style: Partial<StyledCell> = {}): StyledCell[] {
  return [...text].map((char) => ({ ...PLAIN, ...style, text: char }));
}

test("every run of text stands at its column and is as long as its cells", () => {
  const svg = screenToSvg([[...cells("ab  "), ...cells("cd", { color: "#ff0000", bold: true })]]);
  expect(svg).toContain('x="14" y="28" textLength="18" lengthAdjust="spacingAndGlyphs">ab</text>');
  expect(svg).toMatch(/x="50" y="28" textLength="18"[^>]* fill="#ff0000" font-weight="bold">cd<\/text>/);
});

test("text cannot break out of the picture", () => {
  expect(screenToSvg([cells("<&>")])).toContain("&lt;&amp;&gt;");
});

test("wide characters take their two cells; colours of the palette have a value", () => {
  const wide = [
    { ...PLAIN, text: "한", width: 2, background: 196 },
    { ...PLAIN, text: "", width: 0 },
    ...cells("x"),
  ];
  const svg = screenToSvg([wide]);
  expect(svg).toContain('<rect x="14" y="14" width="18" height="19" fill="#ff0000"/>');
  expect(svg).toMatch(/x="32"[^>]*>x</);
});
