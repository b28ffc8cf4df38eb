import { describe, expect, test } from "vitest";
import { play } from "../helpers/command-line.ts";

const pair = "dns · lb 2 interval=10s retry · web 9×8 · db 8 · kv 1";

describe("play audit", () => {
  test("prints a row a loss and ends with 0 when all that can be cured are borne", async () => {
    const { code, out } = await play("audit", "4", "--design", pair, "--json");
    expect(code).toBe(0);
    const audit = JSON.parse(out);
    expect(Object.keys(audit)).toEqual(["level", "design", "undisturbed", "rows", "holds"]);
    expect(audit).toMatchObject({ level: 4, design: pair, holds: true });
    expect(audit.undisturbed).toEqual({ availability: 1, atLeast: 0.985, holds: true });
    for (const row of audit.rows)
      expect(Object.keys(row)).toEqual([
        ...[
          "fault",
          "availability",
          "atLeast",
          "outageSec",
          "lost",
          "missed",
          "holds",
          "curable",
          "failedBy",
        ],
      ]);
    expect(audit.rows.map(({ fault }: { fault: string }) => fault)).toEqual([
      ...["lb", "web", "db", "zone-A", "site", "kv"],
    ]);
    expect(audit.rows[0]).toEqual({
      fault: "lb",
      availability: 0.9975,
      atLeast: 0.99,
      outageSec: 3,
      lost: { requests: 30_000, writes: 0 },
      missed: [],
      holds: true,
      curable: true,
      failedBy: { "lb: node-down": 30_000 },
    });
  });

  test("ends with 1 when one does not, says which, where it hurt and what is not for sale", async () => {
    const { code, out } = await play("audit", "4", "--design", pair.replace("lb 2", "lb 1"));
    expect(code).toBe(1);
    expect(out).toContain("A loss holds when 98.5 % of what is asked for");
    expect(out).toMatch(
      /✗ {2}one balancer +80\.0 % +≥ 99\.0 % +120 s +2,400,000 requests\n +2,400,000: the load balancer/,
    );
    expect(out).toMatch(/· {2}the primary +80\.0 % .*\n(?: {5}.*\n)+ {5}nothing on sale helps\n/);
    expect(out.trimEnd().split("\n").at(-1)).toBe(
      "The audit does not hold: 1 of 2 losses that the shop sells a cure for.",
    );
  });

  test("of a bad level or design says in one line what to mend, and ends with 2", async () => {
    for (const [words, said] of [
      [["audit"], "audit needs N"],
      [["audit", "99", "--design", "lesson"], "there is no level"],
      [["audit", "4"], "a design is missing"],
      [["audit", "4", "--design", "box 2"], "level"],
      [["audit", "4", "--design", "lesson", "--seed", "3"], "--seed"],
    ] as const) {
      const { code, err } = await play(...words);
      expect(code, words.join(" ")).toBe(2);
      expect(err.trimEnd().split("\n"), words.join(" ")).toHaveLength(1);
      if (said !== "level") expect(err).toContain(said);
    }
  });
});
