import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chunks } from "../../src/web/chunks.ts";
import { foreseen } from "../../src/web/packed/foresight.ts";
import * as packing from "../../src/web/packed/unpack.ts";

const { packed } = await import(new URL("../../scripts/web/pack.mjs", import.meta.url).href);
const { linked } = await import(new URL("../../scripts/web/link.mjs", import.meta.url).href);

const pack = (...parts: readonly string[]): string => packed(parts, { ...packing, foreseen });
const unpack = (text: string) => [...packing.unpacked(text)].filter((part) => part !== undefined);

describe("what a page carries packed", () => {
  test("comes out as it went in, part by part", () => {
    const parts = [
      "aaaaaaaaaaaaa",
      "",
      'say("what is »so« in 서울 … 🚀 \u0001\u007F");\n',
      "aaab".repeat(999),
    ];
    const text = pack(...parts);
    expect(unpack(text)).toEqual(parts);
    expect(packing.partsIn(text)).toBe(parts.length);
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."ab ~→한🚀\u0000\u007F"), maxLength: 60 }), {
          minLength: 1,
          maxLength: 3,
        }),
        (parts) => {
          expect(unpack(pack(...parts))).toEqual(parts);
        },
      ),
      { numRuns: 4 },
    );
  });

  test("is plain characters, and smaller than the best that servers do", () => {
    const text = ["screens", "study", "glossary"]
      .map((name) => readFileSync(new URL(`../../src/words/en/${name}.ts`, import.meta.url), "utf8"))
      .join("");
    const small = pack(text);
    expect(small).toMatch(/^[\d,]+:[A-Za-z0-9+/]+=*$/);
    expect(gzipSync(small).length).toBeLessThan(brotliCompressSync(text).length);
    expect(unpack(small)).toEqual([text]);
  });

  test("rests on the way, so that keys can be heard", () => {
    const text = "to be or not to be "
      .repeat(2_000)
      .replace(/be/g, (_be, at: number) => String(at ** 3 % 7_919));
    const steps = [...packing.unpacked(pack(text))];
    expect(steps.length).toBeGreaterThan(4);
  });
});

describe("chunks of the script", () => {
  const chunk = (name: string, text: string) => linked(name, text) as { script: string; needs: string[] };
  /** Runs scripts as a page does, and keeps what they have done. */
  function run(chunks: Chunks, ...scripts: readonly string[]) {
    const done: string[] = [];
    for (const script of scripts) new Function("chunks", "done", script)(chunks, done);
    return done;
  }

  test("one takes from another what it imports, each runs once, and not before it is wanted", async () => {
    const chunks = new Chunks();
    const a = chunk("a", 'done.push("a");var x=1,y=()=>x+1;export{x as one,y};');
    const b = chunk(
      "b",
      'import{one as n,y}from"./a.js";import"./a.js";done.push("b");var z=n+y();export{z};',
    );
    expect(b.needs).toEqual(["a", "a"]);
    const done = run(chunks, a.script, b.script);
    expect(done).toEqual([]);
    expect(await chunks.fetch("b")).toEqual({ z: 3 });
    await chunks.fetch("b");
    expect(await chunks.fetch("a")).toMatchObject({ one: 1 });
    expect(done).toEqual(["a", "b"]);
  });

  test("one that is not there yet is waited for, by everybody who wants it", async () => {
    const chunks = new Chunks();
    const wanted = Promise.all([chunks.fetch("late"), chunks.fetch("late")]);
    run(chunks, chunk("late", "export{};").script);
    expect(await wanted).toEqual([{}, {}]);
  });

  test("an import() fetches, and what cannot be linked is told", async () => {
    const { script } = chunk("a", 'var f=()=>import("./words-X1.js").then(w=>w.hello);export{f};');
    expect(script).toContain('chunks.fetch("words-X1")');
    expect(() => chunk("a", 'x();import{y}from"./b.js";')).toThrow("not known here");
  });

  test("one that comes before what it takes from waits for it, and for what that takes", async () => {
    const chunks = new Chunks();
    const c = chunk("c", 'import{y}from"./b.js";var z=y+1;export{z};');
    const b = chunk("b", 'import{x}from"./a.js";var y=x+1;export{y};');
    run(chunks, c.script);
    const wanted = chunks.fetch("c");
    run(chunks, b.script);
    await Promise.resolve();
    run(chunks, chunk("a", "var x=1;export{x};").script);
    expect(await wanted).toEqual({ z: 3 });
  });

  test("one that misses another says which, once no more come", async () => {
    const chunks = new Chunks();
    run(chunks, chunk("b", 'import{x}from"./a.js";export{x};').script);
    const wanted = chunks.fetch("b");
    await Promise.resolve();
    chunks.end();
    await expect(wanted).rejects.toThrow("a part of the page is missing: a");
  });
});
