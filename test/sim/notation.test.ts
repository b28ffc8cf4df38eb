import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  design,
  designFromJson,
  designToJson,
  emptyDesign,
  formatDesign,
  parseDesign,
  valueAt,
} from "../../src/sim/index.ts";
import { designJson, notation } from "../../src/words/en/notation.ts";
import { anyDesign } from "../helpers/designs.ts";

describe("a design as one line", () => {
  it("reads back what it has written, whatever the design", () => {
    fc.assert(
      fc.property(anyDesign(), (any) => {
        const line = formatDesign(any);
        expect(parseDesign(line)).toEqual({ ok: true, design: any });
      }),
      { numRuns: 500 },
    );
  });

  it("writes one form only: what is read from a sloppy line is written in the tidy form", () => {
    expect(formatDesign(design("  lb 2 sticky ;dns geo ttl=30| web 9 x 8 · db 4 +3*4 zones=AB"))).toBe(
      "dns geo ttl=30s · lb 2 sticky · web 9×8 · db 4 + 3×4 zones=AB",
    );
  });

  it("writes the empty rack as a word", () => {
    expect(formatDesign(emptyDesign())).toBe("empty");
    expect(parseDesign("empty")).toEqual({ ok: true, design: emptyDesign() });
  });

  it("keeps two sites apart", () => {
    const two = design("dns geo · web 17×8 · db 8 · @korea · web 12×8 · db 0 + 3×4");
    expect(valueAt(two, "web.count")).toBe(17);
    expect(valueAt(two, "@korea.web.count")).toBe(12);
    expect(formatDesign(two)).toContain("@korea · web 12×8 · db 0 + 3×4");
  });

  it.each([
    ["cach 3", 1, "a part"],
    ["web", 4, "a number × a size"],
    ["web 9×7", 7, "one of 1, 2, 4, 8, 16, 32"],
    ["dns · box NaN", 11, "one of 0, 1, 2"],
    ["web -1×8", 5, "a whole number from 0 to 400"],
    ["web 99999999999×8", 5, "a whole number from 0 to 400"],
    ["lb 2 stikcy", 6, "an option of lb"],
    ["dns · dns", 7, "dns once"],
    ["@mars · web 1×1", 1, "a second site"],
    ["@korea web 1×1", 8, "a separator"],
    ["cdn static ttl=1x", 16, "a time from"],
    ["box 2 · __proto__", 9, "a part"],
    ["dns ttl=60 ttl=60", 16, "ttl once"],
  ])("says of %j at which character (%i) it stops and what was expected", (line, at, expected) => {
    const result = parseDesign(line);
    if (result.ok) throw new Error("it was read");
    expect(result.error.at).toBe(at);
    expect(notation(result.error)).toContain(expected);
  });

  it("never throws and never moves the cursor, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (line) => {
        const result = parseDesign(line);
        if (!result.ok) expect(result.error.at).toBeGreaterThan(0);
      }),
    );
  });

  it("refuses a line without end before reading it", () => {
    const result = parseDesign("web 1×1 · ".repeat(10_000));
    expect(result.ok).toBe(false);
  });
});

describe("a design as JSON", () => {
  it("reads back what it has written, whatever the design", () => {
    fc.assert(
      fc.property(anyDesign(), (any) => {
        const json: unknown = JSON.parse(JSON.stringify(designToJson(any)));
        expect(designFromJson(json).design).toEqual(any);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["not an object", [1], "a design is an object"],
    ["an unknown part", { rocket: {} }, 'no part "rocket"'],
    ["an unknown setting", { dns: { colour: 1 } }, 'no setting "colour"'],
    ["a wrong type", { sites: [{ region: "us", web: { count: "9" } }] }, "web.count takes a whole number"],
    ["a prototype key", JSON.parse('{"__proto__": {"a": 1}}'), "no part"],
    ["a second home", { sites: [{ region: "us" }, { region: "us" }] }, "sites[1].region"],
    ["NaN", { sites: [{ region: "us", web: { count: Number.NaN } }] }, "web.count takes"],
  ])("says what is wrong with %s", (_what, json, words) => {
    const { design: read, problems } = designFromJson(json);
    expect(read).toBeUndefined();
    expect(problems.map(designJson).join("; ")).toContain(words);
  });
});
