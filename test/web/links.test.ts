import { describe, expect, test } from "vitest";
import { shareCode } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { exampleSystem, systemCode } from "../../src/rooms/sandbox/index.ts";
import { addressOf } from "../../src/web/links.ts";
import { unread } from "../../src/words/en/unread.ts";

const read = (address: string) => {
  const { hash, search } = new URL(address, "https://game.example/");
  return addressOf({ hash, search });
};
const said = (address: string) => read(address).said?.(unread);
const level = findLevel("1")!;

describe("links", () => {
  test("nothing is asked for by an address alone", () => {
    expect(read("")).toEqual({});
  });

  test("a code opens its run", () => {
    const code = shareCode(level, level.start, 7)!;
    expect(read(`#${code}`)).toEqual({
      link: { kind: "run", level: level.id, design: level.start, seed: 7 },
    });
  });

  test("a system's code opens it in the sandbox", () => {
    const system = exampleSystem("mine");
    expect(read(`#${systemCode(system)}`)).toEqual({ sandbox: { system } });
  });

  test("a bench opens with its knobs, those that are not named where they begin", () => {
    expect(read("?lab=queue")).toMatchObject({ link: { kind: "bench", name: "queue" } });
    const { link } = read("?lab=queue");
    if (link?.kind !== "bench") throw new Error("no bench");
    const [[id, value] = ["", 0]] = Object.entries(link.turned);
    expect(read(`?lab=queue&${id}=${value}`).link).toEqual(link);
    expect(said(`?lab=queue&${id}=nonsense`)).toMatch(/nonsense.*expected/);
    expect(said("?lab=nonsense")).toMatch(/nonsense.*queue/);
  });

  test("a day opens its level", () => {
    expect(read("?day=2026-12-01")).toEqual({ link: { kind: "day", date: "2026-12-01" } });
    expect(said("?day=2026-02-31")).toMatch(/no month/);
  });

  test.each([
    ["a broken code", "#ztm-1-zz"],
    ["a changed letter", `#${shareCode(level, level.start, 7)!.replace(/.$/, "!")}`],
    ["a foreign one", "#hello"],
    ["a script", "#<script>alert(1)</script>"],
    ["escapes", "#%1b]0;x%07%ff%00"],
    ["a megabyte", `#ztm-${"a".repeat(1_000_000)}`],
    ["a system's code that was cut", "#zts-AAAA"],
  ])("%s is told in one short sentence without control characters, and opens nothing", (_, address) => {
    const found = read(address);
    expect([found.link, found.sandbox]).toEqual([undefined, undefined]);
    const sentence = found.said!(unread);
    expect(sentence.length).toBeLessThan(200);
    expect(sentence).not.toMatch(/[\p{Cc}]/u);
  });
});
