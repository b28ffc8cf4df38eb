import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Prng } from "../../src/exact/prng.ts";
import { routedTimes } from "../../src/labs/index.ts";
import { zipfTrace } from "../../src/real/cache.ts";
import { freePorts, withKeeper } from "../../src/real/keeper.ts";
import type { RealProblem } from "../../src/real/problem.ts";
import { isOlder, locate, startOnPorts, versionIn } from "../../src/real/program.ts";
import { decodeReply, encodeCommand, RespError } from "../../src/real/resp.ts";
import { play } from "../helpers/command-line.ts";
import { describeOnlyWhen } from "../helpers/only-when.ts";

const never = new AbortController().signal;

describe("the protocol of Redis", () => {
  test("counts bytes and not letters", () => {
    expect(encodeCommand(["SET", "café", 1])).toBe("*3\r\n$3\r\nSET\r\n$5\r\ncafé\r\n$1\r\n1\r\n");
  });

  test.each([
    ["+OK\r\n", "OK"],
    [":12\r\n", 12],
    ["$5\r\ncafé\r\n", "café"],
    ["$0\r\n\r\n", ""],
    ["$-1\r\n", null],
    ["*2\r\n:1\r\n$1\r\nx\r\n", [1, "x"]],
  ])("reads %j", (text, value) => {
    const bytes = Buffer.from(text);
    expect(decodeReply(bytes)).toEqual({ value, end: bytes.length });
  });

  test("waits for what is cut anywhere, and leaves the next reply alone", () => {
    const whole = Buffer.from("*2\r\n:1\r\n$1\r\nx\r\n");
    for (let end = 0; end < whole.length; end++) expect(decodeReply(whole.subarray(0, end))).toBeUndefined();
    expect(decodeReply(Buffer.from("+OK\r\n+NO\r\n"))).toEqual({ value: "OK", end: 5 });
  });

  test.each(["-OOM not enough\r\n", "*1\r\n-WRONG\r\n", "HTTP/1.1 400 Bad Request\r\n"])(
    "takes %j for a refusal",
    (text) => {
      expect(decodeReply(Buffer.from(text))?.value).toBeInstanceOf(RespError);
    },
  );
});

describe("versions", () => {
  test.each([
    ["nginx version: nginx/1.22.1", "1.22.1"],
    ["HAProxy version 2.6.12-1+deb12u3 2025/10/03", "2.6.12"],
    ["Redis server v=7.0.15 sha=00000000:0 bits=64", "7.0.15"],
    ["who are you", undefined],
  ])("are found in %j", (text, version) => {
    expect(versionIn(text)).toBe(version);
  });

  test("are compared part by part, as numbers", () => {
    expect(isOlder("1.9.0", "1.19.5")).toBe(true);
    expect(isOlder("1.19.5", "1.19.5")).toBe(false);
    expect(isOlder("1.20", "1.19.5")).toBe(false);
  });
});

describe("a program", () => {
  const node = { name: "node", packages: { Debian: "nodejs" }, asks: "--version", least: "20" };
  const trouble = (problem: unknown) => (problem as RealProblem).trouble;

  test("that is not installed is named, with how it is installed", async () => {
    const found = await locate([{ ...node, name: "no-such-server" }]).catch((caught) => caught);
    expect(trouble(found)).toEqual({
      code: "missing",
      program: "no-such-server",
      packages: { Debian: "nodejs" },
    });
  });

  test("that is too old is named, with the version that would do", async () => {
    const found = await locate([{ ...node, least: "999.1" }]).catch((caught) => caught);
    expect(trouble(found)).toMatchObject({ code: "old", program: "node", least: "999.1" });
  });

  test("that is there is the first of those that would do", async () => {
    const found = await locate([{ ...node, name: "no-such-server" }, node]);
    expect(`v${found.version}`).toBe(process.version);
  });

  const listener = (port = 0) => ["-e", `require("node:net").createServer().listen(${port}, "127.0.0.1")`];

  test("gets another port where somebody else was quicker, and says so when none is left", async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
    const { port } = taken.address() as { port: number };
    const located = { name: "node", file: process.execPath, version: "20" };
    const ports = [port, ...(await freePorts(1))];
    const got = await withKeeper(never, (keeper) =>
      startOnPorts(
        keeper,
        located,
        1,
        ([free]) => listener(free),
        async () => [ports.shift() ?? 0],
      ),
    );
    expect(ports).toEqual([]);
    expect(got.ports).not.toEqual([port]);
    const refused = withKeeper(never, (keeper) =>
      startOnPorts(
        keeper,
        located,
        1,
        ([free]) => listener(free),
        async () => [port],
      ),
    );
    expect(trouble(await refused.catch((caught) => caught))).toEqual({
      code: "taken",
      program: "node",
      port,
    });
    let starts = 0;
    const late = await withKeeper(never, (keeper) =>
      startOnPorts(keeper, located, 1, ([free]) => listener(++starts === 1 ? port : free)),
    );
    expect([starts, late.ports.includes(port)]).toEqual([2, false]);
    taken.close();
  });
});

describeOnlyWhen(process.platform !== "win32", "needs a shell")(
  "a server that will not do is named in one line",
  () => {
    const cases = [
      [
        "nginx",
        "nginx version: nginx/1.10.3",
        "balancer --program nginx",
        /nginx 1\.10\.3 is too old: this needs 1\.19\.5/,
      ],
      [
        "haproxy",
        "HA-Proxy version 1.8.1 2017/12/03",
        "balancer --program haproxy",
        /haproxy 1\.8\.1 is too old/,
      ],
      ["haproxy", "HA-Proxy version 1.8.1 2017/12/03", "level 4", /haproxy 1\.8\.1 is too old/],
      [
        "redis-server",
        "Redis server v=3.2.6 sha=0",
        "cache",
        /redis-server 3\.2\.6 is too old: this needs 4\.0/,
      ],
      ["redis-server", "Redis server v=3.2.6 sha=0", "level 10", /redis-server 3\.2\.6 is too old/],
      ["nginx", "who are you", "balancer", /nginx -v tells no version/],
    ] as const;

    test.each(cases)("%s that says %j: play real %s", async (name, says, words, told) => {
      const folder = mkdtempSync(join(tmpdir(), "ztm-old-"));
      const { PATH = "" } = process.env;
      onTestFinished(() => {
        process.env.PATH = PATH;
        rmSync(folder, { recursive: true });
      });
      writeFileSync(join(folder, name), `#!/bin/sh\necho "${says}"\n`, { mode: 0o755 });
      process.env.PATH = `${folder}${delimiter}${PATH}`;
      const { code, out, err } = await play("real", ...words.split(" "));
      expect({ code, out, lines: err.trim().split("\n").length }).toEqual({ code: 2, out: "", lines: 1 });
      expect(err).toMatch(told);
    });
  },
);

describe("keys by popularity", () => {
  test("come as often as 1/rank", () => {
    const trace = zipfTrace(100, 1, 7);
    const counts = new Array(100).fill(0);
    for (let n = 0; n < 200_000; n++) counts[trace()]++;
    const total = Array.from({ length: 100 }, (_, key) => 1 / (key + 1)).reduce((sum, each) => sum + each);
    expect(counts[0] / 200_000).toBeCloseTo(1 / total, 2);
    expect(counts[9] / 200_000).toBeCloseTo(0.1 / total, 2);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

describe("boxes of which the first dies", () => {
  const requests = 4;
  const route = (deadAt: number) =>
    routedTimes({
      ...{ requests, boxes: 2, policy: "round-robin", prng: new Prng(1), deadAt },
      arrival: (n) => n,
      service: () => 10,
    });

  test("serve in turn while both live", () => {
    expect([...route(100)]).toEqual([10, 10, 18, 18]);
  });

  test("ask again for what was in it, behind what the other has, and nobody is sent there any more", () => {
    // At 1.5 the first request is in the dead box: it comes to the other, which is busy until 11.
    expect([...route(1.5)]).toEqual([21, 10, 29, 38]);
  });
});
