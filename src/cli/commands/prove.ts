import type { Lesson } from "../../levels/index.ts";
import { type ToldClaim, toldClaim } from "../../present/claims.ts";
import { table } from "../../present/table.ts";
import {
  type Claim,
  claimsParallel,
  searchParallel,
  type Workforce,
  wholeClaims,
  wholeSpace,
} from "../../solver/index.ts";
import type { OutputWords } from "../../words/contract/cli.ts";
import { grouped } from "../../words/figures.ts";
import { lessonArgument } from "../design-argument.ts";
import { type Arguments, type CliCommand, exitCodes, type SpokenIo } from "../io.ts";
import { workforceFor } from "../workforce.ts";

interface Proven {
  readonly level: number;
  readonly claims: readonly ToldClaim[];
  readonly ok: boolean;
  /** Stopped before every claim was looked at; `ok` speaks of those alone that were. */
  readonly complete: boolean;
}

/** What is proven beside the levels, by its word. */
const rooms: Readonly<Record<string, () => Promise<(args: Arguments, io: SpokenIo) => Promise<number>>>> = {
  "on-call": async () => (await import("./on-call-proofs.ts")).proveOnCall,
  puzzles: async () => (await import("./puzzle-proofs.ts")).provePuzzles,
};

/** `play prove [N]`: every claim that a level makes, a row each. */
export const prove: CliCommand = {
  name: "prove",
  usage: "prove [N|puzzles|on-call] [--all] [--jobs J] [--json]",
  flags: { all: "switch", jobs: "value" },
  words: ["N?"],
  async run(args, io) {
    const room = rooms[args.words[0] ?? ""];
    if (room) return (await room())(args, io);
    const one = args.words[0] !== undefined;
    const chosen: readonly Lesson[] = one ? [await lessonArgument(args.words[0], io)] : await io.lessons();
    const [words, { output, claims: claimWords }] = await Promise.all([io.words(), io.cliWords()]);
    const workforce = workforceFor(args);
    const proofs: Proven[] = [];
    let at = 0;
    for await (const quick of claimsParallel(
      workforce,
      chosen.map(({ level }) => level),
      io,
    )) {
      const lesson = chosen[at++] as Lesson;
      const whole = args.has("all") ? await overWholeSpace(workforce, lesson, io) : [];
      const claims = [...quick, ...(whole ?? [])].map((each) => toldClaim(words, claimWords, each));
      const complete = whole !== undefined;
      proofs.push({
        level: lesson.level.number,
        claims,
        ok: claims.every(({ ok, isRule }) => ok || isRule),
        complete,
      });
      if (!args.has("json"))
        io.out(`${describe(output, lesson, claims)}${complete ? "" : `\n${output.claimsStopped}`}\n\n`);
      if (io.signal.aborted) break;
    }
    for (const { level, prose } of chosen.slice(proofs.length)) {
      proofs.push({ level: level.number, claims: [], ok: false, complete: false });
      if (!args.has("json"))
        io.out(`${output.level({ level: level.number, title: prose.title })}\n${output.claimsStopped}\n\n`);
    }
    if (args.has("json")) io.out(`${JSON.stringify(one ? proofs[0] : proofs)}\n`);
    return proofs.every(({ ok, complete }) => ok && complete) ? exitCodes.fine : exitCodes.failed;
  },
};

/** The claims over a level's whole space; undefined when stopped. */
async function overWholeSpace(
  workforce: Workforce,
  { level }: Lesson,
  io: SpokenIo,
): Promise<readonly Claim[] | undefined> {
  const findings = await searchParallel(workforce, level, { signal: io.signal, part: wholeSpace });
  if (!findings.complete) return undefined; // nothing can be said of a space that was not looked through
  const { output } = await io.cliWords();
  const [tried, passing] = [grouped(findings.tried), grouped(findings.passing.length)];
  io.err(`${output.searched({ level: level.number, tried, passing })}\n`);
  const { claims } = await wholeClaims(workforce, level, findings, io.signal);
  return io.signal.aborted ? undefined : claims;
}

function describe(output: OutputWords, { level, prose }: Lesson, claims: readonly ToldClaim[]): string {
  const rows = claims.map(({ claim, design, expected, got, ok, isRule }) => [
    ok ? "✓" : isRule ? "·" : "✗",
    claim,
    expected,
    got,
    design,
  ]);
  return `${output.level({ level: level.number, title: prose.title })}\n${table([output.claimHeads, ...rows])}`;
}
