/** `play prove puzzles`: every claim that the puzzles make, a row each. */
import { table } from "../../present/table.ts";
import { type PuzzleClaim, provePuzzle, puzzles } from "../../rooms/puzzles/index.ts";
import { type Arguments, exitCodes, type SpokenIo } from "../io.ts";

/** Proves every puzzle, one after another; a signal stops it between two claims. */
export async function provePuzzles(args: Arguments, io: SpokenIo): Promise<number> {
  const { puzzles: words } = await io.words();
  const { claimsStopped } = (await io.cliWords()).output;
  const proofs: { id: string; kind: string; claims: PuzzleClaim[]; ok: boolean }[] = [];
  for (const puzzle of puzzles) {
    if (io.signal.aborted) break;
    const claims: PuzzleClaim[] = [];
    for (const claim of provePuzzle(puzzle)) {
      claims.push(claim);
      await new Promise((resume) => setImmediate(resume));
    }
    const { id, kind } = puzzle;
    proofs.push({ id, kind, claims, ok: claims.every(({ ok }) => ok) });
    if (args.has("json")) continue;
    const { title } = (kind === "waste" ? words.wastes : words.redTeams)[id] ?? { title: "" };
    const rows = claims.map((each) => {
      const { claim, found } = words.claim(each);
      return [each.ok ? "✓" : "✗", claim, found, each.about];
    });
    io.out(`${words.kinds[kind].name}: ${title}\n${table([words.claimHeads, ...rows])}\n\n`);
  }
  if (args.has("json")) io.out(`${JSON.stringify(proofs)}\n`);
  else if (proofs.length < puzzles.length) io.out(`${claimsStopped}\n`);
  const isProven = proofs.length === puzzles.length && proofs.every(({ ok }) => ok);
  return isProven ? exitCodes.fine : exitCodes.failed;
}
