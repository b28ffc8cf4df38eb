import { describe, expect, it } from "vitest";
import { raggedEdges } from "./frames.ts";

describe("the check of frames", () => {
  it("accepts boxes that touch lines, arrows and each other", () => {
    const picture = ["┌───┐   ┌───┐", "│ a ├──▶│ b │", "└─┬─┘   ├───┤", "  ▼     │ c │", "  d     └───┘"];
    expect(raggedEdges(picture)).toEqual([]);
  });

  it("notices a row one column too wide", () => {
    expect(raggedEdges(["┌───┐", "│ ab │", "└───┘"])).not.toEqual([]);
  });

  it("notices a border one column too short", () => {
    expect(raggedEdges(["┌───┐", "│ a │", "└──┘"])).not.toEqual([]);
  });

  it("notices a line that leaves a corner and meets nothing", () => {
    expect(raggedEdges(["a ──┐", "", "b ──┘"])).not.toEqual([]);
  });

  it("lets words in a frame stand one blank from its corner, not two", () => {
    expect(raggedEdges(["┌ ab ┐", "│    │", "└ $1 ┘"])).toEqual([]);
    expect(raggedEdges(["┌  ab  ┐", "│      │", "└──────┘"])).not.toEqual([]);
    expect(raggedEdges(["┌    ┐", "│    │", "└────┘"])).not.toEqual([]);
  });
});
