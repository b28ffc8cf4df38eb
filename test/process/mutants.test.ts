/** The mutation run itself: mutants of a source behind their switches, and modules that no mutant leaves a trace in. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { instrument } from "../../scripts/mutate/instrument.ts";
import { Modules } from "../../scripts/mutate/modules.ts";

const folder = mkdtempSync(join(tmpdir(), "ztm-mutants-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
writeFileSync(
  file("table.ts"),
  'import fc from "fast-check"; export const kept: number[] = []; export const package_: unknown = fc;',
);
writeFileSync(
  file("uses.tsx"),
  `import { kept, package_ } from "./table.ts"; export * from "./table.ts";
  kept.push(1); const later = await import("./table.ts"); export const same = later.kept === kept; export default package_;`,
);

describe("modules", () => {
  test("are one to all who import them, until they are forgotten; then they are as if loaded for the first time", async () => {
    const modules = new Modules(() => undefined);
    const first = await modules.load(file("uses.tsx"));
    expect([first.same, first.kept]).toEqual([true, [1]]);
    (first.kept as number[]).push(2);
    expect(await modules.load(file("uses.tsx"))).toBe(first);
    modules.forget();
    const second = await modules.load(file("uses.tsx"));
    expect([second.same, second.kept]).toEqual([true, [1]]);
    expect(second.default).toBe(first.default);
  });

  test("are read once, and from elsewhere where another text is given", async () => {
    const asked: string[] = [];
    const modules = new Modules((path) => {
      asked.push(path);
      return path === file("table.ts") ? "export const kept = [7]; export const package_ = 8;" : undefined;
    });
    for (let time = 0; time < 3; time++) {
      modules.forget();
      expect((await modules.load(file("uses.tsx"))).kept).toEqual([7, 1]);
    }
    expect(asked).toEqual([file("uses.tsx"), file("table.ts")]);
  });
});

describe("mutants", () => {
  /** What a source exports as `found` with a mutant on; −1: none. */
  async function foundWith(text: string, on: number): Promise<unknown> {
    const { code } = instrument("source.ts", text, 0);
    Object.assign(globalThis, { $mutant: (id: number) => id === on });
    onTestFinished(() => void Reflect.deleteProperty(globalThis, "$mutant"));
    return (await new Modules(() => code).load(file("source.ts"))).found;
  }
  const allOf = async (text: string) => {
    const { mutants } = instrument("source.ts", text, 0);
    return Promise.all(
      mutants.map(({ becomes }, id) => foundWith(text, id).then((found) => [becomes, found])),
    );
  };

  test.each([
    ["2 < 2", false, { "(2) <= (2)": true, "(2) >= (2)": true }],
    ["2 * 8", 16, { "(2) / (8)": 0.25 }],
    ["[1, 2].some((n) => n > 1)", true, { "[1, 2].every((n) => n > 1)": false }],
    ["[5, 9].filter((n) => n > 6)", [9], { "[5, 9]": [5, 9] }],
    ["((yes: boolean) => (yes ? 4 : 8))(true)", 4, { "8": 8 }],
    ["!Boolean(9)", false, { "Boolean(9)": true }],
    ["undefined ?? 9", 9, { "(undefined) && (9)": undefined }],
  ])("of %s are its neighbors, and without one it is itself", async (expression, found, mutants) => {
    const text = `export const found: unknown = ${expression};`;
    expect(await foundWith(text, -1)).toEqual(found);
    expect(Object.fromEntries(await allOf(text))).toMatchObject(mutants);
  });

  test.each([
    ["1e-9", ""],
    ['"text" + name', ""],
    ["{ 4: name }", ""],
    ["all.find((each) => each.id === name)", "(each.id) !== (name)"],
    ["list[0] ?? 0", "(list[0]) && (0), 1"],
  ])("of %s are but those that behavior can tell apart: %s", (expression, others) => {
    const { mutants } = instrument("source.ts", `export const found = ${expression};`, 0);
    expect(
      mutants
        .map(({ becomes }) => becomes)
        .sort()
        .join(", "),
    ).toBe(others);
  });
});
