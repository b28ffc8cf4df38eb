import { claimRows } from "../../present/on-call.ts";
import { table } from "../../present/table.ts";
import { type ProvenCase, proveCases } from "../../rooms/on-call/index.ts";
import { type Arguments, exitCodes, type SpokenIo } from "../io.ts";

/** `play prove on-call`: the claims of every case on call, on the first day. */
export async function proveOnCall(args: Arguments, io: SpokenIo): Promise<number> {
  const words = await io.words();
  const proofs: ProvenCase[] = [];
  for (const proof of proveCases(1)) {
    if (io.signal.aborted) return exitCodes.failed;
    proofs.push(proof);
    if (!args.has("json")) io.out(`${proof.id}\n${table(claimRows(words, proof.claims))}\n\n`);
    await new Promise((resolve) => setImmediate(resolve)); // Ctrl-C is heard between two cases
  }
  if (args.has("json")) io.out(`${JSON.stringify(proofs)}\n`);
  return proofs.every(({ claims }) => claims.every(({ holds }) => holds)) ? exitCodes.fine : exitCodes.failed;
}
