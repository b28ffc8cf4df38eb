import { expect, test } from "vitest";
import { Canvas } from "../../../src/present/picture/canvas.ts";

const drawn = (draw: (canvas: Canvas) => void) => {
  const canvas = new Canvas(6, 1);
  draw(canvas);
  return canvas
    .lines(false)
    .map((spans) => spans.map(({ text }) => text).join(""))
    .join("\n");
};

test("a wide character takes two cells, and what overwrites one half of it leaves a blank in the other", () => {
  const both = (canvas: Canvas) => {
    canvas.text(1, 0, "한글", "text");
  };
  const over = (x: number, text: string) =>
    drawn((canvas) => {
      both(canvas);
      canvas.text(x, 0, text, "text");
    });
  expect(drawn(both)).toBe(" 한글");
  expect(over(1, "x")).toBe(" x 글");
  expect(over(2, "x")).toBe("  x글");
  expect(over(3, "x")).toBe(" 한x");
  expect(over(4, "x")).toBe(" 한 x");
  expect(over(2, "가")).toBe("  가");
});
