/** What `play real level` says of a day: which goals it decides, and how a wrong answer fails; without a process. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { LoadResults } from "../../src/stack/index.ts";
import { play } from "../helpers/command-line.ts";

const found: { results?: LoadResults } = {};

vi.mock("../../src/real/index.ts", async (original) => {
  const { withoutProcesses } = await import("../helpers/no-processes.ts");
  const { runStack, locateServers } = withoutProcesses(undefined as never);
  return {
    ...(await original<object>()),
    locateServers,
    runStack: async (...given: Parameters<typeof runStack>) => {
      await runStack(...given);
      return found.results;
    },
  };
});

const { resultsOf } = await import("../helpers/no-processes.ts");
const indicators = { availability: 0.99, latencyP50Ms: 50, latencyP95Ms: 100, latencyP99Ms: 300 };
beforeEach(() => {
  found.results = resultsOf({ indicators });
});

const level = (...words: string[]) => play("real", "level", ...words, "--seconds", "60");

describe("a day with real processes", () => {
  it("has its goals measured beside those expected, and says which it decides", async () => {
    const { code, out, err } = await level("1");
    expect(code).toBe(0);
    expect(out).toMatch(/p95 +≤ 270 ms +\d+ ms +± .* +100 ms +met/);
    expect(out).toMatch(
      /Decided by this day: p95, availability\. On paper, since no machine shows it: the bill\./,
    );
    expect(out).toMatch(/It holds, really, as expected\.\n$/);
    expect(err).toMatch(/^ +5 s +100\/s .*answered/m);
    expect(err).toMatch(/box: killed/);
  });

  it("tells a wrong answer that fails by its bill alone, and that no machine shows that", async () => {
    const { code, out } = await level("1", "--design", "wrong:A");
    expect(code).toBe(1);
    expect(out).toContain(
      "Answer A fails by its bill: that is decided on paper. Here no goal is missed, as in the level.",
    );
    expect(out).toMatch(/It fails, really, as expected\.\n$/);
  });

  it("tells one that misses what the level says, and one that misses something else", async () => {
    found.results = resultsOf({ indicators: { ...indicators, availability: 0.6, latencyP95Ms: 3_000 } });
    expect((await level("1", "--design", "wrong:naive")).out).toContain(
      "The naive answer fails as the level says: p95, availability.",
    );
    found.results = resultsOf({ indicators: { ...indicators, latencyP95Ms: 3_000 } });
    expect((await level("1", "--design", "wrong:B")).out).toContain(
      "Answer B misses in the level: availability. Here p95: missed: minutes pass 10 times as fast",
    );
  });

  it("judges nothing where clients were late, and nothing is said of the answer", async () => {
    found.results = resultsOf({ indicators, lateP99Ms: 500 });
    const { code, out } = await level("1", "--design", "wrong:A");
    expect(code).toBe(1);
    expect(out).toMatch(/No verdict: this machine is too busy to judge by\..*\n$/);
    expect(out).not.toContain("Answer A");
  });

  it("is the day on which the design does worst in the game, and any other that is asked for", async () => {
    expect((await level("6", "--design", "wrong:F")).err).toMatch(/The day of --seed 23/);
    expect((await level("6", "--design", "wrong:F", "--seed", "11")).err).not.toMatch(/The day of/);
  });

  it("knows each of several wrong answers with one letter", async () => {
    expect(JSON.parse((await level("6", "--design", "wrong:C2", "--json")).out)).toMatchObject({
      design: expect.stringContaining("ttl=never invalidate"),
      wrong: { letter: "C", stated: ["staleSecMax"] },
    });
    expect((await level("6", "--design", "wrong:C4")).err).toMatch(/wrong:C, wrong:C2, wrong:C3/);
  });
});
