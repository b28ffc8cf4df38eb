/** `play solve` as built: on threads, in shards, interrupted and out of time. */
import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { GAME } from "../helpers/play.ts";

interface Answer {
  readonly tried: number;
  readonly passing: number;
  readonly complete: boolean;
  readonly cheapest: { readonly design: string } | null;
}

/** Runs the built game; with `interrupt`, Ctrl-C as soon as it tells of progress. */
function play(words: readonly string[], options: { interrupt?: boolean } = {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const game = spawn(process.execPath, [GAME, ...words], { stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    let isInterrupted = false;
    game.stdout.on("data", (chunk) => {
      out += chunk;
    });
    game.stderr.on("data", (chunk) => {
      err += chunk;
      // Once: a second one does not wait for what there is.
      if (options.interrupt && /\d designs tried/.test(err) && !isInterrupted) {
        isInterrupted = true;
        game.kill("SIGINT");
      }
    });
    game.on("close", (code) => resolve({ code, out, err }));
  });
}

function answer(out: string): Answer {
  return JSON.parse(out) as Answer;
}

describe("play solve, built", () => {
  it("says the same with one job and with three", async () => {
    const [one, three] = await Promise.all(
      ["1", "3"].map((jobs) => play(["solve", "3", "--jobs", jobs, "--json"])),
    );
    expect(one?.code).toBe(0);
    expect(answer(one?.out ?? "").complete).toBe(true);
    expect(three?.out).toBe(one?.out);
  });

  it("tries every design in exactly one shard", async () => {
    const shards = ["1/3", "2/3", "3/3"];
    const parts = await Promise.all(
      shards.map((shard) => play(["solve", "3", "--jobs", "2", "--shard", shard, "--json"])),
    );
    const whole = answer((await play(["solve", "3", "--jobs", "2", "--json"])).out);
    const sum = (figure: "tried" | "passing") =>
      parts.reduce((total, { out }) => total + answer(out)[figure], 0);
    expect({ tried: sum("tried"), passing: sum("passing") }).toEqual({
      tried: whole.tried,
      passing: whole.passing,
    });
  });

  it("gives what it has on Ctrl-C, with code 130", async () => {
    const { code, out, err } = await play(["solve", "13", "--jobs", "2", "--json"], { interrupt: true });
    expect(err).toMatch(/designs tried/);
    expect(code).toBe(130);
    expect(answer(out)).toMatchObject({ complete: false });
    expect(answer(out).tried).toBeGreaterThan(0);
  });

  it("gives what it has when its time is over", async () => {
    const { code, out } = await play(["solve", "8", "--jobs", "2", "--limit", "4", "--json"]);
    expect([0, 1]).toContain(code);
    expect(answer(out)).toMatchObject({ complete: false });
  });
});
