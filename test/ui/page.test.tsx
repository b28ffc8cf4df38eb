import type { ReactElement } from "react";
import { expect, test } from "vitest";
import "../helpers/render-at.tsx"; // JSX under the production build
import { PageText } from "../../src/ui/terminal/shown.tsx";

type Drawn = ReactElement<{ children: string; transform: (line: string, index: number) => string }>;

test("what Ink measures, and so remembers for good, is the same for every frame of a height", () => {
  const one = PageText({ lines: ["t=1", "", "one"] }) as Drawn;
  const other = PageText({ lines: ["t=2", "", "another"] }) as Drawn;
  expect(other.props.children).toBe(one.props.children);
  expect([0, 1, 2].map((row) => other.props.transform(" ", row))).toEqual(["t=2", " ", "another"]);
});
