import { expect, test } from "vitest";
import type { StyledCell } from "../../src/film/cells.ts";
import { type Cells, filmToSvg, screenToSvg } from "../../src/film/svg.ts";

const PLAIN: StyledCell = {
  ...{ text: " ", width: 1, color: undefined, background: undefined },
  ...{ bold: false, dim: false, italic: false, underline: false, inverse: false },
};

function cells(text: string, style: Partial<StyledCell> = {}): StyledCell[] {
  return [...text].map((char) => ({ ...PLAIN, ...style, text: char }));
}

const drawn = (...screen: Cells) => screenToSvg(screen, { title: "A screen" });

test("every run of text stands at its column and is as long as its cells", () => {
  const svg = drawn([...cells("ab  "), ...cells("cd", { color: "#ff0000", bold: true })]);
  expect(svg).toMatch(/<text x="0" y="14" textLength="18" lengthAdjust="spacingAndGlyphs"[^>]*>ab<\/text>/);
  const [, name] = /<text x="36" y="14" textLength="18"[^>]* class="(\w+)">cd<\/text>/.exec(svg)!;
  expect(svg).toContain(`.${name}{fill:#ff0000;font-weight:bold}`);
});

test("text cannot break out of the picture, nor bring what XML may not hold", () => {
  expect(drawn(cells("<&>"))).toContain("&lt;&amp;&gt;");
  expect(drawn(cells("a\u0007b"))).toContain("a?b");
  const svg = screenToSvg([cells("x")], { title: "</title><script>", description: "a<b\u0000" });
  expect(svg).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
  expect(svg).toContain("<desc>a&lt;b?</desc>");
});

test("wide characters take their two cells; colors of the palette have a value", () => {
  const wide = [
    { ...PLAIN, text: "한", width: 2, background: 196 },
    { ...PLAIN, text: "", width: 0 },
    ...cells("x"),
  ];
  const svg = drawn(wide);
  const [, name] = /<rect x="0" width="18" height="19" class="(\w+)"\/>/.exec(svg)!;
  expect(svg).toContain(`.${name}{fill:#ff0000}`);
  expect(svg).toMatch(/x="18"[^>]*>x</);
});

test("where the background is light, each color has its twin", () => {
  const svg = screenToSvg([cells("x", { color: "#101010" })], {
    title: "A screen",
    twins: new Map([["#101010", "#fefefe"]]),
  });
  const [, name] = /class="(\w+)">x</.exec(svg)!;
  expect(svg).toContain(`.${name}{fill:#101010}`);
  expect(svg).toContain(`@media (prefers-color-scheme:light){.${name}{fill:#fefefe}}`);
});

test("a row that frames share is drawn once; the strip jumps at each frame's time, if anything may move", () => {
  const frame = (atMs: number, text: string) => ({ atMs, screen: [cells("same"), cells(text)] });
  const svg = filmToSvg([frame(0, "one"), frame(250, "two")], 1_000, { title: "A film" });
  expect(svg.match(/>same</g)).toHaveLength(1);
  expect(svg.match(/<use /g)).toHaveLength(4);
  expect(svg).toContain("@keyframes f{0%{transform:translateY(0px)}25%{transform:translateY(-38px)}}");
  expect(svg).toContain(
    "@media (prefers-reduced-motion:no-preference){.f{animation:f 1s step-end infinite}}",
  );
});

test("what does not move shows the last frame", () => {
  const frame = (atMs: number) => ({ atMs, screen: [cells(`${atMs}`)] });
  expect(filmToSvg([frame(0), frame(1)], 2, { title: "A film" })).toContain(
    'class="f" transform="translate(0,-19)"',
  );
  const still = screenToSvg([cells("x")], { title: "A screen" });
  expect(still).not.toContain("animation");
  expect(still).toContain('transform="translate(0,0)"');
});
