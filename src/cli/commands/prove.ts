import type { Lesson } from "../../levels/index.ts";
import { lessons } from "../../levels/index.ts";
import { table } from "../../present/figures.ts";
import { type Claim, quickClaims } from "../../solver/index.ts";
import { lessonArgument } from "../design-argument.ts";
import { type Command, exitCodes } from "../io.ts";

/** `play prove [N]`: every claim that a level makes, a row each. */
export const prove: Command = {
  name: "prove",
  usage: "prove [N] [--json]",
  summary: "every claim that the levels make, with what was found",
  flags: {},
  words: ["N?"],
  async run(args, io) {
    const one = args.words[0] !== undefined;
    const chosen: readonly Lesson[] = one ? [lessonArgument(args.words[0])] : lessons;
    const proofs: { level: number; claims: readonly Claim[]; ok: boolean }[] = [];
    for (const { level, prose } of chosen) {
      const claims = quickClaims(level);
      proofs.push({ level: level.number, claims, ok: claims.every(({ ok }) => ok) });
      if (!args.has("json")) {
        const rows = claims.map(({ claim, design, expected, got, ok }) => [
          ok ? "✓" : "✗",
          claim,
          expected,
          got,
          design,
        ]);
        io.out(
          `Level ${level.number}  ${prose.title}\n${table([["", "claim", "expected", "got", "design"], ...rows])}\n\n`,
        );
      }
      await new Promise((resume) => setImmediate(resume));
      if (io.signal.aborted) break;
    }
    if (args.has("json")) io.out(`${JSON.stringify(one ? proofs[0] : proofs)}\n`);
    return proofs.every(({ ok }) => ok) ? exitCodes.fine : exitCodes.failed;
  },
};
